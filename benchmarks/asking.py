"""Asking over HTTP: against the same Cypher by the bare driver, against Datasette on the same rows, and how much memory
a long answer takes. Every server runs in a process of its own."""

from __future__ import annotations

import http.client
import itertools
import json
import os
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

import psutil
from neo4j import GraphDatabase

from api.spreadsheet import csv_lines
from graph.answer import answer, prepare
from graph.catalogue import catalogue
from graph.database import Database, Settings, connect
from graph.server import ensure_running

ASKED, LINES, LIMIT_MIB = 300, 1_000_000, 300
WARMING, PER_SECOND, SECONDS, SLOWEST = 60.0, 50, 20, 0.05
CLIENTS, BUSY = 4, 10.0
ROW = """
UNWIND range(1, $lines) AS number
RETURN 'Person ' + number AS person, '2019-07-01' AS start, null AS end, false AS interim, [{
  document: 'document/' + number, title: 'News', published: '2019', quote: 'became director on 1 July 2019', url: null,
  claim: 'claim/' + number, page: 1
}] AS sources
"""
HELD = "SELECT * FROM held WHERE organisation_id = :organisation ORDER BY cursor LIMIT 101"
Row = tuple[str, ...]


def over_http(database: Database, home: Path) -> Iterator[Row]:
    """who-held over HTTP, asked for the first time and again, against the bare driver, Datasette and a limit."""
    ids = [row["id"] for row in database.read("MATCH (c:Council) RETURN c.id AS id ORDER BY id")]
    with _whoheld(home) as port:
        anew = _new_questions(ids)
        _warmed(_asking(port, anew))
        again = itertools.cycle(_path(organisation=each) for each in ids)
        bare = _bare(database, home, ids)
        for name, paths in (("asked first", anew), ("asked again", again)):
            ours = _typical(_asking(port, paths))
            yield f"who-held, {name}: median", _ms(ours), f"{_ms(bare)} bare driver", f"{bare / ours:.2f}"
        for name, paths in (("asked first", anew), ("asked again", again)):
            slow = _slowest(_asking(port, paths))
            yield (
                f"who-held, {name}: p99 at {PER_SECOND}/s",
                _ms(slow),
                f"{_ms(SLOWEST)} limit",
                f"{SLOWEST / slow:.2f}",
            )
        ours = _per_second(_asking(port, again))
    with _datasette(database, ids) as port:
        asked = (f"/held/rows.json?{urlencode({'organisation': each, '_shape': 'objects'})}" for each in ids)
        theirs = _per_second(_asking(port, itertools.cycle(asked)))
    yield f"who-held, {CLIENTS} clients", f"{ours:.0f}/s", f"{theirs:.0f}/s Datasette", f"{ours / theirs:.2f}"


def memory_of_a_long_answer() -> Row:
    """The growth of memory while a million rows are written as CSV, against the limit."""
    columns = [each for each in catalogue()["who-held"].columns if each.name in ROW]
    with TemporaryDirectory() as home, connect(Settings(), Path(home)) as database:
        process = psutil.Process()
        before = peak = process.memory_info().rss
        for number, _ in enumerate(csv_lines(columns, database.stream(ROW, {"lines": LINES}))):
            if number % 50_000 == 0:
                peak = max(peak, process.memory_info().rss)
    grown = max((peak - before) / 2**20, 1.0)
    return "1,000,000 rows as CSV", f"{grown:.0f} MiB", f"{LIMIT_MIB} MiB", f"{LIMIT_MIB / grown:.2f}"


def _new_questions(ids: list[str]) -> Iterator[str]:
    """Questions that nobody asked yet, with the same rows as those that were: each has another limit."""
    return (_path(each, limit) for limit in range(101, 1001) for each in ids)


def _path(organisation: str, limit: int = 100) -> str:
    return f"/queries/who-held?{urlencode({'organisation': organisation, 'limit': limit})}"


def _bare(database: Database, home: Path, ids: list[str]) -> float:
    """The median of the same Cypher by the driver, with rows as plain values."""
    ready = itertools.cycle([prepare(database, "who-held", {"organisation": each}, 101) for each in ids])
    with (
        ensure_running(home) as server,
        GraphDatabase.driver(
            server.uri, auth=(server.username, server.password), notifications_min_severity="OFF"
        ) as driver,
    ):

        def ask() -> None:
            each = next(ready)
            found = driver.execute_query(each.cypher, each.given, routing_="r", database_="neo4j")
            [row.data() for row in found.records]

        return _typical(ask)


@contextmanager
def _whoheld(home: Path) -> Iterator[int]:
    """The port of whoheld as anybody serves it."""
    port = _free_port()
    command = [sys.executable, "-m", "whoheld", "serve", "--port", str(port), "--log", "off"]
    with _running(command, port, "/readyz", {"WHOHELD_HOME": str(home)}):
        yield port


@contextmanager
def _datasette(database: Database, ids: list[str]) -> Iterator[int]:
    """The port of Datasette over the same rows in SQLite, with an index and a canned query, as its makers advise."""
    with TemporaryDirectory() as folder:
        file, described, port = Path(folder, "held.db"), Path(folder, "metadata.json"), _free_port()
        _write_rows(database, ids, file)
        described.write_text(json.dumps({"databases": {"held": {"queries": {"rows": {"sql": HELD}}}}}))
        command = [sys.executable, "-m", "datasette", str(file), "--metadata", str(described), "--port", str(port)]
        with _running(command, port, "/-/versions.json", {}):
            yield port


def _write_rows(database: Database, ids: list[str], file: Path) -> None:
    rows = [row for each in ids for row in answer(database, "who-held", {"organisation": each}).rows]
    names = list(rows[0])
    with sqlite3.connect(file) as connection:
        connection.execute(f"CREATE TABLE held ({', '.join(names)}, cursor)")
        connection.execute("CREATE INDEX by_organisation ON held (organisation_id, cursor)")
        marks = ", ".join("?" * (len(names) + 1))
        told = ((*(_plain(row[name]) for name in names), row["start"] or row["fact_id"]) for row in rows)
        connection.executemany(f"INSERT INTO held VALUES ({marks})", told)  # noqa: S608 (question marks)
    connection.close()


def _plain(value: object) -> object:
    """A value that SQLite takes: lists as JSON."""
    return json.dumps(value) if isinstance(value, list) else value


@contextmanager
def _running(command: list[str], port: int, ready: str, environment: Mapping[str, str]) -> Iterator[None]:
    """A server in a process of its own, from when it answers."""
    process = subprocess.Popen(
        command, env={**os.environ, **environment}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while not _answers(port, ready):
            if process.poll() is not None:
                raise ChildProcessError(f"{' '.join(command[1:3])} ended with {process.returncode}")
            time.sleep(0.2)
        yield
    finally:
        process.terminate()
        process.wait()


def _answers(port: int, path: str) -> bool:
    try:
        return _get(http.client.HTTPConnection("127.0.0.1", port, timeout=30), path) == 200
    except OSError:
        return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _asking(port: int, paths: Iterator[str]) -> Callable[[], None]:
    """Ask the next of the questions, on a connection of the thread's own that stays open."""
    own, taking = threading.local(), threading.Lock()

    def ask() -> None:
        if not hasattr(own, "connection"):
            own.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        with taking:
            path = next(paths)
        if (status := _get(own.connection, path)) != 200:
            raise ConnectionError(f"{path} was answered with {status}")

    return ask


def _get(connection: http.client.HTTPConnection, path: str) -> int:
    connection.request("GET", path, headers={"Accept": "application/json"})
    response = connection.getresponse()
    response.read()
    return response.status


def _warmed(ask: Callable[[], None]) -> None:
    """Ask for a minute: Neo4j compiles what it runs often."""
    begun = time.perf_counter()
    while time.perf_counter() < begun + WARMING:
        ask()


def _typical(ask: Callable[[], None]) -> float:
    """The median in seconds, after as many unmeasured."""
    for _ in range(ASKED):
        ask()
    return median(_took(ask) for _ in range(ASKED))


def _took(ask: Callable[[], None], begun: float | None = None) -> float:
    begun = begun or time.perf_counter()
    ask()
    return time.perf_counter() - begun


def _slowest(ask: Callable[[], None]) -> float:
    """The slowest hundredth of requests that come 50 a second, each counted from when it was due."""
    begun = time.perf_counter() + 0.1

    def timed(number: int) -> float:
        due = begun + number / PER_SECOND
        time.sleep(max(0.0, due - time.perf_counter()))
        return _took(ask, due)

    with ThreadPoolExecutor(16) as pool:
        took = sorted(pool.map(timed, range(PER_SECOND * SECONDS)))
    return took[int(len(took) * 0.99)]


def _per_second(ask: Callable[[], None]) -> float:
    """Requests a second of some clients that ask one after the other, after a second of warming up."""
    begun = time.perf_counter() + 1.0

    def busy(_: int) -> int:
        number = 0
        while (now := time.perf_counter()) < begun + BUSY:
            ask()
            number += now > begun
        return number

    with ThreadPoolExecutor(CLIENTS) as pool:
        return sum(pool.map(busy, range(CLIENTS))) / BUSY


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"
