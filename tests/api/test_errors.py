"""Every error is a problem document of one shape, says what to do, and never shows the inside."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from neo4j import GraphDatabase

from api.app import create_app
from graph.catalogue import catalogue
from graph.database import Database
from tests.serving import served, serving

FIELDS = {"type", "title", "status", "detail", "instance", "errors", "choices"}
REQUIRED = FIELDS - {"errors", "choices"}
ROOMS = [f"/queries/{name}" for name, query in catalogue().items() if any(each.required for each in query.parameters)]
WRONG = [
    ("/nothing/here", 404),
    ("/queries/who-hold", 404),
    ("/queries/who-held?organisation=Atlantis", 404),
    ("/queries/who-held", 422),
    ("/queries/who-held?organisation=Bradford&as_of=soon", 422),
    ("/queries/who-held?organisation=Bradford&limit=0", 422),
    ("/queries/who-held?organisation=Bradford&limit=²", 422),
    ("/queries/who-held?organisation=Bradford&limit=100000", 422),
    ("/queries/who-held?organisation=Bradford&cursor=*", 422),
    ("/queries/who-held?organisation=Bradford&format=xls", 422),
    ("/queries/who-held?organisation=Bradford&colour=red", 422),
    ("/queries/inspections?organisation=Bradford&kind=party", 422),
    ("/entities/person/nobody-at-all", 404),
    ("/entities?q=walker&label=Dragon", 422),
    ("/entities?q=walker&limit=none", 422),
    ("/documents/none", 404),
    ("/graph/council/none", 404),
    ("/graph/council/E08000032?depth=99", 422),
    ("/graph/council/E08000032?depth=deep", 422),
    ("/ask", 422),
    (f"/ask?q={'who+' * 200}", 422),
    ("/static/none.css", 404),
]


def _is_problem(answer: httpx.Response, status: int) -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    problem: dict[str, Any] = answer.json()
    assert problem.keys() >= REQUIRED
    assert problem.keys() <= FIELDS
    assert problem["status"] == status
    assert problem["type"].startswith("https://w3id.org/whoheld/problem/")
    assert problem["instance"] == answer.request.url.path
    assert "Traceback" not in answer.text
    return problem


@pytest.mark.parametrize(("path", "status"), WRONG)
def test_one_shape_everywhere(client: httpx.Client, path: str, status: int) -> None:
    _is_problem(client.get(path), status)


@pytest.mark.parametrize(("path", "status"), WRONG)
def test_a_person_gets_the_same_as_a_page(client: httpx.Client, path: str, status: int) -> None:
    answer = client.get(path, headers={"Accept": "text/html"})
    form = path == "/queries/who-held"
    assert answer.status_code == (200 if form else status)
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert ('role="alert"' in answer.text) != form


@pytest.mark.parametrize("path", ROOMS)
def test_every_query_says_what_it_needs(client: httpx.Client, path: str) -> None:
    problem = _is_problem(client.get(path), 422)
    (error,) = problem["errors"]
    assert "for instance" in error["message"]


def test_an_unknown_name_is_answered_with_the_nearest_which_work(client: httpx.Client) -> None:
    problem = _is_problem(client.get("/queries/who-held?organisation=Bradfrod"), 404)
    first = problem["choices"][0]
    assert (first["id"], first["name"], first["note"]) == ("council/E08000032", "Bradford", "Council")
    assert client.get(first["href"]).json()["rows"][1]["person"] == "Mark Douglas"


def test_an_ambiguous_name_is_answered_with_the_choices_which_work(client: httpx.Client) -> None:
    problem = _is_problem(client.get("/queries/career?person=Walker"), 409)
    assert [choice["name"] for choice in problem["choices"]] == ["Anna Walker", "Steve Walker"]
    assert client.get(problem["choices"][1]["href"]).json()["rows"][0]["organisation"] == "Leeds"


def test_an_unknown_query_is_answered_with_the_nearest(client: httpx.Client) -> None:
    problem = _is_problem(client.get("/queries/who-hold"), 404)
    assert problem["choices"][0]["href"] == "/queries/who-held"


def test_a_bad_date_says_what_is_accepted(client: httpx.Client) -> None:
    problem = _is_problem(client.get("/queries/who-held?organisation=Bradford&as_of=soon"), 422)
    (error,) = problem["errors"]
    assert error["field"] == "as_of"
    assert "2020-05-03" in error["message"]


def test_other_methods_are_refused_in_the_same_shape(client: httpx.Client) -> None:
    answer = client.post("/queries")
    _is_problem(answer, 405)
    assert answer.headers["allow"] == "GET"
    assert client.put("/decisions").headers["allow"] == "GET, POST"


@pytest.fixture(scope="module")
def unplugged() -> Iterator[httpx.Client]:
    """The application over a database that is not there."""
    with (
        GraphDatabase.driver("bolt://127.0.0.1:1", auth=("neo4j", "none"), max_transaction_retry_time=0.1) as driver,
        served(Database(driver)) as address,
        httpx.Client(base_url=address, timeout=30) as client,
    ):
        yield client


def test_without_a_database_the_process_lives_but_is_not_ready(unplugged: httpx.Client) -> None:
    assert unplugged.get("/healthz").json() == {"status": "ok"}
    _is_problem(unplugged.get("/readyz"), 503)


@pytest.mark.parametrize("path", ["/ask?q=DCS+at+Leeds", "/queries/who-held?organisation=Leeds", "/documents/a"])
def test_without_a_database_questions_get_503_and_no_trace(unplugged: httpx.Client, path: str) -> None:
    _is_problem(unplugged.get(path), 503)
    page = unplugged.get(path, headers={"Accept": "text/html"})
    assert page.status_code == 503
    assert "Traceback" not in page.text


def test_a_fault_of_ours_tells_nothing_of_the_inside() -> None:
    def fail() -> None:
        raise RuntimeError("secret of the inside")

    with GraphDatabase.driver("bolt://127.0.0.1:1") as driver:
        app = create_app(Database(driver))
        app.get("/fault")(fail)
        with serving(app) as address:
            answer = httpx.get(f"{address}/fault")
    _is_problem(answer, 500)
    assert "secret" not in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"
