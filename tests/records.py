"""Documents as the claims and things that facts are derived from, without a database between."""

from collections.abc import Callable, Iterable
from pathlib import Path

from graph.mapping import Node, to_rows
from graph.model import Claim, Document, Reading
from graph.records import ClaimRecord, Source, Thing, World
from graph.resolve import decisions, joined, mentions
from graph.terms import narrowest
from ingest.moves import moved
from ingest.ordinals import numbered
from ingest.rdf import to_dataset
from ingest.reading import read
from ingest.resolution import resolve


def records(readings: Iterable[Reading]) -> tuple[list[ClaimRecord], dict[str, Thing]]:
    """What the graph would hold of readings: claims, and the things that they are about."""
    claims: list[ClaimRecord] = []
    known: dict[str, Thing] = {}
    for reading in readings:
        document = reading.document
        source = Source(document.id, document.published, document.publisher, document.corrects)
        for thing in reading.entities:
            told = thing.properties
            kind, home = told.get("roleKind"), told.get("postIn")
            made = Thing(
                thing.id,
                thing.name,
                str(kind) if kind else None,
                bool(told.get("soleHolder")),
                str(home) if home else None,
            )
            known[thing.id] = min(known.get(thing.id, made), made, key=lambda each: each.name)
        nodes = _claim_nodes(reading)
        claims += [_record(nodes[each.claim.id], each.about, source) for each in reading.claims]
    return claims, known


def resolved(claims: list[ClaimRecord], known: dict[str, Thing]) -> World:
    """The world after the automatic decisions on who is who."""
    world = World(known)
    return World(known, joined(decisions(claims, world), mentions(claims)))


def reading_of(path: Path, claims_of: Callable[[Document], tuple[Claim, ...]]) -> Reading:
    """A file with the claims that a function finds in it."""
    document = read(path)
    return resolve(document, moved(document.text, numbered(document.text, claims_of(document))))


def _claim_nodes(reading: Reading) -> dict[str, Node]:
    return {node.id: node for node in to_rows(to_dataset(reading)).nodes if "Claim" in node.labels}


def _record(node: Node, about: dict[str, tuple[str, ...]], source: Source) -> ClaimRecord:
    return ClaimRecord(node.id, narrowest(node.labels), node.properties, about, source)
