"""A drawing as pyvis's model of a network, which vis-network draws."""

from __future__ import annotations

from typing import Any

from pyvis.edge import Edge as VisEdge
from pyvis.network import Network as VisNetwork
from pyvis.node import Node as VisNode

from graph.picture.bundles import Bundle, Crowd
from graph.picture.drawing import Drawing

VIS_NETWORK: Any = VisNetwork  # pyvis is untyped
VIS_NODE: Any = VisNode
VIS_EDGE: Any = VisEdge
SHAPES = {
    "Person": "dot",
    "Council": "square",
    "Trust": "diamond",
    "Organisation": "hexagon",
    "Inspection": "star",
    "Direction": "triangleDown",
    "Role": "triangle",
}
MANY = 60  # nodes from which on the most connected are drawn larger


def network(drawn: Drawing) -> VisNetwork:
    """The pyvis network, filled without `add_node` and `add_edge`, whose checks for duplicates take quadratic time."""
    model: VisNetwork = VIS_NETWORK(directed=True)
    many = len(drawn.part.nodes) - len(drawn.folded) > MANY
    for node in drawn.part.nodes:
        size = _hub(drawn.degrees[node.id]) if many else {}
        _add(model, drawn, node.id, (node.label, node.name), size)
    for crowd in drawn.crowds:
        _add(model, drawn, crowd.id, (crowd.label, crowd.name), {"size": 28, "borderWidth": 8})
    model.edges.extend(_line(bundle) for bundle in drawn.bundles)
    model.edges.extend(_to_crowd(crowd) for crowd in drawn.crowds)
    return model


def label_of(bundle: Bundle) -> str:
    """What and when on two lines, or how many facts there are."""
    if len(bundle.edges) == 1:
        return bundle.edges[0].caption.replace(", ", "\n", 1)
    return f"{len(bundle.edges)} facts"


def _add(model: Any, drawn: Drawing, identity: str, told: tuple[str, str], more: dict[str, Any]) -> None:  # noqa: ANN401
    x, y = drawn.places[identity]
    options = VIS_NODE(identity, SHAPES.get(told[0], "dot"), told[1], group=told[0], x=x, y=y, **more).options
    model.nodes.append(options)
    model.node_ids.append(identity)
    model.node_map[identity] = options


def _line(bundle: Bundle) -> dict[str, Any]:
    arrows = {"arrows": "to, from"} if bundle.both else {}
    width = {"width": min(6, 1 + len(bundle.edges))} if len(bundle.edges) > 1 else {}
    edge = VIS_EDGE(bundle.source, bundle.target, True, id=bundle.id, label=label_of(bundle), **arrows, **width)
    options: dict[str, Any] = edge.options
    return options


def _to_crowd(crowd: Crowd) -> dict[str, Any]:
    options: dict[str, Any] = VIS_EDGE(crowd.hub, crowd.id, False, id=f"line {crowd.id}", width=4).options
    return options


def _hub(degree: int) -> dict[str, Any]:
    """Sizes that let the names of the most connected be read where the others are too many."""
    letters = min(72, 18 + 2 * degree)
    return {"size": min(40, 16 + degree), "font": {"size": letters}, "widthConstraint": {"maximum": 11 * letters}}
