"""Trusts and companies that run, will run or ran a council's services."""

import pytest

from ingest.extraction import trusts
from tests.ingest.extraction.reading import told

FIELDS = ("name", "councils", "status", "date")
NAME = "Hartlepool Children’s Trust"
SERVED = ("Hartlepool Council",)
SINGLE = [
    ("Hartlepool Children’s Trust was set up in October 2015 for Hartlepool Council.", "established", "2015-10"),
    (
        "Services were transferred to Hartlepool Children’s Trust by Hartlepool Council on 1 April 2018.",
        "established",
        "2018-04-01",
    ),
    (
        "Hartlepool Children’s Trust began trading on 3 October 2016. Hartlepool Council owns it.",
        "established",
        "2016-10-03",
    ),
    ("Hartlepool Children’s Trust runs services for Hartlepool Council.", "operating", None),
    ("Hartlepool Children’s Trust will be set up for Hartlepool Council on 1 April 2024.", "planned", "2024-04-01"),
    ("Hartlepool Children’s Trust was wound up by Hartlepool Council in March 2021.", "ended", "2021-03"),
]
NOTHING = [
    "Hartlepool NHS Foundation Trust runs services for Hartlepool Council.",
    "Staff at Hartlepool Council trust their managers, who run services well.",
    "Hartlepool Council denied that a trust was set up in 2019.",
    "Unions asked Hartlepool Council whether a trust would run services.",
]


@pytest.mark.parametrize(("text", "status", "date"), SINGLE)
def test_a_trust_and_what_became_of_it(text: str, status: str, date: str | None) -> None:
    assert told(trusts.offers, text, *FIELDS) == [(NAME, SERVED, status, date)]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_trust(text: str) -> None:
    assert told(trusts.offers, text, *FIELDS) == []


def test_a_trust_without_a_name_that_is_planned() -> None:
    text = "Hartlepool Council’s services are to be placed into a trust."
    assert told(trusts.offers, text, *FIELDS) == [(None, SERVED, "planned", None)]


def test_a_trust_that_replaces_another() -> None:
    text = "Hartlepool Children First took over from Hartlepool Children’s Trust on 1 April 2021."
    assert (NAME, "ended", "2021-04-01") in told(trusts.offers, text, "name", "status", "date")


def test_one_trust_serves_several_councils() -> None:
    text = "Achieving for Children runs children's services for Richmond, Kingston, and Windsor and Maidenhead."
    (councils,) = told(trusts.offers, text, "councils")
    assert len(councils[0]) == 3
