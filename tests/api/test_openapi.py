"""The OpenAPI document says what every parameter and field means, with an example; /docs shows it without a CDN."""

from html import unescape
from itertools import product
from typing import Any

import httpx
import pytest

from graph.catalogue import catalogue
from tests.reading_pages import Links
from tests.tale import IN_THE_TALE


@pytest.fixture(scope="module")
def schema(client: httpx.Client) -> dict[str, Any]:
    document: dict[str, Any] = client.get("/openapi.json").json()
    return document


def test_every_parameter_has_a_meaning_and_an_example(schema: dict[str, Any]) -> None:
    told = 0
    for path, methods in schema["paths"].items():
        for parameter in (each for operation in methods.values() for each in operation.get("parameters", ())):
            assert parameter.get("description"), (path, parameter["name"])
            assert parameter.get("example") or parameter["schema"].get("examples"), (path, parameter["name"])
            told += 1
    assert told > 20


def test_every_query_has_a_route_with_its_own_parameters(schema: dict[str, Any]) -> None:
    for query in catalogue().values():
        operation = schema["paths"][f"/queries/{query.name}"]["get"]
        named = {each["name"]: each for each in operation["parameters"]}
        assert list(named) == [*(each.name for each in query.parameters), "limit", "cursor", "include", "format"]
        for parameter in query.parameters:
            assert named[parameter.name]["required"] == parameter.required
            assert named[parameter.name]["example"] == parameter.example
            assert parameter.meaning in named[parameter.name]["description"]


def test_every_field_of_every_answer_has_a_meaning(schema: dict[str, Any]) -> None:
    for name, model in schema["components"]["schemas"].items():
        for field, described in model.get("properties", {}).items():
            assert described.get("description"), f"{name}.{field}"


def test_every_error_is_described_as_a_problem_document(schema: dict[str, Any]) -> None:
    for path, methods in schema["paths"].items():
        for operation, status in product(methods.values(), ("403", "404", "409", "422", "503")):
            content = operation["responses"][status]["content"]
            assert content["application/problem+json"] == {"schema": {"$ref": "#/components/schemas/Problem"}}, path
            assert set(content) == {"application/problem+json", "text/html"}, path


def test_rows_are_typed_by_the_querys_columns(schema: dict[str, Any]) -> None:
    row = schema["components"]["schemas"]["WhoHeldRow"]["properties"]
    assert list(row) == [column.name for column in catalogue()["who-held"].columns]
    assert row["interim"]["anyOf"][0] == {"type": "boolean"}


def test_docs_show_every_operation_and_ask_no_other_server(client: httpx.Client, schema: dict[str, Any]) -> None:
    page = client.get("/docs").text
    operations = [operation for methods in schema["paths"].values() for operation in methods.values()]
    assert all(operation["summary"] in unescape(page) for operation in operations)
    links = Links(page)
    assert links.active == []
    assert all(address.startswith(("/", "#")) for address in links.addresses)


def test_each_example_of_the_docs_is_answered(client: httpx.Client, tale_client: httpx.Client) -> None:
    answered = {path: client.get(path).status_code for path in ("/ask?q=who+held+DCS+at+Bradford+when", "/ontology")}
    for query in catalogue().values():
        needed = {each.name: each.example for each in query.parameters if each.required}
        asked = tale_client if query.name in IN_THE_TALE else client
        answered[query.name] = asked.get(f"/queries/{query.name}", params=needed).status_code
    assert set(answered.values()) == {200}
