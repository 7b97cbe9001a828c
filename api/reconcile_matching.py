"""Candidates for names, and what is known of entities, as the Reconciliation API wants them of the graph."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from api import reconciled_properties as properties
from api import reconciling
from api.reconcile_models import Candidate, Extension, ExtensionColumn, ExtensionQuery, ReconciliationQuery
from graph.answer import AmbiguousName, Found, UnknownName, answer, find_entities, resolve_entity
from graph.database import Database
from graph.lookup import entity, entity_with_facts
from graph.names import NAMESPACE

SEARCHED = 60
EXAMINED = 10
MOST_CANDIDATES = 50
IDENTITY = re.compile(rf"(?:{re.escape(NAMESPACE)})?((?:person|council|trust|organisation|role)/\S+)")
GSS = re.compile(r"[EW]\d{8}")


class Matcher:
    """Finds the candidates of one batch's queries, and remembers for its length what it read."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._known: dict[str, properties.Known] = {}
        self._forms: dict[tuple[str, str], frozenset[str]] = {}

    def candidates(self, query: ReconciliationQuery) -> tuple[Candidate, ...]:
        """The entities that the name may stand for, best first."""
        types = reconciling.classes("queries", query.types)
        wanted = self._wanted(query)
        judged = self._judged(query, types)
        return reconciling.candidates(self._examined(judged, query.query, wanted), min(query.limit, MOST_CANDIDATES))

    def _judged(self, query: ReconciliationQuery, types: tuple[str, ...]) -> list[reconciling.Judged]:
        """Those that are like the name, with whether they are of the classes; with `all` only those that are."""
        strict = query.type_strict
        found = find(self._db, query.query, reconciling.searched(types, strict), SEARCHED)
        judged = [
            reconciling.judged(each, query.query, reconciling.of_types(each, types, strict), {}) for each in found
        ]
        return [each for each in judged if strict != "all" or each.of_type is not False]

    def _examined(
        self, judged: list[reconciling.Judged], text: str, wanted: Mapping[str, frozenset[str]]
    ) -> list[reconciling.Judged]:
        """The same; of those nearest by name it is told whether they have the properties, the rest is left out."""
        if not wanted:
            return judged
        nearest = sorted(judged, key=lambda each: (not each.exact, -each.score))
        kept = nearest[: max(EXAMINED, sum(each.exact for each in judged))]
        return [reconciling.judged(each.found, text, each.of_type, self._has(each.found, wanted)) for each in kept]

    def _has(self, found: Found, wanted: Mapping[str, frozenset[str]]) -> dict[str, bool]:
        known = self._read(found.id)
        return {
            name: reconciling.has(known, properties.find_property("queries", name), forms)
            for name, forms in wanted.items()
        }

    def _read(self, identity: str) -> properties.Known:
        if identity not in self._known:
            self._known[identity] = _known(self._db, identity)
        return self._known[identity]

    def _wanted(self, query: ReconciliationQuery) -> dict[str, frozenset[str]]:
        """Each property given with all forms of its values."""
        given = reconciling.given_values(query.properties)
        written = {name: [self._written(name, text) for text in texts] for name, texts in given.items()}
        return {name: frozenset().union(*forms) for name, forms in written.items()}

    def _written(self, name: str, text: str) -> frozenset[str]:
        """How a value can be written; what names one entity stands for its id too."""
        if (name, text) not in self._forms:
            wanted = properties.find_property("queries", name)
            resolved = _resolved(self._db, text, wanted.type) if wanted.type else frozenset()
            self._forms[name, text] = reconciling.text_forms(text) | resolved
        return self._forms[name, text]


def _resolved(db: Database, text: str, label: str) -> frozenset[str]:
    with suppress(UnknownName, AmbiguousName):
        return frozenset({resolve_entity(db, text, label)})
    return frozenset()


def find(db: Database, text: str, labels: tuple[str, ...], most: int) -> tuple[Found, ...]:
    """Entities of the classes whose names are like the text, or the one that has it as id."""
    if by_id := _by_id(db, text.strip()):
        return (by_id,)
    found = (each for label in labels for each in find_entities(db, text, label, most))
    return tuple({each.id: each for each in found}.values())


def _by_id(db: Database, text: str) -> Found | None:
    written = f"council/{text.upper()}" if GSS.fullmatch(text.upper()) else text
    if match := IDENTITY.fullmatch(written):
        with suppress(UnknownName):
            return reconciling.named(entity(db, match[1]), text)
    return None


def _known(db: Database, identity: str) -> properties.Known:
    found = entity_with_facts(db, identity)
    career = answer(db, "career", {"person": found.id}).rows if found.label == "Person" else ()
    return properties.Known(found, career)


def extended(db: Database, query: ExtensionQuery) -> Extension:
    """The properties' values; of an id that nothing is known by there are none."""
    asked = [properties.find_property("extend", each.id) for each in query.properties]
    rows: dict[str, dict[str, Any]] = {identity: {each.id: () for each in asked} for identity in query.ids}
    for identity, row in rows.items():
        with suppress(UnknownName):
            known = _known(db, identity)
            row.update({each.id: each.values(known) for each in asked if each.is_of(known.page.label)})
    return Extension(meta=tuple(_column(each) for each in asked), rows=rows)


def _column(each: properties.Property) -> ExtensionColumn:
    return ExtensionColumn(id=each.id, name=each.name, type=properties.type_id(each.type) if each.type else None)
