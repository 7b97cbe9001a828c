"""What a journalist does: asks, opens the picture, clicks, reads the sentence; and opens a saved picture offline."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from graph.database import Database
from graph.neighbourhood import Edge, Neighbourhood, Node, neighbourhood
from graph.picture import drawing, picture
from tests.hostile import ADDRESSES, PAYLOADS
from tests.sample import BRADFORD

PLACE = """([from, to, share]) => {
  const network = document.getElementById("drawing").network;
  const places = network.getPositions([from, to]);
  const along = (axis) => places[from][axis] * (1 - share) + places[to][axis] * share;
  return network.canvasToDOM({ x: along("x"), y: along("y") });
}"""


def _drawn(page: Page) -> None:
    page.wait_for_selector("#drawing[data-drawn]")


def _click_between(page: Page, source: str, target: str, share: float) -> None:
    """Click on the line between two shapes, at a share of the way; 0 is the first shape itself."""
    place = page.evaluate(PLACE, [source, target, share])
    page.locator("#drawing").click(position=place)


def test_ask_open_the_picture_click_an_edge_and_read_the_words(page: Page, site: str) -> None:
    page.goto(site)
    page.get_by_label("Ask in words").fill("who held DCS at Bradford when")
    page.get_by_role("button", name="Ask").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("director of children's services at Bradford")
    expect(page.get_by_role("row", name="Mark Douglas director")).to_contain_text("1 July 2019")

    page.get_by_role("link", name="Picture of Bradford").click()
    _drawn(page)
    _click_between(page, "person/gladys-rhodes-white", BRADFORD, 0.3)
    panel = page.locator("#panel")
    expect(panel).to_contain_text("interim director of children's services, until 30 June 2019")
    expect(panel).to_contain_text("Gladys Rhodes White held the post on an interim basis until the end of June 2019.")

    panel.get_by_role("link", name="New director for children's services").click()
    expect(page.locator("mark:target")).to_have_text(
        "Gladys Rhodes White held the post on an interim basis until the end of June 2019."
    )


def test_click_a_shape_and_go_on_to_its_relations(page: Page, site: str) -> None:
    page.goto(f"{site}/graph/{BRADFORD}")
    _drawn(page)
    _click_between(page, BRADFORD, BRADFORD, 0)
    panel = page.locator("#panel")
    expect(panel.get_by_role("heading", name="Bradford")).to_be_visible()
    expect(panel).to_contain_text("E08000032")
    panel.get_by_role("button", name="Mark Douglas").click()
    expect(panel).to_contain_text("became director of children's services at Bradford Council on 1 July 2019.")


def test_a_misspelt_name_leads_to_the_answer_in_one_click(page: Page, site: str) -> None:
    page.goto(f"{site}/queries/who-held")
    page.get_by_label("Organisation").fill("Leads")
    with page.expect_response(lambda answer: answer.status == 404):
        page.get_by_role("button", name="Show").click()
    page.get_by_role("link", name="Leeds", exact=True).click()
    expect(page.get_by_role("row", name="Steve Walker")).to_contain_text("2016")


def test_the_pages_need_no_script(browser: Browser, site: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site}/ask?q=who+was+DCS+at+Leeds")
        expect(page.get_by_role("row", name="Steve Walker")).to_contain_text("2020")
        page.goto(f"{site}/graph/{BRADFORD}")
        expect(page.get_by_role("row", name="Mark Douglas")).to_contain_text("1 July 2019")


@pytest.mark.parametrize("path", ["/", "/ask?q=who+held+DCS+at+Bradford+when", f"/entities/{BRADFORD}", "/docs"])
def test_a_narrow_screen_needs_no_sideways_scrolling(page: Page, site: str, path: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(site + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_saved_picture_works_with_the_network_cut_and_asks_for_nothing(
    browser: Browser, sample_graph: Database, tmp_path: Path
) -> None:
    file = tmp_path / "bradford.html"
    file.write_text(picture(drawing(neighbourhood(sample_graph, BRADFORD, 2)), "Bradford"), encoding="utf-8")
    asked: list[str] = []

    def refuse(route: Route) -> None:
        asked.append(route.request.url)
        route.abort()

    with browser.new_context() as context:
        context.set_offline(True)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.route(lambda url: not url.startswith("file:"), refuse)
        page.goto(file.as_uri())
        _drawn(page)
        _click_between(page, "person/gladys-rhodes-white", BRADFORD, 0.3)
        expect(page.locator("#panel")).to_contain_text("until the end of June 2019.")
        assert asked == [file.as_uri()]
        assert context.cookies() == []


def test_no_name_or_quote_runs_in_the_picture(page: Page, tmp_path: Path) -> None:
    assert len(PAYLOADS) >= 40
    councils = [Node(f"council/{n}", "Council", PAYLOADS[n], {PAYLOADS[0]: PAYLOADS[n]}) for n in (0, 1)]
    people = [Node(each, "Person", each, {"alternativeName": [each]}) for each in PAYLOADS]
    edges = []
    for number, person in enumerate(people):
        url = ADDRESSES[number % len(ADDRESSES)]
        quote = {"document": person.name, "title": person.name, "published": person.name, "quote": person.name}
        town = councils[number % 2].id
        edges.append(Edge(f"{person.id} {number}", person.id, town, "HELD", person.name, ({**quote, "url": url},)))
    file = tmp_path / "hostile.html"
    around = Neighbourhood((*councils, *people), tuple(edges))
    file.write_text(picture(drawing(around), PAYLOADS[1]), encoding="utf-8")

    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: asked.append(dialog.message))
    page.goto(file.as_uri())
    _drawn(page)
    page.get_by_text("Find in the picture").click()
    listed = page.locator("#found button")
    expect(listed).to_have_count(2 + 2 * len(PAYLOADS))
    for number in range(2 + 2 * len(PAYLOADS)):
        listed.nth(number).dispatch_event("click")
        expect(page.locator("#selected h2").first).to_be_visible()
    assert page.locator("#selected a").count() == 0
    assert page.evaluate("window.hit") is None
    assert asked == [file.as_uri()]


def test_a_picture_of_four_hundred_nodes_is_drawn_and_answers_soon(page: Page, tmp_path: Path) -> None:
    people = [Node(f"person/{number}", "Person", f"Person {number}", {}) for number in range(399)]
    councils = [Node(f"council/{number}", "Council", f"Council {number}", {}) for number in range(20)]
    edges = [
        Edge(f"tenure/{number}", people[number % 399].id, councils[number % 20].id, "HELD", "director, 2019", ())
        for number in range(1000)
    ]
    file = tmp_path / "large.html"
    file.write_text(picture(drawing(Neighbourhood((*councils, *people), tuple(edges))), "Large"), encoding="utf-8")
    page.goto(file.as_uri())
    page.wait_for_selector("#drawing[data-drawn]", timeout=15_000)
    _click_between(page, councils[0].id, councils[0].id, 0)
    expect(page.locator("#panel .kind")).to_be_visible()
