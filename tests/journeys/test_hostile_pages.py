"""Names, titles, quotes and addresses that a document brings in never run on any page, in a real browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from graph.database import Database, Settings, connect
from graph.load import load, retract
from graph.model import Claim, Document, Entity, Reading, ResolvedClaim, TenureStatement
from graph.schema import ensure_schema
from graph.server import Server
from ingest.rdf import to_dataset
from tests.hostile import ADDRESSES, PAYLOADS
from tests.serving import served

ROLE = "director of children's services"
TOWN = Entity(id="council/hostile", label="Council", name=PAYLOADS[1], names=PAYLOADS)
POST = Entity(
    id="role/hostile/director",
    label="Role",
    name=PAYLOADS[3],
    properties={"roleKind": ROLE, "soleHolder": True, "postIn": TOWN.id},
)
SHOWN = [each for each in PAYLOADS if each.isprintable() or "\u2028" in each]


def _reading(number: int, payload: str) -> Reading:
    """A document whose every word is the payload."""
    person = Entity(id=f"person/hostile-{number}", label="Person", name=payload)
    document = Document(
        id=f"document/hostile_{number}",
        source=payload,
        sha256=f"{number:064}",
        text=payload,
        title=payload,
        media_type="text/plain",
        url=ADDRESSES[number % 2],
        publisher=payload,
        published="2020-01-01",
        published_basis=payload,
    )
    claim = Claim(
        document=document.id,
        statement=TenureStatement(person=payload, role=ROLE, org=payload, start="2019", role_as_written=payload),
        quote=payload,
        start_offset=0,
        end_offset=len(payload),
        method="sample",
        method_version="1",
    )
    about: dict[str, tuple[str, ...]] = {
        "aboutPerson": (person.id,),
        "aboutRole": (POST.id,),
        "aboutOrganisation": (TOWN.id,),
    }
    return Reading(document=document, claims=(ResolvedClaim(claim=claim, about=about),), entities=(person, POST, TOWN))


@pytest.fixture(scope="module")
def site(server: Server) -> Iterator[str]:
    """The application over a graph that holds a document for each payload."""
    readings = [_reading(number, payload) for number, payload in enumerate(SHOWN)]
    with connect(Settings(server.uri, server.username, server.password)) as database:
        ensure_schema(database)
        for reading in readings:
            load(database, to_dataset(reading))
        with served(database) as address:
            yield address
        _forget(database, readings)


def _forget(database: Database, readings: list[Reading]) -> None:
    for reading in readings:
        retract(database, reading.document.id)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        f"/entities/{TOWN.id}",
        f"/entities/{POST.id}",
        "/entities?q=window",
        f"/queries/who-held?organisation={TOWN.id}",
        f"/queries/timeline?organisation={TOWN.id}",
        f"/graph/{TOWN.id}?depth=2",
        *(f"/documents/hostile_{number}" for number in range(len(SHOWN))),
        *(f"/entities/person/hostile-{number}" for number in range(len(SHOWN))),
    ],
)
def test_nothing_runs_and_nothing_is_asked_of_another_server(page: Page, site: str, path: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    answer = page.goto(site + path)
    assert answer is not None
    assert answer.status == 200
    assert page.evaluate("window.hit") is None
    ours = "script:not([type='application/json'], [src^='/static/']), iframe, img, object"
    assert page.locator(ours).count() == 2 * ("/graph" in path)
    assert page.locator("a[href^='javascript:'], a[href^='data:'], a[href*='//evil']").count() == 0
    assert [url for url in asked if not url.startswith(site)] == []
