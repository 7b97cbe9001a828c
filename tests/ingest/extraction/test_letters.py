"""Ofsted's letters and reports, read as the forms that they are."""

import pytest

from ingest.extraction import letters
from ingest.extraction.context import read_context
from tests.ingest.extraction.reading import document, inspected, told

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
JOINT = """12 December 2022

To:
Ann Rowe, Director of Children’s Services, Hartlepool Borough Council
Dora Vane, Chief Constable, Cleveland Police

Dear Hartlepool Safeguarding Partnership

Joint targeted area inspection of Hartlepool

This letter tells what we found. Since the inspection in 2019, partners have met more often.

This inspection took place from 14 to 18 November 2022. It was carried out by inspectors from three inspectorates.
"""
SEND = """19 August 2019

Ms Ann Rowe
Director of Children’s Services
Hartlepool Borough Council

Dear Ms Rowe

Joint local area SEND inspection in Hartlepool

Between 10 June 2019 and 14 June 2019, Ofsted and the Care Quality Commission conducted a joint inspection of the local
area of Hartlepool.
"""
MONITORING = """28 March 2018

Ms Ann Rowe
Director of Children’s Services
Hartlepool Borough Council

Dear Ms Rowe

Monitoring visit of Hartlepool Borough Council children’s services

This letter summarises the findings of our monitoring visit to Hartlepool Borough Council on 6 and 7 March 2018. The
visit was the second monitoring visit since the local authority was judged inadequate in May 2017. The inspectors were
Mary Pole HMI and John Stag HMI.

The next monitoring visit is planned for July 2018.
"""
BEFORE_2013 = """Inspection of safeguarding and looked after children services

Hartlepool Borough Council

Inspection dates: 8 – 19 March 2010

Reporting inspector: Mary Pole HMI

Published: 23 April 2010

Safeguarding services

Overall effectiveness Grade 3 (Adequate)
"""
SINGLE = """Hartlepool Borough Council

Inspection of what is done for children who need help, for those in care and for those who leave it

Inspection date: 3 March – 27 March 2015
Report published: 22 May 2015

The overall judgement is requires improvement

1. How children are helped and protected
Inadequate

2. How children in care are looked after
Good

The inspection team

Lead inspector: Mary Pole HMI

Team inspectors: John Stag HMI, Quilla Ompath AI

The last inspection of how the local authority safeguards children was in June 2010. The local authority was judged
to be good.
"""
FIELDS = ("org", "kind", "date", "published", "judgement")


def test_a_letter_gives_its_visit_its_inspectors_and_the_inspection_before() -> None:
    found = told(inspected, LETTER, *FIELDS, published="2019-05-08")
    council = "Hartlepool Borough Council"
    assert found == [
        (council, "focused_visit", "2019-04-02/2019-04-03", "2019-05-08", None),
        (council, "inspection", "2018", None, "good"),
    ]
    inspectors = told(inspected, LETTER, "kind", "inspector", published="2019-05-08")
    assert ("focused_visit", ("Mary Pole", "John Stag")) in inspectors


def test_a_report_gives_its_dates_and_its_overall_grade_alone() -> None:
    found = told(inspected, REPORT, *FIELDS, "inspector", published="2019-07-01")
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


@pytest.mark.parametrize(
    ("table", "grade"),
    [
        ("Judgement Grade Children in care Good Children who need help Inadequate Overall effectiveness Good", "good"),
        ("Judgement\n\nGrade\n\nChildren in care\n\nGood\n\nOverall effectiveness\n\nInadequate", "inadequate"),
        ("Overall effectiveness: requires improvement to be good\n\nChildren in care: Good", "requires improvement"),
        ("The overall judgement is that children’s services are outstanding.\n\n1. Help\nGood", "outstanding"),
        ("Children in care\nGood\n\nCare leavers\nInadequate", None),
    ],
)
def test_the_overall_grade_is_read_from_tables_of_every_shape(table: str, grade: str | None) -> None:
    report = f"Hartlepool Borough Council\n\nInspection dates: 13 May to 24 May 2019\n\n{table}\n"
    assert told(inspected, report, "date", "judgement") == [("2019-05-13/2019-05-24", grade)]


def test_a_joint_letter_to_several_is_of_a_joint_inspection() -> None:
    found = told(inspected, JOINT, *FIELDS, published="2022-12-12", title="Joint targeted area inspection")
    assert found == [
        ("Hartlepool Borough Council", "inspection", "2019", None, None),
        ("Hartlepool Borough Council", "other", "2022-11-14/2022-11-18", "2022-12-12", None),
    ]


def test_a_letter_on_special_needs_is_of_a_joint_inspection() -> None:
    found = told(inspected, SEND, *FIELDS, published="2019-08-19", title="Joint local area SEND inspection")
    assert found == [("Hartlepool Borough Council", "other", "2019-06-10/2019-06-14", "2019-08-19", None)]


def test_a_monitoring_letter_tells_its_visit_and_the_judgement_before_but_no_visit_to_come() -> None:
    found = told(inspected, MONITORING, *FIELDS, "inspector", published="2018-03-28")
    council = "Hartlepool Borough Council"
    visit = (council, "monitoring_visit", "2018-03-06/2018-03-07", "2018-03-28", None, ("Mary Pole", "John Stag"))
    assert found == [(council, "inspection", "2017-05", None, "inadequate", ()), visit]


def test_a_letter_that_follows_a_visit_tells_its_days_and_team() -> None:
    letter = (
        MONITORING.replace(
            "This letter summarises the findings of our monitoring visit to Hartlepool Borough Council on",
            "I am writing to confirm what we found. Following the monitoring visit to your authority on",
        )
        .replace("2018. The\nvisit was", "2018, I met you. The visit was")
        .replace("The inspectors were\nMary Pole HMI and", "The inspectors were: Mary Pole HMI (lead) and")
    )
    found = told(inspected, letter, *FIELDS, "inspector", published="2018-03-28")
    council = "Hartlepool Borough Council"
    visit = (council, "monitoring_visit", "2018-03-06/2018-03-07", "2018-03-28", None, ("Mary Pole", "John Stag"))
    assert found == [(council, "inspection", "2017-05", None, "inadequate", ()), visit]


@pytest.mark.parametrize("published", ["2019-05-24/..", "2019-05-01", None])
def test_a_publication_that_is_not_known_or_cannot_be_is_left_open(published: str | None) -> None:
    assert told(inspected, REPORT, "date", "published", published=published) == [("2019-05-13/2019-05-24", None)]


def test_a_report_before_2013_has_a_grade_that_is_none_of_todays() -> None:
    found = told(inspected, BEFORE_2013, *FIELDS, "inspector", published="2010-04-23")
    council = "Hartlepool Borough Council"
    assert found == [(council, "inspection", "2010-03-08/2010-03-19", "2010-04-23", None, ("Mary Pole",))]


def test_a_long_report_gives_its_overall_grade_and_the_team_at_its_end() -> None:
    found = told(inspected, SINGLE, *FIELDS, "inspector", published="2015-05-22")
    council = "Hartlepool Borough Council"
    team = ("Mary Pole", "John Stag", "Quilla Ompath")
    assert found == [
        (council, "inspection", "2010-06", None, "good", ()),
        (council, "inspection", "2015-03-03/2015-03-27", "2015-05-22", "requires improvement", team),
    ]


def test_rows_of_a_table_of_inspections() -> None:
    assert told(inspected, TABLE, "org", "date", "judgement") == [
        ("Darlington", "2018-06", "good"),
        ("Gateshead", "2015-05", "requires improvement"),
    ]


def test_rows_between_bars_are_visits_whatever_else_they_say() -> None:
    rows = "Hartlepool Council\n\nEvent | When | Where we looked\nMonitoring visit 1 | 6–7 December 2017 | front door\n"
    found = told(inspected, rows, "kind", "date")
    assert found == [("monitoring_visit", "2017-12-06/2017-12-07")]


def test_a_list_of_visits_so_far_is_of_the_titles_kind() -> None:
    letter = (
        "Dear Ms Rowe\n\nMonitoring visit to Hartlepool Council\n\nAnnex: visits so far\n\n1 | 6–7 June 2017 | homes\n"
    )
    found = told(inspected, letter, "kind", "date", title="Monitoring visit to Hartlepool Council")
    assert found == [("monitoring_visit", "2017-06-06/2017-06-07")]


def test_a_report_that_says_when_it_inspected_is_a_form() -> None:
    title = "Joint targeted area inspection of Hartlepool"
    report = f"{title}\n\nInspected: 20 to 24 March 2023\n\nHeadline\n\nPartners share an aim.\n"
    assert told(inspected, report, "kind", "date", title=title) == [("other", "2023-03-20/2023-03-24")]


def test_a_letter_that_is_a_report_on_a_visit_is_a_form() -> None:
    letter = (
        "28 July 2017\n\nMs Ann Rowe\nDirector of Children's Services\nHartlepool Council\n\nDear Ms Rowe\n\n"
        "Monitoring visit of Hartlepool Council children's services\n\n"
        "This is my report on the visit made on 4 and 5 July 2017.\n"
    )
    assert told(inspected, letter, "kind", "date") == [("monitoring_visit", "2017-07-04/2017-07-05")]


def test_a_press_page_and_a_ministers_letter_are_no_form() -> None:
    letter = "Dear Ms Rowe\n\nI am writing to inform you of my decision. Ofsted rated you inadequate in May 2019."
    for text in ("Ofsted rated Hartlepool Council good in May 2019.", letter):
        context = read_context(document(text))
        assert not letters.is_form(context)
        assert not list(letters.sightings(context))
