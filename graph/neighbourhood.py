"""What surrounds an entity, to a depth: the nodes and edges that a picture draws.

Tenures and delegations are edges between the entities they join; inspections and directions are nodes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from graph.answer import plain
from graph.catalogue import internal
from graph.database import Database
from graph.edtf import in_words
from graph.lookup import entity
from graph.names import specific
from graph.presence import Presence, presence
from graph.tenures import period

Row = dict[str, Any]
CAPTIONS = {"ADDRESSEE": "issued to", "ISSUER": "issued by"}
"""Relations whose own name is a word for the trade."""


@dataclass(frozen=True, slots=True)
class Node:
    """An entity, inspection or direction; `label` is its most specific class."""

    id: str
    label: str
    name: str
    properties: Row


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation with a caption (what, when), the quotes that state it (document, title, published, quote, url), and
    the days on which it held; None for what has no time."""

    id: str
    source: str
    target: str
    type: str
    caption: str
    quotes: tuple[Row, ...]
    days: Presence | None = None


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Nodes and edges in a stable order; `truncated` says that there is more than the limit let in.

    `centre` is the id of what everything is around, None where there is no such thing.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    truncated: bool = False
    centre: str | None = None


def neighbourhood(db: Database, entity_id: str, depth: int = 1, limit: int = 1000) -> Neighbourhood:
    """Everything within `depth` steps of an entity, nearest first, at most `limit` nodes; raises `UnknownName`."""
    centre = entity(db, entity_id)
    found = around(db, [Node(centre.id, centre.label, centre.name, centre.properties)], depth, limit)
    nodes = _drawn(found.nodes, found.edges, centre.label)
    here = centre.id if any(node.id == centre.id for node in nodes) else None
    return Neighbourhood(nodes, found.edges, found.truncated, here)


def around(db: Database, starts: Iterable[Node], depth: int, limit: int) -> Neighbourhood:
    """Everything within `depth` steps of some entities, nearest first, at most `limit` nodes."""
    nodes = {node.id: node for node in starts}
    edges: dict[str, Edge] = {}
    frontier = list(nodes)
    truncated = False
    for _ in range(depth):
        reached: list[str] = []
        for row in db.read(internal("neighbourhood"), {"ids": frontier}):
            new = [end for end in (row["source"], row["target"]) if end["id"] not in nodes]
            if len(nodes) + len(new) > limit:
                truncated = True
                continue
            nodes.update({end["id"]: node_of(end) for end in new})
            reached += [end["id"] for end in new]
            edges[row["id"]] = _edge(row)
        frontier = reached
        if not frontier:
            break
    return Neighbourhood(tuple(nodes.values()), tuple(edges[key] for key in sorted(edges)), truncated)


def node_of(row: Row) -> Node:
    """The node of a row that has id, labels, name and properties."""
    return Node(row["id"], specific(row["labels"]), row["name"] or row["id"], plain(row["properties"]))


def _drawn(nodes: tuple[Node, ...], edges: tuple[Edge, ...], centre: str) -> tuple[Node, ...]:
    """All nodes; a post at the centre is drawn by its tenures and not as a node, unless there are none."""
    if centre == "Role" and edges:
        ends = {end for edge in edges for end in (edge.source, edge.target)}
        return tuple(node for node in nodes if node.id in ends)
    return nodes


def _edge(row: Row) -> Edge:
    ends = row["source"]["id"], row["target"]["id"]
    return Edge(row["id"], *ends, row["type"], _caption(row), tuple(plain(row["quotes"])), _days(row))


def _days(row: Row) -> Presence | None:
    """The days of the edge's fact; that a direction appoints somebody makes nobody certain in post."""
    if row["fact"] is None:
        return None
    values = plain(row["fact"]["properties"])
    stated = bool(row["stated"]) and row["type"] != "APPOINTS"
    return presence(specific(row["fact"]["labels"]), values, stated=stated)


def _caption(row: Row) -> str:
    """What and when: "interim director of children's services, until 30 June 2019"."""
    what = row["what"] or CAPTIONS.get(row["type"]) or row["type"].replace("_", " ").lower()
    if row["type"] not in ("HELD", "RUNS_SERVICES_FOR"):
        when = in_words(row["start"])
    elif row["start"] or row["end"]:
        when = period(row["start"], row["end"])
    else:
        when = f"in post {in_words(row['attested'])}" if row["attested"] else ""
    return ", ".join(part for part in (f"interim {what}" if row["interim"] else what, when) if part)
