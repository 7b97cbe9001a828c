"""Tenures from claims: a person's spells in a post, and what the holders of a sole post tell of one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from graph.edtf import Bounds, as_edtf, before, bounds, in_words
from graph.records import ClaimRecord, FactRecord, Thing, World, agreed, dated, fact, ordered

TENURE = "TenureClaim"
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Spell:
    """A stretch of a person's time in a post, as its claims give it."""

    person: str
    interim: bool
    claims: tuple[ClaimRecord, ...] = field(default_factory=tuple)
    start: str | None = None
    end: str | None = None
    attested: Bounds = field(default_factory=Bounds)

    @property
    def begun(self) -> date | None:
        """A day on which it had certainly begun."""
        days = [bounds(self.start).latest, self.attested.earliest]
        return min((day for day in days if day), default=None)


def tenures(claims: Iterable[ClaimRecord], world: World) -> Iterator[FactRecord]:
    """The tenures of all posts; a claim without a person or a post makes none."""
    posts: dict[str, list[ClaimRecord]] = defaultdict(list)
    for claim in ordered(claims):
        if claim.label == TENURE and claim.one("aboutPerson") and claim.one("aboutRole"):
            posts[str(claim.one("aboutRole"))].append(claim)
    for post, stated in sorted(posts.items()):
        yield from _of_post(world.thing(post), stated, world)


def _of_post(post: Thing, claims: list[ClaimRecord], world: World) -> Iterator[FactRecord]:
    holders: dict[str, list[ClaimRecord]] = defaultdict(list)
    for claim in claims:
        holders[world.canonical(str(claim.one("aboutPerson")))].append(claim)
    spells = [spell for person, stated in sorted(holders.items()) for spell in spells_of(person, stated)]
    for spell, number in _numbered(spells):
        yield _tenure(post, _after_succession(spell, spells, sole=post.sole), number, world)


def spells_of(person: str, claims: list[ClaimRecord]) -> list[Spell]:
    """A person's spells in one post, interim and permanent ones apart, earliest first."""
    interim = [claim for claim in claims if claim.properties.get("interim")]
    permanent = [claim for claim in claims if not claim.properties.get("interim")]
    if interim and all(_merely_attests(claim) for claim in permanent):
        interim, permanent = interim + permanent, []
    kinds = ((True, interim), (False, permanent))
    return [_spell(person, flag, group) for flag, stated in kinds for group in _apart_in_time(stated)]


def held(claims: Iterable[ClaimRecord]) -> Bounds:
    """The days on which the claims attest the holder: those of a day named, unless it ended or is yet to come."""
    spans = [span for claim in claims if (span := _attestation(claim)) != Bounds()]
    first = min((span.latest for span in spans if span.latest), default=None)
    last = max((span.earliest for span in spans if span.earliest), default=None)
    return Bounds(first, last) if first and last and first <= last else Bounds(last, last)


def _attestation(claim: ClaimRecord) -> Bounds:
    if claim.text("status") in ("ended", "planned"):
        return Bounds()
    span = claim.span("asOf")
    return Bounds() if before(span.latest, claim.span("start").earliest) else span


def _merely_attests(claim: ClaimRecord) -> bool:
    return not claim.text("start") and not claim.text("end") and claim.text("status") != "planned"


def _anchor(claim: ClaimRecord) -> tuple[date, str]:
    spans = (claim.span("start"), claim.span("asOf"), claim.span("end"))
    days = [span.earliest or span.latest for span in spans if span.earliest or span.latest]
    return (days[0] or date.max if days else date.max, claim.id)


def _apart_in_time(claims: list[ClaimRecord]) -> list[list[ClaimRecord]]:
    """Claims by spell: a new one begins where a claim's time lies wholly after the end of those before."""
    groups: list[list[ClaimRecord]] = []
    for claim in sorted(claims, key=_anchor):
        home = next((group for group in groups if all(_one_spell(claim, other) for other in group)), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    return groups


def _one_spell(one: ClaimRecord, other: ClaimRecord) -> bool:
    return not (_ended_before(one, other) or _ended_before(other, one))


def _ended_before(one: ClaimRecord, other: ClaimRecord) -> bool:
    end = one.span("end").latest
    return before(end, other.span("start").earliest) or before(end, _attestation(other).earliest)


def _spell(person: str, interim: bool, claims: list[ClaimRecord]) -> Spell:
    firm = [claim for claim in claims if claim.text("status") != "planned"]
    start = agreed(claim.text("start") for claim in firm) or agreed(claim.text("start") for claim in claims)
    end = agreed(claim.text("end") for claim in firm) or agreed(claim.text("end") for claim in claims)
    return Spell(person, interim, tuple(claims), start, end, held(claims))


def _numbered(spells: list[Spell]) -> Iterator[tuple[Spell, int]]:
    seen: dict[tuple[str, bool], int] = defaultdict(int)
    for spell in spells:
        seen[spell.person, spell.interim] += 1
        yield spell, seen[spell.person, spell.interim]


def _after_succession(spell: Spell, spells: list[Spell], *, sole: bool) -> Spell:
    """The spell with its last day before the next holder's first, where the post, or the person, allows but one."""
    if _planned(spell):
        return spell
    rivals = [each for each in spells if each is not spell and (sole or each.person == spell.person)]
    days = sorted(day for each in rivals if (day := _succeeds(each, spell)))
    if not days:
        return spell
    last, end = days[0], bounds(spell.end)
    if spell.end is None:
        return replace(spell, end=as_edtf(Bounds(None, last)))
    if end.latest is None or end.latest <= last:
        return spell
    if end.earliest == end.latest == last + DAY:
        return replace(spell, end=last.isoformat())
    narrowed = as_edtf(Bounds(end.earliest, last)) if not before(last, end.earliest) else spell.end
    return replace(spell, end=narrowed)


def _succeeds(later: Spell, spell: Spell) -> date | None:
    """The last day that a spell can have lasted to, where a later one is known to follow it.

    That is the day before the later one's first; where its first day is not known, one in which both may be in post.
    """
    start, end = bounds(later.start), bounds(spell.end)
    if _planned(later) or start.latest is None or start.earliest is None:
        return None
    seen = max((day for day in (spell.begun, spell.attested.latest) if day), default=None)
    ends_with_it = seen is None and end.earliest == start.earliest == start.latest
    if not ends_with_it and not before(seen, start.earliest):
        return None
    return start.latest - DAY if start.days == 0 else start.latest


def _planned(spell: Spell) -> bool:
    return all(claim.text("status") == "planned" for claim in spell.claims)


def _status(spell: Spell) -> str:
    said = {claim.text("status") or "held" for claim in spell.claims}
    if said == {"planned"}:
        return "planned"
    if spell.end or "ended" in said:
        return "ended"
    return "held" if "held" in said else "appointed"


def _tenure(post: Thing, spell: Spell, number: int, world: World) -> FactRecord:
    kind = "interim" if spell.interim else "permanent"
    properties = dated("start", spell.start) | dated("end", spell.end)
    properties |= {"attestedEarliest": spell.attested.earliest, "attestedLatest": spell.attested.latest}
    properties |= {"interim": spell.interim, "status": _status(spell), "name": _name(post, spell, world)}
    key = f"tenure|{spell.person}|{post.id}|{kind}|{number}"
    return fact("Tenure", key, properties, [("holder", spell.person), ("inRole", post.id)], list(spell.claims))


def _name(post: Thing, spell: Spell, world: World) -> str:
    role = f"{'interim ' if spell.interim else ''}{post.role_kind or post.name}"
    place = f" at {world.thing(post.post_in).name}" if post.post_in else ""
    when = f", {period(spell.start, spell.end)}" if spell.start or spell.end else _attested(spell)
    return f"{world.thing(spell.person).name}, {role}{place}{when}"


def _attested(spell: Spell) -> str:
    days = [claim.text("asOf") for claim in spell.claims if _attestation(claim) != Bounds()]
    first = min((day for day in days if day), key=lambda day: (str(bounds(day).earliest), day), default=None)
    return f", in post {in_words(first)}" if first else ""


def period(start: str | None, end: str | None) -> str:
    """From and to in words; an end of which only a latest day is known is “by” that day."""
    first, last = in_words(start), in_words(end)
    if end and end.startswith("../"):
        last = f"by {in_words(end.removeprefix('../'))}"
        return f"{first} – {last}" if first else last
    if first and last:
        return f"{first} – {last}"
    return f"from {first}" if first else f"until {last}"
