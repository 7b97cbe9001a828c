"""Of a start and an end of one tenure that cannot both be, the likelier one stays."""

from dataclasses import replace

import pytest

from ingest.extraction.deciding.timesagreed import agreed
from ingest.extraction.drafts import Draft
from tests.ingest.extraction.deciding.test_timings import told

TEXT = "Ann Rowe was director of children’s services at Bury Council."
(ROWE,) = told(TEXT).drafts


def dates(*drafts: Draft, start: float, end: float) -> list[tuple[str | None, str | None]]:
    """What stays, where each start is so likely, and each end."""
    likeliest = {
        (ROWE.tenure, side, value): chance
        for each in drafts
        for side, value, chance in (("start", each.start, start), ("end", each.end, end))
    }
    return [(each.start, each.end) for each in agreed(drafts, likeliest)]


@pytest.mark.parametrize(("begin", "finish"), [("2018-04", "2018-04"), ("2019-01", "2018-04"), ("2019", "2018-04-02")])
def test_of_two_dates_that_cannot_both_be_the_likelier_one_stays(begin: str, finish: str) -> None:
    draft = replace(ROWE, start=begin, end=finish)
    assert dates(draft, start=0.9, end=0.5) == [(begin, None)]
    assert dates(draft, start=0.5, end=0.9) == [(None, finish)]


def test_wherever_they_are_told() -> None:
    one, other = replace(ROWE, start="2018-04"), replace(ROWE, end="2018-04")
    assert dates(one, other, start=0.5, end=0.9) == [(None, None), (None, "2018-04")]


@pytest.mark.parametrize(("begin", "finish"), [("2018-04", "2018-05"), ("2018", "2018-04"), ("2018-04", "2018")])
def test_dates_that_can_both_be_stay(begin: str, finish: str) -> None:
    assert dates(replace(ROWE, start=begin, end=finish), start=0.9, end=0.5) == [(begin, finish)]


def test_who_comes_back_keeps_all_dates() -> None:
    first, again = replace(ROWE, start="2010", end="2012"), replace(ROWE, start="2012", end="2015")
    assert dates(first, again, start=0.5, end=0.9) == [("2010", "2012"), ("2012", "2015")]


def test_a_date_that_no_model_weighed_stays() -> None:
    draft = replace(ROWE, start="2019", end="2018")
    assert [each.start for each in agreed([draft], {(ROWE.tenure, "end", "2018"): 0.99})] == ["2019"]
