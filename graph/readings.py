"""Readings of a question: a template that fits, what its names stand for, and the query that this makes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.catalogue import SLOT, Parameter, Query
from graph.edtf import in_words
from graph.names import Found
from graph.phrases import Fit, tidy


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a question: a query with its parameters (ids, notations, EDTF), and the same in words."""

    query: str
    parameters: dict[str, str]
    understood: str

    def __str__(self) -> str:
        return self.understood


@dataclass(slots=True)
class Attempt:
    """A template that fits, with what its names stand for, and the names that stand for nothing or too much."""

    fit: Fit
    found: dict[str, Found] = field(default_factory=dict)
    problems: set[str] = field(default_factory=set)


def text_of(fit: Fit, name: str) -> str:
    """The words of a slot: a document's title with all of them, other names without those that don't count."""
    return (fit.written if parameter_of(fit.query, name).class_ == "Document" else fit.slots)[name]


def parameter_of(query: Query, name: str) -> Parameter:
    """The parameter that a slot of a template is for."""
    return next(each for each in query.parameters if each.name == name)


def reading_of(attempt: Attempt, found: dict[str, Found], edtf: str | None) -> Reading | None:
    """The attempt's query with its parameters; None when it takes no date and the question has one, or needs one."""
    query = attempt.fit.query
    moment = attempt.fit.moment or next((each.name for each in query.parameters if each.type == "date"), None)
    if edtf and not moment:
        return None
    parameters = {name: each.id for name, each in found.items()}
    if edtf and moment:
        parameters[moment] = edtf
    needed = {each.name for each in query.parameters if each.required} | {attempt.fit.moment} - {None}
    return Reading(query.name, parameters, told(query, found, parameters)) if needed <= parameters.keys() else None


def told(query: Query, found: dict[str, Found], parameters: dict[str, str]) -> str:
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


def distinct(readings: Iterable[Reading | None]) -> tuple[Reading, ...]:
    """Each reading once, in order."""
    kept: dict[str, Reading] = {}
    for reading in readings:
        if reading:
            kept.setdefault(f"{reading.query}: {reading.understood}", reading)
    return tuple(kept.values())
