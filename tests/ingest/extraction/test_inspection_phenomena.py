"""How English tells of inspections, a phenomenon a table: sentences with the inspections they tell of, and traps."""

import pytest

from tests.ingest.extraction.reading import inspected, told

Expected = list[tuple[str | None, ...]]
Row = tuple[str, Expected]
MONITORING = "monitoring_visit"

REDUCED_RELATIVES: list[Row] = [
    ("Gateshead Council, judged inadequate in March 2018, has three new managers.", [("2018-03", "inadequate")]),
    ("A council rated good in 2019, Gateshead Council, sent two advisers.", [("2019", "good")]),
    (
        "Gateshead Council, found to require improvement in 2017, pays its staff more.",
        [("2017", "requires improvement")],
    ),
    ("Gateshead Council, inspected in June 2021 and rated outstanding, gave advice.", [("2021-06", "outstanding")]),
    ("Gateshead Council, inadequate since November 2016, has lost its leader.", [("2016-11", "inadequate")]),
    ("Gateshead Council, hoping to be rated good in 2024, has hired staff.", []),
    ("Gateshead Council, said by unions to be a good employer, has hired staff.", []),
]
TRAJECTORIES: list[Row] = [
    (
        "Gateshead Council went from inadequate in 2014 to good in May 2018.",
        [("2014", "inadequate"), ("2018-05", "good")],
    ),
    (
        "Gateshead Council was rated good in March 2021, up from requires improvement in 2017.",
        [("2017", "requires improvement"), ("2021-03", "good")],
    ),
    (
        "Gateshead Council was downgraded from good to requires improvement in July 2016.",
        [("2016-07", "requires improvement"), (None, "good")],
    ),
    (
        "Three years after being rated good, Gateshead Council was judged inadequate in May 2021.",
        [("2018", "good"), ("2021-05", "inadequate")],
    ),
    (
        "In January 2020 Gateshead Council was rated requires improvement, as it had been in 2016.",
        [("2016", "requires improvement"), ("2020-01", "requires improvement")],
    ),
    (
        "Gateshead Council was found inadequate in May 2021 once more (the first was in 2018).",
        [("2018", "inadequate"), ("2021-05", "inadequate")],
    ),
    ("Gateshead Council dropped to inadequate in 2013.", [("2013", "inadequate")]),
    ("Spending at Gateshead Council went from good to excessive in 2013.", []),
    ("Gateshead Council hopes to go from inadequate to good by 2024.", []),
]
ORDINAL_VISITS: list[Row] = [
    ("Gateshead Council received its third monitoring visit in May 2021.", [("2021-05", None)]),
    (
        "Gateshead Council had its first monitoring visit in May 2021. A second followed in October 2021.",
        [("2021-05", None), ("2021-10", None)],
    ),
    (
        "There have been two monitoring visits to Gateshead Council. The first took place in June 2020. "
        "The other was made in March 2021.",
        [("2020-06", None), ("2021-03", None)],
    ),
    (
        "Gateshead Council had four monitoring visits. The last of them, in June 2021, found progress.",
        [("2021-06", None)],
    ),
    ("The fifth monitoring visit to Gateshead Council, in July 2019, was the last.", [("2019-07", None)]),
    ("Gateshead Council had five monitoring visits. The first director left in June 2021.", []),
    ("Gateshead Council had two monitoring visits. A third is due in October.", []),
]
SEVERAL_DAYS: list[Row] = [
    ("A focused visit to Gateshead Council took place on 4 and 5 March 2020.", [("2020-03-04/2020-03-05", None)]),
    ("Inspectors were at Gateshead Council from 9 to 20 May 2016.", [("2016-05-09/2016-05-20", None)]),
    (
        "Inspectors arrived at Gateshead Council on 16 November 2015 and left on 10 December 2015.",
        [("2015-11-16/2015-12-10", None)],
    ),
    (
        "The inspection of Gateshead Council ran between 1 and 12 July 2019.",
        [("2019-07-01/2019-07-12", None)],
    ),
    (
        "Inspectors visited Gateshead Council in May 2019 and again in July 2020.",
        [("2019-05", None), ("2020-07", None)],
    ),
    ("Inspectors of taxes spent 4 and 5 March 2020 in a hotel; Gateshead Council paid.", []),
    ("Social workers of Gateshead Council make visits on Mondays and on 4 and 5 March 2020 made ten.", []),
]
ROWS: list[Row] = [
    (
        "Monitoring visits to Gateshead Council took place in May 2019 and in March, June and July 2020.",
        [("2019-05", None), ("2020-03", None), ("2020-06", None), ("2020-07", None)],
    ),
    (
        "There had been monitoring visits to Gateshead Council in October 2019 and February 2020.",
        [("2019-10", None), ("2020-02", None)],
    ),
    (
        "Monitoring visits were made to Gateshead Council in May 2019, July 2019, and, after the pause, in July 2020.",
        [("2019-05", None), ("2019-07", None), ("2020-07", None)],
    ),
    (
        "Two inspections of Gateshead Council, in August 2009 and again in September 2010, were unannounced.",
        [("2009-08", None), ("2010-09", None)],
    ),
    (
        "Gateshead Council had monitoring visits on 3 and 4 May 2018 (care leavers), and on 6 and 7 June 2019.",
        [("2018-05-03/2018-05-04", None), ("2019-06-06/2019-06-07", None)],
    ),
    (
        "Monitoring visits to Gateshead Council began in May 2019, and a minister came in July 2020.",
        [("2019-05", None)],
    ),
    ("Gateshead Council expects monitoring visits in May 2024, July 2024 and in October 2024.", []),
]
PUBLICATION: list[Row] = [
    (
        "Gateshead Council had a focused visit on 3 March 2021; the letter was published on 9 April 2021.",
        [("2021-03-03", None, None)],
    ),
    (
        "In a report published in August 2021 Gateshead Council was rated outstanding.",
        [(None, "2021-08", "outstanding")],
    ),
    (
        "Ofsted inspected Gateshead Council in January 2019. The report, published in March 2019, rated it inadequate.",
        [("2019-01", "2019-03", "inadequate")],
    ),
    (
        "Inspectors came to Gateshead Council in June 2018. The verdict of good was made public on 20 July 2018.",
        [("2018-06", "2018-07-20", "good")],
    ),
    (
        "The report on Gateshead Council that came out on 4 May 2020 says inadequate.",
        [(None, "2020-05-04", "inadequate")],
    ),
    ("Gateshead Council published its annual report in June 2020.", []),
    ("A letter of 5 May 2020 asks Gateshead Council about its next inspection.", []),
]
DENIALS: list[Row] = [
    ("Gateshead Council denied that it had been rated inadequate in 2019.", []),
    ("Gateshead Council was not rated inadequate in 2019.", []),
    ("A rumour that Gateshead Council had been rated inadequate was false.", []),
    ("Nobody expects Ofsted to rate Gateshead Council good next year.", []),
    ("Gateshead Council has never been judged inadequate.", []),
    ("Gateshead Council is no longer inadequate.", []),
    ("Gateshead Council denied a cover-up after being rated inadequate in 2019.", [("2019", "inadequate")]),
    ("Gateshead Council was rated inadequate in 2019 but denies that children were at risk.", [("2019", "inadequate")]),
]
METONYMY: list[Row] = [
    ("Gateshead was rated inadequate in May 2019.", [("Gateshead", "2019-05", "inadequate")]),
    (
        "Gateshead Council spent a year preparing. In May 2019 the borough got Ofsted's top grade.",
        [("Gateshead Council", "2019-05", "outstanding")],
    ),
    (
        "Gateshead Council lost its director. The department was judged inadequate in May 2019.",
        [("Gateshead Council", "2019-05", "inadequate")],
    ),
    ("The watchdog came to Gateshead in May 2019.", [("Gateshead", "2019-05", None)]),
    (
        "Ofsted's verdict on Gateshead in May 2019 was inadequate.",
        [("Gateshead", "2019-05", "inadequate")],
    ),
    ("Gateshead Council is a good place to shop.", []),
    ("Gateshead Council called the watchdog's report of May 2019 good reading.", []),
]
DISTRIBUTIVE: list[Row] = [
    (
        "Gateshead, Darlington and Hartlepool were all rated good in 2019.",
        [("Darlington", "2019", "good"), ("Gateshead", "2019", "good"), ("Hartlepool", "2019", "good")],
    ),
    (
        "Darlington and Hartlepool were rated inadequate in March and June 2021 respectively.",
        [("Darlington", "2021-03", "inadequate"), ("Hartlepool", "2021-06", "inadequate")],
    ),
    (
        "Merton (outstanding, 2017) and Enfield (good, May 2019) sent their directors.",
        [("Enfield", "2019-05", "good"), ("Merton", "2017", "outstanding")],
    ),
    (
        "Gateshead Council has twice been judged inadequate, in 2012 and 2016.",
        [("Gateshead Council", "2012", "inadequate"), ("Gateshead Council", "2016", "inadequate")],
    ),
    (
        "Inspectors visited Gateshead and Darlington in May 2019.",
        [("Darlington", "2019-05", None), ("Gateshead", "2019-05", None)],
    ),
    ("Gateshead, Darlington and Hartlepool all have good beaches.", []),
    ("None of Gateshead, Darlington and Hartlepool was rated inadequate.", []),
]
PREDECESSORS: list[Row] = [
    (
        "Northamptonshire County Council was rated inadequate in 2019 and abolished in 2021. "
        "West Northamptonshire Council took over.",
        [("Northamptonshire County Council", "2019", "inadequate")],
    ),
    (
        "West Northamptonshire Council was inspected in May 2022. Its predecessor, Northamptonshire County Council, "
        "had been judged inadequate in 2013.",
        [
            ("Northamptonshire County Council", "2013", "inadequate"),
            ("West Northamptonshire Council", "2022-05", None),
        ],
    ),
    (
        "Ofsted rated Cumbria County Council good in May 2022. A year later it was split in two.",
        [("Cumbria County Council", "2022-05", "good")],
    ),
    (
        "Cumberland Council was formed in 2023 from Cumbria County Council, rated requires improvement in 2017.",
        [("Cumbria County Council", "2017", "requires improvement")],
    ),
    (
        "Before the merger Poole was rated good in 2014 and Bournemouth requires improvement in 2015.",
        [("Bournemouth", "2015", "requires improvement"), ("Poole", "2014", "good")],
    ),
    ("West Northamptonshire Council was created in 2021 and has not been inspected.", []),
    ("Cumberland Council replaced Cumbria County Council in 2023; an inspection is expected in 2024.", []),
]
LINE_ENDS: list[Row] = [
    ("Gateshead Council was rated inade-\nquate in May 2019.", [("2019-05", "inadequate")]),
    ("Gateshead Council was judged to require improve-\nment in May 2019.", [("2019-05", "requires improvement")]),
    ("Of-\nsted made a monitoring visit to Gateshead Council in May 2019.", [("2019-05", None)]),
    ("A focused visit to Gateshead Council took place in Septem-\nber 2019.", [("2019-09", None)]),
    ("An inspec-\ntion of Gateshead Council by Ofsted in May 2019 found delays.", [("2019-05", None)]),
    ("A well-\nknown inspector retired from Gateshead Council.", []),
    ("Gateshead Council hopes to be rated out-\nstanding.", []),
]


LESS_THAN_THE_SERVICES: list[Row] = [
    (
        "A children's home run by Gateshead Council was closed in April after inspectors judged it inadequate.",
        [("home_inspection", "inadequate")],
    ),
    (
        "Gateshead Council is proud. Mill House, our children's home, was rated outstanding in May 2021.",
        [("home_inspection", "outstanding")],
    ),
    ("A joint area SEND inspection of Gateshead in May 2019 found weaknesses.", [("other", None)]),
    ("The joint targeted area inspection of Gateshead took place in May 2019.", [("other", None)]),
    (
        "Gateshead Council was visited by joint teams of Ofsted and the Care Quality Commission in May 2019.",
        [("other", None)],
    ),
    ("Gateshead Council has seven homes; most are good.", []),
    ("The school of Gateshead Council in Mill Lane has good teachers.", []),
]
TIMELINES: list[Row] = [
    (
        "Gateshead Council lies on the Tyne.\n\nMAY 2013\nInspectors find services inadequate.\n\nJUNE 2016\n"
        "Ofsted judges the council to require improvement.",
        [("inspection", "2013-05", "inadequate"), ("inspection", "2016-06", "requires improvement")],
    ),
    (
        "Gateshead Council lies on the Tyne.\n\nMay 2016: Inspectors find services inadequate.",
        [("inspection", "2016-05", "inadequate")],
    ),
    (
        "Gateshead Council lies on the Tyne.\n\nMarch 2018: The council is rated good.",
        [("inspection", "2018-03", "good")],
    ),
    (
        "Gateshead Council lies on the Tyne.\n\nOctober 2016: First monitoring visit to the council.",
        [("monitoring_visit", "2016-10", None)],
    ),
    (
        "Gateshead Council lies on the Tyne.\n\nMAY 2013\nInspectors visit the council for two days.\n\nJUNE 2016\n"
        "A new leader comes.",
        [("focused_visit", "2013-05", None)],
    ),
    ("Gateshead Council lies on the Tyne.\n\nMay 2016: A director leaves.", []),
    ("Gateshead Council lies on the Tyne.\n\nMay 2016: An inspection planned for June is cancelled.", []),
]


LISTED: list[Row] = [
    (
        "Gateshead Council.\n\nWhat Ofsted said\n2008 Good\nMay 2012: adequate\n• 2016 – “inadequate”\n",
        [("2008", "good"), ("2012-05", "adequate"), ("2016", "inadequate")],
    ),
    (
        "Ofsted has rated Gateshead Council often: it had been adequate (March 2013), good (autumn 2016) and so on.",
        [("2013-03", "adequate"), ("2016-23", "good")],
    ),
    (
        "Inspections of Gateshead Council in 2012 and 2013 judged it inadequate.",
        [("2012", "inadequate"), ("2013", "inadequate")],
    ),
    ("Gateshead Council.\n\nWhat Ofsted said\n2016 Good for fostering\n2018 Good for adoption\n", []),
    ("Gateshead Council.\n\nThe weather\n2008 Good\n2012 Outstanding\n", []),
]


@pytest.mark.parametrize(("text", "expected"), LISTED)
def test_each_grade_of_a_list_has_the_date_beside_it(text: str, expected: Expected) -> None:
    assert told(inspected, text, "date", "judgement", published="2023-05-20") == sorted(expected, key=repr)


LISTS: list[Row] = [
    (
        "Gateshead Council has had these monitoring visits:\n\n- 4-5 June 2019: children in care\n"
        "- 3 March 2020: the front door\n",
        [("monitoring_visit", "2019-06-04/2019-06-05", None), ("monitoring_visit", "2020-03-03", None)],
    ),
    (
        "Gateshead Council\n\nMonitoring visits\nNumber      Dates      Theme\n"
        "First      27 November 2019      front door\nSecond      3 March 2020      care leavers\n",
        [("monitoring_visit", "2019-11-27", None), ("monitoring_visit", "2020-03-03", None)],
    ),
    (
        "Gateshead Council had three monitoring visits (May 2017, June 2018 and March 2019).",
        [(MONITORING, "2017-05", None), (MONITORING, "2018-06", None), (MONITORING, "2019-03", None)],
    ),
    (
        "Gateshead Council had a focused visit (children in need; 22 and 23 May 2018) and no other.",
        [("focused_visit", "2018-05-22/2018-05-23", None)],
    ),
    (
        "In May 2021 a joint team from Ofsted and the Care Quality Commission looked at how Gateshead Council deals "
        "with children at risk.",
        [("other", "2021-05", None)],
    ),
    ("Gateshead Council expects monitoring visits, due on:\n\n- 4 June 2021\n- 3 March 2022\n", []),
    ("Gateshead Council met its commissioner before the monitoring visits, on:\n\n- 4 June 2021\n- 3 March 2022\n", []),
    ("Gateshead Council publishes minutes of its meetings:\n\n- 4 June 2021\n- 3 March 2022\n", []),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*REDUCED_RELATIVES, *TRAJECTORIES, *ORDINAL_VISITS, *SEVERAL_DAYS, *ROWS, *DENIALS, *LINE_ENDS],
)
def test_dates_and_grades(text: str, expected: Expected) -> None:
    assert told(inspected, text, "date", "judgement", published="2023-05-20") == sorted(expected, key=repr)


@pytest.mark.parametrize(("text", "expected"), PUBLICATION)
def test_the_day_of_the_visit_is_not_that_of_publication(text: str, expected: Expected) -> None:
    found = told(inspected, text, "date", "published", "judgement", published="2023-05-20")
    assert found == sorted(expected, key=repr)


@pytest.mark.parametrize(("text", "expected"), [*METONYMY, *DISTRIBUTIVE, *PREDECESSORS])
def test_whose_inspection_it_was(text: str, expected: Expected) -> None:
    found = told(inspected, text, "org", "date", "judgement", published="2023-05-20")
    assert found == sorted(expected, key=repr)


@pytest.mark.parametrize(("text", "expected"), LESS_THAN_THE_SERVICES)
def test_an_inspection_of_less_than_the_services_is_not_one_of_them(text: str, expected: Expected) -> None:
    found = told(inspected, text, "kind", "judgement", published="2023-05-20")
    assert found == sorted(expected, key=repr)


@pytest.mark.parametrize(("text", "expected"), [*TIMELINES, *LISTS])
def test_the_head_of_a_line_dates_what_it_tells(text: str, expected: Expected) -> None:
    found = told(inspected, text, "kind", "date", "judgement", published="2023-05-20")
    assert found == sorted(expected, key=repr)
