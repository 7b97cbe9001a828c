"""Making a picture: the whole page against a limit, and the network against pyvis filled as its readme tells."""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median
from typing import Any

from pyvis.network import Network

from graph.neighbourhood import Edge, Neighbourhood, Node
from graph.picture import drawing, picture
from graph.picture.network import network

LIMIT = 0.15
VIS_NETWORK: Any = Network  # pyvis is untyped
QUOTE = {
    "document": "document/bench",
    "title": "News",
    "published": "2019-07-04",
    "quote": "x" * 120,
    "claim": "claim/x",
}


def page_against_a_limit() -> tuple[str, ...]:
    """The page of 400 nodes and 1,000 edges, laid out, with its table and SVG, against a limit of 150 ms."""
    around = large_neighbourhood()
    took = median(_cpu_seconds(lambda: picture(drawing(around), "Bench", base="")) for _ in range(9))
    return "picture of 400 nodes", f"{took * 1000:.0f} ms", f"{LIMIT * 1000:.0f} ms", f"{LIMIT / took:.2f}"


def large_neighbourhood() -> Neighbourhood:
    """As much as one picture draws: 400 nodes and 1,000 edges."""
    return _around(20, 380, 1000)


def network_against_plain_pyvis() -> tuple[str, ...]:
    """The network of 5,000 nodes and 10,000 edges, against pyvis's add_node and add_edge."""
    around = _around(200, 4800, 10_000)
    ours = min(_cpu_seconds(lambda: network(drawing(around, most=5000))) for _ in range(3))
    plain = _cpu_seconds(lambda: _plainly(around))
    return "network of 5,000 nodes", f"{ours:.2f} s", f"{plain:.2f} s", f"{plain / ours:.0f}"


def _plainly(around: Neighbourhood) -> None:
    model = VIS_NETWORK(directed=True)
    for node in around.nodes:
        model.add_node(node.id, label=node.name)
    for edge in around.edges:
        model.add_edge(edge.source, edge.target)


def _cpu_seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _around(councils: int, people: int, relations: int) -> Neighbourhood:
    """People who each were in post at a few councils, with a quote for every relation."""
    places = [Node(f"council/{n}", "Council", f"Council {n}", {"gssCode": f"E{n:08}"}) for n in range(councils)]
    held = [Node(f"person/{n}", "Person", f"Person {n}", {}) for n in range(people)]
    edges = [
        Edge(
            f"tenure/{n}",
            held[n % people].id,
            places[n * 7 % councils].id,
            "HELD",
            f"director, {1990 + n % 30}",
            (QUOTE,),
        )
        for n in range(relations)
    ]
    return Neighbourhood((*places, *held), tuple(edges))
