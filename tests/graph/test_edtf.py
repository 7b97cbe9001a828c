"""Dates as known: which days they allow, and how they read."""

from datetime import date

import pytest
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.edtf import BadDate, Bounds, as_edtf, bounds, in_words, is_valid, parsed_strictly


def _span(first: str | None, last: str | None) -> Bounds:
    return Bounds(date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2019-07-01", "2019-07-01", "2019-07-01"),
        ("2021-10", "2021-10-01", "2021-10-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2019", "2019-01-01", "2019-12-31"),
        ("2016/2020", "2016-01-01", "2020-12-31"),
        ("2018-09-17/2018-10", "2018-09-17", "2018-10-31"),
        ("../2019", None, "2019-12-31"),
        ("2019/..", "2019-01-01", None),
        ("/2019-06", None, "2019-06-30"),
        ("2019/", "2019-01-01", None),
        ("../..", None, None),
        ("2020-21", "2020-03-01", "2020-05-31"),
        ("2020-22", "2020-06-01", "2020-08-31"),
        ("2020-23", "2020-09-01", "2020-11-30"),
        ("2019-24", "2019-12-01", "2020-02-29"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("2019-XX", "2019-01-01", "2019-12-31"),
        ("2019-02-XX", "2019-02-01", "2019-02-28"),
        ("2019?", "2019-01-01", "2019-12-31"),
        ("2019~", "2018-01-01", "2020-12-31"),
        ("2019-06~", "2019-05-01", "2019-07-31"),
        ("2019-01%", "2018-12-01", "2019-02-28"),
        ("2019-21~", "2018-12-01", "2019-08-31"),
        ("2019-07-01~", "2019-06-30", "2019-07-02"),
        ("2016~/2020?", "2015-01-01", "2020-12-31"),
    ],
)
def test_a_date_allows_the_days_from_its_first_to_its_last(edtf: str, first: str | None, last: str | None) -> None:
    assert bounds(edtf) == _span(first, last)


@given(year=st.integers(0, 9999), month=st.integers(0, 13), day=st.integers(0, 32), size=st.sampled_from((4, 7, 10)))
@settings(max_examples=60, deadline=None)
def test_a_plain_date_is_read_as_the_edtf_package_reads_it(year: int, month: int, day: int, size: int) -> None:
    text = f"{year:04}-{month:02}-{day:02}"[:size]
    try:
        expected = parsed_strictly(text)
    except (EDTFParseException, ValueError):
        assert not is_valid(text)
    else:
        assert bounds(text) == expected


def test_no_date_allows_every_day() -> None:
    assert bounds(None) == Bounds(None, None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "..",
        "/",
        "2019-13",
        "2019-02-30",
        "2019-25",
        "1 July 2019",
        "2020/2016",
        "2019/2020/2021",
        "Y17000",
        "0000~",
    ],
)
def test_what_is_no_date_is_refused_with_advice(text: str) -> None:
    assert not is_valid(text)
    with pytest.raises(BadDate, match=r"write 2019-07-01|earlier end first"):
        bounds(text)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2019-07-01", "1 July 2019"),
        ("2021-10", "October 2021"),
        ("2019", "2019"),
        ("2020-23", "autumn 2020"),
        ("2019-06~", "about June 2019"),
        ("2019?", "perhaps 2019"),
        ("2019%", "perhaps about 2019"),
        ("2016/2020", "2016–2020"),
        ("2018-12-04/2018-12-05", "4–5 December 2018"),
        ("2018-09/2018-10", "September – October 2018"),
        ("2018-09-17/2018-10-05", "17 September – 5 October 2018"),
        ("2018-09-17/2019-10", "17 September 2018 – October 2019"),
        ("2018-09/2018-09", "September 2018"),
        ("../2019", "until 2019"),
        ("2019-03/..", "from March 2019"),
        ("../..", "at a time not known"),
        ("201X", "2010s"),
        ("20XX", "2000s"),
        ("2019-XX", "2019"),
        ("2019-02-XX", "February 2019"),
        (None, ""),
    ],
)
def test_a_date_reads_as_people_write_it(edtf: str | None, words: str) -> None:
    assert in_words(edtf) == words


@pytest.mark.parametrize(
    "edtf",
    ["2019-07-01", "2021-10", "2019", "2016/2020", "2018-09-17/2018-10", "../2019-06", "2019/..", "2019-07-02/.."],
)
def test_bounds_are_written_as_the_shortest_date(edtf: str) -> None:
    assert as_edtf(bounds(edtf)) == edtf


def test_no_bounds_are_no_date() -> None:
    assert as_edtf(Bounds()) is None
