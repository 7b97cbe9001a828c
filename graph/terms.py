"""RDF terms and what they are in the property graph: ids of IRIs, Python values of literals, notations of concepts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from functools import cache
from urllib.parse import quote, unquote

from rdflib import XSD, Literal, Namespace, URIRef
from rdflib.term import Node as Term

from graph.model import WhoheldError
from graph.ontology import Property, concept_iris, names

ID = Namespace("https://w3id.org/whoheld/id/")
Scalar = str | int | float | bool | date | datetime
Value = Scalar | list[str]
PYTHON_TYPES: dict[URIRef, type[Scalar]] = {
    XSD.date: date,
    XSD.dateTime: datetime,
    XSD.boolean: bool,
    XSD.integer: int,
    XSD.double: float,
}


class UnmappableGraph(WhoheldError):
    """A graph with a name or a value that the ontology has no place for."""


def iri(entity_id: str) -> URIRef:
    """The IRI of an id; what an IRI may not hold is percent-encoded."""
    return ID[quote(entity_id, safe="/:@!$&()*+,;=~")]


def id_of(term: Term) -> str:
    """The id of an IRI of ours; raises `UnmappableGraph` for any other term."""
    if not isinstance(term, URIRef) or term not in ID:
        raise UnmappableGraph(f"{term} is not an IRI under {ID}, so it cannot be a node's id")
    return unquote(term.removeprefix(ID))


def property_named(name: str) -> Property:
    """The ontology's property; raises `UnmappableGraph` for an unknown name."""
    try:
        return names().properties[name]
    except KeyError:
        raise UnmappableGraph(f"ontology.ttl has no property wh:{name}: correct the name or add the property") from None


def labels_of(class_name: str) -> tuple[str, ...]:
    """A class's label and those of its superclasses; raises `UnmappableGraph` for an unknown class."""
    try:
        return names().labels[class_name]
    except KeyError:
        raise UnmappableGraph(f"ontology.ttl has no class wh:{class_name}: correct the name or add the class") from None


def narrowest(labels: Iterable[str]) -> str:
    """The label of a node's own class, which has all the others above it."""
    return max(labels, key=lambda each: (len(labels_of(each)), each))


def value_of(known: Property, term: Term) -> Scalar:
    """A literal as the Python value of the property's datatype, a concept as its notation."""
    if known.datatype is None:
        return _notation(term)
    wanted = PYTHON_TYPES.get(known.datatype, str)
    value = term.toPython() if isinstance(term, Literal) and wanted is not str else str(term)
    if type(value) is not wanted:
        raise UnmappableGraph(f"wh:{known.name} takes values of type {known.datatype.fragment}, and “{term}” is none")
    return value


def term_of(known: Property, class_name: str, value: Scalar) -> Term:
    """The literal of a value, or the concept of a notation as nodes of the class take it."""
    if known.datatype is not None:
        return Literal(value, datatype=None if known.datatype == XSD.string else known.datatype)
    choices = concept_iris(names().concept_class(class_name, known.name))
    if str(value) not in choices:
        raise UnmappableGraph(f"“{value}” is no value of wh:{known.name}, which takes {', '.join(sorted(choices))}")
    return choices[str(value)]


@cache
def _notations() -> dict[Term, str]:
    classes = set(names().concept_classes.values())
    return {concept: notation for each in classes for notation, concept in concept_iris(each).items()}


def _notation(term: Term) -> str:
    if term not in _notations():
        raise UnmappableGraph(f"{term} is no concept of ontology.ttl")
    return _notations()[term]
