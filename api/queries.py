"""What the catalogue's header of a query becomes over HTTP: OpenAPI parameters and row models, meanings, links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, Field, create_model

from api.models.base import Model
from api.models.rows import ColumnMeaning, Cypher, ParameterMeaning, QueryAnswer, QueryMeaning, Source
from api.negotiation import Format
from api.rendering import address
from graph.answer import Answer
from graph.catalogue import Column, Parameter, Query

ANSWER_PARAMETERS = ("format", "limit", "cursor", "include")
OFFERED: tuple[Format, ...] = ("json", "csv", "jsonl", "jsonld", "ttl", "graphml", "gexf", "html")
"""Formats of every answer."""
"""Parameters that every query has beside its own."""
FORMAT_MEANING = (
    "Instead of the Accept header. csv and jsonl without a limit are the whole answer, streamed; jsonld, ttl, graphml "
    "and gexf are the facts of the rows with their claims, documents and entities, without a limit those of the first "
    "1,000 rows (`Link: rel=next` leads to the rest)."
)

_ACCEPTED = {
    "entity": "A name as people write it, or an id.",
    "concept": "Any of its names.",
    "date": "EDTF (2020-05-03, 2020-05, 2020, 2016/2020) or in words (3 May 2020).",
    "number": "A number.",
    "choice": "One of the values listed.",
}
_TYPES: dict[str, tuple[Any, Any]] = {
    "text": (str | None, "Bradford"),
    "date": (str | None, "2019-07-01"),
    "boolean": (bool | None, True),
    "number": (float | None, 3),
    "id": (str | None, "person/mark-douglas"),
    "list": (list[str] | None, ["Jane Okafor"]),
    "sources": (list[Source], None),
}


@dataclass(frozen=True, slots=True)
class Link:
    """An address with the words to show for it."""

    text: str
    href: str


def openapi_parameters(query: Query, rows_default: int, rows_most: int) -> list[dict[str, Any]]:
    """The query's parameters and those of every answer, as OpenAPI has them."""
    own = [_openapi(parameter) for parameter in query.parameters]
    limit = {"type": "integer", "minimum": 1, "maximum": rows_most, "default": rows_default}
    return [
        *own,
        _in_query("limit", "Rows at most.", limit, 100),
        _in_query("cursor", "The `next` of the page before; leave it out for the first.", {"type": "string"}, "MjAxOQ"),
        _in_query(
            "include",
            "`cypher` adds what was run, with its parameters.",
            {"type": "string", "enum": ["cypher"]},
            "cypher",
        ),
        _in_query("format", FORMAT_MEANING, {"type": "string", "enum": list(OFFERED)}, "csv"),
    ]


def _openapi(parameter: Parameter) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "number" if parameter.type == "number" else "string"}
    if parameter.choices:
        schema["enum"] = list(parameter.choices)
    if parameter.default is not None:
        schema["default"] = parameter.default
    meaning = f"{parameter.meaning} {_ACCEPTED[parameter.type]}"
    return {**_in_query(parameter.name, meaning, schema, parameter.example), "required": parameter.required}


def _in_query(name: str, description: str, schema: dict[str, Any], example: object) -> dict[str, Any]:
    return {"name": name, "in": "query", "description": description, "schema": schema, "example": example}


def row_model(query: Query) -> type[BaseModel]:
    """A model of the query's rows, with the header's meaning of each column."""
    fields: dict[str, Any] = {column.name: _field(column) for column in query.columns}
    return create_model(f"{_class_name(query)}Row", __base__=Model, __doc__=f"A row of {query.name}.", **fields)


def answer_model(query: Query) -> type[BaseModel]:
    """The envelope with the query's own rows."""
    rows: Any = list[row_model(query)]  # type: ignore[misc]  # the type is made here, from the header
    described = Field(description="The rows; each has its sources.")
    name = f"{_class_name(query)}Answer"
    return create_model(name, __base__=QueryAnswer, __doc__=f"The answer of {query.name}.", rows=(rows, described))


def _field(column: Column) -> tuple[Any, Any]:
    kind, example = _TYPES[column.type]
    return kind, Field(description=column.meaning, examples=None if example is None else [example])


def _class_name(query: Query) -> str:
    return "".join(part.capitalize() for part in query.name.split("-"))


def meaning(query: Query) -> QueryMeaning:
    """The query as the catalogue's listing shows it."""
    return QueryMeaning(
        name=query.name,
        title=query.title,
        meaning=query.meaning,
        question=query.question[0],
        href=f"/queries/{query.name}",
        parameters=tuple(
            ParameterMeaning(
                name=each.name,
                type=each.type,
                meaning=each.meaning,
                example=each.example,
                required=each.required,
                default=each.default,
                choices=each.choices,
            )
            for each in query.parameters
        ),
        columns=column_meanings(query.columns),
    )


def column_meanings(columns: Sequence[Column]) -> tuple[ColumnMeaning, ...]:
    """What each column holds."""
    return tuple(ColumnMeaning(name=each.name, type=each.type, meaning=each.meaning) for each in columns)


def envelope(answered: Answer, *, with_cypher: bool = False) -> QueryAnswer:
    """An answer in the one envelope."""
    return QueryAnswer(
        query=answered.query,
        title=answered.title,
        parameters=answered.parameters,
        columns=column_meanings(answered.columns),
        rows=tuple(answered.rows),
        next=answered.next,
        permalink=permalink(answered),
        cypher=Cypher(text=answered.cypher, parameters=answered.given) if with_cypher else None,
    )


def permalink(answered: Answer) -> str:
    """The address that asks the same by ids, whatever names may come to mean."""
    return address(answered.query, "queries", **answered.parameters)


def entity_links(answered: Answer) -> tuple[Link, ...]:
    """The entities among an answer's parameters, each by name with its id's path."""
    return tuple(
        Link(answered.names[name], str(value))
        for name, value in answered.parameters.items()
        if name in answered.names and "/" in str(value) and not str(value).startswith("document/")
        if str(value) != answered.names[name]
    )
