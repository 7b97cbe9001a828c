"""The HTTP interface for people to read: the OpenAPI document as a page of our own, which asks no other server."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.rendering import page


def router() -> APIRouter:
    """`/docs`."""
    routes = APIRouter()
    routes.get("/docs", include_in_schema=False, response_class=HTMLResponse)(docs)
    return routes


def docs(request: Request) -> HTMLResponse:
    """Every operation with its parameters, an example to open and what it answers."""
    schema = request.app.openapi()
    operations = [
        _operation(path, method, operation, schema)
        for path, methods in schema["paths"].items()
        for method, operation in methods.items()
    ]
    return page(request, "docs.html.jinja", info=schema["info"], operations=operations)


def _operation(path: str, method: str, operation: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    parameters = [_parameter(each) for each in operation.get("parameters", ())]
    success = next(each for status, each in operation["responses"].items() if status < "400").get("content", {})
    return {
        "id": operation["operationId"],
        "path": path,
        "method": method.upper(),
        "summary": operation["summary"],
        "description": operation.get("description", ""),
        "parameters": parameters,
        "example": _example(path, parameters) if method == "get" else "",
        "formats": sorted(success),
        "body": _fields(_json(operation.get("requestBody", {}).get("content", {})), schema),
        "fields": _fields(_json(success), schema),
    }


def _json(content: dict[str, Any]) -> dict[str, Any]:
    schema: dict[str, Any] = content.get("application/json", {}).get("schema", {})
    return schema


def _parameter(parameter: dict[str, Any]) -> dict[str, Any]:
    schema = parameter.get("schema", {})
    examples = schema.get("examples") or [parameter.get("example", "")]
    return {
        "name": parameter["name"],
        "where": parameter["in"],
        "required": parameter.get("required", False),
        "meaning": parameter.get("description", ""),
        "example": str(examples[0]),
        "choices": schema.get("enum", ()),
        "default": schema.get("default"),
    }


def _example(path: str, parameters: list[dict[str, Any]]) -> str:
    """An address that can be opened: what is needed, filled in with the examples."""
    needed = {each["name"]: each["example"] for each in parameters if each["required"]}
    for each in parameters:
        if each["where"] == "path":
            path = path.replace(f"{{{each['name']}}}", needed.pop(each["name"]))
    return f"{path}?{urlencode(needed)}" if needed else path


def _fields(answer: dict[str, Any], schema: dict[str, Any]) -> list[tuple[str, str]]:
    """The fields of a JSON answer with their meanings."""
    name = answer.get("$ref", "").rsplit("/", 1)[-1]
    model = schema.get("components", {}).get("schemas", {}).get(name, {})
    return [(field, each.get("description", "")) for field, each in model.get("properties", {}).items()]
