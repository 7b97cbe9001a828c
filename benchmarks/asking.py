"""Asking over HTTP against the same Cypher by the bare driver, and the memory that a long answer takes."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import httpx
import psutil
from neo4j import ManagedTransaction

from api.spreadsheet import csv_lines
from benchmarks.deriving import CLAIMS, fill
from graph.answer import prepare
from graph.catalogue import catalogue
from graph.database import Database, Settings, connect
from graph.facts import facts
from graph.put import put_facts
from graph.records import World
from graph.schema import ensure_schema
from graph.stored import claims_about, things
from tests.serving import served

ASKED, LINES, LIMIT_MIB = 200, 1_000_000, 300
PER_SECOND, SECONDS = 50, 20
ROW = """
UNWIND range(1, $lines) AS number
RETURN 'Person ' + number AS person, '2019-07-01' AS start, null AS end, false AS interim, [{
  document: 'document/' + number, title: 'News', published: '2019', quote: 'became director on 1 July 2019', url: null,
  claim: 'claim/' + number, page: 1
}] AS sources
"""


def against_the_driver() -> tuple[str, ...]:
    """The median of who-held over HTTP against the Cypher alone, and its slowest hundredth at 50 requests a second."""
    with TemporaryDirectory() as home, connect(Settings(), Path(home)) as database:
        ensure_schema(database)
        fill(database)
        _derive(database)
        ids = [row["id"] for row in database.read("MATCH (c:Council) RETURN c.id AS id ORDER BY id")]
        ready = [prepare(database, "who-held", {"organisation": each}, 101) for each in ids]
        bare = _typical(lambda number: database.read(ready[number % len(ids)].cypher, ready[number % len(ids)].given))
        with served(database) as address, httpx.Client(base_url=address, timeout=30) as client:
            paths = [f"/queries/who-held?organisation={each}" for each in ids]
            over = _typical(lambda number: client.get(paths[number % len(ids)]))
            slow = _slowest(lambda number: client.get(paths[number % len(ids)]))
    return (
        f"who-held, {CLAIMS:,} claims",
        f"{over * 1000:.1f} ms (p99 {slow * 1000:.0f})",
        f"{bare * 1000:.1f} ms",
        f"{bare / over:.2f}",
    )


def memory_of_a_long_answer() -> tuple[str, ...]:
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


def _derive(database: Database) -> None:
    """All facts at once, a council at a time."""
    roles = database.read("MATCH (role:Role)-[:POST_IN]->(c:Council) RETURN c.id AS council, collect(role.id) AS ids")
    for row in roles:
        database.write(partial(_derive_of, ids=row["ids"]))


def _derive_of(transaction: ManagedTransaction, ids: list[str]) -> None:
    told = claims_about(transaction, ("ABOUT_ROLE",), "TenureClaim", ids)
    put_facts(transaction, [], facts(told.values(), World(things(transaction, told.values()))))


def _typical(ask: Callable[[int], object]) -> float:
    for number in range(ASKED // 2):
        ask(number)
    took = []
    for number in range(ASKED):
        begun = time.perf_counter()
        ask(number)
        took.append(time.perf_counter() - begun)
    return median(took)


def _slowest(ask: Callable[[int], object]) -> float:
    """The slowest hundredth of requests that come 50 a second, each counted from when it was due."""
    begun = time.perf_counter()

    def timed(number: int) -> float:
        due = begun + number / PER_SECOND
        time.sleep(max(0.0, due - time.perf_counter()))
        ask(number)
        return time.perf_counter() - due

    with ThreadPoolExecutor(16) as pool:
        took = sorted(pool.map(timed, range(PER_SECOND * SECONDS)))
    return took[int(len(took) * 0.99)]
