"""Run every benchmark and print its ratio; `make bench` or `python -m benchmarks`."""

from rich.console import Console
from rich.table import Table

from benchmarks.asking import memory_of_a_long_answer, over_http
from benchmarks.browsing import drawn_and_clicked_against_a_limit
from benchmarks.deriving import against_a_limit
from benchmarks.drawing import network_against_plain_pyvis, page_against_a_limit
from benchmarks.extraction import against_bare_spacy
from benchmarks.large import CLAIMS, large_graph
from benchmarks.loading import against_bare_driver

console = Console()
table = Table("what", "ours", "peer", "ratio", title="Speed, as ratios within this run")
quick = (
    against_bare_spacy,
    against_bare_driver,
    memory_of_a_long_answer,
    page_against_a_limit,
    network_against_plain_pyvis,
    drawn_and_clicked_against_a_limit,
)
for measure in quick:
    console.print(f"[dim]{measure.__doc__}[/dim]")
    table.add_row(*measure())
console.print(f"[dim]A graph of {CLAIMS:,} claims (minutes).[/dim]")
with large_graph() as (database, home):
    console.print(f"[dim]{over_http.__doc__}[/dim]")
    for row in over_http(database, home):
        table.add_row(*row)
    console.print(f"[dim]{against_a_limit.__doc__}[/dim]")
    table.add_row(*against_a_limit(database))
console.print(table)
