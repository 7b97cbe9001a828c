"""Tenures from claims: who held a post when, and on which days certainly. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from graph.days import Days, days_of
from graph.edtf import Bounds, as_edtf, before, bounds, in_words
from graph.records import ClaimRecord, FactRecord, Thing, World, dated, fact, ordered
from graph.spells import Spell, attestation, once, spells_of
from graph.tellings import contradicted, spread, standing

TENURE = "TenureClaim"
DAY = timedelta(days=1)


class Holding(NamedTuple):
    """A spell in a post with its days, and its start and end as known from itself or from who came before and next."""

    post: Thing
    spell: Spell
    number: int
    days: Days
    start: str | None
    end: str | None

    def __hash__(self) -> int:
        """By what is quick to tell; equal ones are equal in all."""
        return hash((self.spell, self.number, self.start, self.end))

    @property
    def id(self) -> str:
        """The key of the fact that it makes."""
        kind = "interim" if self.spell.interim else "permanent"
        return f"tenure|{self.spell.person}|{self.post.id}|{kind}|{self.number}"


def holdings(claims: Iterable[ClaimRecord], world: World) -> Iterator[list[Holding]]:
    """The holdings of each post; a claim without a person or a post makes none."""
    posts: dict[str, list[ClaimRecord]] = defaultdict(list)
    for claim in ordered(claims):
        if claim.label == TENURE and claim.one("aboutPerson") and claim.one("aboutRole"):
            posts[str(claim.one("aboutRole"))].append(claim)
    for post, stated in sorted(posts.items()):
        holders: dict[str, list[ClaimRecord]] = defaultdict(list)
        for claim in stated:
            holders[world.canonical(str(claim.one("aboutPerson")))].append(claim)
        spells = (spell for person, told in sorted(holders.items()) for spell in spells_of(person, told))
        yield holdings_of(world.thing(post), spells)


def tenure(holding: Holding, world: World) -> FactRecord:
    """The fact that a holding is."""
    spell, post = holding.spell, holding.post
    properties = dated("start", holding.start) | dated("end", holding.end)
    properties |= {"attestedEarliest": spell.attested.earliest, "attestedLatest": spell.attested.latest}
    properties |= {"certainOn": holding.days.certain_on or None, "possibleOn": holding.days.possible_on}
    properties |= {"interim": spell.interim, "status": _status(holding), "name": _name(holding, world)}
    links = [("holder", spell.person), ("inRole", post.id)]
    return fact("Tenure", holding.id, properties, links, [*spell.claims, *spell.spanning])


def holdings_of(post: Thing, told: Iterable[Spell], people: Container[str] | None = None) -> list[Holding]:
    """The holdings of one post, by the spells of each of its holders in the order of their ids; of some people only,
    where they are given."""
    spells = list(told)
    wanted = [place for place, spell in enumerate(spells) if people is None or spell.person in people]
    days = days_of(spells, wanted, sole=post.sole)
    traces = [(spell, trace) for spell in spells if spell.firm and (trace := trace_of(spell))]
    comings = [spell for spell in spells if spell.firm and _comes(spell)]
    numbered = list(_numbered(spells))
    found = []
    for place, on in zip(wanted, days, strict=True):
        spell, number = numbered[place]
        start, end = _start(spell, traces, sole=post.sole), _end(spell, spells, comings, sole=post.sole)
        found.append(Holding(post, spell, number, on, start, end))
    return found


def _numbered(spells: list[Spell]) -> Iterator[tuple[Spell, int]]:
    seen: dict[tuple[str, bool], int] = defaultdict(int)
    for spell in spells:
        seen[spell.person, spell.interim] += 1
        yield spell, seen[spell.person, spell.interim]


def _rival(other: Spell, spell: Spell, *, sole: bool) -> bool:
    """Whether two spells cannot be at the same time: all in a post of one holder, else one person's own."""
    return other is not spell and (sole or other.person == spell.person)


def _start(spell: Spell, traces: list[tuple[Spell, Trace]], *, sole: bool) -> str | None:
    """The start as told; where none is told, from when the end of whoever was last in post before has it.

    On one day both may go and come. Nobody is the last before where another one's time reaches into this spell.
    """
    if not spell.firm or spell.start is not None or (seen := _seen(spell)) is None:
        return spell.start
    known = [each for other, each in traces if each.first <= seen and _rival(other, spell, sole=sole)]
    last = max([each.last for each in known], default=None)
    if not before(last, seen):
        return None
    ends = [each.gone for each in known if each.last == last]
    days = [day for day in ends if day]
    return as_edtf(Bounds(min(days), None)) if days and len(days) == len(ends) else None


def _seen(spell: Spell) -> date | None:
    """The first day that is told of a spell: by which it had begun, or on which it can have ended."""
    first, last = spell.begun, bounds(spell.end).earliest if spell.end else None
    return min(first, last) if first and last else first or last


@dataclass(frozen=True, slots=True)
class Trace:
    """The first and the last day that documents tell of a spell: by which it had begun, on which it is attested, on
    which it can have ended; and the first of those on which it can have `gone`."""

    first: date
    last: date
    gone: date | None


@once
def trace_of(spell: Spell) -> Trace | None:
    """The days that documents tell of a spell; None where they tell of none."""
    gone = _gone(spell)
    days = [day for day in (spell.begun, spell.attested.latest, gone.earliest, gone.latest) if day]
    return Trace(min(days), max(days), gone.earliest) if days else None


def _gone(spell: Spell) -> Bounds:
    """The days on which it can have ended; of documents that contradict each other, by any of them."""
    return spread(spell.ends) if contradicted(standing(spell.ends)) else bounds(spell.end)


def _end(spell: Spell, spells: list[Spell], comings: list[Spell], *, sole: bool) -> str | None:
    """The end as told; where none is told, by when the next holder's coming, or the person's own next spell, has it."""
    if spell.end is None and not comings:
        return None
    told = bounds(spell.end)
    if told.days == 0 and any(each.person == spell.person and bounds(each.start) == told for each in spells):
        return (told.latest - DAY).isoformat() if told.latest else None
    if not spell.firm or spell.end is not None:
        return spell.end
    days = [day for each in comings if _rival(each, spell, sole=sole) and (day := _succeeds(each, spell))]
    return as_edtf(Bounds(None, min(days))) if days else None


def _comes(spell: Spell) -> bool:
    """Whether it is known both since when and by when a spell had begun."""
    start = bounds(spell.start)
    return start.earliest is not None and start.latest is not None


def _succeeds(later: Spell, spell: Spell) -> date | None:
    """The last day that a spell can have lasted to, where a later one, whose coming is known, is known to follow it.

    That is the day before the later one's first; where its first day is not known, one in which both may be in post.
    """
    start = bounds(later.start)
    seen = max((day for day in (spell.begun, spell.attested.latest) if day), default=None)
    if start.latest is None or not before(seen, start.earliest):
        return None
    return start.latest - DAY if start.days == 0 else start.latest


def _status(holding: Holding) -> str:
    said = {claim.text("status") or "held" for claim in holding.spell.claims}
    if said == {"planned"}:
        return "planned"
    if holding.end or "ended" in said:
        return "ended"
    return "held" if "held" in said else "appointed"


def _name(holding: Holding, world: World) -> str:
    spell, post = holding.spell, holding.post
    role = f"{'interim ' if spell.interim else ''}{post.role_kind or post.name}"
    place = f" at {world.thing(post.post_in).name}" if post.post_in else ""
    when = f", {period(holding.start, holding.end)}" if holding.start or holding.end else _attested(spell)
    return f"{world.thing(spell.person).name}, {role}{place}{when}"


def _attested(spell: Spell) -> str:
    days = [day for claim in spell.claims if (day := _attesting(claim))]
    return f", in post {in_words(min(days)[1])}" if days else ""


@lru_cache(maxsize=2_000)
def _attesting(claim: ClaimRecord) -> tuple[date, str] | None:
    """The day of which a claim attests its holder: as what days are ordered by, and as told."""
    told = claim.text("asOf")
    return (bounds(told).earliest or date.max, told) if told and attestation(claim) != Bounds() else None


def period(start: str | None, end: str | None) -> str:
    """From and to in words; an end of which only a latest day is known is “by” that day."""
    first, last = start_in_words(start), in_words(end)
    if end and end.startswith("../"):
        last = f"by {in_words(end.removeprefix('../'))}"
        return f"{first} – {last}" if first else last
    if first and last:
        return f"{first} – {last}"
    return f"from {first}" if first else f"until {last}"


def start_in_words(start: str | None) -> str:
    """A start in words; where only a bound is known, that day “or later”, or “or earlier”."""
    if start and start.endswith("/.."):
        return f"{in_words(start.removesuffix('/..'))} or later"
    if start and start.startswith("../"):
        return f"{in_words(start.removeprefix('../'))} or earlier"
    return in_words(start)
