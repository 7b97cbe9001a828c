"""What lasted when, laid out on one axis of time: where each bar, mark, label and year stands. Pure, in pixels.

What is known for certain and what the documents merely allow are placed apart, so that a page can draw them apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from graph.edtf import Bounds

NARROWEST, WIDEST, A_YEAR = 996, 4000, 30
HEAD, TITLE, LANE, FOOT = 28, 32, 44, 8
TEXT, BAR = 15, 21  # where in its lane a label's baseline and a bar's upper edge are
LETTER, LONGEST, APART = 7, 64, 14  # a letter's width, the letters of a label, the space between two items
DOT, LEAST = 12, 3  # the width of a mark, and of the shortest bar
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A fact's days: those `certain`, and the widest that is `possible`, whose ends are None where nothing is known.

    `look` says how it is drawn ("post", "interim", "gap", …), `title` is the whole of it in words, `href` tells more.
    """

    label: str
    title: str
    href: str
    look: str
    possible: Bounds
    certain: tuple[Bounds, ...] = ()
    point: bool = False


@dataclass(frozen=True, slots=True)
class Track:
    """Stretches that belong together, under a title."""

    title: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a bar; it goes on beyond the chart where an end is `open`."""

    x: float
    width: float
    open_start: bool = False
    open_end: bool = False

    @property
    def end(self) -> float:
        """The right edge."""
        return round(self.x + self.width, 1)


@dataclass(frozen=True, slots=True)
class Shape:
    """A stretch with its place: its lane's upper edge, where its label begins, its blocks, the middle of its mark."""

    stretch: Stretch
    y: int
    text_x: float
    label: str
    possible: Block
    certain: tuple[Block, ...]
    mark: float | None

    @property
    def left(self) -> float:
        """The left edge of all that is drawn of it."""
        return min(self.text_x, self.possible.x if self.mark is None else self.mark - DOT / 2)

    @property
    def right(self) -> float:
        """The right edge of all that is drawn of it."""
        drawn = self.possible.end if self.mark is None else max(self.possible.end, self.mark + DOT / 2)
        return max(self.text_x + width_of(self.label), drawn)


@dataclass(frozen=True, slots=True)
class Band:
    """A track with its place."""

    title: str
    y: int
    height: int
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """All of it; `years` are where the axis has a line, with the year that begins there."""

    width: int
    height: int
    years: tuple[tuple[float, int], ...]
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """From the first of January of one year up to that of another, on so many pixels."""

    first: int
    last: int
    width: int

    def x(self, day: date) -> float:
        """Where a day begins."""
        days = day.toordinal() - date(self.first, 1, 1).toordinal()
        return round(days / self._days * self.width, 1)

    def block(self, span: Bounds) -> Block:
        """A span of days, both ends within, as wide as can be seen; to the chart's edge where an end is open."""
        start = self.x(span.earliest) if span.earliest else 0.0
        end = self.x(date.fromordinal(span.latest.toordinal() + 1)) if span.latest else float(self.width)
        start = min(start, self.width - LEAST)
        width = max(end - start, LEAST)
        return Block(start, round(width, 1), span.earliest is None, span.latest is None)

    def years(self) -> tuple[tuple[float, int], ...]:
        """The years that a line is drawn for: all, or so many that their numbers do not touch."""
        a_year = self.width / (self.last - self.first)
        step = next((each for each in STEPS if each * a_year >= 44), STEPS[-1])
        return tuple(
            (self.x(date(year, 1, 1)), year) for year in range(self.first, self.last) if (year - self.first) % step == 0
        )

    @property
    def _days(self) -> int:
        return date(self.last, 1, 1).toordinal() - date(self.first, 1, 1).toordinal()


def chart(tracks: Iterable[Track]) -> Chart | None:
    """The tracks one beneath the other; None when no day is known of any of them."""
    drawn = [track for track in tracks if track.stretches]
    axis = axis_of([stretch for track in drawn for stretch in track.stretches])
    if axis is None:
        return None
    bands: list[Band] = []
    y = HEAD
    for track in drawn:
        band = _band(track, axis, y)
        bands.append(band)
        y += band.height
    return Chart(axis.width, y + FOOT, axis.years(), tuple(bands))


def axis_of(stretches: Sequence[Stretch]) -> Axis | None:
    """An axis that has every day known, with room at an end where some stretch is open."""
    spans = [span for each in stretches for span in (each.possible, *each.certain)]
    days = [day for span in spans for day in (span.earliest, span.latest) if day]
    if not days:
        return None
    first = min(days).year - any(span.earliest is None for span in spans)
    last = max(days).year + 1 + any(span.latest is None for span in spans)
    first, last = max(first, 1), min(max(last, first + 2), 9999)
    return Axis(first, last, min(max(NARROWEST, (last - first) * A_YEAR), WIDEST))


def gaps(spans: Iterable[Bounds], least: int = 8) -> tuple[Bounds, ...]:
    """The days between the first and the last span that none of them has, where there are at least so many in a row."""
    known = sorted((span.earliest or date.min, span.latest or date.max) for span in spans)
    found: list[Bounds] = []
    reached: list[date] = []
    for (_, end), (start, _) in pairwise(known):
        reached.append(end)
        until = max(reached)
        if until < start and (start - until).days > least:
            found.append(Bounds(date.fromordinal(until.toordinal() + 1), date.fromordinal(start.toordinal() - 1)))
    return tuple(found)


def width_of(label: str) -> int:
    """About how wide a label is."""
    return len(label) * LETTER


def _band(track: Track, axis: Axis, y: int) -> Band:
    """A track's stretches in as few lanes as they fit in without touching."""
    ends: list[float] = []
    shapes = []
    for stretch in track.stretches:
        shape = _shape(stretch, axis, 0)
        lane = next((number for number, end in enumerate(ends) if end + APART <= shape.left), len(ends))
        ends[lane:] = [shape.right, *ends[lane + 1 :]]
        shapes.append(_shape(stretch, axis, y + TITLE + lane * LANE))
    return Band(track.title, y, TITLE + len(ends) * LANE, tuple(shapes))


def _shape(stretch: Stretch, axis: Axis, y: int) -> Shape:
    label = stretch.label if len(stretch.label) <= LONGEST else f"{stretch.label[: LONGEST - 1].rstrip()}…"
    possible = axis.block(stretch.possible)
    certain = tuple(axis.block(span) for span in stretch.certain)
    begins = possible if stretch.point or not certain else certain[0]
    text_x = max(0.0, min(begins.x, axis.width - width_of(label)))
    mark = _within(possible.x + possible.width / 2, axis.width) if stretch.point else None
    return Shape(stretch, y, text_x, label, possible, certain, mark)


def _within(x: float, width: int) -> float:
    return round(max(DOT / 2, min(x, width - DOT / 2)), 1)
