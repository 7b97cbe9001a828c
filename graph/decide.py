"""Decisions by people on who is who: made, undone, and listed with the words of both sides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, Literal

from neo4j import ManagedTransaction
from pydantic import Field

from graph.answer import plain
from graph.catalogue import internal
from graph.database import Database
from graph.load import Difference, resettle
from graph.model import Value, WhoheldError
from graph.put_derived import decisions_changed
from graph.resolve import AUTOMATIC, Decision, Verdict
from graph.stored import read
from graph.turn import take_turn
from graph.writing import write

KNOWN = "MATCH (person:Person) WHERE person.id IN $ids RETURN person.id AS id"
STORED = "MATCH (decision:Decision {id: $id}) RETURN decision.one AS one, decision.other AS other, decision.by AS by"


class BadDecision(WhoheldError):
    """A decision that cannot be made or undone."""


class Side(Value):
    """One of the two whom a decision is about, with where documents name them and some of their words."""

    id: str = Field(description="The person's id.", examples=["person/ann-lee-of-leeds"])
    name: str = Field(description="The person's name.", examples=["Ann Lee"])
    organisation: str | None = Field(default=None, description="Where documents name the person.", examples=["Leeds"])
    quotes: tuple[dict[str, Any], ...] = Field(
        default=(), description="Some of the words about the person, with their documents.", examples=[[]]
    )


class Listed(Value):
    """A decision as it stands; `by` is "automatic" or who made it, `decided_at` a moment in UTC."""

    id: str = Field(description="The decision's id.", examples=["decision/0123456789abcdef"])
    verdict: Literal["same", "different", "unsure"] = Field(description="What was decided.", examples=["same"])
    reason: str = Field(description="Why.", examples=["Ann and Anne are spellings of one forename"])
    score: float = Field(description="From 0 (different) to 1 (same).", examples=[0.95])
    by: str = Field(description="“automatic”, or who decided.", examples=["automatic"])
    decided_at: str | None = Field(default=None, description="When, in UTC.", examples=["2026-11-28T09:00:00Z"])
    one: Side = Field(description="One of the two.")
    other: Side = Field(description="The other of the two.")


def listed(
    db: Database, verdict: str | None = None, person: str | None = None, limit: int = 100, skip: int = 0
) -> tuple[Listed, ...]:
    """Decisions, the surest first; of one verdict, or on one person, where they are given."""
    given = {"verdict": verdict, "person": person, "id": None, "limit": limit, "skip": skip}
    return tuple(Listed.model_validate(plain(row)) for row in db.read(internal("decisions"), given))


def decide(db: Database, people: Sequence[str], verdict: Verdict, by: str, reason: str) -> Difference:
    """Record what a human being decided on two people; facts follow at once. Returns what changed.

    Raises `BadDecision` for people whom the graph does not have, and without a name of who decides.
    """
    if len(set(people)) != 2:
        raise BadDecision("Give the ids of two different people")
    if not by.strip() or by.strip() == AUTOMATIC:
        raise BadDecision("Say who decides: by must be a name")
    one, other = sorted(people)
    made = Decision(
        one, other, verdict, reason.strip() or "decided by hand", 1.0 if verdict == "same" else 0.0, by.strip()
    )

    def work(transaction: ManagedTransaction) -> Difference:
        take_turn(transaction)
        known = {row["id"] for row in read(transaction, KNOWN, ids=[one, other])}
        if missing := {one, other} - known:
            raise BadDecision(f"The graph has no person “{min(missing)}”: `whoheld review` shows ids")
        now = datetime.now(UTC)
        write(transaction, decisions_changed((), [made], now))
        return resettle(transaction, {one, other}, now)

    return db.write(work)


def undo(db: Database, decision_id: str) -> Difference:
    """Take back a decision by hand; what was decided automatically before is decided again."""

    def work(transaction: ManagedTransaction) -> Difference:
        take_turn(transaction)
        found = read(transaction, STORED, id=decision_id)
        if not found:
            raise BadDecision(f"There is no decision “{decision_id}”")
        if found[0]["by"] == AUTOMATIC:
            raise BadDecision(f"“{decision_id}” was decided automatically: decide otherwise instead")
        now = datetime.now(UTC)
        write(transaction, decisions_changed([decision_id], (), now))
        return resettle(transaction, {found[0]["one"], found[0]["other"]}, now)

    return db.write(work)


def restore(db: Database, decisions: Iterable[Decision], at: datetime) -> None:
    """Record decisions that an export holds, before or after the documents that name the people."""
    made = list(decisions)

    def work(transaction: ManagedTransaction) -> None:
        take_turn(transaction)
        write(transaction, decisions_changed((), made, at))
        resettle(transaction, {each for decision in made for each in decision.pair}, at)

    db.write(work)
