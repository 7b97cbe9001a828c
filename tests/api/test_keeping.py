"""Answers are kept while the graph stays as it is: the same bytes again, never those of before a change."""

import asyncio
import time

import httpx
from starlette.types import Message

from api.freshness import STALE
from api.keeping import LARGEST, Answers, Kept
from graph.database import Database, Settings, connect
from graph.load import load, retract
from graph.server import Server
from ingest.rdf import to_dataset
from tests.api.test_freshness import GAZETTE, PATHS, asking, database

__all__ = ["asking", "database"]


def test_what_is_asked_again_is_answered_with_the_same_bytes_and_headers(asking: httpx.Client) -> None:
    for path in PATHS:
        first, again = asking.get(path), asking.get(path)
        assert (again.status_code, again.content) == (200, first.content)
        named = {"x-request-id", "date"}
        assert {k: v for k, v in again.headers.items() if k not in named} == {
            k: v for k, v in first.headers.items() if k not in named
        }
        assert first.headers["x-request-id"] != again.headers["x-request-id"]


def test_a_change_of_the_graph_is_seen_by_the_next_who_asks(asking: httpx.Client, database: Database) -> None:
    before = asking.get("/documents").json()["documents"]
    load(database, to_dataset(GAZETTE))
    assert len(asking.get("/documents").json()["documents"]) == len(before) + 1
    retract(database, GAZETTE.document.id)
    assert asking.get("/documents").json()["documents"] == before


def test_what_another_process_wrote_is_seen_within_a_moment(
    asking: httpx.Client, server: Server, database: Database
) -> None:
    before = asking.get("/documents").json()["documents"]
    with connect(Settings(server.uri, server.username, server.password)) as other:
        load(other, to_dataset(GAZETTE))
        time.sleep(2 * STALE)
        assert len(asking.get("/documents").json()["documents"]) == len(before) + 1
    retract(database, GAZETTE.document.id)


def test_an_answer_given_again_is_counted_on_its_route(asking: httpx.Client) -> None:
    for _ in range(3):
        asking.get(PATHS[0])
    counted = [line for line in asking.get("/metrics").text.splitlines() if "http_requests_total{" in line]
    assert [line.rsplit(" ", 1)[1] for line in counted if "/queries/who-held" in line] == ["3.0"]


def test_errors_are_worked_out_each_time(asking: httpx.Client) -> None:
    path = "/queries/who-held?organisation=atlantis"
    assert [asking.get(path).status_code for _ in range(2)] == [404, 404]


def test_the_answers_not_asked_for_the_longest_go_first() -> None:
    answers = Answers(most=30)
    for tag in ("one", "two", "three"):
        answers.put(tag, _kept(10))
    answers.get("one")
    answers.put("four", _kept(10))
    assert [bool(answers.get(tag)) for tag in ("one", "two", "three", "four")] == [True, False, True, True]
    answers.put("five", _kept(25))
    assert (answers.size, answers.get("five") is not None, answers.get("one")) == (25, True, None)


def test_a_part_of_an_answer_or_a_very_long_one_is_not_kept() -> None:
    answers = Answers()
    _send(answers, "part", b"first", more=True)
    _send(answers, "long", b"x" * (LARGEST + 1))
    _send(answers, "whole", b"whole")
    assert [bool(answers.get(tag)) for tag in ("part", "long", "whole")] == [False, False, True]


def _kept(size: int) -> Kept:
    return Kept({"type": "http.response.start", "status": 200, "headers": []}, b"x" * size, None)


def _send(answers: Answers, tag: str, body: bytes, *, more: bool = False) -> None:
    async def sent() -> None:
        async def send(_: Message) -> None:
            return

        keeping = answers.keeping(tag, {}, send)
        await keeping({"type": "http.response.start", "status": 200, "headers": []})
        await keeping({"type": "http.response.body", "body": body, "more_body": more})

    asyncio.run(sent())
