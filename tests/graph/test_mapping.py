"""RDF and the property graph say the same: nothing is lost on the way there or back, whatever the ontology allows."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import RDF, XSD, Dataset, Literal, URIRef
from rdflib.compare import isomorphic

from graph.edtf import bounds
from graph.mapping import Edge, Node, Rows, bounded, to_rdf, to_rows
from graph.ontology import EDTF_DATATYPE, WH, Property, concept_iris, names
from graph.terms import UnmappableGraph, Value, id_of, iri, labels_of

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=20)
LITERALS: dict[URIRef, st.SearchStrategy[Value]] = {
    XSD.string: WORDS,
    XSD.anyURI: st.sampled_from(["https://news.example/a", "https://news.example/b?c=d&e"]),
    EDTF_DATATYPE: st.sampled_from(["2019-07-01", "2021-10", "2016/2020", "../2019", "2018-21", "201X", "2019~"]),
    XSD.date: st.dates(date(1800, 1, 1)),
    XSD.dateTime: st.datetimes(datetime(1900, 1, 1), timezones=st.just(UTC)),
    XSD.boolean: st.booleans(),
    XSD.integer: st.integers(-(2**63), 2**63 - 1),
    XSD.double: st.floats(allow_nan=False, allow_infinity=False),
}
GRAPHS = st.sampled_from([None, "document/one", "document/two words, and é"])


def _values(known: Property, label: str) -> st.SearchStrategy[Value]:
    if known.datatype is None:
        return st.sampled_from(sorted(concept_iris(names().concept_class(label, known.name))))
    if known.many:
        return st.lists(WORDS, min_size=1, max_size=3, unique=True).map(sorted)
    return LITERALS[known.datatype]


@st.composite
def _nodes(draw: st.DrawFn, node_id: str) -> Node:
    label = draw(st.sampled_from(sorted(names().labels)))
    labels = names().labels[label]
    fitting = [each for each in names().properties.values() if set(each.domain) & set(labels)]
    chosen = draw(st.lists(st.sampled_from(fitting), max_size=5, unique_by=lambda each: each.name)) if fitting else []
    return Node(node_id, labels, {each.name: draw(_values(each, label)) for each in chosen}, draw(GRAPHS))


@st.composite
def rows(draw: st.DrawFn) -> Rows:
    """Some nodes of any class with properties that it may have, and relationships among them, some with properties."""
    ids = draw(
        st.lists(st.builds("{}/{}".format, st.sampled_from(["person", "claim"]), WORDS), max_size=4, unique=True)
    )
    nodes = tuple(draw(_nodes(each)) for each in ids)
    types = st.sampled_from(sorted(each.type for each in names().relationships.values()))
    about = [each for each in names().properties.values() if each.of_relationship]
    edges: dict[tuple[str, str, str], Edge] = {}
    for _ in range(draw(st.integers(0, 4)) if nodes else 0):
        source, target, kind = draw(st.sampled_from(nodes)), draw(st.sampled_from(nodes)), draw(types)
        chosen = draw(st.lists(st.sampled_from(about), max_size=2, unique_by=lambda each: each.name))
        properties = {each.name: draw(_values(each, "")) for each in chosen}
        edges[source.id, kind, target.id] = Edge(kind, source.id, target.id, properties, source.graph)
    return Rows(nodes, tuple(edges.values()))


def _same(one: Dataset, other: Dataset) -> bool:
    graphs = {each.identifier for each in [*one.graphs(), *other.graphs()]}
    return all(isomorphic(one.graph(each), other.graph(each)) for each in graphs)


@given(rows())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_rows_come_back_from_rdf_and_rdf_comes_back_from_rows(given_rows: Rows) -> None:
    dataset = to_rdf(given_rows)
    back = to_rows(dataset)
    assert {each.id: (set(each.labels), each.properties, each.graph) for each in back.nodes} == {
        each.id: (set(each.labels), each.properties, each.graph) for each in given_rows.nodes
    }
    assert sorted(map(repr, back.edges)) == sorted(repr(_ordered(each)) for each in given_rows.edges)
    assert _same(to_rdf(back), dataset)


def _ordered(edge: Edge) -> Edge:
    return Edge(edge.type, edge.source, edge.target, dict(sorted(edge.properties.items())), edge.graph)


@given(rows())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_written_as_n_quads_is_read_again_unchanged(given_rows: Rows) -> None:
    dataset, again = to_rdf(given_rows), Dataset()
    again.parse(data=dataset.serialize(format="nquads"), format="nquads")
    assert to_rows(again) == to_rows(dataset)


@given(WORDS)
def test_every_id_has_an_iri_and_every_iri_its_id(text: str) -> None:
    assert id_of(iri(f"person/{text}")) == f"person/{text}"
    assert not set(' <>"{}|\\^`') & set(iri(f"person/{text}"))


def test_a_council_is_an_organisation_and_an_entity() -> None:
    (node,) = to_rows(to_rdf(Rows((Node("council/a", labels_of("Council"), {"name": "A"}),)))).nodes
    assert set(node.labels) == {"Council", "Organisation", "Entity"}


def test_in_rdf_a_node_has_its_own_class_alone_and_concepts_for_notations() -> None:
    claim = Node("claim/1", labels_of("InspectionClaim"), {"kind": "other", "judgement": "requires improvement"})
    graph = to_rdf(Rows((claim,))).default_graph
    assert set(graph.objects(iri("claim/1"), RDF.type)) == {WH.InspectionClaim}
    assert str(graph.value(iri("claim/1"), WH.kind)).endswith("/concept/inspection-kind/other")
    assert str(graph.value(iri("claim/1"), WH.judgement)).endswith("/concept/judgement/requires-improvement")


def test_one_word_is_another_concept_on_another_class() -> None:
    classes = {"claim/1": "TenureClaim", "claim/2": "TrustClaim"}
    nodes = (Node(each, labels_of(name), {"status": "planned"}) for each, name in classes.items())
    graph = to_rdf(Rows(tuple(nodes))).default_graph
    assert {str(each).split("/")[-2] for each in graph.objects(None, WH.status)} == {"tenure-status", "trust-status"}


def test_a_date_as_known_gets_its_first_and_last_day_beside_it() -> None:
    found = bounded({"start": "2019-07", "end": "2019-07-04/..", "validFrom": "1974", "name": "2019"})
    assert (found["startEarliest"], found["startLatest"]) == (date(2019, 7, 1), date(2019, 7, 31))
    assert found["endEarliest"] == bounds("2019-07-04/..").earliest
    assert "endLatest" not in found
    assert not {"validFromEarliest", "nameEarliest"} & found.keys()


def test_a_decision_is_stated_about_the_relationship_that_it_made() -> None:
    nodes = tuple(Node(f"person/{each}", labels_of("Person"), {"name": each}) for each in "ab")
    edge = Edge("SAME_AS", "person/a", "person/b", {"by": "a rule", "reason": "one post", "score": 0.93})
    dataset = to_rdf(Rows(nodes, (edge,)))
    (about,) = dataset.default_graph.subjects(RDF.type, RDF.Statement)
    assert dataset.default_graph.value(about, WH.reason) == Literal("one post")
    assert to_rows(dataset).edges == (edge,)


def test_what_other_vocabularies_say_is_passed_over() -> None:
    dataset = to_rdf(Rows((Node("person/a", labels_of("Person"), {"name": "A"}),)))
    plain = to_rows(dataset)
    dataset.default_graph.add((iri("person/a"), URIRef("http://xmlns.com/foaf/0.1/nick"), Literal("Al")))
    assert to_rows(dataset) == plain


@pytest.mark.parametrize(
    ("rows_of", "message"),
    [
        (Rows((Node("a/b", ("Person", "Entity"), {"shoeSize": 3}),)), "has no property wh:shoeSize"),
        (Rows((), (Edge("LIKES", "person/a", "person/b"),)), "no property for the relationship LIKES"),
        (Rows((Node("a/b", ("Robot",)),)), "has no class wh:Robot"),
        (Rows((Node("a/b", labels_of("TrustClaim"), {"status": "held"}),)), "“held” is no value of wh:status"),
    ],
)
def test_what_the_ontology_has_no_place_for_is_refused_by_name(rows_of: Rows, message: str) -> None:
    with pytest.raises(UnmappableGraph, match=message):
        to_rdf(rows_of)


@pytest.mark.parametrize(
    ("predicate", "value", "message"),
    [
        (WH.shoeSize, Literal("3"), "has no property wh:shoeSize"),
        (WH.startOffset, Literal("three"), "wh:startOffset takes values of type integer, and “three” is none"),
        (WH.quote, Literal("a second"), "has 2 values of wh:quote, which takes one"),
        (WH.status, Literal("held"), "held is no concept of ontology.ttl"),
        (WH.aboutPerson, URIRef("https://example.org/me"), "is not an IRI under"),
        (RDF.type, WH.Robot, "has no class wh:Robot"),
    ],
)
def test_triples_that_the_ontology_has_no_place_for_are_refused_by_name(
    predicate: URIRef, value: URIRef | Literal, message: str
) -> None:
    dataset = to_rdf(Rows((Node("claim/1", labels_of("TenureClaim"), {"quote": "a first"}),)))
    dataset.default_graph.add((iri("claim/1"), predicate, value))
    with pytest.raises(UnmappableGraph, match=message):
        to_rows(dataset)
