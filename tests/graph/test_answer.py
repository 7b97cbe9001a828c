"""Canned queries answered from a real Neo4j that holds the sample's three documents."""

from typing import Any

import pytest

from graph.answer import (
    AmbiguousName,
    Answer,
    BadParameter,
    UnknownName,
    UnknownQuery,
    answer,
    find_entities,
    resolve_entity,
)
from graph.catalogue import catalogue
from graph.database import Database, Settings, connect
from graph.load import load
from graph.schema import ensure_schema
from graph.server import Server
from ingest.rdf import to_dataset
from tests.sample import ALDERMERE, BRADFORD, DIRECTOR, LEEDS, THORNBY, leaders_of_thornby
from tests.tale import IN_THE_TALE


def _people(found: Answer) -> list[tuple[str, str]]:
    return [(row["person"], row["certainty"]) for row in found.rows]


def test_who_held_the_post_in_order_of_time(sample_graph: Database) -> None:
    found = answer(sample_graph, "who-held", {"organisation": "Bradford"})
    assert found.parameters == {
        "organisation": BRADFORD,
        "role": DIRECTOR,
        "as_of": None,
        "known_at": None,
        "known_by": None,
    }
    rows = [(row["person"], row["start"], row["end"], row["interim"]) for row in found.rows]
    assert rows == [
        ("Gladys Rhodes White", None, "2019-06-30", True),
        ("Mark Douglas", "2019-07-01", "2021-10", False),
    ]
    assert found.next is None


def test_every_row_has_its_sources_word_for_word(sample_graph: Database) -> None:
    first, second = answer(sample_graph, "who-held", {"organisation": "Bradford"}).rows[1]["sources"]
    assert first["document"] == "document/sample_council_news"
    assert first["title"] == "New director for children's services"
    assert first["published"] == "2019-07-04"
    assert first["url"] == "https://news.example/new-director"
    assert first["quote"].startswith("Mark Douglas became director")
    assert first["page"] == 1
    assert first["claim"].startswith("claim/")
    assert second["url"] is None


@pytest.mark.parametrize(
    ("organisation", "as_of", "people"),
    [
        ("Bradford", "2020-05-03", [("Mark Douglas", "certain")]),
        ("Bradford", "3 May 2020", [("Mark Douglas", "certain")]),
        ("Bradford", "2021-10-15", [("Mark Douglas", "possible")]),
        ("Bradford", "2021-11-01", []),
        ("Bradford", "2018-01-01", [("Gladys Rhodes White", "possible")]),
        ("Bradford", "2019", [("Gladys Rhodes White", "certain"), ("Mark Douglas", "certain")]),
        ("Leeds", "2018", [("Steve Walker", "certain")]),
        ("Leeds", "2016-03-01", [("Steve Walker", "possible")]),
        ("Leeds", "2015", []),
        ("Aldermere", "2021-01-01", [("Jane Okafor", "certain")]),
        ("Aldermere", "2018-04-15", [("Jane Okafor", "possible")]),
        ("Aldermere", "2022-10", [("Jane Okafor", "possible"), ("Tomasz Lind", "possible")]),
    ],
)
def test_on_a_day_holders_are_certain_or_possible(
    sample_graph: Database, organisation: str, as_of: str, people: list[tuple[str, str]]
) -> None:
    assert _people(answer(sample_graph, "who-held", {"organisation": organisation, "as_of": as_of})) == people


def test_nobody_is_possible_only_for_want_of_dates_while_another_is_certain(server: Server) -> None:
    with connect(Settings(server.uri, server.username, server.password)) as database:
        ensure_schema(database)
        load(database, to_dataset(leaders_of_thornby()))
        asked = {"organisation": THORNBY, "role": "leader of the council"}
        during, after = (answer(database, "who-held", {**asked, "as_of": day}) for day in ("2020-01-01", "2023-01-01"))
        assert _people(during) == [("Ravi Oduya", "certain")]
        assert _people(after) == [("Petra Sloane", "possible")]


def test_a_planned_holder_is_only_possible(sample_graph: Database) -> None:
    found = answer(sample_graph, "who-held", {"organisation": "Aldermere"})
    assert _people(found) == [("Jane Okafor", "certain"), ("Tomasz Lind", "possible")]


def test_any_post_can_be_asked_for(sample_graph: Database) -> None:
    found = answer(sample_graph, "who-held", {"organisation": "Aldermere", "role": "any"})
    assert [row["person"] for row in found.rows] == ["Jane Okafor", "Anna Walker", "Tomasz Lind"]


def test_a_commissioner_whom_a_direction_appointed_held_the_post(sample_graph: Database) -> None:
    (row,) = answer(sample_graph, "who-held", {"organisation": "Bradford", "role": "commissioner"}).rows
    assert (row["person"], row["start"], row["certainty"]) == ("Steve Walker", "2021-09", "certain")


def test_a_career_has_posts_and_appointments(sample_graph: Database) -> None:
    rows = answer(sample_graph, "career", {"person": "Steve Walker"}).rows
    assert [(row["role"], row["organisation"], row["start"], row["kind"]) for row in rows] == [
        (DIRECTOR, "Leeds", "2016", "post"),
        ("commissioner", "Bradford", "2021-09", "appointment"),
    ]


def test_inspections_directions_and_trusts(sample_graph: Database) -> None:
    inspections = answer(sample_graph, "inspections", {"organisation": "Bradford"}).rows
    assert [(row["kind"], row["date"], row["judgement"]) for row in inspections] == [
        ("inspection", "2018-09", "inadequate"),
        ("monitoring_visit", "2019-06-11", None),
    ]
    visits = answer(sample_graph, "inspections", {"organisation": "Bradford", "kind": "monitoring visit"}).rows
    assert [row["date"] for row in visits] == ["2019-06-11"]
    assert not answer(sample_graph, "inspections", {"organisation": "Bradford", "during": "2020"}).rows
    (direction,) = answer(sample_graph, "directions", {"organisation": "Bradford"}).rows
    assert (direction["date"], direction["person"]) == ("2021-09", "Steve Walker")
    assert direction["issuer"] == "Department for Education"
    (trust,) = answer(sample_graph, "trusts", {"organisation": "Bradford"}).rows
    assert (trust["status"], trust["council"]) == ("planned", "Bradford")


def test_a_timeline_is_in_order_and_quotes(sample_graph: Database) -> None:
    rows = answer(sample_graph, "timeline", {"organisation": "Bradford"}).rows
    assert [row["date"] for row in rows][:6] == [
        "2018-09",
        "2019-06-11",
        "2019-06-30",
        "2019-07-01",
        "2021-09",
        "2021-10",
    ]
    assert rows[3]["event"] == "Mark Douglas becomes director of children's services"
    assert all(row["sources"] for row in rows)


@pytest.mark.parametrize("name", catalogue())
def test_every_query_takes_its_own_examples_and_gives_its_columns(
    sample_graph: Database, tale_graph: Database, name: str
) -> None:
    query = catalogue()[name]
    graph = tale_graph if name in IN_THE_TALE else sample_graph
    found = answer(graph, name, {each.name: each.example for each in query.parameters if each.required})
    assert found.rows
    assert all(list(row) == [column.name for column in query.columns] for row in found.rows)
    answer(
        tale_graph if name == "predecessors" else sample_graph,
        name,
        {each.name: each.example for each in query.parameters},
    )


@pytest.mark.parametrize("size", [1, 2, 3])
def test_pages_joined_are_the_whole(sample_graph: Database, size: int) -> None:
    whole = answer(sample_graph, "timeline", {"organisation": "Bradford"}).rows
    rows: list[dict[str, Any]] = []
    cursor = None
    while page := answer(sample_graph, "timeline", {"organisation": "Bradford"}, limit=size, cursor=cursor):
        rows += page.rows
        assert len(page.rows) <= size
        if (cursor := page.next) is None:
            break
    assert rows == whole


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Bradford", BRADFORD),
        ("bradford council", BRADFORD),
        ("The City of Bradford Metropolitan District Council", BRADFORD),
        ("Bradford Metropolitan Borough Council", BRADFORD),
        (BRADFORD, BRADFORD),
        ("E08000032", BRADFORD),
        ("https://w3id.org/whoheld/id/council/E08000032", BRADFORD),
        ("Leeds City Council", LEEDS),
        ("Aldermere County Council", ALDERMERE),
    ],
)
def test_a_council_is_known_by_what_people_call_it(sample_graph: Database, text: str, entity: str) -> None:
    assert resolve_entity(sample_graph, text, "Organisation") == entity


@pytest.mark.parametrize("text", ["Mark Douglas", "mark douglas", "Mr Douglas", "Douglas", "person/mark-douglas"])
def test_a_person_is_known_by_name(sample_graph: Database, text: str) -> None:
    assert resolve_entity(sample_graph, text, "Person") == "person/mark-douglas"


def test_a_name_is_known_without_its_class(sample_graph: Database) -> None:
    assert resolve_entity(sample_graph, "Bradford") == BRADFORD
    assert resolve_entity(sample_graph, "mark douglas") == "person/mark-douglas"


def test_a_name_of_two_is_given_back_as_a_choice(sample_graph: Database) -> None:
    with pytest.raises(AmbiguousName) as error:
        answer(sample_graph, "career", {"person": "Walker"})
    assert [choice.id for choice in error.value.choices] == ["person/anna-walker", "person/steve-walker"]
    assert {choice.label for choice in error.value.choices} == {"Person"}


@pytest.mark.parametrize(
    ("parameters", "nearest"),
    [
        ({"organisation": "Bradfrod"}, "Bradford"),
        ({"organisation": "Aldermeer Council"}, "Aldermere"),
        ({"organisation": "Bradford", "role": "directer of childrens servises"}, DIRECTOR),
    ],
)
def test_an_unknown_name_comes_with_the_nearest(
    sample_graph: Database, parameters: dict[str, str], nearest: str
) -> None:
    with pytest.raises(UnknownName) as error:
        answer(sample_graph, "who-held", parameters)
    assert error.value.nearest[0].name == nearest


def test_a_person_is_no_organisation(sample_graph: Database) -> None:
    with pytest.raises(UnknownName, match="No organisation is known by the name “Mark Douglas”"):
        answer(sample_graph, "who-held", {"organisation": "Mark Douglas"})


@pytest.mark.parametrize(
    ("query", "parameters", "field", "told"),
    [
        ("who-held", {}, "organisation", "needs it, for instance “Bradford”"),
        ("who-held", {"organisation": "Bradford", "as_of": "tomorrow"}, "as_of", "2020-05-03"),
        ("who-held", {"organisation": "Bradford", "as_of": "2020-02-31"}, "as_of", "is no date"),
        ("who-held", {"organisation": "Bradford", "colour": "red"}, "colour", "organisation, role, as_of"),
        ("inspections", {"organisation": "Bradford", "kind": "raid"}, "kind", "monitoring_visit"),
    ],
)
def test_a_bad_parameter_is_told_with_what_is_accepted(
    sample_graph: Database, query: str, parameters: dict[str, str], field: str, told: str
) -> None:
    with pytest.raises(BadParameter) as error:
        answer(sample_graph, query, parameters)
    assert error.value.field == field
    assert told in error.value.message


@pytest.mark.parametrize(("limit", "cursor", "field"), [(0, None, "limit"), (5, "£", "cursor"), (5, "_w", "cursor")])
def test_a_bad_page_is_told(sample_graph: Database, limit: int, cursor: str | None, field: str) -> None:
    with pytest.raises(BadParameter) as error:
        answer(sample_graph, "timeline", {"organisation": "Bradford"}, limit, cursor)
    assert error.value.field == field


def test_an_unknown_query_comes_with_the_nearest(sample_graph: Database) -> None:
    with pytest.raises(UnknownQuery) as error:
        answer(sample_graph, "who-hold", {})
    assert error.value.nearest[0] == "who-held"


@pytest.mark.parametrize("text", ["brad", "Bradfrod", "bradford metropolitan"])
def test_entities_are_found_by_beginnings_and_in_spite_of_slips(sample_graph: Database, text: str) -> None:
    assert BRADFORD in [each.id for each in find_entities(sample_graph, text)]


@pytest.mark.parametrize("text", ["", "???", "a AND (b OR", 'name:"x"~2 *', "\\"])
def test_a_search_is_never_taken_for_the_index_language(sample_graph: Database, text: str) -> None:
    assert isinstance(find_entities(sample_graph, text), tuple)


def test_a_search_keeps_to_a_class_and_a_limit(sample_graph: Database) -> None:
    assert {each.label for each in find_entities(sample_graph, "Walker", "Person")} == {"Person"}
    assert find_entities(sample_graph, "bradford")[0].id == BRADFORD  # before what happened there
    assert len(find_entities(sample_graph, "Bradford", limit=1)) == 1
