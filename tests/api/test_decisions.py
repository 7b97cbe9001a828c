"""Decisions on who is who over HTTP: read by all, made and undone with the key."""

from collections.abc import Iterator

import httpx
import pytest

from api.settings import Settings as ApiSettings
from graph.database import Database, Settings, connect
from graph.load import load
from graph.model import Reading
from graph.schema import ensure_schema
from graph.server import Server
from ingest.rdf import to_dataset
from tests.graph.conftest import clear
from tests.sample import readings
from tests.serving import served

KEY = {"X-API-Key": "open sesame"}
MARC, MARK = "person/marc-douglas", "person/mark-douglas"
MADE = {"one": MARK, "other": MARC, "verdict": "different", "by": "Jo Reader", "reason": "two brothers"}


@pytest.fixture(scope="module")
def database(server: Server) -> Iterator[Database]:
    """The sample, in which one document calls the director Marc."""
    with connect(Settings(server.uri, server.username, server.password)) as database:
        ensure_schema(database)
        clear(database)
        news, gazette, _ = readings()
        text = gazette.model_dump_json().replace("Mark Douglas", "Marc Douglas").replace("mark-douglas", "marc-douglas")
        for reading in (news, Reading.model_validate_json(text)):
            load(database, to_dataset(reading))
        yield database
        clear(database)


@pytest.fixture(scope="module")
def asking(database: Database) -> Iterator[httpx.Client]:
    with served(database, ApiSettings(key=KEY["X-API-Key"])) as address, httpx.Client(base_url=address) as client:
        yield client


def test_decisions_are_listed_with_the_words_of_both_sides(asking: httpx.Client) -> None:
    (found,) = asking.get("/decisions", params={"verdict": "same", "person": MARC}).json()["decisions"]
    assert {found["one"]["id"], found["other"]["id"]} == {MARC, MARK}
    assert found["by"] == "automatic"
    assert found["one"]["quotes"][0]["quote"]


def test_a_decision_is_made_with_the_key_and_undone(asking: httpx.Client) -> None:
    made = asking.post("/decisions", json=MADE, headers=KEY)
    assert made.status_code == 201
    assert any("Mark Douglas" in name for name in made.json()["added"] + made.json()["changed"])
    (mine,) = (each for each in asking.get("/decisions").json()["decisions"] if each["by"] == "Jo Reader")
    undone = asking.delete(f"/decisions/{mine['id']}", headers=KEY)
    assert undone.status_code == 200
    assert [each["by"] for each in asking.get("/decisions", params={"person": MARC}).json()["decisions"]] == [
        "automatic"
    ]


def test_without_the_key_nothing_is_decided(asking: httpx.Client) -> None:
    for headers in ({}, {"X-API-Key": "guess"}):
        refused = asking.post("/decisions", json=MADE, headers=headers)
        assert (refused.status_code, refused.json()["type"].rsplit("/", 1)[1]) == (403, "wrong-key")
    assert asking.delete("/decisions/decision/x").status_code == 403


def test_a_server_without_a_key_takes_none(database: Database) -> None:
    with served(database) as address:
        refused = httpx.post(f"{address}/decisions", json=MADE, headers={"X-API-Key": ""})
    assert refused.status_code == 403
    assert "WHOHELD_KEY" in refused.json()["detail"]


def test_what_cannot_be_decided_is_told(asking: httpx.Client) -> None:
    refused = asking.post("/decisions", json={**MADE, "other": "person/nobody"}, headers=KEY)
    assert refused.status_code == 422
    assert "person/nobody" in refused.json()["detail"]
    assert asking.post("/decisions", json={"one": MARC}, headers=KEY).status_code == 422
    assert asking.delete("/decisions/decision/none", headers=KEY).status_code == 422
