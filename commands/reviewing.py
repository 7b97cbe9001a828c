"""Commands on what is known of whom: unsure pairs to decide on, and how what is known changed."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich.columns import Columns
from rich.markup import escape
from rich.panel import Panel

from commands.answers import print_answer
from commands.reading import print_difference
from commands.terminal import TableFormat, graph_database, out
from graph.quotes import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.database import Database
    from graph.decide import Listed, Side

ANSWERS: dict[str, Literal["same", "different", "unsure"]] = {"s": "same", "d": "different", "u": "unsure"}


def review(
    by: Annotated[str, typer.Option(help="Who decides; by default, who you are on this machine.")] = "",
    undo: Annotated[
        str | None, typer.Option(help="The id of a decision by hand to take back.", show_default=False)
    ] = None,
    listing: Annotated[bool, typer.Option("--list", help="List the unsure pairs and leave.")] = False,
) -> None:
    """Walk through the pairs of names of which it is unsure whether they are one person, and decide."""
    from graph.decide import listed
    from graph.decide import undo as take_back

    with graph_database() as database:
        if undo:
            print_difference(take_back(database, undo))
            return
        pairs = [each for each in listed(database, "unsure", limit=1000) if each.by == "automatic"]
        out.print(f"{len(pairs)} pair{'s' if len(pairs) != 1 else ''} of names may be one person.")
        for number, pair in enumerate(pairs, 1):
            _show(number, pair)
            if not listing and not _decide(database, pair, by or getpass.getuser()):
                return


def _show(number: int, pair: Listed) -> None:
    out.print(
        f"\n[bold]{number}[/bold]  {escape(pair.reason)} [dim](score {pair.score}, {pair.id})[/dim]", highlight=False
    )
    out.print(Columns([_side(pair.one), _side(pair.other)], equal=True, expand=True))


def _side(side: Side) -> Panel:
    quotes = [f"“{escape(one_line(each['quote']))}”\n[dim]{_source(each)}[/dim]" for each in side.quotes[:3]]
    where = f" at {side.organisation}" if side.organisation else ""
    return Panel("\n".join(quotes) or "no words", title=escape(f"{side.name}{where}"), title_align="left")


def _source(quote: Mapping[str, object]) -> str:
    return escape(f"{quote['title']}, {quote['published'] or 'undated'}")


def _decide(database: Database, pair: Listed, by: str) -> bool:
    """Ask, and record the answer; False to stop."""
    from graph.decide import decide

    answer = (
        str(typer.prompt("(s)ame, (d)ifferent, (u)nsure for good, (n)ext, (q)uit", default="n")).strip().lower()[:1]
    )
    if answer in ANSWERS:
        reason = typer.prompt("Why", default="as their words show")
        print_difference(decide(database, [pair.one.id, pair.other.id], ANSWERS[answer], by, reason))
    return answer != "q"


def history(
    entity: Annotated[str, typer.Argument(help="A person, council, trust or id.", show_default=False)],
    output_format: TableFormat = "table",
    limit: Annotated[int, typer.Option(min=1, help="Rows at most.")] = 1000,
) -> None:
    """Show how what is known of an entity changed: learnt (+), known otherwise (~), no longer known (−)."""
    from graph.answer import answer

    with graph_database() as database:
        print_answer(answer(database, "history", {"entity": entity}, limit=limit), output_format)
