"""All Cypher that writes what documents tell: themselves, their claims, the things that they mention."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from itertools import groupby
from typing import Any, TypeVar

from neo4j import ManagedTransaction

from graph.database import rows as database_rows
from graph.mapping import Edge, Node, Rows
from graph.ontology import names
from graph.stored import STORED
from graph.terms import labels_of
from graph.turn import TAKE_TURN
from graph.writing import Write

Item = TypeVar("Item")

NAMES = ("name", "alternativeName")
FORGET_CLAIMS = "MATCH (:Document {id: $given.document})<-[:STATED_IN]-(claim:Claim) DETACH DELETE claim"
FORGET_MENTIONS = "MATCH (:Document {id: $given.document})-[mention:MENTIONS]->() DELETE mention"
FORGET_DOCUMENT = "MATCH (document:Document {id: $given.document}) DETACH DELETE document"
PUT_NODES = """
UNWIND $given.{root} AS row
MERGE (node:{root} {{id: row.id}})
ON CREATE SET node += row.named
SET node += row.properties, node:$(row.labels)
"""
PUT_EDGES = """
UNWIND $given.{type} AS row
MATCH (source:{source} {{id: row.source}})
MATCH (target:{target} {{id: row.target}})
MERGE (source)-[edge:{type}]->(target)
SET edge += row.properties
"""


def document_in_turn(transaction: ManagedTransaction, document_id: str) -> dict[str, Any] | None:
    """As `take_turn`, and what the graph then has of a document: its properties and claims; None when it has none."""
    found = database_rows(transaction, f"CALL () {{ {TAKE_TURN} }} {STORED}", {"document": document_id})
    return next(iter(found), None)


def forgotten(document: str, *, wholly: bool) -> Write:
    """A document without its claims and its naming of things, or `wholly` gone."""
    last = (FORGET_DOCUMENT,) if wholly else ()
    return Write((FORGET_CLAIMS, FORGET_MENTIONS, *last), {"document": document})


def document_told(rows: Rows) -> Write:
    """Nodes and edges of a document; what it calls a thing that it mentions names only one that is not there yet."""
    mentioned = {edge.target for edge in rows.edges if edge.type == "MENTIONS"}
    nodes = _grouped(rows.nodes, lambda node: node.labels[-1])
    edges = _grouped(rows.edges, lambda edge: edge.type)
    given = {root: [_node_row(each, each.id in mentioned) for each in group] for root, group in nodes}
    return Write(_put_all(), given | {kind: [_edge_row(each) for each in group] for kind, group in edges})


@cache
def _put_all() -> tuple[str, ...]:
    """The statements that write nodes of each top class and edges of each type, none left out: one text, one plan."""
    known = names()
    roots = sorted({lineage[-1] for lineage in known.labels.values()})
    ends = {each.type: (each.domain[0], each.range) for each in known.relationships.values()}
    edges = (
        PUT_EDGES.format(type=kind, source=labels_of(source)[-1], target=labels_of(target)[-1])
        for kind, (source, target) in sorted(ends.items())
    )
    return (*(PUT_NODES.format(root=root) for root in roots), *edges)


def _node_row(node: Node, mentioned: bool) -> Mapping[str, Any]:
    named = {name: value for name, value in node.properties.items() if mentioned and name in NAMES}
    others = {name: value for name, value in node.properties.items() if name not in named}
    return {"id": node.id, "labels": list(node.labels), "named": named, "properties": others}


def _edge_row(edge: Edge) -> Mapping[str, Any]:
    return {"source": edge.source, "target": edge.target, "properties": edge.properties}


def _grouped(items: Iterable[Item], key: Callable[[Item], Any]) -> list[tuple[Any, list[Item]]]:
    return [(each, list(group)) for each, group in groupby(sorted(items, key=key), key)]
