"""A client that has an answer already is told so, until the graph changes."""

from collections.abc import Iterator

import httpx
import pytest

from graph.database import Database, Settings, connect
from graph.load import load, retract
from graph.schema import ensure_schema
from graph.server import Server
from ingest.rdf import to_dataset
from tests.graph.conftest import clear
from tests.sample import BRADFORD, readings
from tests.serving import served

NEWS, GAZETTE, _ = readings()
PATHS = (f"/queries/who-held?organisation={BRADFORD}", f"/entities/{BRADFORD}", "/documents", "/export.nq")


@pytest.fixture
def database(server: Server) -> Iterator[Database]:
    with connect(Settings(server.uri, server.username, server.password)) as database:
        ensure_schema(database)
        clear(database)
        yield database
        clear(database)


@pytest.fixture
def asking(database: Database) -> Iterator[httpx.Client]:
    load(database, to_dataset(NEWS))
    with served(database) as address, httpx.Client(base_url=address, timeout=30) as client:
        yield client


@pytest.mark.parametrize("path", PATHS)
def test_who_has_an_answer_is_told_so_until_the_graph_changes(
    asking: httpx.Client, database: Database, path: str
) -> None:
    first = asking.get(path)
    known = {"If-None-Match": first.headers["etag"]}
    again = asking.get(path, headers=known)
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    since = {"If-Modified-Since": first.headers["last-modified"]}
    assert asking.get(path, headers=since).status_code == 304
    load(database, to_dataset(GAZETTE))
    changed = asking.get(path, headers=known)
    assert changed.status_code == 200
    assert changed.headers["etag"] != first.headers["etag"]
    retract(database, GAZETTE.document.id)


def test_another_format_is_another_answer(asking: httpx.Client) -> None:
    path = PATHS[0]
    known = {"If-None-Match": asking.get(path).headers["etag"]}
    assert asking.get(path, headers={**known, "Accept": "text/csv"}).status_code == 200
    assert asking.get(f"{path}&role=any", headers=known).status_code == 200


def test_errors_and_the_process_have_no_version(asking: httpx.Client) -> None:
    for path in ("/queries/who-held?organisation=atlantis", "/healthz", "/readyz"):
        assert "etag" not in asking.get(path).headers
