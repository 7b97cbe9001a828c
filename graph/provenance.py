"""What the ontology's alignment with PROV-O says of a graph, stated outright for readers who do not know whoheld."""

from __future__ import annotations

from functools import cache

from rdflib import OWL, PROV, RDF, RDFS, Dataset, URIRef
from rdflib.term import Node as Term

from graph.ontology import ontology


def add_provenance(dataset: Dataset) -> Dataset:
    """Add, in the same named graph, what each triple means in PROV-O; the dataset itself is changed and returned."""
    meant = [
        (*triple, graph)
        for subject, predicate, value, graph in dataset.quads()
        for triple in _in_prov(subject, predicate, value)
    ]
    for subject, predicate, value, graph in meant:
        (dataset.default_graph if graph is None else dataset.graph(graph)).add((subject, predicate, value))
    return dataset


def _in_prov(subject: Term, predicate: Term, value: Term) -> list[tuple[Term, Term, Term]]:
    if predicate == RDF.type:
        return [(subject, RDF.type, each) for each in _above(value, RDFS.subClassOf)]
    forward = [(subject, each, value) for each in _above(predicate, RDFS.subPropertyOf)]
    inverses = ontology().subjects(OWL.inverseOf, predicate)
    return forward + [(value, up, subject) for each in inverses for up in _above(each, RDFS.subPropertyOf)]


@cache
def _above(term: Term, relation: URIRef) -> tuple[Term, ...]:
    """The terms of PROV-O above a term of the ontology."""
    above = (each for each in ontology().transitive_objects(term, relation) if isinstance(each, URIRef))
    return tuple(sorted(each for each in above if each in PROV))
