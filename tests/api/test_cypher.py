"""Queries of one's own read the graph, and do nothing else: whatever they try."""

import csv
import io
from collections.abc import Iterator

import httpx
import pytest

from api.settings import Settings
from graph.database import Database
from tests.sample import BRADFORD
from tests.serving import served

READS = "MATCH (council:Council) WHERE council.name = $name RETURN council.id AS id, council"


def _ask(client: httpx.Client, query: str, **more: object) -> httpx.Response:
    return client.post("/cypher", json={"query": query, **more})


def test_a_query_gives_its_rows_with_its_parameters(client: httpx.Client) -> None:
    told = _ask(client, READS, parameters={"name": "Bradford"}).json()
    assert told["columns"] == ["id", "council"]
    (row,) = told["rows"]
    assert row["id"] == BRADFORD
    assert row["council"]["labels"] == ["Council", "Entity", "Organisation"]
    assert row["council"]["properties"]["gssCode"] == "E08000032"
    assert told["truncated"] is False
    assert told["plan"] is None


def test_days_relationships_and_paths_are_plain_json(client: httpx.Client) -> None:
    query = (
        "MATCH way = (:Person {name: 'Mark Douglas'})<-[holder:HOLDER]-(fact:Tenure) "
        "RETURN way, holder, fact.startEarliest AS day"
    )
    (row,) = _ask(client, query).json()["rows"]
    assert row["day"] == "2019-07-01"
    assert row["holder"]["type"] == "HOLDER"
    assert [node["id"].split("/")[0] for node in row["way"]["nodes"]] == ["person", "tenure"]


def test_the_plan_comes_when_it_is_asked_for(client: httpx.Client) -> None:
    plan = _ask(client, READS, parameters={"name": "Bradford"}, plan=True).json()["plan"]
    assert plan["operator"] == "ProduceResults"
    assert plan["children"]


def test_rows_come_as_csv_too(client: httpx.Client) -> None:
    answered = client.post("/cypher?format=csv", json={"query": "UNWIND [1, 2] AS number RETURN number"})
    assert list(csv.reader(io.StringIO(answered.text, newline=""))) == [["number"], ["1"], ["2"]]


def test_more_rows_than_the_limit_are_cut_off_and_that_is_said(client: httpx.Client) -> None:
    told = _ask(client, "UNWIND range(1, 100) AS number RETURN number", limit=3).json()
    assert ([row["number"] for row in told["rows"]], told["truncated"]) == ([1, 2, 3], True)
    assert _ask(client, "RETURN 1", limit=1_000_000).status_code == 422


@pytest.mark.parametrize(
    "query",
    [
        "CREATE (n:Person {name: 'Mallory'}) RETURN n",
        "MATCH (n:Person) SET n.name = 'Mallory' RETURN n",
        "MATCH (n:Person) DETACH DELETE n",
        "MERGE (n:Person {name: 'Mallory'})",
        "MATCH (n:Person) FOREACH (x IN [1] | SET n.name = 'Mallory')",
        "MATCH (n:Person) CALL (n) { SET n.name = 'Mallory' } RETURN n",
        "MATCH (n:Person) CALL (n) { CREATE (m) } IN TRANSACTIONS RETURN n",
        "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
        "LOAD CSV FROM 'http://127.0.0.1:1/' AS line RETURN line",
        "MATCH (n) CALL (n) { LOAD CSV FROM 'http://127.0.0.1:1/' AS line RETURN line } RETURN line",
        "CALL dbms.listConfig() YIELD name, value RETURN name, value",
        "CALL dbms.components() YIELD name WITH name MATCH (n) RETURN n, name",
        "CALL db.awaitIndexes()",
        "CALL tx.setMetaData({a: 1})",
        "SHOW TRANSACTIONS",
        "SHOW SETTINGS",
        "SHOW USERS",
        "SHOW PROCEDURES",
        "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
        "CREATE INDEX mine FOR (n:Person) ON (n.x)",
        "DROP INDEX entity_names",
        "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'",
    ],
)
def test_what_would_do_more_than_read_is_refused(client: httpx.Client, sample_graph: Database, query: str) -> None:
    before = sample_graph.read("MATCH (n) RETURN count(n) AS nodes")
    refused = _ask(client, query)
    assert (refused.status_code, refused.json()["type"].rsplit("/", 1)[1]) == (403, "refused-cypher")
    assert sample_graph.read("MATCH (n) RETURN count(n) AS nodes") == before


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("MATCH (n:Person)\nRETRN n", "line 2, column 1"),
        ("RETURN nothing", "Variable `nothing` not defined (line 1, column 8)"),
        ("RETURN $missing", "missing"),
        ("RETURN 1; RETURN 2", "one statement"),
        ("RETURN 1 / 0", "/ by zero"),
        ("PROFILE MATCH (n) RETURN n", "Leave PROFILE out"),
        ("explain MATCH (n) RETURN n", "Leave EXPLAIN out"),
        (" ", "There is no query"),
        ("CREATE DATABASE mine", "administration command"),
    ],
)
def test_a_query_that_cannot_be_run_is_told_why_and_where(client: httpx.Client, query: str, told: str) -> None:
    refused = _ask(client, query)
    assert refused.status_code == 422
    assert told in refused.json()["detail"]
    assert refused.json()["errors"][0]["field"] == "query"


def test_a_query_that_takes_too_much_memory_is_stopped(client: httpx.Client) -> None:
    refused = _ask(client, "UNWIND range(1, 100000000) AS x WITH collect('held ' + x) AS held RETURN held")
    assert refused.status_code == 422
    assert "more memory" in refused.json()["detail"] or "longer than" in refused.json()["detail"]
    assert client.get("/readyz").status_code == 200


@pytest.fixture(scope="module")
def hurried(sample_graph: Database) -> Iterator[httpx.Client]:
    limits = Settings(cypher_seconds=0.5)
    with served(sample_graph, limits) as address, httpx.Client(base_url=address, timeout=30) as client:
        yield client


def test_a_query_that_takes_too_long_is_stopped(hurried: httpx.Client) -> None:
    refused = _ask(hurried, "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN max(a * b % 7) AS most")
    assert refused.status_code == 422
    assert "longer than 0.5 seconds" in refused.json()["detail"]


def test_elsewhere_than_on_this_machine_a_key_is_needed(sample_graph: Database) -> None:
    with served(sample_graph, Settings(open=False)) as address, httpx.Client(base_url=address, timeout=30) as client:
        assert _ask(client, "RETURN 1").status_code == 403
        assert client.get("/export.nq").status_code == 403
        assert client.get("/queries").status_code == 200
