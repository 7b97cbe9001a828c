"""The whole graph as RDF, by the same rule as it was loaded: each document and its claims in a named graph.

Entities and facts, which all documents together support, are in the default graph; Turtle, which knows no graphs,
has everything in one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from rdflib import PROV, RDF, SKOS, XSD, Dataset, Graph

from graph.catalogue import internal
from graph.database import Database
from graph.drawable import graphml
from graph.mapping import Edge, Node, Rows, to_rdf
from graph.model import WhoheldError
from graph.ontology import CONCEPT, WH, ontology
from graph.provenance import add_provenance
from graph.terms import ID

PAGE = 1000
PREFIXES = {"wh": str(WH), "whc": str(CONCEPT), "id": str(ID), "prov": str(PROV), "xsd": str(XSD)}


class UnknownFormat(WhoheldError):
    """A format that the graph cannot be exported in."""


def export(database: Database, output_format: str) -> Iterator[bytes]:
    """The graph in UTF-8, in pieces, page by page. Raises `UnknownFormat`."""
    if output_format not in DUMPS:
        raise UnknownFormat(f"“{output_format}” is no format of an export: choose one of {', '.join(DUMPS)}")
    return DUMPS[output_format](pages(database))


def serialise(rows: Rows, output_format: str) -> bytes:
    """A part of the graph in one of `FORMATS`, with the concepts that it names, so that it validates by itself."""
    dataset = _dataset(rows)
    named = {value for _, _, value, _ in dataset.quads() if str(value) in CONCEPT}
    for concept in sorted(named, key=str):
        for relation in (RDF.type, SKOS.prefLabel, SKOS.notation):
            for value in ontology().objects(concept, relation):
                dataset.default_graph.add((concept, relation, value))
    return FORMATS[output_format](dataset)


def pages(database: Database) -> Iterator[Rows]:
    """The whole graph in rows, about `PAGE` nodes at a time, in the order of their ids."""
    after = ""
    while found := database.read(internal("export"), {"after": after, "limit": PAGE}):
        yield Rows(tuple(node_of(row) for row in found), tuple(edge for row in found for edge in edges_of(row)))
        after = str(found[-1]["id"])


def node_of(row: dict[str, Any]) -> Node:
    """A node as the queries `export` and `nodes` have it."""
    properties = {name: value for name, value in row["properties"].items() if name != "id"}
    return Node(row["id"], tuple(row["labels"]), properties, row["graph"])


def edges_of(row: dict[str, Any]) -> Iterator[Edge]:
    """The edges that leave it."""
    for edge in row["edges"]:
        yield Edge(edge["type"], row["id"], edge["target"], edge["properties"], row["graph"])


def _dataset(rows: Rows) -> Dataset:
    return add_provenance(to_rdf(rows))


def _turtle(dataset: Dataset) -> bytes:
    graph = Graph()
    graph += (triple[:3] for triple in dataset.quads())
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    return graph.serialize(format="turtle", encoding="utf-8")


def _nquads(dataset: Dataset) -> bytes:
    """Sorted, so that two exports of one graph are alike."""
    lines = dataset.serialize(format="nquads", encoding="utf-8").splitlines(keepends=True)
    return b"".join(sorted(line for line in lines if line.strip()))


def _jsonld(dataset: Dataset) -> bytes:
    return dataset.serialize(format="json-ld", encoding="utf-8", context=PREFIXES)


def _each(output_format: str, found: Iterable[Rows]) -> Iterator[bytes]:
    return (FORMATS[output_format](_dataset(page)) for page in found)


def _jsonld_pieces(found: Iterable[Rows]) -> Iterator[bytes]:
    """One JSON value, of which no more than a page is held at a time."""
    yield f'{{"@context": {json.dumps(PREFIXES)},\n"@graph": ['.encode()
    comma = ""
    for page in found:
        told = json.loads(_jsonld(_dataset(page)))
        told.pop("@context", None)
        for item in told["@graph"] if told.keys() == {"@graph"} else [told]:
            yield f"{comma}{json.dumps(item, ensure_ascii=False)}".encode()
            comma = ",\n"
    yield b"]}\n"


FORMATS: dict[str, Callable[[Dataset], bytes]] = {"turtle": _turtle, "nquads": _nquads, "jsonld": _jsonld}
DUMPS: dict[str, Callable[[Iterable[Rows]], Iterator[bytes]]] = {
    "turtle": partial(_each, "turtle"),
    "nquads": partial(_each, "nquads"),
    "jsonld": _jsonld_pieces,
    "graphml": graphml,
}
