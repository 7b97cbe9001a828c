"""What was known before stays on record, and every canned query answers as of it."""

from datetime import UTC, datetime, timedelta
from itertools import permutations
from typing import Any

import pytest

from graph.answer import answer
from graph.catalogue import Parameter, catalogue
from graph.database import Database
from graph.export import export
from graph.history import NoPast, past
from graph.load import load, retract
from graph.schema import ensure_schema
from ingest.rdf import to_dataset
from tests.graph.conftest import clear
from tests.sample import BRADFORD, DIRECTOR, readings
from tests.tale import tale

NEWS, GAZETTE, REPORT = readings()
MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
DAY = timedelta(days=1)


def _ends(database: Database, **known: str) -> list[tuple[str, str | None]]:
    asked = {"organisation": BRADFORD, "role": DIRECTOR, **known}
    return [(row["person"], row["end"]) for row in answer(database, "who-held", asked).rows]


def test_known_at_answers_from_the_documents_that_had_come_out(database: Database) -> None:
    for reading in (GAZETTE, NEWS):
        load(database, to_dataset(reading))
    assert ("Mark Douglas", "2021-10") in _ends(database)
    assert ("Mark Douglas", None) in _ends(database, known_at="2019-12-31")
    assert _ends(database, known_at="2019-07-03") == []
    rows = answer(database, "who-held", {"organisation": BRADFORD, "known_at": "2019"}).rows
    assert {source["document"] for row in rows for source in row["sources"]} == {NEWS.document.id}


TOLD = """
MATCH (past:PastFact {knownBy: 'published'})
RETURN past.id AS id, toString(past.knownFrom) AS since, toString(past.knownUntil) AS until, past.name AS name,
  COUNT { (past)<-[:SUPPORTS_THEN]-(:Claim) } AS claims
ORDER BY id, since
"""


def test_what_had_come_out_by_a_day_is_the_same_in_whatever_order_documents_came_and_went(database: Database) -> None:
    found = []
    for order in permutations((NEWS, GAZETTE, REPORT)):
        clear(database)
        for reading in order:
            load(database, to_dataset(reading))
        found.append(database.read(TOLD))
        retract(database, order[0].document.id)
        load(database, to_dataset(order[0]))
        found.append(database.read(TOLD))
    assert found[0]
    assert all(each == found[0] for each in found)


def test_what_had_come_out_by_a_day_stays_when_a_new_version_says_some_of_it_again(database: Database) -> None:
    for reading in (NEWS, GAZETTE):
        load(database, to_dataset(reading))
    before = database.read(TOLD)
    load(database, to_dataset(GAZETTE.model_copy(update={"claims": GAZETTE.claims[1:]})))
    load(database, to_dataset(GAZETTE))
    assert database.read(TOLD) == before


def test_a_document_takes_nothing_from_what_had_come_out_on_other_posts_of_those_it_names(database: Database) -> None:
    found = []
    for order in (tale(), tuple(reversed(tale()))):
        clear(database)
        for reading in order:
            load(database, to_dataset(reading))
        found.append(database.read(TOLD))
    assert found[0] == found[1]


def test_known_by_ingested_answers_from_what_had_been_loaded_even_when_it_is_gone(database: Database) -> None:
    load(database, to_dataset(NEWS), MONDAY)
    load(database, to_dataset(GAZETTE), MONDAY + DAY)
    retract(database, GAZETTE.document.id, MONDAY + 2 * DAY)

    def known(day: str) -> list[tuple[str, str | None]]:
        return _ends(database, known_at=day, known_by="ingested")

    assert known("2026-03-01") == []
    assert ("Mark Douglas", None) in known("2026-03-02")
    assert ("Mark Douglas", "2021-10") in known("2026-03-03")
    assert ("Mark Douglas", None) in known("2026-03-04")
    asked = {"organisation": BRADFORD, "known_at": "2026-03-03", "known_by": "ingested"}
    quotes = [source["quote"] for row in answer(database, "who-held", asked).rows for source in row["sources"]]
    assert any("resigned" in quote for quote in quotes)


OPEN = """
MATCH (past:PastFact {knownBy: 'ingested'}) WHERE past.knownUntil IS NULL
RETURN past.id AS id, past:OpenFact AS marked ORDER BY id
"""
CLOSED = "MATCH (past:OpenFact) WHERE past.knownUntil IS NOT NULL OR past.knownBy <> 'ingested' RETURN past.id AS id"
PRESENT = "MATCH (fact:Fact) RETURN fact.id AS id, true AS marked ORDER BY id"


def _only_what_is_known_now_is_marked(database: Database) -> bool:
    return database.read(OPEN) == database.read(PRESENT) and database.read(CLOSED) == []


def test_one_version_of_each_fact_is_marked_as_known_now_however_often_documents_come_and_go(
    database: Database,
) -> None:
    for day in range(3):
        for reading in (NEWS, GAZETTE, REPORT):
            load(database, to_dataset(reading), MONDAY + day * DAY)
            assert _only_what_is_known_now_is_marked(database)
        retract(database, GAZETTE.document.id, MONDAY + (day + 0.5) * DAY)
        retract(database, NEWS.document.id, MONDAY + (day + 0.6) * DAY)
        assert _only_what_is_known_now_is_marked(database)


def test_a_graph_of_an_earlier_version_has_what_is_known_now_marked_when_its_schema_is_made(database: Database) -> None:
    def versions() -> list[dict[str, Any]]:
        return database.read("MATCH (past:PastFact) RETURN past.version AS id, properties(past) AS told ORDER BY id")

    for reading in (NEWS, GAZETTE):
        load(database, to_dataset(reading), MONDAY)
    retract(database, GAZETTE.document.id, MONDAY + DAY)
    before = versions()
    database.write(lambda transaction: transaction.run("MATCH (past:OpenFact) REMOVE past:OpenFact").consume())
    database.define("DROP INDEX openfact_id")
    ensure_schema(database)
    assert _only_what_is_known_now_is_marked(database)
    assert versions() == before
    load(database, to_dataset(GAZETTE), MONDAY + 2 * DAY)
    assert _only_what_is_known_now_is_marked(database)


def test_the_past_leaves_nothing_in_the_present(database: Database) -> None:
    load(database, to_dataset(NEWS), MONDAY)
    before = b"".join(export(database, "nquads"))
    for day in range(1, 4):
        load(database, to_dataset(GAZETTE), MONDAY + day * DAY)
        retract(database, GAZETTE.document.id, MONDAY + (day + 0.9) * DAY)
    assert b"".join(export(database, "nquads")) == before
    assert database.read("MATCH (person:Person {name: 'Steve Walker'}) RETURN person.id AS id") == []
    load(database, to_dataset(GAZETTE), MONDAY + 5 * DAY)
    rows = answer(database, "career", {"person": "Steve Walker", "known_at": "2026-03-03", "known_by": "ingested"}).rows
    assert [row["organisation"] for row in rows] == ["Leeds", "Bradford"]


def test_history_tells_what_was_learnt_known_otherwise_and_no_longer_known(database: Database) -> None:
    load(database, to_dataset(NEWS), MONDAY)
    load(database, to_dataset(GAZETTE), MONDAY + DAY)
    retract(database, NEWS.document.id, MONDAY + 2 * DAY)
    rows = answer(database, "history", {"entity": "Mark Douglas"}, limit=1000).rows
    name = "Mark Douglas, director of children's services at Bradford"
    told = [(row["when"][:10], row["change"], row["known"].removeprefix(name)) for row in rows if name in row["known"]]
    assert told == [
        ("2026-03-02", "+", ", from 1 July 2019"),
        ("2026-03-03", "~", ", 1 July 2019 – October 2021"),
        ("2026-03-04", "~", ", until October 2021"),
    ]
    gone = [row for row in rows if row["change"] == "−"]
    assert all(row["when"].startswith("2026-03-04") for row in gone)


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_every_canned_query_can_be_asked_of_the_past_and_as_of_a_day(database: Database, name: str) -> None:
    query = catalogue()[name]
    assert query.parameter("as_of") is not None
    for reading in (NEWS, GAZETTE, REPORT):
        load(database, to_dataset(reading))
    asked = {each.name: _example(each) for each in query.parameters if each.required}
    now = answer(database, name, asked, limit=500).rows
    if name != "history":
        later = answer(database, name, {**asked, "known_at": "2030"}, limit=500).rows
        assert [_told(row) for row in later] == [_told(row) for row in now]
    before = answer(database, name, {**asked, "known_at": "2000", "as_of": "2019-08-01"}).rows
    assert before == [] or name == "history"


def _example(parameter: Parameter) -> str:
    """What the three documents tell of, for a parameter that is needed."""
    if parameter.type == "date":
        return "2019-08-01"
    return {"Person": "Mark Douglas", "Document": "sample_gazette"}.get(parameter.class_ or "", "Bradford")


def _told(row: dict[str, Any]) -> tuple[object, ...]:
    """What the row is about, which is a fact but for queries that count, and how certain it is."""
    return row.get("fact_id", row["sources"]), row["certainty"]


@pytest.mark.parametrize("cypher", ["MATCH (f:Tenure WHERE f.interim) RETURN f", "MATCH (f) WHERE f:Tenure RETURN f"])
def test_a_query_that_cannot_be_asked_of_the_past_says_so_rather_than_finding_nothing(cypher: str) -> None:
    with pytest.raises(NoPast, match=r"“:Tenure” cannot be asked of the past: write each fact as \(name:Label\)"):
        past(cypher)


def test_a_query_on_the_present_becomes_one_on_the_past() -> None:
    turned = past("MATCH (p:Person {id: $x})<-[:HOLDER]-(t:Tenure)-[:IN_ROLE|NAMED_AT]->(:Role) RETURN ':Fact' AS a")
    assert "(p:Person|FormerEntity {id: $x})<-[:HOLDER_THEN]-(t:PastTenure WHERE t.knownBy = $known_by" in turned
    assert "[:IN_ROLE_THEN|NAMED_AT]->(:Role|FormerEntity) RETURN ':Fact' AS a" in turned
