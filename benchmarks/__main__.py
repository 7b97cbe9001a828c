"""Run every benchmark and print its ratio; `make bench` or `python -m benchmarks`."""

from rich.console import Console
from rich.table import Table

from benchmarks.asking import against_the_driver, memory_of_a_long_answer
from benchmarks.deriving import against_a_limit
from benchmarks.extraction import against_bare_spacy
from benchmarks.loading import against_bare_driver

console = Console()
table = Table("what", "ours", "peer", "ratio", title="Speed, as ratios within this run")
for measure in (against_bare_spacy, against_bare_driver, against_a_limit, against_the_driver, memory_of_a_long_answer):
    console.print(f"[dim]{measure.__doc__}[/dim]")
    table.add_row(*measure())
console.print(table)
