"""An evaluation on the terminal, within 100 columns."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import TYPE_CHECKING

from rich import box
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table

if TYPE_CHECKING:
    from rich.console import Console

    from ingest.evaluation import Evaluation
    from ingest.evaluation.figures import Calibration, Error, Figures, Share

WIDTH = 100
LABEL = 31  # characters for a group’s name, so that its figures fit beside it in 80
BAR = 10
COLOURS = {"missed": "yellow", "too many": "red", "wrong": "magenta"}


def print_evaluation(out: Console, evaluation: Evaluation, *, errors: bool) -> None:
    """Print the figures in three tables, after the errors if these are wanted."""
    from ingest.evaluation.markdown import above_in_words

    if errors:
        _print_errors(out, evaluation.errors)
    width = min(WIDTH, out.width)
    out.print(f"\n[bold]{evaluation.documents} documents, {evaluation.total.gold:,} facts[/bold]", highlight=False)
    out.print(_groups(evaluation, bars=out.width >= WIDTH), width=width)
    beside = Table.grid(padding=(0, 1))
    beside.add_row(_details(evaluation), _bins(evaluation.calibration))
    out.print(beside, width=width)
    out.print(above_in_words(evaluation.calibration), _reached(evaluation.calibration), sep="\n", highlight=False)


def _groups(evaluation: Evaluation, *, bars: bool) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, collapse_padding=True)
    table.add_column(no_wrap=True, max_width=LABEL)
    for name in ("precision", "recall", "F1", *([""] if bars else []), "right", "claims", "facts"):
        width = max(len(name), len("0.000")) if name else None
        table.add_column(name, justify="right" if name else "left", no_wrap=True, min_width=width)
    groups: dict[str, Mapping[str, Figures]] = {
        "kind": {**evaluation.kinds, "[bold]all[/bold]": evaluation.total},
        "half": evaluation.halves,
        "genre": evaluation.genres,
        "post": evaluation.roles,
    }
    for group in filter(None, groups.values()):
        for name, figures in group.items():
            table.add_row(name, *_cells(figures, bars=bars))
        table.add_section()
    return table


def _cells(figures: Figures, *, bars: bool) -> tuple[str, ...]:
    shares = [f"{share:.3f}" for share in (figures.precision, figures.recall, figures.f1)]
    return (*shares, *([_bar(figures.f1)] if bars else []), str(figures.hits), str(figures.claims), str(figures.gold))


def _bar(share: float) -> str:
    full = round(share * BAR)
    return f"[green]{'━' * full}[/green][dim]{'─' * (BAR - full)}[/dim]"


def _details(evaluation: Evaluation) -> Table:
    table = Table("detail", box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("share", "right", "of"):
        table.add_column(name, justify="right", no_wrap=True)
    for name, share in evaluation.slots.items():
        table.add_row(name, *_share(share))
    table.add_row("[bold]all dates[/bold]", *_share(evaluation.dates))
    table.add_row("verbatim", *_share(evaluation.quotes))
    return table


def _bins(calibration: Calibration) -> Table:
    table = Table("confidence", box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("share", "right", "claims", "mean"):
        table.add_column(name, justify="right", no_wrap=True)
    for each in calibration.bins:
        mean = "–" if each.mean is None else f"{each.mean:.3f}"
        table.add_row(f"{each.low:.2f}–{each.high:.2f}", *_share(each.claims), mean)
    return table


def _share(share: Share) -> tuple[str, str, str]:
    return ("–" if share.share is None else f"{share.share:.3f}", str(share.right), str(share.of))


def _reached(calibration: Calibration) -> str:
    if calibration.reaches_95 is None:
        return "From no confidence on are 95 of 100 right."
    return f"95 of 100 are right from a confidence of {calibration.reaches_95:g} on."


def _print_errors(out: Console, errors: tuple[Error, ...]) -> None:
    for document, own in groupby(errors, key=lambda error: error.document):
        out.print(f"\n[bold]{escape(document)}[/bold]", highlight=False)
        for error in own:
            out.print(
                Padding(_in_words(error), (0, 0, 0, 2), expand=False), width=min(WIDTH, out.width), highlight=False
            )


def _in_words(error: Error) -> str:
    colour = COLOURS[error.what]
    quote = escape(" ".join(error.quote.split()))
    return f"[{colour}]{error.what}[/{colour}] {error.type}: {escape(error.summary)}\n[dim]“{quote}”[/dim]"
