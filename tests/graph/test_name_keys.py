"""People are found by keys of their names: kept with the people, gone with them, and made where they are missing."""

import pytest

from graph.database import Database
from graph.load import load, retract
from graph.schema import ensure_schema
from ingest.rdf import to_dataset
from tests.sample import readings

KEYS = """
MATCH (key:NameKey)-[edge]->(person:Person)
RETURN key.id AS key, type(edge) AS type, person.id AS person ORDER BY key, person
"""
COUNT = "RETURN COUNT { (:NameKey) } AS count"
DROPPED = "MATCH (key:NameKey) DETACH DELETE key"


@pytest.fixture
def sample(database: Database) -> Database:
    for reading in readings():
        load(database, to_dataset(reading))
    return database


def test_everybody_has_one_key_of_the_name_and_some_of_the_surname(sample: Database) -> None:
    rows = sample.read(KEYS)
    people = {row["id"] for row in sample.read("MATCH (person:Person) RETURN person.id AS id")}
    assert sorted(row["person"] for row in rows if row["type"] == "NAME_OF") == sorted(people)
    assert {row["person"] for row in rows if row["type"] == "KEY_OF"} == people
    assert "=mark-douglas" in {row["key"] for row in rows}


def test_keys_stay_as_they_are_when_a_document_comes_again_and_go_with_the_last_that_names_somebody(
    sample: Database,
) -> None:
    before = sample.read(KEYS)
    for reading in readings():
        retract(sample, reading.document.id)
        load(sample, to_dataset(reading))
    assert sample.read(KEYS) == before
    for reading in readings():
        retract(sample, reading.document.id)
    assert sample.read(COUNT) == [{"count": 0}]


def test_a_graph_of_an_earlier_version_is_given_keys_when_its_schema_is_made(sample: Database) -> None:
    before = sample.read(KEYS)
    sample.write(lambda transaction: transaction.run(DROPPED).consume())
    ensure_schema(sample)
    assert sample.read(KEYS) == before
