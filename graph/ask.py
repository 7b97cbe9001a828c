"""A question in words, matched to a canned query by the templates of the queries' headers; no language model.

A question is understood only when a template fits all of its words and every name in it stands for one thing.
Otherwise `query` is None, `reason` says why, and `alternatives` has the nearest questions that can be answered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from graph.answer import Answer, answer
from graph.catalogue import SLOT, Parameter, Query, catalogue, internal
from graph.database import READ_SECONDS, Database, Row
from graph.edtf import in_words
from graph.names import (
    NAMESPACE,
    PREFIXES,
    AmbiguousName,
    Found,
    UnknownName,
    concept_names,
    find_entities,
    like,
    normalise,
    resolve,
    resolve_concept,
    short,
)
from graph.phrases import Fit, fits, forms_of, tidy
from graph.spoken_dates import find_date

LONGEST = 40
BARE = 3
OFFERED = 6
BROAD = 1000
UNKNOWN_WORDS = "No question that can be answered has these words. Ask, for instance, who held a post at a council."
NEEDS_DATE = "This question needs a date: a day, a month, a year or a time between two."


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a question: a query with its parameters (ids, notations, EDTF), and the same in words."""

    query: str
    parameters: dict[str, str]
    understood: str

    def __str__(self) -> str:
        return self.understood


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question was understood as, with its answer; or `query` None and the reason."""

    question: str
    query: str | None
    parameters: dict[str, str]
    understood: str | None
    alternatives: tuple[Reading, ...] = ()
    reason: str | None = None
    answer: Answer | None = None


@dataclass(slots=True)
class _Attempt:
    """A template that fits, with what its names stand for, and the names that stand for nothing or too much."""

    fit: Fit
    found: dict[str, Found] = field(default_factory=dict)
    problems: set[str] = field(default_factory=set)


class _Once(Database):
    """A graph that is read once for each thing asked of it, for the time of a question."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._done: dict[tuple[str, str, float], list[Row]] = {}

    def read(
        self, cypher: str, parameters: Mapping[str, object] | None = None, timeout: float = READ_SECONDS
    ) -> list[Row]:
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
        if chosen := _choice(parameter, text):
            return chosen
        notation = resolve_concept(self.db, text, parameter.scheme or "")
        return Found(notation, notation, parameter.scheme or "")

    def _vocabulary(self, parameter: Parameter) -> frozenset[str] | None:
        """The words of the names of a kind, for entities those that are like the question's; None for too many."""
        key = (parameter.type, parameter.class_ or parameter.scheme or "")
        if key not in self.vocabularies:
            of_kind = self._concept_words if parameter.type == "concept" else self._entity_words
            self.vocabularies[key] = of_kind(key[1])
        return self.vocabularies[key]

    def _concept_words(self, scheme: str) -> frozenset[str]:
        words = {word for name in concept_names(self.db, scheme) for word in name.split()}
        return frozenset(words | {f"{word}s" for word in words})

    def _entity_words(self, label: str) -> frozenset[str] | None:
        rows = self._alike if len(self._alike) < BROAD else self._like_the_question(label)
        if len(rows) == BROAD:
            return None
        of_class = (row for row in rows if label in row["labels"])
        return frozenset(word for row in of_class for name in row["names"] if name for word in normalise(name).split())

    @cached_property
    def _alike(self) -> list[Row]:
        """What has a name that is like some word of the question, of whatever class."""
        return self._like_the_question(None)

    def _like_the_question(self, label: str | None) -> list[Row]:
        words = like(normalise(" ".join(self.words)))
        return self.db.read(internal("search"), {"words": words, "label": label, "limit": BROAD}) if words else []

    @cached_property
    def _has_ids(self) -> bool:
        """Whether a word of the question is an id, with or without its beginning; one without a sign is a name too."""
        bare = [word.strip('?!.,;:"“”()').removesuffix("'s").removeprefix(NAMESPACE) for word in self.words]
        signed = [word for word in bare if re.search(r"[\d/_-]", word)]
        ids = [each for word in signed for each in (word, *(f"{prefix}/{word}" for prefix in PREFIXES))]
        return bool(ids and self.db.read(internal("entity"), {"ids": ids}))


def _chosen(fit: Fit) -> bool:
    """Whether every slot for a choice has one of its choices."""
    slots = {name: _parameter(fit.query, name) for name in fit.slots}
    return all(_choice(each, fit.slots[name]) for name, each in slots.items() if each.type == "choice")


def _choice(parameter: Parameter, text: str) -> Found | None:
    """The choice whose words these are, in whatever form."""
    words = {choice: choice.replace("_", " ") for choice in parameter.choices}
    return next((Found(each, words[each], "") for each in words if forms_of(words[each]) == forms_of(text)), None)


def ask(db: Database, question: str, today: date | None = None, limit: int = 100) -> Asked:
    """Understand a question and answer it, at most `limit` rows; "now" in it means `today`, by default this day."""
    dated = find_date(question, today or date.today())
    edtf, words = dated or (None, question)
    found = list(fits(catalogue().values(), words)) if len(words.split()) <= LONGEST else []
    once = _Once(db)
    names = Names(once, words)
    attempts = _attempts(names, found)
    sound = [each for each in attempts if not each.problems]
    readings = _distinct(_reading(each, each.found, edtf) for each in sound)
    if not readings:
        return _not_understood(names, question, attempts, edtf)
    first = readings[0]
    rows = answer(once, first.query, first.parameters, limit)
    return Asked(question, first.query, first.parameters, first.understood, readings[1:], answer=rows)


def _attempts(names: Names, found: Iterable[Fit]) -> list[_Attempt]:
    """Every fit that a query's choices allow with its names resolved, most telling template first."""
    attempts = [_attempt(names, fit) for fit in found if _chosen(fit)]
    return sorted(attempts, key=lambda each: (-each.fit.weight, each.fit.moment is None))


def _attempt(names: Names, fit: Fit) -> _Attempt:
    """What can be no name by its words alone is told first, so that names next to it need not be looked up."""
    wanted = {name: (_parameter(fit.query, name), _text(fit, name)) for name in fit.slots}
    attempt = _Attempt(fit, problems={name for name, slot in wanted.items() if not names.may_be(*slot)})
    for name in sorted(
        (each for each in wanted if each not in attempt.problems), key=lambda each: wanted[each][0].type
    ):
        if attempt.problems and fit.weight == 0:
            break
        result = names.find(*wanted[name])
        if isinstance(result, Found):
            attempt.found[name] = result
        else:
            attempt.problems.add(name)
    return attempt


def _text(fit: Fit, name: str) -> str:
    """The words of a slot: a document's title with all of them, other names without those that don't count."""
    return (fit.written if _parameter(fit.query, name).class_ == "Document" else fit.slots)[name]


def _parameter(query: Query, name: str) -> Parameter:
    return next(each for each in query.parameters if each.name == name)


def _reading(attempt: _Attempt, found: dict[str, Found], edtf: str | None) -> Reading | None:
    """The attempt's query with its parameters; None when it takes no date and the question has one, or needs one."""
    query = attempt.fit.query
    moment = attempt.fit.moment or next((each.name for each in query.parameters if each.type == "date"), None)
    if edtf and not moment:
        return None
    parameters = {name: each.id for name, each in found.items()}
    if edtf and moment:
        parameters[moment] = edtf
    needed = {each.name for each in query.parameters if each.required} | {attempt.fit.moment} - {None}
    return Reading(query.name, parameters, _in_words(query, found, parameters)) if needed <= parameters.keys() else None


def _in_words(query: Query, found: dict[str, Found], parameters: dict[str, str]) -> str:
    """The query's first template that can be filled in, followed by the parameters that it has no place for."""
    names = {each.name: each.default for each in query.parameters if each.default}
    names |= {name: each.name for name, each in found.items()}
    names |= {
        each.name: in_words(parameters[each.name])
        for each in query.parameters
        if each.type == "date" and each.name in parameters
    }
    text = next((each for each in query.question if set(SLOT.findall(each)) <= names.keys()), query.question[0])
    rest = [f"{name.replace('_', ' ')} {value}" for name, value in names.items() if f"{{{name}}}" not in text]
    for name, value in names.items():
        text = text.replace(f"{{{name}}}", value)
    return ", ".join((tidy(text), *rest))


def _distinct(readings: Iterable[Reading | None]) -> tuple[Reading, ...]:
    kept: dict[str, Reading] = {}
    for reading in readings:
        if reading:
            kept.setdefault(f"{reading.query}: {reading.understood}", reading)
    return tuple(kept.values())


def _not_understood(names: Names, question: str, attempts: list[_Attempt], edtf: str | None) -> Asked:
    telling = [each for each in attempts if _tells(each, question)]
    reason = UNKNOWN_WORDS
    offers: tuple[Reading, ...] = ()
    if any(not each.problems for each in attempts):
        reason = NEEDS_DATE
    elif telling:
        best = min(telling, key=_badness)
        problems = {name: _problem(names, best.fit, name) for name in best.fit.slots if name in best.problems}
        reason, offers = str(next(iter(problems.values()))), _distinct(_repaired(best, problems, edtf))
    offers = offers or _distinct(_about_what_it_names(names.db, question))
    return Asked(question, None, {}, None, offers[:OFFERED], reason)


def _tells(attempt: _Attempt, question: str) -> bool:
    """Whether the question was meant as the attempt reads it, so that the names in it are what is wrong."""
    meant = attempt.found or len(attempt.fit.slots) == 1
    return bool(attempt.problems and meant and (attempt.fit.weight or len(question.split()) <= BARE))


def _problem(names: Names, fit: Fit, name: str) -> UnknownName | AmbiguousName:
    result = names.find(_parameter(fit.query, name), _text(fit, name))
    return UnknownName(_text(fit, name), name, (result,)) if isinstance(result, Found) else result


def _badness(attempt: _Attempt) -> tuple[int, int, int]:
    return len(attempt.problems), -attempt.fit.weight, sum(len(attempt.fit.slots[name]) for name in attempt.problems)


def _repaired(
    attempt: _Attempt, problems: dict[str, UnknownName | AmbiguousName], edtf: str | None
) -> Iterator[Reading | None]:
    """The readings that the one name with a problem would allow if it were each of those offered for it."""
    if len(problems) == 1:
        ((name, problem),) = problems.items()
        offered = problem.nearest if isinstance(problem, UnknownName) else problem.choices
        for each in offered:
            yield _reading(attempt, {**attempt.found, name: each}, edtf)


def _about_what_it_names(db: Database, question: str) -> Iterator[Reading]:
    """Readings that need only one entity, for every entity whose name is in the question."""
    asked = f" {normalise(question)} "
    for query in catalogue().values():
        required = [each for each in query.parameters if each.required]
        if len(required) == 1 and required[0].type == "entity":
            for each in find_entities(db, question, required[0].class_, limit=60):
                if any(f" {form} " in asked for name in each.names for form in (normalise(name), short(name))):
                    parameters = {required[0].name: each.id}
                    yield Reading(query.name, parameters, _in_words(query, {required[0].name: each}, parameters))
