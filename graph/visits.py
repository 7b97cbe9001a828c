"""What a claim's date of an inspection is of: the visit, or the judgement that was published after it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta
from typing import Literal

from graph.edtf import Bounds
from graph.records import ClaimRecord
from graph.tellings import Said, best, exactness, said, standing

VISIT_TO_RATING = timedelta(days=62)
VISIT_TO_REPORT = timedelta(days=120)
RATED = re.compile(
    r"\b(rat(ed|ing)|judge?d|judge?ment|graded?|branded|declared|deemed|classed|verdict|lifted)\b", re.IGNORECASE
)
VISITED = re.compile(r"\b(re-?)?(inspect(ion|ed|ors?)|visit(s|ed)?)\b", re.IGNORECASE)


def dates_what(claim: ClaimRecord) -> Literal["visit", "rating", "either"]:
    """What the words of a claim date: a visit, or a judgement where they speak of nothing but that."""
    if claim.text("published"):
        return "visit"
    quote = claim.text("quote") or ""
    rated, visited = RATED.search(quote), VISITED.search(quote)
    if rated and not visited:
        return "rating"
    return "visit" if visited and not rated else "either"


def visit_dates(claims: Iterable[ClaimRecord]) -> list[Said]:
    """The dates that are told of the visit itself."""
    return [each for each in said(claims, "date") if dates_what(each.claim) != "rating"]


def rating_dates(claims: Iterable[ClaimRecord]) -> list[Said]:
    """The dates that are told of the judgement alone."""
    return [each for each in said(claims, "date") if dates_what(each.claim) == "rating"]


def visit_date(claims: Iterable[ClaimRecord]) -> str | None:
    """When the visit was: the most exact date told of it, with all its days; a rating's where nothing else is told."""
    stated = list(claims)
    known = standing(visit_dates(stated))
    if not known:
        return best(rating_dates(stated))
    return max(known, key=lambda each: _fullness(each, known)).value


def _fullness(each: Said, known: list[Said]) -> tuple[bool, int, int, bool, str]:
    """A date told beside the report's is surely the visit's; then the more exact, the more often told, the longer."""
    agreeing = len({other.claim.source.id or other.claim.id for other in known if other.span.overlaps(each.span)})
    beside = each.claim.text("published") is not None
    return beside, exactness(each.value), agreeing, "/" in each.value, f"{each.value} {each.claim.id}"


def when(claim: ClaimRecord) -> Bounds:
    """The days on which the event can have been: the date told, or some time before the report."""
    if claim.text("date"):
        return claim.span("date")
    report = claim.span("published")
    return Bounds(report.earliest - VISIT_TO_REPORT if report.earliest else None, report.latest)


def to_the_day(claim: ClaimRecord) -> bool:
    """Whether a claim gives the days of its event."""
    return len((claim.text("date") or "").split("/")[0]) == 10
