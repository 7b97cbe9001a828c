"""Trusts told in the many ways of the language, by phenomenon, with what must yield nothing."""

import pytest

from ingest.extraction import trusts
from tests.ingest.extraction.reading import told

Told = tuple[str | None, str, str | None]
C = "Bexmoor Children First"
BRIDGING: list[tuple[str, Told]] = [
    (f"{C} has a new chair. It was set up in April 2017.", (C, "established", "2017-04")),
    (f"{C} has a new chair. The company began work on 3 May 2016.", (C, "established", "2016-05-03")),
    ("Bexmoor will have a company. It will be called Bexmoor Children First.", (C, "planned", None)),
    (f"{C} is in debt. Its services will return to the council on 1 May 2023.", (C, "ended", "2023-05-01")),
    (
        "Kindle Bexmoor, the company that has run children's services since May 2019, is in debt.",
        ("Kindle Bexmoor", "established", "2019-05"),
    ),
]
MOVES: list[tuple[str, Told]] = [
    (f"Bexmoor Council handed its children's services to {C} in June 2018.", (C, "established", "2018-06")),
    (f"Responsibility passed to {C} on 1 July 2020.", (C, "established", "2020-07-01")),
    (f"{C} took over services from the council in May 2021.", (C, "established", "2021-05")),
    (f"{C} went live in December 2018.", (C, "established", "2018-12")),
    (f"{C} has worked for Bexmoor Council since 2014.", (C, "established", "2014")),
    (f"{C} will be fully operational on 1 April 2024.", (C, "planned", "2024-04-01")),
    (f"{C} was dissolved in March 2021.", (C, "ended", "2021-03")),
    (f"Bexmoor Council brought services back in-house from {C}, the trust, in 2021.", (C, "ended", "2021")),
    (
        "Bexmoor Council's services were taken over by a trust, Achieving Bexmoor, in 2019.",
        ("Achieving Bexmoor", "established", "2019"),
    ),
    (f"Since 2 May 2018 {C} has been responsible for social work in Bexmoor.", (C, "established", "2018-05-02")),
]
NOUNS: list[tuple[str, Told]] = [
    (f"The launch of {C} in May 2019 changed things.", (C, "established", "2019-05")),
    (f"Since the creation of {C} on 2 April 2018 staff have stayed.", (C, "established", "2018-04-02")),
    (f"{C} was good. The trust’s closure in March 2021 was a shock.", (C, "ended", "2021-03")),
    (f"Staff came back on the dissolution of {C} in June 2021.", (C, "ended", "2021-06")),
    (f"{C}’s birth in October 2016 was hard.", (C, "established", "2016-10")),
]
BODIES: list[tuple[str, Told]] = [
    (f"{C} is a company wholly owned by Bexmoor Council.", (C, "operating", None)),
    (f"{C}, which serves Bexmoor and Harrowby, has a new chair.", (C, "operating", None)),
    (f"{C} has operated since April 2014.", (C, "established", "2014-04")),
    (f"{C} came into being in May 2016.", (C, "established", "2016-05")),
    (f"{C} was born on 3 April 2017.", (C, "established", "2017-04-03")),
    (
        "Bexmoor Children’s Trust assumed responsibility for child protection in May 2015.",
        ("Bexmoor Children’s Trust", "established", "2015-05"),
    ),
    (f"{C} formally replaced the council’s department in May 2019.", (C, "established", "2019-05")),
    (f"{C} ceased trading in June 2020.", (C, "ended", "2020-06")),
    (f"Bexmoor Council took back its services from {C} in March 2021.", (C, "ended", "2021-03")),
]
UNREAL = [
    "Unions called for the closure of Bexmoor Children First in May 2021.",
    "The launch of Bexmoor Children First was never planned.",
    "The launch of a website in May 2019 pleased the trust in Bexmoor.",
    "Bexmoor Council denied that a trust would be set up.",
    f"Unions hope that {C} will never be set up.",
    "Ministers could hand the services to a trust.",
    "The councillor called for a trust to run services at Bexmoor Council.",
    "If a company were set up, Bexmoor Council would own it.",
    "No trust was set up in Bexmoor.",
    "A trust could bring services back in-house, Bexmoor Council said.",
    "The road was taken over by lorries, a trust in Bexmoor said.",
]


@pytest.mark.parametrize(("text", "fact"), [*BRIDGING, *MOVES, *NOUNS, *BODIES])
def test_a_trust_whatever_the_words(text: str, fact: Told) -> None:
    assert fact in told(trusts.offers, text, "name", "status", "date")


@pytest.mark.parametrize("text", UNREAL)
def test_denials_hopes_calls_and_conditions_are_no_trust(text: str) -> None:
    assert told(trusts.offers, text, "name", "status") == []


def test_the_place_in_the_name_is_the_council_served() -> None:
    text = "Bexmoor Children First went live in 2018. Harrowby Council was unmoved."
    assert told(trusts.offers, text, "councils") == [(("Bexmoor",),)]


def test_a_company_is_the_council_s_that_owns_it() -> None:
    text = "Leeds Council met. Hull's company, Brighter Futures for Children, went live in 2018."
    assert told(trusts.offers, text, "councils") == [(("Hull",),)]
