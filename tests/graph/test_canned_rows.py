"""Every canned query against a real Neo4j, its rows compared with what the tale's sentences say, worked out by hand."""

from typing import Any

import pytest

from graph.answer import answer
from graph.catalogue import catalogue
from graph.database import Database
from graph.names import UnknownName
from tests.tale import IN_THE_TALE

DIRECTOR = "director of children's services"
CERTAIN, POSSIBLE = "certain", "possible"
THORNBY, MARLOW, COUNTY = "Thornby Council", "Marlow Fen Council", "Northamptonshire County Council"
NORTH, WEST = "North Northamptonshire Council", "West Northamptonshire Council"
TRUST = "Thornby Children's Trust"


def _rows(graph: Database, query: str, columns: str, **parameters: str) -> list[tuple[Any, ...]]:
    found = answer(graph, query, parameters).rows
    assert all(row["sources"] for row in found if row.get("fact_id")), "a row of a fact without its words"
    return [tuple(row[name] for name in columns.split()) for row in found]


def test_who_was_in_post_on_a_day(tale_graph: Database) -> None:
    asked = {"as_of": "2018-06-01"}
    assert _rows(tale_graph, "in-post", "organisation person interim certainty", **asked) == [
        (NORTH, "Ita Moss", False, POSSIBLE),
        (THORNBY, "Ivo Lang", True, CERTAIN),
    ]
    assert _rows(tale_graph, "in-post", "person", as_of="2019", role="chief executive") == [("Owen Pike",)]
    assert _rows(tale_graph, "in-post", "person", as_of="2021-08", organisation="Thornby") == []


def test_who_worked_with_whom(tale_graph: Database) -> None:
    columns = "colleague colleague_role from to certainty"
    assert _rows(tale_graph, "colleagues", columns, person="Owen Pike") == [
        ("Ruth Calder", DIRECTOR, "2016-01-01", "2018-03-31", CERTAIN),
        ("Ivo Lang", f"interim {DIRECTOR}", "2018-04-01", "2018-09-30", CERTAIN),
        ("Ada Finch", DIRECTOR, "2018-10-01", "2020-12-31", CERTAIN),
    ]
    assert _rows(tale_graph, "colleagues", "colleague", person="Owen Pike", as_of="2019") == [("Ada Finch",)]
    assert _rows(tale_graph, "colleagues", "colleague", person="Sol Marsh") == []


def test_who_moved_between_councils(tale_graph: Database) -> None:
    columns = "person from left to started certainty"
    ada = ("Ada Finch", THORNBY, "2021-06-30", MARLOW, "2021-07-05", CERTAIN)
    nora = ("Nora Quill", MARLOW, None, THORNBY, "2018-07-02", CERTAIN)
    assert _rows(tale_graph, "movers", columns) == [nora, ada]
    assert _rows(tale_graph, "movers", columns, to="Marlow Fen") == [ada]
    assert _rows(tale_graph, "movers", columns, role="DCS") == [ada]
    assert _rows(tale_graph, "movers", columns, as_of="2019") == [nora]
    assert _rows(tale_graph, "movers", columns, **{"from": "Thornby"}) == [ada]


def test_how_councils_are_rated_and_since_when(tale_graph: Database) -> None:
    columns = "organisation judgement since before"
    assert _rows(tale_graph, "ratings", columns) == [
        (MARLOW, "outstanding", "2021-06", None),
        (COUNTY, "inadequate", "2019-07", None),
        (THORNBY, "good", "2023-02", "requires improvement"),
    ]
    assert _rows(tale_graph, "ratings", columns, judgement="good") == [
        (THORNBY, "good", "2023-02", "requires improvement")
    ]
    assert _rows(tale_graph, "ratings", columns, organisation="Thornby", as_of="2021") == [
        (THORNBY, "requires improvement", "2020-03", "inadequate")
    ]


def test_commissioners_and_where_they_served(tale_graph: Database) -> None:
    columns = "person kind organisation start issuer certainty"
    fen = ("Nora Quill", "commissioner", MARLOW, "2016-05", None, CERTAIN)
    thornby = ("Nora Quill", "commissioner", THORNBY, "2018-07-02", "Department for Education", CERTAIN)
    assert _rows(tale_graph, "commissioners", columns) == [fen, thornby]
    assert _rows(tale_graph, "commissioners", columns, organisation="Thornby") == [thornby]
    assert _rows(tale_graph, "commissioners", columns, as_of="2017") == [(*fen[:-1], POSSIBLE)]
    assert _rows(tale_graph, "commissioners", columns, kind="adviser") == []


def test_judgements_before_and_after_a_trust(tale_graph: Database) -> None:
    columns = "trust council status date before after"
    after = ["requires improvement (2020-03)", "good (2023-02)"]
    assert _rows(tale_graph, "trust-effects", columns) == [
        (TRUST, THORNBY, "operating", "2019-04-01", "inadequate", after),
    ]
    assert _rows(tale_graph, "trust-effects", "after", council="Thornby", as_of="2021") == [(after[:1],)]


def test_what_happened_during_a_tenure(tale_graph: Database) -> None:
    columns = "date kind event certainty"
    assert _rows(tale_graph, "during-tenure", columns, person="Ada Finch") == [
        ("2019-04-01", "trust", f"{TRUST}: operating", CERTAIN),
        ("2020-03", "inspection", "inspection: requires improvement", CERTAIN),
    ]
    first, *then = _rows(tale_graph, "during-tenure", "event", person="Ivo Lang")
    assert first == ("inspection: inadequate",)
    assert sorted(then) == [("commissioner appointment of Nora Quill",), ("statutory direction",)]
    assert _rows(tale_graph, "during-tenure", "date", person="Ada Finch", as_of="2020") == [("2020-03",)]


def test_how_many_held_a_post(tale_graph: Database) -> None:
    columns = "organisation holders permanent interim people"
    four = ["Ruth Calder", "Ivo Lang", "Ada Finch", "Sol Marsh"]
    assert _rows(tale_graph, "holder-count", columns)[0] == (THORNBY, 4, 3, 1, four)
    assert _rows(tale_graph, "holder-count", "people", organisation="Thornby", during="2019/2020") == [(["Ada Finch"],)]
    assert _rows(tale_graph, "holder-count", "people", organisation="Thornby", as_of="2018-08") == [(four[:2],)]


def test_the_longest_time_without_a_permanent_holder(tale_graph: Database) -> None:
    columns = "organisation days before after meanwhile certainty"
    assert _rows(tale_graph, "without-permanent", columns) == [
        (THORNBY, 183, "Ruth Calder", "Ada Finch", ["Ivo Lang"], CERTAIN),
        (THORNBY, 153, "Ada Finch", "Sol Marsh", [], CERTAIN),
    ]
    assert _rows(tale_graph, "without-permanent", "days", as_of="2021-09") == [(153,)]


def test_the_shortest_way_between_two_actors(tale_graph: Database) -> None:
    joined = _rows(tale_graph, "path", "step from fact to", one="Ruth Calder", other="Ada Finch")
    post = f"{DIRECTOR} at {THORNBY}"
    assert joined == [
        (1, "Ruth Calder", f"Ruth Calder, {post}, 1 April 2015 – 31 March 2018", post),
        (2, post, f"Ada Finch, {post}, 1 October 2018 – 30 June 2021", "Ada Finch"),
    ]
    assert _rows(tale_graph, "path", "from fact to", one=NORTH, other=COUNTY) == [(NORTH, "successor of", COUNTY)]
    assert _rows(tale_graph, "path", "step", one="Ita Moss", other="Sol Marsh") == []
    assert _rows(tale_graph, "path", "step", one="Ruth Calder", other="Ada Finch", as_of="2016") == []


def test_what_a_document_says(tale_graph: Database) -> None:
    columns = "kind start end confidence"
    assert _rows(tale_graph, "claims", columns, document="tale_fen_news") == [
        ("tenure", None, "2021-06-30", 0.9),
        ("tenure", "2021-07-05", None, 0.9),
        ("direction", "2016-05", None, 0.9),
        ("direction", "2018-07-02", None, 0.9),
        ("inspection", "2021-06", None, 0.9),
    ]
    assert _rows(tale_graph, "claims", "quote", document="From Thornby to the Fen", kind="inspection") == [
        ("Marlow Fen was rated outstanding in June 2021.",)
    ]
    with pytest.raises(UnknownName, match="Nearest: From Thornby to the Fen"):
        answer(tale_graph, "claims", {"document": "fen_news"})


def test_facts_with_a_single_source(tale_graph: Database) -> None:
    fen = "From Thornby to the Fen"
    assert _rows(tale_graph, "single-source", "kind document", entity="Marlow Fen") == [
        ("tenure", fen),
        ("direction", fen),
        ("inspection", fen),
    ]
    directions = _rows(tale_graph, "single-source", "fact", kind="direction")
    assert not any("Nora Quill for Thornby" in fact for (fact,) in directions), "two documents tell of it"


def test_predecessors_and_their_records(tale_graph: Database) -> None:
    columns = "council relation existed_to kind date"
    assert _rows(tale_graph, "predecessors", columns, council=NORTH) == [
        (COUNTY, "predecessor", "2021-03-31", "inspection", "2019-07")
    ]
    assert _rows(tale_graph, "predecessors", columns, council=COUNTY) == [
        (NORTH, "successor", None, "tenure", None),
        (WEST, "successor", None, None, None),
    ]


@pytest.mark.parametrize("name", catalogue())
def test_page_by_page_and_as_known_now_every_query_gives_the_same_rows(tale_graph: Database, name: str) -> None:
    asked = ASKED[name]
    whole = answer(tale_graph, name, asked)
    assert whole.next is None
    paged: list[dict[str, Any]] = []
    cursor = None
    while len(paged) <= len(whole.rows):
        page = answer(tale_graph, name, asked, limit=1, cursor=cursor)
        paged += page.rows
        cursor = page.next
        if cursor is None:
            break
    assert paged == whole.rows
    if name != "history":
        known = answer(tale_graph, name, {**asked, "known_at": "2100", "known_by": "ingested"}).rows
        assert [_told(row) for row in known] == [_told(row) for row in whole.rows]


@pytest.mark.parametrize("name", catalogue())
def test_every_query_answers_its_own_examples(sample_graph: Database, tale_graph: Database, name: str) -> None:
    query = catalogue()[name]
    asked = {each.name: each.example for each in query.parameters if each.required}
    found = answer(tale_graph if name in IN_THE_TALE else sample_graph, name, asked)
    assert all(list(row) == [column.name for column in query.columns] for row in found.rows)


def test_there_are_at_least_eighteen_canned_queries() -> None:
    assert len(catalogue()) >= 18


ASKED: dict[str, dict[str, str]] = {
    "career": {"person": "Ada Finch"},
    "claims": {"document": "tale_chronicle"},
    "colleagues": {"person": "Owen Pike"},
    "commissioners": {},
    "conflicts": {},
    "directions": {"organisation": "Thornby"},
    "during-tenure": {"person": "Ada Finch"},
    "history": {"entity": "Thornby"},
    "holder-count": {},
    "in-post": {"as_of": "2021-08", "role": "any"},
    "inspections": {"organisation": "Thornby"},
    "movers": {},
    "path": {"one": "Sol Marsh", "other": "Nora Quill"},
    "predecessors": {"council": "Northamptonshire County Council"},
    "ratings": {},
    "single-source": {},
    "timeline": {"organisation": "Thornby"},
    "trust-effects": {},
    "trusts": {"organisation": "Thornby"},
    "who-held": {"organisation": "Thornby"},
    "without-permanent": {},
}


def _told(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in ("claim", "fact_id")}
