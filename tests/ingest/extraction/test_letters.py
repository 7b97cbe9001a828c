"""Ofsted's letters and reports, read as the forms that they are."""

from ingest.extraction import inspections, letters
from ingest.extraction.context import read_context
from tests.ingest.extraction.reading import document, told

LETTER = """8 May 2019

Ms Ann Rowe
Director of Children’s Services
Hartlepool Borough Council

Dear Ms Rowe

Focused visit to Hartlepool Borough Council children’s services

This letter contains the outcome of the focused visit to Hartlepool Borough Council on 2 and 3 April 2019.
The inspectors were Mary Pole, Her Majesty’s Inspector, and John Stag, Her Majesty’s Inspector.

At the last inspection in 2018, services were judged to be good. Practice in the front door is outstanding.
"""
REPORT = """Hartlepool Borough Council
Inspection of children’s social care services
Inspection dates: 13 May to 24 May 2019
Lead inspector: Mary Pole
Her Majesty’s Inspector

Judgement Grade

Leaders and what they change in practice Good

Children in care and young people who have left it Inadequate

Overall effectiveness Requires improvement to be good

Services for children in Hartlepool require improvement. Staff do a good job.
"""
TABLE = """Ofsted's last full inspections of our neighbours, by council

Council            Last inspected      Overall
Darlington         June 2018           Good
Gateshead          May 2015            Requires improvement
"""
FIELDS = ("org", "kind", "date", "published", "judgement")


def test_a_letter_gives_its_visit_its_inspectors_and_the_inspection_before() -> None:
    found = told(inspections.claims, LETTER, *FIELDS, published="2019-05-08")
    council = "Hartlepool Borough Council"
    assert found == [
        (council, "focused_visit", "2019-04-02/2019-04-03", "2019-05-08", None),
        (council, "inspection", "2018", None, "good"),
    ]
    inspectors = told(inspections.claims, LETTER, "kind", "inspector", published="2019-05-08")
    assert ("focused_visit", ("Mary Pole", "John Stag")) in inspectors


def test_a_report_gives_its_dates_and_its_overall_grade_alone() -> None:
    found = told(inspections.claims, REPORT, *FIELDS, "inspector", published="2019-07-01")
    assert found == [
        (
            "Hartlepool Borough Council",
            "inspection",
            "2019-05-13/2019-05-24",
            "2019-07-01",
            "requires improvement",
            ("Mary Pole",),
        )
    ]


def test_rows_of_a_table_of_inspections() -> None:
    assert told(inspections.claims, TABLE, "org", "date", "judgement") == [
        ("Darlington", "2018-06", "good"),
        ("Gateshead", "2015-05", "requires improvement"),
    ]


def test_a_press_page_is_no_form() -> None:
    context = read_context(document("Ofsted rated Hartlepool Council good in May 2019."))
    assert not letters.is_form(context)
    assert not list(letters.sightings(context))
