"""The command line: it alone wires reading, graph and HTTP together, and prints what a person wants to know."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, cast

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from graph.model import WhoheldError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from graph.answer import Answer
    from graph.catalogue import Column
    from graph.database import Database
    from graph.server import Status
    from ingest.pipeline import Summary

out = Console()
err = Console(stderr=True)
app = typer.Typer(
    name="whoheld",
    help="Who held which post, which council was inspected with what result, and which direction followed: "
    "read documents into a graph that quotes its sources, and ask it.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
database_app = typer.Typer(no_args_is_help=True, help="Run the graph's own Neo4j: start, stop, status.")
app.add_typer(database_app, name="database")

Paths = Annotated[list[Path], typer.Argument(help="Files (.txt, .html, .pdf) and folders of them.", show_default=False)]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="File to write; without it, the terminal.")]
TableFormat = Annotated[Literal["table", "json", "csv"], typer.Option("--format", "-f", help="How to print the rows.")]


@app.callback()
def _main(
    show_version: Annotated[bool, typer.Option("--version", help="Print the version and leave.")] = False,
) -> None:
    if show_version:
        out.print(f"whoheld {version('whoheld')}")
        raise typer.Exit


@app.command()
def extract(paths: Paths, output: Output = None) -> None:
    """Read documents into claims, one JSON object a line; the graph is not touched."""
    from ingest.reading import documents_in

    problems = []
    with _writing(output) as stream, _bar() as bar:
        files = documents_in(paths)
        task = bar.add_task("Reading", total=len(files))
        for path in files:
            problems += _extract_one(path, stream)
            bar.advance(task)
    _leave_with(problems)


def _extract_one(path: Path, stream: io.TextIOBase) -> list[tuple[Path, str]]:
    """Write a file's claims; where it can't be read, the problem, so that the others go on."""
    from ingest.extraction import extract as claims_of
    from ingest.reading import read
    from ingest.wire import as_line

    try:
        for claim in claims_of(read(path)):
            stream.write(as_line(claim) + "\n")
    except WhoheldError as error:
        return [(path, str(error))]
    return []


@app.command()
def ingest(paths: Paths) -> None:
    """Read documents into the graph, one transaction a document, and print what changed."""
    from ingest import pipeline

    with _database() as database, _bar() as bar:
        task = bar.add_task("Reading", total=None)
        summary = pipeline.ingest(
            paths,
            database,
            pipeline.Progress(
                begin=lambda total: bar.update(task, total=total),
                advance=lambda outcome: bar.update(task, advance=1, description=outcome.path.name),
            ),
        )
    _print_summary(summary)
    _leave_with([(outcome.path, outcome.problem or "") for outcome in summary.problems])


def _print_summary(summary: Summary) -> None:
    changes = summary.differences
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(summary.claims_by_kind.items())) or "none"
    rows = {
        "documents": f"{len(changes)} loaded, {sum(change.unchanged for change in changes)} of them unchanged",
        "claims": f"{sum(summary.claims_by_kind.values())} ({kinds})",
        "facts": f"+{sum(len(change.added) for change in changes)} new, "
        f"~{sum(len(change.changed) for change in changes)} changed, "
        f"−{sum(len(change.removed) for change in changes)} gone",
        "problems": str(len(summary.problems)),
    }
    table = Table(show_header=False, box=None, pad_edge=False)
    for name, value in rows.items():
        table.add_row(f"[bold]{name}[/bold]", value)
    out.print(table)


@app.command()
def query(
    name: Annotated[str, typer.Argument(help="A canned query; `whoheld queries` lists them.", show_default=False)],
    param: Annotated[
        list[str] | None, typer.Option("--param", "-p", help="NAME=VALUE, once a parameter.", show_default=False)
    ] = None,
    output_format: TableFormat = "table",
    limit: Annotated[int, typer.Option(min=1, help="Rows at most.")] = 100,
) -> None:
    """Ask a canned query, for example `whoheld query who-held -p organisation=Bradford -p role=DCS`."""
    from graph.answer import answer

    with _database() as database:
        _print_answer(answer(database, name, _parameters(param or []), limit=limit), output_format)


def _parameters(pairs: list[str]) -> dict[str, str]:
    split = [pair.partition("=") for pair in pairs]
    for name, equals, _ in split:
        if not equals:
            raise typer.BadParameter(f"'{name}' has no value: write NAME=VALUE, as in organisation=Bradford")
    return {name.strip(): value.strip() for name, _, value in split}


@app.command()
def queries() -> None:
    """List the canned queries and their parameters."""
    from graph.catalogue import catalogue

    table = Table("query", "answers", "parameters")
    for each in catalogue().values():
        table.add_row(each.name, each.title, ", ".join(parameter.name for parameter in each.parameters))
    out.print(table)


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help='For example "who held DCS at Bradford when".', show_default=False)],
    output_format: TableFormat = "table",
) -> None:
    """Ask in words; it says what it understood, and never guesses silently."""
    from graph.ask import ask as ask_in_words

    with _database() as database:
        asked = ask_in_words(database, question)
    if asked.answer is None:
        err.print(f"[red]Not understood:[/red] {escape(asked.reason or '')}", highlight=False)
        for reading in asked.alternatives:
            err.print(f"  perhaps: {escape(str(reading))}", highlight=False)
        raise typer.Exit(1)
    err.print(f"[dim]Understood:[/dim] {escape(asked.understood or '')}", highlight=False)
    _print_answer(asked.answer, output_format)


def _print_answer(answered: Answer, output_format: str) -> None:
    rows = [dict(row) for row in answered.rows]
    if output_format == "json":
        out.print_json(answered.model_dump_json(exclude={"names"}))
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


@app.command()
def picture(
    name: Annotated[str, typer.Argument(help="A person, council, trust or id.", show_default=False)],
    output: Annotated[Path, typer.Option("--output", "-o", help="The HTML file to write.")] = Path("picture.html"),
    depth: Annotated[int, typer.Option(min=1, max=4, help="Steps from the entity.")] = 1,
) -> None:
    """Draw what surrounds an entity as one HTML file that needs no network."""
    from graph.answer import resolve_entity
    from graph.neighbourhood import neighbourhood
    from graph.picture import picture as drawn

    with _database() as database:
        around = neighbourhood(database, resolve_entity(database, name, None), depth)
    output.write_text(drawn(around, title=f"{name} in whoheld"), encoding="utf-8")
    out.print(f"{output}: {len(around.nodes)} nodes, {len(around.edges)} edges, {output.stat().st_size // 1024} kB")


@app.command()
def export(
    output_format: Annotated[
        Literal["turtle", "jsonld", "nquads"], typer.Option("--format", "-f", help="The serialisation.")
    ] = "turtle",
    output: Output = None,
) -> None:
    """Write the whole graph as RDF; Turtle merges what N-Quads and JSON-LD keep apart by document."""
    from graph.export import export as exported

    with _database() as database, _writing(output) as stream:
        for chunk in exported(database, output_format):
            stream.write(chunk.decode())


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8000,
    load: Annotated[list[Path] | None, typer.Option(help="Read these files first.", show_default=False)] = None,
) -> None:
    """Serve pages and HTTP; Ctrl-C ends it and the database that it started."""
    import uvicorn

    from api.app import create_app

    with _database() as database:
        if load:
            ingest(load)
        out.print(f"\n  whoheld is served on [bold]http://{host}:{port}[/bold]   (OpenAPI: /docs, Ctrl-C ends it)\n")
        uvicorn.run(create_app(database), host=host, port=port, log_level="warning")


@database_app.command("start")
def database_start() -> None:
    """Start the graph's Neo4j and leave it running until `whoheld database stop`."""
    from graph import server

    with _fetching() as progress:
        _print_status(server.start(progress=progress))


@database_app.command("stop")
def database_stop() -> None:
    """Stop it, cleanly."""
    from graph import server

    server.stop()
    out.print("The database is stopped.")


@database_app.command("status")
def database_status() -> None:
    """Tell whether it runs, where it listens and where its files are."""
    from graph import server

    _print_status(server.status())


def _print_status(status: Status) -> None:
    table = Table(show_header=False, box=None, pad_edge=False)
    for name, value in status.rows():
        table.add_row(f"[bold]{name}[/bold]", str(value))
    out.print(table)


@contextmanager
def _database() -> Iterator[Database]:
    """The graph, with its Neo4j started when needed and its schema made."""
    from graph.database import connect
    from graph.schema import ensure_schema

    with _fetching() as progress, connect(progress=progress) as database:
        ensure_schema(database)
        yield database


@contextmanager
def _fetching() -> Iterator[Callable[[str], None]]:
    """A call-back for long set-up steps, shown while the terminal waits."""
    with err.status("Starting the database …") as status:
        yield status.update


def _bar() -> Progress:
    text = TextColumn("{task.description}")
    return Progress(
        SpinnerColumn(), text, BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), console=err, transient=True
    )


@contextmanager
def _writing(output: Path | None) -> Iterator[io.TextIOBase]:
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


def _leave_with(problems: list[tuple[Path, str]]) -> None:
    for path, problem in problems:
        err.print(f"[red]not read[/red] {escape(f'{path}: {problem}')}", highlight=False)
    if problems:
        raise typer.Exit(1)


def main() -> None:
    """Run the command line; errors meant for people are printed as one sentence, without a traceback."""
    try:
        app()
    except WhoheldError as error:
        err.print(f"[red]error:[/red] {escape(str(error))}", highlight=False)
        sys.exit(1)


if __name__ == "__main__":
    main()
