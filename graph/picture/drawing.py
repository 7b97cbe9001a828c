"""What is drawn of a neighbourhood and where; everything else is made from this. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from graph.neighbourhood import Neighbourhood, Node
from graph.picture.bundles import Bundle, Crowd, bundled, crowds, neighbours
from graph.picture.choosing import MOST, most_connected
from graph.picture.layout import Place, places, within

CLASSES = ("Person", "Role", "Council", "Trust", "Organisation", "Inspection", "Direction")


@dataclass(frozen=True, slots=True)
class Drawing:
    """Nodes, lines between them, crowds drawn as one, the place of each node and crowd, and how many were left out."""

    part: Neighbourhood
    bundles: tuple[Bundle, ...]
    crowds: tuple[Crowd, ...]
    places: dict[str, Place]
    degrees: Counter[str]
    left_out: dict[str, int]

    @property
    def folded(self) -> dict[str, str]:
        """The crowd of each node that is not drawn until its crowd is opened."""
        return {member: crowd.id for crowd in self.crowds for member in crowd.members}


def drawing(whole: Neighbourhood, most: int = MOST) -> Drawing:
    """The drawing of a neighbourhood, of at most so many nodes."""
    part, left_out = most_connected(whole, most)
    known = {node.id for node in part.nodes}
    bundles = bundled(edge for edge in part.edges if {edge.source, edge.target} <= known)
    gathered = crowds(part.nodes, bundles, part.centre)
    degrees = Counter({each: len(near) for each, near in neighbours(bundles).items()})
    return Drawing(part, bundles, gathered, _places(part, bundles, gathered), degrees, left_out)


def _places(part: Neighbourhood, bundles: tuple[Bundle, ...], gathered: tuple[Crowd, ...]) -> dict[str, Place]:
    near = neighbours(bundles)
    beside = {node.id: set(near.get(node.id, ())) - {node.id} for node in part.nodes}
    for crowd in gathered:
        beside[crowd.hub] = beside[crowd.hub] - set(crowd.members) | {crowd.id}
        beside[crowd.id] = {crowd.hub}
        for member in crowd.members:
            del beside[member]
    order = {node.id: _order(node, first) for node, first in _first_days(part, bundles)}
    order |= {crowd.id: (_class(crowd.label), "~", crowd.name, crowd.id) for crowd in gathered}
    found = places(beside, order.__getitem__, part.centre)
    for crowd in gathered:
        spots = within(found[crowd.hub], found[crowd.id], len(crowd.members))
        found |= dict(zip(sorted(crowd.members, key=order.__getitem__), spots, strict=True))
    return found


def _first_days(part: Neighbourhood, bundles: tuple[Bundle, ...]) -> list[tuple[Node, str]]:
    """Each node with the first day that any of its relations is known to have; what has none comes last."""
    first: dict[str, str] = {}
    for bundle in bundles:
        starts = [span[0] for edge in bundle.edges if edge.days for span in edge.days.possible if span[0]]
        for end in (bundle.source, bundle.target):
            first[end] = min([first.get(end, "~"), *starts])
    return [(node, first.get(node.id, "~")) for node in part.nodes]


def _order(node: Node, first: str) -> tuple[int, str, str, str]:
    return _class(node.label), first, node.name, node.id


def _class(label: str) -> int:
    return CLASSES.index(label) if label in CLASSES else len(CLASSES)
