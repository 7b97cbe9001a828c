"""Pictures of every page, wide and narrow, light and dark, into `docs/screenshots`: `make screenshots`.

They are of the tale that the tests tell, so that they change only when a page does. A few small ones, in `docs/images`,
are kept for the README.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import httpx
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from graph.database import Settings, connect
from graph.load import load
from graph.schema import ensure_schema
from ingest.rdf import to_dataset
from tests.sample import readings
from tests.serving import served
from tests.tale import tale

INTO = Path(__file__).resolve().parents[1] / "docs"
WIDTHS: dict[str, ViewportSize] = {"wide": {"width": 1280, "height": 900}, "narrow": {"width": 360, "height": 780}}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
KEPT = {"council": "council.png", "picture": "picture.png"}
"""Pages of which a small image, wide and light, is kept for the README."""
SEARCHED = {"person": ("Ruth Calder", "Person"), "council": ("Thornby", "Council"), "trust": ("trust", "Trust")}
ASKED = "who was director of children's services at Thornby on 1 May 2019"


def take(into: Path = INTO) -> None:
    """Take all pictures, anew."""
    with _tale_served() as address, _chromium() as browser:
        shutil.rmtree(into / "screenshots", ignore_errors=True)
        pages = _pages(address)
        for width, scheme in ((width, scheme) for width in WIDTHS for scheme in SCHEMES):
            for name, path in pages.items():
                _picture(browser, address + path, into / "screenshots" / f"{name}-{width}-{scheme}.png", width, scheme)
        for name, file in KEPT.items():
            _small(browser, address + pages[name], into / "images" / file)
    print(f"{len(pages) * len(WIDTHS) * len(SCHEMES)} pictures of {len(pages)} pages in {into / 'screenshots'}")


@contextmanager
def _tale_served() -> Iterator[str]:
    with TemporaryDirectory(ignore_cleanup_errors=True) as home, connect(Settings(), Path(home)) as database:
        ensure_schema(database)
        for reading in (*tale(), *readings()):
            load(database, to_dataset(reading))
        with served(database) as address:
            yield address


@contextmanager
def _chromium() -> Iterator[Browser]:
    path = shutil.which("chromium") or sys.exit("This needs Chromium on the PATH as “chromium”.")
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])


def _pages(address: str) -> dict[str, str]:
    """The path of a page of each kind, by the kind's name."""
    with httpx.Client(base_url=address, timeout=60) as client:
        found = {name: _first(client, *asked) for name, asked in SEARCHED.items()}
        document = client.get("/documents").json()["documents"][0]["id"]
        claim = client.get(f"/queries/claims?document={document}").json()["rows"][0]
        told = client.get(f"/entities/{found['council']}/facts").json()["facts"]
    classes = {each["label"].lower(): each["id"] for each in reversed(told)}
    entities = {**found, **{name: classes[name] for name in ("inspection", "direction", "tenure") if name in classes}}
    return {
        "start": "/",
        "answer": f"/ask?q={ASKED}",
        "unsure": "/ask?q=who ran things in Thornby",
        "queries": "/queries",
        "form": "/queries/who-held",
        "table": f"/queries/who-held?organisation={found['council']}",
        **{name: f"/entities/{identity}" for name, identity in entities.items()},
        "search": "/entities?q=thornby",
        "documents": "/documents",
        "document": f"/documents/{document.removeprefix('document/')}",
        "claim": f"/{claim['claim_id'].replace('claim/', 'claims/')}",
        "conflicts": "/conflicts",
        "about": "/about",
        "docs": "/docs",
        "picture": f"/graph/{found['council']}",
        "error": "/entities/person/nobody",
    }


def _first(client: httpx.Client, words: str, label: str) -> str:
    found = client.get("/entities", params={"q": words, "label": label}).json()["entities"]
    return str(found[0]["id"])


def _picture(browser: Browser, url: str, file: Path, width: str, scheme: Literal["light", "dark"]) -> None:
    context = browser.new_context(viewport=WIDTHS[width], color_scheme=scheme)
    _visited(context.new_page(), url).screenshot(path=file, full_page=True)
    context.close()


def _small(browser: Browser, url: str, file: Path) -> None:
    context = browser.new_context(viewport={"width": 960, "height": 720}, color_scheme="light")
    _visited(context.new_page(), url).screenshot(path=file)
    context.close()


def _visited(page: Page, url: str) -> Page:
    answered = page.goto(url, wait_until="networkidle")
    if answered is None or answered.status >= 500:
        sys.exit(f"{url} cannot be shown: {answered and answered.status}")
    return page


if __name__ == "__main__":
    take()
