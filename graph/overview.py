"""How much is in the graph and what came in last: what the start page and the readiness check tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graph.answer import plain
from graph.catalogue import internal
from graph.database import Database


@dataclass(frozen=True, slots=True)
class Overview:
    """`counts` are nodes by class; `documents` have id, title, publisher, published (EDTF) and number of claims."""

    counts: dict[str, int]
    documents: tuple[dict[str, Any], ...]


def counts(db: Database) -> dict[str, int]:
    """The number of nodes of each class that people count."""
    return {name: number for name, number in db.read(internal("counts"), {})[0].items() if isinstance(number, int)}


def overview(db: Database, documents: int = 8) -> Overview:
    """The counts, and the documents that were published last."""
    rows = db.read(internal("recent-documents"), {"limit": documents})
    return Overview(counts(db), tuple(plain(dict(row)) for row in rows))
