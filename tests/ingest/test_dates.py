"""What a reader of English understands by a date, in EDTF."""

import pytest

from ingest.dates import date_mentions

EXPLICIT = [
    ("The visit was on 4 and 5 December 2018.", "2018-12-04/2018-12-05"),
    ("carried out from 23 January to 3 February 2023", "2023-01-23/2023-02-03"),
    ("Inspection dates: 9–24 November 2017", "2017-11-09/2017-11-24"),
    ("between 24 November 2015 - 17 December 2015", "2015-11-24/2015-12-17"),
    ("Published: 04/07/2019", "2019-07-04"),
    ("Updated 26/01/22", "2022-01-26"),
    ("July 4, 2019", "2019-07-04"),
    ("Thursday, 4th July 2019", "2019-07-04"),
    ("2019-07-04", "2019-07-04"),
    ("in Spring 2020", "2020-21"),
    ("in the autumn of 2016", "2016-23"),
    ("He served from 2016-20.", "2016/2020"),
    ("from 2014 to 2017", "2014/2017"),
    ("(2012-2017)", "2012/2017"),
    ("June 2016 – present", "2016-06/.."),
    ("from May to July 2018", "2018-05/2018-07"),
    ("in the financial year 2017-18", "2017-04/2018-03"),
    ("at the end of 2017", "2017-12"),
    ("in late 2022", "2022"),
    ("in the last quarter of 2019", "2019-10/2019-12"),
    ("during the 1990s", "199X"),
    ("since 2011", "2011"),
    ("2014–17", "2014/2017"),
    ("director from 2014 to ’17", "2014/2017"),
    ("in charge from 2011 onwards.", "2011/.."),
    ("March to June 2019", "2019-03/2019-06"),
    ("in the academic year 2018/19", "2018-09/2019-08"),
    ("in the 2018-19 municipal year", "2018-04/2019-03"),
    ("gone by the new year of 2014", "2014-01"),
    ("at Easter 2019", "2019-04"),
    ("at Whitsun 2016", "2016-05"),
    ("on New Year’s Eve 2016", "2016-12-31"),
    ("left on Maundy Thursday, 2014", "2014-04-17"),
    ("packed up at Hallowe'en in 2012", "2012-10-31"),
    ("from June 22 to July 16, 2015", "2015-06-22/2015-07-16"),
    ("from the 8th to the 19th of March 2021", "2021-03-08/2021-03-19"),
    ("inspected in September ’22", "2022-09"),
    ("until July of '23, and then", "2023-07"),
    ("on 4 May ’19 she came", "2019-05-04"),
]
RELATIVE = [
    ("He came last September.", "2022-01-26", "2021-09"),
    ("In October, Ofsted returned.", "2021-11-03", "2021-10"),
    ("In December, Ofsted returned.", "2021-11-03", "2020-12"),
    ("It said so last week.", "2021-11-03", "2021-10"),
    ("She will start on July 1.", "2024-04-03", "2024-07-01"),
    ("She resigned on July 1.", "2024-04-03", "2023-07-01"),
    ("on March 3 and 4 this year", "2021-05-28", "2021-03-03/2021-03-04"),
    ("who left last Wednesday", "2024-04-03", "2024-03-27"),
    ("a fortnight ago", "2020-01-23", "2020-01"),
    ("Fieldwork between June 22 and July 16 led to it.", "2015-12-16", "2015-06-22/2015-07-16"),
    ("Inspectors came on the 12th and 13th of June.", "2015-12-16", "2015-06-12/2015-06-13"),
    ("They worked between 8 May and 12 June last year.", "2015-12-16", "2014-05-08/2014-06-12"),
    ("three years ago", "2020-01-23", "2017"),
    ("He left yesterday.", "2020-03-01", "2020-02-29"),
    ("in July last year", "2018-11-13", "2017-07"),
    ("by the end of the year", "2020-10-09", "2020-12"),
    ("She stays until Christmas.", "2014-10-01", "2014-12"),
    ("In the autumn she is to retire.", "2022-05-20", "2022-23"),
    ("in the second week of March", "2020-06-01", "2020-03"),
    ("He goes at the end of this month.", "2023-03-17", "2023-03"),
    ("between 24 March and 4 April", "2021-06-19", "2021-03-24/2021-04-04"),
    ("between May and July last year", "2019-01-01", "2018-05/2018-07"),
    ("over three weeks in late May and early June", "2019-09-01", "2019-05/2019-06"),
    ("in office since only August", "2013-12-12", "2013-08"),
    ("They spent most of November there.", "2018-03-09", "2017-11"),
    ("eighteen months ago", "2019-03-28", "2017-09"),
    ("a decade ago", "2019-03-28", "2009"),
    ("Two years ago this month he was appointed.", "2018-10-09", "2016-10"),
    ("the spring before last", "2019-06-03", "2018-21"),
    ("the year before last", "2019-06-03", "2017"),
    ("in the last financial year", "2019-06-03", "2018-04/2019-03"),
    ("on Tuesday of last week", "2019-06-14", "2019-06-04"),
    ("She left at the end of the year.", "2019-03-01", "2018-12"),
    ("At the turn of the year she left.", "2019-03-01", "2019-01"),
    ("She left at Easter.", "2014-07-10", "2014-04"),
    ("She stays until Easter.", "2014-01-10", "2014-04"),
    ("She ran the service until Christmas.", "2019-03-08", "2018-12"),
    ("She left last Christmas.", "2019-12-10", "2018-12"),
    ("He was the director until New Year's Eve.", "2017-02-10", "2016-12-31"),
    ("Her contract lapsed on New Year’s Day.", "2017-02-10", "2017-01-01"),
    ("She retired on Christmas Eve.", "2018-12-20", "2017-12-24"),
    ("She will retire on Christmas Eve.", "2018-12-20", "2018-12-24"),
    ("He left on Easter Monday.", "2018-06-20", "2018-04-02"),
    ("By May Day she was gone.", "2018-06-20", "2018-05-01"),
    ("A year ago this week Ofsted came.", "2019-06-12", "2018-06"),
    ("He has been in post two years this month.", "2019-06-12", "2017-06"),
    ("Four years ago in October it was good.", "2019-06-12", "2015-10"),
    ("Until Wednesday he ran the parks.", "2019-06-14", "2019-06-12"),
    ("The board met last Thursday.", "2019-06-14", "2019-06-06"),
    ("He joined last September.", "2023", "2022-09"),
]
COMING = [
    ("On 2 January the post passes to Al Roe.", "2018-11-13", "2019-01-02"),
    ("Al Roe, head of service (1 April)", "2019-03-28", "2019-04-01"),
    ("He arrives in July.", "2022-05-20", "2022-07"),
    ("whose second term ends on 30 June", "2022-05-20", "2022-06-30"),
    ("The chair is standing down on Friday.", "2023-03-28", "2023-03-31"),
    ("From June its manager, Al Roe, will also be its director.", "2019-03-28", "2019-06"),
    ("It was told to hand over its services by October.", "2021-01-22", "2021-10"),
    ("Al Roe leaves Ofsted in June.", "2014-12-12", "2015-06"),
    ("Ofsted inspector Al Roe takes over on 1 September.", "2014-05-12", "2014-09-01"),
    ("Al Roe is to act, the council agreed, from Monday 16 March.", "2026-01-22", "2026-03-16"),
    ("The post goes to Al Roe, whose first day is Monday 19 October.", "2020-07-17", "2020-10-19"),
    ("Al Roe is on loan from Bury until March.", "2022-10-31", "2023-03"),
    ("Al Roe was named as her successor, from 1 January.", "2011-10-21", "2012-01-01"),
    ("The mayor has asked Al Roe to come in, starting on 11 July.", "2016-06-30", "2016-07-11"),
    ("He’ll go at full council on 9 November.", "2023-10-18", "2023-11-09"),
    ("Al Roe arrives from Bury in the new year.", "2015-11-27", "2016-01"),
    ("Her work is being done by Al Roe until March.", "2015-11-27", "2016-03"),
]
PAST = [
    ("The inspection in July", "2019-06-02", "2018-07"),
    ("He arrived in July.", "2022-05-20", "2021-07"),
    ("Al Roe, appointed in July", "2022-05-20", "2021-07"),
    ("It had been running since July.", "2022-05-20", "2021-07"),
    ("In July Ofsted said that it would return.", "2022-05-20", "2021-07"),
    ("Al Roe, successor to Ann Lee since 1 September", "2022-05-20", "2021-09-01"),
    ("Al Roe had to leave in July.", "2022-05-20", "2021-07"),
    ("Al Roe was forced to step down in July.", "2022-05-20", "2021-07"),
    ("Appointed in July, he moved quickly.", "2022-05-20", "2021-07"),
    ("Ann Lee left on Monday 15 November.", "2022-05-20", "2021-11-15"),
]
TOLD_BEFORE = [
    ("Ofsted came in 2019. That June it returned.", ["2019", "2019-06"]),
    ("Appointed in January 2014, she left 16 months later.", ["2014-01", "2015-05"]),
    ("Inspectors came in June 2018 and the report was out in August.", ["2018-06", "2018-08"]),
    ("Rated inadequate in May 2018, it got a commissioner the following April.", ["2018-05", "2019-04"]),
    ("Named in May 2014, he left the following spring.", ["2014-05", "2015-21"]),
    ("He came in May 2016; two years on, he went.", ["2016-05", "2018"]),
    ("Appointed in July 2020 under a notice served on the 7th.", ["2020-07", "2020-07-07"]),
    ("In March 2019 they came, from the 8th to the 19th, and read files.", ["2019-03", "2019-03-08/2019-03-19"]),
    ("He quit in September 2018, two months after Ofsted had come.", ["2018-09", "2018-07"]),
    ("She served between September 2020 and the election in April.", ["2020-09", "2021-04"]),
    ("She was director from September 2020 until she left in April.", ["2020-09", "2022-04"]),
    ("The notice was served on 3 May 2018 and a director went the same day.", ["2018-05-03", "2018-05-03"]),
    ("The council met on 3 May 2018 and the leader stood down that same evening.", ["2018-05-03", "2018-05-03"]),
    ("He left in November 2019. Ann Lee took over the next month.", ["2019-11", "2019-12"]),
    ("Inspectors came in autumn 2009; a notice was served in the January following.", ["2009-23", "2010-01"]),
    ("Appointed in September 2015, he was gone by the following Christmas.", ["2015-09", "2015-12"]),
    ("The inspection was in May 2011, and that Christmas she went.", ["2011-05", "2011-12"]),
    ("She went in March 2020. He acted until the end of the year.", ["2020-03", "2020-12"]),
    ("Ann Lee became director in May 2016, and by July had left.", ["2016-05", "2016-07"]),
]


@pytest.mark.parametrize(("text", "edtf"), EXPLICIT)
def test_explicit_dates_need_no_document_date(text: str, edtf: str) -> None:
    assert [each.edtf for each in date_mentions(text, None)] == [edtf]


@pytest.mark.parametrize(("text", "published", "edtf"), RELATIVE)
def test_relative_dates_follow_the_publication(text: str, published: str, edtf: str) -> None:
    assert [each.edtf for each in date_mentions(text, published)] == [edtf]


@pytest.mark.parametrize(("text", "published", "edtf"), COMING)
def test_what_no_word_puts_into_the_past_and_is_near_lies_ahead(text: str, published: str, edtf: str) -> None:
    assert [each.edtf for each in date_mentions(text, published)] == [edtf]


@pytest.mark.parametrize(("text", "published", "edtf"), PAST)
def test_what_is_told_in_the_past_lies_behind(text: str, published: str, edtf: str) -> None:
    assert [each.edtf for each in date_mentions(text, published)] == [edtf]


OF_ITS_OWN = [
    ("Ann Lee, who became director in 2006, left on 22 October.", "2010-11-05", "2010-10-22"),
    ("Rated good in 2019, it has had its fifth visit, on 8 February.", "2023-05-11", "2023-02-08"),
    ("It went through three (2018, 2019, 2020), and the last quit in August.", "2024-10-02", "2024-08"),
    ("She went to Poole in 2011, and since April has run it.", "2014-11-13", "2014-04"),
    ("Ann Lee became director in May 2006 and left in July.", "2010-11-05", "2006-07"),
    ("Rated good in 2019, it had its fifth visit on 8 February.", "2023-05-11", "2019-02-08"),
]


@pytest.mark.parametrize(("text", "published", "edtf"), OF_ITS_OWN)
def test_a_year_told_beside_in_a_clause_of_its_own_is_not_that_of_the_next(
    text: str, published: str, edtf: str
) -> None:
    assert date_mentions(text, published)[-1].edtf == edtf


LOG = """7 May 2019
Ofsted reports. Inspectors, who were here in March, found much wrong.

21 May 2019
She tells staff that she will go in July.

Comments
Two so far.
The log is closed.
He left in March.
"""


def test_what_stands_under_a_date_in_a_log_is_told_as_of_then() -> None:
    found = [each.edtf for each in date_mentions(LOG, "2022-09-17")]
    assert found == ["2019-05-07", "2019-03", "2019-05-21", "2019-07", "2022-03"]


def test_a_date_line_by_itself_makes_no_log() -> None:
    found = [each.edtf for each in date_mentions("Published\n7 May 2021\n\nHe left in March.", "2022-09-17")]
    assert found == ["2021-05-07", "2022-03"]


TIMELINES = [
    ("2015  A notice comes in February; she starts on 1 May.", ["2015", "2015-02", "2015-05-01"]),
    ("2023: He retires at Christmas.", ["2023", "2023-12"]),
    ("2018 – Visited in June and, more happily, in October", ["2018", "2018-06", "2018-10"]),
    ("2015\n\nA director starts in May.\n\n2016\n\nShe leaves on 3 June.", ["2015", "2015-05", "2016", "2016-06-03"]),
]
NO_TIMELINES = [
    ("Published 2015\n\n2020\n\nShe starts in May.", ["2015", "2020", "2024-05"]),
    ("2015 was hard. She left in May.", ["2015", "2024-05"]),
]


@pytest.mark.parametrize(("text", "expected"), [*TIMELINES, *NO_TIMELINES])
def test_a_row_or_a_head_that_is_a_year_tells_the_year_of_what_stands_by_it(text: str, expected: list[str]) -> None:
    assert [each.edtf for each in date_mentions(text, "2024-05-20")] == expected


DAYS_ALONE = [
    ("She was confirmed on the 2nd as director.", "2014-12-10", ["2014-12-02"]),
    ("He has acted since the 20th.", "2014-12-10", ["2014-11-20"]),
    ("In April he left. She has acted since the 20th of that month.", "2014-12-10", ["2014-04", "2014-04-20"]),
    ("They will meet on the 12th.", "2014-12-10", ["2014-12-12"]),
    ("They sat on the 5th floor.", "2014-12-10", []),
    ("a notice dated September the 28th", "2013-02-04", ["2012-09-28"]),
]


@pytest.mark.parametrize(("text", "published", "expected"), DAYS_ALONE)
def test_a_day_alone_is_of_the_month_told_or_the_nearest(text: str, published: str, expected: list[str]) -> None:
    assert [each.edtf for each in date_mentions(text, published)] == expected


def test_months_of_a_row_have_the_year_at_its_end() -> None:
    found = date_mentions("They came in May, July, September and November 2017, as in 2016.", "2022-05-01")
    assert [each.edtf for each in found] == ["2017-05", "2017-07", "2017-09/2017-11", "2016"]


@pytest.mark.parametrize(("text", "expected"), TOLD_BEFORE)
def test_dates_that_lean_on_the_one_before(text: str, expected: list[str]) -> None:
    assert [each.edtf for each in date_mentions(text, "2022-05-01")] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Under the Children Act 2004 and Regulations 2013",
        "2018 children were in care at a cost of £2010",
        "They may march on. May Jones said so.",
        "on 31 February 2018",
        "They spent 2,018 pounds on page 2019",
        "She was made an OBE in the New Year's honours.",
        "It is in the new year honours list.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert date_mentions(text, "2020-05-01") == []


def test_a_relative_date_without_a_publication_date_is_none() -> None:
    assert date_mentions("She left last week, in October.", None) == []


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("since 2011", "since"),
        ("since her appointment in May 2019", "since"),
        ("until the end of June 2019", "until"),
        ("until his early retirement in 2019", "until"),
        ("from 1 July 2019", "from"),
        ("by March 2019", "by"),
        ("after May 2019", "after"),
        ("before May 2019", "before"),
        ("in May 2019", "at"),
        ("between 2016 and 2020", "between"),
    ],
)
def test_the_preposition_says_the_relation(text: str, relation: str) -> None:
    assert [each.relation for each in date_mentions(text, None)] == [relation]


def test_offsets_are_of_the_date_without_its_preposition() -> None:
    text = "He left in October 2019."
    (found,) = date_mentions(text, None)
    assert (text[found.start : found.end], found.precision) == ("October 2019", "month")
