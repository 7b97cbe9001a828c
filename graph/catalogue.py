"""The canned queries: each a file in `queries/` whose leading comment says in TOML what it asks, takes and gives.

Nothing about a query is written anywhere else: the HTTP route, the form, the command line and the question box
are all made from this header. `queries/internal/` has the Cypher that the rooms need for themselves.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError, model_validator

from graph.model import Value, WhoheldError

QUERIES_PATH = Path(__file__).parent.parent / "queries"
HEADER = re.compile(r"\A/\*\s*\n(?P<toml>.*?)\*/\n(?P<cypher>.*)\Z", re.DOTALL)
SLOT = re.compile(r"\{(\w+)\}")
PAGING = ("cursor", "limit")
KNOWN: dict[str, dict[str, Any]] = {
    "known_at": {
        "type": "date",
        "example": "2021-12-31",
        "meaning": "As of what was known by the end of that day, month or year, rather than of all that is known now.",
    },
    "known_by": {
        "type": "choice",
        "choices": ["published", "ingested"],
        "example": "ingested",
        "meaning": "With known_at: known by the documents published by then (the default), or by those loaded by then.",
    },
}
Filled = Annotated[str, Field(min_length=1)]


class InvalidQuery(WhoheldError):
    """A query file's header is missing or wrong; the message names the file and the field."""


class Parameter(Value):
    """What a query takes: `class_` is the ontology's class of an entity, `scheme` the list of a concept."""

    name: str
    type: Literal["entity", "concept", "date", "number", "choice"]
    class_: Annotated[str | None, Field(alias="class")] = None
    scheme: str | None = None
    choices: tuple[str, ...] = ()
    required: bool = False
    default: str | None = None
    example: Filled
    meaning: Filled

    @model_validator(mode="after")
    def _say_what_type_needs(self) -> Parameter:
        needs = {
            "entity": ("class", self.class_),
            "concept": ("scheme", self.scheme),
            "choice": ("choices", self.choices),
        }
        field, value = needs.get(self.type, ("", True))
        if not value:
            raise ValueError(f"a parameter of type {self.type} needs “{field}”")
        if self.required and self.default is not None:
            raise ValueError("a required parameter has no default")
        return self


class Column(Value):
    """What a query gives, in the order of the header."""

    name: str
    type: Literal["text", "date", "boolean", "number", "id", "list", "sources"] = "text"
    meaning: Filled


class Query(Value):
    """A canned query; `question` has its templates, the first of which is the one shown to people."""

    name: str
    title: Filled
    meaning: Filled
    question: Annotated[tuple[Filled, ...], Field(min_length=1)]
    parameters: tuple[Parameter, ...]
    columns: Annotated[tuple[Column, ...], Field(min_length=1)]
    cypher: str

    def parameter(self, name: str) -> Parameter | None:
        """The parameter of that name, or None."""
        return next((each for each in self.parameters if each.name == name), None)

    @model_validator(mode="after")
    def _agree_with_cypher(self) -> Query:
        names = {parameter.name for parameter in self.parameters}
        for template in self.question:
            if unknown := set(SLOT.findall(template)) - names:
                raise ValueError(f"the question “{template}” has {{{min(unknown)}}}, which is no parameter")
        used = {re.sub(r"_(earliest|latest)$", "", name) for name in re.findall(r"\$(\w+)", self.cypher)}
        if odd := (used - KNOWN.keys()).symmetric_difference({*names, *PAGING} - KNOWN.keys()):
            raise ValueError(f"${min(odd)} must be both in the Cypher and among the parameters")
        return self


@cache
def catalogue(folder: Path = QUERIES_PATH) -> dict[str, Query]:
    """Every canned query by its file's name, in order; raises `InvalidQuery` for a header that is wrong."""
    queries = {path.stem: _query(path) for path in sorted(folder.glob("*.cypher"))}
    askers: dict[str, str] = {}
    for query in queries.values():
        for template in query.question:
            if askers.setdefault(template, query.name) != query.name:
                raise InvalidQuery(f"{query.name}.cypher: question: “{template}” is also asked by {askers[template]}.")
    return queries


@cache
def internal(name: str, folder: Path = QUERIES_PATH) -> str:
    """The Cypher of one of the rooms' own queries."""
    path = folder / "internal" / f"{name}.cypher"
    header, cypher = _parts(path)
    if not {"title", "meaning"} <= header.keys():
        raise InvalidQuery(f"{path.name}: the header needs “title” and “meaning”.")
    return cypher


def _query(path: Path) -> Query:
    header, cypher = _parts(path)
    header["parameters"] = {**header.get("parameters", {}), **KNOWN}
    named = {
        part: [{"name": name, **fields} for name, fields in header.pop(part, {}).items()]
        for part in ("parameters", "columns")
    }
    try:
        return Query.model_validate({"name": path.stem, "cypher": cypher, **header, **named})
    except ValidationError as error:
        raise InvalidQuery(f"{path.name}: {_explain(error, named)}.") from error


def _parts(path: Path) -> tuple[dict[str, Any], str]:
    try:
        found = HEADER.match(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise InvalidQuery(f"There is no query file {path.name} in {path.parent.name}/.") from error
    if not found:
        raise InvalidQuery(f"{path.name}: begin the file with a comment /* … */ that holds its header in TOML.")
    try:
        return tomllib.loads(found["toml"]), found["cypher"]
    except tomllib.TOMLDecodeError as error:
        raise InvalidQuery(f"{path.name}: the header is no valid TOML: {error}.") from error


def _explain(error: ValidationError, named: dict[str, list[dict[str, Any]]]) -> str:
    """The first problem in words, with list positions given as the names that the file has."""
    first = error.errors()[0]
    place = list(first["loc"])
    if len(place) > 1 and place[0] in named and isinstance(place[1], int):
        place[1] = named[str(place[0])][place[1]]["name"]
    where = ".".join(str(part) for part in place) or "header"
    return f"{where}: {first['msg'].removeprefix('Value error, ')}"
