"""A real browser, Debian's Chromium, and the application that it visits."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from graph.database import Database
from tests.serving import served

CHROMIUM = shutil.which("chromium")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a window; the test is skipped only where there is none."""
    if CHROMIUM is None:
        pytest.skip("needs Chromium on the PATH as “chromium” (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def site(sample_graph: Database) -> Iterator[str]:
    """The address of the application over the sample graph."""
    with served(sample_graph) as address:
        yield address


def _problem(message: ConsoleMessage, page: Page) -> list[str]:
    """What the browser complains of, but for the status of the page itself, which a test may ask for."""
    its_own = message.location["url"] == page.url
    return [message.text] if message.type == "error" and not its_own else []


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page; the test fails if a script failed or the page's policy blocked something on it."""
    context = browser.new_context()
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda message: problems.extend(_problem(message, page)))
    yield page
    context.close()
    assert problems == []
