"""Dates as people write them in questions and forms."""

from datetime import date

import pytest

from graph.spoken_dates import as_edtf, find_date


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2020-05-03", "2020-05-03"),
        ("2020-05", "2020-05"),
        ("2020", "2020"),
        ("2016/2020", "2016/2020"),
        ("2019/..", "2019/.."),
        ("3 May 2020", "2020-05-03"),
        ("3rd of May 2020", "2020-05-03"),
        ("Sept 2018", "2018-09"),
        ("May 3, 2020", "2020-05-03"),
        ("03/05/2020", "2020-05-03"),
        ("from 2016 to 2020", "2016/2020"),
        ("before 2019", "../2018-12-31"),
        ("after March 2019", "2019-04-01/.."),
        ("tomorrow", None),
        ("31 February 2020", None),
        ("", None),
    ],
)
def test_a_date_is_read_as_written(written: str, edtf: str | None) -> None:
    assert as_edtf(written) == edtf


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("who was DCS of Bradford on 3 May 2020", ("2020-05-03", "who was DCS of Bradford")),
        ("who was DCS between 2016 and 2020 at Leeds", ("2016/2020", "who was DCS at Leeds")),
        ("who is DCS at Leeds now", ("2026-01-02", "who is DCS at Leeds")),
        ("who was DCS at Leeds during 2016/2018", ("2016/2018", "who was DCS at Leeds")),
        ("who was DCS at Leeds", None),
        ("how was E08000032 inspected", None),
    ],
)
def test_a_date_is_taken_out_of_a_question(question: str, found: tuple[str, str] | None) -> None:
    assert find_date(question, date(2026, 1, 2)) == found
