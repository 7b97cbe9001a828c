"""Which nodes a picture draws where there are too many: the most connected, all in reach of each other. Pure."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict

from graph.neighbourhood import Neighbourhood
from graph.picture.bundles import counted

MOST = 400


def most_connected(whole: Neighbourhood, most: int = MOST) -> tuple[Neighbourhood, dict[str, int]]:
    """At most so many nodes with what is among them, and how many of each class are left out, most first.

    From the centre outwards always the one with most neighbours comes next, the lower id of equals; so nothing is
    drawn without the way that leads to it.
    """
    if len(whole.nodes) <= most:
        return whole, {}
    beside: dict[str, set[str]] = defaultdict(set)
    for edge in whole.edges:
        beside[edge.source].add(edge.target)
        beside[edge.target].add(edge.source)
    kept = _grown({node.id for node in whole.nodes}, beside, whole.centre, most)
    out = Counter(node.label for node in whole.nodes if node.id not in kept)
    left_out = dict(sorted(out.items(), key=lambda each: (-each[1], each[0])))
    nodes = tuple(node for node in whole.nodes if node.id in kept)
    edges = tuple(edge for edge in whole.edges if edge.source in kept and edge.target in kept)
    return Neighbourhood(nodes, edges, whole.truncated, whole.centre), left_out


def in_words(left_out: dict[str, int], drawn: int, *, more: bool) -> str:
    """What a picture does not show; empty when it shows all."""
    told = [f"Drawn are the {drawn:,} most connected; left out: {_listed(left_out)}."] if left_out else []
    if more:
        told.append("There is more around it in the graph than could be looked at: what is nearest was.")
    return " ".join(told)


def _listed(left_out: dict[str, int]) -> str:
    *first, last = [counted(number, label) for label, number in left_out.items()]
    return f"{', '.join(first)} and {last}" if first else last


def _grown(ids: set[str], beside: dict[str, set[str]], centre: str | None, most: int) -> set[str]:
    """So many ids, grown from the centre, and from the most connected of what is left when nothing is in reach."""
    seeds = sorted(ids, key=lambda each: (each != centre, -len(beside[each]), each))
    kept: set[str] = set()
    edge: list[tuple[int, str]] = []
    seen: set[str] = set()
    for seed in seeds:
        if seed not in seen:
            seen.add(seed)
            edge.append((-len(beside[seed]), seed))
        while edge and len(kept) < most:
            _, nearest = heapq.heappop(edge)
            kept.add(nearest)
            for each in (beside[nearest] & ids) - seen:
                seen.add(each)
                heapq.heappush(edge, (-len(beside[each]), each))
    return kept
