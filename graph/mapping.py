"""RDF to rows of the property graph and back, by the rule in the head of ontology.ttl; no class is named here.

A node remembers the named graph that describes it: the id of the document, or None for the default graph.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from urllib.parse import quote, unquote

from rdflib import RDF, XSD, Dataset, Graph, Literal, Namespace, URIRef
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.term import Node as Term

from graph.edtf import bounds
from graph.model import WhoheldError
from graph.ontology import EDTF_DATATYPE, WH, Property, concept_iris, names

ID = Namespace("https://w3id.org/whoheld/id/")
Scalar = str | int | float | bool | date | datetime
Value = Scalar | list[str]
PYTHON_TYPES: dict[URIRef, type] = {
    XSD.date: date,
    XSD.dateTime: datetime,
    XSD.boolean: bool,
    XSD.integer: int,
    XSD.double: float,
}


class UnmappableGraph(WhoheldError):
    """A graph with a name or a value that the ontology has no place for."""


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


def iri(entity_id: str) -> URIRef:
    """The IRI of an id; what an IRI may not hold is percent-encoded."""
    return ID[quote(entity_id, safe="/:@!$&()*+,;=~")]


def id_of(term: Term) -> str:
    """The id of an IRI of ours; raises `UnmappableGraph` for any other term."""
    if not isinstance(term, URIRef) or term not in ID:
        raise UnmappableGraph(f"{term} is not an IRI under {ID}, so it cannot be a node's id")
    return unquote(term.removeprefix(ID))


def labels_of(class_name: str) -> tuple[str, ...]:
    """A class's label and those of its superclasses; raises `UnmappableGraph` for an unknown class."""
    try:
        return names().labels[class_name]
    except KeyError:
        raise UnmappableGraph(f"ontology.ttl has no class wh:{class_name}: correct the name or add the class") from None


def bounded(properties: Mapping[str, Value]) -> dict[str, Value]:
    """The properties and, beside each EDTF date that the ontology gives bounds, its first and last possible day."""
    known, result = names().properties, dict(properties)
    for name, value in properties.items():
        if known[name].datatype == EDTF_DATATYPE and f"{name}Earliest" in known:
            span = bounds(str(value))
            days = {f"{name}Earliest": span.earliest, f"{name}Latest": span.latest}
            result.update({key: day for key, day in days.items() if day is not None})
    return result


def to_rows(dataset: Dataset) -> Rows:
    """Nodes and edges of a dataset; raises `UnmappableGraph` where the ontology has no place for a triple."""
    nodes: list[Node] = []
    edges: list[Edge] = []
    for graph in sorted(dataset.graphs(), key=lambda each: str(each.identifier)):
        default = graph.identifier == DATASET_DEFAULT_GRAPH_ID
        home = None if default else id_of(graph.identifier)
        statements = _statements(graph)
        for subject in sorted(set(graph.subjects()) - set(statements.values()), key=str):
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
        _add_properties(graph, subject, classes, node.properties)
    for edge in rows.edges:
        _add_edge(_home(dataset, edge.graph), edge)
    return dataset


def _home(dataset: Dataset, graph: str | None) -> Graph:
    return dataset.default_graph if graph is None else dataset.graph(iri(graph))


def _statements(graph: Graph) -> dict[tuple[Term | None, ...], Term]:
    """Statements about statements, by the statement's subject, predicate and object."""
    parts = (RDF.subject, RDF.predicate, RDF.object)
    about = graph.subjects(RDF.type, RDF.Statement)
    return {tuple(graph.value(each, part) for part in parts): each for each in about}


def _node(graph: Graph, subject: Term, home: str | None) -> Node:
    node_id = id_of(subject)
    types = sorted(_name(each) for each in graph.objects(subject, RDF.type))
    if not types:
        raise UnmappableGraph(f"{node_id} has no class: give it an rdf:type of ontology.ttl")
    labels = tuple(dict.fromkeys(label for each in types for label in labels_of(each)))
    return Node(node_id, labels, _properties(graph, subject), home)


def _properties(graph: Graph, subject: Term) -> dict[str, Value]:
    found: dict[str, list[Scalar]] = defaultdict(list)
    for predicate, value in graph.predicate_objects(subject):
        if known := names().properties.get(_name(predicate)):
            found[known.name].append(_value(known, value))
    many = {name for name in found if names().properties[name].many}
    for name, values in found.items():
        if len(values) > 1 and name not in many:
            raise UnmappableGraph(f"{id_of(subject)} has {len(values)} values of wh:{name}, which takes one")
    return {name: sorted(map(str, found[name])) if name in many else found[name][0] for name in sorted(found)}


def _edges(
    graph: Graph, subject: Term, home: str | None, statements: Mapping[tuple[Term | None, ...], Term]
) -> Iterator[Edge]:
    for predicate, value in sorted(graph.predicate_objects(subject)):
        name = _name(predicate)
        if relationship := names().relationships.get(name):
            about = statements.get((subject, predicate, value))
            properties = _properties(graph, about) if about else {}
            yield Edge(relationship.type, id_of(subject), id_of(value), properties, home)
        elif predicate != RDF.type and name not in names().properties:
            raise UnmappableGraph(f"ontology.ttl has no property {predicate}: correct the name or add the property")


def _name(term: Term) -> str:
    return str(term).removeprefix(WH)


def _value(known: Property, term: Term) -> Scalar:
    """A literal as the Python value of the property's datatype, a concept as its notation."""
    if known.datatype is None:
        return _notation(term)
    wanted = PYTHON_TYPES.get(known.datatype)
    if wanted is None:
        return str(term)
    value = term.toPython() if isinstance(term, Literal) else term
    if type(value) is not wanted:
        raise UnmappableGraph(f"wh:{known.name} takes a {known.datatype.fragment}, and “{term}” is none")
    return value  # type: ignore[no-any-return]


@cache
def _notations() -> dict[Term, str]:
    classes = set(names().concept_classes.values())
    return {concept: notation for each in classes for notation, concept in concept_iris(each).items()}


def _notation(term: Term) -> str:
    if term not in _notations():
        raise UnmappableGraph(f"{term} is no concept of ontology.ttl")
    return _notations()[term]


def _most_specific(labels: Iterable[str]) -> list[str]:
    """The labels that are no superclass of another one."""
    above = {upper for label in labels for upper in labels_of(label)[1:]}
    return sorted(set(labels) - above)


def _add_properties(graph: Graph, subject: Term, classes: list[str], properties: Mapping[str, Value]) -> None:
    for name, value in properties.items():
        if name not in names().properties:
            raise UnmappableGraph(f"ontology.ttl has no property wh:{name}: correct the name or add the property")
        known = names().properties[name]
        for each in value if isinstance(value, list) else [value]:
            graph.add((subject, known.iri, _term(known, classes, each)))


def _term(known: Property, classes: list[str], value: Scalar) -> Term:
    if known.datatype is not None:
        return Literal(value) if known.datatype == XSD.string else Literal(value, datatype=known.datatype)
    choices = concept_iris(names().concept_class(classes[0], known.name))
    if str(value) not in choices:
        raise UnmappableGraph(f"“{value}” is no value of wh:{known.name}, which takes {', '.join(sorted(choices))}")
    return choices[str(value)]


@cache
def _by_type() -> dict[str, URIRef]:
    return {each.type: each.iri for each in names().relationships.values()}


def _add_edge(graph: Graph, edge: Edge) -> None:
    if edge.type not in _by_type():
        raise UnmappableGraph(f"ontology.ttl has no property for the relationship {edge.type}: add it")
    triple = iri(edge.source), _by_type()[edge.type], iri(edge.target)
    graph.add(triple)
    if edge.properties:
        digest = hashlib.sha256("\n".join(triple).encode()).hexdigest()
        about = iri(f"statement/{digest[:16]}")
        graph.add((about, RDF.type, RDF.Statement))
        for part, term in zip((RDF.subject, RDF.predicate, RDF.object), triple, strict=True):
            graph.add((about, part, term))
        _add_properties(graph, about, [], edge.properties)
