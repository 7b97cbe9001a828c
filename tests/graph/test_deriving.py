"""What is kept in the graph document by document is what all claims together support, in few round trips."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import pytest
from neo4j import ManagedTransaction

from graph.database import Database
from graph.facts import facts
from graph.load import load, retract
from graph.model import Claim, Document, InspectionStatement, Reading
from graph.reach import SAYING
from graph.records import FactRecord, World
from graph.resolve import decisions, joined, mentions
from graph.stored import ABOUT_TYPES, claims_about, things
from ingest.rdf import to_dataset
from ingest.resolution import resolve
from tests.records import records, resolved
from tests.sample import readings
from tests.tale import tale

NEWS, GAZETTE, REPORT = readings()
STORED = """
MATCH (fact:Fact)
RETURN fact.id AS id, properties(fact) AS properties,
  COLLECT { MATCH (fact)-[link]->(thing:Entity) RETURN [type(link), thing.id] } AS links,
  COLLECT { MATCH (fact)<-[:SUPPORTS]-(claim:Claim) RETURN claim.id ORDER BY claim.id } AS claims
"""
TENURE = """
MATCH (fact:Tenure)-[:HOLDER]->(:Person {name: 'Mark Douglas'})
RETURN elementId(fact) AS node, fact.end AS end, COUNT { (fact)<-[:SUPPORTS]-() } AS claims
"""


def _derived_from_all(transaction: ManagedTransaction) -> tuple[FactRecord, ...]:
    """The facts of all claims of the graph, by the pure functions alone."""
    ids = [record["id"] for record in transaction.run("MATCH (thing:Entity) RETURN thing.id AS id")]
    claims = claims_about(transaction, (ABOUT_TYPES,), "Claim", ids).values()
    known = things(transaction, claims)
    same = joined(decisions(claims, World(known)), mentions(claims))
    return facts(claims, World(known, same))


def _wanted(found: Iterable[FactRecord]) -> dict[str, tuple[Any, ...]]:
    return {
        each.id: (dict(each.properties), sorted(target for _, target in each.links), list(each.claims))
        for each in found
    }


def _stored(database: Database) -> dict[str, tuple[Any, ...]]:
    rows = database.read(STORED)
    assert all(row["properties"].pop("id") == row["id"] for row in rows)
    return {row["id"]: (row["properties"], sorted(target for _, target in row["links"]), row["claims"]) for row in rows}


def test_what_is_read_of_claims_is_all_that_facts_and_decisions_need() -> None:
    claims, known = records([*readings(), *tale()])
    said = ({name: each.properties[name] for name in SAYING[each.label] if name in each.properties} for each in claims)
    read = [replace(each, properties=properties) for each, properties in zip(claims, said, strict=True)]
    assert decisions(read, World(known)) == decisions(claims, World(known))
    world = resolved(claims, known)
    assert facts(read, world) == facts(claims, world)


@pytest.mark.parametrize("order", [lambda told: told, reversed], ids=["first to last", "last to first"])
def test_facts_kept_as_documents_come_and_go_are_those_of_all_claims(
    database: Database, order: Callable[[Iterable[Reading]], Iterable[Reading]]
) -> None:
    told = [*order((*readings(), *tale()))]
    for reading in told:
        load(database, to_dataset(reading))
    assert _stored(database) == _wanted(database.write(_derived_from_all))
    for reading in told[::3]:
        retract(database, reading.document.id)
    assert _stored(database) == _wanted(database.write(_derived_from_all))


def _visit(year: int) -> Reading:
    """A document of one visit of Leeds by an inspector who comes in other years, too."""
    text = f"Ada Quill visited Leeds on 3 May {year}."
    document = Document(
        id=f"visit-{year}",
        source=f"visit-{year}.txt",
        sha256=f"{year:064}",
        text=text,
        title="A visit",
        media_type="text/plain",
        published=f"{year}-06-01",
    )
    visit = InspectionStatement(org="Leeds", kind="focused_visit", date=f"{year}-05-03", inspector=("Ada Quill",))
    claim = Claim(
        document=document.id,
        statement=visit,
        quote=text,
        start_offset=0,
        end_offset=len(text),
        confidence=0.9,
        method="by hand",
        method_version="1",
    )
    return resolve(document, [claim])


PAST = "MATCH (past:PastInspection {knownBy: 'published'}) RETURN past.name AS name, toString(past.knownFrom) AS since"


def test_a_visit_takes_nothing_from_what_else_its_inspector_did_at_the_same_place(database: Database) -> None:
    for year in (2015, 2020, 2010):
        load(database, to_dataset(_visit(year)))
        assert _stored(database) == _wanted(database.write(_derived_from_all))
    assert len(database.read(PAST)) == 3
    retract(database, "document/visit-2015")
    assert len(_stored(database)) == len(database.read(PAST)) == 2


def test_a_fact_that_stays_is_changed_in_place(database: Database) -> None:
    load(database, to_dataset(NEWS))
    (before,) = database.read(TENURE)
    load(database, to_dataset(GAZETTE))
    (after,) = database.read(TENURE)
    assert after["node"] == before["node"]
    assert (before["end"], after["end"]) == (None, "2021-10")
    assert after["claims"] > before["claims"]
    retract(database, GAZETTE.document.id)
    assert database.read(TENURE) == [before]


def test_a_new_document_takes_few_round_trips(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    for reading in (NEWS, REPORT):
        load(database, to_dataset(reading))
    made: list[str] = []
    run = ManagedTransaction.run

    def counted(transaction: ManagedTransaction, query: str, *given: Any, **more: Any) -> Any:
        made.append(query)
        return run(transaction, query, *given, **more)

    monkeypatch.setattr(ManagedTransaction, "run", counted)
    load(database, to_dataset(GAZETTE))
    assert len(made) <= 14
