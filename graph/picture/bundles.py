"""Parallel facts as one line, and crowds of one kind about a node as one shape. Pure."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.neighbourhood import Edge, Node

CROWD = 30
"""So many neighbours of one kind, which nothing else is related to, are drawn one by one; more are drawn as one."""
PLURALS = {
    "Person": "people",
    "Council": "councils",
    "Trust": "trusts",
    "Organisation": "organisations",
    "Inspection": "inspections",
    "Direction": "directions",
    "Role": "posts",
}


@dataclass(frozen=True, slots=True)
class Bundle:
    """All relations between two nodes."""

    id: str
    source: str
    target: str
    edges: tuple[Edge, ...]

    @property
    def both(self) -> bool:
        """Whether relations run in both directions."""
        return any(edge.source != self.source for edge in self.edges)


@dataclass(frozen=True, slots=True)
class Crowd:
    """Many neighbours of a node of one class, drawn as one until it is opened."""

    id: str
    hub: str
    label: str
    name: str
    members: tuple[str, ...]


def bundled(edges: Iterable[Edge]) -> tuple[Bundle, ...]:
    """The relations by the two nodes that they join, whatever their direction; in the order of ids."""
    together: dict[tuple[str, str], list[Edge]] = defaultdict(list)
    for edge in sorted(edges, key=lambda each: each.id):
        low, high = sorted((edge.source, edge.target))
        together[low, high].append(edge)
    return tuple(
        Bundle(json.dumps(ends), edges[0].source, edges[0].target, tuple(edges))
        for ends, edges in sorted(together.items())
    )


def crowds(nodes: Iterable[Node], bundles: Iterable[Bundle], centre: str | None = None) -> tuple[Crowd, ...]:
    """The crowds about each node, but never with the picture's centre among their members."""
    beside = neighbours(bundles)
    alike: dict[tuple[str, str], list[str]] = defaultdict(list)
    for node in sorted(nodes, key=lambda each: each.id):
        near = beside.get(node.id, set()) - {node.id}
        if len(near) == 1 and node.id != centre:
            alike[min(near), node.label].append(node.id)
    return tuple(
        Crowd(json.dumps([hub, label, "crowd"]), hub, label, counted(len(members), label), tuple(members))
        for (hub, label), members in sorted(alike.items())
        if len(members) > CROWD
    )


def neighbours(bundles: Iterable[Bundle]) -> Mapping[str, set[str]]:
    """The ids that each id has a line to."""
    beside: dict[str, set[str]] = defaultdict(set)
    for bundle in bundles:
        beside[bundle.source].add(bundle.target)
        beside[bundle.target].add(bundle.source)
    return beside


def counted(number: int, label: str) -> str:
    """How many of a class, in words: "1 person", "60 inspections"."""
    one = "post" if label == "Role" else label.lower()
    return f"{number:,} {one if number == 1 else PLURALS.get(label, f'{one}s')}"
