"""Deputies without a title of their own, and what is told by verbs in relative clauses."""

import pytest

from graph.model import TenureStatement
from ingest.extraction import extract, tenures
from ingest.extraction.posts import posts
from tests.ingest.extraction.reading import told
from tests.ingest.extraction.tenures_read import context_of

DCS = "director of children's services"
OPENING = "Bury Council's director of children's services, Sue Platt, published a plan. "
LEADER = "The leader of Bury Council, Sue Platt, published a plan. "


def held(text: str) -> set[tuple[str, ...]]:
    return {tuple(map(str, each)) for each in told(tenures.offers, text, "person", "role")}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (OPENING + "Her deputy, Ann Cann, welcomed it.", f"deputy {DCS}"),
        (OPENING + "Ann Cann, her deputy, welcomed it.", f"deputy {DCS}"),
        (OPENING + "Platt's deputy, Ann Cann, welcomed it.", f"deputy {DCS}"),
        (LEADER + "Her deputy, Ann Cann, welcomed it.", "deputy leader"),
        (OPENING + "Ann Cann had been deputy to the chief executive at Leeds.", "deputy chief executive"),
    ],
)
def test_a_deputy_deputises_for_the_post_spoken_of(text: str, role: str) -> None:
    assert role in {each.role for each in posts(context_of(text))}
    assert ("Ann Cann", role) in held(text)


@pytest.mark.parametrize(
    "text",
    [
        "There is no deputy at Bury Council.",
        "Deputy Ann Cann welcomed it.",
        "Her deputy head is at Moss Lane School in Bury.",
        "The deputy prime minister came to Bury.",
    ],
)
def test_a_deputy_of_something_else_is_no_deputy_director(text: str) -> None:
    assert not {each.role for each in posts(context_of(text)) if each.role.startswith("deputy director")}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ann Cann, who has chaired the improvement board since 2019, welcomed it.", "chair of the improvement board"),
        ("Sir Ann Cann, who presides over the council's improvement board, agreed.", "chair of the improvement board"),
        ("Ann Cann, who directs its children's services, welcomed it.", "director of children's services"),
        ("Canon Ann Cann chairs the Audit and Risk Committee.", "chair of the audit and risk committee"),
        ("Cllr Ann Cann chaired the children's scrutiny panel.", "chair of the children's scrutiny panel"),
        (
            "The improvement board, which Ann Cann has chaired since 2019, welcomed it.",
            "chair of the improvement board",
        ),
        ("An improvement board was set up. Chairing it is Dame Ann Cann.", "chair of the improvement board"),
        ("Ann Cann, who leads the Labour-run authority, welcomed it.", "leader of the council"),
        ("Councillor Ann Cann has led the council since May 2019.", "leader of the council"),
        ("Cllr Ann Cann, who leads the borough, welcomed it.", "leader of the council"),
        ("Ann Cann, who had run children's services at Leeds, welcomed it.", DCS),
    ],
)
def test_a_perfect_in_a_relative_clause_is_no_passive(text: str, role: str) -> None:
    assert ("Ann Cann", role) in held(OPENING + text)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Cann, who leads the county orchestra, welcomed it.",
        "Ann Cann, who has chaired no meeting since May 2019, welcomed it.",
        "Ann Cann chaired the first meeting of the committee.",
        "Ann Cann chairs a panel.",
        "Ann Cann, the Green group leader, welcomed it.",
        "Dispatches came. The Don Valley Dispatch has covered Bury since 2009.",
    ],
)
def test_who_leads_something_else_leads_no_council(text: str) -> None:
    statements = [each.statement for each in extract(context_of(OPENING + text).document)]
    assert {each.person for each in statements if isinstance(each, TenureStatement)} == {"Sue Platt"}


def test_a_sentence_that_begins_with_a_name_is_no_row_of_a_list_of_directors() -> None:
    text = (
        "Bury Council's director of children's services is to go.\n\nAnn Cann, who has fostered since May 2019, agreed."
    )
    assert held(text) == set()
