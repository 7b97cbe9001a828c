"""Which extractor reads, and what a command says of it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from graph.server import ensure_running
from ingest.extraction import extract
from ingest.extractors import BadClaim, UnknownExtractor, claims_of, extractor
from ingest.extractors.llm.settings import LlmSettings, NoEndpoint
from tests.ingest.extractors.endpoint import Reply, claims, document, serving, tenure

PROJECT = Path(__file__).resolve().parents[3]
TEXT = "Jane Doe has been director of children's services at Kent since May 2019."
PLUGIN = """
from graph.model import Claim, TenureStatement

def read(document):
    statement = TenureStatement(person="Jane Doe", role="mayor", org=None)
    return (Claim(document=document.id, statement=statement, quote=document.text[:8], start_offset=SHIFT,
                  end_offset=SHIFT + 8, method="parrot", method_version="1"),)
"""


def whoheld(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("WHOHELD_LLM_")}
    return subprocess.run(
        [sys.executable, "-m", "whoheld", *map(str, arguments)],
        cwd=PROJECT,
        env={**kept, "NO_COLOR": "1", "COLUMNS": "300", "NO_PROXY": "127.0.0.1", **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder with two documents."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "first.txt").write_text(TEXT)
    (folder / "second.txt").write_text("Nothing is said here of anybody at all, and the page ends.")
    return folder


def plugin(folder: Path, shift: int = 0) -> Path:
    """A package of somebody else's, as pip would leave it: a module and its dist-info."""
    (folder / "parrot.py").write_text(PLUGIN.replace("SHIFT", str(shift)))
    info = folder / "parrot-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: parrot\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[whoheld.extractors]\nparrot = parrot:read\nbroken = nowhere:read\n")
    return folder


def test_without_a_name_the_rules_read() -> None:
    """The default needs no endpoint."""
    assert extractor() is extract


def test_an_unknown_name_is_answered_with_the_known_ones() -> None:
    """So that a slip is mended at once."""
    with pytest.raises(UnknownExtractor, match=r"no extractor “spicy”.*llm.*spacy"):
        extractor("spicy")


@pytest.mark.parametrize(
    ("environment", "message"),
    [
        ({}, "needs WHOHELD_LLM_URL"),
        ({"WHOHELD_LLM_URL": "localhost:11434"}, "needs WHOHELD_LLM_URL"),
        ({"WHOHELD_LLM_URL": "http://localhost/v1"}, "needs WHOHELD_LLM_MODEL"),
        ({"WHOHELD_LLM_TIMEOUT": "soon"}, "WHOHELD_LLM_TIMEOUT can't be used"),
    ],
)
def test_a_missing_or_bad_setting_is_named(
    environment: dict[str, str], message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before anything is read."""
    for name in ("URL", "MODEL", "TIMEOUT"):
        monkeypatch.delenv(f"WHOHELD_LLM_{name}", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(NoEndpoint, match=message):
        extractor("llm")


def test_another_package_brings_an_extractor(tmp_path: Path, pages: Path) -> None:
    """It is found by its entry point, and its claims are written like any other's."""
    done = whoheld("extract", pages / "first.txt", "--extractor", "parrot", PYTHONPATH=str(plugin(tmp_path)))
    assert done.returncode == 0, done.stderr
    assert [json.loads(line)["method"] for line in done.stdout.splitlines()] == ["parrot"]


def test_an_extractor_that_cannot_be_imported_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the module that is missing."""
    monkeypatch.syspath_prepend(plugin(tmp_path))
    with pytest.raises(UnknownExtractor, match=r"“broken” \(nowhere:read\) can't be imported"):
        extractor("broken")


def test_a_claim_that_is_not_at_its_place_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever wrote the extractor, quotes are verbatim."""
    monkeypatch.syspath_prepend(plugin(tmp_path, shift=3))
    sys.modules.pop("parrot", None)
    with pytest.raises(BadClaim, match="“parrot” returned a claim whose quote is not at its place in document/page"):
        claims_of(extractor("parrot"), document(TEXT))


def test_the_command_reads_with_a_model_and_tells_what_it_took(pages: Path) -> None:
    """Claims on standard output, cost on standard error; a document that fails is named and the other one kept."""

    def script(request: dict[str, object]) -> Reply:
        return claims((tenure(), TEXT)) if "Jane Doe" in str(request["messages"]) else Reply(status=400)

    with serving(script) as endpoint:
        done = whoheld("extract", pages, "--extractor", "llm", WHOHELD_LLM_URL=endpoint.url, WHOHELD_LLM_MODEL="tester")
    (line,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert (line["method"], line["quote"]) == ("llm:tester", TEXT)
    assert done.returncode == 1
    assert "llm tester: 2 requests, 100 input tokens, 20 output tokens" in done.stderr
    assert "1 of 2 parts failed" in done.stderr
    assert "second.txt: tester gave no usable answer for second" in done.stderr


def test_claims_of_a_model_reach_the_graph(pages: Path, tmp_path: Path) -> None:
    """`ingest` loads what the model read and the check let pass."""
    home = tmp_path / "home"
    with (
        ensure_running(home),
        serving(lambda _request: claims((tenure(), TEXT), (tenure(), "Jane Doe left Kent."))) as endpoint,
    ):
        done = whoheld(
            *("ingest", pages, "--extractor", "llm"),
            WHOHELD_HOME=str(home),
            WHOHELD_LLM_URL=endpoint.url,
            WHOHELD_LLM_MODEL="tester",
        )
    assert done.returncode == 0, done.stderr
    assert re.search(r"claims\s+1 \(1 tenure\)", done.stdout)
    assert "3 claims whose quote is not in the text" in done.stderr


def test_the_command_names_the_extractors_there_are(pages: Path) -> None:
    """One sentence, no traceback, nothing written."""
    done = whoheld("extract", pages, "--extractor", "spicy")
    assert (done.returncode, done.stdout) == (1, "")
    assert "There is no extractor “spicy”. Installed are: llm, spacy." in done.stderr


def test_the_guide_tells_every_setting() -> None:
    """What can be set is written down, and nothing else."""
    guide = (PROJECT / "docs" / "extractors.md").read_text()
    told = set(re.findall(r"^\| `WHOHELD_LLM_(\w+)` \|", guide, re.MULTILINE))
    assert told == {name.upper() for name in LlmSettings.model_fields}


def test_reading_with_rules_loads_no_client_of_a_model() -> None:
    """The library for models is imported only when it is chosen."""
    code = "import sys, whoheld, ingest.pipeline; print([m for m in ('pydantic_ai', 'openai') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
