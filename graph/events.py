"""Inspections, directions and delegations from claims: which claims tell of one event, and when it was."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from datetime import timedelta

from graph.edtf import Bounds, bounds, in_words
from graph.records import ClaimRecord, FactRecord, World, agreed, dated, fact, ordered

VISIT_TO_RATING = timedelta(days=62)
VISIT_TO_REPORT = timedelta(days=120)
REACHED = ("planned", "established", "operating", "ended")
Group = list[ClaimRecord]
Alike = Callable[[ClaimRecord, ClaimRecord], bool]


def events(claims: Iterable[ClaimRecord], world: World) -> Iterator[FactRecord]:
    """The inspections, directions and delegations that claims tell of."""
    stated = ordered(claims)
    for (org, kind), group in _by(stated, "InspectionClaim"):
        clusters = _clusters(group, _one_inspection, undated_may_join=kind == "inspection")
        yield from (_inspection(org, kind, each, number, world) for number, each in _numbered(clusters))
    for (org, kind), group in _by(stated, "DirectionClaim"):
        clusters = _clusters(group, lambda one, other: _one_direction(one, other, world), undated_may_join=True)
        yield from (_direction(org, kind, each, number, world) for number, each in _numbered(clusters))
    yield from _delegations(stated, world)


def _by(claims: list[ClaimRecord], label: str) -> list[tuple[tuple[str, str], Group]]:
    groups: dict[tuple[str, str], Group] = defaultdict(list)
    for claim in claims:
        if claim.label == label and claim.one("aboutOrganisation"):
            groups[str(claim.one("aboutOrganisation")), claim.text("kind") or "other"].append(claim)
    return sorted(groups.items())


def _numbered(clusters: list[Group]) -> Iterator[tuple[str, Group]]:
    """Clusters with what tells them apart in a key: the date, and a number where two have the same."""
    seen: dict[Hashable, int] = defaultdict(int)
    for cluster in clusters:
        when = _date(cluster) or "undated"
        seen[when] += 1
        yield f"{when}|{seen[when]}", cluster


def _clusters(claims: Group, alike: Alike, *, undated_may_join: bool) -> list[Group]:
    """Claims of one event together, the most exactly dated first; a vague one joins where only one event fits."""
    clusters: list[Group] = []
    for claim in sorted(
        claims, key=lambda each: (_when(each).days, _when(each).earliest is None, str(_when(each)), each.id)
    ):
        fitting = [group for group in clusters if all(alike(claim, other) for other in group)]
        undated = _when(claim) == Bounds()
        if undated and not undated_may_join:
            fitting = [group for group in fitting if _when(group[0]) == Bounds()]
        if len(fitting) > 1:
            fitting = [group for group in fitting if _says_the_same(claim, group)] or fitting
        if len(fitting) == 1 or (fitting and _when(fitting[-1][0]) == Bounds()):
            fitting[-1].append(claim)
        elif fitting and not undated and _when(claim).days <= 62:
            fitting[0].append(claim)
        else:
            clusters.append([claim])
    return sorted(clusters, key=lambda group: (str(_date(group) or "~"), group[0].id))


def _says_the_same(claim: ClaimRecord, group: Group) -> bool:
    judgements = {other.text("judgement") for other in group}
    return claim.text("judgement") is not None and claim.text("judgement") in judgements


def _when(claim: ClaimRecord) -> Bounds:
    """The days on which the event can have been: the date told, or some time before the report."""
    if claim.text("date"):
        return claim.span("date")
    report = claim.span("published")
    return Bounds(report.earliest - VISIT_TO_REPORT if report.earliest else None, report.latest)


def _one_inspection(one: ClaimRecord, other: ClaimRecord) -> bool:
    first, second = one.text("judgement"), other.text("judgement")
    if first and second and first != second:
        return False
    return _when(one).overlaps(_when(other)) or _visit_and_rating(one, other)


def _visit_and_rating(one: ClaimRecord, other: ClaimRecord) -> bool:
    """Whether one date can be of the visit and the other, at most two months off, of the judgement it led to."""
    if one.text("kind") != "inspection" or not (one.text("judgement") or other.text("judgement")):
        return False
    early, late = sorted((_when(one), _when(other)), key=lambda span: (span.latest is None, span.latest))
    if early.latest is None or late.earliest is None or (_to_the_day(one) and _to_the_day(other)):
        return False
    return late.earliest - early.latest <= VISIT_TO_RATING


def _to_the_day(claim: ClaimRecord) -> bool:
    return len((claim.text("date") or "").split("/")[0]) == 10


def _one_direction(one: ClaimRecord, other: ClaimRecord, world: World) -> bool:
    for name in ("aboutPerson", "aboutIssuer"):
        first, second = one.one(name), other.one(name)
        if first and second and world.canonical(first) != world.canonical(second):
            return False
    return _when(one).overlaps(_when(other))


def _date(claims: Group, name: str = "date") -> str | None:
    """What the claims agree on; where some lie apart, the earliest, for the rating follows the visit."""
    told = sorted(
        {value for claim in claims if (value := claim.text(name))}, key=lambda value: (str(bounds(value).latest), value)
    )
    return agreed(value for value in told if bounds(value).overlaps(bounds(told[0]))) if told else None


def _best(claims: Group, name: str) -> str | None:
    """The value that most claims have; of equals the first by name."""
    said = [value for claim in claims if (value := claim.text(name))]
    return min(said, key=lambda value: (-said.count(value), value), default=None)


def _links(claims: Group, world: World, **about: str) -> list[tuple[str, str]]:
    return [
        (link, world.canonical(target))
        for claim in claims
        for link, name in about.items()
        for target in claim.about.get(name, ())
    ]


def _told(date: str | None) -> str:
    return f", {in_words(date)}" if date else ""


def _inspection(org: str, kind: str, claims: Group, number: str, world: World) -> FactRecord:
    date, published, judgement = _date(claims), _date(claims, "published"), _best(claims, "judgement")
    what = kind.replace("_", " ").capitalize() if kind != "other" else "Visit"
    name = f"{what} of {world.thing(org).name}{_told(date)}{f': {judgement}' if judgement else ''}"
    properties = dated("date", date) | dated("published", published)
    properties |= {"kind": kind, "judgement": judgement, "name": name}
    links = [("inspected", org), *_links(claims, world, inspectedBy="aboutInspector")]
    return fact("Inspection", f"inspection|{org}|{kind}|{number}|{judgement}", properties, links, claims)


def _direction(org: str, kind: str, claims: Group, number: str, world: World) -> FactRecord:
    date = _date(claims)
    people = _links(claims, world, appoints="aboutPerson")
    whom = "".join(f" of {world.thing(person).name}" for _, person in sorted(set(people)))
    what = kind.replace("_", " ").capitalize() if kind != "other" else "Direction"
    properties = dated("date", date) | dated("end", _date(claims, "end"))
    properties |= {"kind": kind, "name": f"{what}{whom} for {world.thing(org).name}{_told(date)}"}
    links = [("addressee", org), *people, *_links(claims, world, issuer="aboutIssuer")]
    tail = ",".join(sorted({person for _, person in people}))
    return fact("Direction", f"direction|{org}|{kind}|{number}|{tail}", properties, links, claims)


def _delegations(claims: list[ClaimRecord], world: World) -> Iterator[FactRecord]:
    pairs: dict[tuple[str, str], Group] = defaultdict(list)
    for claim in claims:
        trust = claim.one("aboutTrust")
        if claim.label == "TrustClaim" and trust:
            for council in sorted(set(claim.about.get("aboutCouncil", ()))):
                pairs[trust, council].append(claim)
    for (trust, council), group in sorted(pairs.items()):
        yield _delegation(trust, council, group, world)


def _delegation(trust: str, council: str, claims: Group, world: World) -> FactRecord:
    """A trust's services for one council: how far it has come, since when, and when it ended."""
    told = {claim.text("status") or "planned" for claim in claims}
    status = max(told, key=REACHED.index)
    begun = [claim for claim in claims if claim.text("status") in ("established", "operating")]
    ended = [claim for claim in claims if claim.text("status") == "ended"]
    date = _date(begun) or (None if begun else _date([claim for claim in claims if claim.text("status") == "planned"]))
    name = f"{world.thing(trust).name} runs services for {world.thing(council).name} ({status}{_told(date)})"
    properties = dated("date", date) | dated("end", _date(ended)) | {"status": status, "name": name}
    links = [("delegate", trust), ("delegatedBy", council)]
    return fact("Delegation", f"delegation|{trust}|{council}", properties, links, claims)
