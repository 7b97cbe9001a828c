"""A person's spells in one post: which claims tell of one stretch of time, and which of another. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import NamedTuple, TypeVar

from graph.edtf import Bounds, before, bounds
from graph.records import ClaimRecord
from graph.tellings import Said, best, published, said

Found = TypeVar("Found")

LONG_AFTER = timedelta(days=200)  # an end so much later than an interim spell's is of the permanent one that followed


@dataclass(frozen=True)
class Spell:
    """A stretch of a person's time in a post, as its claims give it; what is often asked of it is worked out once.

    `spanning` has claims that tell of this spell and the interim one before it as of one.
    """

    person: str
    interim: bool
    claims: tuple[ClaimRecord, ...] = ()
    starts: tuple[Said, ...] = ()
    ends: tuple[Said, ...] = ()
    attested: Bounds = field(default_factory=Bounds)
    spanning: tuple[ClaimRecord, ...] = ()

    start: str | None = None  # when it began, as most documents have it
    end: str | None = None

    def __hash__(self) -> int:
        """By what is quick to tell; equal ones are equal in all."""
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash((self.person, self.interim, len(self.claims), len(self.spanning), self.attested.latest))

    @cached_property
    def begun(self) -> date | None:
        """A day on which it had certainly begun."""
        return _first(bounds(self.start).latest, self.attested.earliest)

    @cached_property
    def known(self) -> list[date]:
        """The days that tell where it lies in time, in order: by which it had begun, last attested, or could end."""
        return sorted(day for day in (self.begun, self.attested.latest, bounds(self.end).earliest) if day)

    @cached_property
    def firm(self) -> bool:
        """Whether some document tells of it as come about, rather than announcing or planning it."""
        return any(not announced(claim) for claim in (*self.claims, *self.spanning))


def once(work: Callable[[Spell], Found]) -> Callable[[Spell], Found]:
    """As `work`, which is done once for each spell: found with it, sooner than in a cache of many."""
    name = f"_{work.__qualname__}"

    def found(spell: Spell) -> Found:
        kept = spell.__dict__
        if name not in kept:
            kept[name] = work(spell)
        result: Found = kept[name]
        return result

    return found


class Growing:
    """A person's spells in one post as claims come one after another, made anew from no more of them than need be."""

    def __init__(self, person: str) -> None:
        self.spells: tuple[Spell, ...] = ()
        self._person = person
        self._claims: list[ClaimRecord] = []
        self._stretches: list[_Stretch] = []  # while no claim says interim
        self._interim = False

    def add(self, claims: Iterable[ClaimRecord]) -> None:
        """Add claims that did not come before; those that tell of a later time than all before them cost the least."""
        stays = sorted(map(_stay, claims), key=_ANCHOR)
        self._claims += [stay.claim for stay in stays]
        self._interim = self._interim or any(stay.claim.properties.get("interim") for stay in stays)
        if self._interim:
            self.spells = spells_of(self._person, sorted(self._claims, key=_ID))
            return
        if any(first.anchor < each.last for first in stays[:1] for each in self._stretches):
            self._stretches, stays = [], sorted(map(_stay, self._claims), key=_ANCHOR)
        _put(stays, self._stretches)
        self.spells = tuple(_spell(self._person, each, [], interim=False) for each in self._stretches)


def spells_of(person: str, claims: Iterable[ClaimRecord]) -> tuple[Spell, ...]:
    """A person's spells in one post by the claims in the order of their ids: interim and permanent apart, earliest
    first."""
    interim: list[ClaimRecord] = []
    permanent: list[ClaimRecord] = []
    for claim in claims:
        (interim if claim.properties.get("interim") else permanent).append(claim)
    spanning: list[ClaimRecord] = []
    if interim:
        permanent, loose, spanning = _sorted_by(interim, permanent)
        interim += loose
    kinds = ((True, interim), (False, permanent))
    groups = [(flag, group) for flag, told in kinds for group in _apart_in_time(told)]
    after_interim = next((group for flag, group in groups if not flag), None)
    return tuple(
        _spell(person, group, spanning if group is after_interim else [], interim=flag) for flag, group in groups
    )


@lru_cache(maxsize=2_000)
def attestation(claim: ClaimRecord) -> Bounds:
    """The day on which a claim attests its holder; no bounds when it attests none."""
    if claim.text("status") in ("ended", "planned") or announced(claim):
        return Bounds()
    return claim.span("asOf")


@lru_cache(maxsize=2_000)
def announced(claim: ClaimRecord) -> bool:
    """Whether a claim tells of a tenure as yet to come."""
    if claim.text("status") == "planned":
        return True
    if not claim.text("start") or claim.text("status") == "ended":
        return False
    told = claim.span("asOf") if claim.text("asOf") else published(claim.source)
    return before(told.latest, claim.span("start").earliest)


def merely_attests(claim: ClaimRecord) -> bool:
    """Whether a claim gives no date of the tenure's own."""
    return not claim.text("start") and not claim.text("end") and claim.text("status") != "planned"


def _sorted_by(
    interim: list[ClaimRecord], permanent: list[ClaimRecord]
) -> tuple[list[ClaimRecord], list[ClaimRecord], list[ClaimRecord]]:
    """Of claims that do not say interim: those of a permanent spell, loose words about the interim one, and those that
    tell of both as of one."""
    promotions = [claim for claim in permanent if claim.text("start") and not _begins_with(claim, interim)]
    if promotions:
        spanning = [
            claim
            for claim in permanent
            if claim not in promotions and claim.text("start") and not _ends_with(claim, interim)
        ]
        seen = [claim for claim in permanent if claim not in promotions and claim not in spanning]
        loose = [claim for claim in seen if _ends_with(claim, interim) or _attested_before(claim, promotions)]
        return promotions + [claim for claim in seen if claim not in loose], loose, spanning
    loose = [
        claim
        for claim in permanent
        if merely_attests(claim) or _begins_with(claim, interim) or _ends_with(claim, interim)
    ]
    return [claim for claim in permanent if claim not in loose], loose, []


def _begins_with(claim: ClaimRecord, interim: list[ClaimRecord]) -> bool:
    start = claim.span("start")
    return start != Bounds() and any(start.overlaps(other.span("start")) for other in interim if other.text("start"))


def _ends_with(claim: ClaimRecord, interim: list[ClaimRecord]) -> bool:
    """Whether a claim that gives no start of its own gives an end about when an interim spell ends."""
    end = claim.span("end")
    ends = [other.span("end") for other in interim if other.text("end")]
    return end != Bounds() and any(end.gap(other) <= LONG_AFTER for other in ends)


def _attested_before(claim: ClaimRecord, promotions: list[ClaimRecord]) -> bool:
    day = attestation(claim).latest
    return (
        merely_attests(claim)
        and day is not None
        and all(before(day, each.span("start").earliest) for each in promotions)
    )


def _apart_in_time(claims: Iterable[ClaimRecord]) -> list[_Stretch]:
    """Claims by spell: a new one begins where a claim's time lies wholly after the end of those before."""
    stretches: list[_Stretch] = []
    _put(sorted(map(_stay, claims), key=_ANCHOR), stretches)
    return stretches


def _put(stays: Iterable[_Stay], stretches: list[_Stretch]) -> None:
    """Put what claims tell, in the order of time, each to the first of some stretches that takes it, or a new one."""
    for stay in stays:
        taking = next((each for each in stretches if each.takes(stay)), None)
        if taking is None:
            stretches.append(taking := _Stretch())
        taking.add(stay)


class _Stay(NamedTuple):
    """What a claim tells of when its holder is in post, and where it comes in the order of time."""

    claim: ClaimRecord
    come: date | None
    gone: date | None
    attested: Bounds
    anchor: tuple[bool, date, str]


_ANCHOR, _ID = attrgetter("anchor"), attrgetter("id")


@lru_cache(maxsize=2_000)
def _stay(claim: ClaimRecord) -> _Stay:
    """The first day of which a claim tells that its holder is in post is that of a start, or of an attestation."""
    start, end, attested = claim.span("start"), claim.span("end"), attestation(claim)
    come = start.earliest if claim.text("start") else attested.earliest
    day = _day(start) or _day(claim.span("asOf")) or _day(end)
    return _Stay(claim, come, end.latest, attested, (day is None, day or date.max, claim.id))


def _day(span: Bounds) -> date | None:
    return span.earliest or span.latest


@dataclass(slots=True)
class _Stretch:
    """Claims of which none has the holder gone before another has them come, or attests them; in the order of time."""

    claims: list[ClaimRecord] = field(default_factory=list)
    dated: list[ClaimRecord] = field(default_factory=list)  # those that tell of a start or an end
    come_about: bool = False  # by some claim that does not only tell of a plan
    first_gone: date | None = None
    last_come: date | None = None
    first_seen: date | None = None
    last_seen: date | None = None

    @property
    def last(self) -> tuple[bool, date, str]:
        """Where the last claim comes in the order of time."""
        return _stay(self.claims[-1]).anchor

    def takes(self, stay: _Stay) -> bool:
        return not (before(stay.gone, self.last_come) or before(self.first_gone, stay.come))

    def add(self, stay: _Stay) -> None:
        claim, attested = stay.claim, stay.attested
        self.claims.append(claim)
        if claim.text("start") or claim.text("end"):
            self.dated.append(claim)
        self.come_about = self.come_about or claim.text("status") != "planned"
        self.first_gone, self.last_come = _first(self.first_gone, stay.gone), _last(self.last_come, stay.come)
        self.first_seen, self.last_seen = (
            _first(self.first_seen, attested.latest),
            _last(self.last_seen, attested.earliest),
        )


def _first(one: date | None, other: date | None) -> date | None:
    return min(one, other) if one and other else one or other


def _last(one: date | None, other: date | None) -> date | None:
    return max(one, other) if one and other else one or other


def _spell(person: str, stretch: _Stretch, spanning: list[ClaimRecord], *, interim: bool) -> Spell:
    firm = [claim for claim in stretch.dated if claim.text("status") != "planned" or not stretch.come_about]
    starts, ends = tuple(said(firm, "start")), tuple(said([*firm, *spanning], "end"))
    attested = _attested(stretch, spanning)
    return Spell(
        person, interim, tuple(stretch.claims), starts, ends, attested, tuple(spanning), best(starts), best(ends)
    )


def _attested(stretch: _Stretch, spanning: Iterable[ClaimRecord]) -> Bounds:
    """The days on which claims attest the holder: those of a day named, unless it ended or is yet to come."""
    first, last = stretch.first_seen, stretch.last_seen
    for span in map(attestation, spanning):
        first, last = _first(first, span.latest), _last(last, span.earliest)
    return Bounds(first, last) if first and last and first <= last else Bounds(last, last)
