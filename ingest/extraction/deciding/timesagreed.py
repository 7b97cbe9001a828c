"""A tenure does not begin and end on one date, nor end before it begins: of two such dates the likelier one stays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.extraction.deciding.timings import Tenure
from ingest.extraction.drafts import Draft
from ingest.moments import days

UNKNOWN = 1.0  # chance of a date that frames found and no model weighed
Likeliest = Mapping[tuple[Tenure, str, str | None], float]


def agreed(drafts: Sequence[Draft], likeliest: Likeliest) -> list[Draft]:
    """The drafts, without the start or the end of a tenure of which its other date leaves no room.

    Tenures with several starts or ends stay as they are: who comes back may begin when another time in post ended.
    """
    told: dict[tuple[Tenure, str], set[str]] = defaultdict(set)
    for each in drafts:
        told[each.tenure, "start"] |= {each.start} if each.start else set()
        told[each.tenure, "end"] |= {each.end} if each.end else set()
    dropped = {(tenure, _less(tenure, told, likeliest)) for tenure, _ in told}
    return [
        replace(
            each,
            start=None if (each.tenure, "start") in dropped else each.start,
            end=None if (each.tenure, "end") in dropped else each.end,
        )
        for each in drafts
    ]


def _less(tenure: Tenure, told: Mapping[tuple[Tenure, str], set[str]], likeliest: Likeliest) -> str | None:
    """Which date of a tenure has to go; None where both can be, or one is not known."""
    starts, ends = told[tenure, "start"], told[tenure, "end"]
    if len(starts) != 1 or len(ends) != 1:
        return None
    (start,), (end,) = starts, ends
    if not _clash(start, end):
        return None
    began, ended = (likeliest.get((tenure, side, value), UNKNOWN) for side, value in (("start", start), ("end", end)))
    return "end" if began > ended else "start"


def _clash(start: str, end: str) -> bool:
    first, last = days(start), days(end)
    return start == end or bool(first and last and last[1] < first[0])
