"""An answer's rows as a page shows them: dates in words, names linked, and each row's quotes beneath it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from api.rendering import document_address, place_of, when, words
from graph.catalogue import Column
from graph.picture import web_address
from graph.quotes import one_line, telling

UNSHOWN = ("id", "sources")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows; `exact` is the EDTF behind a date in words, `href` the page of what it names."""

    heading: str
    text: str
    href: str | None = None
    exact: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of one document and where to read them: `href` on the document's page here, `web` at its source."""

    words: str
    title: str
    published: str
    href: str
    web: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its cells in the order of the headings, and its quotes.

    The line of a fact has an `anchor`, the `href` of the fact's page, how many `more` quotes are there, and what
    documents dispute in it, as words with an address. A `gap` is a time of which no document tells.
    """

    cells: tuple[Cell, ...]
    quotes: tuple[Quote, ...]
    possible: bool
    anchor: str | None = None
    href: str | None = None
    more: int = 0
    disputes: tuple[tuple[str, str], ...] = ()
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Headings and lines; without columns that are empty, or the same as the quote, in every row."""

    headings: tuple[str, ...]
    lines: tuple[Line, ...]


def table(columns: Sequence[Column], rows: Sequence[Mapping[str, Any]]) -> Table:
    """The rows for a page, in their order."""
    shown = [
        column
        for column in columns
        if column.type not in UNSHOWN
        and any(row.get(column.name) not in (None, "", [], False) for row in rows)
        and not all(_is_quoted(row, column.name) for row in rows)
    ]
    lines = tuple(
        Line(
            tuple(_cell(column, row) for column in shown),
            quotes(row.get("sources") or ()),
            row.get("certainty") == "possible",
        )
        for row in rows
    )
    return Table(tuple(_heading(column) for column in shown), lines)


def quotes(sources: Iterable[Mapping[str, Any]]) -> tuple[Quote, ...]:
    """Each source's words once, and within longer ones of it not again."""
    return quoted(telling(sources))


def quoted(sources: Iterable[Mapping[str, Any]]) -> tuple[Quote, ...]:
    """The words of each source as a page shows them."""
    return tuple(_quote(source) for source in sources)


def _is_quoted(row: Mapping[str, Any], name: str) -> bool:
    """Whether a column has the words that stand beneath the row as its quote."""
    return any(row.get(name) == source.get("quote") for source in row.get("sources") or ())


def _quote(source: Mapping[str, Any]) -> Quote:
    return Quote(
        one_line(source.get("quote")),
        one_line(source.get("title") or source["document"]),
        when(source.get("published")),
        document_address(str(source["document"]), source.get("claim")),
        web_address(source.get("url")),
    )


def _heading(column: Column) -> str:
    return words(column.name).capitalize()


def _cell(column: Column, row: Mapping[str, Any]) -> Cell:
    value, identity = row.get(column.name), row.get(f"{column.name}_id")
    exact = str(value) if column.type == "date" and value and when(value) != str(value) else None
    return Cell(_heading(column), _text(column, value), place_of(str(identity)) if identity else None, exact)


def _text(column: Column, value: object) -> str:
    if value is None or value == []:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(str(each) for each in value)
    if column.type == "date":
        return when(value)
    return str(value).replace("_", " ") if column.name in ("kind", "status") else str(value)
