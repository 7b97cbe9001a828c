"""A tenure's date in the light of all others: a date seldom means two things, a tenure has one start and one end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.extraction.deciding.timings import Timing
from ingest.moments import days
from ingest.trained import Features

MODEL = "tenure_times_among"
SIDES = ("start", "end")
FARTHEST = 15.0  # years
Chances = Mapping[str, float]


@dataclass(frozen=True, slots=True, eq=False)
class _Weighed:
    timing: Timing
    chances: Chances


def among(timings: Sequence[Timing], chances: Sequence[Chances]) -> list[Features]:
    """For each timing what the first model makes of it, of the tenure's other dates, and of the date elsewhere."""
    told = [_Weighed(timing, chance) for timing, chance in zip(timings, chances, strict=True)]
    of_tenure, of_date = defaultdict(list), defaultdict(list)
    for each in told:
        of_tenure[each.timing.tenure].append(each)
        of_date[each.timing.date.start].append(each)
    return [
        {
            key: value
            for side in SIDES
            for key, value in (
                *_of_tenure(each, of_tenure[each.timing.tenure], side),
                *_of_date(each, of_date[each.timing.date.start], side),
            )
        }
        for each in told
    ]


def _of_tenure(one: _Weighed, own: Sequence[_Weighed], side: str) -> Iterator[tuple[str, float]]:
    """How it stands among the dates of its tenure."""
    chance = one.chances[side]
    others = [each for each in own if each is not one]
    best = max(own, key=lambda each: each.chances[side])
    highest = _highest(others, side)
    yield f"first {side}", chance
    yield f"{side} rank", float(sum(each.chances[side] > chance for each in others))
    yield f"{side} best other", highest
    yield f"{side} lead", chance - highest
    yield f"{side} same value", _highest((each for each in others if each.timing.value == one.timing.value), side)
    yield f"is best {side}", float(best is one)
    then, reached = days(one.timing.value), days(best.timing.value)
    if best is not one and then and reached:
        years = (then[0] - reached[0]).days / 365
        yield f"years from best {side}", max(-FARTHEST, min(FARTHEST, years))


def _of_date(one: _Weighed, here: Sequence[_Weighed], side: str) -> Iterator[tuple[str, float]]:
    """What the same date is to other tenures: of the person, of the post, and of neither."""
    person, *post = one.timing.tenure
    others = [each for each in here if each.timing.tenure != one.timing.tenure]
    mine = [each for each in others if each.timing.tenure[0] == person]
    strangers = [each for each in others if each.timing.tenure[0] != person]
    holders = [each for each in strangers if [*each.timing.tenure[1:]] == post]
    yield f"{side} of person here", _highest(mine, side)
    yield f"{side} of holder here", _highest(holders, side)
    yield f"{side} of another here", _highest((each for each in strangers if each not in holders), side)


def _highest(told: Iterable[_Weighed], side: str) -> float:
    return max((each.chances[side] for each in told), default=0.0)
