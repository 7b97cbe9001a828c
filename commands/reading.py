"""Commands that read documents: into claims, into the graph, and out of it again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape
from rich.table import Table

from commands.terminal import (
    ExtractorName,
    Output,
    Paths,
    graph_database,
    leave_with,
    out,
    progress_bar,
    reading_with,
    writing,
)
from graph.model import WhoheldError

if TYPE_CHECKING:
    import io

    from graph.load import Difference
    from ingest.extractors import Extractor
    from ingest.pipeline import Summary

SHOWN = 40
ClaimsFiles = Annotated[
    list[Path] | None,
    typer.Option(
        "--claims", help="A file of claims (JSON lines) to load instead of reading them out of the documents."
    ),
]
MadeBy = Annotated[str, typer.Option("--by", help="Who made the claims of --claims, where they do not say.")]


def extract(paths: Paths, output: Output = None, extractor: ExtractorName = "spacy") -> None:
    """Read documents into claims, one JSON object a line; the graph is not touched."""
    from ingest.reading import documents_in

    problems = []
    with reading_with(extractor) as reader, writing(output) as stream, progress_bar() as bar:
        files = documents_in(paths)
        task = bar.add_task("Reading", total=len(files))
        for path in files:
            problems += _extract_one(path, stream, reader)
            bar.advance(task)
    leave_with(problems)


def _extract_one(path: Path, stream: io.TextIOBase, reader: Extractor) -> list[tuple[Path, str]]:
    """Write a file's claims; where it can't be read, the problem, so that the others go on."""
    from ingest.extractors import claims_of
    from ingest.ordinals import numbered
    from ingest.reading import read
    from ingest.wire import as_line

    try:
        document = read(path)
        for claim in numbered(document.text, claims_of(reader, document)):
            stream.write(as_line(claim) + "\n")
    except WhoheldError as error:
        return [(path, str(error))]
    return []


def ingest(paths: Paths, extractor: ExtractorName = "spacy", claims: ClaimsFiles = None, by: MadeBy = "hand") -> None:
    """Read documents into the graph, one transaction a document, and print what changed.

    An export of the graph (.nq, .jsonld, .trig) is put back as it was, documents and decisions by hand.
    """
    from graph.restore import FORMATS

    exports = [path for path in paths if path.suffix.lower() in FORMATS]
    for path in exports:
        _restore(path)
    if documents := [path for path in paths if path not in exports]:
        _ingest(documents, extractor, claims or [], by)


def _restore(path: Path) -> None:
    from graph.restore import restore

    with graph_database() as database, progress_bar() as bar:
        task = bar.add_task(path.name, total=None)
        done = restore(database, path, lambda _: bar.advance(task))
    out.print(f"{path}: {len(done)} documents, {sum(each.unchanged for each in done)} of them unchanged")


def _ingest(paths: list[Path], extractor: str, claims: list[Path], by: str) -> None:
    from ingest import pipeline
    from ingest.told_elsewhere import read_claims

    told = read_claims(claims, by) if claims else None
    with reading_with(extractor) as reader, graph_database() as database, progress_bar() as bar:
        task = bar.add_task("Reading", total=None)
        summary = pipeline.ingest(
            paths,
            database,
            pipeline.Progress(
                begin=lambda total: bar.update(task, total=total),
                advance=lambda outcome: bar.update(task, advance=1, description=outcome.path.name),
            ),
            told or reader,
        )
    _print_summary(summary)
    homeless = sorted(told.documents - {outcome.path.stem for outcome in summary.outcomes}) if told else []
    missing = [(claims[0], f"has claims about {name}, which is not among the documents") for name in homeless]
    leave_with([*((outcome.path, outcome.problem or "") for outcome in summary.problems), *missing])


def retract(
    documents: Annotated[list[str], typer.Argument(help="Ids of documents, as `whoheld ingest` named them.")],
) -> None:
    """Take documents out of the graph, with just the facts that nothing else supports; the past stays on record."""
    from graph.load import retract as take_out

    with graph_database() as database:
        for name in documents:
            print_difference(take_out(database, f"document/{name.removeprefix('document/')}"))


def print_difference(difference: Difference) -> None:
    """Which facts came (+), changed (~) and went (−), with the document that made them."""
    changes = [
        (sign, colour, fact)
        for sign, colour, facts in (
            ("+", "green", difference.added),
            ("~", "yellow", difference.changed),
            ("−", "red", difference.removed),
        )
        for fact in facts
    ]
    name = difference.document.removeprefix("document/") or "decision"
    out.print(f"[bold]{escape(name)}[/bold]" + ("" if changes else ": no fact changed"))
    for sign, colour, fact in changes[:SHOWN]:
        out.print(f"  [{colour}]{sign}[/{colour}] {escape(fact)}", highlight=False)
    if len(changes) > SHOWN:
        out.print(f"  and {len(changes) - SHOWN} more")


def _print_summary(summary: Summary) -> None:
    changes = summary.differences
    for change in changes:
        if change.changed or change.removed or len(changes) == 1:
            print_difference(change)
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
