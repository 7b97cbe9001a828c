"""Which dates may be the start or the end of a tenure: every date told near its person or its post."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Span

from ingest.dates import DateMention, Relation
from ingest.extraction.context import Context
from ingest.extraction.drafts import Draft
from ingest.extraction.periods import earlier, split
from ingest.extraction.posts import Post
from ingest.moments import last_moment, number, precision

Tenure = tuple[str, str, str | None]  # person's key, role, body
AHEAD = 2  # sentences of its paragraph before that of a person or post
BEHIND = 160  # characters behind it
LASTING = re.compile(
    r"\b(?P<count>\w+) (?P<unit>year|month)s?\b(?!,? (?:ago|old|later|earlier|before|time|from now|hence|and a half))",
    re.IGNORECASE,
)
SINCE_THEN = re.compile(
    r"\b(?:(?P<until>(?:un)?till? then)|(?:ever )?since then|from then on(?:wards?)?|ever since(?=[,.;\n]))",
    re.IGNORECASE,
)
PRONOUNS = frozenset({"he", "she", "his", "her"})


@dataclass(frozen=True, slots=True)
class Timing:
    """A date that may be the start or the end of a tenure; `value` is EDTF, one part where the date is a range."""

    tenure: Tenure
    draft: Draft
    date: DateMention
    value: str
    part: str


@dataclass(frozen=True)
class Told:
    """A document's tenures in the making, before any date is weighed."""

    context: Context
    posts: Sequence[Post]
    drafts: Sequence[Draft]

    @cached_property
    def of(self) -> Mapping[Tenure, Sequence[Draft]]:
        """The places that tell each tenure."""
        found: dict[Tenure, list[Draft]] = defaultdict(list)
        for each in self.drafts:
            found[each.tenure].append(each)
        return dict(found)

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """Where each person is named or meant."""
        found: dict[str, list[int]] = defaultdict(list)
        for person in self.context.people:
            found[person.key].append(person.start)
        for token in self.context.doc:
            if token.lower_ in PRONOUNS and (meant := self.context.person_of(token)):
                found[meant.key].append(token.idx)
        return dict(found)

    @cached_property
    def people(self) -> Sequence[tuple[int, str]]:
        """Each place where somebody is named or meant, with the person's key, in order."""
        return sorted({(place, key) for key, places in self.places.items() for place in places})

    @cached_property
    def dates(self) -> Sequence[DateMention]:
        """The dates of the text, and the days meant by "(for) eight years" and "since then", in order."""
        found = (*self.context.dates, *_durations(self.context), *_references(self.context))
        return sorted(found, key=lambda each: each.start)

    def of_person(self, key: str) -> Sequence[int]:
        """Where a person is named or meant."""
        return self.places.get(key, ())

    def seats(self, tenure: Tenure) -> Collection[int]:
        """Where the posts stand by which the text tells this tenure."""
        return {each.at for each in self.of[tenure]}


def timings(told: Told) -> tuple[Timing, ...]:
    """Every date in, shortly before or right after a sentence that speaks of a tenure's person or post."""
    return tuple(timing for tenure in told.of for timing in _near(told, tenure))


def _near(told: Told, tenure: Tenure) -> list[Timing]:
    own = told.of[tenure]
    found: dict[tuple[int, str], Timing] = {}
    for place in sorted({*told.of_person(tenure[0]), *told.seats(tenure)}):
        sentence = told.context.sentence(place)
        for date in _within(told.dates, _ahead(told.context, sentence), sentence.end_char + BEHIND):
            draft = min(own, key=lambda each: abs(each.at - date.start))
            first, last = split(date)
            parts = [("whole", first)] if first == last else [("first", first), ("last", last)]
            for part, value in parts:
                found.setdefault((date.start, part), Timing(tenure, draft, date, value, part))
    return list(found.values())


def _ahead(context: Context, sentence: Span) -> int:
    """Where the sentences before this one begin: "In May 2016 the council looked again. It chose Bo Dale"."""
    start = sentence.start_char
    for _ in range(AHEAD):
        before = context.sentence(max(0, start - 1)).start_char
        if "\n" in context.text[before:start]:
            break
        start = before
    return start


def _within(dates: Sequence[DateMention], start: int, end: int) -> Sequence[DateMention]:
    first = bisect_left(dates, start, key=lambda each: each.start)
    return [each for each in dates[first : bisect_left(dates, end, key=lambda each: each.start)] if each.end <= end]


def _durations(context: Context) -> Iterator[DateMention]:
    now = last_moment(context.document.published)
    if now is None:
        return
    for found in LASTING.finditer(context.text):
        then = earlier(now, number(found["count"]) or None, found["unit"])
        if then and not any(each.start < found.end() and found.start() < each.end for each in context.dates):
            yield DateMention(found.start(), found.end(), found.group(), then, "since", precision(then))


def _references(context: Context) -> Iterator[DateMention]:
    """ "Since then", "until then": from or until the date told before."""
    for found in SINCE_THEN.finditer(context.text):
        told = context.dates[: bisect_left(context.dates, found.start(), key=lambda each: each.start)]
        if told:
            relation: Relation = "until" if found["until"] else "since"
            value = split(told[-1])[1]
            yield DateMention(found.start(), found.end(), found.group(), value, relation, told[-1].precision)
