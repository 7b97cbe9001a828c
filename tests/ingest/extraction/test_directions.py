"""What ministers imposed on a council, when and through whom; and what they only might."""

import pytest

from tests.ingest.extraction.reading import directed, told

FIELDS = ("org", "kind", "date")
COUNCIL = "Hartlepool Council"
SINGLE = [
    (
        "The Department for Education issued an improvement notice to Hartlepool Council in April 2012.",
        "improvement_notice",
        "2012-04",
    ),
    (
        "Hartlepool Council is subject to a statutory direction issued in September 2018.",
        "statutory_direction",
        "2018-09",
    ),
    ("A revised direction was sent to Hartlepool Council on 26 March.", "statutory_direction", "2022-03-26"),
    (
        "The improvement notice, in force since August 2012, hangs over Hartlepool Council.",
        "improvement_notice",
        "2012-08",
    ),
    ("Ann Rowe was appointed commissioner for Hartlepool Council in June 2019.", "commissioner_appointment", "2019-06"),
    (
        "The DfE appointed Ann Rowe as improvement adviser to Hartlepool Council in March.",
        "adviser_appointment",
        "2022-03",
    ),
    (
        "In August 2013, the Secretary of State directed Hartlepool Council to set up a trust.",
        "trust_direction",
        "2013-08",
    ),
]
NOTHING = [
    "Residents called for a commissioner to be appointed at Hartlepool Council.",
    "The Department for Education will probably issue an improvement notice to Hartlepool Council.",
    "An adviser will be appointed by the DfE for Hartlepool Council.",
    "Hartlepool Council is going in a new direction of travel.",
    "The police commissioner was elected in Hartlepool Council’s area in May 2021.",
    "The minister could have issued a direction to Hartlepool Council.",
]


@pytest.mark.parametrize(("text", "kind", "date"), SINGLE)
def test_one_instrument_with_its_date(text: str, kind: str, date: str) -> None:
    assert told(directed, text, *FIELDS) == [(COUNCIL, kind, date)]


@pytest.mark.parametrize("text", NOTHING)
def test_what_was_not_imposed(text: str) -> None:
    assert told(directed, text, *FIELDS) == []


def test_a_direction_that_appoints_is_a_direction_and_an_appointment() -> None:
    text = "The DfE issued a statutory direction to Hartlepool Council last week appointing Ann Rowe as commissioner."
    assert told(directed, text, "kind", "date", "person") == [
        ("commissioner_appointment", "2022-05", "Ann Rowe"),
        ("statutory_direction", "2022-05", None),
    ]


def test_several_notices_of_one_sentence() -> None:
    text = "The Secretary of State issued improvement notices to Hartlepool Council in April 2012 and January 2013."
    assert told(directed, text, "date") == [("2012-04",), ("2013-01",)]


def test_the_day_it_was_lifted_is_not_the_day_it_was_issued() -> None:
    text = "The improvement notice to Hartlepool Council was lifted in May 2015."
    assert told(directed, text, "kind", "date") == [("improvement_notice", None)]


def test_the_minister_who_issued_it_is_named() -> None:
    text = "The education secretary, Ann Rowe, issued a statutory direction to Hartlepool Council in June 2019."
    assert told(directed, text, "issuer") == [("Ann Rowe",)]
