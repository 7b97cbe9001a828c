"""What the documents for researchers show works: the notebook from its first cell to its last, and every address."""

import argparse
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import matplotlib.pyplot as plt
import nbformat
import pandas as pd
import pytest
from nbclient import NotebookClient

from graph.database import Database
from tests.sample import DIRECTOR
from tests.serving import served

DOCS = Path(__file__).resolve().parents[1] / "docs"
CLIENTS = (DOCS / "clients.md").read_text(encoding="utf-8")
ADDRESSES = ("http://127.0.0.1:8000", "https://your.server")
COMMANDS = re.findall(r"^    (curl .+)$", CLIENTS, re.MULTILINE)
PYTHON = re.findall(r"^```python\n(.+?)^```", CLIENTS, re.MULTILINE | re.DOTALL)
R_CODE = "".join(re.findall(r"^```r\n(.+?)^```", CLIENTS, re.MULTILINE | re.DOTALL))
DARK = (0x17 / 255, 0x4A / 255, 0x7C / 255)  # the colour of the notebook's bars


@pytest.fixture(scope="module")
def address(sample_graph: Database) -> Iterator[str]:
    with served(sample_graph) as address:
        yield address


@pytest.fixture(scope="module")
def ran(address: str, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder in which the notebook ran, and all that its cells showed; a cell that fails raises here."""
    folder = tmp_path_factory.mktemp("notebook")
    notebook = _notebook()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WHOHELD", address)
        patch.setenv("MPLBACKEND", "agg")
        NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(folder)}}).execute()
    shown = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    return folder, "\n".join(output.get("text") or output["data"]["text/plain"] for output in shown)


def _notebook() -> Any:
    return nbformat.read(DOCS / "notebook.ipynb", as_version=4)  # type: ignore[no-untyped-call]


def test_the_notebook_shows_the_words_behind_its_rows(ran: tuple[Path, str]) -> None:
    _, shown = ran
    assert "Mark Douglas became director of children's services at Bradford Council on 1 July 2019." in shown
    assert "Gladys Rhodes White held the post on an interim basis until the end of June 2019." in shown


def test_the_notebook_saves_tables_of_what_the_sample_says(ran: tuple[Path, str]) -> None:
    folder, _ = ran
    held = pd.read_csv(folder / "directors.csv", keep_default_na=False)
    assert held[["person", "role", "start", "end"]].to_numpy().tolist() == [
        ["Gladys Rhodes White", DIRECTOR, "", "2019-06-30"],
        ["Mark Douglas", DIRECTOR, "2019-07-01", "2021-10"],
    ]
    inspections = pd.read_csv(folder / "inspections.csv", keep_default_na=False)
    assert inspections[["kind", "date", "judgement"]].to_numpy().tolist() == [
        ["inspection", "2018-09", "inadequate"],
        ["monitoring_visit", "2019-06-11", ""],
    ]
    assert "A monitoring visit followed on 11 June 2019." in set(inspections["source_quote"])


def test_the_notebook_plots_what_the_sample_says(ran: tuple[Path, str]) -> None:
    """One council is good, one inadequate; only Mark Douglas was surely in post for some of the time."""
    folder, _ = ran
    assert _dark_bars(folder / "ratings.png", axis=0) == 2
    assert _dark_bars(folder / "posts.png", axis=1) == 1


def _dark_bars(picture: Path, *, axis: int) -> int:
    """How many dark bars stand side by side (axis 0) or lie one below another (axis 1)."""
    dark = (abs(plt.imread(picture)[:, :, :3] - DARK) < 0.01).all(axis=2).sum(axis=axis) > 20
    return int((dark[1:] & ~dark[:-1]).sum())


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2018", "2018-01-01", "2018-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2019-07-01", "2019-07-01", "2019-07-01"),
        ("2016/2020-06", "2016-01-01", "2020-06-30"),
        ("2019/", "2019-01-01", None),
        ("../2019-03", None, "2019-03-31"),
        ("2019-21", None, None),
        ("2019-06~", None, None),
        (None, None, None),
        (float("nan"), None, None),
    ],
)
def test_the_notebook_never_reads_a_date_too_narrowly(edtf: object, first: str | None, last: str | None) -> None:
    (source,) = (cell.source for cell in _notebook().cells if "def bounds" in cell.source)
    names: dict[str, Any] = {"pd": pd, "re": re}
    exec(source, names)  # noqa: S102
    assert [day and str(day.date()) for day in names["bounds"](edtf)] == [first, last]


def test_the_notebook_is_kept_without_answers() -> None:
    assert not any(cell.get("outputs") or cell.get("execution_count") for cell in _notebook().cells)


def _by_curl(command: list[str]) -> str:
    curl = ["curl", "--fail", "--silent", "--show-error", *command]
    done = subprocess.run(curl, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def _by_httpx(command: list[str]) -> str:
    """What curl does with the options that the document uses, for machines without it; others are refused."""
    parser = argparse.ArgumentParser(exit_on_error=False)
    parser.add_argument("address")
    parser.add_argument("-H", action="append", default=[])
    parser.add_argument("--json")
    parser.add_argument("--include", action="store_true")
    given = parser.parse_args(command)
    headers = dict(header.split(": ", 1) for header in given.H)
    headers |= {"Content-Type": "application/json"} if given.json else {}
    answer = httpx.request("POST" if given.json else "GET", given.address, headers=headers, content=given.json)
    head = "\n".join(f"{name}: {value}" for name, value in answer.raise_for_status().headers.items())
    return f"{head}\n\n{answer.text}" if given.include else answer.text


# Without curl the same is asked by httpx; with it by both, so that the stand-in is tested too.
WAYS = [_by_httpx, *([_by_curl] if shutil.which("curl") else [])]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("command", COMMANDS)
def test_the_curl_commands_work(address: str, command: str, way: Callable[[list[str]], str]) -> None:
    said = way(shlex.split(_here(command, address))[1:])
    assert "Bradford" in said
    assert ("--include" in command) == ('rel="next"' in said)


def _here(text: str, address: str) -> str:
    for each in ADDRESSES:
        text = text.replace(each, address)
    return text


@pytest.mark.parametrize("code", PYTHON)
def test_the_python_code_works(address: str, code: str) -> None:
    """Each prints all holders, whether it asks for CSV or follows the pages."""
    run = [sys.executable, "-c", _here(code, address)]
    done = subprocess.run(run, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert all(name in done.stdout for name in ("Mark Douglas", "Gladys Rhodes White"))


def test_all_sorts_of_examples_are_found() -> None:
    """A change of the document's form must not leave its examples untested."""
    assert len(COMMANDS) == CLIENTS.count("\n    curl ") >= 6
    assert len(PYTHON) == CLIENTS.count("```python") >= 2
    assert R_CODE


def test_the_addresses_in_the_r_code_answer(address: str) -> None:
    """R is not run here, as it need not be installed; what its code asks for is asked."""
    paths = re.findall(r'"(/[^"]+)"', R_CODE)
    assert len(paths) >= 2
    for path in paths:
        assert httpx.get(address + path).status_code == 200, path


def test_the_addresses_for_openrefine_and_spreadsheets_answer(address: str) -> None:
    """Neither program is run here; what people give them is asked."""
    prose = CLIENTS[CLIENTS.index("## OpenRefine") :]
    asked = re.findall(r"https?://[^\"`\s]+", prose)
    assert len(asked) >= 3
    for each in asked:
        assert httpx.get(_here(each, address)).status_code == 200, each
