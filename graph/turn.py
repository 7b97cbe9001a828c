"""Taking turns: whoever writes to the graph waits until nobody else does."""

from __future__ import annotations

from neo4j import ManagedTransaction

from graph.writing import run

LOCK = "Lock"  # no part of the graph: loads take turns at it
TAKE_TURN = f"MERGE (lock:{LOCK} {{id: 'load'}}) SET lock.turn = coalesce(lock.turn, 0) + 1, lock.changed = datetime()"


def take_turn(transaction: ManagedTransaction) -> None:
    """Wait until no other transaction writes to the graph."""
    run(transaction, TAKE_TURN)
