"""What an operator sees: an id on each answer, a line in the log, figures for Prometheus, and whether it is ready."""

import json
import logging
import re
import threading
from collections.abc import Iterator

import httpx
import pytest
from neo4j import GraphDatabase
from prometheus_client.parser import text_string_to_metric_families

from api.app import create_app
from api.logging_setup import JsonFormatter
from graph.database import Database, Settings, connect
from graph.schema import ensure_schema
from graph.server import Server
from tests.serving import served, serving

Figures = dict[tuple[str, frozenset[tuple[str, str]]], float]


@pytest.fixture
def asking(sample_graph: Database) -> Iterator[httpx.Client]:
    """A server whose figures are all of one test."""
    with served(sample_graph) as address, httpx.Client(base_url=address, timeout=30) as client:
        yield client


def _figures(client: httpx.Client) -> Figures:
    answer = client.get("/metrics")
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    return {
        (sample.name, frozenset(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
    }


def _value(figures: Figures, name: str, **labels: str) -> float:
    return figures[name, frozenset(labels.items())]


def test_the_connections_in_use_are_told(asking: httpx.Client, sample_graph: Database) -> None:
    before = _figures(asking)
    with sample_graph.reading(30):
        within = _figures(asking)
    name = "whoheld_database_connections"
    assert _value(within, f"{name}_in_use") == _value(before, f"{name}_in_use") + 1
    assert _value(_figures(asking), f"{name}_in_use") == _value(before, f"{name}_in_use")
    assert _value(before, f"{name}_most") > 1


@pytest.mark.parametrize("given", ["a", "Az0_-", "x" * 64])
def test_a_good_id_of_the_request_is_given_back(asking: httpx.Client, given: str) -> None:
    assert asking.get("/healthz", headers={"X-Request-ID": given}).headers["x-request-id"] == given


@pytest.mark.parametrize("given", ["", "x" * 65, "a b", 'a"b', "<b>", "a/b"])
def test_any_other_is_replaced_by_one_of_our_own(asking: httpx.Client, given: str) -> None:
    made = [asking.get("/healthz", headers={"X-Request-ID": given}).headers["x-request-id"] for _ in range(2)]
    assert all(re.fullmatch("[0-9a-f]{32}", each) for each in made)
    assert made[0] != made[1]


@pytest.mark.parametrize("path", ["/", "/nothing/here", "/static/style.css", "/queries/who-held", "/openapi.json"])
def test_every_answer_has_one(asking: httpx.Client, path: str) -> None:
    assert asking.get(path).headers["x-request-id"]


def test_each_request_is_a_line_of_json_without_what_was_asked(
    asking: httpx.Client, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "whoheld.access")
    answer = asking.get("/entities?q=secret+name", headers={"X-Request-ID": "mine"})
    (record,) = (each for each in caplog.records if each.name == "whoheld.access")
    line = JsonFormatter().format(record)
    assert "secret" not in line
    told = json.loads(line)
    expected = {"method": "GET", "path": "/entities", "status": 200, "request_id": "mine", "bytes": len(answer.content)}
    assert told.items() >= expected.items()
    assert 0 < told["milliseconds"] < 30_000
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00", told["time"])


def test_nothing_that_is_asked_for_breaks_a_line(asking: httpx.Client, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "whoheld.access")
    asking.get('/a%0a{"status":200}%0d%22')
    (record,) = (each for each in caplog.records if each.name == "whoheld.access")
    line = JsonFormatter().format(record)
    assert line.splitlines() == [line]
    assert json.loads(line)["path"] == '/a\n{"status":200}\r"'


def test_requests_are_counted_by_method_template_and_status(asking: httpx.Client) -> None:
    for path in ("/documents/none", "/documents/nothing", "/queries/who-held?organisation=Bradford", "/a", "/b"):
        asking.get(path)
    asking.request("BREW", "/documents/none")
    asking.get("/static/style.css")
    figures = _figures(asking)
    counted = {labels: value for (name, labels), value in figures.items() if name == "whoheld_http_requests_total"}
    told = {
        tuple(dict(labels)[each] for each in ("method", "route", "status")): each for labels, each in counted.items()
    }
    (document,) = {route for _, route, _ in told if route.startswith("/documents/")}
    assert "{" in document
    assert told == {
        ("GET", document, "404"): 2,
        ("other", document, "405"): 1,
        ("GET", "/queries/who-held", "200"): 1,
        ("GET", "none", "404"): 2,
        ("GET", "/static", "200"): 1,
    }
    assert _value(figures, "whoheld_http_request_duration_seconds_count", route=document) == 3
    assert _value(figures, "whoheld_http_request_duration_seconds_bucket", route=document, le="+Inf") == 3


def test_a_fault_of_ours_is_counted_logged_and_has_an_id(
    sample_graph: Database, caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> None:
        raise RuntimeError("inside")

    caplog.set_level(logging.INFO, "whoheld.access")
    app = create_app(sample_graph)
    app.get("/fault")(fail)
    with serving(app) as address:
        answer = httpx.get(f"{address}/fault", headers={"X-Request-ID": "broken"})
        with httpx.Client(base_url=address, timeout=30) as client:
            figures = _figures(client)
    assert (answer.status_code, answer.headers["x-request-id"]) == (500, "broken")
    assert _value(figures, "whoheld_http_requests_total", method="GET", route="/fault", status="500") == 1
    (error,) = (each for each in caplog.records if each.name == "whoheld.api")
    assert "RuntimeError: inside" in json.loads(JsonFormatter().format(error))["exception"]
    logged = [json.loads(JsonFormatter().format(each)) for each in caplog.records if each.name == "whoheld.access"]
    assert [each["status"] for each in logged] == [500, 200]


def test_requests_in_progress_are_told(sample_graph: Database) -> None:
    started, go_on = threading.Event(), threading.Event()

    def wait() -> None:
        started.set()
        go_on.wait(30)

    app = create_app(sample_graph)
    app.get("/wait")(wait)
    with serving(app) as address, httpx.Client(base_url=address, timeout=30) as client:
        waiting = threading.Thread(target=httpx.get, args=(f"{address}/wait",), kwargs={"timeout": 30})
        waiting.start()
        started.wait(30)
        assert _value(_figures(client), "whoheld_http_requests_in_progress") == 2
        go_on.set()
        waiting.join()
        assert _value(_figures(client), "whoheld_http_requests_in_progress") == 1


def test_the_graph_is_told_with_when_it_last_changed(asking: httpx.Client, sample_graph: Database) -> None:
    figures = _figures(asking)
    assert _value(figures, "whoheld_graph_up") == 1
    for label in ("Document", "Claim", "Fact", "Person"):
        (row,) = sample_graph.read(f"MATCH (node:{label}) RETURN count(node) AS number")
        assert _value(figures, "whoheld_graph_nodes", label=label) == row["number"] > 0
    (row,) = sample_graph.read("MATCH (past:PastFact {knownBy: 'ingested'}) RETURN max(past.knownFrom) AS newest")
    assert _value(figures, "whoheld_graph_changed_timestamp_seconds") == pytest.approx(row["newest"].timestamp(), abs=1)
    assert any(name == "whoheld_build_info" for name, _ in figures)


def test_without_a_graph_the_other_figures_are_told_all_the_same() -> None:
    with (
        GraphDatabase.driver("bolt://127.0.0.1:1", auth=("neo4j", "none"), max_transaction_retry_time=0.1) as driver,
        served(Database(driver)) as address,
        httpx.Client(base_url=address, timeout=30) as client,
    ):
        client.get("/healthz")
        figures = _figures(client)
    assert _value(figures, "whoheld_graph_up") == 0
    assert _value(figures, "whoheld_http_requests_total", method="GET", route="/healthz", status="200") == 1
    assert not any(name == "whoheld_graph_nodes" for name, _ in figures)


def test_an_empty_graph_has_no_newest_change_and_one_without_its_indexes_is_not_ready(server: Server) -> None:
    with (
        connect(Settings(server.uri, server.username, server.password)) as database,
        served(database) as address,
        httpx.Client(base_url=address, timeout=30) as client,
    ):
        ensure_schema(database)
        assert client.get("/readyz").status_code == 200
        database.define("DROP INDEX entity_names")
        try:
            answer = client.get("/readyz")
            assert (answer.status_code, answer.json()["type"].rsplit("/", 1)[1]) == (503, "schema-missing")
            assert "entity_names" in answer.json()["detail"]
            assert client.get("/healthz").status_code == 200
            assert _value(_figures(client), "whoheld_graph_up") == 1
        finally:
            ensure_schema(database)
        assert client.get("/readyz").status_code == 200
