"""Commands that take something out of the graph: a picture, or all of it as RDF."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from commands.terminal import Output, graph_database, out, writing


def picture(
    name: Annotated[str, typer.Argument(help="A person, council, trust or id.", show_default=False)],
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The HTML file to write; or SVG, when its name ends in .svg.")
    ] = Path("picture.html"),
    depth: Annotated[int, typer.Option(min=1, max=4, help="Steps from the entity.")] = 1,
) -> None:
    """Draw what surrounds an entity as one HTML file that needs no network, or as SVG."""
    from graph.answer import resolve_entity
    from graph.neighbourhood import neighbourhood
    from graph.picture import drawing, svg
    from graph.picture import picture as page

    with graph_database() as database:
        around = neighbourhood(database, resolve_entity(database, name, None), depth)
    drawn, title = drawing(around), f"{name} in whoheld"
    text = svg(drawn, title) if output.suffix.lower() == ".svg" else page(drawn, title)
    output.write_text(text, encoding="utf-8")
    size = output.stat().st_size // 1024
    out.print(f"{output}: {len(drawn.part.nodes)} nodes, {len(drawn.part.edges)} edges, {size} kB")


def export(
    output_format: Annotated[
        Literal["turtle", "jsonld", "nquads", "graphml"], typer.Option("--format", "-f", help="The serialisation.")
    ] = "turtle",
    output: Output = None,
) -> None:
    """Write the whole graph as RDF or GraphML; Turtle merges what N-Quads and JSON-LD keep apart by document."""
    from graph.export import export as exported

    with graph_database() as database, writing(output) as stream:
        for chunk in exported(database, output_format):
            stream.write(chunk.decode())


def schema() -> None:
    """Print the graph's labels, relationships and properties as Markdown, for those who write Cypher."""
    from graph.guide import guide

    typer.echo(guide())
