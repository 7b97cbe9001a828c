"""The guide to asking in Cypher: its queries run and find something, its tables are the ontology's."""

import re
from pathlib import Path

import pytest

from graph.cypher import read_cypher
from graph.database import Database
from graph.guide import guide

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "cypher.md").read_text()
WORKED = re.findall(r"\*\*(.+?)\*\*\n\n```cypher\n(.+?)\n```", GUIDE, re.DOTALL)


def test_there_are_ten_worked_queries() -> None:
    assert len(WORKED) == 10


@pytest.mark.parametrize("question", [question for question, _ in WORKED])
def test_a_worked_query_runs_and_finds_something(sample_graph: Database, tale_graph: Database, question: str) -> None:
    query = dict(WORKED)[question]
    found = [read_cypher(graph, query) for graph in (sample_graph, tale_graph)]
    assert any(table.rows for table in found), question
    assert all(set(row) == set(table.columns) for table in found for row in table.rows)


def test_the_schema_is_the_ontology_s() -> None:
    assert GUIDE.endswith(guide()), "write the schema again: whoheld schema"
