"""Which posts a text names, under which label, and what is no post."""

import pytest

from ingest.extraction.lexicon import KEY, ROLE
from ingest.extraction.posts import posts
from tests.ingest.extraction.tenures_read import context_of, found_in
from training.corpus import own

TEXTS = [each.document.text for each in own()][::10]
DCS = "director of children's services"


def roles_in(text: str) -> list[str]:
    return [each.role for each in posts(context_of(text))]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Rotherham's children's chief, Tanvi Rao, will leave in May.", DCS),
        ("The county's children's director, Meena Rao, told Surrey County Council.", DCS),
        ("Ann Cann, Managing Director, Children's Services (DCS), Bury Council", DCS),
        ("Ann Cann, clinical director at Bury Council, spoke.", "clinical director"),
        ("The director of nursing, Ann Cann, spoke.", "director of nursing"),
        ("Ann Cann, manager of the fostering team, spoke.", "manager of the fostering team"),
        ("Ann Cann, head of the legal department, spoke.", "head of the legal department"),
        ("The lead officer for SEND, Ann Cann, spoke.", "lead officer for send"),
        ("Ann Cann is service manager for fostering at Bury Council.", "service manager for fostering"),
        ("Its last manager was Ann Cann.", "manager"),
        ("Union convenor Pat Dunne said staff were tired.", "convenor"),
        ("Ann Cann, residential worker at Bury Council, spoke.", "residential worker"),
        ("Ann Cann remains Lead Commissioner for Placements.", "lead commissioner for placements"),
        ("Team leader Ann Moss spoke.", "team leader"),
        ("Det Supt Rosie Bell of Kent Police spoke.", "detective superintendent"),
        ("Ann Cann holds the children's brief at Bury Council.", "cabinet member for children"),
        ("The portfolio holder, Cllr Ann Cann of Bury Council, agreed.", "cabinet member for children"),
        ("Bury Council's member for children and learning, Ann Cann, agreed.", "cabinet member for children"),
        ("The deputy director for children and education, Ann Cann.", "deputy director for children and education"),
        ("Ann Cann, head of corporate parenting at Bury Council, spoke.", "head of corporate parenting"),
        ("Ann Cann, Head of Children in Need, spoke.", "head of children in need"),
        ("Ann Cann, head of Moss Lane Primary in Bury, spoke.", "head teacher"),
        ("Ann Cann is the trust's boss.", "chief executive of trust"),
        ("The chair of trustees, Ann Cann, spoke.", "chair of trustees"),
        ("Ann Cann, Labour leader of the borough, spoke.", "leader of the council"),
        ("Ann Cann, the Conservative leader of the county council, spoke.", "leader of the council"),
        ("Sir Ben Ashdown\nIndependent Scrutineer", "independent scrutineer"),
        ("Admissions Manager ............................ Ann Cann", "admissions manager"),
        ("Responsible individual: Ann Cann", "responsible individual"),
        ("The medical adviser, Dr Ann Cann, spoke.", "medical adviser"),
        ("Ann Cann, head of regulated services for Bury, spoke.", "head of regulated services"),
        ("The trust's chief operating officer, Ann Cann, spoke.", "chief operating officer"),
        ("Chief exec Ann Cann of Bury Council spoke.", "chief executive"),
        ("The Deputy Chief Inspector, Ann Cann, spoke.", "deputy chief inspector"),
        ("Cabinet Member (Children): Cllr Ann Cann", "cabinet member for children"),
        ("Cllr Ann Cann, in charge of children's services in the cabinet, spoke.", "cabinet member for children"),
        ("Ann Cann is chair of the families and schools committee.", "chair of the families and schools committee"),
        ("Ann Cann - Executive Director (Children's Services)", DCS),
        ("Ann Cann, the parliamentary under-secretary of state for children, spoke.", "children's minister"),
        ("Education minister Ann Cann spoke.", "education minister"),
        ("Ann Cann, Ofsted's regional director for the East of England, spoke.", "regional director"),
        ("Ann Cann is at the moment chief operating officer of the firm.", "chief operating officer"),
        ("Ann Cann, shadow chief executive of the new council, spoke.", "chief executive"),
        ("Ann Cann was assistant commissioner in Hull.", "assistant commissioner"),
        ("Her finance chief, Ann Cann, left.", "finance chief"),
        ("Ann Cann was director of social services in 1988.", "director of social services"),
        ("Ann Cann was a director in Durham.", "director"),
    ],
)
def test_a_post_has_its_canonical_label_or_its_own_words(text: str, role: str) -> None:
    assert role in roles_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "The leader of the pack slept.",
        "Ann Cann, opposition leader of the council, spoke.",
        "Ann Cann, Labour group leader of the council, spoke.",
        "Ann Cann, shadow minister for children, spoke.",
        "Ann Cann, the shadow education secretary, spoke.",
        "Ann Cann, Labour's shadow cabinet member for children, spoke.",
        "The church leader slept.",
        "Managers were busy, and social workers too.",
        "The head of a child in care was hurt.",
        "Poor records lead to delay for Ann Cann.",
        "A social worker met Ann Cann.",
        "Ann Cann shook her head at Moss Lane.",
        "Ann Cann put trust in her boss.",
        "The local government minister, Ann Cann, spoke.",
        "The trust's chief aim, Ann Cann said, is care.",
        "It is up to each individual, Ann Cann said.",
        "A visitor met Ann Cann.",
        "Staff in charge of the door met Ann Cann.",
    ],
)
def test_a_noun_that_is_no_post_is_none(text: str) -> None:
    assert roles_in(text) == []


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        (
            "Ann Cann, principal social worker at Bury Council, spoke.",
            {("Ann Cann", "principal social worker", "bury")},
        ),
        ("Bury Council's business manager, Ann Cann, spoke.", {("Ann Cann", "business manager", "bury")}),
        (
            "Joint director of children's services for Bury and Salford councils, Ian Dodd, has quit.",
            {("Ian Dodd", DCS, "bury"), ("Ian Dodd", DCS, "salford")},
        ),
        (
            "Ann Cann, chief executive and director of children's services at Bury Council, spoke.",
            {("Ann Cann", "chief executive", "bury"), ("Ann Cann", DCS, "bury")},
        ),
        ("Former Bury Council finance director Ann Cann spoke.", {("Ann Cann", "finance director", "bury")}),
    ],
)
def test_titles_join_their_holders(text: str, holders: set[tuple[str, str, str]]) -> None:
    assert {key[:3] for key in found_in(text)} == holders


def test_no_post_stands_in_a_line_that_is_left_unread_or_over_two_lines() -> None:
    found = [match.group() for text in TEXTS for match in ROLE.finditer(text)]
    assert len(found) > len(TEXTS)
    assert [words for words in found if not KEY.search(words) or "\n" in words.strip()] == []
