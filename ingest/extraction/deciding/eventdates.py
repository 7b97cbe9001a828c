"""Which dates of a text are of an inspection or a direction, whatever words or frames tell of it.

"It was up to good again on 4 May", "the most recent was in June": no frame knows all the ways to say that inspectors
came. Here every date of the text is a candidate, and a model says of what it is the date.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ingest.dates import DateMention
from ingest.extraction.context import Context
from ingest.extraction.deciding.eventwording import MODEL, wordings
from ingest.extraction.sightings import overlap
from ingest.extraction.when import INSPECTION_DAYS, VISIT_DAYS, is_ahead, listed, telling
from ingest.moments import days
from ingest.trained import Features, worded

LEAST = 0.4  # chance of a kind from which on a date tells of an event
UNKNOWN = -1.0
NEITHER, PUBLISHED = "none", "published"  # what the model calls dates of something else, and of reports
Type = Literal["inspection", "direction"]


def event(of: Type, kind: str) -> str:
    """What the model calls an event of a kind: both inspections and directions have others."""
    return f"{of} {kind}"


@dataclass(frozen=True, slots=True)
class EventDate:
    """A date, its values (two where it may tell two visits), and how probable each event is for it.

    `at` is where the text tells of it: where the date stands, or where the sentence begins that it heads.
    """

    date: DateMention
    at: int
    values: Sequence[str]
    chances: Mapping[str, float]

    @property
    def likeliest(self) -> str:
        """What it most likely is the date of; `NEITHER` where no event is likely enough."""
        best = max((each for each in self.chances if " " in each), key=lambda each: self.chances[each], default=NEITHER)
        return best if self.chances.get(best, 0.0) >= LEAST else NEITHER


class EventDates:
    """The dates of one text."""

    def __init__(self, dates: Iterable[EventDate]) -> None:
        self._dates = tuple(dates)

    def beside(self, told: Collection[str | None]) -> EventDates:
        """Those that no event of one of these days can be at."""
        known = [each for each in told if each]
        return EventDates(
            each for each in self._dates if not any(overlap(date, value) for date in known for value in each.values)
        )

    def of(self, of: Type, start: int, end: int) -> Iterator[tuple[EventDate, str]]:
        """Those in a stretch of text that tell of such an event, with its kind."""
        for each in self._dates:
            named, _, kind = each.likeliest.partition(" ")
            if start <= each.at < end and named == of:
                yield each, kind

    def features(self, of: Type, kind: str, value: str | None) -> Features:
        """What the model says of an event at that date: that one, another, a report's publication, nothing."""
        told = [each.chances for each in self._dates if value and days(value) in map(days, each.values)]
        own = event(of, kind)
        others = [chance for each in told for name, chance in each.items() if " " in name and name != own]
        return {
            "told at date": max((each.get(own, 0.0) for each in told), default=UNKNOWN),
            "another at date": max(others, default=UNKNOWN),
            "published at date": max((each.get(PUBLISHED, 0.0) for each in told), default=UNKNOWN),
            "nothing at date": min((each.get(NEITHER, 0.0) for each in told), default=UNKNOWN),
        }


def event_dates(context: Context) -> EventDates:
    """The dates of a text up to its own day, each weighed."""
    told = zip(context.dates, worded(MODEL, wordings(context)), strict=True)
    return EventDates(_weighed(context, date, chances) for date, chances in told if not is_ahead(context, date))


def _weighed(context: Context, date: DateMention, chances: Mapping[str, float]) -> EventDate:
    sentence = telling(context, date)
    at = max(date.start, sentence.start_char)
    found = EventDate(date, at, (), chances)
    apart = INSPECTION_DAYS if found.likeliest == event("inspection", "inspection") else VISIT_DAYS
    return EventDate(date, at, values(context, date, apart), chances)


def values(context: Context, date: DateMention, apart: int = VISIT_DAYS) -> list[str]:
    """The days that a mention of dates may tell: two for "in May and July", where they are so many days apart."""
    return listed(context, [date], apart)
