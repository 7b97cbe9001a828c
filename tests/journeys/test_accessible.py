"""Every kind of page for everybody: by axe without a violation, small, steady, by keyboard, and on a narrow screen."""

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Response, expect

from graph.database import Database
from tests.sample import BRADFORD
from tests.serving import served

THORNBY = "/entities/council/thornby"
POST = "role/thornby/director-of-childrens-services"
PAGES = (
    "/",
    "/ask?q=who+held+DCS+at+Thornby+when",
    "/ask?q=who+ate+the+cheese",
    "/queries",
    "/queries/who-held",
    "/queries/who-held?organisation=Thornby",
    "/queries/who-held?organisation=Thornbee",
    "/queries/claims?document=tale_chronicle",
    "/entities?q=thornby",
    THORNBY,
    f"/entities/{POST}",
    "/entities/person/ada-finch-of-thornby",
    "/entities/trust/childrens-thornby-trust",
    "/entities/organisation/department-for-education",
    "/documents",
    "/documents/tale_chronicle",
    "/conflicts",
    "/about",
    "/docs",
    "/nothing",
)
EVENTS = ("Inspection", "Direction", "Tenure", "Delegation")
LOOKS = (("light", 1280), ("dark", 1280), ("light", 360))
SHIFTS = """() => new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((each) => { sum += each.value; }))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(sum), 200);
})"""
STANDARD = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(scope="module")
def tale(tale_graph: Database) -> Iterator[str]:
    """The address of the application over the longer tale."""
    with served(tale_graph) as address:
        yield address


def _weighed(page: Page, address: str) -> int:
    """Open a page; the bytes of all that it asked for."""
    answers: list[Response] = []

    def hear(answer: Response) -> None:
        answers.append(answer)

    page.on("response", hear)
    page.goto(address, wait_until="load")
    page.remove_listener("response", hear)
    return sum(len(each.body()) for each in answers)


def _passes(page: Page) -> None:
    found: dict[str, Any] = Axe().run(page, options=STANDARD).response
    told = [(each["id"], each["help"], each["nodes"][0]["html"][:200]) for each in found["violations"]]
    assert told == []


def _is_for_everybody(page: Page, address: str) -> None:
    for colours, width in LOOKS:
        page.emulate_media(color_scheme=colours)  # type: ignore[arg-type]  # one of its literals
        page.set_viewport_size({"width": width, "height": 800})
        assert _weighed(page, address) < 150_000
        assert page.evaluate(SHIFTS) == 0
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        _passes(page)


@pytest.mark.parametrize(("colours", "width"), LOOKS)
def test_a_picture_is_for_everybody(page: Page, tale: str, colours: Any, width: int) -> None:
    page.emulate_media(color_scheme=colours)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{tale}/graph/council/thornby", wait_until="networkidle")
    _passes(page)
    page.get_by_text("Find in the picture").click()
    page.get_by_text("Embed").click()
    _passes(page)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_for_everybody(page: Page, tale: str, path: str) -> None:
    _is_for_everybody(page, tale + path)


@pytest.mark.parametrize("label", EVENTS)
def test_a_page_of_a_fact_is_for_everybody(page: Page, tale: str, label: str) -> None:
    facts = page.request.get(f"{tale}{THORNBY}/facts").json()["facts"]
    identity = next(fact["id"] for fact in facts if fact["label"] == label)
    _is_for_everybody(page, f"{tale}/entities/{identity}")


def test_a_page_with_a_dispute_and_that_of_a_claim_are_for_everybody(page: Page, site: str) -> None:
    claim = page.request.get(f"{site}/documents/sample_gazette").json()["claims"][0]["id"]
    (conflict,) = page.request.get(f"{site}/queries/conflicts").json()["rows"]
    for path in (f"/entities/{BRADFORD}", "/conflicts", f"/claims/{claim}", f"/entities/{conflict['fact_id']}"):
        _is_for_everybody(page, site + path)


def test_the_keyboard_leads_past_the_menu_and_through_the_chart(page: Page, tale: str) -> None:
    page.goto(tale + THORNBY)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Picture of what surrounds it")).to_be_focused()
    for _ in range(3):
        page.keyboard.press("Tab")
    bar = page.get_by_role("link", name="Ruth Calder, 1 April 2015 – 31 March 2018")
    expect(bar).to_be_focused()
    assert bar.locator(".area").evaluate("each => getComputedStyle(each).strokeWidth") == "3px"
    page.keyboard.press("Enter")
    expect(page.locator("tbody:target")).to_contain_text("Ruth Calder ran children's services in Thornby")


def test_a_wide_chart_scrolls_in_its_own_box(page: Page, tale: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(tale + THORNBY)
    box = page.get_by_role("region", name="Chart: Thornby")
    assert box.evaluate("each => each.scrollWidth > each.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_names_and_questions_are_offered_while_typing(page: Page, tale: str) -> None:
    page.goto(tale)
    page.get_by_label("Ask in words").press_sequentially("who held DCS at thorn")
    expect(page.locator("#questions option[value='who held DCS at Thornby Council']")).to_be_attached()
    page.get_by_label("Ask in words").fill("")
    page.get_by_label("Ask in words").press_sequentially("Ada Fin")
    expect(page.locator("#questions option[value$='Ada Finch']").first).to_be_attached()
    page.goto(f"{tale}/queries/career")
    page.get_by_label("Person").press_sequentially("cald")
    expect(page.locator("datalist option[value='Ruth Calder']")).to_be_attached()


def test_a_council_leads_to_the_sentence_in_its_document(page: Page, tale: str) -> None:
    page.goto(tale + THORNBY)
    page.get_by_role("link", name="Ada Finch, 1 October 2018").click()
    page.locator("tbody:target").get_by_role("link", name="Thornby over ten years").click()
    expect(page.locator("mark:target")).to_have_text("Ada Finch was director from 1 October 2018 to 30 June 2021.")
    page.locator("mark:target").click()
    page.locator("li:target").get_by_role("link", name="claim").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Post: what one document says")
