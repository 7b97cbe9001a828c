"""On which days a fact certainly, and on which possibly, held: what `who-held` answers for a day, as spans. Pure.

A tenure's days are those that `graph.days` found and the exact days on which it began or ended. What else is dated
holds certainly from the last day on which it can have begun to the first on which it can have ended.
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


def presence(label: str, values: Mapping[str, Any], *, stated: bool) -> Presence:
    """The days of a fact of a class, by its properties with days as ISO; `stated` is whether a claim that is likelier
    right than wrong says that it was, and not only that it is planned."""
    first, first_latest = (values.get(f"start{end}") or values.get(f"date{end}") for end in ("Earliest", "Latest"))
    whole = (first or "", values.get("endLatest") or "")
    if label == "Tenure":
        whole = _span(values["possibleOn"]) if values.get("possibleOn") else whole
        implied = _of_tenure(values)
    else:
        if label == "Inspection":
            whole = (whole[0], whole[1] or first_latest or "")
        ends = (values.get("endEarliest") or values.get("attestedLatest"), first)
        until = max((day for day in ends if day), default=None)
        implied = ((first_latest, until),) if first_latest and until and first_latest <= until else ()
    return Presence(implied if stated else (), (whole, *implied))


def _of_tenure(values: Mapping[str, Any]) -> tuple[Span, ...]:
    """The days that were found for it, and the exact ones on which it began or ended unless those have them."""
    found = [_span(each) for each in values.get("certainOn") or ()]
    if values.get("status") in ("held", "ended"):
        for name in ("start", "end"):
            day = values.get(f"{name}Earliest")
            if day and day == values.get(f"{name}Latest") and not any(_within(day, span) for span in found):
                found.append((day, day))
    return tuple(sorted(found))


def _span(interval: str) -> Span:
    first, _, last = interval.replace("..", "").partition("/")
    return first, last


def _within(day: str, span: Span) -> bool:
    return span[0] <= day and (not span[1] or day <= span[1])
