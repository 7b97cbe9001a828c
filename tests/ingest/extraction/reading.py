"""One made-up document for a test: its text, its date, and what a reader of it claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from graph.model import Document
from ingest.extraction import directions, inspections
from ingest.extraction.context import Context, read_context
from ingest.extraction.deciding.eventdates import event_dates
from ingest.trained import Offer

Reader = Callable[[Context], Iterable[Offer]]


def document(text: str, published: str | None = "2022-05-20", title: str = "") -> Document:
    return Document(
        id="document/test",
        source="test",
        sha256="0",
        text=text,
        title=title,
        media_type="text/plain",
        published=published,
    )


def told(
    reader: Reader, text: str, *fields: str, published: str | None = "2022-05-20", title: str = ""
) -> list[tuple[Any, ...]]:
    """The chosen fields of every claim that a reader finds, in order of their values."""
    found = reader(read_context(document(text, published, title)))
    return sorted((tuple(getattr(each.statement, name) for name in fields) for each, _ in found), key=repr)


def inspected(context: Context) -> Iterable[Offer]:
    """A reader of inspections."""
    return inspections.offers(context, event_dates(context))


def directed(context: Context) -> Iterable[Offer]:
    """A reader of directions."""
    return directions.offers(context, event_dates(context))
