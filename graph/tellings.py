"""What documents say of one matter, weighed: the value that most bear out, and what contradicts it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import reduce

from graph.edtf import Bounds, before, bounds
from graph.records import ClaimRecord, Source, agreed

VAGUE = re.compile(r"^\d{4}-2[1-4]$|[~?%X]")  # a season, or a date that says itself that it is uncertain


@dataclass(frozen=True, slots=True)
class Said:
    """A value that a claim has for one property; `corrected` when its publisher has put another in its place."""

    value: str
    claim: ClaimRecord
    corrected: bool = False

    @property
    def span(self) -> Bounds:
        """The days that the value allows."""
        return bounds(self.value)


def said(claims: Iterable[ClaimRecord], name: str) -> list[Said]:
    """What claims say of a date, in the order of their ids; a correction marks what the same publisher said before."""
    told = [Said(str(claim.text(name)), claim) for claim in claims if claim.text(name)]
    return [Said(each.value, each.claim, any(_corrects(other, each) for other in told)) for each in told]


def standing(told: Iterable[Said]) -> list[Said]:
    """What has not been corrected."""
    return [each for each in told if not each.corrected]


def best(told: Iterable[Said]) -> str | None:
    """The tightest date that those documents allow which agree with most others; of equals, the more exact, then the
    one told nearest to the time, holds."""
    known = standing(told)
    if not known:
        return None
    core = max(known, key=lambda each: _weight(each, known))
    fitting = [each for each in known if each.span.overlaps(core.span)]
    while contradicted(fitting):
        worst = min((each for each in fitting if each is not core), key=lambda each: _weight(each, fitting))
        fitting = [each for each in fitting if each is not worst]
    return agreed(each.value for each in fitting)


def contradicted(told: Iterable[Said]) -> bool:
    """Whether two of the values, be they corrected or not, allow no common day."""
    known = list(told)
    return any(not one.span.overlaps(other.span) for one in known for other in known)


def spread(told: Iterable[Said]) -> Bounds:
    """All the days that some document allows."""
    spans = [each.span for each in standing(told)]
    return reduce(Bounds.join, spans) if spans else Bounds()


def published(source: Source) -> Bounds:
    """The days on which a document can have come out."""
    return bounds(source.published)


def _corrects(later: Said, earlier: Said) -> bool:
    """Whether a document that says that it corrects gives another value than its publisher gave before."""
    one, other = earlier.claim.source, later.claim.source
    return (
        other.corrects
        and one.id != other.id
        and other.publisher is not None
        and one.publisher == other.publisher
        and before(published(one).earliest, published(other).latest)
        and not later.span.overlaps(earlier.span)
    )


def exactness(value: str) -> int:
    """3 for days, 2 for months, 1 for anything vaguer; of an interval the vaguer end counts."""
    parts = value.split("/")
    if any(part in ("", "..") or VAGUE.search(part) for part in parts):
        return 1
    size = min(len(part) for part in parts)
    return 3 if size == 10 else 2 if size == 7 else 1


def _weight(each: Said, known: list[Said]) -> tuple[int, int, int, str, str]:
    """Documents that agree; then how exact; then how soon after the time it was told."""
    agreeing = {other.claim.source.id or other.claim.id for other in known if other.span.overlaps(each.span)}
    told = published(each.claim.source).earliest
    when = each.span.earliest or each.span.latest
    delay = abs((told - when).days) if told and when else date.max.toordinal()
    return len(agreeing), exactness(each.value), -delay, each.value, each.claim.id
