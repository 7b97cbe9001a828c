"""Commands that read documents: into claims, or into the graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    from pathlib import Path

    from ingest.extractors import Extractor
    from ingest.pipeline import Summary


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
    from ingest.reading import read
    from ingest.wire import as_line

    try:
        for claim in claims_of(reader, read(path)):
            stream.write(as_line(claim) + "\n")
    except WhoheldError as error:
        return [(path, str(error))]
    return []


def ingest(paths: Paths, extractor: ExtractorName = "spacy") -> None:
    """Read documents into the graph, one transaction a document, and print what changed."""
    from ingest import pipeline

    with reading_with(extractor) as reader, graph_database() as database, progress_bar() as bar:
        task = bar.add_task("Reading", total=None)
        summary = pipeline.ingest(
            paths,
            database,
            pipeline.Progress(
                begin=lambda total: bar.update(task, total=total),
                advance=lambda outcome: bar.update(task, advance=1, description=outcome.path.name),
            ),
            reader,
        )
    _print_summary(summary)
    leave_with([(outcome.path, outcome.problem or "") for outcome in summary.problems])


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
