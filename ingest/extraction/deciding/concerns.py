"""Which body an inspection or a direction concerns: those that the text names are weighed, the likeliest is taken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Generic, Protocol, TypeVar

from ingest.extraction.antecedents import SERVED
from ingest.extraction.context import Context
from ingest.extraction.deciding.bodies import Bodies, compared, distance, likeliest, reference
from ingest.names import Mention
from ingest.trained import Features, chances

MODEL = "event_bodies"
MOST = 10  # bodies weighed for an event, the nearest first
SPEAKERS = re.compile(r"\b(?:we|us|our|ours)\b", re.IGNORECASE)
NAMED = re.compile(
    r"\b(?:commissioners?|advisers?) (?:for|to|in|at) (?:children[’']s services (?:for|in|at) )?(?:the )?$",
    re.IGNORECASE,
)
REACH = 60  # characters before a body
NONE = -1.0


class Event(Protocol):
    """What one place tells of something that was done to a body."""

    @property
    def org(self) -> Mention:
        """The body that frames chose."""

    @property
    def at(self) -> int:
        """Where it is told."""

    @property
    def begin(self) -> int:
        """Where its quote begins."""

    @property
    def finish(self) -> int:
        """Where its quote ends."""

    @property
    def gist(self) -> str:
        """What it is, in a word or two: kind, judgement."""


Told = TypeVar("Told", bound=Event)


class Concerns(Generic[Told]):
    """Chooses bodies for one document's events."""

    def __init__(self, context: Context, events: Sequence[Told], kinds: frozenset[str] = SERVED) -> None:
        self._context, self._events, self._kinds = context, tuple(events), kinds
        self._bodies = Bodies(context, {}, ())

    def is_open(self, place: int) -> bool:
        """Whether whose the event of that number is may be asked.

        Not of homes, agencies, several bodies at once, nor where the words say it: "commissioner for Bury Council".
        """
        event = self._events[place]
        if NAMED.search(self._context.text[max(0, event.org.start - REACH) : event.org.start]):
            return False
        if len({each.org.key for each in self._events if each.at == event.at}) > 1:
            return False
        return event.org.kind in self._kinds and any(each.key == event.org.key for each in self._context.orgs)

    def offered(self, place: int) -> list[tuple[Mention, Features]]:
        """The bodies that the event of that number may concern, with their features."""
        event = self._events[place]
        nearest: dict[str, Mention] = {}
        for each in sorted(self._context.orgs, key=lambda each: distance(each, event.at)):
            if each.kind in self._kinds:
                nearest.setdefault(each.key, each)
        kept = [*list(nearest.values())[:MOST], nearest[event.org.key]]
        bodies = tuple({each.key: each for each in kept}.values())
        return list(zip(bodies, compared([self._features(place, each) for each in bodies]), strict=True))

    def _features(self, place: int, org: Mention) -> Features:
        event, context = self._events[place], self._context
        before, after = self._events[max(0, place - 1) : place], self._events[place + 1 : place + 2]
        match = reference(context.text, event.at)
        spoken = context.org_at(event.at, "the trust" if org.kind == "trust" else "the council")
        named = context.orgs_in(event.begin, event.finish)
        return {
            **self._bodies.at_place(event.at, org),
            "gist": event.gist,
            "chosen": float(event.org.key == org.key),
            "in quote": float(any(each.key == org.key for each in named)),
            "named in quote": float(len({each.key for each in named})),
            "first in quote": float(bool(named) and named[0].key == org.key),
            "spoken of here": float(spoken is not None and spoken.key == org.key),
            "reference": f"{(match.group(1) or match.group(2)).lower() if match else ''}/{org.kind}",
            "we": float(bool(SPEAKERS.search(context.text, event.begin, event.finish))),
            "before": float(any(each.org.key == org.key for each in before)) if before else NONE,
            "after": float(any(each.org.key == org.key for each in after)) if after else NONE,
            "events": float(sum(each.org.key == org.key for each in self._events)) / len(self._events),
        }

    def settle(self) -> list[Told]:
        """The events, each of the likeliest body."""
        offered = [self.offered(place) if self.is_open(place) else [] for place in range(len(self._events))]
        scores = iter(chances(MODEL, [features for bodies in offered for _, features in bodies]))
        return [_settled(event, bodies, scores) for event, bodies in zip(self._events, offered, strict=True)]


def _settled(event: Told, offered: Sequence[tuple[Mention, Features]], scores: Iterator[float]) -> Told:
    if not offered:
        return event
    place, best, ahead = likeliest([next(scores) for _ in offered])
    return replace(event, org=offered[place][0], owned=best, ahead=ahead)  # type: ignore[type-var]
