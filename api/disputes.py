"""What documents disagree on, brought to the facts that it is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]


def by_fact(conflicts: Sequence[Row], facts: Iterable[Row]) -> dict[str, tuple[Row, ...]]:
    """For each fact's id the conflicts among the claims that support it; how a name is spelt is of no one fact."""
    told = [(conflict, set(conflict["claims"])) for conflict in conflicts if conflict["kind"] != "name"]
    found = {
        fact["id"]: tuple(conflict for conflict, claims in told if claims & _claims(fact))
        for fact in facts
        if fact["label"] != "Conflict"
    }
    return {identity: disputed for identity, disputed in found.items() if disputed}


def elsewhere(conflicts: Iterable[Row], placed: Mapping[str, Iterable[Row]]) -> tuple[Row, ...]:
    """The conflicts that no fact shows."""
    shown = {conflict["id"] for disputed in placed.values() for conflict in disputed}
    return tuple(conflict for conflict in conflicts if conflict["id"] not in shown)


def _claims(fact: Row) -> set[str]:
    return {str(source["claim"]) for source in fact["sources"]}
