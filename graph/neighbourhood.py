"""What surrounds an entity, to a depth: the nodes and edges that a picture draws.

Tenures and delegations are edges between the entities they join; inspections and directions are nodes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graph.answer import plain
from graph.catalogue import internal
from graph.database import Database
from graph.edtf import in_words
from graph.lookup import entity
from graph.names import specific
from graph.tenures import period

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Node:
    """An entity, inspection or direction; `label` is its most specific class."""

    id: str
    label: str
    name: str
    properties: Row


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation with a caption (what, when) and the quotes that state it (document, title, published, quote, url)."""

    id: str
    source: str
    target: str
    type: str
    caption: str
    quotes: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Nodes and edges in a stable order; `truncated` says that there is more than the limit let in."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    truncated: bool = False


def neighbourhood(db: Database, entity_id: str, depth: int = 1, limit: int = 1000) -> Neighbourhood:
    """Everything within `depth` steps of an entity, nearest first, at most `limit` nodes; raises `UnknownName`."""
    centre = entity(db, entity_id)
    nodes = {centre.id: Node(centre.id, centre.label, centre.name, centre.properties)}
    edges: dict[str, Edge] = {}
    frontier = [centre.id]
    truncated = False
    for _ in range(depth):
        reached: list[str] = []
        for row in db.read(internal("neighbourhood"), {"ids": frontier}):
            new = [end for end in (row["source"], row["target"]) if end["id"] not in nodes]
            if len(nodes) + len(new) > limit:
                truncated = True
                continue
            nodes.update({end["id"]: _node(end) for end in new})
            reached += [end["id"] for end in new]
            edges[row["id"]] = _edge(row)
        frontier = reached
        if not frontier:
            break
    return Neighbourhood(_drawn(nodes, edges, centre.label), tuple(edges[key] for key in sorted(edges)), truncated)


def _drawn(nodes: dict[str, Node], edges: dict[str, Edge], centre: str) -> tuple[Node, ...]:
    """All nodes; a post at the centre is drawn by its tenures and not as a node, unless there are none."""
    if centre == "Role" and edges:
        ends = {end for edge in edges.values() for end in (edge.source, edge.target)}
        return tuple(node for node in nodes.values() if node.id in ends)
    return tuple(nodes.values())


def _node(end: Row) -> Node:
    return Node(end["id"], specific(end["labels"]), end["name"] or end["id"], plain(end["properties"]))


def _edge(row: Row) -> Edge:
    ends = row["source"]["id"], row["target"]["id"]
    return Edge(row["id"], *ends, row["type"], _caption(row), tuple(plain(row["quotes"])))


def _caption(row: Row) -> str:
    """What and when: "interim director of children's services, until 30 June 2019"."""
    what = row["what"] or row["type"].replace("_", " ").lower()
    if row["type"] not in ("HELD", "RUNS_SERVICES_FOR"):
        when = in_words(row["start"])
    elif row["start"] or row["end"]:
        when = period(row["start"], row["end"])
    else:
        when = f"in post {in_words(row['attested'])}" if row["attested"] else ""
    return ", ".join(part for part in (f"interim {what}" if row["interim"] else what, when) if part)
