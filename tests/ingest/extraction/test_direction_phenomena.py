"""What ministers impose, told in the many ways of the language, by phenomenon, with what must yield nothing."""

import pytest

from tests.ingest.extraction.reading import directed, told

Told = tuple[str, str, str | None]
DISTRIBUTIVE: list[tuple[str, list[Told]]] = [
    (
        "Statutory directions were given to Leeds on 3 May, to Hull on 9 May and to Bury on 11 May.",
        [
            ("Bury", "statutory_direction", "2022-05-11"),
            ("Hull", "statutory_direction", "2022-05-09"),
            ("Leeds", "statutory_direction", "2022-05-03"),
        ],
    ),
    (
        "Improvement notices were issued to Bury, Leeds and Hull in 2014.",
        [(each, "improvement_notice", "2014") for each in ("Bury", "Hull", "Leeds")],
    ),
    (
        "Commissioners were appointed in Bury, Leeds and Hull in 2014.",
        [(each, "commissioner_appointment", "2014") for each in ("Bury", "Hull", "Leeds")],
    ),
    (
        "Improvement notices were served on Bexmoor and Hull in May 2015.",
        [(each, "improvement_notice", "2015-05") for each in ("Bexmoor", "Hull")],
    ),
    (
        "The minister issued improvement notices to Hull in May 2012, June 2013 and July 2014.",
        [("Hull", "improvement_notice", each) for each in ("2012-05", "2013-06", "2014-07")],
    ),
]
ONE: list[tuple[str, Told]] = [
    (
        "An improvement notice was issued to Bexmoor Council. Dated 7 March 2020, it has ten pages.",
        ("Bexmoor Council", "improvement_notice", "2020-03-07"),
    ),
    (
        "The minister gave Bexmoor Council a statutory direction. It was signed on 17 October 2016.",
        ("Bexmoor Council", "statutory_direction", "2016-10-17"),
    ),
    ("Hull is to hear whether its own direction, of 2018, will be lifted.", ("Hull", "statutory_direction", "2018")),
    ("Bexmoor Council was placed under a direction in 2015.", ("Bexmoor Council", "statutory_direction", "2015")),
    ("The government has lifted its direction to Bexmoor Council.", ("Bexmoor Council", "statutory_direction", None)),
    (
        "The minister's notice to Bexmoor Council came on 28 April 2020.",
        ("Bexmoor Council", "improvement_notice", "2020-04-28"),
    ),
    (
        "The Education Secretary, Ann Rowe, decided in July 2019 that a trust should run Bexmoor Council's services.",
        ("Bexmoor Council", "trust_direction", "2019-07"),
    ),
    (
        "A report on Bexmoor Council recommended a trust. The minister accepted the recommendation in May 2019.",
        ("Bexmoor Council", "trust_direction", "2019-05"),
    ),
    (
        "In July 2017 the minister issued a direction to Bexmoor Council. It had to work with a commissioner, Al Rowe.",
        ("Bexmoor Council", "commissioner_appointment", "2017-07"),
    ),
    (
        "Ann Rowe, a former director at Leeds, was appointed commissioner for Bexmoor Council in June 2019.",
        ("Bexmoor Council", "commissioner_appointment", "2019-06"),
    ),
]
BROUGHT_IN: list[tuple[str, Told]] = [
    (
        "The DfE installed an adviser, Al Rowe, at Bexmoor Council in 2019.",
        ("Bexmoor Council", "adviser_appointment", "2019"),
    ),
    (
        "The DfE has lent Bexmoor Council an improvement adviser, Al Rowe.",
        ("Bexmoor Council", "adviser_appointment", None),
    ),
    (
        "Ministers stepped in at Bexmoor Council in May 2018, appointing Al Rowe as commissioner.",
        ("Bexmoor Council", "commissioner_appointment", "2018-05"),
    ),
    (
        "Bexmoor Council has been subject to a direction since 1 October 2015.",
        ("Bexmoor Council", "statutory_direction", "2015-10-01"),
    ),
    (
        "The Government stripped Bexmoor Council of its children's services in May 2018.",
        ("Bexmoor Council", "trust_direction", "2018-05"),
    ),
    (
        "Bexmoor Council was stripped of its failing children's services in May 2018.",
        ("Bexmoor Council", "trust_direction", "2018-05"),
    ),
]
NOMINALISED: list[tuple[str, Told]] = [
    (
        "The issue of an improvement notice to Bexmoor Council in May 2018 shocked staff.",
        ("Bexmoor Council", "improvement_notice", "2018-05"),
    ),
    (
        "Since the imposition of a statutory direction on Bexmoor Council in May 2018, staff have left.",
        ("Bexmoor Council", "statutory_direction", "2018-05"),
    ),
    (
        "The appointment of a commissioner to Bexmoor Council in May 2018 came too late.",
        ("Bexmoor Council", "commissioner_appointment", "2018-05"),
    ),
    (
        "The arrival at Bexmoor Council of an improvement notice in May 2018 was a shock.",
        ("Bexmoor Council", "improvement_notice", "2018-05"),
    ),
]
NOMINALISED_TRAPS = [
    "The threat of a direction hung over Bexmoor Council.",
    "Talk of a commissioner at Bexmoor Council is premature.",
    "MPs debated the appointment of a commissioner to Bexmoor Council in May 2018.",
    "The council leader feared the imposition of a trust on Bexmoor Council.",
]
UNREAL = [
    "Bexmoor Council was never stripped of its children's services.",
    "Ministers could strip Bexmoor Council of its children's services.",
    "Al Rowe stripped Bexmoor Council's children's services of waste.",
    "Bexmoor Council has never been put under direction.",
    "Commissioners are for councils under direction, and Bexmoor Council is not one.",
    "What ministers normally do is to issue a direction and send in a commissioner, Bexmoor Council said.",
    "If it fails again, Bexmoor Council will be given an improvement notice.",
    "The minister ruled out a direction to Bexmoor Council.",
    "Bexmoor Council expects an improvement notice.",
    "An MP urged ministers to appoint a commissioner at Bexmoor Council.",
    "Ann Rowe was told that a trust can't work at Bexmoor Council.",
]


@pytest.mark.parametrize(("text", "facts"), DISTRIBUTIVE)
def test_one_sentence_of_several_councils_or_dates(text: str, facts: list[Told]) -> None:
    assert told(directed, text, "org", "kind", "date") == facts


@pytest.mark.parametrize(("text", "fact"), [*ONE, *BROUGHT_IN, *NOMINALISED])
def test_one_instrument_whatever_the_words(text: str, fact: Told) -> None:
    assert fact in told(directed, text, "org", "kind", "date")


@pytest.mark.parametrize("text", [*UNREAL, *NOMINALISED_TRAPS])
def test_denials_calls_conditions_and_generalities_are_no_instrument(text: str) -> None:
    assert told(directed, text, "org", "kind") == []
