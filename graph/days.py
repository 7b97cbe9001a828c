"""The days on which a holder was certainly, and those on which possibly, in post, by all documents together. Pure.

Certain is a day that the bounds of all documents support; where two documents contradict each other about a day,
nobody is certain on it. Possible is a day that at least one document allows, or the imprecision of dates leaves room
for; a post of one holder that certainly has one on a day leaves no room for a holder of whom no document tells when.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from graph.edtf import Bounds, before, bounds
from graph.records import ClaimRecord
from graph.spells import Spell, announced, attestation, once
from graph.tellings import contradicted, published, spread, standing

DAY = timedelta(days=1)
Span = tuple[date, date]
Spans = tuple[Span, ...]


class Days(NamedTuple):
    """Spans of days, both ends within; an open end of what is possible is None."""

    certain: tuple[Span, ...] = ()
    possible: Bounds = Bounds()

    @property
    def certain_on(self) -> list[str]:
        """The certain spans as EDTF intervals."""
        return [f"{first.isoformat()}/{last.isoformat()}" for first, last in self.certain]

    @property
    def possible_on(self) -> str:
        """The possible span as an EDTF interval, open where nothing is known."""
        first, last = self.possible.earliest, self.possible.latest
        return f"{first.isoformat() if first else '..'}/{last.isoformat() if last else '..'}"


def days_of(spells: Sequence[Spell], wanted: Sequence[int], *, sole: bool) -> list[Days]:
    """Among all spells of a post's holders the days of those at the places that are `wanted`, in that order."""
    each_alone = [days_alone(spell) for spell in spells]
    certain, possible = [each.certain for each in each_alone], [each.possible for each in each_alone]
    if sole:
        certain, possible = _handed_over(spells, certain, possible)
        told = _by_person(spells, ((*own, *each.stated) for own, each in zip(certain, each_alone, strict=True)))
        certain = [_without(own, told, spell.person) for own, spell in zip(certain, spells, strict=True)]
        told = _by_person(spells, certain)
        return [Days(certain[place], _cut(possible[place], spells[place], told)) for place in wanted]
    return [Days(certain[place], possible[place]) for place in wanted]


@dataclass(frozen=True, slots=True)
class Alone:
    """The days of a spell by its own claims: certain, possible, and those on which its documents each have it.

    Of documents that tell of neither a start nor an end none has more days than all have together.
    """

    certain: Spans
    possible: Bounds
    stated: Spans


@once
def days_alone(spell: Spell) -> Alone:
    """The days of a spell by its own claims."""
    stated = _together(_within(_stated(spell), spell)) if spell.starts or spell.ends else ()
    return Alone(tuple(_certain(spell)), _possible(spell), stated)


def _certain(spell: Spell) -> list[Span]:
    if not spell.firm:
        return []
    first, last = _begun(spell), _still(spell)
    if first is None and bounds(spell.end).days == 0 and not contradicted(standing(spell.ends)):
        first = last
    return [(first, last)] if first and last and first <= last else []


def _begun(spell: Spell) -> date | None:
    """The first day on which all documents have it begun."""
    told, seen = standing(spell.starts), spell.attested.earliest
    if not told:
        return seen
    if not contradicted(told):
        start = bounds(spell.start)
        known = [day for day in (start.latest, seen) if day and not before(day, start.earliest)]
        return min(known, default=None)
    return max((each.span.latest for each in told if each.span.latest), default=None)


def _still(spell: Spell) -> date | None:
    """The last day on which no document has it ended."""
    told, seen = standing(spell.ends), spell.attested.latest
    first = bounds(spell.start).latest
    if not told:
        return max((day for day in (seen, first) if day), default=None)
    if not contradicted(told):
        end = bounds(spell.end)
        on_first = first if bounds(spell.start).days == 0 else None
        known = [day for day in (end.earliest, seen, on_first) if day and not before(end.latest, day)]
        return max(known, default=None)
    return min((each.span.earliest for each in told if each.span.earliest), default=None)


def _possible(spell: Spell) -> Bounds:
    starts, ends, seen = spread(spell.starts), spread(spell.ends), spell.attested
    first = starts.earliest
    if first and seen.earliest:
        first = min(first, seen.earliest)
    last = ends.latest if standing(spell.ends) else _gone_by(spell)
    if last and seen.latest:
        last = max(last, seen.latest)
    return Bounds(first, last)


def _gone_by(spell: Spell) -> date | None:
    """The day by which a document tells of the holder as a former one."""
    days = [
        published(claim.source).latest
        for claim in spell.claims
        if claim.text("status") == "ended" and not claim.text("end")
    ]
    return min((day for day in days if day), default=None)


def _handed_over(
    spells: Sequence[Spell], certain: list[Spans], possible: list[Bounds]
) -> tuple[list[Spans], list[Bounds]]:
    """Without the day on which one goes and the next comes, which is the next one's."""
    firsts = {bounds(spell.start).earliest for spell in spells if spell.start and bounds(spell.start).days == 0}
    if not firsts:
        return certain, possible
    for number, spell in enumerate(spells):
        end = bounds(spell.end)
        if end.days == 0 and end.latest in firsts and not before(end.latest, bounds(spell.start).latest) and end.latest:
            last = end.latest - DAY
            certain[number] = tuple((a, min(b, last)) for a, b in certain[number] if a <= last)
            if possible[number].latest == end.latest:
                possible[number] = Bounds(possible[number].earliest, last)
    return certain, possible


def _stated(spell: Spell) -> Spans:
    """The days on which each document by itself has the holder in post; without one that was corrected."""
    by_source: dict[str, list[ClaimRecord]] = defaultdict(list)
    for claim in spell.claims:
        if claim.source.id and not announced(claim):
            by_source[claim.source.id].append(claim)
    corrected = {each.claim.source.id for each in (*spell.starts, *spell.ends) if each.corrected}
    told = (_by_one(tuple(claims)) for source, claims in by_source.items() if source not in corrected)
    return tuple(span for span in told if span)


@lru_cache(maxsize=2_000)
def _by_one(claims: tuple[ClaimRecord, ...]) -> Span | None:
    """The days on which the claims of one document have the holder in post."""
    first = [day for claim in claims for day in (claim.span("start").latest, attestation(claim).latest) if day]
    last = [day for claim in claims for day in (claim.span("end").earliest, attestation(claim).earliest) if day]
    if not first or not last or min(first) > max(last):
        return None
    return min(first), max(last)


def _by_person(spells: Sequence[Spell], told: Iterable[Spans]) -> list[tuple[str, Span]]:
    """Spans of days, each with whom they are of."""
    return [(spell.person, span) for spell, spans in zip(spells, told, strict=True) for span in spans]


def _together(spans: Iterable[Span]) -> Spans:
    """The same days in as few spans as can be, in order."""
    found: list[Span] = []
    for first, last in sorted(spans):
        if found and first <= found[-1][1] + DAY:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return tuple(found)


def _within(spans: Sequence[Span], spell: Spell) -> list[Span]:
    """A document's own word on its holder, but for a last day, on which the next may come."""
    end = bounds(spell.end)
    if end.days == 0 and end.latest:
        last = end.latest - DAY
        return [(a, min(b, last) if b == end.latest else b) for a, b in spans if a <= last or b != end.latest]
    return list(spans)


def _without(spans: Spans, told: Iterable[tuple[str, Span]], person: str) -> Spans:
    """What is left of a person's spans: of each what lies before, and what lies after, those of others."""
    if not spans:
        return ()
    begin, end = (min(first for first, _ in spans), max(last for _, last in spans)) if len(spans) > 1 else spans[0]
    others = [span for whose, span in told if span[0] <= end and span[1] >= begin and whose != person]
    if not others and len(spans) == 1:
        return spans
    for first, last in others:
        parts = [part for a, b in spans for part in ((a, min(b, first - DAY)), (max(a, last + DAY), b))]
        spans = tuple((a, b) for a, b in parts if a <= b)
    return tuple(sorted(set(spans)))


def _cut(possible: Bounds, spell: Spell, certain: Iterable[tuple[str, Span]]) -> Bounds:
    """The days left where other people certainly hold a post before, after, or while nobody tells when this one did."""
    first, last = possible.earliest, possible.latest
    if first and last:
        return possible
    mine, known = spell.person, spell.known
    if first is None and (mark := known[0] if known else last):
        earlier = [span[1] for whose, span in certain if span[1] < mark and whose != mine]
        first = max(earlier) + DAY if earlier else None
    if last is None and (mark := known[-1] if known else first):
        later = [span[0] for whose, span in certain if span[0] > mark and whose != mine]
        last = min(later) - DAY if later else None
    return Bounds(first, last) if not before(last, first) else possible
