"""What a client of the Reconciliation API sends: a form or an address with JSON in its fields, read and checked."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Annotated, Any, TypeVar
from urllib.parse import parse_qs

from fastapi import Depends, Request
from pydantic import TypeAdapter, ValidationError
from starlette.exceptions import HTTPException

from api.reconcile_models import MOST_QUERIES, ExtensionQuery, ReconciliationQuery
from graph.answer import BadParameter

FORM = "application/x-www-form-urlencoded"
BATCH = TypeAdapter(dict[str, ReconciliationQuery])
EXTENSION = TypeAdapter(ExtensionQuery)
Parsed = TypeVar("Parsed")
BODY: dict[str, Any] = {
    "requestBody": {
        "description": "A form with `queries` or `extend`, each JSON.",
        "required": True,
        "content": {
            FORM: {
                "schema": {
                    "type": "object",
                    "properties": {
                        "queries": {"type": "string", "description": "A batch of queries by keys of your own."},
                        "extend": {"type": "string", "description": "Ids, and properties to fetch of them."},
                    },
                },
                "example": {"queries": '{"q0": {"query": "Bradford Council", "type": "Council"}}'},
            }
        },
    }
}


async def _form(request: Request) -> Mapping[str, str]:
    """The fields of a body that is a form, each once."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
        raise HTTPException(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"Send a form ({FORM}) with queries or extend.")
    body = await request.body()  # which the server's limit of bodies bounds
    try:
        fields = parse_qs(body.decode(errors="replace"), max_num_fields=10)
    except ValueError as error:
        raise BadParameter("queries", "a form has at most ten fields") from error
    return {name: values[0] for name, values in fields.items()}


Form = Annotated[Mapping[str, str], Depends(_form)]


def read_batch(text: str) -> dict[str, ReconciliationQuery]:
    """The queries by the client's keys; raises `BadParameter` when they can't be read or are too many."""
    batch = _parsed(BATCH, "queries", text)
    if len(batch) > MOST_QUERIES:
        message = f"a batch has at most {MOST_QUERIES} queries, this one has {len(batch)}; send them in several"
        raise BadParameter("queries", message)
    return batch


def read_extension(text: str) -> ExtensionQuery:
    """The ids and properties asked for; raises `BadParameter` when they can't be read."""
    return _parsed(EXTENSION, "extend", text)


def _parsed(form: TypeAdapter[Parsed], field: str, text: str) -> Parsed:
    """The JSON of a parameter; raises `BadParameter` that says where it is wrong."""
    try:
        return form.validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = " at " + ".".join(str(part) for part in first["loc"]) if first["loc"] else ""
        raise BadParameter(field, f"this can't be read{place}: {first['msg']}") from error
