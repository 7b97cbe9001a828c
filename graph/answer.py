"""A canned query answered: names resolved, parameters checked, rows read a page at a time.

Paging is by key: `next` is an opaque cursor that holds the last row's place in the order, and is None at the end.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from pydantic import Field
from rapidfuzz import process

from graph.catalogue import Column, Parameter, Query, catalogue
from graph.database import Database
from graph.edtf import bounds
from graph.history import PUBLISHED, past
from graph.model import Value, WhoheldError
from graph.names import (
    AmbiguousName,
    Found,
    UnknownName,
    find_entities,
    normalise,
    resolve,
    resolve_concept,
    resolve_entity,
)
from graph.spoken_dates import ACCEPTED, as_edtf

ALL = 2**53  # rows that no graph has

__all__ = [
    "AmbiguousName",
    "Answer",
    "BadParameter",
    "Found",
    "UnknownName",
    "UnknownQuery",
    "answer",
    "find_entities",
    "prepare",
    "resolve_entity",
    "stream",
]


class BadParameter(WhoheldError):
    """A parameter is missing, unknown or has a value that it does not take; `field` names it."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(f"{field}: {message}")
        self.field, self.message = field, message


class UnknownQuery(WhoheldError):
    """There is no canned query of this name; `nearest` has the names most like it."""

    def __init__(self, name: str, nearest: tuple[str, ...]) -> None:
        super().__init__(f"There is no query “{name}”. Nearest: {', '.join(nearest)}.")
        self.name, self.nearest = name, nearest


class Answer(Value):
    """A page of rows. `parameters` are as resolved (ids, notations, EDTF), `names` the same for people to read;
    `cypher` is what was run, `given` what it was given."""

    query: str
    title: str
    parameters: dict[str, str | int | float | None]
    columns: tuple[Column, ...]
    rows: list[dict[str, Any]]
    next: str | None = None
    names: dict[str, str] = Field(default_factory=dict)
    cypher: str = ""
    given: dict[str, Any] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A canned query ready to be run: its parameters as resolved and in words, the Cypher and what it is given."""

    query: Query
    values: dict[str, str | int | float | None]
    names: dict[str, str]
    cypher: str
    given: dict[str, Any]


def answer(
    db: Database, query: str, parameters: Mapping[str, str], limit: int = 100, cursor: str | None = None
) -> Answer:
    """A page of at most `limit` rows that answer a canned query.

    Raises `UnknownQuery`, `BadParameter`, `UnknownName` or `AmbiguousName`.
    """
    if limit < 1:
        raise BadParameter("limit", "give a number of rows from 1 up")
    ready = prepare(db, query, parameters, limit + 1, cursor)
    rows = [plain(row) for row in db.read(ready.cypher, ready.given)]
    places = [row.pop("cursor") for row in rows]
    following = _token(places[limit - 1]) if len(rows) > limit else None
    return Answer(
        query=ready.query.name,
        title=ready.query.title,
        parameters=ready.values,
        columns=ready.query.columns,
        rows=rows[:limit],
        next=following,
        names=ready.names,
        cypher=ready.cypher,
        given=plain(ready.given),
    )


def stream(db: Database, ready: Prepared) -> Iterator[dict[str, Any]]:
    """All rows of a prepared query, one by one as the database gives them."""
    for row in db.stream(ready.cypher, ready.given):
        told = plain(row)
        told.pop("cursor")
        yield told


def prepare(
    db: Database, query: str, parameters: Mapping[str, str], limit: int = ALL, cursor: str | None = None
) -> Prepared:
    """A canned query with its names resolved and its parameters checked; raises what `answer` raises."""
    asked = find_query(query)
    values, names = resolve_parameters(db, asked, parameters)
    given = {**_for_cypher(asked, values), "limit": limit, "cursor": _place(cursor)}
    return Prepared(asked, values, names, past(asked.cypher) if values["known_at"] else asked.cypher, given)


def find_query(name: str) -> Query:
    """The canned query of that name; raises `UnknownQuery`."""
    queries = catalogue()
    if name in queries:
        return queries[name]
    raise UnknownQuery(name, tuple(match[0] for match in process.extract(name, queries.keys(), limit=3)))


def resolve_parameters(
    db: Database, query: Query, given: Mapping[str, str]
) -> tuple[dict[str, str | int | float | None], dict[str, str]]:
    """Every parameter's value as the Cypher wants it, and those that have one in words for people."""
    for name in given:
        if query.parameter(name) is None:
            takes = ", ".join(parameter.name for parameter in query.parameters)
            raise BadParameter(name, f"{query.name} has no such parameter; it takes {takes}")
    values: dict[str, str | int | float | None] = {}
    names: dict[str, str] = {}
    for parameter in query.parameters:
        text = (given.get(parameter.name) or "").strip() or parameter.default
        if text is None and parameter.required:
            raise BadParameter(parameter.name, f"{query.name} needs it, for instance “{parameter.example}”")
        values[parameter.name] = None
        if text is not None:
            values[parameter.name], names[parameter.name] = _resolved(db, parameter, text)
    return values, names


def _resolved(db: Database, parameter: Parameter, text: str) -> tuple[str | int | float, str]:
    """A parameter's value and its name in words."""
    if parameter.type == "entity":
        found = resolve(db, text, parameter.class_ or "Entity")
        return found.id, found.name
    if parameter.type == "concept":
        notation = "any" if text == "any" else resolve_concept(db, text, parameter.scheme or "")
        return notation, notation
    if parameter.type == "number":
        return _number(parameter.name, text), text
    value = _date(parameter.name, text) if parameter.type == "date" else _choice(parameter, text)
    return value, value


def _date(name: str, text: str) -> str:
    edtf = as_edtf(text)
    if edtf is None:
        raise BadParameter(name, f"“{text}” is no date; give {ACCEPTED}")
    return edtf


def _number(name: str, text: str) -> int | float:
    try:
        return int(text) if re.fullmatch(r"-?\d+", text) else float(text)
    except ValueError as error:
        raise BadParameter(name, f"“{text}” is no number; give one such as 3 or 0.5") from error


def _choice(parameter: Parameter, text: str) -> str:
    for choice in parameter.choices:
        if normalise(choice) == normalise(text):
            return choice
    raise BadParameter(parameter.name, f"“{text}” is none of {', '.join(parameter.choices)}")


def _for_cypher(query: Query, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values, and beside each date its earliest and latest day (None where it is open)."""
    given = dict(values)
    for parameter in query.parameters:
        if parameter.type == "date":
            days = bounds(values[parameter.name])
            given[f"{parameter.name}_earliest"], given[f"{parameter.name}_latest"] = days.earliest, days.latest
    if last := given.get("known_at_latest"):
        given |= {"known_at": datetime.combine(last, time.max, UTC), "known_by": values["known_by"] or PUBLISHED}
    elif values.get("known_at"):
        raise BadParameter("known_at", "give a day, month or year that has an end")
    return given


def plain(value: Any) -> Any:  # noqa: ANN401 (whatever the driver gives)
    """A value of the database in JSON's types: dates and times as ISO strings."""
    kind = type(value)
    if kind is dict:
        return {key: plain(each) for key, each in value.items()}
    if kind is list:
        return [plain(each) for each in value]
    return value.isoformat() if kind is date or kind is datetime else value


def _token(place: str) -> str:
    return base64.urlsafe_b64encode(place.encode()).decode().rstrip("=")


def _place(token: str | None) -> str | None:
    if not token:
        return None
    try:
        return base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True).decode()
    except (binascii.Error, UnicodeDecodeError, ValueError) as error:
        raise BadParameter("cursor", "give the “next” of an earlier page as it is, or leave it out") from error
