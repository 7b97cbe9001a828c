"""Laws of a drawing: the same for the same, whatever the order; nothing lost; one more neighbour moves little."""

import random
from math import dist
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.neighbourhood import Edge, Neighbourhood, Node
from graph.picture import drawing, svg
from graph.picture.bundles import CROWD, bundled
from tests.hostile import PAYLOADS

LABELS = ("Person", "Council", "Inspection", "Direction")
PAIRS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=60)


def _of(pairs: list[tuple[int, int]], alone: int = 0) -> Neighbourhood:
    ids = sorted({each for pair in pairs for each in pair} | set(range(alone)))
    nodes = tuple(Node(f"n/{n}", LABELS[n % 4], f"Name {n % 7}", {}) for n in ids)
    edges = tuple(Edge(f"e/{n}", f"n/{a}", f"n/{b}", "HELD", "director", ()) for n, (a, b) in enumerate(pairs))
    return Neighbourhood(nodes, edges, False, nodes[0].id if nodes else None)


def _star(count: int, label: str = "Person") -> Neighbourhood:
    centre = Node("council/x", "Council", "Thornby", {})
    around = [Node(f"of/{n:03}", label, f"Name {n:03}", {}) for n in range(count)]
    edges = tuple(Edge(f"e/{each.id}", each.id, centre.id, "HELD", "director", ()) for each in around)
    return Neighbourhood((centre, *around), edges, False, centre.id)


@given(PAIRS, st.randoms())
def test_the_order_in_which_things_come_changes_nothing(pairs: list[tuple[int, int]], chance: random.Random) -> None:
    one = _of(pairs)
    nodes, edges = list(one.nodes), list(one.edges)
    chance.shuffle(nodes)
    chance.shuffle(edges)
    other = Neighbourhood(tuple(nodes), tuple(edges), False, one.centre)
    assert drawing(one).places == drawing(other).places
    assert drawing(one).bundles == drawing(other).bundles


@given(PAIRS, st.integers(0, 5))
def test_everything_has_a_place_and_no_two_the_same(pairs: list[tuple[int, int]], alone: int) -> None:
    drawn = drawing(_of(pairs, alone))
    assert {node.id for node in drawn.part.nodes} <= drawn.places.keys()
    spots = sorted(drawn.places.values())
    assert all(dist(one, other) > 20 for n, one in enumerate(spots) for other in spots[:n])


@given(PAIRS)
def test_each_fact_is_in_one_line_and_no_two_lines_join_the_same(pairs: list[tuple[int, int]]) -> None:
    edges = _of(pairs).edges
    lines = bundled(edges)
    assert sorted(edge.id for line in lines for edge in line.edges) == sorted(edge.id for edge in edges)
    assert len({frozenset((line.source, line.target)) for line in lines}) == len(lines)
    assert len({line.id for line in lines}) == len(lines)


@pytest.mark.parametrize("count", range(3, 25))
def test_one_more_neighbour_moves_the_others_by_no_more_than_its_room(count: int) -> None:
    before, after = drawing(_star(count)).places, drawing(_star(count + 1)).places
    assert before["council/x"] == after["council/x"]
    radius = max(abs(each) for place in after.values() for each in place)
    assert max(dist(before[each], after[each]) for each in before) < 7 * radius / (count + 1)


def test_a_crowd_of_one_kind_is_one_shape_and_its_members_have_places_for_when_it_is_opened() -> None:
    drawn = drawing(_star(60, "Inspection"))
    (crowd,) = drawn.crowds
    assert (crowd.name, crowd.hub, len(crowd.members)) == ("60 inspections", "council/x", 60)
    assert set(crowd.members) <= drawn.places.keys()
    assert drawing(_star(CROWD)).crowds == ()


def test_the_most_connected_are_kept_with_the_way_that_leads_to_them() -> None:
    chain = [(n, n + 1) for n in range(10)]
    leaves = [(10, 100 + n) for n in range(20)]
    whole = _of([*chain, *leaves, *((0, 200 + n) for n in range(5))])
    drawn = drawing(whole, most=12)
    assert len(drawn.part.nodes) == 12
    assert {f"n/{n}" for n in range(11)} <= {node.id for node in drawn.part.nodes}
    assert sum(drawn.left_out.values()) == len(whole.nodes) - 12


def test_the_svg_is_well_formed_told_in_words_and_the_same_each_time() -> None:
    people = [Node(each, "Person", each, {}) for each in PAYLOADS]
    towns = [Node(f"council/{n}", "Council", PAYLOADS[n], {}) for n in (0, 1)]
    edges = [Edge(f"{n}", each.id, towns[n % 2].id, "HELD", each.id, ()) for n, each in enumerate(people)]
    around = Neighbourhood((*towns, *people), tuple(edges))
    text = svg(drawing(around), PAYLOADS[0])
    root = ET.fromstring(text)  # noqa: S314  # our own
    space = "{http://www.w3.org/2000/svg}"
    assert root.findtext(f"{space}title") == PAYLOADS[0]
    assert f"{len(PAYLOADS) + 2} people, bodies and events" in str(root.findtext(f"{space}desc"))
    kinds = {each.tag.removeprefix(space) for each in root.iter()}
    assert kinds == {"svg", "title", "desc", "g", "line", "path", "text"}
    assert not any(name.startswith("on") or name == "href" for each in root.iter() for name in each.attrib)
    assert svg(drawing(around), PAYLOADS[0]) == text
