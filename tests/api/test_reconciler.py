"""A client from PyPI that others wrote, `reconciler`, matches a table's names on a real server.

It wants an older numpy than whoheld has, so it gets an environment of its own, made once and kept in the user's cache.
It knows nothing of data extension; that is held against the specification's schemas in `test_reconcile`.
"""

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import platformdirs
import pytest

from tests.sample import BRADFORD, LEEDS, TRUST

HERE = Path(__file__).parent
LOCK = HERE / "reconciler.lock"
UNREACHABLE = ("NewConnectionError", "ConnectTimeoutError", "NameResolutionError", "ProxyError")


@pytest.fixture(scope="session")
def python() -> Path:
    """The Python of the client's environment, which is made when there is none for this lock file."""
    digest = hashlib.sha256(LOCK.read_bytes() + sys.version.encode()).hexdigest()[:12]
    home = platformdirs.user_cache_path("whoheld", appauthor=False) / f"reconciler-{digest}"
    found, made = home / "bin" / "python", home / "complete"
    if not made.exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", home], check=True)
        _install(found)
        made.touch()
    return found


def _install(found: Path) -> None:
    locked = ["--quiet", "--require-hashes", "--only-binary", ":all:", "--requirement", str(LOCK)]
    done = subprocess.run([found, "-m", "pip", "install", *locked], capture_output=True, text=True, check=False)
    if done.returncode and any(each in done.stderr for each in UNREACHABLE):
        pytest.skip("the client `reconciler` is not installed yet, and no package index can be reached to install it")
    assert done.returncode == 0, done.stderr


def _matched(
    python: Path, client: httpx.Client, table: dict[str, list[str]], type_: str | None, best: int = 1, **given: str
) -> list[dict[str, Any]]:
    """The rows that the client makes of the table's first column."""
    asked = {
        "table": table,
        "column": next(iter(table)),
        "type": type_,
        "best": best,
        "properties": given,
        "address": f"{client.base_url}/reconcile",
    }
    command = [python, HERE / "reconciler_client.py"]
    done = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    rows: list[dict[str, Any]] = json.loads(done.stdout)
    return rows


def _ids(rows: list[dict[str, Any]]) -> dict[str, tuple[str | None, bool]]:
    return {row["input_value"]: (row["id"], row["match"]) for row in rows}


def test_the_client_matches_councils_and_trusts(python: Path, client: httpx.Client) -> None:
    names = ["Bradford Council", "Leeds City Council", "Children's Trust of Bradford", "zzyzx qqq"]
    rows = _matched(python, client, {"body": names}, "Organisation")
    assert _ids(rows) == {
        "Bradford Council": (BRADFORD, True),
        "Leeds City Council": (LEEDS, True),
        "Children's Trust of Bradford": (TRUST, True),
        "zzyzx qqq": (None, False),
    }
    assert [row["type_id"] for row in rows][:3] == ["Council", "Council", "Trust"]


def test_the_client_matches_people_and_sees_that_a_misspelt_name_is_only_likely(
    python: Path, client: httpx.Client
) -> None:
    people = {"director": ["mark douglas", "Mark Duglas"]}
    rows = _matched(python, client, people, "Person")
    assert _ids(rows) == {
        "mark douglas": ("person/mark-douglas", True),
        "Mark Duglas": ("person/mark-douglas", False),
    }


def test_the_client_tells_namesakes_apart_by_another_column(python: Path, client: httpx.Client) -> None:
    table = {"director": ["Walker"], "council": ["Leeds City Council"]}
    first, second = _matched(python, client, table, "Person", best=2, organisation="council")
    assert (first["id"], second["id"]) == ("person/steve-walker", "person/anna-walker")
    assert first["score"] > second["score"]


def test_the_client_matches_more_names_than_it_sends_at_once(python: Path, client: httpx.Client) -> None:
    spellings = [f"Bradford{' ' * number}Council" for number in range(1, 26)]
    rows = _matched(python, client, {"body": spellings}, "Council")
    assert _ids(rows) == dict.fromkeys(spellings, (BRADFORD, True))
