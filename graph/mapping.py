"""RDF to rows of the property graph and back, by the rule in the head of ontology.ttl; no class is named here.

A node remembers the named graph that describes it: the id of the document, or None for the default graph.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from rdflib import RDF, Dataset, Graph, URIRef
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.term import Node as Term

from graph.edtf import bounds, is_valid
from graph.ontology import EDTF_DATATYPE, WH, names
from graph.terms import Scalar, UnmappableGraph, Value, id_of, iri, labels_of, property_named, term_of, value_of

Triple = tuple[Term | None, Term | None, Term | None]


@dataclass(frozen=True, slots=True)
class Node:
    """A node: `labels` are its class and superclasses, `graph` the id of the document that describes it, or None."""

    id: str
    labels: tuple[str, ...]
    properties: dict[str, Value] = field(default_factory=dict)
    graph: str | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """A relationship between the nodes with ids `source` and `target`."""

    type: str
    source: str
    target: str
    properties: dict[str, Value] = field(default_factory=dict)
    graph: str | None = None


@dataclass(frozen=True, slots=True)
class Rows:
    """A part of the property graph, nodes and edges in a stable order."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()


def bounded(properties: Mapping[str, Value]) -> dict[str, Value]:
    """The properties and, beside each EDTF date that the ontology gives bounds, its first and last possible day.

    What is no EDTF gets none: the shapes refuse it with the name of the claim that has it.
    """
    known, result = names().properties, dict(properties)
    for name, value in properties.items():
        dated = property_named(name).datatype == EDTF_DATATYPE and f"{name}Earliest" in known
        if dated and is_valid(str(value)):
            span = bounds(str(value))
            days = {f"{name}Earliest": span.earliest, f"{name}Latest": span.latest}
            result.update({key: day for key, day in days.items() if day is not None})
    return result


def to_rows(dataset: Dataset) -> Rows:
    """Nodes and edges of a dataset; what is said in other vocabularies than the ontology's is passed over.

    Raises `UnmappableGraph` for a name of the ontology's namespace that it does not have, and a value of another type.
    """
    nodes: list[Node] = []
    edges: list[Edge] = []
    for graph in sorted(dataset.graphs(), key=lambda each: str(each.identifier)):
        default = graph.identifier == DATASET_DEFAULT_GRAPH_ID
        home = None if default else id_of(graph.identifier)
        statements = _statements(graph)
        told = {each[0] for each in graph if any(str(part) in WH for part in each[1:])}
        for subject in sorted(told - set(statements.values()), key=str):
            nodes.append(_node(graph, subject, home))
            edges.extend(_edges(graph, subject, home, statements))
    return Rows(tuple(nodes), tuple(edges))


def to_rdf(rows: Rows) -> Dataset:
    """The dataset of nodes and edges; raises `UnmappableGraph` for a name that the ontology does not have."""
    dataset = Dataset()
    dataset.bind("wh", WH)
    for node in rows.nodes:
        subject, graph = iri(node.id), _home(dataset, node.graph)
        classes = _most_specific(node.labels)
        for label in classes:
            graph.add((subject, RDF.type, WH[label]))
        _add_properties(graph, subject, classes[0], node.properties)
    for edge in rows.edges:
        _add_edge(_home(dataset, edge.graph), edge)
    return dataset


def _home(dataset: Dataset, graph: str | None) -> Graph:
    return dataset.default_graph if graph is None else dataset.graph(iri(graph))


def _statements(graph: Graph) -> dict[Triple, Term]:
    """Statements about statements, by the statement's subject, predicate and object."""
    about = graph.subjects(RDF.type, RDF.Statement)
    return {
        (graph.value(each, RDF.subject), graph.value(each, RDF.predicate), graph.value(each, RDF.object)): each
        for each in about
    }


def _node(graph: Graph, subject: Term, home: str | None) -> Node:
    node_id = id_of(subject)
    types = sorted(_name(each) for each in graph.objects(subject, RDF.type) if str(each) in WH)
    if not types:
        raise UnmappableGraph(f"{node_id} has no class: give it an rdf:type of ontology.ttl")
    labels = tuple(dict.fromkeys(label for each in types for label in labels_of(each)))
    return Node(node_id, labels, _properties(graph, subject), home)


def _properties(graph: Graph, subject: Term) -> dict[str, Value]:
    found: dict[str, list[Scalar]] = defaultdict(list)
    for predicate, term in graph.predicate_objects(subject):
        if known := names().properties.get(_name(predicate)):
            found[known.name].append(value_of(known, term))
    return {name: _value(subject, name, found[name]) for name in sorted(found)}


def _value(subject: Term, name: str, values: list[Scalar]) -> Value:
    if property_named(name).many:
        return sorted(str(each) for each in values)
    if len(values) > 1:
        raise UnmappableGraph(f"{id_of(subject)} has {len(values)} values of wh:{name}, which takes one")
    return values[0]


def _edges(graph: Graph, subject: Term, home: str | None, statements: Mapping[Triple, Term]) -> Iterator[Edge]:
    for predicate, value in sorted(graph.predicate_objects(subject)):
        name = _name(predicate)
        if relationship := names().relationships.get(name):
            about = statements.get((subject, predicate, value))
            properties = _properties(graph, about) if about else {}
            yield Edge(relationship.type, id_of(subject), id_of(value), properties, home)
        elif str(predicate) in WH:
            property_named(name)


def _name(term: Term) -> str:
    return str(term).removeprefix(WH)


def _most_specific(labels: Iterable[str]) -> list[str]:
    """The labels that are no superclass of another one."""
    above = {upper for label in labels for upper in labels_of(label)[1:]}
    return sorted(set(labels) - above)


def _add_properties(graph: Graph, subject: Term, class_name: str, properties: Mapping[str, Value]) -> None:
    for name, value in properties.items():
        known = property_named(name)
        for each in value if isinstance(value, list) else [value]:
            graph.add((subject, known.iri, term_of(known, class_name, each)))


@cache
def _by_type() -> dict[str, URIRef]:
    return {each.type: each.iri for each in names().relationships.values()}


def _add_edge(graph: Graph, edge: Edge) -> None:
    if edge.type not in _by_type():
        raise UnmappableGraph(f"ontology.ttl has no property for the relationship {edge.type}: add it")
    triple = iri(edge.source), _by_type()[edge.type], iri(edge.target)
    graph.add(triple)
    if edge.properties:
        about = iri(f"statement/{hashlib.sha256(' '.join(triple).encode()).hexdigest()[:16]}")
        graph.add((about, RDF.type, RDF.Statement))
        for part, term in zip((RDF.subject, RDF.predicate, RDF.object), triple, strict=True):
            graph.add((about, part, term))
        _add_properties(graph, about, "", edge.properties)
