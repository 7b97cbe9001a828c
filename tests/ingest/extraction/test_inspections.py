"""What a text tells of inspections: those that were, with their dates and overall grades, and no others."""

import pytest

from ingest.extraction.context import read_context
from tests.ingest.extraction.reading import document, inspected, told

COUNCIL = "Hartlepool Council cares for 400 children.\n\n"
FIELDS = ("org", "kind", "date", "judgement")
RATED = [
    ("Ofsted rated Hartlepool Council inadequate in 2018.", ("inspection", "2018", "inadequate")),
    (
        "Hartlepool Council was judged to require improvement in March 2019.",
        ("inspection", "2019-03", "requires improvement"),
    ),
    ("Hartlepool Council, rated ‘good’ in May, has a new leader.", ("inspection", "2022-05", "good")),
    ("Services at Hartlepool Council were found to be inadequate in 2015.", ("inspection", "2015", "inadequate")),
    ("Hartlepool Council has been inadequate since September 2016.", ("inspection", "2016-09", "inadequate")),
]
VISITED = [
    (
        "A focused visit to Hartlepool Council took place on 4 and 5 December 2018.",
        ("focused_visit", "2018-12-04/2018-12-05", None),
    ),
    (
        "Ofsted made its fourth monitoring visit to Hartlepool Council in June 2021.",
        ("monitoring_visit", "2021-06", None),
    ),
    ("Ofsted inspected Hartlepool Council from 9 to 20 January 2017.", ("inspection", "2017-01-09/2017-01-20", None)),
    (
        "The joint targeted area inspection of Hartlepool Council in May 2016 looked at exploitation.",
        ("other", "2016-05", None),
    ),
    (
        "Hartlepool Council was told of an inspection which began on 20 September and ended on 8 October.",
        ("inspection", "2021-09-20/2021-10-08", None),
    ),
]
SEVERAL = [
    (
        "Hartlepool Council went from inadequate in 2015 to good in July 2018.",
        [("inspection", "2015", "inadequate"), ("inspection", "2018-07", "good")],
    ),
    (
        "Hartlepool Council was judged outstanding in February this year, having been inadequate in 2014.",
        [("inspection", "2014", "inadequate"), ("inspection", "2022-02", "outstanding")],
    ),
    (
        "Inspectors have made two monitoring visits to Hartlepool Council. The first, in September, found delays. "
        "The second took place in January.",
        [("monitoring_visit", "2021-09", None), ("monitoring_visit", "2022-01", None)],
    ),
    (
        "Ofsted inspected Hartlepool Council in January 2019. It left the council with an “inadequate” rating.",
        [("inspection", "2019-01", "inadequate")],
    ),
]
NOTHING = [
    "Councillors denied that Ofsted would rate Hartlepool Council inadequate in 2023.",
    "Hartlepool Council’s next inspection is expected in 2024.",
    "Hartlepool Council had seven monitoring visits.",
    "Hartlepool Council had a peer review in March 2019.",
    "A monitoring visit to Hartlepool Council planned for June 2021 was cancelled.",
    "If Hartlepool Council is rated inadequate, a commissioner will come.",
    "Hartlepool Council has good schools and outstanding beaches.",
    "Social workers made home visits in May 2021 for Hartlepool Council.",
]


@pytest.mark.parametrize(("text", "expected"), [*RATED, *VISITED])
def test_one_inspection_with_its_date_and_grade(text: str, expected: tuple[str, ...]) -> None:
    assert told(inspected, text, *FIELDS) == [("Hartlepool Council", *expected)]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_several_inspections_are_told_apart_and_one_told_twice_is_one(
    text: str, expected: list[tuple[str, ...]]
) -> None:
    assert told(inspected, text, *FIELDS[1:]) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_what_was_no_inspection(text: str) -> None:
    assert told(inspected, COUNCIL + text, *FIELDS) == []


def test_the_grade_of_a_strand_is_not_the_overall_one() -> None:
    text = (
        "The adoption service of Hartlepool Council, which was judged inadequate at the inspection in 2018, is better."
    )
    assert told(inspected, text, "date", "judgement") == [("2018", None)]


def test_the_council_of_the_report_is_not_the_council_of_its_author() -> None:
    text = (
        "A report by Ann Rowe of Leeds City Council looked at Hartlepool Council, which was rated inadequate in 2018."
    )
    assert told(inspected, text, "org", "judgement") == [("Hartlepool Council", "inadequate")]


def test_the_day_of_publication_is_not_the_day_of_the_visit() -> None:
    text = "Hartlepool Council had a focused visit on 3 March 2021; the letter was published on 9 April 2021."
    assert told(inspected, text, "date") == [("2021-03-03",)]


def test_a_quote_is_the_sentence_that_says_so() -> None:
    text = COUNCIL + "Ofsted rated Hartlepool Council inadequate in 2018. More followed."
    ((claim, _),) = inspected(read_context(document(text)))
    assert claim.quote == "Ofsted rated Hartlepool Council inadequate in 2018."
    assert text[claim.start_offset : claim.end_offset] == claim.quote


SPOKEN_OF = [
    ("Hartlepool Council lies by the sea. Inspectors came in May 2018.", "Hartlepool Council", "2018-05"),
    ("In Darlington, where inspectors called in November, care was judged to be good.", "Darlington", "2021-11"),
    ("Darlington Council, a large employer, was content. It was rated good in 2019.", "Darlington Council", "2019"),
    ("Ofsted paid its first monitoring visit to Gateshead Council in May 2019.", "Gateshead Council", "2019-05"),
]


@pytest.mark.parametrize(("text", "org", "date"), SPOKEN_OF)
def test_the_body_that_a_sentence_only_refers_to(text: str, org: str, date: str) -> None:
    assert told(inspected, text, "org", "date") == [(org, date)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A joint inspection by Ofsted and the Care Quality Commission was in Hartlepool in May 2018.", "other"),
        ("Hartlepool Council had an inspection of special educational needs in May 2018.", "other"),
        ("Hartlepool Council had a fostering inspection in May 2018.", "other"),
        ("Hartlepool Council had an inspection by Ofsted in May 2018.", "inspection"),
        ("Hartlepool Council, whose youth justice is praised, was rated good overall in May 2018.", "inspection"),
        ("Inspectors looked at safeguarding and special needs at Hartlepool Council in May 2018.", "inspection"),
    ],
)
def test_inspections_of_an_area_or_agency_are_others(text: str, kind: str) -> None:
    assert told(inspected, COUNCIL + text, "kind", "date") == [(kind, "2018-05")]
