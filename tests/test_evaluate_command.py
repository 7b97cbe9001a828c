"""`whoheld evaluate` as somebody types it, on a document and gold of their own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ingest.wire import as_line
from tests.ingest.evaluation.examples import claim, tenure

PROJECT = Path(__file__).resolve().parents[1]
TEXT = "Published: 03/03/2020\n\nPriya Shah is chief executive of Aldermere Council.\n"
CLAIM = claim(tenure(), confidence=0.97, quote="Priya Shah is chief executive of Aldermere Council")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("gold", "documents"):
        (tmp_path / name).mkdir()
    (tmp_path / "documents" / "note.txt").write_text(TEXT)
    (tmp_path / "gold" / "note.jsonl").write_text(json.dumps(tenure(quote="Priya Shah is chief executive")) + "\n")
    (tmp_path / "claims.jsonl").write_text(f"{as_line(CLAIM)}\n{as_line(claim(tenure('Jo Bell')))}\n")
    return tmp_path


def evaluate(folder: Path, *options: str | Path, columns: int = 100) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "whoheld", "evaluate", "gold", "documents", *map(str, options)]
    environment = {**os.environ, "COLUMNS": str(columns), "NO_COLOR": "1", "PYTHONPATH": str(PROJECT)}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_it_reads_the_documents_and_prints_their_figures(folder: Path) -> None:
    result = evaluate(folder, "--format", "json")
    assert result.returncode == 0, result.stderr
    figures = json.loads(result.stdout)
    assert (figures["total"]["hits"], figures["total"]["gold"], figures["quotes"]["share"]) == (1, 1, 1)
    assert "errors" not in figures


def test_an_extractor_that_is_not_there_is_named_with_those_that_are(folder: Path) -> None:
    result = evaluate(folder, "--extractor", "nobody")
    assert result.returncode != 0
    assert "nobody" in result.stderr and "spacy" in result.stderr


def test_the_extractor_that_is_named_reads(folder: Path) -> None:
    result = evaluate(folder, "--extractor", "spacy", "--format", "json")
    assert json.loads(result.stdout)["total"]["hits"] == 1


@pytest.mark.parametrize("columns", [80, 100, 160])
def test_the_table_fits_and_hides_no_figure(folder: Path, columns: int) -> None:
    given = ("--claims", "claims.jsonl", "--set-aside", "claims.jsonl", "--threshold", "0.95")
    shown = evaluate(folder, *given, columns=columns).stdout
    assert max(map(len, shown.splitlines())) <= min(columns, 100)
    assert "…" not in shown
    assert "1.000" in shown and "0.500" in shown and "0.667" in shown
    assert "right in 100.0 of 100 (1 of 1)" in shown


def test_errors_are_listed_with_their_words(folder: Path) -> None:
    listed = evaluate(folder, "--claims", "claims.jsonl", "--errors").stdout
    assert "too many tenure: Jo Bell · chief executive · Aldermere Council" in listed
    assert "“as the text says”" in listed
    assert "Jo Bell" not in evaluate(folder, "--claims", "claims.jsonl").stdout


def test_the_figures_as_markdown_are_what_goes_into_a_page(folder: Path) -> None:
    page = folder / "page.md"
    page.write_text("Before\n<!-- figures: written by `make accuracy` -->\n<!-- end of figures -->\nAfter\n")
    printed = evaluate(folder, "--claims", "claims.jsonl", "--format", "markdown").stdout
    assert "| all | 0.50 | 1.00 | 0.67 | 1 | 2 | 1 |" in printed
    assert evaluate(folder, "--claims", "claims.jsonl", "--into", page).returncode == 0
    assert printed in page.read_text()


def test_what_cannot_be_measured_is_told_in_a_sentence(folder: Path) -> None:
    (folder / "claims.jsonl").write_text("nonsense\n")
    result = evaluate(folder, "--claims", "claims.jsonl")
    assert (result.returncode, "claims.jsonl, line 1" in result.stderr) == (1, True)
    (folder / "documents" / "note.txt").rename(folder / "documents" / "other.txt")
    result = evaluate(folder)
    assert result.returncode == 1
    assert "no document note" in result.stderr and "Traceback" not in result.stderr
