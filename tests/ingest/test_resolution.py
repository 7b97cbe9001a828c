"""Which bodies and posts the names in claims stand for."""

import pytest

from graph.model import Claim, DirectionStatement, Document, Reading, Statement, TenureStatement
from ingest.resolution import employer_of, organisation, resolve

TEXT = "The communities secretary, Ann Lee, sent commissioners to Kirklees."


def _reading(*statements: Statement) -> Reading:
    document = Document(id="news", source="news", sha256="0" * 64, text=TEXT, title="News", media_type="text/plain")
    place = {"document": "news", "quote": TEXT, "start_offset": 0, "end_offset": len(TEXT)}
    made = {"method": "hand", "method_version": "1"}
    return resolve(document, [Claim.model_validate({"statement": each, **place, **made}) for each in statements])


@pytest.mark.parametrize(
    ("role", "body"),
    [
        ("communities secretary", "HM Government"),
        ("secretary of state for housing, communities and local government", "HM Government"),
        ("prime minister", "HM Government"),
        ("education secretary", "Department for Education"),
        ("children's minister", "Department for Education"),
        ("branch secretary", None),
        ("company secretary", None),
        ("shadow education secretary", None),
        ("first minister", None),
        ("director of children's services", None),
    ],
)
def test_a_minister_whose_department_is_not_told_is_in_office_in_the_government(role: str, body: str | None) -> None:
    assert employer_of(role, None) == body
    assert employer_of(role, "Home Office") == "Home Office"


def test_a_minister_without_a_told_department_has_a_post() -> None:
    (claim,) = _reading(TenureStatement(person="Ann Lee", role="communities secretary", org=None)).claims
    assert claim.about["aboutRole"] == ("role/organisation-hm-government/communities-secretary",)
    assert claim.claim.statement.org is None  # type: ignore[union-attr]


def test_what_such_a_minister_orders_the_government_does() -> None:
    _, order = _reading(
        TenureStatement(person="Ann Lee", role="communities secretary", org=None),
        DirectionStatement(org="Kirklees", kind="commissioner_appointment", issuer="Ann Lee"),
    ).claims
    assert order.about["aboutIssuer"] == ("organisation/hm-government",)


def test_a_government_is_a_body_and_no_council() -> None:
    assert organisation("HM Government").label == "Organisation"
    assert organisation("Welsh Government").label == "Organisation"
