"""Which claims of a document find which of its facts, and which slots of a found fact they have right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.model import Claim
from ingest.evaluation.days import days
from ingest.evaluation.gold import GoldFact
from ingest.evaluation.likeness import same_judgement
from ingest.evaluation.tellings import Telling, Told, joined, of_fact, same_event

SLOTS = {
    "tenure": ("start", "end", "interim"),
    "inspection": ("date", "judgement"),
    "direction": ("date",),
    "trust": ("date", "status"),
}
DATE_SLOTS = ("start", "end", "date")


@dataclass(frozen=True, slots=True)
class Found:
    """A fact and the claim, or claims joined, that tell it."""

    fact: GoldFact
    told: Told


@dataclass(frozen=True, slots=True)
class Matched:
    """A document's facts and claims, each in one place."""

    document: str
    found: tuple[Found, ...]
    missed: tuple[GoldFact, ...]
    repeated: tuple[Told, ...]
    """What says again a fact of the gold."""
    optional: tuple[Told, ...]
    """What is neither wanted nor wrong."""
    extra: tuple[Told, ...]
    """Claims too many."""


def match(
    document: str, facts: Sequence[GoldFact], claims: Iterable[Claim], optional: Iterable[GoldFact] = ()
) -> Matched:
    """Give each fact, the one with most slots first, the open claim that has most of them right."""
    left, found, missed = joined(claims), [], []
    for fact in sorted(facts, key=_slots_given, reverse=True):
        best = _best(of_fact(fact), left)
        if best is None:
            missed.append(fact)
        else:
            left.remove(best)
            found.append(Found(fact, best))
    repeated, others = _parted(left, facts)
    allowed, extra = _parted(others, optional)
    return Matched(document, tuple(found), tuple(missed), repeated, allowed, tuple(extra))


def slots_told(found: Found) -> tuple[tuple[str, bool], ...]:
    """The slots that fact or claim has something in, and whether the claim has them right."""
    fact, claim = of_fact(found.fact), found.told.telling
    return tuple((slot, slot_right(slot, fact, claim)) for slot in SLOTS[fact.type] if _tells(slot, fact, claim))


def slot_right(slot: str, fact: Telling, claim: Telling) -> bool:
    """Whether a claim has the fact's value or one as good.

    A text that gives only the day of publication has it in the fact's `date`; a claim may have it in `published`.
    """
    if slot in DATE_SLOTS:
        told = [claim.text(slot), *([claim.text("published")] if slot == "date" and fact.given("date") else [])]
        return any(days(wanted) == days(value) for wanted in fact.texts(slot) for value in told)
    if slot == "interim":
        return any(bool(wanted) == bool(claim.given(slot)) for wanted in fact.values(slot))
    return any(same_judgement(wanted, claim.text(slot)) for wanted in fact.texts(slot))


def _slots_given(fact: GoldFact) -> int:
    return sum(bool(getattr(fact, slot)) for slot in SLOTS[fact.type])


def _tells(slot: str, fact: Telling, claim: Telling) -> bool:
    return bool(fact.given(slot) or claim.given(slot))


def _best(fact: Telling, left: Iterable[Told]) -> Told | None:
    return max(
        (told for told in left if same_event(fact, told.telling)), key=lambda told: _agreed(fact, told), default=None
    )


def _agreed(fact: Telling, told: Told) -> int:
    claim = told.telling
    return sum(slot_right(slot, fact, claim) for slot in SLOTS[fact.type] if _tells(slot, fact, claim))


def _parted(told: Iterable[Told], facts: Iterable[GoldFact]) -> tuple[tuple[Told, ...], list[Told]]:
    """Those that tell of one of the facts, and the others."""
    wanted = [of_fact(fact) for fact in facts]
    inside: list[Told] = []
    outside: list[Told] = []
    for each in told:
        (inside if any(same_event(fact, each.telling) for fact in wanted) else outside).append(each)
    return tuple(inside), outside
