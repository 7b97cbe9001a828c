"""Deriving the facts of one document in a large graph, against the limit that a reader would not notice."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from unittest.mock import patch

from graph import load as loading
from graph.database import Database, Settings, connect
from graph.load import load_rows, retract
from graph.mapping import Rows
from graph.model import Claim, Document, InspectionStatement, Statement, TenureStatement
from graph.put import put_document
from graph.schema import ensure_schema
from ingest.rdf import rows_of
from ingest.registers import register
from ingest.resolution import resolve

CLAIMS, PER_DOCUMENT, COUNCILS = 20_000, 10, 140
LIMIT = 0.1
ROLES = ("director of children's services", "chief executive", "leader of the council", "assistant director")


def against_a_limit() -> tuple[str, ...]:
    """Deriving the facts of a document of 10 claims in a graph of 20,000, against a limit of 100 ms."""
    with TemporaryDirectory() as home, connect(Settings(), Path(home)) as database:
        ensure_schema(database)
        fill(database)
        fresh = [_document(number) for number in range(CLAIMS // PER_DOCUMENT, CLAIMS // PER_DOCUMENT + 40)]
        with _timed() as took:
            for rows in fresh:
                load_rows(database, rows)
            for rows in fresh[:20]:
                retract(database, next(node.id for node in rows.nodes if "Document" in node.labels))
    typical = median(took[20:])
    return "derive, 20,000 claims", f"{typical * 1000:.0f} ms", f"{LIMIT * 1000:.0f} ms", f"{LIMIT / typical:.2f}"


@contextmanager
def _timed() -> Iterator[list[float]]:
    """The seconds that each derivation takes within the block."""
    took: list[float] = []
    derive = loading._derive

    def timed(*given: object) -> loading.Difference:
        begin = time.perf_counter()
        done = derive(*given)  # type: ignore[arg-type]
        took.append(time.perf_counter() - begin)
        return done

    with patch.object(loading, "_derive", timed):
        yield took


def fill(database: Database) -> None:
    """The graph without its facts: what is derived for a document reads claims, and few facts of its own keys."""
    numbers = range(CLAIMS // PER_DOCUMENT)
    for start in range(0, len(numbers), 500):
        parts = [_document(number) for number in numbers[start : start + 500]]
        nodes = {node.id: node for part in parts for node in part.nodes}
        edges = tuple(edge for part in parts for edge in part.edges)
        whole = Rows(tuple(nodes.values()), edges)
        database.write(partial(put_document, told=whole))


def _document(number: int) -> Rows:
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
