"""An export tells a reader who knows PROV-O alone where everything comes from."""

from rdflib import PROV, RDF, Dataset, Graph

from graph.mapping import Edge, Node, Rows, to_rdf, to_rows
from graph.provenance import add_provenance
from graph.terms import iri, labels_of

PAPER = "document/paper"
ROWS = Rows(
    (
        Node(PAPER, labels_of("Document"), {"title": "A paper"}, PAPER),
        Node("claim/1", labels_of("TenureClaim"), {"quote": "She left."}, PAPER),
        Node("person/ann", labels_of("Person"), {"name": "Ann"}),
        Node("tenure/1", labels_of("Tenure"), {"claimCount": 1}),
    ),
    (Edge("STATED_IN", "claim/1", PAPER, graph=PAPER), Edge("SUPPORTS", "claim/1", "tenure/1", graph=PAPER)),
)


def _graphs() -> tuple[Dataset, Graph]:
    dataset = add_provenance(to_rdf(ROWS))
    return dataset, dataset.graph(iri(PAPER))


def test_a_claim_is_quoted_from_its_document_and_a_fact_derived_from_its_claims() -> None:
    _, paper = _graphs()
    assert (iri("claim/1"), PROV.wasQuotedFrom, iri(PAPER)) in paper
    assert (iri("tenure/1"), PROV.wasDerivedFrom, iri("claim/1")) in paper


def test_things_have_their_class_of_prov_beside_their_own() -> None:
    dataset, paper = _graphs()
    assert (iri(PAPER), RDF.type, PROV.Entity) in paper
    assert (iri("person/ann"), RDF.type, PROV.Person) in dataset.default_graph
    assert (iri("tenure/1"), RDF.type, PROV.Entity) in dataset.default_graph


def test_provenance_changes_nothing_of_what_was_said_before() -> None:
    dataset, _ = _graphs()
    assert to_rows(dataset) == to_rows(to_rdf(ROWS))
