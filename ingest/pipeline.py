"""The whole way of a document: read, extract, resolve, check, load; one transaction a document.

A file that fails is reported and leaves nothing behind; the others are loaded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from graph.database import Database
from graph.load import Difference, load
from graph.model import Claim, Reading, WhoheldError
from ingest.extraction import extract
from ingest.extractors import Extractor, claims_of
from ingest.moves import moved
from ingest.ordinals import numbered
from ingest.rdf import check, to_dataset
from ingest.reading import documents_in, read
from ingest.resolution import resolve


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: its claims and the difference they made, or the problem that stopped it."""

    path: Path
    claims: tuple[Claim, ...] = ()
    difference: Difference | None = None
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """What became of all files, in the order in which they were read."""

    outcomes: tuple[Outcome, ...] = ()

    @property
    def problems(self) -> tuple[Outcome, ...]:
        """The files that were not loaded."""
        return tuple(outcome for outcome in self.outcomes if outcome.problem)

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The change that each loaded file made to the facts."""
        return tuple(outcome.difference for outcome in self.outcomes if outcome.difference is not None)

    @property
    def claims_by_kind(self) -> Counter[str]:
        """How many claims of each kind (tenure, inspection, direction, trust) the loaded files make."""
        return Counter(claim.statement.type for outcome in self.outcomes for claim in outcome.claims)


@dataclass(frozen=True, slots=True)
class Progress:
    """What to call when the files are known and after each of them."""

    begin: Callable[[int], None] = field(default=lambda _total: None)
    advance: Callable[[Outcome], None] = field(default=lambda _outcome: None)


def reading_of(path: Path, extractor: Extractor = extract) -> Reading:
    """Everything that a file yields, resolved; raises `WhoheldError` where it cannot be read.

    Claims get what only the text around them tells: the numbers of visits, and bounds of the dates of posts.
    """
    document = read(path)
    return resolve(document, moved(document.text, numbered(document.text, claims_of(extractor, document))))


def ingest(
    paths: Iterable[Path], database: Database, progress: Progress | None = None, extractor: Extractor = extract
) -> Summary:
    """Load files and folders into the graph; the summary tells what changed and what failed."""
    progress = progress or Progress()
    files = documents_in(paths)
    progress.begin(len(files))
    outcomes = []
    namesakes = _namesakes(files)
    for path in files:
        other = namesakes.get(path)
        outcomes.append(
            Outcome(path, problem=_TWICE.format(other)) if other else _ingest_one(path, database, extractor)
        )
        progress.advance(outcomes[-1])
    return Summary(tuple(outcomes))


_TWICE = "has the name of {}, and a document goes by its file's name: rename one of the two"


def _namesakes(files: list[Path]) -> dict[Path, Path]:
    """The files whose name, apart from its ending, an earlier one has: loading both would lose the first."""
    first: dict[str, Path] = {}
    return {path: first[path.stem] for path in files if first.setdefault(path.stem, path) != path}


def _ingest_one(path: Path, database: Database, extractor: Extractor) -> Outcome:
    try:
        reading = reading_of(path, extractor)
        dataset = to_dataset(reading)
        check(dataset)
        difference = load(database, dataset)
    except WhoheldError as error:
        return Outcome(path, problem=str(error))
    return Outcome(path, tuple(each.claim for each in reading.claims), difference)
