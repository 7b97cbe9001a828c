"""Cabinet posts that are told by what a councillor answers for."""

import pytest

from ingest.extraction import tenures
from tests.ingest.extraction.reading import told

CABINET = "cabinet member for children"
OPENING = "Bury Council published its plan. "


@pytest.mark.parametrize(
    "text",
    [
        "Cllr Ann Cann, who is responsible for children in the cabinet, welcomed it.",
        "Coun Ann Cann, who looks after children’s services, welcomed it.",
        "Ann Cann, who oversees children’s services in the council’s cabinet, welcomed it.",
        "Cllr Ann Cann has charge of children and learning and welcomed it.",
        "Ann Cann, the Liberal Democrat with responsibility for children on the cabinet, welcomed it.",
        "Cllr Ann Cann, in charge of children’s services since 2019, welcomed it.",
    ],
)
def test_a_councillor_who_answers_for_children_is_their_cabinet_member(text: str) -> None:
    assert ("Ann Cann", CABINET, "Bury Council") in told(tenures.offers, OPENING + text, "person", "role", "org")


@pytest.mark.parametrize(
    "text",
    [
        "Ann Cann, who looks after children whose parents are ill, welcomed it.",
        "Cllr Ann Cann, who looks after her garden, welcomed it.",
        "Cllr Ann Cann said that nobody was responsible for children’s homes.",
        "Ann Cann, in charge of children’s services since 2019, welcomed it.",
    ],
)
def test_who_is_no_councillor_or_answers_for_something_else_is_none(text: str) -> None:
    assert CABINET not in {role for _, role in told(tenures.offers, OPENING + text, "person", "role")}


def test_who_heads_a_service_is_its_head() -> None:
    text = OPENING + "Ann Cann, who heads SEND services at Bury Council, welcomed it."
    assert ("Ann Cann", "head of send services") in told(tenures.offers, text, "person", "role")
