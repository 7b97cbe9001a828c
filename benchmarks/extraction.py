"""Extraction against the parse that it cannot do without."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from graph.model import Document
from ingest.extraction import extract
from ingest.language import nlp
from ingest.reading import documents_in, read

PROJECT = Path(__file__).resolve().parents[1]
SHARED = PROJECT.parent / "shared" / "evaluation" / "documents"


def against_bare_spacy() -> tuple[str, ...]:
    """Extraction of claims against bare `nlp.pipe` of the same model over the same texts, one process."""
    documents = [read(path) for path in documents_in([SHARED if SHARED.is_dir() else PROJECT / "examples"])]
    extract(documents[0])  # models are loaded once a process: neither side's loading counts
    bare = _seconds(lambda: list(nlp().pipe(document.text for document in documents)))
    ours = _seconds(lambda: _extract_all(documents))
    rates = [f"{len(documents) / seconds:.2f} documents/s" for seconds in (ours, bare)]
    return f"extract, {len(documents)} documents", *rates, f"{bare / ours:.2f}"


def _extract_all(documents: list[Document]) -> None:
    for document in documents:
        extract(document)


def _seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin
