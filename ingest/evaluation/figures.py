"""The figures of an evaluation, as values that print as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import computed_field

from graph.model import Value
from ingest.evaluation.gold import Kind


class Figures(Value):
    """How many facts were found (`hits`), among how many claims that count, of how many in the gold."""

    hits: int = 0
    claims: int = 0
    gold: int = 0

    @computed_field  # type: ignore[prop-decorator]
    @property
    def precision(self) -> float:
        """Of the claims, the share that is right; 0 without claims."""
        return self.hits / self.claims if self.claims else 0.0

    @computed_field  # type: ignore[prop-decorator]
    @property
    def recall(self) -> float:
        """Of the facts, the share that was found; 0 without facts."""
        return self.hits / self.gold if self.gold else 0.0

    @computed_field  # type: ignore[prop-decorator]
    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.claims + self.gold
        return 2 * self.hits / both if both else 0.0

    def __add__(self, other: Figures) -> Figures:
        return Figures(hits=self.hits + other.hits, claims=self.claims + other.claims, gold=self.gold + other.gold)


class Share(Value):
    """So many right of so many."""

    right: int = 0
    of: int = 0

    @computed_field  # type: ignore[prop-decorator]
    @property
    def share(self) -> float | None:
        """From 0 to 1; None of nothing."""
        return self.right / self.of if self.of else None


class Bin(Value):
    """The single claims whose confidence is at least `low` and less than `high` (1 belongs to the last)."""

    low: float
    high: float
    claims: Share
    mean: float | None
    """The mean confidence of these claims: what `claims.share` should be."""


class Calibration(Value):
    """What a confidence means: every claim by itself, right when it tells a fact of the gold, if only once more."""

    bins: tuple[Bin, ...]
    threshold: float
    above: Share
    """Claims of that confidence or more."""
    reaches_95: float | None
    """The least confidence from which on 95 of 100 claims are right; None when there is none."""


class Error(Value):
    """A fact missed, a claim too many, or a wrong slot of a right claim; `quote` has the words."""

    what: Literal["missed", "too many", "wrong"]
    document: str
    type: Kind
    summary: str
    quote: str


class Evaluation(Value):
    """How right claims are: figures in all and by group, slots, quotes, calibration, and what went wrong."""

    documents: int
    total: Figures
    kinds: Mapping[str, Figures]
    roles: Mapping[str, Figures]
    """By canonical role, the most frequent first."""
    genres: Mapping[str, Figures]
    """By what a document's name begins with, up to its first underscore."""
    halves: Mapping[str, Figures]
    """Documents read while the rules were written, and those set aside; empty when none is set aside."""
    slots: Mapping[str, Share]
    dates: Share
    """`start`, `end` and `date` together."""
    quotes: Share
    """Quotes that are verbatim in their document."""
    calibration: Calibration
    errors: tuple[Error, ...]
