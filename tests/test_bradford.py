"""The five pages that the project began with, and Ofsted on Bradford: who is in the graph of them, and who leaves."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.server import ensure_running
from tests.shared import SHARED, needs_shared

pytestmark = needs_shared
PAGES = sorted((SHARED / "evaluation" / "documents").glob("seed_*.txt"))
REPORTS = sorted((SHARED / "reports").glob("bradford_*.pdf"))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A graph of the pages and reports."""
    place = tmp_path_factory.mktemp("bradford")
    with ensure_running(place):
        whoheld(place, "ingest", *PAGES, *REPORTS)
        yield place


def whoheld(home: Path, *arguments: str | Path) -> str:
    command = [sys.executable, "-m", "whoheld", *map(str, arguments)]
    environment = {**os.environ, "WHOHELD_HOME": str(home), "NO_COLOR": "1"}
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300, check=True).stdout


def exported(home: Path) -> bytes:
    whoheld(home, "export", "--format", "nquads", "--output", home / "graph.nq")
    return (home / "graph.nq").read_bytes()


def test_the_directors_of_bradford_are_those_whom_the_documents_name(home: Path) -> None:
    asked = whoheld(home, "query", "who-held", "-p", "organisation=Bradford", "-p", "role=DCS", "--format", "json")
    rows = [(each["person"], each["start"], each["end"], each["certainty"]) for each in json.loads(asked)["rows"]]
    assert rows == [
        ("Gladys Rhodes White", None, "2019-07-01", "certain"),
        ("Mark Douglas", "2019-07-01", "2021-10", "certain"),
    ]


def test_each_page_taken_out_and_put_back_leaves_the_graph_as_it_was(home: Path) -> None:
    before = exported(home)
    assert len(PAGES) == 5
    for page in PAGES:
        whoheld(home, "retract", f"document/{page.stem}")
        assert len(exported(home)) < len(before)
        whoheld(home, "ingest", page)
        assert exported(home) == before, page.stem
