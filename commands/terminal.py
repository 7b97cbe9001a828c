"""What commands share: the terminal, files to write, and the graph with its database running."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, cast

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

if TYPE_CHECKING:
    from graph.database import Database
    from ingest.extractors import Extractor

out = Console()
err = Console(stderr=True)

Paths = Annotated[list[Path], typer.Argument(help="Files (.txt, .html, .pdf) and folders of them.", show_default=False)]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="File to write; without it, the terminal.")]
ExtractorName = Annotated[
    str, typer.Option("--extractor", help="What reads the claims: spacy, llm, or an installed one.")
]
TableFormat = Annotated[Literal["table", "json", "csv"], typer.Option("--format", "-f", help="How to print the rows.")]


@contextmanager
def graph_database() -> Iterator[Database]:
    """The graph, with its Neo4j started when needed and its schema made."""
    from graph.database import connect
    from graph.schema import ensure_schema

    with fetching() as progress, connect(progress=progress) as database:
        ensure_schema(database)
        yield database


@contextmanager
def fetching() -> Iterator[Callable[[str], None]]:
    """A call-back for long set-up steps, shown while the terminal waits."""
    with err.status("Starting the database …") as status:
        yield status.update


def progress_bar() -> Progress:
    """How far a long reading has come, on standard error, gone when it is done."""
    text = TextColumn("{task.description}")
    return Progress(
        SpinnerColumn(), text, BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), console=err, transient=True
    )


@contextmanager
def writing(output: Path | None) -> Iterator[io.TextIOBase]:
    """The file to write or standard output; a file appears only when it is whole."""
    if output is None:
        yield cast(io.TextIOBase, sys.stdout)
        return
    part = output.with_name(output.name + ".part")
    try:
        with part.open("w", encoding="utf-8") as stream:
            yield stream
        part.replace(output)
    finally:
        part.unlink(missing_ok=True)


def leave_with(problems: list[tuple[Path, str]]) -> None:
    """Tell which files could not be read and why; with exit code 1 if there is one."""
    for path, problem in problems:
        err.print(f"[red]not read[/red] {escape(f'{path}: {problem}')}", highlight=False)
    if problems:
        raise typer.Exit(1)


@contextmanager
def reading_with(name: str) -> Iterator[Extractor]:
    """The extractor of that name; at the end, however it comes, what its work took is told on standard error."""
    from ingest.extractors import Accounting, extractor

    reader = extractor(name)
    try:
        yield reader
    finally:
        if isinstance(reader, Accounting):
            err.print(escape(reader.report()), highlight=False)
