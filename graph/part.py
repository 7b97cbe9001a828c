"""A part of the graph that can stand by itself: facts with their claims, documents and all that they are about."""

from __future__ import annotations

from collections.abc import Iterable

from graph.catalogue import internal
from graph.database import Database
from graph.export import edges_of, node_of
from graph.mapping import Edge, Node, Rows

LOOSE = frozenset({"SUPPORTS", "MENTIONS", "SAME_AS", "SUCCEEDED_BY"})
"""Relationships that are told when both ends are there, but bring nothing in."""


def part(db: Database, ids: Iterable[str]) -> Rows:
    """The nodes with these ids, the claims that support those that are facts, and what both need to be understood."""
    nodes: dict[str, Node] = {}
    edges: list[Edge] = []
    asked = sorted(set(ids))
    wanted = {*asked, *(row["id"] for row in db.read(internal("supporting"), {"ids": asked}))}
    while missing := sorted(wanted - nodes.keys()):
        rows = db.read(internal("nodes"), {"ids": missing})
        nodes |= {row["id"]: node_of(row) for row in rows}
        found = [edge for row in rows for edge in edges_of(row)]
        edges += found
        wanted = {edge.target for edge in found if edge.type not in LOOSE}
    kept = (edge for edge in edges if edge.target in nodes)
    return Rows(tuple(nodes[key] for key in sorted(nodes)), tuple(sorted(kept, key=_place)))


def _place(edge: Edge) -> tuple[str, str, str]:
    return edge.source, edge.type, edge.target
