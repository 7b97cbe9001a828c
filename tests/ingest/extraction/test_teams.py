"""Inspectors whom a joint report lists beside their inspectorate."""

import pytest

from ingest.extraction import tenures
from tests.ingest.extraction.reading import told

OPENING = "Bury Council: joint inspection. "


def inspectors(text: str) -> set[tuple[str, ...]]:
    found = told(tenures.offers, OPENING + text, "person", "role", "org")
    return {(str(person), str(org)) for person, role, org in found if role == "inspector"}


@pytest.mark.parametrize(
    ("text", "team"),
    [
        (
            "The inspection team: Ofsted (Ann Cann, who led, and Bo Lane), the Care Quality Commission (Cy Ashe).",
            {("Ann Cann", "Ofsted"), ("Bo Lane", "Ofsted"), ("Cy Ashe", "Care Quality Commission")},
        ),
        (
            "Inspection team: Ann Cann and Bo Lane, HMI; Cy Ashe and Di Moss (CQC).",
            {
                ("Ann Cann", "Ofsted"),
                ("Bo Lane", "Ofsted"),
                ("Cy Ashe", "Care Quality Commission"),
                ("Di Moss", "Care Quality Commission"),
            },
        ),
        (
            "Inspection team\n\nHMICFRS: Ann Cann; Bo Lane\nHMI Probation: Cy Ashe",
            {("Ann Cann", "HMICFRS"), ("Bo Lane", "HMICFRS"), ("Cy Ashe", "HMI Probation")},
        ),
        (
            "Ofsted came in May.\n\nThe team: Ann Cann (lead); Bo Diaz; Cy Ashe.",
            {("Ann Cann", "Ofsted"), ("Bo Diaz", "Ofsted"), ("Cy Ashe", "Ofsted")},
        ),
    ],
)
def test_who_is_listed_beside_an_inspectorate_is_its_inspector(text: str, team: set[tuple[str, str]]) -> None:
    assert inspectors(text) == team


@pytest.mark.parametrize(
    "text",
    [
        "Copies of the letter on the inspection go to Ofsted: Ann Cann, regional director.",
        "Ofsted told Ann Cann that the inspection was over.",
        "We met Ofsted in May.\n\nThe team: Ann Cann (director), Bo Diaz (head of care).",
        "It is over.\n\nThe council has a new plan.\n\nThe team: Ann Cann, Bo Diaz and Cy Ashe.",
        "Ann Cann (Ofsted's report on the inspection is out) agreed.",
        "After the visit Ann Cann, headteacher, rang the CQC (she has a number).",
    ],
)
def test_who_has_another_post_or_none_is_no_inspector(text: str) -> None:
    assert inspectors(text) == set()


def test_the_commissioner_of_a_police_force_is_no_commissioner_of_a_council() -> None:
    text = OPENING + "Commissioner, Metropolitan Police Service: Dame Ann Cann"
    assert ("Ann Cann", "police commissioner", "Metropolitan Police") in told(
        tenures.offers, text, "person", "role", "org"
    )
