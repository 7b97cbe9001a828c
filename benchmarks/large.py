"""A large graph to measure on: claims of invented people about real councils, and the facts derived from them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from neo4j import ManagedTransaction

from graph.database import Database, Settings, connect
from graph.facts import facts
from graph.history import by_days, closed_and_begun
from graph.mapping import Rows
from graph.model import Claim, Document, InspectionStatement, Statement, TenureStatement
from graph.namekeys import key_everybody
from graph.published import as_published
from graph.put import document_told
from graph.put_derived import facts_changed
from graph.records import Scope, World
from graph.schema import ensure_schema
from graph.server import stop
from graph.stored import claims_about, things
from graph.turn import take_turn
from graph.writing import write
from ingest.rdf import rows_of
from ingest.registers import register
from ingest.resolution import resolve

CLAIMS, PER_DOCUMENT, COUNCILS = 100_000, 10, 140
DOCUMENTS = CLAIMS // PER_DOCUMENT
ROLES = ("director of children's services", "chief executive", "leader of the council", "assistant director")


@contextmanager
def large_graph() -> Iterator[tuple[Database, Path]]:
    """The graph for a block, with the folder that its server keeps it in."""
    with TemporaryDirectory() as home, ExitStack() as last:
        last.callback(stop, Path(home))  # it may still be writing when the connection is closed
        database = last.enter_context(connect(Settings(), Path(home)))
        ensure_schema(database)
        _fill(database)
        key_everybody(database)
        _derive(database)
        database.write(take_turn)
        yield database, Path(home)


def document_of(number: int) -> Rows:
    """A document about one council: who is in its posts, and a visit with two inspectors out of five hundred."""
    council = register().councils[number % COUNCILS].name
    year, text = 2005 + number // COUNCILS % 20, "x" * 200
    document = Document(
        id=f"bench-{number}",
        source=f"bench-{number}.txt",
        sha256=f"{number:064}",
        text=text,
        title=f"News {number}",
        media_type="text/plain",
        published=f"{year}-{number % 12 + 1:02}-10",
    )
    statements = [*_tenures(number, council, year), *_visits(number, council, year)]
    claims = [
        Claim(
            document=document.id,
            statement=statement,
            quote="x",
            start_offset=place,
            end_offset=place + 1,
            confidence=0.9,
            method="bench",
            method_version="1",
        )
        for place, statement in enumerate(statements)
    ]
    return rows_of(resolve(document, claims))


def _fill(database: Database) -> None:
    for start in range(0, DOCUMENTS, 500):
        parts = [document_of(number) for number in range(start, min(start + 500, DOCUMENTS))]
        nodes = {node.id: node for part in parts for node in part.nodes}
        edges = tuple(edge for part in parts for edge in part.edges)
        database.write(partial(_put, rows=Rows(tuple(nodes.values()), edges)))


def _put(transaction: ManagedTransaction, rows: Rows) -> None:
    write(transaction, document_told(rows))


def _derive(database: Database) -> None:
    """The facts of all posts and councils, a council at a time, and their past as loading each document leaves it."""
    roles = database.read("MATCH (role:Role)-[:POST_IN]->(c:Council) RETURN c.id AS council, collect(role.id) AS ids")
    now = datetime.now(UTC)
    for row in roles:
        database.write(partial(_derive_of, council=row["council"], posts=row["ids"], now=now))


def _derive_of(transaction: ManagedTransaction, council: str, posts: list[str], now: datetime) -> None:
    told = claims_about(transaction, ("ABOUT_ROLE",), "TenureClaim", posts)
    told |= claims_about(transaction, ("ABOUT_ORGANISATION",), "InspectionClaim", [council])
    world = World(things(transaction, told.values()))
    sole = frozenset(post for post in posts if world.thing(post).sole)
    pairs = {(claim.one("aboutRole") or "", claim.one("aboutPerson") or "") for claim in told.values()}
    shared = frozenset(pair for pair in pairs if pair[0] in posts and pair[0] not in sole)
    scope = Scope(posts=sole, shared=shared, organisations=frozenset({council}))
    found = {each.id: each for each in facts(told.values(), world, scope)}
    days = as_published(told.values(), world, scope)
    write(transaction, facts_changed({}, found), closed_and_begun({}, found, now), by_days(days, (), (), None))


def _tenures(number: int, council: str, year: int) -> Iterator[Statement]:
    for place in range(PER_DOCUMENT - 2):
        role = ROLES[place % len(ROLES)]
        person = f"Person{_word(number % COUNCILS)} {_word(place * 31 + (year - 2005) // 4)}son"
        yield TenureStatement(person=person, role=role, org=council, as_of=f"{year}-{number % 12 + 1:02}-10")


def _visits(number: int, council: str, year: int) -> Iterator[Statement]:
    for place in range(2):
        inspector = f"Inspector{_word(number * 2 + place)[:2]} {_word((number * 7 + place) % 500)}ley"
        yield InspectionStatement(
            org=council,
            kind="monitoring_visit",
            date=f"{year}-{(number + place) % 12 + 1:02}-{place * 9 + 3:02}",
            inspector=(inspector,),
        )


def _word(number: int) -> str:
    """A name of letters for a number."""
    letters = "bcdfghklmnprstvw"
    vowels = "aeiou"
    return "".join(
        f"{letters[number // 16**power % 16]}{vowels[number // 5**power % 5]}" for power in range(3)
    ).capitalize()
