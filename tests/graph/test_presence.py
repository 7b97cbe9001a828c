"""The picture says of a day what `who-held` answers for it."""

from datetime import date, timedelta

import pytest

from graph.answer import answer
from graph.database import Database
from graph.neighbourhood import neighbourhood
from graph.presence import Presence, presence
from graph.subjects import of_answer, of_search
from tests.sample import ALDERMERE, BRADFORD, LEEDS

DAYS = [date(2014, 6, 30) + timedelta(days=97 * n) for n in range(36)]
TURNS = ["2018-03-31", "2018-04-01", "2018-10-01", "2019-06-30", "2019-07-01", "2021-06-30", "2021-07-05", "2022-09-01"]


def _by_query(db: Database, place: str, day: str) -> dict[str, str]:
    rows = answer(db, "who-held", {"organisation": place, "role": "any", "as_of": day}).rows
    return {row["fact_id"]: row["certainty"] for row in rows if row["fact_id"].startswith("tenure")}


def _by_picture(db: Database, place: str, day: str) -> dict[str, str]:
    held = [edge for edge in neighbourhood(db, place).edges if edge.type == "HELD"]
    told = {edge.id: edge.days.on(day) for edge in held if edge.days}
    return {each: certainty for each, certainty in told.items() if certainty != "no"}


@pytest.mark.parametrize("place", [BRADFORD, LEEDS, ALDERMERE])
def test_a_day_in_the_sample_is_certain_or_possible_as_the_query_has_it(sample_graph: Database, place: str) -> None:
    _agree(sample_graph, place)


@pytest.mark.parametrize("place", ["council/thornby", "council/marlow-fen"])
def test_a_day_in_the_tale_is_certain_or_possible_as_the_query_has_it(tale_graph: Database, place: str) -> None:
    _agree(tale_graph, place)


def _agree(db: Database, place: str) -> None:
    seen = set()
    for day in [*(each.isoformat() for each in DAYS), *TURNS]:
        asked = _by_query(db, place, day)
        assert _by_picture(db, place, day) == asked, day
        seen |= set(asked.values())
    assert seen & {"certain", "possible"}


def test_a_direction_stands_from_its_day_to_its_end() -> None:
    began = {"dateEarliest": "2018-07-02", "dateLatest": "2018-07-02"}
    directed = presence("Direction", {**began, "endEarliest": "2021-03-01", "endLatest": "2021-03-31"}, stated=True)
    told = [directed.on(day) for day in ("2018-07-01", "2018-07-02", "2021-03-01", "2021-03-02", "2021-04-01")]
    assert told == ["no", "certain", "certain", "possible", "no"]


def test_what_is_only_planned_is_never_certain() -> None:
    planned = presence("Delegation", {"dateEarliest": "2023-04-01", "dateLatest": "2023-04-01"}, stated=False)
    assert [planned.on(day) for day in ("2023-03-31", "2023-04-01")] == ["no", "possible"]


def test_that_a_direction_appoints_somebody_makes_nobody_certain_in_post(tale_graph: Database) -> None:
    edges = neighbourhood(tale_graph, "council/thornby", 2).edges
    directed, appointed = (
        [each.days for each in edges if each.type == kind and each.days] for kind in ("ADDRESSEE", "APPOINTS")
    )
    assert any(each.certain for each in directed)
    assert appointed
    assert not any(each.certain for each in appointed)


def test_what_has_no_time_is_told_apart_from_what_has_no_known_day(sample_graph: Database) -> None:
    edges = [each for place in (BRADFORD, ALDERMERE) for each in neighbourhood(sample_graph, place, 2).edges]
    assert {each.type for each in edges if each.days is None} <= {"SAME_AS", "SUCCEEDED_BY"}
    assert presence("Tenure", {}, stated=True) == Presence((), (("", ""),))


def test_an_answer_is_drawn_as_the_facts_of_its_rows_and_no_others(sample_graph: Database) -> None:
    answered = answer(sample_graph, "who-held", {"organisation": "Bradford"})
    drawn = of_answer(sample_graph, answered, 100)
    assert drawn.centre == BRADFORD
    assert {edge.id for edge in drawn.edges} == {row["fact_id"] for row in answered.rows}
    assert {node.id for node in drawn.nodes} == {BRADFORD, *(row["person_id"] for row in answered.rows)}


@pytest.mark.parametrize(
    ("query", "given"),
    [
        ("inspections", {"organisation": "Bradford"}),
        ("directions", {"organisation": "Aldermere"}),
        ("trusts", {"organisation": "Bradford"}),
        ("career", {"person": "Steve Walker"}),
        ("timeline", {"organisation": "Bradford"}),
    ],
)
def test_answers_of_other_queries_are_drawn_with_what_they_are_about(
    sample_graph: Database, query: str, given: dict[str, str]
) -> None:
    drawn = of_answer(sample_graph, answer(sample_graph, query, given), 100)
    ids = {node.id for node in drawn.nodes}
    assert drawn.edges
    assert all({edge.source, edge.target} <= ids for edge in drawn.edges)


def test_a_search_is_drawn_with_what_surrounds_what_it_finds(sample_graph: Database) -> None:
    names = {node.name for node in of_search(sample_graph, "walker", 1, 100).nodes}
    assert {"Steve Walker", "Anna Walker", "Leeds"} <= names
