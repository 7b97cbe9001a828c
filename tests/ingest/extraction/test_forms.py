"""A form's place for a name is enough: addressees and inspection teams, whatever the names look like."""

import pytest

from ingest.extraction import tenures
from ingest.extraction.context import read_context
from ingest.extraction.forms import address, team
from tests.ingest.extraction.reading import document, told

DCS = "director of children's services"


def letter(*block: str, salutation: str = "Dear Ms Zzyzx") -> str:
    lines = "\n".join(block)
    return (
        f"Ofsted\nPiccadilly Gate\nManchester\nM1 2WD\n\nT 0300 000 0000\nwww.example.org\n\n8 May 2019\n\n{lines}\n\n"
        f"{salutation}\n\nFocused visit to Hartlepool children’s services\n\nThis letter contains what we found on "
        "2 April 2019. The inspectors were Mary Pole, Her Majesty’s Inspector, and John Stag, HMI.\n"
    )


@pytest.mark.parametrize(
    ("block", "person", "role", "interim"),
    [
        (("Ms Ann Rowe", "Director of Children’s Services", "Hartlepool Borough Council"), "Ann Rowe", DCS, False),
        (
            ("Quilla Ompath", "Director of Children’s Services", "Hartlepool Borough Council"),
            "Quilla Ompath",
            DCS,
            False,
        ),
        (("Quilla Ompath OBE", "Interim Director of Children’s Services", "Civic Centre"), "Quilla Ompath", DCS, True),
        (("Ann Rowe,", "Director of Children & Community Work", "Town Hall"), "Ann Rowe", DCS, False),
        (
            ("Mil Ompath", "Strategic Director, People", "Hartlepool Borough Council"),
            "Mil Ompath",
            "strategic director, people",
            False,
        ),
    ],
)
def test_the_addressee_holds_the_post_beneath_the_name(
    block: tuple[str, ...], person: str, role: str, interim: bool
) -> None:
    found = told(tenures.offers, letter(*block), "person", "role", "interim", "as_of", published="2019-05-08")
    assert (person, role, interim, "2019-05-08") in found
    assert [each for each in found if each[1] != "inspector"] == [(person, role, interim, "2019-05-08")]


def test_an_addressee_without_a_post_gets_none() -> None:
    found = told(tenures.offers, letter("Quilla Ompath", "Town Hall", "Library Street", "Hartlepool"), "person", "role")
    assert {role for _, role in found} == {"inspector"}


def test_a_page_without_a_salutation_has_no_address() -> None:
    assert address(read_context(document("8 May 2019\n\nAnn Rowe\nDirector of Children’s Services\n"))) == []


@pytest.mark.parametrize(
    "words",
    [
        "The inspectors were Mary Pole, Her Majesty’s Inspector, and Quilla Ompath, Senior Her Majesty’s Inspector.",
        "Lead inspector: Mary Pole HMI\n\nTeam inspectors: Quilla Ompath AI\n\nQuality assurance manager: Jo Dee",
        "Inspectors for this visit were: Mary Pole HMI and Quilla Ompath (designate).",
        "The visit was carried out by Mary Pole and Quilla Ompath, both of whom are His Majesty’s Inspectors (HMI).",
        "Lead inspector: Mary Pole\nHer Majesty’s Inspector\n\nDeputy lead inspector: Quilla Ompath",
        "The visit was carried out by two of Her Majesty’s Inspectors, Mary Pole and Quilla Ompath.",
        "The inspectors were: Mary Pole HMI (lead) and Quilla Ompath HMI.",
        "The visit was carried out by Her Majesty’s Inspectors Mary Pole and Quilla Ompath.",
        "Inspectors were Mary Pole and Quilla Ompath. Xan Fitt, HMI (Designate), shadowed the visit.",
    ],
)
def test_the_team_is_read_from_every_form_of_list(words: str) -> None:
    names = [each.name for each in team(read_context(document(f"Hartlepool Borough Council\n\n{words}\n")))]
    assert names == ["Mary Pole", "Quilla Ompath"]


@pytest.mark.parametrize(
    "words",
    [
        "The inspectors were pleased with the progress that managers had made.",
        "Lead inspector: to be confirmed",
        "Inspectors were told that Mary Pole had left.",
    ],
)
def test_inspectors_in_passing_are_no_team(words: str) -> None:
    assert team(read_context(document(words))) == ()
