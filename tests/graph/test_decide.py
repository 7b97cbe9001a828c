"""Decisions by people on who is who: recorded, followed at once, and undone without a trace."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.database import Database, Settings, connect
from graph.decide import BadDecision, decide, listed, undo
from graph.export import export
from graph.load import load, retract
from graph.model import Reading
from graph.restore import restore
from graph.schema import ensure_schema
from graph.server import Server
from ingest.rdf import to_dataset
from tests.sample import readings

NEWS, GAZETTE, REPORT = readings()
MARC, MARK = "person/marc-douglas", "person/mark-douglas"


@pytest.fixture
def database(server: Server) -> Iterator[Database]:
    """The sample, in which the gazette calls the director Marc."""
    with connect(Settings(server.uri, server.username, server.password)) as database:
        ensure_schema(database)
        _clear(database)
        text = GAZETTE.model_dump_json().replace("Mark Douglas", "Marc Douglas").replace("mark-douglas", "marc-douglas")
        for reading in (NEWS, Reading.model_validate_json(text), REPORT):
            load(database, to_dataset(reading))
        yield database
        _clear(database)


def _clear(database: Database) -> None:
    database.write(lambda transaction: transaction.run("MATCH (node) DETACH DELETE node").consume())


def _all(database: Database) -> bytes:
    return b"".join(export(database, "nquads"))


def _holders(database: Database) -> list[str]:
    rows = database.read(
        "MATCH (f:Tenure)-[:HOLDER]->(p:Person) WHERE p.name ENDS WITH 'Douglas' RETURN p.name AS name ORDER BY name"
    )
    return [row["name"] for row in rows]


def test_a_decision_tells_its_reason_its_score_and_the_words_of_both(database: Database) -> None:
    (found,) = (each for each in listed(database, "same") if {each.one.id, each.other.id} == {MARC, MARK})
    assert (found.by, found.score) == ("automatic", 0.95)
    assert "spellings of one forename" in found.reason
    assert found.decided_at
    assert all(side.quotes and side.organisation for side in (found.one, found.other))


def test_deciding_otherwise_parts_facts_and_undoing_it_restores_exactly_what_was(database: Database) -> None:
    before = _all(database)
    assert _holders(database) == ["Marc Douglas"]
    difference = decide(database, [MARK, MARC], "different", "Jo Reader", "two brothers")
    assert _holders(database) == ["Marc Douglas", "Mark Douglas"]
    assert any("Mark Douglas" in name for name in (*difference.added, *difference.changed))
    (made,) = (each for each in listed(database, person=MARC) if each.by == "Jo Reader")
    assert (made.verdict, made.reason) == ("different", "two brothers")
    undo(database, made.id)
    assert _all(database) == before


def test_a_decision_outlasts_the_documents_and_travels_with_an_export(database: Database, tmp_path: Path) -> None:
    decide(database, [MARK, MARC], "different", "Jo Reader", "two brothers")
    retract(database, NEWS.document.id)
    load(database, to_dataset(NEWS))
    assert _holders(database) == ["Marc Douglas", "Mark Douglas"]
    whole = _all(database)
    path = tmp_path / "export.nq"
    path.write_bytes(whole)
    _clear(database)
    restore(database, path)
    assert _all(database) == whole
    assert _holders(database) == ["Marc Douglas", "Mark Douglas"]


def test_what_cannot_be_decided_is_refused_with_a_reason(database: Database) -> None:
    with pytest.raises(BadDecision, match="no person “person/nobody”"):
        decide(database, [MARK, "person/nobody"], "same", "Jo", "")
    with pytest.raises(BadDecision, match="two different people"):
        decide(database, [MARK, MARK], "same", "Jo", "")
    with pytest.raises(BadDecision, match="must be a name"):
        decide(database, [MARK, MARC], "same", "automatic", "")
    with pytest.raises(BadDecision, match="decided automatically"):
        undo(database, next(each.id for each in listed(database, "same")))
    with pytest.raises(BadDecision, match="There is no decision"):
        undo(database, "decision/none")
