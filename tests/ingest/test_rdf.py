"""A reading as RDF: one graph a document, all that was read in it, and refused in plain words when it is not whole."""

import time
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from rdflib import RDF, XSD, Dataset, Graph, Literal, URIRef

from graph.mapping import to_rows
from graph.model import Reading, TenureStatement
from graph.ontology import CONCEPT, EDTF_DATATYPE, WH
from graph.terms import iri
from ingest.rdf import InvalidGraph, check, to_dataset
from tests.sample import BRADFORD, readings

NEWS, GAZETTE, REPORT = readings()
Spoil = Callable[[Graph], object]


def _graph(dataset: Dataset, reading: Reading) -> Graph:
    return dataset.graph(iri(reading.document.id))


def _first(graph: Graph, kind: URIRef) -> URIRef:
    return min(each for each in graph.subjects(RDF.type, kind) if isinstance(each, URIRef))


@pytest.mark.parametrize("reading", readings(), ids=lambda each: each.document.id)
def test_all_of_a_reading_is_in_the_graph_named_by_its_document(reading: Reading) -> None:
    dataset = to_dataset(reading)
    assert {str(graph) for *_, graph in dataset.quads()} == {str(iri(reading.document.id))}
    rows = to_rows(dataset)
    things = {each.claim.id for each in reading.claims} | {each.id for each in reading.entities}
    assert {node.id for node in rows.nodes} == things | {reading.document.id}
    assert {node.graph for node in rows.nodes} == {reading.document.id}


@pytest.mark.parametrize("reading", readings(), ids=lambda each: each.document.id)
def test_a_good_graph_is_let_through(reading: Reading) -> None:
    check(to_dataset(reading))


def test_a_claim_keeps_its_words_its_dates_and_what_it_is_about() -> None:
    rows = to_rows(to_dataset(NEWS))
    first = NEWS.claims[0].claim
    node = next(each for each in rows.nodes if each.id == first.id)
    assert set(node.labels) == {"TenureClaim", "Claim"}
    assert node.properties["quote"] == first.quote
    assert node.properties["start"] == "2019-07-01"
    assert str(node.properties["startEarliest"]) == str(node.properties["startLatest"]) == "2019-07-01"
    assert (node.properties["status"], node.properties["interim"]) == ("appointed", False)
    assert (node.properties["personAsWritten"], node.properties["organisationAsWritten"]) == (
        "Mark Douglas",
        "Bradford Council",
    )
    edges = {edge.type: edge.target for edge in rows.edges if edge.source == first.id}
    assert edges == {
        "STATED_IN": NEWS.document.id,
        "ABOUT_PERSON": "person/mark-douglas",
        "ABOUT_ORGANISATION": BRADFORD,
        "ABOUT_ROLE": "role/E08000032/director-of-childrens-services",
    }


def test_a_document_keeps_its_text_its_version_and_how_its_date_was_found() -> None:
    read_at = datetime(2024, 5, 1, 12, 30, tzinfo=UTC)
    rows = to_rows(to_dataset(REPORT.model_copy(update={"retrieved": read_at})))
    document = next(each for each in rows.nodes if each.id == REPORT.document.id)
    wanted = {
        "text": REPORT.document.text,
        "sha256": "3" * 64,
        "mediaType": "application/pdf",
        "published": "2022-03",
        "publishedBasis": "a date line in the text",
        "retrieved": read_at,
    }
    assert wanted.items() <= document.properties.items()
    assert str(document.properties["publishedLatest"]) == "2022-03-31"
    assert "url" not in document.properties


def test_a_role_is_a_post_in_its_organisation() -> None:
    rows = to_rows(to_dataset(GAZETTE))
    posts = {edge.source: edge.target for edge in rows.edges if edge.type == "POST_IN"}
    assert posts["role/E08000032/leader-of-the-council"] == BRADFORD
    role = next(each for each in rows.nodes if each.id == "role/E08000032/leader-of-the-council")
    assert (role.properties["roleKind"], role.properties["soleHolder"]) == ("leader of the council", True)


def test_a_post_of_a_kind_that_no_list_has_is_welcome() -> None:
    dataset = to_dataset(NEWS)
    graph = _graph(dataset, NEWS)
    graph.set((_first(graph, WH.TenureClaim), WH.roleKind, Literal("keeper of the swans")))
    check(dataset)


def test_the_same_reading_is_always_the_same_graph() -> None:
    assert set(to_dataset(GAZETTE).quads()) == set(to_dataset(GAZETTE).quads())


def _replace(kind: URIRef, name: URIRef, value: Literal | URIRef) -> Spoil:
    return lambda graph: graph.set((_first(graph, kind), name, value))


def _drop(kind: URIRef, name: URIRef) -> Spoil:
    return lambda graph: graph.remove((_first(graph, kind), name, None))


def _add(kind: URIRef, name: URIRef, value: Literal | URIRef) -> Spoil:
    return lambda graph: graph.add((_first(graph, kind), name, value))


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (_drop(WH.TenureClaim, WH.quote), "A claim quotes the exact words of its document: wh:quote is missing"),
        (_replace(WH.TenureClaim, WH.quote, Literal("He never said so.")), "wh:quote is not what stands in the text"),
        (_replace(WH.TenureClaim, WH.endOffset, Literal(0)), "A quote ends after it begins"),
        (_replace(WH.TenureClaim, WH.startOffset, Literal("one")), "wh:startOffset is missing or not a count"),
        (_replace(WH.TenureClaim, WH.confidence, Literal(1.5)), "wh:confidence is missing or not a number from 0 to 1"),
        (_drop(WH.TenureClaim, WH.aboutPerson), "A claim of a tenure is about one person: wh:aboutPerson is missing"),
        (_add(WH.TenureClaim, WH.aboutPerson, iri(BRADFORD)), "names no person of this graph"),
        (_drop(WH.TenureClaim, WH.statedIn), "A claim is stated in one document: wh:statedIn is missing"),
        (_drop(WH.TenureClaim, WH.roleKind), "says which kind of post: wh:roleKind is missing"),
        (
            _replace(WH.TenureClaim, WH.status, CONCEPT["trust-status/operating"]),
            "none of held, appointed, ended, planned",
        ),
        (
            _replace(WH.TenureClaim, WH.start, Literal("last May", datatype=EDTF_DATATYPE)),
            "A date is written as far as known in EDTF",
        ),
        (_replace(WH.TenureClaim, WH.start, Literal("2019-07-01", datatype=XSD.date)), "A date is written"),
        (_drop(WH.InspectionClaim, WH.kind), "A claim of an inspection says which kind: wh:kind is missing"),
        (_drop(WH.InspectionClaim, WH.aboutOrganisation), "A claim of an inspection is about one organisation"),
        (_replace(WH.Document, WH.sha256, Literal("abc")), "wh:sha256 is missing or not 64 hexadecimal digits"),
        (_drop(WH.Document, WH.source), "A document says where it comes from: wh:source is missing"),
        (_drop(WH.Person, WH.name), "Everything has one name: wh:name is missing"),
        (_replace(WH.Council, WH.gssCode, Literal("Bradford")), "a letter and eight digits, as E08000032"),
        (_drop(WH.Role, WH.postIn), "A role is a post at one organisation: wh:postIn is missing"),
    ],
)
def test_a_bad_graph_is_refused_in_words_that_name_the_document(spoil: Spoil, message: str) -> None:
    dataset = to_dataset(NEWS)
    spoil(_graph(dataset, NEWS))
    with pytest.raises(InvalidGraph) as refused:
        check(dataset)
    assert message in str(refused.value)
    assert "document/sample_council_news was not loaded" in str(refused.value)


def test_a_refusal_names_the_claim_its_words_and_the_value_in_question() -> None:
    dataset = to_dataset(NEWS)
    graph = _graph(dataset, NEWS)
    claim = iri(NEWS.claims[0].claim.id)
    graph.set((claim, WH.page, Literal(0)))
    with pytest.raises(InvalidGraph) as refused:
        check(dataset)
    lines = str(refused.value).splitlines()
    assert lines[1].startswith(f"- {NEWS.claims[0].claim.id} (“Mark Douglas became director")
    assert lines[1].endswith("(it is “0”)")
    assert lines[-1].startswith("Correct what made these statements")


def test_a_graph_with_very_many_faults_names_the_first_ten() -> None:
    dataset = to_dataset(NEWS)
    graph = _graph(dataset, NEWS)
    for name in (WH.method, WH.methodVersion, WH.page, WH.confidence):
        graph.remove((None, name, None))
    with pytest.raises(InvalidGraph, match="and 6 more"):
        check(dataset)


def test_a_direction_and_a_trust_are_checked_too() -> None:
    dataset = to_dataset(GAZETTE)
    graph = _graph(dataset, GAZETTE)
    graph.remove((_first(graph, WH.DirectionClaim), WH.kind, None))
    graph.remove((_first(graph, WH.TrustClaim), WH.aboutTrust, None))
    graph.remove((_first(graph, WH.TrustClaim), WH.aboutCouncil, None))
    with pytest.raises(InvalidGraph) as refused:
        check(dataset)
    assert "A claim of a direction says which kind" in str(refused.value)
    assert "A claim of a trust is about a trust or a council" in str(refused.value)


def test_thirty_claims_are_checked_in_a_moment() -> None:
    """Measured .13 s; the bound leaves room for a busy machine."""
    first = NEWS.claims[0]
    statements = [
        TenureStatement(person="Mark Douglas", role="adviser", org=None, start=f"19{year}") for year in range(50, 80)
    ]
    claims = tuple(
        first.model_copy(update={"claim": first.claim.model_copy(update={"statement": each})}) for each in statements
    )
    dataset = to_dataset(NEWS.model_copy(update={"claims": claims}))
    assert len(list(_graph(dataset, NEWS).subjects(RDF.type, WH.TenureClaim))) == 30
    began = time.perf_counter()
    check(dataset)
    assert time.perf_counter() - began < 2
