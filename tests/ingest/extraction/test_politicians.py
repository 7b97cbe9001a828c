"""A councillor is no officer of a council, whatever words refer to a post."""

import pytest

from ingest.extraction import tenures
from ingest.extraction.politicians import calling
from tests.ingest.extraction.reading import told

DIRECTOR = "Ann Rowe is director of children's services at Bury Council. "
ROWE = ("Ann Rowe", "director of children's services", "Bury Council")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cllr Bo Dale, who does that job in Leeds, spoke.", [("Bo Dale", "cabinet member for children", "Leeds")]),
        ("Bo Dale, who does that job in Leeds, spoke.", [("Bo Dale", "director of children's services", "Leeds")]),
        ("Coun Bo Dale was elected leader of the council.", [("Bo Dale", "leader of the council", "Bury Council")]),
        ("The chief executive, whose job it is, told Councillor Bo Dale so.", []),
        ("Cllr Bo Dale thanked the director of children's services.", []),
        ("Cllr Bob Rowe, leader of the council, agreed.", [("Bob Rowe", "leader of the council", "Bury Council")]),
    ],
)
def test_what_a_councillor_is(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = set(told(tenures.offers, DIRECTOR + text, "person", "role", "org"))
    assert found == {ROWE, *expected}


def test_a_councillor_s_surname_makes_no_councillor_of_an_officer() -> None:
    text = "Ann Rowe, director of children's services at Bury Council, spoke. Cllr Rowe agreed."
    assert ROWE in told(tenures.offers, text, "person", "role", "org")


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        ("director of children's services", "officer"),
        ("interim chief executive", "officer"),
        ("head of adoption", "officer"),
        ("cabinet member for children", "political"),
        ("deputy leader", "political"),
        ("non-executive director", "other"),
        ("head teacher", "other"),
        ("chair of trust", "other"),
        ("directorate accountant", "other"),
    ],
)
def test_posts_are_for_the_elected_or_for_officers(role: str, kind: str) -> None:
    assert calling(role) == kind
