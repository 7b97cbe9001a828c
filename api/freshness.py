"""Answers that need not be made or fetched again: each has the version of the graph that it was made from."""

from __future__ import annotations

import hashlib
import time
from datetime import UTC, date, datetime
from email.utils import format_datetime, parsedate_to_datetime
from functools import cache
from importlib.metadata import version as version_of

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.keeping import Answers
from api.rendering import PAGES
from graph.catalogue import QUERIES_PATH
from graph.condition import Version, version
from graph.database import Database, DatabaseUnavailable

ROOMS = ("queries", "entities", "documents", "claims", "conflicts", "ask", "graph", "decisions")
DUMPS = "export."
STALE = 0.1  # seconds: what another process wrote is seen after that, and many requests at once ask for it once


class Freshness:
    """ASGI middleware: `ETag` and `Last-Modified` on what is read from the graph, 304 for who has it already, and
    for others the answer as it was given before, when nothing has changed since."""

    def __init__(self, app: ASGIApp, database: Database) -> None:
        self.app = app
        self.database = database
        self.answers = Answers()
        self._seen: tuple[float, int, Version] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with “not modified” when nothing has changed, else let the answer say what it was made from."""
        now = await self._now() if _is_read(scope) else None
        if now is None or now.changed is None:
            await self.app(scope, receive, send)
            return
        told = {"ETag": _tag(now, scope), "Last-Modified": format_datetime(now.changed.astimezone(UTC), usegmt=True)}
        told |= {"Cache-Control": "no-cache", "Vary": "Accept"}
        if _has_it(Headers(scope=scope), told["ETag"], now.changed):
            await Response(status_code=304, headers=told)(scope, receive, send)
            return
        await self._answer(scope, receive, _telling(send, told), told["ETag"])

    async def _answer(self, scope: Scope, receive: Receive, send: Send, tag: str) -> None:
        """The answer as it was given before, or as the application gives it now."""
        if scope["method"] != "GET" or _is_dump(scope):
            await self.app(scope, receive, send)
        elif kept := self.answers.get(tag):
            await kept.send_to(scope, send)
        else:
            await self.app(scope, receive, self.answers.keeping(tag, scope, send))

    async def _now(self) -> Version | None:
        """The graph's version, at most `STALE` seconds old and never older than what was written here."""
        begun, writes = time.monotonic(), self.database.writes
        if self._seen and begun - self._seen[0] < STALE and writes == self._seen[1]:
            return self._seen[2]
        try:
            now = await run_in_threadpool(version, self.database)
        except DatabaseUnavailable:
            return None
        self._seen = begun, writes, now
        self.database.memory.confirm((now.turn, now.changed))
        return now


def _is_read(scope: Scope) -> bool:
    """Whether the request reads the graph by GET."""
    if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
        return False
    return _room(scope) in ROOMS or _is_dump(scope)


def _is_dump(scope: Scope) -> bool:
    """Whether it is for the whole graph, which needs a key and is too long to keep."""
    return _room(scope).startswith(DUMPS)


def _room(scope: Scope) -> str:
    return str(scope["path"].split("/")[1])


def _tag(now: Version, scope: Scope) -> str:
    """What the answer depends on: the graph, the program, the request, and for questions about “now” the day."""
    headers = Headers(scope=scope)
    asked = (scope["path"], scope["query_string"], headers.get("accept"), scope["scheme"], headers.get("host"))
    parts = (_program(), now.turn, now.changed, date.today(), *asked)
    return f'W/"{hashlib.sha256(repr(parts).encode()).hexdigest()[:20]}"'


def _has_it(headers: Headers, tag: str, changed: datetime) -> bool:
    """Whether the client has this version (RFC 9110, 13.2.2: the tag decides where there is one)."""
    if (known := headers.get("if-none-match")) is not None:
        return known.strip() == "*" or tag in [each.strip() for each in known.split(",")]
    try:
        since = parsedate_to_datetime(headers.get("if-modified-since", ""))
    except ValueError:
        return False
    return since.tzinfo is not None and changed.replace(microsecond=0) <= since


def _telling(send: Send, told: dict[str, str]) -> Send:
    async def send_with_headers(message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] == 200:
            headers = MutableHeaders(scope=message)
            for name, value in told.items():
                headers.setdefault(name, value)
        await send(message)

    return send_with_headers


@cache
def _program() -> str:
    """The version of whoheld, and of the files that make its answers."""
    files = sorted([*PAGES.rglob("*.*"), *QUERIES_PATH.rglob("*.cypher")])
    content = hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()
    return f"{version_of('whoheld')} {content}"
