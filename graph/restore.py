"""An export read back: each document as it was loaded, and what people decided; facts are derived anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from rdflib import Dataset
from rdflib.exceptions import ParserError

from graph.database import Database
from graph.decide import restore as restore_decisions
from graph.load import Difference, load_rows
from graph.mapping import Edge, Node, Rows, to_rows
from graph.model import WhoheldError
from graph.resolve import Decision

FORMATS = {".nq": "nquads", ".jsonld": "json-ld", ".trig": "trig"}
DERIVED = ("SUPPORTS", "SAME_AS")


class UnreadableExport(WhoheldError):
    """A file that is no export of whoheld, or not a whole one."""


def restore(
    database: Database, path: Path, told: Callable[[Difference], None] = lambda _difference: None
) -> tuple[Difference, ...]:
    """Load all documents of an export in N-Quads, JSON-LD or TriG, and the decisions that people made.

    `told` is called after each document. Raises `UnreadableExport`; what was loaded before a failure stays loaded.
    """
    rows = read_export(path)
    documents = list(documents_of(rows))
    if not documents:
        raise UnreadableExport(f"{path.name} describes no document: give what `whoheld export --format nquads` wrote")
    done = []
    for each in documents:
        done.append(load_rows(database, each))
        told(done[-1])
    made = list(decisions_of(rows))
    if made:
        restore_decisions(database, (decision for decision, _ in made), max(moment for _, moment in made))
    return tuple(done)


def read_export(path: Path) -> Rows:
    """All nodes and edges of an export; raises `UnreadableExport`."""
    dataset = Dataset()
    try:
        dataset.parse(path, format=FORMATS[path.suffix.lower()])
        return to_rows(dataset)
    except KeyError:
        raise UnreadableExport(
            f"{path.name}: give an export in {', '.join(FORMATS)}; Turtle does not keep documents apart"
        ) from None
    except (ParserError, ValueError, OSError, SyntaxError) as error:
        raise UnreadableExport(f"{path.name} cannot be read as an export: {error}") from error


def documents_of(rows: Rows) -> Iterator[Rows]:
    """What each document tells: itself, its claims, and the things it mentions under the names it gives them."""
    nodes = {node.id: node for node in rows.nodes}
    by_source: dict[str, list[Edge]] = defaultdict(list)
    for edge in rows.edges:
        by_source[edge.source].append(edge)
    claims: dict[str, list[Node]] = defaultdict(list)
    for node in rows.nodes:
        if "Claim" in node.labels and node.graph:
            claims[node.graph].append(node)
    for document in (node for node in rows.nodes if "Document" in node.labels):
        mentions = [edge for edge in by_source[document.id] if edge.type == "MENTIONS"]
        things = [_as_mentioned(nodes[edge.target], edge) for edge in mentions]
        own = [edge for node in claims[document.id] for edge in by_source[node.id] if edge.type not in DERIVED]
        named = {edge.target for edge in mentions}
        among = [
            edge
            for thing in things
            for edge in by_source[thing.id]
            if edge.type not in DERIVED and edge.target in named
        ]
        yield Rows((document, *claims[document.id], *things), (*mentions, *own, *among))


def _as_mentioned(thing: Node, mention: Edge) -> Node:
    given = {"name": mention.properties["nameGiven"], "alternativeName": mention.properties.get("formsGiven", [])}
    told = {name: value for name, value in {**thing.properties, **given}.items() if value != []}
    return Node(thing.id, thing.labels, told, thing.graph)


def decisions_of(rows: Rows) -> Iterator[tuple[Decision, datetime]]:
    """What people decided, and when."""
    for node in rows.nodes:
        if "Decision" in node.labels:
            told = node.properties
            moment = told.get("decidedAt")
            yield (
                Decision(
                    str(told["one"]),
                    str(told["other"]),
                    str(told["verdict"]),  # type: ignore[arg-type]
                    str(told["reason"]),
                    float(str(told["score"])),
                    str(told["by"]),
                ),
                moment if isinstance(moment, datetime) else datetime.now(UTC),
            )
