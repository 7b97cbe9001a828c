"""What a browser lets pages of other addresses read: matching for everybody, the rest for the origins named."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from api.app import create_app
from api.settings import Settings
from graph.database import Database
from tests.serving import served, serving

NAMED, OTHER = "https://pages.example", "https://other.example"
PREFLIGHT = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type, x-api-key"}
RECONCILED = ("/reconcile", "/reconcile/suggest/entity", "/reconcile/preview?id=council/nowhere", "/reconcile/nothing")


@pytest.fixture(scope="module")
def narrow(sample_graph: Database) -> Iterator[httpx.Client]:
    """A server that others can reach, which takes short addresses and small bodies, and lets one origin ask."""
    settings = Settings(open=False, url_longest=200, body_most=1000, cors_origins=NAMED)
    with served(sample_graph, settings) as address, httpx.Client(base_url=address) as client:
        yield client


def _readable(answer: httpx.Response) -> str | None:
    origin: str | None = answer.headers.get("access-control-allow-origin")
    return origin


@pytest.mark.parametrize("path", RECONCILED)
def test_pages_of_every_origin_may_ask_before_they_match_names(client: httpx.Client, path: str) -> None:
    before = client.options(path, headers={"Origin": OTHER, **PREFLIGHT})
    assert (before.status_code, _readable(before)) == (200, "*")
    assert {"GET", "POST"} <= set(before.headers["access-control-allow-methods"].split(", "))
    allowed = before.headers["access-control-allow-headers"].lower().split(", ")
    assert {"content-type", "x-api-key"} <= set(allowed)
    assert "access-control-allow-credentials" not in before.headers


def test_no_page_may_ask_matching_to_change_anything(client: httpx.Client) -> None:
    asked = {"Origin": OTHER, "Access-Control-Request-Method": "DELETE"}
    assert client.options("/reconcile", headers=asked).status_code == 400


def test_what_matching_refuses_can_be_read_by_every_page(narrow: httpx.Client) -> None:
    asking = {"Origin": OTHER}
    refused = (
        narrow.get("/reconcile/nothing", headers=asking),
        narrow.delete("/reconcile", headers=asking),
        narrow.post("/reconcile", content="x" * 1001, headers=asking),
        narrow.get(f"/reconcile?queries={'x' * 300}", headers=asking),
        narrow.post("/reconcile", json={}, headers=asking),
        narrow.get("/reconcile?queries=x", headers=asking),
    )
    assert [answer.status_code for answer in refused] == [404, 405, 413, 414, 415, 422]
    assert [_readable(answer) for answer in refused] == ["*"] * len(refused)
    assert all("Retry-After" in answer.headers["access-control-expose-headers"] for answer in refused)


def test_a_cache_keeps_an_answer_that_every_page_may_read(client: httpx.Client) -> None:
    assert _readable(client.get("/reconcile")) == "*"


@pytest.mark.parametrize("path", ["/queries", "/reconcile"])
def test_too_many_requests_can_be_read_as_such(
    sample_graph: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.setenv("WHOHELD_HOME", str(tmp_path))
    settings = Settings(open=False, requests_per_minute=1, cors_origins=NAMED)
    with served(sample_graph, settings) as address:
        first, second = (httpx.get(f"{address}{path}", headers={"Origin": NAMED}) for _ in range(2))
    assert (first.status_code, second.status_code) == (200, 429)
    assert _readable(second) == ("*" if path == "/reconcile" else NAMED)


def test_errors_of_every_route_can_be_read_by_the_origins_named_and_by_no_other(narrow: httpx.Client) -> None:
    def refused(origin: str) -> tuple[httpx.Response, ...]:
        asking = {"Origin": origin}
        return (
            narrow.get("/export.ttl", headers=asking),
            narrow.get("/nowhere", headers=asking),
            narrow.put("/queries", headers=asking),
            narrow.post("/decisions", content="x" * 1001, headers=asking),
            narrow.get(f"/entities?q={'x' * 300}", headers=asking),
            narrow.get("/queries/who-held", headers=asking),
        )

    named = refused(NAMED)
    assert [answer.status_code for answer in named] == [403, 404, 405, 413, 414, 422]
    assert [_readable(answer) for answer in named] == [NAMED] * len(named)
    assert [_readable(answer) for answer in refused(OTHER)] == [None] * len(named)


def test_a_fault_of_the_server_can_be_read_too(sample_graph: Database) -> None:
    app = create_app(sample_graph, Settings(cors_origins=NAMED))

    @app.get("/broken")
    def broken() -> None:
        raise RuntimeError("on purpose")

    with serving(app) as address:
        answer = httpx.get(f"{address}/broken", headers={"Origin": NAMED})
    assert (answer.status_code, _readable(answer)) == (500, NAMED)


def test_no_script_is_made_for_clients_of_old(client: httpx.Client) -> None:
    answer = client.get("/reconcile?callback=run")
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()["versions"] == ["0.2"]
