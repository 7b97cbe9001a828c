"""Commands that run something: the pages over HTTP, and the graph's own Neo4j."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich.table import Table

from commands.reading import ingest
from commands.terminal import ExtractorName, fetching, graph_database, out

if TYPE_CHECKING:
    from api.settings import Settings
    from graph.server import Status

database_app = typer.Typer(no_args_is_help=True, help="Run the graph's own Neo4j: start, stop, status.")


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8000,
    load: Annotated[list[Path] | None, typer.Option(help="Read these files first.", show_default=False)] = None,
    extractor: ExtractorName = "spacy",
    log: Annotated[
        Literal["plain", "json", "off"],
        typer.Option(help="Warnings in plain words, every request as JSON, or nothing."),
    ] = "plain",
) -> None:
    """Serve pages and HTTP; Ctrl-C ends it and the database that it started."""
    import uvicorn

    from api.app import create_app
    from api.logging_setup import set_up
    from graph import keys
    from ingest.masking import mask

    keys.load()  # so that a file of keys that is broken is told now, not to the first who uses one
    set_up(log)
    with graph_database() as database:
        if load:
            ingest(load, extractor)
        out.print(f"\n  whoheld is served on [bold]http://{host}:{port}[/bold]   (OpenAPI: /docs, Ctrl-C ends it)\n")
        app = create_app(database, _settings(host), mask)
        _settle()
        uvicorn.run(app, host=host, port=port, log_config=None, access_log=False)


def _settle() -> None:
    """Read what stays, and take it out of the collector's rounds, which would else hold up requests for 0.2 s."""
    import gc

    from graph.ontology import ontology

    ontology()
    gc.collect()
    gc.freeze()


def _settings(host: str) -> Settings:
    """The environment's settings; keys are needed wherever more than this machine can reach the server."""
    from api.access import is_loopback
    from api.settings import Settings

    return Settings() if is_loopback(host) else Settings(open=False)


@database_app.command("start")
def database_start() -> None:
    """Start the graph's Neo4j and leave it running until `whoheld database stop`."""
    from graph import server

    with fetching() as progress:
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
