"""The laws of a chart: nothing leaves it, nothing touches, days keep their order, certain lies within possible."""

from datetime import date
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from api.timeline import APART, LANE, Chart, Shape, Stretch, Track, axis_of, chart, gaps
from graph.edtf import Bounds

DAYS = st.dates(date(1950, 1, 1), date(2060, 12, 31))


def _span(first: date | None, last: date | None) -> Bounds:
    return Bounds(last, first) if first and last and last < first else Bounds(first, last)


SPANS = st.builds(_span, st.none() | DAYS, st.none() | DAYS)


@st.composite
def stretches(draw: st.DrawFn) -> Stretch:
    """A stretch whose certain days, if any, are some of those possible."""
    possible = draw(SPANS)
    inner = draw(SPANS)
    certain = (possible.meet(inner),) if inner.overlaps(possible) and inner.earliest and inner.latest else ()
    return Stretch(draw(st.text(max_size=80)), "", "#", "post", possible, certain, draw(st.booleans()))


TRACKS = st.lists(st.builds(Track, st.text(max_size=10), st.lists(stretches(), max_size=12).map(tuple)), max_size=4)


def _shapes(drawn: Chart) -> list[Shape]:
    return [shape for band in drawn.bands for shape in band.shapes]


@given(TRACKS)
def test_all_that_is_drawn_is_within_the_chart(tracks: list[Track]) -> None:
    if drawn := chart(tracks):
        for shape in _shapes(drawn):
            assert 0 <= shape.left <= shape.right <= drawn.width + 1
            assert shape.y + LANE <= drawn.height
        assert all(0 <= x <= drawn.width for x, _ in drawn.years)


@given(TRACKS)
def test_a_stretch_is_drawn_unless_no_day_is_known_of_any(tracks: list[Track]) -> None:
    told = [each for track in tracks for each in track.stretches]
    known = any(span.earliest or span.latest for each in told for span in (each.possible, *each.certain))
    drawn = chart(tracks)
    assert (drawn is not None) == known
    if drawn:
        assert [shape.stretch for shape in _shapes(drawn)] == told


@given(TRACKS)
def test_no_label_or_bar_touches_another(tracks: list[Track]) -> None:
    if drawn := chart(tracks):
        for one, other in combinations(_shapes(drawn), 2):
            apart = one.right + APART <= other.left or other.right + APART <= one.left
            assert apart or abs(one.y - other.y) >= LANE


@given(TRACKS)
def test_what_is_certain_lies_within_what_is_possible(tracks: list[Track]) -> None:
    if drawn := chart(tracks):
        for shape in _shapes(drawn):
            for block in shape.certain:
                assert shape.possible.x <= block.x <= block.end <= shape.possible.end + 3


@given(st.lists(DAYS, min_size=2, max_size=8))
def test_a_later_day_is_never_further_left(days: list[date]) -> None:
    axis = axis_of([Stretch("", "", "#", "post", Bounds(min(days), max(days)))])
    assert axis is not None
    places = [axis.x(day) for day in sorted(days)]
    assert places == sorted(places)


@given(st.lists(SPANS, max_size=8))
def test_a_gap_is_of_days_that_no_span_has(spans: list[Bounds]) -> None:
    for gap in gaps(spans):
        assert not any(gap.overlaps(span) for span in spans)


def test_a_gap_of_months_is_seen_and_a_weekend_is_none() -> None:
    first, weekend, late = (
        Bounds(date(2015, 4, 1), date(2018, 3, 30)),
        Bounds(date(2018, 4, 2), date(2021, 6, 30)),
        Bounds(date(2021, 12, 1), None),
    )
    assert gaps([late, first, weekend]) == (Bounds(date(2021, 7, 1), date(2021, 11, 30)),)


def test_an_open_end_reaches_the_edge_and_leaves_room() -> None:
    drawn = chart([Track("", (Stretch("Ann", "", "#", "post", Bounds(date(2019, 7, 1), None)),))])
    assert drawn is not None
    (shape,) = _shapes(drawn)
    assert (shape.possible.end, shape.possible.open_end, shape.possible.open_start) == (drawn.width, True, False)
    assert [year for _, year in drawn.years] == [2019, 2020]
