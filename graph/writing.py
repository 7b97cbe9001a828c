"""Statements that write to the graph, run together in few round trips."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from neo4j import ManagedTransaction


@dataclass(frozen=True, slots=True)
class Write:
    """Statements that write, in their order, and the values that they take from `$given` by name."""

    statements: tuple[str, ...]
    given: Mapping[str, Any]


def write(transaction: ManagedTransaction, *parts: Write) -> None:
    """Run all statements of some parts in one round trip; what parts give under one name goes together.

    A statement of several parts runs in the last one's place. The text depends on no value, nor do the types of its
    parameters, so that its plan is kept.
    """
    order = [
        each
        for number, part in enumerate(parts, 1)
        for each in part.statements
        if not any(each in later.statements for later in parts[number:])
    ]
    given: dict[str, Any] = {}
    for name, value in (pair for part in parts for pair in part.given.items()):
        given[name] = [*given.get(name, ()), *value] if isinstance(value, list) else value
    run(transaction, "".join(f"CALL () {{\n{each}\n}}\n" for each in order), given=given)


def run(transaction: ManagedTransaction, cypher: str, **parameters: object) -> None:
    """Run a statement whose rows nobody needs."""
    transaction.run(cypher, parameters).consume()
