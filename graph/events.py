"""Inspections, directions and delegations: which claims tell of one event. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from graph.edtf import Bounds, in_words
from graph.records import ClaimRecord, FactRecord, World, dated, fact, ordered
from graph.tellings import best, said
from graph.visits import VISIT_TO_RATING, to_the_day, visit_date, when

TOLD_APART = timedelta(days=62)  # how far off the date of one direction can be told
MOST_APART = max(TOLD_APART, VISIT_TO_RATING)
REACHED = ("planned", "established", "operating", "ended")
VISITS = frozenset({"monitoring_visit", "focused_visit", "other"})
Group = list[ClaimRecord]
Alike = Callable[[ClaimRecord, ClaimRecord], bool]


@dataclass(frozen=True, slots=True)
class Event:
    """What claims of one event tell: `about` is the organisation, or of a delegation the trust and the council."""

    label: Literal["Inspection", "Direction", "Delegation"]
    about: tuple[str, ...]
    kind: str
    claims: tuple[ClaimRecord, ...]
    number: str = ""

    @property
    def date(self) -> str | None:
        """When it was, as most documents, or the most exact ones, have it."""
        return _date_of(self.label, self.claims)


def events(claims: Iterable[ClaimRecord], world: World) -> Iterator[Event]:
    """The inspections, directions and delegations that claims tell of."""
    stated = ordered(claims)
    for org, group in _by(stated, "InspectionClaim", "aboutOrganisation"):
        yield from _numbered(
            Event("Inspection", (org,), _kind(each), tuple(each)) for each in _clusters(group, _one_inspection)
        )
    for org, group in _by(stated, "DirectionClaim", "aboutOrganisation"):
        clusters = _clusters(group, lambda one, other: _one_direction(one, other, world))
        yield from _numbered(Event("Direction", (org,), _kind(each), tuple(each)) for each in clusters)
    for trust, group in _by(stated, "TrustClaim", "aboutTrust"):
        for council in sorted({council for claim in group for council in claim.about.get("aboutCouncil", ())}):
            told = tuple(claim for claim in group if council in claim.about.get("aboutCouncil", ()))
            yield Event("Delegation", (trust, council), "", told)


def event_fact(event: Event, world: World) -> FactRecord:
    """The fact that an event is."""
    makers = {"Inspection": _inspection, "Direction": _direction, "Delegation": _delegation}
    return makers[event.label](event, world)


@lru_cache(maxsize=2_000)
def _date_of(label: str, claims: tuple[ClaimRecord, ...]) -> str | None:
    return visit_date(claims) if label == "Inspection" else best(said(claims, "date"))


def judgement_of(claims: Iterable[ClaimRecord]) -> str | None:
    """The judgement that most claims have; of equals the first by name."""
    told = [value for claim in claims if (value := claim.text("judgement"))]
    return min(told, key=lambda value: (-told.count(value), value), default=None)


def _by(claims: list[ClaimRecord], label: str, about: str) -> list[tuple[str, Group]]:
    groups: dict[str, Group] = defaultdict(list)
    for claim in claims:
        if claim.label == label and claim.one(about):
            groups[str(claim.one(about))].append(claim)
    return sorted(groups.items())


def _kind(claims: Group) -> str:
    told = sorted({claim.text("kind") or "other" for claim in claims} - {"other"})
    return told[0] if told else "other"


def _numbered(found: Iterable[Event]) -> Iterator[Event]:
    """Events with what tells them apart in a key: the date, and a number where two of a kind have the same."""
    seen: dict[Hashable, int] = defaultdict(int)
    for event in sorted(found, key=lambda each: (each.kind, str(each.date or "~"), each.claims[0].id)):
        day = event.date or "undated"
        seen[event.kind, day] += 1
        yield Event(event.label, event.about, event.kind, event.claims, f"{day}|{seen[event.kind, day]}")


def strands(claims: Iterable[ClaimRecord]) -> Iterator[Group]:
    """Claims about a body in groups of which none has a part in the events, or the disagreements, of another one.

    These are its stretches of time; all go together that hold what no date keeps apart: an event without one, a date
    that a correction may leave out, a row of numbered visits.
    """
    for label in ("InspectionClaim", "DirectionClaim"):
        told = [claim for claim in claims if claim.label == label]
        numbered = sum(claim.properties.get("ordinal") is not None for claim in told) > 1
        blocks = [block for block in _blocks(told) if block]
        loose = [any(_loose(claim, numbered=numbered) for claim in block) for block in blocks]
        yield from (block for block, mixes in zip(blocks, loose, strict=True) if not mixes)
        yield [claim for block, mixes in zip(blocks, loose, strict=True) if mixes for claim in block]


def _loose(claim: ClaimRecord, *, numbered: bool) -> bool:
    visit = numbered and claim.text("kind") == "monitoring_visit"
    return visit or not claim.text("date") or claim.source.corrects


def _clusters(claims: Group, alike: Alike) -> list[Group]:
    """Claims of one event together, the most exactly dated first; a vague one joins where only one event fits."""
    return [cluster for block in _blocks(claims) for cluster in _clusters_in(block, alike)]


def _blocks(claims: Group) -> Iterator[Group]:
    """Claims in the order of their time, parted where nothing told before can be of the same event as what follows."""
    block: Group = []
    reach = date.min
    for claim in sorted(claims, key=lambda each: when(each).earliest or date.min):
        span = when(claim)
        if block and span.earliest and span.earliest - reach > MOST_APART:
            yield block
            block, reach = [], date.min
        reach = max(reach, span.latest or date.max)
        block.append(claim)
    yield block


def _clusters_in(claims: Group, alike: Alike) -> list[Group]:
    clusters: list[Group] = []
    for claim in sorted(claims, key=_most_exact_first):
        fitting = [group for group in clusters if all(alike(claim, other) for other in group)]
        undated = when(claim) == Bounds()
        if undated and claim.text("kind") in VISITS:
            fitting = [group for group in fitting if when(group[0]) == Bounds()]
        home = _home(claim, fitting)
        if home is None:
            clusters.append([claim])
        else:
            home.append(claim)
    return clusters


def _most_exact_first(claim: ClaimRecord) -> tuple[bool, int, bool, str, str]:
    span = when(claim)
    return claim.text("kind") == "other", span.days, span.earliest is None, str(span), claim.id


def _home(claim: ClaimRecord, fitting: list[Group]) -> Group | None:
    """Of the events that a claim fits, the one that it tells of, if that is clear."""
    overlapping = [group for group in fitting if any(when(claim).overlaps(when(other)) for other in group)]
    fitting = overlapping or fitting
    if len(fitting) > 1:
        fitting = [group for group in fitting if _says_the_same(claim, group)] or fitting
    if len(fitting) == 1 or (fitting and when(fitting[-1][0]) == Bounds()):
        return fitting[-1]
    return fitting[0] if fitting and when(claim) != Bounds() and when(claim).days <= TOLD_APART.days else None


def _says_the_same(claim: ClaimRecord, group: Group) -> bool:
    judgements = {other.text("judgement") for other in group}
    return claim.text("judgement") is not None and claim.text("judgement") in judgements


def _one_inspection(one: ClaimRecord, other: ClaimRecord) -> bool:
    kinds = {one.text("kind") or "other", other.text("kind") or "other"}
    if len(kinds) > 1 and not (kinds <= VISITS and "other" in kinds and one.source.id != other.source.id):
        return False
    first, second = one.text("judgement"), other.text("judgement")
    if first and second and first != second:
        return False
    return when(one).overlaps(when(other)) or _visit_and_rating(one, other)


def _visit_and_rating(one: ClaimRecord, other: ClaimRecord) -> bool:
    """Whether one date can be of the visit and the other, at most two months off, of the judgement it led to."""
    if one.text("kind") != "inspection" or not (one.text("judgement") or other.text("judgement")):
        return False
    early, late = sorted((when(one), when(other)), key=lambda span: (span.latest is None, span.latest))
    if early.latest is None or late.earliest is None or (to_the_day(one) and to_the_day(other)):
        return False
    return late.earliest - early.latest <= VISIT_TO_RATING


def _one_direction(one: ClaimRecord, other: ClaimRecord, world: World) -> bool:
    if one.text("kind") != other.text("kind"):
        return False
    for name in ("aboutPerson", "aboutIssuer"):
        first, second = one.one(name), other.one(name)
        if first and second and world.canonical(first) != world.canonical(second):
            return False
    told, also = when(one), when(other)
    return told.overlaps(also) or (one.source.id != other.source.id and told.gap(also) <= TOLD_APART)


def _links(claims: Iterable[ClaimRecord], world: World, **about: str) -> list[tuple[str, str]]:
    return [
        (link, world.canonical(target))
        for claim in claims
        for link, name in about.items()
        for target in claim.about.get(name, ())
    ]


def _told(date: str | None) -> str:
    return f", {in_words(date)}" if date else ""


def _inspection(event: Event, world: World) -> FactRecord:
    (org,), judgement = event.about, judgement_of(event.claims)
    what = event.kind.replace("_", " ").capitalize() if event.kind != "other" else "Visit"
    name = f"{what} of {world.thing(org).name}{_told(event.date)}{f': {judgement}' if judgement else ''}"
    properties = dated("date", event.date) | dated("published", best(said(event.claims, "published")))
    properties |= {"kind": event.kind, "judgement": judgement, "ordinal": ordinal_of(event.claims), "name": name}
    links = [("inspected", org), *_links(event.claims, world, inspectedBy="aboutInspector")]
    key = f"inspection|{org}|{event.kind}|{event.number}|{judgement}"
    return fact("Inspection", key, properties, links, list(event.claims))


def ordinal_of(claims: Iterable[ClaimRecord]) -> int | None:
    """Which of a row of visits it was, as most claims have it; of equals the lowest."""
    told = [value for claim in claims if isinstance(value := claim.properties.get("ordinal"), int)]
    return min(told, key=lambda value: (-told.count(value), value), default=None)


def _direction(event: Event, world: World) -> FactRecord:
    (org,), people = event.about, _links(event.claims, world, appoints="aboutPerson")
    whom = "".join(f" of {world.thing(person).name}" for _, person in sorted(set(people)))
    what = event.kind.replace("_", " ").capitalize() if event.kind != "other" else "Direction"
    properties = dated("date", event.date) | dated("end", best(said(event.claims, "end")))
    properties |= {"kind": event.kind, "name": f"{what}{whom} for {world.thing(org).name}{_told(event.date)}"}
    links = [("addressee", org), *people, *_links(event.claims, world, issuer="aboutIssuer")]
    tail = ",".join(sorted({person for _, person in people}))
    return fact(
        "Direction", f"direction|{org}|{event.kind}|{event.number}|{tail}", properties, links, list(event.claims)
    )


def _delegation(event: Event, world: World) -> FactRecord:
    """A trust's services for one council: how far it has come, since when, and when it ended."""
    trust, council = event.about
    told = {claim.text("status") or "planned" for claim in event.claims}
    status = max(told, key=REACHED.index)
    begun = [claim for claim in event.claims if claim.text("status") in ("established", "operating")]
    ended = [claim for claim in event.claims if claim.text("status") == "ended"]
    planned = [claim for claim in event.claims if claim.text("status") == "planned"]
    date = best(said(begun, "date")) or (None if begun else best(said(planned, "date")))
    name = f"{world.thing(trust).name} runs services for {world.thing(council).name} ({status}{_told(date)})"
    properties = dated("date", date) | dated("end", best(said(ended, "date"))) | {"status": status, "name": name}
    links = [("delegate", trust), ("delegatedBy", council)]
    return fact("Delegation", f"delegation|{trust}|{council}", properties, links, list(event.claims))
