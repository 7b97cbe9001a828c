"""Ofsted's reports and letters as published, against their index and the table of outcomes.

Neither table feeds the extraction. The misses stand in the message of the test that fails; with `-s` they are printed.
All 210 files take two minutes on two cores: every second letter and each council's latest report take one, and all are
read where WHOHELD_ALL_REPORTS is set.
"""

from __future__ import annotations

import csv
import os
import re
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from multiprocessing import get_context
from pathlib import Path

import pytest

from graph.model import InspectionStatement, TenureStatement
from ingest.extraction import extract
from ingest.reading import read
from ingest.registers import Council, register
from tests.shared import SHARED, needs_shared

REPORTS = SHARED / "reports"
OUTCOMES = SHARED / "data" / "ofsted_csc_ilacs_overview.csv"
ALL = bool(os.environ.get("WHOHELD_ALL_REPORTS"))
SLOWEST = 30.0
LONGEST_WAY = timedelta(days=270)
SAME_REPORT = timedelta(days=60)
TITLES = re.compile(r"^(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Sir|Dame|Professor)\.? )+|,? (?:[OCM]BE|QPM)$")
POST_WORDS = re.compile(r"\b(?:director|chief executive|officer|head of|manager)\b", re.IGNORECASE)
pytestmark = needs_shared


@dataclass(frozen=True, slots=True)
class Read:
    """What one file yielded: its text, its inspections and tenures, and how long that took, in seconds."""

    text: str
    inspections: tuple[InspectionStatement, ...]
    tenures: tuple[TenureStatement, ...]
    seconds: float


def read_one(path: Path) -> Read:
    started = time.perf_counter()
    document = read(path)
    told = [claim.statement for claim in extract(document)]
    inspections = tuple(each for each in told if isinstance(each, InspectionStatement))
    tenures = tuple(each for each in told if isinstance(each, TenureStatement))
    return Read(document.text, inspections, tenures, time.perf_counter() - started)


@pytest.fixture(scope="module")
def index() -> dict[str, dict[str, str]]:
    with (REPORTS / "index.csv").open(encoding="utf-8") as rows:
        told = sorted(csv.DictReader(rows), key=lambda row: (row["council"], row["published"]))
    letters = [row for row in told if row["kind"] != "inspection"]
    latest = {row["council"]: row for row in told if row["kind"] == "inspection"}
    return {row["file"]: row for row in (told if ALL else [*letters[::2], *latest.values()])}


@pytest.fixture(scope="module")
def reports(index: dict[str, dict[str, str]]) -> Iterator[dict[str, Read]]:
    """The files, read in two processes of one thread each."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OMP_NUM_THREADS", "1")
        with ProcessPoolExecutor(min(2, os.cpu_count() or 1), mp_context=get_context("spawn")) as pool:
            yield dict(zip(index, pool.map(read_one, [REPORTS / name for name in index], chunksize=6), strict=True))


def test_no_file_takes_long(reports: dict[str, Read]) -> None:
    assert {name: each.seconds for name, each in reports.items() if each.seconds > SLOWEST} == {}


def test_each_file_tells_its_inspection_with_the_days_and_the_council(
    reports: dict[str, Read], index: dict[str, dict[str, str]]
) -> None:
    missed = [
        name for name, row in index.items() if not any(_is_its_own(each, row) for each in _of(reports, name, row))
    ]
    _compare("inspections with their days", missed, len(index), 0.98)


def test_the_overall_judgement_is_that_of_the_table(reports: dict[str, Read], index: dict[str, dict[str, str]]) -> None:
    wanted = dict(_outcomes(index))
    missed = [name for name, grade in wanted.items() if _grades(_of(reports, name, index[name])) != {grade}]
    assert len(wanted) >= 30
    _compare("overall judgements", missed, len(wanted), 0.95)


def test_the_addressee_and_the_post_of_a_letter_are_found(reports: dict[str, Read]) -> None:
    wanted = {name: found for name, each in reports.items() if (found := _addressee(each.text))}
    missed = [f"{name}: {who}" for name, who in wanted.items() if not _holds(who, reports[name].tenures)]
    assert len(wanted) >= (100 if ALL else 50)
    _compare("addressees with their posts", missed, len(wanted), 0.95)


def _compare(what: str, missed: list[str], count: int, least: float) -> None:
    share = 1 - len(missed) / count
    words = f"{what}: {count - len(missed)} of {count} ({share:.3f}); missed: {', '.join(missed) or 'none'}"
    print(words)
    assert share >= least, words


def _of(reports: dict[str, Read], name: str, row: dict[str, str]) -> list[InspectionStatement]:
    """The file's inspections of the council that it is about."""
    wanted = _council(row["council"].replace("-", " "), row["published"])
    return [each for each in reports[name].inspections if _council(each.org, row["published"]) == wanted]


def _council(name: str, on: str) -> Council | str:
    return register().find(name, on) or name


def _is_its_own(inspection: InspectionStatement, row: dict[str, str]) -> bool:
    """Whether it has its days, not long before publication, and is of the file's kind."""
    day = re.match(r"\d{4}-\d\d-\d\d", inspection.date or "")
    is_full = row["kind"] == "inspection"
    way = date.fromisoformat(row["published"]) - date.fromisoformat(day.group()) if day else None
    return way is not None and timedelta(0) <= way <= LONGEST_WAY and is_full == (inspection.kind == "inspection")


def _outcomes(index: dict[str, dict[str, str]]) -> Iterator[tuple[str, str]]:
    """The reports in the table, with their overall judgements."""
    with OUTCOMES.open(encoding="utf-8") as rows:
        table = {_council(row["local_authority"], ""): row for row in csv.DictReader(rows)}
    for name, row in index.items():
        latest = table.get(_council(row["council"].replace("-", " "), ""))
        if row["kind"] == "inspection" and latest:
            published = datetime.strptime(latest["publication_date"], "%d/%m/%y").date()
            if abs(published - date.fromisoformat(row["published"])) <= SAME_REPORT:
                yield name, latest["overall_effectiveness_grade"]


def _grades(inspections: list[InspectionStatement]) -> set[str | None]:
    """The grades of the report's own inspection: the latest that it tells to the day."""
    exact = [each for each in inspections if re.match(r"\d{4}-\d\d-\d\d", each.date or "")]
    latest = max((each.date or "" for each in exact), default="")
    return {each.judgement for each in exact if each.date == latest}


def _addressee(text: str) -> str | None:
    """The name in the address block above “Dear …”, where a line with a post stands beneath it."""
    greeting = re.search(r"^Dear\b", text[:6000], re.MULTILINE)
    lines = [line.strip() for line in text[: greeting.start() if greeting else 0].splitlines() if line.strip()][-12:]
    dated = [place for place, line in enumerate(lines) if re.fullmatch(r"\d{1,2} [A-Z][a-z]+ \d{4}", line)]
    block = lines[dated[-1] + 1 :] if dated else lines
    if len(block) < 2 or not POST_WORDS.search(block[1]):
        return None
    return TITLES.sub("", TITLES.sub("", block[0].rstrip(",")))


def _holds(person: str, tenures: tuple[TenureStatement, ...]) -> bool:
    return any(each.person == person and each.role != "inspector" and each.status == "held" for each in tenures)
