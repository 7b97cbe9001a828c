"""The pages of an entity and of a document."""

import pytest

from api.saying import first_day
from graph.answer import UnknownName
from graph.database import Database
from graph.lookup import document, entity_with_facts
from tests.sample import BRADFORD, COUNCIL_NEWS


def test_an_entity_has_its_facts_with_sources(sample_graph: Database) -> None:
    page = entity_with_facts(sample_graph, BRADFORD)
    assert (page.label, page.name) == ("Council", "Bradford")
    assert sorted(fact["label"] for fact in page.facts) == [
        "Delegation",
        "Direction",
        "Inspection",
        "Inspection",
        "Tenure",
        "Tenure",
        "Tenure",
    ]
    assert all(fact["sources"][0]["quote"] for fact in page.facts)


def test_an_entity_can_come_with_its_newest_facts_only_and_tells_how_many_there_are_besides(
    sample_graph: Database,
) -> None:
    page, whole = entity_with_facts(sample_graph, BRADFORD, newest=2), entity_with_facts(sample_graph, BRADFORD)
    in_time = sorted(whole.facts, key=lambda fact: (first_day(fact["properties"]), fact["id"]))
    assert sorted(fact["id"] for fact in page.facts) == sorted(fact["id"] for fact in in_time[-2:])
    assert (page.left_out, whole.left_out) == (len(whole.facts) - 2, 0)


def test_a_document_has_its_claims_in_the_order_of_its_text(sample_graph: Database) -> None:
    page = document(sample_graph, "sample_council_news")
    assert page.properties["text"] == COUNCIL_NEWS.text
    assert [claim["label"] for claim in page.claims] == [
        "TenureClaim",
        "TenureClaim",
        "InspectionClaim",
        "InspectionClaim",
    ]
    first = page.claims[0]
    start, end = first["properties"]["startOffset"], first["properties"]["endOffset"]
    assert page.properties["text"][start:end] == first["properties"]["quote"]
    assert "person/mark-douglas" in [each["id"] for each in first["about"]]
    assert len(first["facts"]) == 1


def test_an_unknown_document_comes_with_the_nearest(sample_graph: Database) -> None:
    with pytest.raises(UnknownName) as error:
        document(sample_graph, "document/gazette")
    assert error.value.nearest[0].id == "document/sample_gazette"
