"""The names in a question: what each stands for, looked up once, and only when the graph may have it at all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from graph.catalogue import Parameter, internal
from graph.database import READ_SECONDS, Database, Row
from graph.names import (
    NAMESPACE,
    PREFIXES,
    AmbiguousName,
    Found,
    UnknownName,
    alike,
    concept_names,
    like,
    normalise,
    resolve,
    resolve_concept,
    short,
)
from graph.phrases import forms_of

BROAD = 1000


class Once(Database):
    """A graph that is read once for each thing asked of it, for the time of a question."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self.memory = db.memory
        self._done: dict[tuple[str, str, float], list[Row]] = {}

    def read(
        self, cypher: str, parameters: Mapping[str, object] | None = None, timeout: float = READ_SECONDS
    ) -> list[Row]:
        """The rows, from memory when the same was asked before."""
        key = (cypher, repr(parameters), timeout)
        if key not in self._done:
            self._done[key] = self._db.read(cypher, parameters, timeout)
        return [dict(row) for row in self._done[key]]


class Names:
    """The names of one question, each looked up once, and only when its words are in names that the graph has."""

    def __init__(self, db: Database, question: str) -> None:
        self.db = db
        self.words = tuple(dict.fromkeys(question.replace("’", "'").split()))
        self.known: dict[tuple[str, str], Found | UnknownName | AmbiguousName] = {}
        self.vocabularies: dict[tuple[str, str], frozenset[str] | None] = {}

    def find(self, parameter: Parameter, text: str) -> Found | UnknownName | AmbiguousName:
        """What a name stands for, or why it stands for no one thing."""
        key = (parameter.class_ or parameter.scheme or " ".join(parameter.choices), text)
        if key not in self.known:
            try:
                self.known[key] = self._resolve(parameter, text)
            except (UnknownName, AmbiguousName) as error:
                self.known[key] = error
        return self.known[key]

    def may_be(self, parameter: Parameter, text: str) -> bool:
        """False when the words alone tell that this names nothing: some are in no name of that kind."""
        if parameter.type == "choice" or parameter.class_ == "Document":
            return True
        words = (short(text) if parameter.type == "entity" else normalise(text)).split()
        known = self._vocabulary(parameter)
        return known is None or bool(words and known.issuperset(words)) or (self._has_ids and " " not in text)

    def _resolve(self, parameter: Parameter, text: str) -> Found:
        if parameter.type == "entity":
            return resolve(self.db, text, parameter.class_ or "Entity")
        if chosen := choice_of(parameter, text):
            return chosen
        notation = resolve_concept(self.db, text, parameter.scheme or "")
        return Found(notation, notation, parameter.scheme or "")

    def _vocabulary(self, parameter: Parameter) -> frozenset[str] | None:
        """The words of the names of a kind, of many entities those that are like the question's; None for too many."""
        key = (parameter.type, parameter.class_ or parameter.scheme or "")
        if key not in self.vocabularies:
            of_kind = self._concept_words if parameter.type == "concept" else self._entity_words
            self.vocabularies[key] = of_kind(key[1])
        return self.vocabularies[key]

    def _concept_words(self, scheme: str) -> frozenset[str]:
        words = {word for name in concept_names(self.db, scheme) for word in name.split()}
        return frozenset(words | {f"{word}s" for word in words})

    def _entity_words(self, label: str) -> frozenset[str] | None:
        if (known := self.db.memory.recall(("words", label), lambda: self._all_words(label))) is not None:
            return known
        return _words(alike(self.db, like(normalise(" ".join(self.words)), edits=1), label, BROAD), BROAD)

    def _all_words(self, label: str) -> frozenset[str] | None:
        return _words(self.db.read(internal("all-names"), {"label": label, "limit": BROAD}), BROAD)

    @cached_property
    def _has_ids(self) -> bool:
        """Whether a word of the question is an id, with or without its beginning; one without a sign is a name too."""
        bare = [word.strip('?!.,;:"“”()').removesuffix("'s").removeprefix(NAMESPACE) for word in self.words]
        signed = [word for word in bare if re.search(r"[\d/_-]", word)]
        ids = [each for word in signed for each in (word, *(f"{prefix}/{word}" for prefix in PREFIXES))]
        return bool(ids and self.db.read(internal("entity"), {"ids": ids}))


def _words(rows: list[Row], limit: int) -> frozenset[str] | None:
    """All words of the names in rows; None where there may be more rows than were read."""
    if len(rows) >= limit:
        return None
    return frozenset(word for row in rows for name in row["names"] if name for word in normalise(name).split())


def choice_of(parameter: Parameter, text: str) -> Found | None:
    """The choice whose words these are, in whatever form."""
    words = {choice: choice.replace("_", " ") for choice in parameter.choices}
    return next((Found(each, words[each], "") for each in words if forms_of(words[each]) == forms_of(text)), None)
