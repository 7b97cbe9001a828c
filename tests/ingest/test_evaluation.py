"""The figures that extraction reaches on the shared evaluation set, as its own scorer counts them."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.model import Claim
from ingest.extraction import extract
from ingest.reading import read
from tests.shared import SHARED, needs_shared

EVALUATION = SHARED / "evaluation"
pytestmark = needs_shared


@pytest.fixture(scope="module")
def claims() -> dict[str, tuple[Claim, ...]]:
    documents = sorted((EVALUATION / "documents").glob("*.txt"))
    return {path.stem: extract(read(path)) for path in documents}


def as_line(document: str, claim: Claim) -> str:
    statement = claim.statement.model_dump()
    if statement.get("inspector"):
        statement["inspector"] = ", ".join(statement["inspector"])
    place = {"quote": claim.quote, "start_offset": claim.start_offset, "end_offset": claim.end_offset}
    return json.dumps({**statement, "document": document, **place})


def lines(claims: dict[str, tuple[Claim, ...]], prefix: str) -> Iterator[str]:
    return (as_line(name, claim) for name, found in claims.items() if name.startswith(prefix) for claim in found)


def score(folder: Path, claims: dict[str, tuple[Claim, ...]], prefix: str = "") -> dict[str, Any]:
    """The scorer's report over the documents whose name begins with the prefix."""
    gold = folder / "gold"
    gold.mkdir()
    for path in (EVALUATION / "gold").glob(f"{prefix}*.jsonl"):
        (gold / path.name).symlink_to(path)
    written = folder / "claims.jsonl"
    written.write_text("\n".join(lines(claims, prefix)), encoding="utf-8")
    optional, documents = EVALUATION / "optional", EVALUATION / "documents"
    command = [sys.executable, str(EVALUATION / "score.py"), str(gold), str(written), "--json"]
    command += ["--documents", str(documents), "--optional", str(optional)]
    report: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return report


def test_the_five_seed_pages_are_read_well(claims: dict[str, tuple[Claim, ...]], tmp_path: Path) -> None:
    report = score(tmp_path, claims, "seed_")
    assert report["all"]["f1"] >= 0.85


def test_all_documents_are_read_fairly(claims: dict[str, tuple[Claim, ...]], tmp_path: Path) -> None:
    report = score(tmp_path, claims)
    assert report["all"]["f1"] >= 0.40
    assert report["grounded"]["right"] == report["grounded"]["of"] > 0
