"""Documents with the facts that careful readers found in them: what the models learn from.

The project's own lie beside this file, written for it; the shared evaluation set is used where it is, never stored.
`python -m training.corpus` prints which documents of that set no model learns from.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from graph.model import Document
from ingest.evaluation.gold import GoldFact, read_facts
from ingest.reading import read

OWN = Path(__file__).parent / "corpus"
SHARED = Path(__file__).parents[2] / "shared" / "evaluation"


@dataclass(frozen=True)
class Annotated:
    """A document, its facts, and those that are neither wanted nor wrong; `source` is the corpus it comes from."""

    name: str
    document: Document
    facts: tuple[GoldFact, ...]
    optional: tuple[GoldFact, ...]
    source: str


def corpora() -> tuple[Annotated, ...]:
    """The project's own annotated documents but for those that `corpus/kept.txt` keeps to judge by.

    Where they are, the shared ones too, without those set aside.
    """
    learnt = [each for each in own() if each.name.partition("/")[2] not in kept()]
    shared = _of_folder(SHARED) if SHARED.is_dir() else []
    aside = set_aside(each.document.id for each in shared)
    return (*learnt, *(each for each in shared if each.document.id not in aside))


def own() -> tuple[Annotated, ...]:
    """All of the project's own annotated documents."""
    return tuple(each for folder in sorted(OWN.iterdir()) if folder.is_dir() for each in _of_folder(folder))


def kept() -> frozenset[str]:
    """The names of those that no model learns from."""
    return frozenset((OWN / "kept.txt").read_text(encoding="utf-8").split())


def set_aside(names: Iterable[str]) -> frozenset[str]:
    """Every fourth document of each genre, by name: kept from the models, so that they can be judged by it."""
    genres: dict[str, list[str]] = {}
    for name in sorted(names):
        genres.setdefault(name.partition("_")[0], []).append(name)
    return frozenset(name for of_genre in genres.values() for name in of_genre[3::4])


def _of_folder(folder: Path) -> list[Annotated]:
    return [
        Annotated(
            f"{folder.name}/{path.stem}",
            read(path),
            read_facts(folder / "gold" / f"{path.stem}.jsonl"),
            read_facts(folder / "optional" / f"{path.stem}.jsonl"),
            folder.name,
        )
        for path in sorted((folder / "documents").glob("*.txt"))
        if (folder / "gold" / f"{path.stem}.jsonl").exists()
    ]


if __name__ == "__main__":
    print("\n".join(sorted(set_aside(path.stem for path in (SHARED / "documents").glob("*.txt")))))
