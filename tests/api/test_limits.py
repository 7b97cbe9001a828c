"""Too many requests, too long addresses, too large bodies: refused as problem documents, before a route sees them."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.limits import Buckets
from api.settings import Settings
from graph import keys
from graph.database import Database
from tests.serving import served

ORIGIN = "https://pages.example"


@pytest.fixture
def few(sample_graph: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[httpx.Client]:
    """A server that others can reach, which answers three requests a minute."""
    monkeypatch.setenv("WHOHELD_HOME", str(tmp_path))
    settings = Settings(open=False, requests_per_minute=3, cors_origins=ORIGIN)
    with served(sample_graph, settings) as address, httpx.Client(base_url=address) as client:
        yield client


def _is_refused(answer: httpx.Response, status: int, slug: str) -> None:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["type"] == f"https://w3id.org/whoheld/problem/{slug}"
    assert answer.json()["status"] == status
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-request-id"]


def _statuses(client: httpx.Client, times: int, **headers: str) -> list[int]:
    return [client.get("/static/style.css", headers=headers).status_code for _ in range(times)]


def test_who_asks_too_often_is_told_when_to_ask_again(few: httpx.Client) -> None:
    assert _statuses(few, 3) == [200] * 3
    refused = few.get("/queries", headers={"Origin": ORIGIN})
    _is_refused(refused, 429, "too-many-requests")
    assert 1 <= int(refused.headers["retry-after"]) <= 20
    assert refused.headers["access-control-allow-origin"] == ORIGIN
    assert few.get("/queries", headers={"Accept": "text/html"}).text.startswith("<!")
    assert few.get("/healthz").status_code == 200


def test_each_good_key_has_its_own_share_and_a_made_up_one_has_none(few: httpx.Client) -> None:
    one, other = (keys.create(name, ["read"]) for name in ("one", "other"))
    for text in (one, other):
        assert _statuses(few, 4, **{"X-API-Key": text}) == [200] * 3 + [429]
    guessed = [_statuses(few, 1, **{"X-API-Key": f"wh_{number}"})[0] for number in range(4)]
    assert guessed == [200] * 3 + [429]


@pytest.mark.parametrize("settings", [Settings(requests_per_minute=1), Settings(open=False, requests_per_minute=0)])
def test_on_this_machine_or_with_the_limit_off_all_are_answered(sample_graph: Database, settings: Settings) -> None:
    with served(sample_graph, settings) as address, httpx.Client(base_url=address) as client:
        assert _statuses(client, 10) == [200] * 10


@given(st.integers(1, 100), st.lists(st.floats(0, 10), min_size=1, max_size=200))
def test_no_more_is_taken_than_the_bucket_and_what_flowed_in(most: int, pauses: list[float]) -> None:
    buckets, now, taken = Buckets(most), 0.0, 0
    for pause in pauses:
        now += pause
        wait = buckets.take("client", now)
        taken += wait == 0
        assert wait <= 60 / most + 1e-6
        assert taken <= most + now * most / 60 + 1e-6


@given(st.integers(1, 100))
def test_who_waits_as_long_as_told_is_served_and_idle_clients_are_forgotten(most: int) -> None:
    buckets = Buckets(most)
    assert [buckets.take("client", 0.0) for _ in range(most)] == [0.0] * most
    wait = buckets.take("client", 0.0)
    assert wait > 0
    assert buckets.take("client", wait + 1e-6) == 0
    assert buckets.take("other", 1000.0) == 0
    assert list(buckets._left) == ["other"]


@pytest.fixture(scope="module")
def small(sample_graph: Database) -> Iterator[httpx.Client]:
    """A server that takes short addresses and small bodies."""
    settings = Settings(url_longest=200, body_most=1000, key="open sesame")
    with served(sample_graph, settings) as address, httpx.Client(base_url=address) as client:
        yield client


def test_too_long_an_address_is_refused(small: httpx.Client) -> None:
    assert small.get(f"/entities?q={'x' * 180}").status_code == 200
    _is_refused(small.get(f"/entities?q={'x' * 200}"), 414, "too-long")
    _is_refused(small.get(f"/{'x' * 200}"), 414, "too-long")


def test_the_usual_limit_leaves_room_for_the_longest_question(client: httpx.Client) -> None:
    assert client.get(f"/ask?q={'%20' * 2000}").status_code == 422
    assert client.get(f"/ask?q={'%20' * 3000}").status_code == 414


def test_too_large_a_body_is_refused_whether_its_length_is_told_or_not(small: httpx.Client) -> None:
    headers = {"X-API-Key": "open sesame", "Content-Type": "application/json"}

    def pieces() -> Iterator[bytes]:
        for _ in range(30):
            yield b" " * 100

    for content in (b" " * 1001, pieces()):
        _is_refused(small.post("/decisions", content=content, headers=headers), 413, "too-large")
    for content in (b" " * 1000, iter([b" " * 500] * 2)):
        assert small.post("/decisions", content=content, headers=headers).status_code == 422


def test_a_body_of_many_megabytes_is_refused_before_it_is_read(client: httpx.Client) -> None:
    _is_refused(client.post("/decisions", content=b" " * 50_000_000), 413, "too-large")


def _asked(database: Database, origins: str) -> AbstractContextManager[str]:
    return served(database, Settings(cors_origins=origins))


def test_pages_of_the_origins_named_may_ask(sample_graph: Database) -> None:
    with _asked(sample_graph, f"{ORIGIN}, https://other.example") as address:
        allowed = httpx.get(f"{address}/queries", headers={"Origin": ORIGIN})
        refused = httpx.get(f"{address}/queries", headers={"Origin": "https://evil.example"})
        before = httpx.options(
            f"{address}/decisions",
            headers={
                "Origin": ORIGIN,
                "Access-Control-Request-Method": "POST",
                "Access-Control-Request-Headers": "x-api-key, content-type",
            },
        )
    assert allowed.headers["access-control-allow-origin"] == ORIGIN
    assert "X-Request-ID" in allowed.headers["access-control-expose-headers"]
    assert {"Accept", "Origin"} <= {each.strip() for each in allowed.headers["vary"].split(",")}
    assert "access-control-allow-origin" not in refused.headers
    assert (before.status_code, before.headers["access-control-allow-origin"]) == (200, ORIGIN)


@pytest.mark.parametrize(("origins", "answered"), [("*", "*"), ("", None)])
def test_pages_of_all_origins_may_ask_or_of_none(sample_graph: Database, origins: str, answered: str | None) -> None:
    with _asked(sample_graph, origins) as address:
        answer = httpx.get(f"{address}/queries", headers={"Origin": ORIGIN})
    assert answer.headers.get("access-control-allow-origin") == answered
