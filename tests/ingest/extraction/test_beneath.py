"""A line beneath a name and its post tells since when its holder is in post; other lines do not."""

import pytest

from ingest.extraction import tenures
from tests.ingest.extraction.reading import told

HEAD = "Marlow Children's Trust\n\nWho we are\n\n"
SINCE = [
    (f"{HEAD}Chief executive: Ann Lee\nJoined January 2016 from Hull", "2016-01"),
    (f"{HEAD}Ann Lee, Chief Executive\nIn post since 4 May 2015", "2015-05-04"),
    (f"{HEAD}Chief executive - Ann Lee\nAppointed: March 2014", "2014-03"),
]
NOT_SINCE = [
    f"{HEAD}Chief executive: Ann Lee\nShe married in 2016.",
    f"{HEAD}Chief executive: Ann Lee\n\nJoined in January 2016: a cat",
]


@pytest.mark.parametrize(("text", "start"), SINCE)
def test_a_line_beneath_tells_since_when(text: str, start: str) -> None:
    assert set(told(tenures.offers, text, "person", "start")) == {("Ann Lee", start)}


@pytest.mark.parametrize("text", NOT_SINCE)
def test_another_line_does_not(text: str) -> None:
    assert set(told(tenures.offers, text, "person", "start")) == {("Ann Lee", None)}


def test_lead_members_are_those_for_children() -> None:
    text = "Marlow Borough Council\n\nLead members\n\n2005-07   Cllr Norman Tetley\n2007-10   Cllr Bea Crabtree\n"
    assert told(tenures.offers, text, "person", "role", "start", "end") == [
        ("Bea Crabtree", "cabinet member for children", "2007", "2010"),
        ("Norman Tetley", "cabinet member for children", "2005", "2007"),
    ]


def test_a_list_by_years_tells_days_and_how_each_went() -> None:
    text = (
        "Directors of children's services at Marlow Borough Council\n\n"
        "1 Oct 2005   Ann Lee (retired Dec. 2008)\n5 Jan 2009   Carl Dale. Resigned 21 May 2010, after a report\n"
        "1 Mar 2011   Stella Varley. To Leeds as deputy, Sept. 2015\n"
    )
    assert told(tenures.offers, text, "person", "start", "end") == [
        ("Ann Lee", "2005-10-01", "2008-12"),
        ("Carl Dale", "2009-01-05", "2010-05-21"),
        ("Stella Varley", "2011-03-01", "2015-09"),
        ("Stella Varley", "2015-09", None),  # as deputy at Leeds
        ("Stella Varley", None, None),
    ]
