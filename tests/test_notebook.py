"""What the documents for researchers show works: the notebook from its first cell to its last, and every address."""

import json
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import httpx
import nbformat
import pandas as pd
import pytest
from nbclient import NotebookClient

from graph.database import Database
from tests.serving import served

DOCS = Path(__file__).resolve().parents[1] / "docs"
CLIENTS = (DOCS / "clients.md").read_text()
ADDRESS = "http://127.0.0.1:8000"


@pytest.fixture(scope="module")
def address(sample_graph: Database) -> Iterator[str]:
    with served(sample_graph) as address:
        yield address


def test_the_notebook_asks_plots_and_exports(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHOHELD", address)
    monkeypatch.setenv("MPLBACKEND", "agg")
    notebook = nbformat.read(DOCS / "notebook.ipynb", as_version=4)  # type: ignore[no-untyped-call]
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(tmp_path)}}).execute()
    words = json.dumps(notebook)
    assert "Gladys Rhodes White" in words
    assert "Mark Douglas became director" in words or "held the post on an interim basis" in words
    assert {"posts.png", "ratings.png"} <= {path.name for path in tmp_path.iterdir()}
    inspections = pd.read_csv(tmp_path / "inspections.csv")
    assert "inadequate" in set(inspections["judgement"])


def test_the_notebook_is_kept_without_answers() -> None:
    notebook = nbformat.read(DOCS / "notebook.ipynb", as_version=4)  # type: ignore[no-untyped-call]
    assert not any(cell.get("outputs") for cell in notebook.cells)


@pytest.mark.parametrize("command", re.findall(r"^    (curl .+)$", CLIENTS, re.MULTILINE))
def test_the_curl_commands_work(address: str, command: str) -> None:
    curl = shutil.which("curl")
    assert curl, "curl is needed for this test: install it"
    asked = [curl, "--fail", "--silent", "--show-error", *shlex.split(command.replace(ADDRESS, address))[1:]]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Bradford" in done.stdout


def test_the_addresses_of_the_other_clients_answer(address: str) -> None:
    """R, OpenRefine and spreadsheets are not run here; what they ask for is."""
    paths = set(re.findall(r'"(/queries/[^"]+)"', CLIENTS)) | set(
        re.findall(r"127\.0\.0\.1:8000(/reconcile)`", CLIENTS)
    )
    paths |= set(re.findall(r"your\.server(/[^\"]+)", CLIENTS))
    assert len(paths) >= 4
    for path in paths:
        assert httpx.get(address + path).status_code == 200, path
