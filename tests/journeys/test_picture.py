"""What is done with a picture: a day chosen, a line read to its document, neighbours asked for, all by keyboard."""

import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from graph.neighbourhood import Edge, Neighbourhood, Node
from graph.picture import drawing, picture
from tests.journeys.test_browser import PLACE, _click_between, _drawn
from tests.sample import BRADFORD

SHOWN = "document.getElementById('drawing').network.body.data.nodes.getIds()"
WRITTEN = """window.written = {};
const write = CanvasRenderingContext2D.prototype.fillText;
CanvasRenderingContext2D.prototype.fillText = function (words, x, y, ...rest) {
  const half = this.textAlign === "center" ? 0 : this.measureText(words).width / 2;
  const at = this.getTransform().transformPoint({ x: x + half, y });
  window.written[words] = [at.x / devicePixelRatio, at.y / devicePixelRatio];
  return write.call(this, words, x, y, ...rest);
};"""
PLACES = "document.getElementById('drawing').network.getPositions()"


def test_choose_a_day_click_a_line_and_read_it_in_its_document(page: Page, site: str) -> None:
    page.goto(f"{site}/graph/{BRADFORD}")
    _drawn(page)
    page.get_by_label("On the day").fill("2019-07-04")
    page.get_by_label("On the day").dispatch_event("change")
    expect(page.locator("#told")).to_contain_text("4 July 2019:")
    row = page.get_by_role("row", name="Mark Douglas")
    expect(row).to_contain_text("certain on the day")
    expect(page.get_by_role("row", name="Gladys Rhodes White")).to_contain_text("not on the day")

    _click_between(page, "person/mark-douglas", BRADFORD, 0.3)
    panel = page.locator("#selected")
    expect(panel).to_contain_text("became director of children's services at Bradford Council on 1 July 2019.")
    panel.get_by_role("link", name="New director for children's services").first.click()
    expect(page.locator("mark:target").first).to_contain_text("Mark Douglas became director")


def test_the_slider_and_the_list_are_worked_by_keys(page: Page, site: str) -> None:
    page.goto(f"{site}/graph/{BRADFORD}")
    _drawn(page)
    page.locator("#slider").focus()
    page.keyboard.press("Home")
    first = page.get_by_label("On the day").input_value()
    page.keyboard.press("ArrowRight")
    assert page.get_by_label("On the day").input_value() > first
    page.get_by_role("button", name="All time").press("Enter")
    assert page.get_by_label("On the day").input_value() == ""
    page.get_by_text("Find in the picture").press("Enter")
    page.locator("#find").fill("gladys")
    page.locator("#find").press("Enter")
    expect(page.locator("#selected h2")).to_have_text("Gladys Rhodes White")
    page.locator("#selected .links button").first.press("Enter")
    expect(page.locator("#selected")).to_contain_text("until the end of June 2019.")


def test_neighbours_are_asked_for_and_put_away_while_the_others_stay_where_they_are(page: Page, site: str) -> None:
    page.goto(f"{site}/graph/{BRADFORD}")
    _drawn(page)
    before = page.evaluate(PLACES)
    assert "council/E08000035" not in before
    page.get_by_text("Find in the picture").click()
    _expand(page, "Direction")
    _expand(page, "Steve Walker (Person)")
    _comes_to(page, "council/E08000035", shown=True)
    after = page.evaluate(PLACES)
    assert {each: after[each] for each in before} == before
    page.get_by_role("button", name="Collapse").click()
    _comes_to(page, "council/E08000035", shown=False)


def _comes_to(page: Page, identity: str, *, shown: bool) -> None:
    """Wait until a shape is there, or gone; by asking again and again, as the page's policy lets nothing wait in it."""
    ends = time.monotonic() + 20
    while (identity in page.evaluate(SHOWN)) != shown:
        assert time.monotonic() < ends, f"{identity} was to be {'shown' if shown else 'gone'}"
        page.wait_for_timeout(50)


def _expand(page: Page, words: str) -> None:
    page.locator("#find").fill(words)
    page.locator("#found button").first.click()
    page.get_by_role("button", name="Expand").click()
    expect(page.locator("#found button").first).to_be_visible()


def test_a_crowd_opens_on_a_click(page: Page, tmp_path: Path) -> None:
    town = Node("council/t", "Council", "Thornby", {})
    visits = [Node(f"inspection/{n}", "Inspection", f"Visit {n}", {}) for n in range(60)]
    edges = tuple(Edge(f"e {n}", each.id, town.id, "INSPECTED", f"visit {n}", ()) for n, each in enumerate(visits))
    file = tmp_path / "crowd.html"
    file.write_text(picture(drawing(Neighbourhood((town, *visits), edges, False, town.id)), "Thornby"))
    page.goto(file.as_uri())
    _drawn(page)
    shown = page.evaluate(SHOWN)
    assert len(shown) == 2
    crowd = next(each for each in shown if each != town.id)
    _click_between(page, crowd, crowd, 0)
    expect(page.locator("#selected h2")).to_have_text("60 inspections")
    assert len(page.evaluate(SHOWN)) == 61


def test_what_a_line_says_stands_between_its_shapes_also_in_a_row(page: Page, tmp_path: Path) -> None:
    town, ann, bo = (
        Node("council/t", "Council", "Thornby", {}),
        Node("person/a", "Person", "Ann Lee", {}),
        Node("person/b", "Person", "Bo Diaz", {}),
    )
    edges = (Edge("e a", ann.id, town.id, "HELD", "leader", ()), Edge("e b", bo.id, town.id, "HELD", "mayor", ()))
    file = tmp_path / "row.html"
    file.write_text(picture(drawing(Neighbourhood((town, ann, bo), edges, False, town.id)), "Thornby"))
    page.add_init_script(WRITTEN)
    page.goto(file.as_uri())
    _drawn(page)
    heights = {place["y"] for place in page.evaluate(PLACES).values()}
    assert len(heights) == 1
    for person, words in ((ann, "leader"), (bo, "mayor")):
        wanted = page.evaluate(PLACE, [person.id, town.id, 0.5])
        x, y = page.evaluate("(words) => window.written[words]", words)
        assert abs(x - wanted["x"]) < 12
        assert abs(y - wanted["y"]) < 12


def test_a_query_is_drawn_kept_as_a_file_and_opened_without_a_network(
    browser: Browser, page: Page, site: str, tmp_path: Path
) -> None:
    page.goto(f"{site}/graph?query=who-held&organisation=Bradford")
    _drawn(page)
    with page.expect_download() as kept:
        page.get_by_role("link", name="One file to publish").click()
    file = tmp_path / "kept.html"
    kept.value.save_as(file)
    with browser.new_context() as context:
        context.set_offline(True)
        saved = context.new_page()
        asked: list[str] = []
        saved.on("request", lambda request: asked.append(request.url))
        saved.goto(file.as_uri())
        _drawn(saved)
        saved.get_by_text("Embed").click()
        expect(saved.locator("#snippet")).to_have_value(re.compile('<iframe src="kept.html"'))
        with saved.expect_download() as png:
            saved.get_by_role("button", name="PNG").click()
        assert Path(png.value.path()).read_bytes().startswith(b"\x89PNG")
        assert [each for each in asked if not each.startswith(("file:", "blob:"))] == []
        assert context.cookies() == []


@pytest.mark.parametrize("width", [360, 1280])
def test_without_scripts_the_svg_and_the_table_are_there(browser: Browser, site: str, width: int) -> None:
    with browser.new_context(java_script_enabled=False, viewport={"width": width, "height": 740}) as context:
        page = context.new_page()
        page.goto(f"{site}/graph/{BRADFORD}?depth=2")
        expect(page.locator("#image svg").get_by_text("Mark Douglas").last).to_be_visible()
        expect(page.get_by_role("row", name="Mark Douglas")).to_contain_text("1 July 2019")
        expect(page.locator("#slider")).to_be_hidden()
