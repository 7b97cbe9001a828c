"""On which days a relation certainly, and on which possibly, held: what `who-held` answers for a day, as spans. Pure.

A tenure's days are those that `graph.days` found and the exact days on which it began or ended. What else is dated
holds certainly from the last day on which it can have begun to the first on which it can have ended; that a direction
appoints somebody makes nobody certain in post.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Span = tuple[str, str]  # the first and the last day as ISO, "" where it is open
Certainty = Literal["certain", "possible", "no"]


@dataclass(frozen=True, slots=True)
class Presence:
    """Spans of days; each certain one is among the possible ones too."""

    certain: tuple[Span, ...] = ()
    possible: tuple[Span, ...] = ()

    def on(self, day: str) -> Certainty:
        """How certainly it held on a day (ISO)."""
        if any(_within(day, span) for span in self.certain):
            return "certain"
        return "possible" if any(_within(day, span) for span in self.possible) else "no"


def presence(row: Mapping[str, Any]) -> Presence | None:
    """The days of a row of the neighbourhood; None for what has no time, such as that two are the same."""
    days = row["days"]
    if days is None:
        return None
    if row["type"] == "HELD":
        return _of_tenure(days, stated=bool(row["stated"]))
    last = days["last"] or (days["firstLatest"] if row["type"].startswith("INSPECTED") else "")
    first = days["firstLatest"]
    until = max((day for day in (days["lastEarliest"] or days["attested"], days["first"]) if day), default=None)
    certain = ((first, until),) if first and until and first <= until and row["type"] != "APPOINTS" else ()
    return Presence(certain, (*certain, (days["first"] or "", last or "")))


def _of_tenure(days: Mapping[str, Any], *, stated: bool) -> Presence:
    implied = [_span(each) for each in days["certainOn"] or ()]
    if days["status"] in ("held", "ended"):
        pairs = ((days["first"], days["firstLatest"]), (days["lastEarliest"], days["last"]))
        implied += [pair for pair in pairs if pair[0] and pair[0] == pair[1]]
    whole = _span(days["possibleOn"]) if days["possibleOn"] else (days["first"] or "", days["last"] or "")
    return Presence(tuple(implied) if stated else (), (whole, *implied))


def _span(interval: str) -> Span:
    first, _, last = interval.replace("..", "").partition("/")
    return first, last


def _within(day: str, span: Span) -> bool:
    return span[0] <= day and (not span[1] or day <= span[1])
