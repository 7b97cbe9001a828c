"""What documents disagree on: dates, interim or not, holders of one post, numbers of visits, spellings. Pure.

A conflict is "open" when two documents cannot both be right, "explained" when something told says how both can be or
which of them no longer stands: a plan that came later, a publisher's correction, a rating that follows the visit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations
from typing import Literal

from graph.days import Span
from graph.edtf import bounds, in_words
from graph.events import Event, judgement_of, ordinal_of
from graph.likeness import alike, words
from graph.records import ClaimRecord, FactRecord, World, fact, ordered
from graph.spells import Spell, merely_attests, once
from graph.tellings import Said, best, contradicted, said
from graph.tenures import Holding
from graph.visits import VISIT_TO_REPORT, dates_what, rating_dates, visit_date, visit_dates

State = Literal["open", "explained"]


def conflicts(posts: Iterable[Sequence[Holding]], told: Iterable[Event], world: World) -> Iterator[FactRecord]:
    """All conflicts among the documents' words on posts and events."""
    for holdings in posts:
        for holding in holdings:
            yield from of_holding(holding, world)
        yield from (two_holders(one, other, world) for one, other in at_one_time(holdings))
    events = list(told)
    for event in events:
        yield from _of_event(event, world)
    yield from _of_judgements(events, world)
    yield from _of_rows_of_visits(events, world)


def _conflict(
    kind: str, about: Sequence[str], key: str, name: str, claims: Iterable[ClaimRecord], explanation: str | None = None
) -> FactRecord:
    state: State = "explained" if explanation else "open"
    properties = {"conflictKind": kind, "conflictState": state, "explanation": explanation, "name": name}
    links = [("concerns", each) for each in dict.fromkeys(about)]
    return fact("Conflict", f"conflict|{kind}|{key}", properties, links, list(claims))


def of_holding(holding: Holding, world: World) -> Iterator[FactRecord]:
    """What documents disagree on about one holding: its start, its end, whether it was interim."""
    spell, about = holding.spell, _about(holding)
    whose = f"{world.thing(spell.person).name}, {holding.post.name}"
    for kind, values in (("start", spell.starts), ("end", spell.ends)):
        if contradicted(values):
            name = f"{kind.capitalize()} of {whose}: {_values(values)}"
            yield _conflict(kind, about, holding.id, name, _claims(values), _corrected(values))
    if spell.spanning or (spell.interim and any(map(_permanent, spell.claims))):
        name = f"Interim or not: {whose}"
        yield _conflict("interim", about, holding.id, name, [*spell.claims, *spell.spanning])


def _permanent(claim: ClaimRecord) -> bool:
    """Whether a claim tells of a time in post that it does not call interim."""
    return not claim.properties.get("interim") and not merely_attests(claim)


def _about(holding: Holding) -> list[str]:
    return [holding.spell.person, holding.post.id, *([holding.post.post_in] if holding.post.post_in else [])]


def at_one_time(holdings: Iterable[Holding]) -> Iterator[tuple[Holding, Holding]]:
    """Each two people whom documents have in a post of one holder at one time."""
    told = [(each, *span) for each in holdings if each.post.sole and each.spell.firm and (span := _whole(each.spell))]
    lasting = [each for each in told if each[1] < each[2]]
    for (one, begun, ended), (other, first, last) in combinations(lasting, 2):
        if begun < last and first < ended and one.spell.person != other.spell.person:
            yield one, other


def beside(spells: Iterable[Spell], people: Collection[str]) -> set[str]:
    """The people whom documents have in a post of one holder at one time with some of `people`, and these."""
    told = [(each.person, *span) for each in spells if each.firm and (span := _whole(each))]
    theirs = [each for each in told if each[0] in people]
    found = {each for each, begun, ended in told for _, first, last in theirs if begun < last and first < ended}
    return found.union(people)


def two_holders(one: Holding, other: Holding, world: World) -> FactRecord:
    """That documents have two people in a post of one holder at one time."""
    names = " and ".join(world.thing(each.spell.person).name for each in (one, other))
    name = f"Two holders at one time: {names}, {one.post.name}"
    about = [*_about(one), *_about(other)]
    return _conflict("holders", about, f"{one.id}|{other.id}", name, [*one.spell.claims, *other.spell.claims])


@once
def _whole(spell: Spell) -> Span | None:
    """From the last day on which it can have begun to the first on which it can have ended, as best known."""
    last = max((day for day in (bounds(spell.end).earliest, spell.attested.latest) if day), default=None)
    first = spell.begun
    return (first, last) if first and last and first <= last else None


def _of_event(event: Event, world: World) -> Iterator[FactRecord]:
    if event.label == "Inspection":
        yield from _of_visit_dates(event, world)
        yield from _of_ordinal(event, world)
    elif event.label == "Direction":
        for kind, what in (("date", "Date"), ("end", "End")):
            values = said(event.claims, kind)
            if contradicted(values):
                name = f"{what} of {_named(event, world)}: {_values(values)}"
                yield _conflict(kind, event.about, _key(event), name, _claims(values), _corrected(values))
    else:
        yield from _of_delegation(event, world)


def _of_visit_dates(event: Event, world: World) -> Iterator[FactRecord]:
    """Dates of the visit, and of the judgement, that cannot all be right; the two are not held against each other."""
    visits, ratings = visit_dates(event.claims), rating_dates(event.claims)
    reports = said(event.claims, "published")
    day, report = visit_date(event.claims), best(reports)
    wrong = [each for each in visits if not each.span.overlaps(bounds(day))]
    wrong += [each for each in ratings if report and not each.span.overlaps(bounds(report))]
    values = [*visits, *ratings, *reports]
    name = f"Date of {_named(event, world)}: {_values(values)}"
    if wrong or contradicted(reports):
        of_report = [each for each in wrong if report and _may_be_rating(each, report)]
        why = f"{_values(of_report)} is when the report came out" if of_report == wrong and of_report else None
        yield _conflict("date", event.about, _key(event), name, _claims(values), why or _corrected(values))
    elif ratings and visits and not report and any(not each.span.overlaps(bounds(day)) for each in ratings):
        after = [each for each in ratings if _follows(day, each)]
        why = f"{_values(after)} can be when the judgement was published, after the visit" if after else None
        yield _conflict("date", event.about, _key(event), name, _claims([*visits, *ratings]), why)


def _may_be_rating(each: Said, report: str) -> bool:
    return each.span.overlaps(bounds(report)) and dates_what(each.claim) == "either"


def _follows(visit: str | None, rating: Said) -> bool:
    last, first = bounds(visit).latest, rating.span.earliest
    return bool(last and first and last < first <= last + VISIT_TO_REPORT)


def _of_ordinal(event: Event, world: World) -> Iterator[FactRecord]:
    told = {number for claim in event.claims if isinstance(number := claim.properties.get("ordinal"), int)}
    if len(told) > 1:
        name = f"Number of {_named(event, world)}: {' or '.join(map(str, sorted(told)))}"
        claims = [claim for claim in event.claims if claim.properties.get("ordinal")]
        yield _conflict("number", event.about, _key(event), name, claims)


def _of_rows_of_visits(events: Iterable[Event], world: World) -> Iterator[FactRecord]:
    """Numbers of visits that do not fit the visits told between: the fourth in 2020, and one of 2021 “after four”."""
    rows: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.label == "Inspection" and event.kind == "monitoring_visit" and event.date:
            rows[event.about[0]].append(event)
    for row in rows.values():
        row.sort(key=lambda each: (str(bounds(each.date).earliest), each.number))
        counted = [(place, each, n) for place, each in enumerate(row) if (n := ordinal_of(each.claims))]
        for (place, one, first), (later, other, second) in combinations(counted, 2):
            if first < second < first + later - place or second == first:
                name = f"Number of {_named(other, world)}: {second}, where {_named(one, world)} was {first}"
                claims = [*one.claims, *other.claims]
                yield _conflict("number", one.about, f"{_key(one)}|{_key(other)}", name, claims)
                break


def _of_judgements(events: Iterable[Event], world: World) -> Iterator[FactRecord]:
    """Two judgements of what must be one inspection."""
    judged = [
        each
        for each in events
        if each.label == "Inspection" and each.kind == "inspection" and judgement_of(each.claims)
    ]
    for one, other in combinations(judged, 2):
        spans = bounds(one.date), bounds(other.date)
        close = one.date and other.date and max(each.days for each in spans) <= 62
        if one.about == other.about and close and spans[0].overlaps(spans[1]):
            name = f"Judgement of {_named(one, world)}, or {judgement_of(other.claims)}"
            yield _conflict("judgement", one.about, f"{_key(one)}|{_key(other)}", name, [*one.claims, *other.claims])


def _of_delegation(event: Event, world: World) -> Iterator[FactRecord]:
    begun = said([claim for claim in event.claims if claim.text("status") == "established"], "date")
    planned = said([claim for claim in event.claims if claim.text("status") == "planned"], "date")
    name = f"Start of {world.thing(event.about[0]).name}: {_values([*begun, *planned])}"
    if contradicted(begun):
        yield _conflict("date", event.about, _key(event), name, _claims(begun), _corrected(begun))
    elif begun and planned and contradicted([*begun, *planned]):
        why = f"it was planned for {_values(planned)}, and came about on {_values(begun)}"
        yield _conflict("date", event.about, _key(event), name, _claims([*begun, *planned]), why)
    written = {str(claim.text("trustAsWritten")): claim for claim in event.claims if claim.text("trustAsWritten")}
    if len({tuple(words(each)) for each in written}) > 1:
        name = f"Name of a trust: {' or '.join(sorted(written))}"
        yield _conflict("name", event.about, _key(event), name, written.values())


def of_names(claims: Iterable[ClaimRecord], world: World, people: frozenset[str] | None) -> Iterator[FactRecord]:
    """Forms of one person's name that are neither titles nor initials; of `people` alone, where they are given."""
    forms: dict[str, dict[str, ClaimRecord]] = defaultdict(dict)
    for claim in ordered(claims):
        person, written = claim.one("aboutPerson"), claim.text("personAsWritten")
        if person and written:
            forms[world.canonical(person)].setdefault(" ".join(words(written)), claim)
    for person, told in sorted(forms.items()):
        if people is not None and person not in people:
            continue
        odd = [pair for pair in combinations(sorted(told), 2) if _spelt_apart(*pair)]
        if odd:
            shown = sorted({str(told[each].text("personAsWritten")) for pair in odd for each in pair})
            name = f"Name of {world.thing(person).name}: {' or '.join(shown)}"
            yield _conflict(
                "name", [person], person, name, [told[each] for each in sorted({x for p in odd for x in p})]
            )


def _spelt_apart(one: str, other: str) -> bool:
    first, second = one.split(), other.split()
    if 1 in (len(first), len(second), len(first[0]), len(second[0])):
        return False
    found = alike(one, other)
    return (first[0], first[-1]) != (second[0], second[-1]) and (found is None or found.kind != "equal")


def _named(event: Event, world: World) -> str:
    kind = event.kind.replace("_", " ") if event.kind != "other" else event.label.lower()
    return f"{kind} of {world.thing(event.about[0]).name}{f', {in_words(event.date)}' if event.date else ''}"


def _key(event: Event) -> str:
    return f"{event.label}|{'|'.join(event.about)}|{event.kind}|{event.number}"


def _values(told: Iterable[Said]) -> str:
    days = sorted({each.value for each in told}, key=lambda value: (str(bounds(value).earliest), value))
    return " or ".join(in_words(day) for day in days)


def _claims(told: Iterable[Said]) -> list[ClaimRecord]:
    return ordered(each.claim for each in told)


def _corrected(told: Iterable[Said]) -> str | None:
    """How a publisher's own correction settles it, where what is left does not contradict itself."""
    known = list(told)
    wrong = [each for each in known if each.corrected]
    right = [each for each in known if not each.corrected]
    if not wrong or contradicted(right):
        return None
    makers = sorted({str(each.claim.source.publisher) for each in wrong})
    return f"{' and '.join(makers)} corrected {_values(wrong)} to {_values(right)}"
