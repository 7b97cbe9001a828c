"""Cypher that somebody else wrote, held to reading: what it would do is looked at before it is run.

A READ session keeps Neo4j from writing to the graph, but not from reading files or addresses (LOAD CSV), ending other
people's transactions, or showing the server's settings: so the plan is made first, and refused for what it contains.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from neo4j.exceptions import ClientError, Neo4jError

from graph.database import Database
from graph.jsonvalues import json_value
from graph.model import WhoheldError

ALLOWED = re.compile(r"db\.(labels|relationshipTypes|propertyKeys|schema\.\w+|index\.fulltext\.query\w+)$")
REFUSED = re.compile(r"Load|Show|Terminate|TransactionForeach|TransactionApply|Administration")
POSITION = re.compile(r"\s*\(line (\d+), column (\d+) \(offset: \d+\)\)")
MODE = re.compile(r"\s*(?:CYPHER\b[^\n]*?\s)?(EXPLAIN|PROFILE)\b", re.IGNORECASE)


class BadCypher(WhoheldError):
    """Cypher that Neo4j cannot run, or stopped; `line` and `column`, counted from 1, say where, if it is known."""

    def __init__(self, message: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(message)
        self.line, self.column = line, column


class RefusedCypher(WhoheldError):
    """Cypher that would do more than read the graph."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a query may take: rows, characters of all values as JSON, seconds."""

    rows: int = 1000
    characters: int = 20_000_000
    seconds: float = 10.0


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a plan: what Neo4j does, on how many rows by its estimate, and the steps before it."""

    operator: str
    details: str
    estimated_rows: float
    children: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """What a query gave; `truncated` when a limit cut it off. Nodes have id, labels and properties."""

    columns: tuple[str, ...]
    rows: tuple[dict[str, Any], ...]
    truncated: bool
    plan: Step
    milliseconds: float = 0.0


def read_cypher(
    db: Database, text: str, parameters: Mapping[str, object] | None = None, limits: Limits | None = None
) -> Table:
    """Run a query that only reads. Raises `RefusedCypher` and `BadCypher`, besides what `Database` raises."""
    allowed, given = limits or Limits(), dict(parameters or {})
    plan = explain(db, text, given)
    begun = time.perf_counter()
    try:
        with db.reading(allowed.seconds) as transaction:
            result = transaction.run(text, given)
            columns = tuple(result.keys())
            rows, truncated = _rows(iter(result), allowed)
    except Neo4jError as error:
        raise _told(error, allowed, 0) from error
    took = (time.perf_counter() - begun) * 1000
    return Table(columns, tuple(rows), truncated, plan, round(took, 1))


def explain(db: Database, text: str, parameters: Mapping[str, object]) -> Step:
    """The plan of a query that only reads the graph; raises `RefusedCypher` for any other, and `BadCypher`."""
    if not text.strip():
        raise BadCypher(
            "There is no query: give Cypher that reads, for instance MATCH (council:Council) RETURN council"
        )
    if found := MODE.match(text):
        raise BadCypher(f"Leave {found[1].upper()} out; the plan is given when it is asked for", 1, found.start(1) + 1)
    try:
        with db.reading(5.0) as transaction:
            summary = transaction.run("EXPLAIN\n" + text, dict(parameters)).consume()
    except Neo4jError as error:
        raise _told(error, Limits(), 1) from error
    plan = _step(summary.plan or {})
    for step in _steps(plan):
        _check(step)
    if summary.query_type != "r":
        raise RefusedCypher("This query would write. Here the graph is only read: leave out what creates or changes")
    return plan


def _check(step: Step) -> None:
    if step.operator == "ProcedureCall":
        name = step.details.partition("(")[0].strip()
        if not ALLOWED.match(name):
            raise RefusedCypher(
                f"The procedure {name} can't be called here; db.labels, db.relationshipTypes, db.propertyKeys, "
                "db.schema.* and db.index.fulltext.query* can"
            )
    elif REFUSED.match(step.operator):
        raise RefusedCypher(f"This query would do more than read the graph ({step.operator}), which it may not here")


def _step(plan: Mapping[str, Any]) -> Step:
    told = plan.get("args", {})
    return Step(
        str(plan.get("operatorType", "")).partition("@")[0],
        str(told.get("Details", "")),
        round(float(told.get("EstimatedRows", 0.0)), 1),
        tuple(_step(each) for each in plan.get("children", ())),
    )


def _steps(step: Step) -> Iterator[Step]:
    yield step
    for each in step.children:
        yield from _steps(each)


def _rows(records: Iterator[Any], allowed: Limits) -> tuple[list[dict[str, Any]], bool]:
    """The rows up to the limits, and whether there were more."""
    rows: list[dict[str, Any]] = []
    size = 0
    for record in records:
        if len(rows) == allowed.rows:
            return rows, True
        row = {name: json_value(record[name]) for name in record.keys()}  # noqa: SIM118 - a record iterates over values
        size += len(json.dumps(row, ensure_ascii=False))
        if size > allowed.characters:
            return rows, True
        rows.append(row)
    return rows, False


def _told(error: Neo4jError, allowed: Limits, before: int) -> BadCypher:
    """Neo4j's error in its own words, with the place in the query as it was given, `before` which lines were put."""
    code, message = error.code or "", error.message or str(error)
    if "Timeout" in code or "TimedOut" in code or "Terminated" in code:
        return BadCypher(
            f"The query took longer than {allowed.seconds:g} seconds and was stopped: ask for less at once"
        )
    if "Memory" in code:
        return BadCypher("The query needs more memory than one may take and was stopped: ask for less at once")
    if not isinstance(error, ClientError):
        raise error
    found = POSITION.search(message)
    words = POSITION.sub("", message).splitlines()[0].strip()
    if not found:
        return BadCypher(words)
    return BadCypher(
        f"{words} (line {int(found[1]) - before}, column {found[2]})", int(found[1]) - before, int(found[2])
    )
