"""Answers as a table with the words that say so, as JSON or as CSV."""

from __future__ import annotations

import csv
import io
import json
import sys
from typing import TYPE_CHECKING

from rich.markup import escape
from rich.table import Table

from commands.terminal import out

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.answer import Answer
    from graph.catalogue import Column


def print_answer(answered: Answer, output_format: str) -> None:
    """Print as "table", "json" or "csv"."""
    rows = [dict(row) for row in answered.rows]
    if output_format == "json":
        out.print_json(answered.model_dump_json(exclude={"names", "cypher", "given"}))
    elif output_format == "csv":
        sys.stdout.write(_as_csv(answered.columns, rows))
    else:
        _print_table(answered, rows)


def _as_csv(columns: Sequence[Column], rows: list[dict[str, object]]) -> str:
    names = [column.name for column in columns]
    stream = io.StringIO()
    writer = csv.DictWriter(stream, fieldnames=names, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _cell(row.get(name)) for name in names})
    return stream.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False)
    return "" if value is None else str(value)


def _print_table(answered: Answer, rows: list[dict[str, object]]) -> None:
    """What was asked for as a title, the rest as numbered rows, and beneath them the words that say so."""
    if not rows:
        out.print(f"{answered.title}: nothing in the graph answers this.")
        return
    names = [each.name for each in answered.columns if each.name != "sources" and not each.name.endswith("_id")]
    asked = [name for name in names if name in answered.parameters and len({str(row.get(name)) for row in rows}) == 1]
    shown = [name for name in names if name not in asked and any(row.get(name) not in (None, "", []) for row in rows)]
    title = ": ".join(filter(None, [answered.title, ", ".join(_plain(rows[0].get(name)) for name in asked)]))
    table = Table("#", *(name.replace("_", " ") for name in shown), title=title, title_justify="left")
    dates = {each.name for each in answered.columns if each.type == "date"}
    for number, row in enumerate(rows, 1):
        table.add_row(str(number), *(_plain(row.get(name), is_date=name in dates) for name in shown))
    out.print(table)
    words = Table.grid(padding=(0, 2))
    for number, row in enumerate(rows, 1):
        words.add_row(str(number), "\n".join(_quotes(row.get("sources"))))
    out.print("In whose words:", words, sep="\n")


def _quotes(sources: object) -> Iterator[str]:
    """The first words that say so, each with its document; how many more there are."""
    told = {" ".join(each["quote"].split()): each for each in (sources if isinstance(sources, list) else [])}
    for quote, each in [*told.items()][:2]:
        published = _plain(each["published"], is_date=True)
        yield f"“{escape(quote)}” [dim]{escape(each['title'])}, {published}[/dim]"
    if len(told) > 2:
        yield f"and {len(told) - 2} more"


def _plain(value: object, *, is_date: bool = False) -> str:
    from graph.edtf import in_words

    if isinstance(value, bool):
        return "yes" if value else ""
    if is_date:
        return in_words(str(value)) if value else "–"
    return escape(", ".join(map(str, value)) if isinstance(value, list) else _cell(value))
