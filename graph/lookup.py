"""An entity with its facts, and a document with its claims, by id: what their pages show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graph.answer import plain
from graph.catalogue import internal
from graph.database import Database
from graph.names import NAMESPACE, UnknownName, find_entities, near_documents, specific

Row = dict[str, Any]
AROUND = 64  # characters on either side of a quote that tell it from the same words elsewhere


@dataclass(frozen=True, slots=True)
class EntityPage:
    """An entity; `facts` have id, label, name, properties, entities (relation, id, name) and sources.

    `left_out` is the number of the facts that were not asked for.
    """

    id: str
    label: str
    name: str
    properties: Row
    facts: tuple[Row, ...] = ()
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """A document; `claims` have id, label, properties, about (relation, id, name) and the ids of facts."""

    id: str
    properties: Row
    claims: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """A claim as a document page has it, its document with the text, and what stands before and after its words."""

    claim: Row
    document: Row
    before: str
    after: str
    text: str = ""


def entity(db: Database, entity_id: str) -> EntityPage:
    """The entity of that id without its facts; one decided to be another comes as that other. Raises `UnknownName`."""
    bare = entity_id.removeprefix(NAMESPACE)
    rows = db.read(internal("entity"), {"ids": [bare]})
    if not rows:
        words = bare.rsplit("/", 1)[-1].replace("-", " ")
        raise UnknownName(entity_id, "entity", find_entities(db, words, limit=5))
    return _page(plain(rows[0]))


def entity_with_facts(db: Database, entity_id: str, newest: int | None = None) -> EntityPage:
    """The entity with the facts that touch it, all or the `newest`, and their sources. Raises `UnknownName`."""
    found = entity(db, entity_id)
    rows = [dict(row) for row in db.read(internal("entity-facts"), {"id": found.id, "newest": newest})]
    number = max((row.pop("number") for row in rows), default=0)
    facts = tuple(map(_labelled, rows))
    return EntityPage(found.id, found.label, found.name, found.properties, facts, number - len(facts))


def conflicts_of(db: Database, entity_id: str) -> tuple[Row, ...]:
    """What documents disagree on about an entity: id, name, kind, explanation and claims; open conflicts first."""
    return tuple(plain(row) for row in db.read(internal("conflicts-of"), {"id": entity_id}))


def document(db: Database, document_id: str) -> DocumentPage:
    """The document of that id with its text and its claims in the text's order. Raises `UnknownName`."""
    bare = document_id.removeprefix(NAMESPACE)
    asked = bare if bare.startswith("document/") else f"document/{bare}"
    rows = db.read(internal("document"), {"id": asked})
    if not rows:
        raise UnknownName(document_id, "document", near_documents(db, bare.removeprefix("document/")))
    row = plain(rows[0])
    return DocumentPage(row["id"], row["properties"], tuple(_labelled(claim) for claim in row["claims"]))


def claim(db: Database, claim_id: str) -> ClaimPage:
    """The claim of that id, with or without “claim/”, and its place in its document. Raises `UnknownName`."""
    bare = claim_id.removeprefix(NAMESPACE).removeprefix("claim/")
    rows = db.read(internal("claim"), {"id": f"claim/{bare}"})
    if not rows:
        raise UnknownName(claim_id, "claim", ())
    row = dict(plain(rows[0]))
    text, properties = row.pop("text") or "", row["properties"]
    start, end = int(properties["startOffset"]), int(properties["endOffset"])
    told = _labelled({name: row[name] for name in ("id", "labels", "properties", "about", "facts")})
    return ClaimPage(told, row["document"], text[max(0, start - AROUND) : start], text[end : end + AROUND], text)


def named(db: Database, ids: Sequence[str]) -> tuple[EntityPage, ...]:
    """The entities and facts of those ids, conflicts last; ids that are in no graph are left out."""
    rows = [plain(row) for row in db.read(internal("entity"), {"ids": list(ids)})]
    return tuple(sorted(map(_page, rows), key=lambda each: (each.label == "Conflict", each.id)))


def documents(db: Database, words: str = "", limit: int = 100, cursor: str | None = None) -> tuple[Row, ...]:
    """Documents whose id, title or publisher has the words, in the order of their ids, after the id `cursor`."""
    given = {"words": words.strip(), "limit": limit, "cursor": cursor}
    return tuple(plain(row) for row in db.read(internal("documents"), given))


def _page(row: Row) -> EntityPage:
    return EntityPage(row["id"], specific(row["labels"]), row["name"] or row["id"], row["properties"])


def _labelled(row: Row) -> Row:
    """A row in JSON's types with its most specific class instead of all labels."""
    return {"id": row["id"], "label": specific(row["labels"])} | {
        key: plain(value) for key, value in row.items() if key not in ("id", "labels")
    }
