"""Commands that ask the graph: canned queries, and questions in words."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from commands.answers import print_answer
from commands.terminal import TableFormat, err, graph_database, out


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

    with graph_database() as database:
        print_answer(answer(database, name, _parameters(param or []), limit=limit), output_format)


def _parameters(pairs: list[str]) -> dict[str, str]:
    split = [pair.partition("=") for pair in pairs]
    for name, equals, _ in split:
        if not equals:
            raise typer.BadParameter(f"'{name}' has no value: write NAME=VALUE, as in organisation=Bradford")
    return {name.strip(): value.strip() for name, _, value in split}


def queries() -> None:
    """List the canned queries and their parameters."""
    from graph.catalogue import catalogue

    table = Table("query", "answers", "parameters")
    for each in catalogue().values():
        table.add_row(each.name, each.title, ", ".join(parameter.name for parameter in each.parameters))
    out.print(table)


def ask(
    question: Annotated[str, typer.Argument(help='For example "who held DCS at Bradford when".', show_default=False)],
    output_format: TableFormat = "table",
) -> None:
    """Ask in words; it says what it understood, and never guesses silently."""
    from graph.ask import ask as ask_in_words

    with graph_database() as database:
        asked = ask_in_words(database, question)
    if asked.answer is None:
        err.print(f"[red]Not understood:[/red] {escape(asked.reason or '')}", highlight=False)
        for reading in asked.alternatives:
            err.print(f"  perhaps: {escape(str(reading))}", highlight=False)
        raise typer.Exit(1)
    err.print(f"[dim]Understood:[/dim] {escape(asked.understood or '')}", highlight=False)
    print_answer(asked.answer, output_format)
