"""What surrounds an entity, as the picture draws it."""

from itertools import pairwise

import pytest

from graph.answer import UnknownName
from graph.database import Database
from graph.neighbourhood import neighbourhood
from tests.sample import BRADFORD, LEEDS


def test_one_step_shows_people_inspections_directions_and_trusts(sample_graph: Database) -> None:
    around = neighbourhood(sample_graph, BRADFORD, 1)
    assert {node.label for node in around.nodes} == {"Council", "Person", "Inspection", "Direction", "Trust"}
    names = {node.name for node in around.nodes}
    assert {"Bradford", "Mark Douglas", "Gladys Rhodes White", "Susan Hinchcliffe"} <= names
    assert "Steve Walker" not in names


def test_a_tenure_is_an_edge_with_its_dates_and_quotes(sample_graph: Database) -> None:
    around = neighbourhood(sample_graph, "person/mark-douglas", 1)
    (edge,) = around.edges
    assert (edge.source, edge.target) == ("person/mark-douglas", BRADFORD)
    assert edge.caption == "director of children's services, 1 July 2019 – October 2021"
    assert [quote["document"] for quote in edge.quotes] == ["document/sample_council_news", "document/sample_gazette"]
    assert {"document", "title", "published", "quote", "url"} <= edge.quotes[0].keys()


def test_every_edge_joins_drawn_nodes_once(sample_graph: Database) -> None:
    around = neighbourhood(sample_graph, BRADFORD, 3)
    drawn = [node.id for node in around.nodes]
    assert len(drawn) == len(set(drawn))
    assert all(edge.source in drawn and edge.target in drawn for edge in around.edges)
    assert len({edge.id for edge in around.edges}) == len(around.edges)


def test_depth_reaches_from_council_to_council_over_a_person(sample_graph: Database) -> None:
    reached = [{node.id for node in neighbourhood(sample_graph, BRADFORD, depth).nodes} for depth in (0, 1, 2, 3)]
    assert reached[0] == {BRADFORD}
    assert all(less < more for less, more in pairwise(reached))
    assert LEEDS not in reached[2]
    assert LEEDS in reached[3]


def test_a_post_is_drawn_by_its_holders(sample_graph: Database) -> None:
    around = neighbourhood(sample_graph, "role/E08000032/director-of-childrens-services", 1)
    assert {node.id for node in around.nodes} == {BRADFORD, "person/mark-douglas", "person/gladys-rhodes-white"}


def test_a_limit_is_kept_and_told(sample_graph: Database) -> None:
    around = neighbourhood(sample_graph, BRADFORD, 3, limit=4)
    assert len(around.nodes) == 4
    assert around.truncated
    assert not neighbourhood(sample_graph, BRADFORD, 3).truncated


def test_an_unknown_entity_comes_with_the_nearest(sample_graph: Database) -> None:
    with pytest.raises(UnknownName) as error:
        neighbourhood(sample_graph, "person/marc-douglas", 1)
    assert "person/mark-douglas" in [each.id for each in error.value.nearest]
