"""Inspections in the making: what one place of a text says of one inspection, and how places that tell of one join.

A fact told several times is one fact, with the most precise date and the fullest judgement of all its tellings.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph.model import InspectionKind, InspectionStatement
from ingest.extraction.gradewords import Grade
from ingest.moments import days
from ingest.names import Mention


@dataclass(frozen=True, slots=True)
class Sighting:
    """One telling: `begin` and `finish` are its quote's offsets, `at` its own place.

    `kind` is None where the words leave it open ("a visit", "inspectors came"). `back` says that the words refer to an
    inspection told elsewhere ("since the last inspection"): with neither date nor judgement it is no fact. `owned` is
    the chance of the body, `ahead` how far that is before the next body's.
    """

    org: Mention
    at: int
    begin: int
    finish: int
    kind: InspectionKind | None
    date: str | None = None
    published: str | None = None
    judgement: Grade | None = None
    inspectors: tuple[str, ...] = ()
    back: bool = True
    judged: bool = False
    owned: float = 1.0
    ahead: float = 1.0

    @property
    def gist(self) -> str:
        """Kind and judgement."""
        return f"{self.kind or 'visit'}/{self.judgement or ''}"

    @property
    def is_fact(self) -> bool:
        """Whether it has what makes an inspection a fact: a date or a grade, or is told as one particular event."""
        return bool(self.date or self.published or self.judgement or not self.back)

    def statement(self, kind: InspectionKind) -> InspectionStatement:
        """The claim's statement."""
        return InspectionStatement(
            org=self.org.name,
            kind=kind,
            date=self.date,
            published=self.published,
            judgement=self.judgement,
            inspector=self.inspectors,
        )


NEAR = 500


def overlap(first: str | None, second: str | None) -> bool:
    """Whether two dates can be the same; an unknown date fits any."""
    one, other = days(first), days(second)
    return one is None or other is None or (one[0] <= other[1] and other[0] <= one[1])


def finer(first: str | None, second: str | None) -> str | None:
    """The more precise of two dates that can be the same."""
    if not first or not second:
        return first or second
    return first if _width(first) <= _width(second) else second


def _width(edtf: str) -> int:
    found = days(edtf)
    return (found[1] - found[0]).days if found else 10**6


def alike(first: Sighting, second: Sighting) -> bool:
    """Whether two tellings can be of one inspection."""
    return (
        first.org.key == second.org.key
        and (first.kind is None or second.kind is None or first.kind == second.kind)
        and overlap(first.date, second.date)
        and overlap(first.published, second.published)
        and _follows(first.date, second.published)
        and _follows(second.date, first.published)
        and (not first.judgement or not second.judgement or first.judgement == second.judgement)
    )


def _follows(date: str | None, published: str | None) -> bool:
    """Whether a report published then can be of an inspection at that date: later, by a year at most."""
    if not date or not published:
        return True
    when, out = days(date), days(published)
    return when is None or out is None or (when[0] <= out[1] and (out[0] - when[1]).days < 370)


def join(first: Sighting, second: Sighting) -> Sighting:
    """Both tellings as one; the quote is of the one with more to say."""
    richer = (
        first
        if (first.date is not None, first.judgement is not None)
        >= (second.date is not None, second.judgement is not None)
        else second
    )
    return replace(
        richer,
        kind=first.kind or second.kind,
        date=finer(first.date, second.date),
        published=finer(first.published, second.published),
        judgement=first.judgement or second.judgement,
        inspectors=tuple(dict.fromkeys((*first.inspectors, *second.inspectors))),
        back=first.back and second.back,
        judged=first.judged or second.judged,
    )


def joined(tellings: Iterable[Sighting]) -> list[Sighting]:
    """A document's tellings, those of one inspection joined: dated ones first, then judgements without a date."""
    told = list(tellings)
    facts: list[Sighting] = []
    for each in (one for one in told if one.date):
        match = next((other for other in facts if alike(other, each) and _shares(other, each)), None)
        if match:
            facts[facts.index(match)] = join(match, each)
        else:
            facts.append(each)
    for each in (one for one in told if not one.date and one.is_fact):
        match = _antecedent(each, facts)
        if match:
            facts[facts.index(match)] = join(match, each)
        else:
            facts.append(each)
    return facts


def _latest_near(each: Sighting, fits: list[Sighting]) -> Sighting | None:
    """The ungraded inspection told next to a grade, where no later one could be meant: news before history."""
    open_ones = [
        other
        for other in fits
        if not other.judgement and other.kind in {None, "inspection"} and abs(other.at - each.at) < NEAR
    ]
    latest = max((other.date or "" for other in fits), default="")
    return next((other for other in open_ones if (other.date or "") >= latest), None)


def _shares(first: Sighting, second: Sighting) -> bool:
    """Whether two dated tellings are one: days of one inspection, not two visits in one year."""
    return first.date == second.date or _width(first.date or "") < 32 or _width(second.date or "") < 32


def _antecedent(each: Sighting, facts: list[Sighting]) -> Sighting | None:
    """The dated inspection that an undated telling is about: one of the same grade, else the latest without a grade."""
    fits = [other for other in facts if alike(other, each)]
    if not fits:
        return None
    if each.judgement:
        news = _latest_near(each, fits)
        if news:
            return news
        same = [other for other in fits if other.judgement == each.judgement]
        if same:
            return max(same, key=lambda other: other.date or "")
        return max(
            (other for other in fits if other.kind in {None, "inspection", "home_inspection"}),
            key=lambda other: other.date or "",
            default=None,
        )
    near = [other for other in fits if other.at < each.at] or fits
    return max(near, key=lambda other: other.date or "")
