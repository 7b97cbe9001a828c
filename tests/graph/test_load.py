"""Documents loaded into and taken out of a real Neo4j."""

from concurrent.futures import ThreadPoolExecutor
from itertools import permutations

import pytest
from rdflib import Dataset

from graph.database import Database
from graph.load import NotOneDocument, UnknownDocument, load, retract
from graph.model import Reading
from graph.schema import ensure_schema
from ingest.rdf import to_dataset
from tests.graph.conftest import clear
from tests.sample import BRADFORD, DIRECTOR, readings

NEWS, GAZETTE, REPORT = readings()
EVERYTHING = """
MATCH (node:Entity|Fact|Claim|Document)
OPTIONAL MATCH (node)-[edge]->(other) WHERE NOT type(edge) ENDS WITH '_THEN'
WITH node, edge, other ORDER BY type(edge), other.id
WITH node, collect([type(edge), edge.reason, other.id]) AS edges
RETURN node.id AS id, labels(node) AS labels, properties(node) AS properties, edges ORDER BY id
"""
HOLDERS = """
MATCH (person:Person)<-[:HOLDER]-(fact:Tenure)-[:IN_ROLE]->(role:Role)-[:POST_IN]->(:Council {id: $council})
WHERE role.roleKind = $role
RETURN person.name AS person, person.alternativeName AS others, fact.start AS start, fact.end AS end ORDER BY start
"""


def _everything(database: Database) -> list[dict[str, object]]:
    return database.read(EVERYTHING)


def _with_first_claim(reading: Reading, **changes: object) -> Reading:
    """The document in another version, whose first claim says something else."""
    first, *rest = reading.claims
    statement = first.claim.statement.model_copy(update=changes)
    changed = first.model_copy(update={"claim": first.claim.model_copy(update={"statement": statement})})
    document = reading.document.model_copy(update={"sha256": "9" * 64})
    return reading.model_copy(update={"claims": (changed, *rest), "document": document})


def _misspelt(reading: Reading) -> Reading:
    """The gazette, in which the director is called Marc."""
    text = reading.model_dump_json().replace("Mark Douglas", "Marc Douglas").replace("mark-douglas", "marc-douglas")
    return Reading.model_validate_json(text)


def test_loading_tells_the_facts_that_are_new(database: Database) -> None:
    difference = load(database, to_dataset(NEWS))
    assert difference.document == NEWS.document.id
    assert not difference.unchanged
    assert difference.added == (
        "Gladys Rhodes White, interim director of children's services at Bradford, until 30 June 2019",
        "Inspection of Bradford, September 2018: inadequate",
        "Mark Douglas, director of children's services at Bradford, from 1 July 2019",
        "Monitoring visit of Bradford, 11 June 2019",
    )
    assert (difference.changed, difference.removed) == ((), ())


def test_loading_the_same_again_changes_nothing(database: Database) -> None:
    load(database, to_dataset(NEWS))
    before = _everything(database)
    assert load(database, to_dataset(NEWS)).unchanged
    assert _everything(database) == before


def test_a_second_document_completes_a_fact(database: Database) -> None:
    load(database, to_dataset(NEWS))
    difference = load(database, to_dataset(GAZETTE))
    assert difference.changed == (
        "Mark Douglas, director of children's services at Bradford, 1 July 2019 – October 2021",
    )


def test_a_new_version_replaces_the_claims_of_the_old(database: Database) -> None:
    load(database, to_dataset(NEWS))
    difference = load(database, to_dataset(_with_first_claim(NEWS, start="2019-08-01")))
    assert difference.changed == ("Mark Douglas, director of children's services at Bradford, from 1 August 2019",)
    assert database.read("MATCH (claim:Claim) RETURN count(*) AS count") == [{"count": len(NEWS.claims)}]
    assert database.read("MATCH (document:Document) RETURN document.sha256 AS hash") == [{"hash": "9" * 64}]


def test_the_order_of_loading_never_matters(database: Database) -> None:
    found = []
    for order in permutations([NEWS, _misspelt(GAZETTE), REPORT]):
        clear(database)
        for reading in order:
            load(database, to_dataset(reading))
        found.append(_everything(database))
    assert all(each == found[0] for each in found)


def test_a_misspelt_name_is_joined_by_a_recorded_decision_and_parted_again(database: Database) -> None:
    load(database, to_dataset(NEWS))
    before = _everything(database)
    load(database, to_dataset(_misspelt(GAZETTE)))
    holders = database.read(HOLDERS, {"council": BRADFORD, "role": DIRECTOR})
    assert [(row["person"], row["start"], row["end"]) for row in holders] == [
        ("Marc Douglas", "2019-07-01", "2021-10"),
        ("Gladys Rhodes White", None, "2019-06-30"),
    ]
    assert holders[0]["others"] == ["Mark Douglas"]
    (edge,) = database.read("MATCH (a)-[edge:SAME_AS]->(b) RETURN a.id AS a, b.id AS b, properties(edge) AS why")
    assert (edge["a"], edge["b"]) == ("person/mark-douglas", "person/marc-douglas")
    assert "spellings of one forename" in str(edge["why"])
    retract(database, GAZETTE.document.id)
    assert _everything(database) == before


def test_retracting_removes_just_what_nothing_else_supports(database: Database) -> None:
    load(database, to_dataset(NEWS))
    before = _everything(database)
    load(database, to_dataset(GAZETTE))
    difference = retract(database, GAZETTE.document.id)
    assert difference.changed == ("Mark Douglas, director of children's services at Bradford, from 1 July 2019",)
    assert "Steve Walker, director of children's services at Leeds, 2016 – 2020" in difference.removed
    assert _everything(database) == before
    retract(database, NEWS.document.id)
    assert _everything(database) == []


def test_every_fact_has_a_claim_and_its_dates_as_days(database: Database) -> None:
    for reading in readings():
        load(database, to_dataset(reading))
    assert database.read("MATCH (fact:Fact) WHERE NOT (fact)<-[:SUPPORTS]-(:Claim) RETURN fact.id AS id") == []
    assert database.read("MATCH (fact:Fact) RETURN count(*) AS count") == [{"count": 14}]
    (row,) = database.read("MATCH (fact:Tenure {start: '2016'}) RETURN fact.startEarliest = date('2016-01-01') AS day")
    assert row["day"] is True


def test_two_loads_at_once_make_what_one_after_the_other_makes(database: Database) -> None:
    for reading in readings():
        load(database, to_dataset(reading))
    before = _everything(database)
    clear(database)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda reading: load(database, to_dataset(reading)), [*readings(), *readings()]))
    assert _everything(database) == before


def test_a_load_that_fails_leaves_nothing(database: Database) -> None:
    with pytest.raises(NotOneDocument, match="0 documents"):
        load(database, Dataset())
    with pytest.raises(UnknownDocument, match="document/none"):
        retract(database, "document/none")
    assert _everything(database) == []


def test_schema_is_made_once_and_kept(database: Database) -> None:
    ensure_schema(database)
    indexes = database.read("SHOW INDEXES YIELD name, state RETURN name, state ORDER BY name")
    assert {"entity_id", "fact_id", "claim_id", "document_id", "entity_names", "tenure_startearliest"} <= {
        str(row["name"]) for row in indexes
    }
    assert {row["state"] for row in indexes} == {"ONLINE"}
