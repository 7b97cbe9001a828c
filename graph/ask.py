"""A question in words, matched to a canned query by the templates of the queries' headers; no language model.

A question is understood only when a template fits all of its words and every name in it stands for one thing.
Otherwise `query` is None, `reason` says why, and `alternatives` has the nearest questions that can be answered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from graph.answer import Answer, answer
from graph.catalogue import Parameter, Query, catalogue
from graph.database import Database
from graph.edtf import in_words
from graph.names import AmbiguousName, Found, UnknownName, find_entities, normalise, resolve, resolve_concept, short
from graph.phrases import Fit, fits, tidy
from graph.spoken_dates import find_date

LONGEST = 40
BARE = 3
OFFERED = 6
UNKNOWN_WORDS = "No question that can be answered has these words. Ask, for instance, who held a post at a council."


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
    problems: dict[str, UnknownName | AmbiguousName] = field(default_factory=dict)


def ask(db: Database, question: str, today: date | None = None, limit: int = 100) -> Asked:
    """Understand a question and answer it, at most `limit` rows; "now" in it means `today`, by default this day."""
    dated = find_date(question, today or date.today())
    edtf, words = dated or (None, question)
    attempts = _attempts(_Names(db), fits(catalogue().values(), words)) if len(words.split()) <= LONGEST else []
    readings = _distinct(_reading(each, each.found, edtf) for each in attempts if not each.problems)
    if not readings:
        return _not_understood(db, question, attempts, edtf)
    first = readings[0]
    rows = answer(db, first.query, first.parameters, limit)
    return Asked(question, first.query, first.parameters, first.understood, readings[1:], answer=rows)


class _Names:
    """Resolves the names of one question, each once."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.known: dict[tuple[str, str], Found | UnknownName | AmbiguousName] = {}

    def find(self, parameter: Parameter, text: str) -> Found | UnknownName | AmbiguousName:
        key = (parameter.class_ or parameter.scheme or "", text)
        if key not in self.known:
            try:
                self.known[key] = self._resolve(parameter, text)
            except (UnknownName, AmbiguousName) as error:
                self.known[key] = error
        return self.known[key]

    def _resolve(self, parameter: Parameter, text: str) -> Found:
        if parameter.type == "entity":
            return resolve(self.db, text, parameter.class_ or "Entity")
        notation = resolve_concept(self.db, text, parameter.scheme or "")
        return Found(notation, notation, parameter.scheme or "")


def _attempts(names: _Names, found: Iterable[Fit]) -> list[_Attempt]:
    """Every fit with its names resolved, most telling template first."""
    attempts = [_attempt(names, fit) for fit in found]
    return sorted(attempts, key=lambda each: -each.fit.weight)


def _attempt(names: _Names, fit: Fit) -> _Attempt:
    attempt = _Attempt(fit)
    concepts_first = sorted(fit.slots, key=lambda name: _parameter(fit.query, name).type)
    for name in concepts_first:
        result = names.find(_parameter(fit.query, name), fit.slots[name])
        if isinstance(result, Found):
            attempt.found[name] = result
        else:
            attempt.problems[name] = result
            if fit.weight == 0:
                break
    return attempt


def _parameter(query: Query, name: str) -> Parameter:
    return next(each for each in query.parameters if each.name == name)


def _reading(attempt: _Attempt, found: dict[str, Found], edtf: str | None) -> Reading | None:
    """The attempt's query with its parameters; None when the question has a date and the query takes none."""
    query = attempt.fit.query
    moment = next((each.name for each in query.parameters if each.type == "date"), None)
    if edtf and not moment:
        return None
    parameters = {name: each.id for name, each in found.items()}
    if edtf and moment:
        parameters[moment] = edtf
    return Reading(query.name, parameters, _in_words(query, found, parameters))


def _in_words(query: Query, found: dict[str, Found], parameters: dict[str, str]) -> str:
    """The query's first template filled in, followed by the parameters that it has no place for."""
    names = {each.name: each.default for each in query.parameters if each.default}
    names |= {name: each.name for name, each in found.items()}
    names |= {
        each.name: in_words(parameters[each.name])
        for each in query.parameters
        if each.type == "date" and each.name in parameters
    }
    text = query.question[0]
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


def _not_understood(db: Database, question: str, attempts: list[_Attempt], edtf: str | None) -> Asked:
    telling = [each for each in attempts if each.problems and (each.fit.weight or len(question.split()) <= BARE)]
    reason = UNKNOWN_WORDS
    offers: tuple[Reading, ...] = ()
    if telling:
        best = min(telling, key=_badness)
        reason, offers = str(next(iter(best.problems.values()))), _distinct(_repaired(best, edtf))
    offers = offers or _distinct(_about_what_it_names(db, question))
    return Asked(question, None, {}, None, offers[:OFFERED], reason)


def _badness(attempt: _Attempt) -> tuple[int, int, int]:
    return len(attempt.problems), -attempt.fit.weight, sum(len(attempt.fit.slots[name]) for name in attempt.problems)


def _repaired(attempt: _Attempt, edtf: str | None) -> Iterator[Reading | None]:
    """The readings that the one name with a problem would allow if it were each of those offered for it."""
    if len(attempt.problems) == 1:
        ((name, problem),) = attempt.problems.items()
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
