"""Deriving the facts of one document in a large graph, against the limit that a reader would not notice."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median
from unittest.mock import patch

from benchmarks.large import CLAIMS, DOCUMENTS, document_of
from graph import load as loading
from graph.database import Database
from graph.deriving import Difference, derive
from graph.load import load_rows, retract

LIMIT = 0.1
WARMING, MEASURED = 20, 20


def against_a_limit(database: Database) -> tuple[str, ...]:
    """Deriving the facts of a document of 10 claims in a graph of 100,000, against a limit of 100 ms."""
    fresh = [document_of(number) for number in range(DOCUMENTS, DOCUMENTS + WARMING + MEASURED)]
    with _timed() as took:
        for rows in fresh:
            load_rows(database, rows)
    for rows in fresh:
        retract(database, next(node.id for node in rows.nodes if "Document" in node.labels))
    typical = median(took[WARMING:])
    return f"derive, {CLAIMS:,} claims", f"{typical * 1000:.0f} ms", f"{LIMIT * 1000:.0f} ms", f"{LIMIT / typical:.2f}"


@contextmanager
def _timed() -> Iterator[list[float]]:
    """The seconds that each derivation takes within the block."""
    took: list[float] = []

    def timed(*given: object) -> Difference:
        begin = time.perf_counter()
        done = derive(*given)  # type: ignore[arg-type]
        took.append(time.perf_counter() - begin)
        return done

    with patch.object(loading, "derive", timed):
        yield took
