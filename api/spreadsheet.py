"""Rows as CSV (RFC 4180) that a spreadsheet opens without running anything in it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from graph.catalogue import Column
from graph.quotes import one_line

FORMULA = re.compile(r"\s*[=+\-@\t\r]")
SOURCE_PARTS = ("document", "title", "published", "quote", "url")


def as_csv(columns: Sequence[Column], rows: Sequence[Mapping[str, Any]]) -> str:
    """A header and a line for each row, columns in the catalogue's order.

    A column of sources becomes five (source_document, source_title, source_published, source_quote, source_url); in
    each the nth line of a cell belongs to the nth source.
    """
    return "".join(csv_lines(columns, rows))


def csv_lines(columns: Sequence[Column], rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The same line by line, for rows of any number."""
    yield _line([name for column in columns for name in _names(column)])
    for row in rows:
        yield _line([cell for column in columns for cell in _cells(column, row.get(column.name))])


def _line(cells: list[object]) -> str:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\r\n").writerow(cells)
    return stream.getvalue()


def _names(column: Column) -> list[str]:
    return [f"source_{part}" for part in SOURCE_PARTS] if column.type == "sources" else [column.name]


def _cells(column: Column, value: object) -> list[object]:
    if column.type == "sources":
        sources = value if isinstance(value, list) else []
        return [_guarded("\n".join(one_line(each.get(part)) for each in sources)) for part in SOURCE_PARTS]
    if isinstance(value, list):
        return [_guarded("; ".join(str(each) for each in value))]
    if isinstance(value, bool):
        return ["true" if value else "false"]
    return [_guarded(value) if isinstance(value, str) else value]


def _guarded(text: str) -> str:
    """Text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection)."""
    return f"'{text}" if FORMULA.match(text) else text
