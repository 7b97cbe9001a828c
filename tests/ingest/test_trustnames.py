"""Trusts and council companies are known by the form of their names, or by what the text calls them."""

import pytest

from ingest.trustnames import place_of, trusts

NAMED = [
    ("Bexmoor Children’s Trust opened in 2018.", "Bexmoor Children’s Trust"),
    ("The Bexmoor Young People's Trust runs the homes.", "Bexmoor Young People's Trust"),
    ("Bexmoor Children First has a new chair.", "Bexmoor Children First"),
    ("She runs Brighter Futures for Children, in Bexmoor.", "Brighter Futures for Children"),
    ("Together for Children said no.", "Together for Children"),
    ("Kindle Bexmoor, the company that has provided social care since April, is in debt.", "Kindle Bexmoor"),
    ("Staff moved to a company called Kindle Bexmoor in April.", "Kindle Bexmoor"),
    ("The result, Bexmoor Together, began work last year.", "Bexmoor Together"),
    ("Children First Bexmoor was set up.", "Children First Bexmoor"),
    ("Bexmoor has a new employer. Thrive Bexmoor came into being on Friday.", "Thrive Bexmoor"),
    ("The contract is with Bexmoor Children Together Ltd.", "Bexmoor Children Together"),
    ("Achieving Bexmoor CIC runs the homes.", "Achieving Bexmoor"),
    ("A company owned by the council, called Bexmoor Lives, will open.", "Bexmoor Lives"),
    ("Ann Rowe is chair of Bexmoor Futures.", "Bexmoor Futures"),
    ("For years they worked for Achieve Bexmoor, a company set up in 2018.", "Achieve Bexmoor"),
]
NO_TRUST = [
    "Marlow Calls Time on Its Children's Trust",
    "Bexmoor NHS Trust runs the hospital.",
    "The Cabinet Member for Children spoke.",
    "A Children’s Trust would be costly.",
    "Services for Children are poor.",
    "Action for Children, the charity that runs homes, agreed.",
    "Ann Rowe, the company’s chair, was pleased.",
    "Children first, she says.",
    "The Director for Families left.",
    "Achieving Limited success, they left.",
    "Ann Rowe is chair of London Councils.",
    "The chief executive of First Buses spoke.",
    "Believe Ruth, she says. Thrive Fitness is a gym.",
]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_a_trust_is_found_by_its_name_or_definition(text: str, name: str) -> None:
    assert {each.name for each in trusts(text)} == {name}


@pytest.mark.parametrize("text", NO_TRUST)
def test_what_is_no_trust(text: str) -> None:
    assert trusts(text) == []


def test_short_forms_lead_to_the_whole_name() -> None:
    text = "Bexmoor Children First took over. Staff of Children First, or BCF, agreed. BCF is new."
    assert [each.name for each in trusts(text) if each.text == "BCF"] == ["Bexmoor Children First"] * 2
    assert {each.name for each in trusts(text) if each.text == "Children First"} == {"Bexmoor Children First"}


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Bexmoor Children's Services Trust", "Bexmoor"),
        ("Children First Bexmoor", "Bexmoor"),
        ("Together for Children", ""),
        ("West Berrow Young People’s Trust", "West Berrow"),
    ],
)
def test_the_place_in_a_trusts_name(name: str, place: str) -> None:
    assert place_of(name) == place
