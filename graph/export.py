"""The whole graph as RDF, by the same rule as it was loaded: each document and its claims in a named graph.

Entities and facts, which all documents together support, are in the default graph; Turtle, which knows no graphs,
has everything in one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from rdflib import PROV, XSD, Dataset, Graph

from graph.catalogue import internal
from graph.database import Database
from graph.mapping import Edge, Node, Rows, to_rdf
from graph.model import WhoheldError
from graph.ontology import CONCEPT, WH
from graph.provenance import add_provenance
from graph.terms import ID

PAGE = 1000
PREFIXES = {"wh": str(WH), "whc": str(CONCEPT), "id": str(ID), "prov": str(PROV), "xsd": str(XSD)}


class UnknownFormat(WhoheldError):
    """A format that the graph cannot be exported in."""


def export(database: Database, output_format: str) -> Iterator[bytes]:
    """The graph in UTF-8, in pieces: Turtle and N-Quads page by page, JSON-LD in one, since it is one JSON value."""
    if output_format not in FORMATS:
        raise UnknownFormat(f"“{output_format}” is no format of an export: choose one of {', '.join(FORMATS)}")
    found = pages(database)
    if output_format == "jsonld":
        found = iter([_joined(found)])
    return (FORMATS[output_format](add_provenance(to_rdf(page))) for page in found)


def pages(database: Database) -> Iterator[Rows]:
    """The whole graph in rows, about `PAGE` nodes at a time, in the order of their ids."""
    after = ""
    while found := database.read(internal("export"), {"after": after, "limit": PAGE}):
        yield Rows(tuple(_node(row) for row in found), tuple(edge for row in found for edge in _edges(row)))
        after = str(found[-1]["id"])


def _node(row: dict[str, Any]) -> Node:
    properties = {name: value for name, value in row["properties"].items() if name != "id"}
    return Node(row["id"], tuple(row["labels"]), properties, row["graph"])


def _edges(row: dict[str, Any]) -> Iterator[Edge]:
    for edge in row["edges"]:
        yield Edge(edge["type"], row["id"], edge["target"], edge["properties"], row["graph"])


def _joined(found: Iterable[Rows]) -> Rows:
    rows = list(found)
    return Rows(
        tuple(node for each in rows for node in each.nodes), tuple(edge for each in rows for edge in each.edges)
    )


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


FORMATS: dict[str, Callable[[Dataset], bytes]] = {"turtle": _turtle, "nquads": _nquads, "jsonld": _jsonld}
