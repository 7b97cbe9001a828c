"""A document's date is as exact as its words justify, and the basis tells which words."""

from datetime import date

import pytest

from graph.edtf import bounds
from ingest.dates import date_mentions
from ingest.dating import Hints, published

BODY = "\n\nAnn Archer leads children’s services. Inspectors came in March 2019 and found much to praise in her work.\n"
LETTER = (
    "Ofsted\nPiccadilly Gate\n\n12 February 2021\n\nAnn Archer\nDirector of Children’s Services\n\nDear Ms Archer\n"
)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        (f"News{BODY}Published: 04/07/2019\nViews: 12", "2019-07-04"),
        (f"News\n\nPublished\n6 March 2020{BODY}", "2020-03-06"),
        (f"A report\nReport published: 20 March 2020{BODY}", "2020-03-20"),
        (f"A director leaves\n\nBy Bea Baker on July 18, 2022 in Ofsted{BODY}", "2022-07-18"),
        (f"A director leaves\n\nBy Bea Baker 28/03/23{BODY}", "2023-03-28"),
        (f"A director leaves\n26/01/22{BODY}", "2022-01-26"),
        (f"A PAPER\n\nTuesday 13 November 2018\n\nA director leaves{BODY}", "2018-11-13"),
        (f"The Mail, Friday 9 October 2020, page 7\nA director leaves{BODY}", "2020-10-09"),
        (f"A director leaves\n16:04, 28 May 2021 | Updated 18:31, 29 May 2021{BODY}", "2021-05-28"),
        (LETTER + BODY, "2021-02-12"),
        (
            f"MINUTES of a meeting\nof the Cabinet\non 4 February 2025 from 2.00 pm{BODY}Published: 12/02/2025",
            "2025-02-04",
        ),
        (f"A column{BODY}27 June 2020\n\nThe writer is a writer.", "2020-06-27"),
        (f"A director leaves{BODY}This page was last updated on 9 March 2021", "2021-03-09"),
        (f"A report{BODY}© Crown copyright 2019", "2019"),
        (f"The Gazette\n4 May 2018 | Issue 12\n\nA director leaves{BODY}", "2018-05-04"),
        (f"The Gazette\n7 May 2018 · By the politics desk\n\nA director leaves{BODY}", "2018-05-07"),
        (f"Home / News\n3 May 2018 | Last modified 9 June 2019\n\nA director leaves{BODY}", "2018-05-03"),
        (f"DEBATES Monday 3 March 2014\n\nQuestions{BODY}", "2014-03-03"),
        (f"Notes of the 3rd meeting, held in room 4, Monday 3 March 2014, 10.00-11.30{BODY}", "2014-03-03"),
        (f"Media notice\nEmbargoed until 00.01 on Monday 3 March 2014{BODY}", "2014-03-03"),
        (f"Yearly report (published 3 March 2014){BODY}", "2014-03-03"),
        (f"The Bulletin\nIssue 12 | March 2014\n\nA director leaves{BODY}", "2014-03"),
        (f"A company\nIncorporated on: 3 March 2014{BODY}", "2019-03/.."),
        (f"Head of service | Closing date: 3 March 2020 | Ref 12{BODY}", "2020-03-03/.."),
        (f"The Gazette\nMonday March 9 2020        Follow us: social media\n\nA director leaves{BODY}", "2020-03-09"),
        (f"The Bugle\n\nA director leaves\n\n9 March 2020 · 4 min read{BODY}", "2020-03-09"),
        (f"About us{BODY}The Trust Limited. Company no. 123. Page updated 9 March 2020", "2020-03-09"),
        (f"A statement\nMade on: 9 March 2020\n\nThe trust will open on 1 June 2021.{BODY}", "2020-03-09"),
        (f"DIRECTION TO A COUNCIL\nThis Direction is given on 9 March 2020.{BODY}", "2020-03-09"),
        ("A note without any date", None),
        (f"CarePaper | Profile | November 6, 2020\n\nA director leaves{BODY}She may be back in 2024.", "2020-11-06"),
        (f"News / Daily digest / 9 March 2020\n\nA director leaves{BODY}The work ends in 2024.", "2020-03-09"),
        (f"A director leaves\n\n8 Nov 20 | by Ann Baker{BODY}The work ends in 2024.", "2020-11-08"),
        (f"COUNCIL EYE            11.06.20\n\nA director leaves{BODY}The work ends in 2024.", "2020-06-11"),
        (f"A director leaves\n\nThe Post & Mail, 20.11.20{BODY}The work ends in 2024.", "2020-11-20"),
        (f"The Ledger\nWeds 7 Oct 2020\n\nA director leaves{BODY}The work ends in 2024.", "2020-10-07"),
        (f"The Ledger\nThu 15 Oct 2020 ⛅ 21°\n\nA director leaves{BODY}The work ends in 2024.", "2020-10-15"),
        (f"The Ledger\nFriday, October 2, 2020. Price 45p\n\nA director leaves{BODY}It ends in 2024.", "2020-10-02"),
        (f"The fortnightly — no. 8 — 25 October 2020\n\nA director leaves{BODY}It ends in 2024.", "2020-10-25"),
        (f"MINUTES of the meeting held in the Blue Room, on Tuesday 6 October 2020 at 6 pm{BODY}", "2020-10-06"),
        (f"Notes of meeting 4 held on Wednesday 7 October 2020, 2.00 pm to 4 pm{BODY}", "2020-10-07"),
        (
            f"COMMITTEE\nMinutes of the meeting held in the Blue Room at\nthe Guildhall on 6 October 2020{BODY}",
            "2020-10-06",
        ),
        (f"A talk, transcript\nRecorded 6 May 2020, published 9 May 2020{BODY}It ends in 2024.", "2020-05-09"),
        (f"Five questions\nInterview by Ann Baker. Posted 06/05/2020{BODY}It ends in 2024.", "2020-05-06"),
        (
            f"A speech\nPosted: 6 May 2020. Some who could not come asked for the text of what was said{BODY}",
            "2020-05-06",
        ),
        (f"Inspected: 2 to 6 March 2020 Published: 6 May 2020{BODY}It ends in 2024.", "2020-05-06"),
        (f"Request 12\nDate received: 8 April 2020\nDate answered: 9 May 2020{BODY}It ends in 2024.", "2020-05-09"),
        (f"A post\nClosing date: Monday 1 June 2020{BODY}Advert placed 6 May 2020", "2020-05-06"),
        (f"A post{BODY}Closes on 1 June 2020\nAdvert live from 6 May 2020", "2020-05-06"),
        (f"Who we are\nThe council has five directors. This page was updated on 6 May 2020.{BODY}", "2020-05-06"),
        (f"Who we are\nOwner: the web team. Checked 6 May 2020. Next check due 1 June 2021.{BODY}", "2020-05-06"),
        (f"A council{BODY}This page was last edited in May 2020.", "2020-05"),
        (f"A conference, 6-8 May 2020{BODY}Programme correct at 28 April 2020", "2020-04-28"),
        (
            f"The director goes\nLeeds, Tuesday 6 Oct 2020 (Wire) – A director whom ministers had wanted to leave, and "
            f"who would not, went.{BODY}",
            "2020-10-06",
        ),
        (f"Report to ministers\nMay 2020            OFFICIAL\n\nSummary{BODY}", "2020-05"),
        (f"The Gazette\n\nFriday 3rd May\n\nA director leaves{BODY}", "2019-05-03"),
        (f"The Gazette\n\n9th May\n\nA director leaves{BODY}She left on 3 May 2019.", "2019-05-09"),
    ],
)
def test_the_words_that_tell_the_date_are_found(text: str, edtf: str | None) -> None:
    assert published(text)[0] == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The Gazette\n\n9th September\n\nA director leaves" + BODY, "2019-03/.."),
        (f"A post | Deadline: noon, Monday 1 June 2020{BODY}", "2020-06-01/.."),
        (f"A council{BODY}Retrieved 6 May 2020.", "2020-05-06/.."),
        (f"A company\nIncorporated on        6 May 2020{BODY}", "2020-05-06/.."),
        (f"A conference\nThe Spa · 30 April and 1 May 2020{BODY}It ended in May 2021.", "2021-05/.."),
        (f"A list{BODY}6. Letter to parents, published 6 May 2020.\nIt ended in May 2021.", "2021-05/.."),
        (f"A council{BODY}The notice was revised on 6 May 2020.\nIt ended in May 2021.", "2021-05/.."),
        (f"1. Minutes of the last meeting held on 6 May 2020 were agreed{BODY}It ended in May 2021.", "2021-05/.."),
        (f"Our board{BODY}Ann Archer (Finance) appointed 6 May 2020", "2020-05-06/.."),
        (
            f"A council{BODY}The town’s services were poor, as was told in the report that was\n"
            "published on 6 May 2020. It ended in May 2021.",
            "2021-05/..",
        ),
    ],
)
def test_dates_of_other_things_are_not_that_of_publication(text: str, edtf: str) -> None:
    assert published(text)[0] == edtf


def test_a_header_that_tells_the_day_of_fetching_is_the_last_that_can_be() -> None:
    edtf, basis = published(f"15 C\nMonday, June 27, 2022\n\nA director leaves{BODY}")
    assert bounds(edtf).latest == date(2022, 6, 27)
    assert "fetching" in basis


def test_between_the_latest_date_told_and_the_day_of_fetching_a_month_is_the_last_such_month() -> None:
    text = f"15 C\nMonday, June 27, 2022\n\nA home closed in July 2021. The director resigned in October.{BODY}"
    edtf, _ = published(text)
    assert edtf == "2021-07/2022-06-27"
    assert [each.edtf for each in date_mentions(text, edtf) if each.text == "October"] == ["2021-10"]


def test_a_comment_soon_after_bears_out_the_header() -> None:
    comment = "1 Comment\n\nbob\nJune 28, 2022 at 8:04 am\nGood luck to her\n"
    assert published(f"15 C\nMonday, June 27, 2022\n\nA director leaves{BODY * 2}{comment}")[0] == "2022-06-27"


def test_a_comment_is_an_upper_bound_told_to_the_month() -> None:
    edtf, basis = published(
        f"A director leaves{BODY * 2}One Response to A director leaves\n\nbob September 23, 2021 at 9:55 am #\n"
    )
    assert edtf == "2021-09"
    assert "published by then" in basis


def test_a_page_without_a_date_is_at_least_as_young_as_what_it_tells() -> None:
    assert published(f"A director leaves{BODY}She will stay until May 2020.") == (
        "2019-03/..",
        "the latest date that it tells, 2019-03: published then or later",
    )


def test_a_late_inspection_may_be_published_in_the_next_year() -> None:
    assert (
        published(f"A council\n\nInspection dates: 5 to 16 November 2018{BODY}© Crown copyright 2018")[0]
        == "2018-11-16/.."
    )


def test_the_days_of_a_visit_are_not_the_day_of_publication() -> None:
    edtf, _ = published(
        f"11 July 2022\n\nInspection of a council\n\nInspection date: 11 – 22 July 2022{BODY}© Crown copyright 2022"
    )
    assert edtf == "2022"


def test_the_pages_own_data_goes_before_its_header_and_after_its_label() -> None:
    hints = Hints(date="2020-03-27", date_field="article:published_time")
    assert published(f"A PAPER\n1 May 2023\nA director leaves{BODY}", hints) == (
        "2020-03-27",
        "the page’s own data (article:published_time)",
    )
    assert published(f"News{BODY}Published: 04/07/2019\n", hints)[0] == "2019-07-04"


def test_an_address_can_tell_the_month() -> None:
    assert published(f"A page{BODY}", Hints(url="https://paper.example/2021/09/director-leaves/"))[0] == "2021-09"
