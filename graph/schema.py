"""Constraints and indexes, derived from the ontology and made on every start; what is there already stays as it is.

So are keys of names, and marks of what is known now, where an earlier version stored people and facts without."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import XSD

from graph.database import Database
from graph.history import OPEN, mark_open
from graph.namekeys import key_everybody
from graph.ontology import names
from graph.terms import labels_of
from graph.turn import LOCK

LOOKED_UP = ("key", "roleKind", "gssCode", "sha256", "nameKey")
BESIDE = (  # beside what follows from the ontology: ids by the classes that queries name, the past, decisions
    ("Person", "id"), ("Organisation", "id"), ("Role", "id"), ("PastFact", "id"), ("PastFact", "version"),
    (OPEN, "id"), ("FormerClaim", "id"), ("FormerEntity", "id"), ("Decision", "one"), ("Decision", "other"),
)  # fmt: skip
BY_NAME = {"Entity": "entity_names", "Organisation": "organisation_names", "Person": "person_names"}
NAME_KEY = "NameKey"  # no part of the graph: people are found by them (`graph.namekeys`)


def ensure_schema(database: Database) -> None:
    """Make every constraint and index that is missing, and wait until all can be used; key people, and mark
    what is known now, where that is not done yet."""
    wanted = dict(statements())
    there = {str(row["name"]) for row in database.read("SHOW INDEXES YIELD name RETURN name")}
    missing = [command for name, command in wanted.items() if name not in there]
    for command in missing:
        database.define(command)
    if missing:
        database.define("CALL db.awaitIndexes(120)")
    key_everybody(database)
    mark_open(database)


def statements() -> Iterator[tuple[str, str]]:
    """Names and commands: a unique id for each top class, ranges for dates and keys, full text for names and titles."""
    for label in sorted({*_top_classes(), LOCK, NAME_KEY}):
        name = f"{label.lower()}_id"
        yield name, f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
    for label, name in sorted(_ranges()):
        index = f"{label.lower()}_{name.lower()}"
        yield index, f"CREATE INDEX {index} IF NOT EXISTS FOR (n:{label}) ON (n.{name})"
    for label, name in BESIDE:
        index = f"{label.lower()}_{name.lower()}"
        yield index, f"CREATE INDEX {index} IF NOT EXISTS FOR (n:{label}) ON (n.{name})"
    for label, index in BY_NAME.items():
        yield index, _full_text(index, label, "name", "alternativeName")
    yield "document_texts", _full_text("document_texts", "Document", "title", "text")


def index_of_names(label: str | None) -> str:
    """The full-text index to look for names of a class in: the smallest that has it all, as facts have long names."""
    return next(BY_NAME[each] for each in (*labels_of(label or "Entity"), "Entity") if each in BY_NAME)


def _top_classes() -> set[str]:
    """The classes without a superclass; every node carries one of them, so their ids are all ids."""
    return {label for label, lineage in names().labels.items() if len(lineage) == 1}


def _ranges() -> Iterator[tuple[str, str]]:
    """The class and name of each property that queries seek by: days and keys."""
    for each in names().properties.values():
        if each.datatype == XSD.date or each.name in LOOKED_UP:
            yield from ((label, each.name) for label in each.domain if label in names().labels)


def _full_text(index: str, label: str, *properties: str) -> str:
    fields = ", ".join(f"n.{name}" for name in properties)
    return f"CREATE FULLTEXT INDEX {index} IF NOT EXISTS FOR (n:{label}) ON EACH [{fields}]"
