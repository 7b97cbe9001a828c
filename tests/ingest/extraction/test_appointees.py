"""Those whom ministers appoint are in post since the day of their appointment, where no other is told."""

import pytest

from graph.model import DirectionStatement, InspectionStatement, TenureStatement
from ingest.extraction import extract
from tests.ingest.extraction.reading import document

COUNCIL = "Gateshead Council was rated inadequate by Ofsted in March 2021.\n\n"
TIMELINE = (
    "Gateshead Council: what happened\n\n4 March 2017: Ofsted inspectors judge Gateshead Council inadequate.\n"
    "23 June 2017: Children's minister Tim Ash appoints Corinna Wether as commissioner, in a statutory direction.\n"
    "10 July 2017: Al Roe joins Gateshead Council as director of children's services.\n"
)


def starts(text: str, person: str) -> set[str | None]:
    told = [each.statement for each in extract(document(text, "2022-05-20"))]
    return {each.start for each in told if isinstance(each, TenureStatement) and each.person == person}


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("On 4 May 2021 the minister appointed Sir Al Roe as commissioner to Gateshead Council.", "2021-05-04"),
        ("Ministers sent a commissioner, Al Roe, to Gateshead Council in May 2021.", "2021-05"),
        ("The Department for Education appointed an adviser, Al Roe, to the council in June 2021.", "2021-06"),
    ],
)
def test_an_appointment_dates_the_post(text: str, start: str) -> None:
    assert start in starts(COUNCIL + text, "Al Roe")


@pytest.mark.parametrize(
    "text",
    [
        "Sir Al Roe, the commissioner at Gateshead Council, said so in May 2021.",
        "In May 2021 ministers appointed Ann Lee as commissioner. Sir Al Roe had been commissioner before.",
        "Sir Al Roe, the commissioner at Gateshead Council, denied that he had been appointed in May 2021.",
    ],
)
def test_what_is_no_appointment_dates_no_post(text: str) -> None:
    assert starts(COUNCIL + text, "Al Roe") <= {None}


def test_a_timeline_dates_what_ministers_do_in_it_and_not_the_ministers_post() -> None:
    told = [each.statement for each in extract(document(TIMELINE, "2018-05-20"))]
    directions = {(each.kind, each.date) for each in told if isinstance(each, DirectionStatement)}
    assert directions == {("statutory_direction", "2017-06-23"), ("commissioner_appointment", "2017-06-23")}
    assert "2017-06-23" in starts(TIMELINE, "Corinna Wether")
    assert starts(TIMELINE, "Tim Ash") <= {None}
    assert {each.date for each in told if isinstance(each, InspectionStatement)} == {"2017-03-04"}
