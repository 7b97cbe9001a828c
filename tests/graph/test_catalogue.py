"""The canned queries' headers are the only place where a query is described, and a bad one is told plainly."""

from pathlib import Path

import pytest

from graph.catalogue import HEADER, QUERIES_PATH, InvalidQuery, catalogue, internal

GOOD = """/*
title = "Names"
meaning = "Every name."
question = ["who is called {name}"]
[parameters.name]
type = "entity"
class = "Person"
required = true
example = "Ann"
meaning = "A name."
[columns.name]
meaning = "The name."
*/
MATCH (n {id: $name}) WHERE n.id > $cursor
RETURN n.name AS name, n.id AS cursor
LIMIT $limit
"""


def test_the_six_questions_of_the_first_day_are_there() -> None:
    assert {"who-held", "career", "inspections", "directions", "trusts", "timeline"} <= catalogue().keys()


def test_who_held_says_what_it_takes_and_gives() -> None:
    query = catalogue()["who-held"]
    assert [parameter.name for parameter in query.parameters if parameter.required] == ["organisation"]
    role = query.parameter("role")
    assert role is not None
    assert role.default == "director of children's services"
    columns = [column.name for column in query.columns]
    assert columns[:8] == ["person", "role", "organisation", "start", "end", "interim", "certainty", "sources"]


@pytest.mark.parametrize("name", catalogue())
def test_the_columns_of_a_query_are_what_its_cypher_returns(name: str) -> None:
    query = catalogue()[name]
    returned = query.cypher.rsplit("\nRETURN\n", 1)[1].split("\n  cursor\n")[0]
    names = [line.strip().rstrip(",").rsplit(" AS ", 1)[-1] for line in returned.splitlines()]
    assert names == [column.name for column in query.columns]


def test_every_file_has_a_header() -> None:
    files = list(QUERIES_PATH.rglob("*.cypher"))
    assert len(files) > len(catalogue())
    assert all(HEADER.match(path.read_text(encoding="utf-8")) for path in files)


def _folder(tmp_path: Path, **files: str) -> Path:
    for name, text in files.items():
        (tmp_path / f"{name}.cypher").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_new_file_is_a_new_query(tmp_path: Path) -> None:
    assert list(catalogue(_folder(tmp_path, names=GOOD))) == ["names"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("/*\n", "", "begin the file with a comment"),
        ('title = "Names"', "", "title: Field required"),
        ('title = "Names"', "title =", "no valid TOML"),
        ('class = "Person"\n', "", "parameters.name: a parameter of type entity needs “class”"),
        ('type = "entity"', 'type = "person"', "parameters.name.type"),
        ('example = "Ann"\n', "", "parameters.name.example: Field required"),
        ('meaning = "The name."', "", "columns.name.meaning: Field required"),
        ("required = true", 'required = true\ndefault = "Bo"', "a required parameter has no default"),
        ("called {name}", "called {nickname}", "{nickname}, which is no parameter"),
        ("LIMIT $limit", "LIMIT $most", "must be both in the Cypher and among the parameters"),
        ('title = "Names"', 'title = "Names"\ntitel = "x"', "titel"),
    ],
)
def test_a_bad_header_names_the_file_and_the_field(tmp_path: Path, old: str, new: str, told: str) -> None:
    with pytest.raises(InvalidQuery) as error:
        catalogue(_folder(tmp_path, names=GOOD.replace(old, new, 1)))
    assert str(error.value).startswith("names.cypher: ")
    assert told in str(error.value)


def test_two_queries_may_not_ask_the_same(tmp_path: Path) -> None:
    with pytest.raises(InvalidQuery, match=r"more\.cypher: question: “who is called \{name\}” is also asked by less"):
        catalogue(_folder(tmp_path, more=GOOD, less=GOOD))


def test_an_internal_query_that_is_not_there_is_named() -> None:
    with pytest.raises(InvalidQuery, match=r"nothing\.cypher"):
        internal("nothing")
