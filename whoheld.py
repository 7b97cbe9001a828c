"""The command line: it puts the commands together, and prints errors as sentences for people."""

from __future__ import annotations

import sys
from importlib.metadata import version
from typing import Annotated

import typer
from rich.markup import escape

from commands import asking, evaluating, keys, publishing, reading, reviewing, serving
from commands.terminal import err, out
from graph.model import WhoheldError

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


@app.callback()
def _main(
    show_version: Annotated[bool, typer.Option("--version", help="Print the version and leave.")] = False,
) -> None:
    if show_version:
        out.print(f"whoheld {version('whoheld')}")
        raise typer.Exit


app.command()(reading.extract)
app.command()(reading.ingest)
app.command()(reading.retract)
app.command()(reviewing.review)
app.command()(reviewing.history)
app.command()(evaluating.evaluate)
app.command()(asking.query)
app.command()(asking.queries)
app.command()(asking.ask)
app.command()(publishing.picture)
app.command()(publishing.export)
app.command()(publishing.schema)
app.command()(serving.serve)
app.add_typer(serving.database_app, name="database")
app.add_typer(keys.key_app, name="key")


def main() -> None:
    """Run the command line; errors meant for people are printed as one sentence, without a traceback."""
    try:
        app()
    except WhoheldError as error:
        err.print(f"[red]error:[/red] {escape(str(error))}", highlight=False)
        sys.exit(1)


if __name__ == "__main__":
    main()
