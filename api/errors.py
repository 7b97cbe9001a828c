"""Every error as an RFC 9457 problem document, or the same in words on a page for whoever looks at a browser.

`PROBLEMS` is the one table from errors to statuses; an error of a class that it does not name is the server's fault.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.routing import Match

from api.models.problems import Choice, FieldError, Problem
from api.negotiation import wants_page
from api.rendering import page
from api.security import HEADERS, PAGES
from graph.answer import AmbiguousName, BadParameter, Found, UnknownName, UnknownQuery
from graph.condition import SchemaMissing
from graph.cypher import BadCypher, RefusedCypher
from graph.database import DatabaseUnavailable
from graph.decide import BadDecision
from graph.model import WhoheldError

TYPE = "https://w3id.org/whoheld/problem/"
logger = logging.getLogger("whoheld.api")


@dataclass(frozen=True, slots=True)
class Kind:
    """What a class of errors is called and the status that it has."""

    status: HTTPStatus
    slug: str
    title: str


class NotInThisFormat(WhoheldError):
    """Something that can be had, but not in the format asked for."""


class WrongKey(WhoheldError):
    """A request for something that needs a key, without one that opens it."""


class KeysUnreadable(WhoheldError):
    """The server can't read its keys, so it can't tell who may do what."""


PROBLEMS: dict[type[WhoheldError], Kind] = {
    UnknownName: Kind(HTTPStatus.NOT_FOUND, "unknown-name", "Nothing is known by this name"),
    UnknownQuery: Kind(HTTPStatus.NOT_FOUND, "unknown-query", "There is no such query"),
    AmbiguousName: Kind(HTTPStatus.CONFLICT, "ambiguous-name", "The name can be more than one thing"),
    BadParameter: Kind(HTTPStatus.UNPROCESSABLE_ENTITY, "bad-parameter", "A parameter can't be used"),
    NotInThisFormat: Kind(HTTPStatus.NOT_ACCEPTABLE, "not-in-this-format", "It can't be had in this format"),
    WrongKey: Kind(HTTPStatus.FORBIDDEN, "wrong-key", "This needs the server’s key"),
    BadDecision: Kind(HTTPStatus.UNPROCESSABLE_ENTITY, "bad-decision", "This can't be decided"),
    BadCypher: Kind(HTTPStatus.UNPROCESSABLE_ENTITY, "bad-cypher", "The query can't be run"),
    RefusedCypher: Kind(HTTPStatus.FORBIDDEN, "refused-cypher", "Here the graph is only read"),
    DatabaseUnavailable: Kind(HTTPStatus.SERVICE_UNAVAILABLE, "database-unavailable", "The database does not answer"),
    SchemaMissing: Kind(HTTPStatus.SERVICE_UNAVAILABLE, "schema-missing", "The graph is not ready"),
    KeysUnreadable: Kind(HTTPStatus.SERVICE_UNAVAILABLE, "keys-unreadable", "The server can’t read its keys"),
}
TOO_MUCH = {  # what HTTP calls these differs from one version of Python to the next
    413: Kind(HTTPStatus(413), "too-large", "The request is too large"),
    414: Kind(HTTPStatus(414), "too-long", "The address is too long"),
    429: Kind(HTTPStatus(429), "too-many-requests", "Too many requests"),
}
FAULT = Kind(HTTPStatus.INTERNAL_SERVER_ERROR, "internal-error", "The server failed")


def add_error_handlers(app: FastAPI) -> None:
    """Make every error of the application a problem document."""
    app.add_exception_handler(WhoheldError, _whoheld)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _fault)


def problem_of(request: Request, error: WhoheldError) -> Problem:
    """What an error that is meant for people says, with what could be asked for instead."""
    kind = next((PROBLEMS[each] for each in type(error).__mro__ if each in PROBLEMS), FAULT)
    return _problem(request, kind, str(error), _fields(error), choices(request, error))


def choices(request: Request, error: WhoheldError) -> tuple[Choice, ...]:
    """What the error says could be asked for instead, each with the address that asks for it."""
    if isinstance(error, UnknownQuery):
        return tuple(Choice(id=name, name=name, href=f"/queries/{name}") for name in error.nearest)
    if isinstance(error, UnknownName):
        return _offered(request, error.text, error.nearest)
    if isinstance(error, AmbiguousName):
        return _offered(request, error.text, error.choices)
    return ()


def _offered(request: Request, text: str, found: Sequence[Found]) -> tuple[Choice, ...]:
    return tuple(
        Choice(id=each.id, name=each.name, note=each.note or each.label, href=_instead(request, text, each.id))
        for each in found
    )


def _instead(request: Request, text: str, identity: str) -> str:
    """The same request with the name replaced by an id: in the query string if it was there, else in the path."""
    for name, value in request.query_params.items():
        if value == text:
            url = request.url.include_query_params(**{name: identity})
            return f"{url.path}?{url.query}"
    room = request.url.path.split("/")[1]
    return f"/{room}/{identity.removeprefix('document/') if room == 'documents' else identity}"


def _fields(error: WhoheldError) -> tuple[FieldError, ...]:
    if isinstance(error, BadParameter):
        return (FieldError(field=error.field, message=error.message),)
    return (FieldError(field="query", message=str(error)),) if isinstance(error, BadCypher) else ()


def _problem(
    request: Request,
    kind: Kind,
    detail: str,
    errors: tuple[FieldError, ...] = (),
    offered: tuple[Choice, ...] = (),
) -> Problem:
    return Problem(
        type=TYPE + kind.slug,
        title=kind.title,
        status=kind.status.value,
        detail=detail,
        instance=request.url.path,
        errors=errors,
        choices=offered,
    )


def respond(request: Request, problem: Problem, headers: dict[str, str] | None = None) -> Response:
    """The problem as a page or as JSON."""
    if wants_page(request):
        return page(request, "error.html.jinja", status=problem.status, problem=problem, headers=headers)
    body = problem.model_dump(mode="json", exclude_defaults=True)
    media_type = "application/problem+json"
    return JSONResponse(body, problem.status, media_type=media_type, headers={"Vary": "Accept", **(headers or {})})


async def _whoheld(request: Request, error: Exception) -> Response:
    assert isinstance(error, WhoheldError)  # noqa: S101  # registered for this class only
    problem = problem_of(request, error)
    if problem.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        logger.error("%s %s: %s", request.method, request.url.path, error)
    return respond(request, problem)


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101
    fields = tuple(
        FieldError(field=".".join(str(part) for part in each["loc"][1:]) or "request", message=_lower(each["msg"]))
        for each in error.errors()
    )
    detail = "; ".join(f"{each.field}: {each.message}" for each in fields)
    return respond(request, _problem(request, PROBLEMS[BadParameter], detail, fields))


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101
    return refuse(request, error)


def refuse(request: Request, error: HTTPException) -> Response:
    """The answer to a request that was refused before or beside a route."""
    status = HTTPStatus(error.status_code)
    detail = error.detail if error.detail != status.phrase else _meaning(request, status)
    kind = TOO_MUCH.get(status) or Kind(status, status.phrase.lower().replace(" ", "-"), status.phrase)
    headers = dict(error.headers or {})
    if status == HTTPStatus.METHOD_NOT_ALLOWED:
        headers["Allow"] = ", ".join(sorted(_methods(request)))
    return respond(request, _problem(request, kind, detail), headers)


def _methods(request: Request) -> set[str]:
    """The methods that any route at this path answers; Starlette tells those of the first one only."""
    routes = (route for route in request.app.state.routes if route.matches(request.scope)[0] != Match.NONE)
    return {method for route in routes for method in route.methods}


async def _fault(request: Request, error: Exception) -> Response:
    logger.error("%s %s failed", request.method, request.url.path, exc_info=error)
    detail = "Something went wrong here, not with the request. The server's log says what; please tell whoever runs it."
    return respond(request, _problem(request, FAULT, detail), {**HEADERS, "Content-Security-Policy": PAGES})


def _meaning(request: Request, status: HTTPStatus) -> str:
    if status == HTTPStatus.NOT_FOUND:
        return f"There is nothing at {request.url.path}. The start page / and /docs say what there is."
    if status == HTTPStatus.METHOD_NOT_ALLOWED:
        return f"{request.url.path} does not answer {request.method}; /docs says what it answers."
    return f"{status.description or status.phrase}."


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
