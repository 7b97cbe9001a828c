"""Inspections are found by their dates, however the words tell of them, and directions have theirs."""

import pytest

from ingest.extraction.context import read_context
from ingest.extraction.deciding.eventdates import event_dates
from tests.ingest.extraction.reading import directed, document, inspected, told

SEEN = "Ofsted has been to Gateshead Council often since it was rated inadequate in May 2019. "
FIRST = ("inspection", "2019-05")
ORDERED = "The Secretary of State directed Gateshead Council more than once. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Monitoring visits went well. The last of them was on 4 and 5 March 2021.", ("2021-03-04/2021-03-05",)),
        ("The front door was praised when they were last here, in October 2020, for a monitoring visit.", ("2020-10",)),
        ("Two monitoring visits, in June 2020 and in January 2021, showed progress.", ("2020-06", "2021-01")),
        ("Schools reopened in June 2020.", ()),
        ("The leader hopes that inspectors will be back for a monitoring visit by December 2022.", ()),
        ("The new building opened on 4 March 2021.", ()),
        ("A peer team from Leeds came on 4 March 2021.", ()),
        ("No monitoring visit was made in June 2020.", ()),
    ],
)
def test_visits_that_a_date_tells(text: str, expected: tuple[str, ...]) -> None:
    visits = [("monitoring_visit", date) for date in expected]
    assert told(inspected, SEEN + text, "kind", "date") == sorted([FIRST, *visits], key=repr)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            SEEN
            + "Inadequate again, said the next report: its authors were in from the 5th to the 16th of November 2021.",
            [("2019-05", "inadequate"), ("2021-11-05/2021-11-16", "inadequate")],
        ),
        (
            "Gateshead Council failed its Ofsted inspection in June 2016 and was judged good in December 2018.",
            [("2016-06", None), ("2018-12", "good")],
        ),
        (
            "Gateshead Council and Ofsted\n\nMarch 2014. Two weeks, eleven inspectors. Good.\n"
            "July 2018. A fortnight again. Inadequate.",
            [("2014-03", "good"), ("2018-07", "inadequate")],
        ),
        ("Gateshead Council was not rated inadequate by Ofsted in 2019.", []),
        ("Gateshead Council was created in 2021 and Ofsted has not inspected it.", []),
        ("Social workers of Gateshead Council made home visits in May 2021.", []),
    ],
)
def test_inspections_that_a_date_tells(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert told(inspected, text, "date", "judgement") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The direction was issued in May 2016.", ["2016-05"]),
        ("It was given its statutory direction in March 2012.", ["2012-03"]),
        ("The improvement board first met in June 2017.", []),
        ("The direction was lifted in May 2019.", [None]),
        ("The council changed direction in May 2019.", []),
        ("The council appealed against it in May 2019.", []),
    ],
)
def test_directions_have_the_dates_that_tell_when_they_were_given(text: str, expected: list[str | None]) -> None:
    found = told(directed, ORDERED + text, "kind", "date")
    assert found == [("statutory_direction", date) for date in expected]


def test_the_quote_of_what_a_line_tells_begins_with_the_date_that_heads_it() -> None:
    text = "Gateshead Council and Ofsted\n\nJuly 2018. A fortnight with eleven inspectors. Inadequate."
    ((claim, _),) = inspected(read_context(document(text)))
    assert claim.quote == "July 2018. A fortnight with eleven inspectors."


def test_what_a_date_is_of_is_known_for_claims_of_any_frame() -> None:
    context = read_context(document(SEEN + "Schools reopened in June 2020."))
    dates = event_dates(context)
    right, wrong = dates.features("inspection", *FIRST), dates.features("inspection", "inspection", "2020-06")
    assert float(right["told at date"]) > 0.5 > float(right["nothing at date"])
    assert float(wrong["told at date"]) < 0.5 < float(wrong["nothing at date"])
    assert set(dates.features("inspection", "inspection", None).values()) == {-1.0}


def test_dates_of_what_a_form_says_tell_no_more_of_it() -> None:
    context = read_context(document(SEEN))
    start, end = 0, len(SEEN)
    dates = event_dates(context)
    assert [kind for _, kind in dates.of("inspection", start, end)] == ["inspection"]
    assert not list(dates.beside(["2019-05-13/2019-05-24", None]).of("inspection", start, end))
    assert not list(dates.of("direction", start, end))
