"""Questions as people would ask them: understood as meant, or not at all and the reason told; never a silent guess.

`questions.jsonl` has a question a line with the query and the parameters that it means, or a null query when the graph
cannot tell; "also" lists readings that are as good. The graph is that of `tests.sample` and `tests.tale` together.
"""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.ask import Asked, ask
from graph.catalogue import catalogue
from graph.database import Database, Settings, connect
from graph.load import load
from graph.schema import ensure_schema
from graph.server import ensure_running
from ingest.rdf import to_dataset
from tests.sample import readings
from tests.tale import tale

TODAY = date(2026, 1, 2)
LINES = (Path(__file__).parent / "questions.jsonl").read_text(encoding="utf-8").splitlines()
QUESTIONS: list[dict[str, Any]] = [json.loads(line) for line in LINES]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """The sample and the tale in a Neo4j of their own, which no test writes to."""
    with (
        ensure_running(tmp_path_factory.mktemp("questions"), progress=print) as own,
        connect(Settings(own.uri, own.username, own.password)) as database,
    ):
        ensure_schema(database)
        for reading in (*readings(), *tale()):
            load(database, to_dataset(reading))
        yield database


def _with_defaults(query: str, parameters: dict[str, str]) -> dict[str, str]:
    return {each.name: each.default for each in catalogue()[query].parameters if each.default} | parameters


def _is_right(wanted: dict[str, Any], asked: Asked) -> bool:
    if asked.query is None or wanted["query"] is None:
        return asked.query is wanted["query"] and bool(asked.reason)
    got = asked.query, _with_defaults(asked.query, asked.parameters)
    allowed = [wanted, *wanted.get("also", [])]
    return got in [(each["query"], _with_defaults(each["query"], each["parameters"])) for each in allowed]


def _told(wanted: dict[str, Any], asked: Asked) -> str:
    return (
        f"{wanted['question']}: {wanted['query']} {wanted['parameters']} "
        f"was read as {asked.query} {asked.parameters} {asked.reason or ''}"
    )


def test_nine_in_ten_questions_are_read_as_meant_and_none_wrongly(graph: Database) -> None:
    failed: list[str] = []
    wrong: list[str] = []
    for wanted in QUESTIONS:
        asked = ask(graph, wanted["question"], TODAY, limit=1)
        if not _is_right(wanted, asked):
            (wrong if asked.query else failed).append(_told(wanted, asked))
    assert not wrong, "\n".join(["answered what was not asked:", *wrong])
    assert len(failed) <= len(QUESTIONS) / 10, "\n".join(failed)


def test_the_questions_are_many_and_of_every_kind() -> None:
    asked = Counter(each["query"] for each in QUESTIONS)
    assert len({each["question"] for each in QUESTIONS}) == len(LINES) >= 120
    assert asked.pop(None) >= 20
    assert asked.keys() == catalogue().keys()
    assert min(asked.values()) >= 2
