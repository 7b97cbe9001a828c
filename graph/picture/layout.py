"""Where each node stands: rings around what is most important, by class and then by time. Pure and in linear time.

The same nodes and lines have the same places in whatever order they are given, and one more neighbour moves the
others by no more than the room that it takes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from math import cos, pi, sin, sqrt, tau

Place = tuple[float, float]
Key = Callable[[str], tuple[object, ...]]
SPACING, GAP, ROW, ROWS_FROM = 105.0, 320.0, 120.0, 26
"""Between neighbours on a ring, from a ring to the next, between the rows of a full ring, and when it has a second."""
LEAST = 0.5  # of a parent's room is shared evenly among its children, the rest by what is behind them
WIDE = 1.5  # how much wider than high several pictures side by side are


def places(beside: Mapping[str, set[str]], key: Key, centre: str | None = None) -> dict[str, Place]:
    """The place of each id; `beside` has the neighbours of every one, `key` is their order around, unlike for any two.

    Around the centre; what is not in reach of it stands beneath, each part around its most connected.
    """
    found: dict[str, Place] = {}
    parts: list[dict[str, Place]] = []
    for seed in sorted(beside, key=lambda each: (each != centre, -len(beside[each]), key(each))):
        if seed not in found:
            part = _round(seed, beside, key)
            found.update(part)
            parts.append(part)
    return _side_by_side(parts)


def within(hub: Place, crowd: Place, count: int) -> list[Place]:
    """Places for the members of a crowd, as a sunflower has its seeds, behind the crowd's own as seen from its hub."""
    radius = 0.72 * SPACING * sqrt(count)
    x, y = crowd[0] - hub[0], crowd[1] - hub[1]
    length = sqrt(x * x + y * y) or 1.0
    middle = crowd[0] + x / length * radius, crowd[1] + y / length * radius
    turn = pi * (3 - sqrt(5))
    steps = [(0.72 * SPACING * sqrt(n + 0.5), n * turn) for n in range(count)]
    return [(round(middle[0] + r * cos(a), 1), round(middle[1] + r * sin(a), 1)) for r, a in steps]


def _round(seed: str, beside: Mapping[str, set[str]], key: Key) -> dict[str, Place]:
    """One part: the seed in the middle and a ring for each number of steps from it."""
    rings, children = _rings(seed, beside, key)
    angles = _angles(rings, children)
    found: dict[str, Place] = {seed: (0.0, 0.0)}
    radius = 0.0
    for ring in rings[1:]:
        rows = 1 + len(ring) // ROWS_FROM
        radius = max(radius + GAP, _radius([angles[each] for each in ring], rows))
        for number, each in enumerate(ring):
            out = radius + number % rows * ROW
            found[each] = round(out * cos(angles[each]), 1), round(out * sin(angles[each]), 1)
        radius += (rows - 1) * ROW
    return found


def _radius(angles: list[float], rows: int) -> float:
    """How far out a ring of so many rows has room for all; at most double of what evenly shared directions need."""
    even = len(angles) * SPACING / rows / tau
    nearest = min((later - sooner for sooner, later in zip(angles, angles[rows:], strict=False)), default=tau)
    return min(SPACING / max(nearest, 1e-9), 2 * even)


def _rings(seed: str, beside: Mapping[str, set[str]], key: Key) -> tuple[list[list[str]], dict[str, list[str]]]:
    """The ids by their steps from the seed, in order around, and the children of each: whom it was first reached by."""
    rings, children, seen = [[seed]], {}, {seed}
    while rings[-1]:
        ring: list[str] = []
        for parent in rings[-1]:
            mine = sorted(beside[parent] - seen, key=key)
            children[parent] = mine
            seen.update(mine)
            ring += mine
        rings.append(ring)
    return rings[:-1], children


def _angles(rings: list[list[str]], children: Mapping[str, list[str]]) -> dict[str, float]:
    """The direction of each id: the middle of its share of its parent's room; the first begins at the top."""
    weight: dict[str, float] = {}
    for each in (one for ring in reversed(rings) for one in ring):
        weight[each] = max(1.0, sum(weight[child] for child in children[each]))
    room = {rings[0][0]: (-pi / 2, tau)}
    angles: dict[str, float] = {}
    for parent in (one for ring in rings for one in ring):
        begin, width = room[parent]
        angles[parent] = begin + width / 2
        mine = children[parent]
        whole = sum(weight[child] for child in mine)
        for child in mine:
            share = width * (LEAST / len(mine) + (1 - LEAST) * weight[child] / whole)
            room[child] = begin, share
            begin += share
    return angles


def _side_by_side(parts: Iterable[Mapping[str, Place]]) -> dict[str, Place]:
    """The first part around the origin, the others in rows beneath it."""
    first, *others = parts or [{}]
    left, _, right, top = _box(first)
    width = max(right - left, WIDE * sqrt(sum(_area(part) for part in others)))
    found, x, row = dict(first), -width / 2, top
    bottom = row
    for part in others:
        x0, y0, x1, y1 = _box(part)
        if x > -width / 2 and x + x1 - x0 > width / 2:
            x, row = -width / 2, bottom
        found |= {each: (round(at[0] + x - x0, 1), round(at[1] + row - y0, 1)) for each, at in part.items()}
        x, bottom = x + x1 - x0, max(bottom, row + y1 - y0)
    return found


def _box(part: Mapping[str, Place]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom, with room for what is written."""
    xs, ys = [at[0] for at in part.values()] or [0.0], [at[1] for at in part.values()] or [0.0]
    return min(xs) - SPACING, min(ys) - SPACING, max(xs) + SPACING, max(ys) + SPACING


def _area(part: Mapping[str, Place]) -> float:
    left, top, right, bottom = _box(part)
    return (right - left) * (bottom - top)
