"""A person's spells in one post: which claims tell of one stretch of time, and which of another. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property, lru_cache
from operator import attrgetter

from graph.edtf import Bounds, before, bounds
from graph.records import ClaimRecord
from graph.tellings import Said, best, published, said

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
        days = [bounds(self.start).latest, self.attested.earliest]
        return min((day for day in days if day), default=None)

    @cached_property
    def known(self) -> list[date]:
        """The days that tell where it lies in time, in order: by which it had begun, last attested, or could end."""
        return sorted(day for day in (self.begun, self.attested.latest, bounds(self.end).earliest) if day)

    @cached_property
    def firm(self) -> bool:
        """Whether some document tells of it as come about, rather than announcing or planning it."""
        return any(not announced(claim) for claim in (*self.claims, *self.spanning))


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


def held(claims: Iterable[ClaimRecord]) -> Bounds:
    """The days on which the claims attest the holder: those of a day named, unless it ended or is yet to come."""
    spans = [attestation(claim) for claim in claims]
    first = min((span.latest for span in spans if span.latest), default=None)
    last = max((span.earliest for span in spans if span.earliest), default=None)
    return Bounds(first, last) if first and last and first <= last else Bounds(last, last)


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
    told = claim.span("asOf") if claim.text("asOf") else published(claim.source)
    return claim.text("status") != "ended" and before(told.latest, claim.span("start").earliest)


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


def _apart_in_time(claims: list[ClaimRecord]) -> list[list[ClaimRecord]]:
    """Claims by spell: a new one begins where a claim's time lies wholly after the end of those before."""
    groups: list[_Stretch] = []
    for stay in sorted(map(_stay, claims), key=attrgetter("anchor")):
        for group in groups:
            if group.takes(stay):
                group.add(stay)
                break
        else:
            groups.append(_Stretch([stay.claim], stay.gone, stay.come))
    return [group.claims for group in groups]


@dataclass(frozen=True, slots=True)
class _Stay:
    """What a claim tells of when its holder is in post, and where it comes in the order of time."""

    claim: ClaimRecord
    come: date | None
    gone: date | None
    anchor: tuple[bool, date, str]


@lru_cache(maxsize=2_000)
def _stay(claim: ClaimRecord) -> _Stay:
    """The first day of which a claim tells that its holder is in post is that of a start, or of an attestation."""
    come = claim.span("start").earliest if claim.text("start") else attestation(claim).earliest
    return _Stay(claim, come, claim.span("end").latest, _anchor(claim))


def _anchor(claim: ClaimRecord) -> tuple[bool, date, str]:
    spans = (claim.span("start"), claim.span("asOf"), claim.span("end"))
    days = [day for span in spans if (day := span.earliest or span.latest)]
    return (not days, days[0] if days else date.max, claim.id)


@dataclass(slots=True)
class _Stretch:
    """Claims of which none has the holder gone before another has them come, or attests them."""

    claims: list[ClaimRecord] = field(default_factory=list)
    first_gone: date | None = None
    last_come: date | None = None

    def takes(self, stay: _Stay) -> bool:
        return not (before(stay.gone, self.last_come) or before(self.first_gone, stay.come))

    def add(self, stay: _Stay) -> None:
        self.claims.append(stay.claim)
        if stay.gone and (self.first_gone is None or stay.gone < self.first_gone):
            self.first_gone = stay.gone
        if stay.come and (self.last_come is None or stay.come > self.last_come):
            self.last_come = stay.come


def _spell(person: str, claims: list[ClaimRecord], spanning: list[ClaimRecord], *, interim: bool) -> Spell:
    firm = [claim for claim in claims if claim.text("status") != "planned"] or claims
    starts, ends = tuple(said(firm, "start")), tuple(said([*firm, *spanning], "end"))
    attested = held([*claims, *spanning])
    return Spell(person, interim, tuple(claims), starts, ends, attested, tuple(spanning), best(starts), best(ends))
