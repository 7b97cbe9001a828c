"""Commands on the keys that programs need over HTTP: make, list, revoke."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from commands.terminal import err, out

key_app = typer.Typer(no_args_is_help=True, help="Keys for programs that ask over HTTP: create, list, revoke.")
Name = Annotated[str, typer.Argument(help="Whose key it is, or what for.", show_default=False)]


class ScopeName(StrEnum):
    """What a key may open."""

    READ = "read"
    CYPHER = "cypher"
    WRITE = "write"


@key_app.command("create")
def create(
    name: Name,
    scope: Annotated[
        list[ScopeName], typer.Option("--scope", help="What it may do; give it once for each.", show_default=False)
    ],
) -> None:
    """Make a key and print it, this once; only its hash is kept."""
    from graph import keys

    text = keys.create(name, scope)
    typer.echo(text)
    err.print("Keep it well: it is not shown again. Send it in the header X-API-Key.", highlight=False)


@key_app.command("list")
def list_keys() -> None:
    """List the keys: names, what they may do, since when, and their last four characters."""
    from graph import keys

    table = Table("name", "scopes", "created", "ends in")
    for key in keys.load():
        made = key.created.isoformat(sep=" ", timespec="minutes")
        table.add_row(escape(key.name), ", ".join(key.scopes), made, escape(f"…{key.last_four}"))
    out.print(table)


@key_app.command("revoke")
def revoke(name: Name) -> None:
    """Make a key open nothing any more, at once."""
    from graph import keys

    keys.revoke(name)
    out.print(f"The key “{escape(name)}” is revoked.", highlight=False)
