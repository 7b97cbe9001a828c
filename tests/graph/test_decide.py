"""Decisions by people on who is who: recorded, followed at once, and undone without a trace."""

from pathlib import Path

import pytest

from graph.database import Database
from graph.decide import BadDecision, decide, listed, undo
from graph.export import export
from graph.load import load, retract
from graph.model import Reading
from graph.restore import restore
from ingest.rdf import to_dataset
from tests.graph.conftest import clear
from tests.sample import readings

NEWS, GAZETTE, REPORT = readings()
MARC, MARK = "person/marc-douglas", "person/mark-douglas"


@pytest.fixture
def misspelt(database: Database) -> Database:
    """The sample, in which the gazette calls the director Marc."""
    text = GAZETTE.model_dump_json().replace("Mark Douglas", "Marc Douglas").replace("mark-douglas", "marc-douglas")
    for reading in (NEWS, Reading.model_validate_json(text), REPORT):
        load(database, to_dataset(reading))
    return database


def _all(database: Database) -> bytes:
    return b"".join(export(database, "nquads"))


def _holders(database: Database) -> list[str]:
    rows = database.read(
        "MATCH (f:Tenure)-[:HOLDER]->(p:Person) WHERE p.name ENDS WITH 'Douglas' RETURN p.name AS name ORDER BY name"
    )
    return [row["name"] for row in rows]


def test_a_decision_tells_its_reason_its_score_and_the_words_of_both(misspelt: Database) -> None:
    (found,) = (each for each in listed(misspelt, "same") if {each.one.id, each.other.id} == {MARC, MARK})
    assert (found.by, found.score) == ("automatic", 0.95)
    assert "spellings of one forename" in found.reason
    assert found.decided_at
    assert all(side.quotes and side.organisation for side in (found.one, found.other))


def test_deciding_otherwise_parts_facts_and_undoing_it_restores_exactly_what_was(misspelt: Database) -> None:
    before = _all(misspelt)
    assert _holders(misspelt) == ["Marc Douglas"]
    difference = decide(misspelt, [MARK, MARC], "different", "Jo Reader", "two brothers")
    assert _holders(misspelt) == ["Marc Douglas", "Mark Douglas"]
    assert any("Mark Douglas" in name for name in (*difference.added, *difference.changed))
    (made,) = (each for each in listed(misspelt, person=MARC) if each.by == "Jo Reader")
    assert (made.verdict, made.reason) == ("different", "two brothers")
    undo(misspelt, made.id)
    assert _all(misspelt) == before


def test_a_decision_outlasts_the_documents_and_travels_with_an_export(misspelt: Database, tmp_path: Path) -> None:
    decide(misspelt, [MARK, MARC], "different", "Jo Reader", "two brothers")
    retract(misspelt, NEWS.document.id)
    load(misspelt, to_dataset(NEWS))
    assert _holders(misspelt) == ["Marc Douglas", "Mark Douglas"]
    whole = _all(misspelt)
    path = tmp_path / "export.nq"
    path.write_bytes(whole)
    clear(misspelt)
    restore(misspelt, path)
    assert _all(misspelt) == whole
    assert _holders(misspelt) == ["Marc Douglas", "Mark Douglas"]


def test_what_cannot_be_decided_is_refused_with_a_reason(misspelt: Database) -> None:
    with pytest.raises(BadDecision, match="no person “person/nobody”"):
        decide(misspelt, [MARK, "person/nobody"], "same", "Jo", "")
    with pytest.raises(BadDecision, match="two different people"):
        decide(misspelt, [MARK, MARK], "same", "Jo", "")
    with pytest.raises(BadDecision, match="must be a name"):
        decide(misspelt, [MARK, MARC], "same", "automatic", "")
    with pytest.raises(BadDecision, match="decided automatically"):
        undo(misspelt, next(each.id for each in listed(misspelt, "same")))
    with pytest.raises(BadDecision, match="There is no decision"):
        undo(misspelt, "decision/none")
