"""A reading as one named RDF graph, and the check that it keeps the shapes of ontology.ttl."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import pyshacl
from rdflib import OWL, RDF, RDFS, SH, SKOS, Dataset, Graph, URIRef
from rdflib.term import Node as Term

from graph.mapping import Edge, Node, Rows, bounded, to_rdf
from graph.model import Document, Entity, Reading, ResolvedClaim, Statement, WhoheldError
from graph.ontology import WH, names, ontology
from graph.terms import Value, id_of, labels_of

Properties = dict[str, Value | None]
SHOWN = 10


class InvalidGraph(WhoheldError):
    """A document's graph that breaks a shape of ontology.ttl; the message names the claims and what they lack."""


def to_dataset(reading: Reading) -> Dataset:
    """One graph, named by the document's IRI, with the document, its claims, and the entities they are about."""
    return to_rdf(rows_of(reading))


def rows_of(reading: Reading) -> Rows:
    """The same as nodes and edges."""
    home = reading.document.id
    nodes = [_document(reading), *(_claim(each, home) for each in reading.claims)]
    nodes.extend(_entity(each, home) for each in reading.entities)
    edges = [edge for each in reading.claims for edge in _claim_edges(each, home)]
    edges.extend(edge for each in reading.entities for edge in _entity_edges(each, home))
    edges.extend(_mention(each, home) for each in reading.entities)
    return Rows(tuple(nodes), tuple(edges))


def check(dataset: Dataset) -> None:
    """Raise `InvalidGraph`, in words for people, when a document's graph breaks a shape of ontology.ttl."""
    graph = Graph()
    graph += (triple[:3] for triple in dataset.quads())
    graph += _vocabulary()
    conforms, report, _ = pyshacl.validate(graph, shacl_graph=_shapes(), inplace=True)
    if not conforms:
        raise InvalidGraph(_message(graph, sorted(_problems(graph, report))))


def _node(node_id: str, label: str, properties: Properties, home: str) -> Node:
    given = {name: value for name, value in properties.items() if value is not None and value != []}
    return Node(node_id, labels_of(label), bounded(given), home)


def _document(reading: Reading) -> Node:
    document: Document = reading.document
    properties = document.model_dump(exclude={"id", "page_starts"})
    named = {_camel(name): value for name, value in properties.items()}
    return _node(document.id, "Document", {**named, "retrieved": reading.retrieved}, document.id)


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def _claim(resolved: ResolvedClaim, home: str) -> Node:
    claim = resolved.claim
    place = claim.model_dump(exclude={"document", "statement"})
    properties = {_camel(name): value for name, value in place.items()} | _said(claim.statement)
    return _node(claim.id, f"{claim.statement.type.capitalize()}Claim", properties, home)


def _said(statement: Statement) -> Properties:
    """What the statement says in literals: names as written, dates and concepts."""
    if statement.type == "tenure":
        dates: Properties = {"start": statement.start, "end": statement.end, "asOf": statement.as_of}
        written: Properties = {
            "personAsWritten": statement.person,
            "organisationAsWritten": statement.org,
            "roleAsWritten": statement.role_as_written,
        }
        return dates | written | {"roleKind": statement.role, "interim": statement.interim, "status": statement.status}
    if statement.type == "inspection":
        return {
            "organisationAsWritten": statement.org,
            "inspectorAsWritten": list(statement.inspector),
            "kind": statement.kind,
            "date": statement.date,
            "published": statement.published,
            "judgement": statement.judgement,
            "ordinal": statement.ordinal,
        }
    if statement.type == "direction":
        return {
            "organisationAsWritten": statement.org,
            "issuerAsWritten": statement.issuer,
            "personAsWritten": statement.person,
            "kind": statement.kind,
            "date": statement.date,
            "end": statement.end,
        }
    return {
        "trustAsWritten": statement.name,
        "councilAsWritten": list(statement.councils),
        "status": statement.status,
        "date": statement.date,
    }


def _entity(entity: Entity, home: str) -> Node:
    """An entity; those of its properties that name another entity become its edges."""
    literals = {name: value for name, value in entity.properties.items() if name not in names().relationships}
    return _node(entity.id, entity.label, {"name": entity.name, "alternativeName": [*entity.names], **literals}, home)


def _claim_edges(resolved: ResolvedClaim, home: str) -> Iterator[Edge]:
    claim = resolved.claim
    yield Edge(names().relationships["statedIn"].type, claim.id, claim.document, graph=home)
    for name, targets in resolved.about.items():
        yield from (Edge(names().relationships[name].type, claim.id, target, graph=home) for target in targets)


def _entity_edges(entity: Entity, home: str) -> Iterator[Edge]:
    for name, target in entity.properties.items():
        if relationship := names().relationships.get(name):
            yield Edge(relationship.type, entity.id, str(target), graph=home)
    for successor in entity.successors:
        yield Edge(names().relationships["succeededBy"].type, entity.id, successor, graph=home)


def _mention(entity: Entity, home: str) -> Edge:
    """That the document names an entity, and how: what is left of its names when other documents go."""
    given: dict[str, Value] = {"nameGiven": entity.name}
    if entity.names:
        given["formsGiven"] = sorted(entity.names)
    return Edge(names().relationships["mentions"].type, home, entity.id, given, home)


@cache
def _shapes() -> Graph:
    """The shapes alone: a small graph, which pyshacl reads anew at every check."""
    whole, shapes = ontology(), Graph()
    for shape in whole.subjects(RDF.type, SH.NodeShape):
        shapes += whole.cbd(shape)
    for declaring in whole.subjects(SH.declare):
        shapes += whole.cbd(declaring)
    return shapes


@cache
def _vocabulary() -> Graph:
    """What the shapes need to know of the ontology: which class lies below which, and the class of each concept."""
    whole, vocabulary = ontology(), Graph()
    vocabulary += (
        (below, RDFS.subClassOf, above)
        for below, above in whole.subject_objects(RDFS.subClassOf)
        if (above, RDF.type, OWL.Class) in whole and isinstance(above, URIRef)
    )
    for concept in whole.subjects(SKOS.inScheme):
        vocabulary += ((concept, RDF.type, each) for each in whole.objects(concept, RDF.type))
    return vocabulary


def _problems(graph: Graph, report: Graph) -> Iterable[str]:
    """A sentence for each broken rule, with the node, the first words of its quote, and the value in question."""
    for result in report.objects(None, SH.result):
        focus, value = report.value(result, SH.focusNode), report.value(result, SH.value)
        node, what = (value, None) if (value, WH.statedIn, focus) in graph else (focus, value)
        rule = report.value(result, SH.resultMessage)
        yield f"{_called(graph, node)}: {rule}{f' (it is “{_short(str(what))}”)' if what is not None else ''}"


def _called(graph: Graph, node: Term | None) -> str:
    quote = graph.value(node, WH.quote)
    return f"{id_of(node)}{f' (“{_short(str(quote))}”)' if quote else ''}" if node else ""


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:60]}…"


def _message(graph: Graph, problems: list[str]) -> str:
    documents = [id_of(each) for each in graph.subjects(RDF.type, WH.Document)]
    more = [f"and {len(problems) - SHOWN} more"] if len(problems) > SHOWN else []
    head = f"{' '.join(documents) or 'A graph without a document'} was not loaded, as it breaks the ontology’s rules."
    tail = "Correct what made these statements, or leave the document out."
    return "\n".join([head, *(f"- {each}" for each in [*problems[:SHOWN], *more]), tail])
