"""Which of the words that support a fact are worth showing a person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

Row = Mapping[str, Any]


def telling(sources: Iterable[Row]) -> list[Row]:
    """The sources in order, without those whose quote a document is shown to say already, as it is or within more."""
    told = [(str(source["document"]), one_line(source.get("quote")), source) for source in sources]
    kept: dict[tuple[str, str], Row] = {}
    for document, said, source in told:
        longer = any(document == other and said in words and said != words for other, words, _ in told)
        if not longer:
            kept.setdefault((document, said), source)
    return list(kept.values())


def one_line(text: object) -> str:
    """Text without line breaks and doubled spaces; empty for None."""
    return " ".join(str(text or "").split())
