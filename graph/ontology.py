"""The ontology as the program knows it: labels, relationship types, properties and concepts, read from ontology.ttl.

No name is listed here: the rule in the head of ontology.ttl derives each from the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rdflib import OWL, RDF, RDFS, SKOS, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from graph.model import WhoheldError

ONTOLOGY_PATH = Path(__file__).parent.parent / "ontology.ttl"
WH = Namespace("https://w3id.org/whoheld/ontology#")
CONCEPT = Namespace("https://w3id.org/whoheld/concept/")
EDTF_DATATYPE = URIRef("http://id.loc.gov/datatypes/edtf/EDTF")


class UnknownTerm(WhoheldError):
    """A name that ontology.ttl does not have."""


@dataclass(frozen=True, slots=True)
class Concept:
    """An entry of a list: `notation` is what the property graph holds, `alternatives` what else people call it."""

    iri: URIRef
    notation: str
    label: str
    alternatives: tuple[str, ...]
    definition: str
    sole_holder: bool


@dataclass(frozen=True, slots=True)
class Relationship:
    """An object property: `type` is its Neo4j relationship type; `domain` and `range` are class labels."""

    name: str
    iri: URIRef
    type: str
    domain: tuple[str, ...]
    range: str


@dataclass(frozen=True, slots=True)
class Property:
    """A property of nodes, or of relationships where `of_relationship`.

    `datatype` is that of its literals, None where its values are concepts; a property with `many` values is a list.
    """

    name: str
    iri: URIRef
    domain: tuple[str, ...]
    datatype: URIRef | None
    many: bool
    of_relationship: bool


@dataclass(frozen=True, slots=True)
class Names:
    """All names of the property graph. `labels` gives for each class itself and its superclasses, nearest first."""

    labels: dict[str, tuple[str, ...]]
    relationships: dict[str, Relationship]
    properties: dict[str, Property]
    concept_classes: dict[tuple[str, str], URIRef]

    def concept_class(self, label: str, name: str) -> URIRef:
        """The class of the concepts that property `name` takes on nodes of class `label`."""
        for each in self.labels[label]:
            if found := self.concept_classes.get((each, name)):
                return found
        raise UnknownTerm(f"ontology.ttl does not say which concepts wh:{name} takes on a wh:{label}")


@cache
def ontology() -> Graph:
    """The whole of ontology.ttl; read once and shared, so never to be changed."""
    return Graph().parse(ONTOLOGY_PATH, format="turtle")


@cache
def names() -> Names:
    """Every label, relationship type and property name, by the rule in the head of ontology.ttl."""
    relationships, properties = {}, {}
    for iri in _ours(OWL.ObjectProperty):
        if _takes_concepts(iri):
            properties[_local(iri)] = _property(iri)
        else:
            relationships[_local(iri)] = _relationship(iri)
    properties.update({_local(iri): _property(iri) for iri in _ours(OWL.DatatypeProperty)})
    labels = {_local(iri): _with_superclasses(iri) for iri in _ours(OWL.Class) if not _is_concept(iri)}
    return Names(labels, relationships, properties, dict(_concept_classes()))


@cache
def concepts(scheme: str) -> tuple[Concept, ...]:
    """The concepts of a scheme ("role", "judgement", …) in their stated order, or else by notation.

    Raises `UnknownTerm` for a scheme that ontology.ttl does not have.
    """
    graph = ontology()
    found = [_concept(iri) for iri in _iris(graph.subjects(SKOS.inScheme, CONCEPT[scheme]))]
    if not found:
        known = sorted(str(each).removeprefix(CONCEPT) for each in graph.subjects(RDF.type, SKOS.ConceptScheme))
        raise UnknownTerm(f"ontology.ttl has no concept scheme “{scheme}”; it has {', '.join(known)}")
    stated = graph.value(CONCEPT[f"{scheme}-order"], SKOS.memberList)
    order = list(Collection(graph, stated)) if stated else []
    return tuple(sorted(found, key=lambda each: (order.index(each.iri) if order else 0, each.notation)))


@cache
def concept_iris(concept_class: URIRef) -> dict[str, URIRef]:
    """The IRIs of a class of concepts by their notation."""
    graph = ontology()
    return {str(graph.value(iri, SKOS.notation)): iri for iri in _iris(graph.subjects(RDF.type, concept_class))}


def _concept(iri: URIRef) -> Concept:
    graph = ontology()
    return Concept(
        iri=iri,
        notation=str(graph.value(iri, SKOS.notation)),
        label=str(graph.value(iri, SKOS.prefLabel)),
        alternatives=tuple(sorted(str(each) for each in graph.objects(iri, SKOS.altLabel))),
        definition=str(graph.value(iri, SKOS.definition)),
        sole_holder=graph.value(iri, WH.soleHolder) is not None,
    )


def _iris(nodes: Iterable[Node]) -> Iterator[URIRef]:
    return (node for node in nodes if isinstance(node, URIRef))


def _ours(kind: URIRef) -> list[URIRef]:
    return sorted(iri for iri in _iris(ontology().subjects(RDF.type, kind)) if iri in WH)


def _local(iri: Node) -> str:
    return str(iri).removeprefix(WH)


def _is_concept(iri: Node) -> bool:
    return SKOS.Concept in ontology().transitive_objects(iri, RDFS.subClassOf)


def _takes_concepts(iri: URIRef) -> bool:
    return any(_is_concept(each) for each in ontology().objects(iri, RDFS.range))


def _with_superclasses(iri: URIRef) -> tuple[str, ...]:
    classes = (each for each in ontology().transitive_objects(iri, RDFS.subClassOf))
    own = dict.fromkeys(_local(each) for each in classes if isinstance(each, URIRef) and each in WH)
    return (_local(iri), *sorted(set(own) - {_local(iri)}, key=lambda name: (-_depth(WH[name]), name)))


def _depth(iri: URIRef) -> int:
    return sum(1 for _ in ontology().transitive_objects(iri, RDFS.subClassOf))


def _domain(iri: URIRef) -> tuple[str, ...]:
    return tuple(_local(each) for each in _members(iri) if _local(each) != str(each))


def _members(iri: URIRef) -> list[Node]:
    """The classes of a property's domain, one or a union."""
    graph = ontology()
    domain = graph.value(iri, RDFS.domain)
    union = graph.value(domain, OWL.unionOf) if domain else None
    return [each for each in (Collection(graph, union) if union else [domain]) if each is not None]


def _relationship(iri: URIRef) -> Relationship:
    name = _local(iri)
    kind = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).upper()
    (target,) = ontology().objects(iri, RDFS.range)
    return Relationship(name, iri, kind, _domain(iri), _local(target))


def _property(iri: URIRef) -> Property:
    graph = ontology()
    datatype = graph.value(iri, RDFS.range)
    return Property(
        name=_local(iri),
        iri=iri,
        domain=_domain(iri),
        datatype=datatype if isinstance(datatype, URIRef) and not _takes_concepts(iri) else None,
        many=(iri, RDF.type, OWL.FunctionalProperty) not in graph,
        of_relationship=RDF.Statement in _members(iri),
    )


def _concept_classes() -> Iterator[tuple[tuple[str, str], URIRef]]:
    """For a class and property the class of concepts taken, by the property's range or the class's restriction."""
    graph = ontology()
    for iri in _ours(OWL.ObjectProperty):
        concept_class = graph.value(iri, RDFS.range)
        if _takes_concepts(iri) and isinstance(concept_class, URIRef) and concept_class in WH:
            yield from (((label, _local(iri)), concept_class) for label in _domain(iri))
    for owner, restriction in graph.subject_objects(RDFS.subClassOf):
        on, taken = graph.value(restriction, OWL.onProperty), graph.value(restriction, OWL.allValuesFrom)
        if on is not None and isinstance(taken, URIRef):
            yield (_local(owner), _local(on)), taken
