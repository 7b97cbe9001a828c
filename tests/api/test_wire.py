"""The wire format is pinned: what a program that reads our JSON relies on changes only on purpose."""

import json
import sys
from pathlib import Path
from typing import Any

import httpx

from api.app import create_app

PINNED = Path(__file__).with_name("wire.json")
EXEMPT = ("HTTPValidationError", "ValidationError")


def shape(schema: dict[str, Any]) -> dict[str, Any]:
    """Each operation with what it takes and gives, and each model with the types of its fields."""
    operations = {
        f"{method.upper()} {path}": {
            "takes": sorted(
                f"{each['name']}{'' if each.get('required') else '?'}" for each in told.get("parameters", ())
            ),
            "gives": sorted(status for status in told["responses"]),
        }
        for path, methods in sorted(schema["paths"].items())
        for method, told in methods.items()
    }
    models = {
        name: {field: _type(told) for field, told in model.get("properties", {}).items()}
        for name, model in sorted(schema["components"]["schemas"].items())
        if name not in EXEMPT
    }
    return {"operations": operations, "models": models}


def _type(told: dict[str, Any]) -> str:
    if options := told.get("anyOf"):
        return " | ".join(_type(each) for each in options)
    if reference := told.get("$ref"):
        return str(reference).rsplit("/", 1)[-1]
    kind = str(told.get("type", "any"))
    return f"list of {_type(told['items'])}" if kind == "array" and "items" in told else kind


def test_the_wire_format_is_as_it_was(client: httpx.Client) -> None:
    now = shape(client.get("/openapi.json").json())
    assert now == json.loads(PINNED.read_text()), "if this is meant: python -m tests.api.test_wire, and CHANGELOG.md"


def test_every_success_is_an_object_and_every_error_a_problem(client: httpx.Client) -> None:
    schema = client.get("/openapi.json").json()
    for path, methods in schema["paths"].items():
        if "get" not in methods:
            continue
        wrong = client.get(path.replace("{id}", "nobody/nowhere"), params={"format": "fax"}, follow_redirects=False)
        if wrong.status_code < 400:
            continue
        assert wrong.headers["content-type"] == "application/problem+json", path
        assert {"type", "title", "status", "detail", "instance"} <= wrong.json().keys(), path
    for path, operation in schema["paths"].items():
        for told in operation.values():
            success = told["responses"].get("200", {}).get("content", {}).get("application/json", {}).get("schema")
            assert success is None or "$ref" in success or path == "/reconcile", f"{path} gives no model of its own"
            answers = told["responses"]["422"]["content"]
            assert answers["application/problem+json"]["schema"]["$ref"].endswith("/Problem")


if __name__ == "__main__":
    PINNED.write_text(json.dumps(shape(create_app(None).openapi()), indent=1) + "\n")  # type: ignore[arg-type]
    sys.stdout.write(f"{PINNED} is written\n")
