"""Pages: complete without scripts, running none but our own, with every quote a link to its place in the document."""

import re
from urllib.parse import quote

import httpx
import pytest

from tests.reading_pages import Links

PAGES = [
    "/",
    "/ask?q=who+held+DCS+at+Bradford+when",
    "/ask?q=who+ate+the+cheese",
    "/queries",
    "/queries/who-held",
    "/queries/timeline?organisation=Bradford",
    "/entities?q=walker",
    "/entities/council/E08000032",
    "/entities/person/mark-douglas",
    "/documents",
    "/documents/sample_council_news",
    "/entities/role/E08000032/director-of-childrens-services",
    "/entities/organisation/department-for-education",
    "/conflicts",
    "/conflicts?state=open&kind=holders",
    "/about",
    "/queries/single-source",
    "/queries/claims?document=sample_gazette",
    "/queries/path?one=Mark+Douglas&other=Steve+Walker",
    "/docs",
    "/nothing",
]
SCRIPTS = "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{7*7}}", "javascript:alert(1)"


def _page(client: httpx.Client, path: str) -> httpx.Response:
    return client.get(path, headers={"Accept": "text/html"}, follow_redirects=True)


def test_what_was_known_by_a_day_says_so_above_the_rows(client: httpx.Client) -> None:
    asked = {"organisation": "Bradford", "known_at": "2019-12", "known_by": "published"}
    page = client.get("/queries/who-held", params=asked, headers={"Accept": "text/html"}).text
    assert "as known by December 2019 · by what was published" in page
    assert "October 2021" not in page


@pytest.mark.parametrize("path", PAGES)
def test_a_page_runs_nothing_and_names_itself(client: httpx.Client, path: str) -> None:
    answer = _page(client, path)
    assert Links(answer.text).active == []
    assert answer.text.startswith('<!doctype html>\n<html lang="en-GB">')
    assert answer.text.count("<h1") == 1
    assert re.search(r"<title>.*whoheld.*</title>", answer.text)


@pytest.mark.parametrize("path", PAGES)
def test_every_answer_carries_the_security_headers(client: httpx.Client, path: str) -> None:
    headers = _page(client, path).headers
    assert headers["content-security-policy"].startswith("default-src 'none'; style-src 'self'; script-src 'self';")
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("path", [path for path in PAGES if path != "/docs"])
def test_every_link_within_the_site_leads_somewhere(client: httpx.Client, path: str) -> None:
    links = Links(_page(client, path).text)
    for address in {each for each in links.addresses if each.startswith("/")}:
        target, _, fragment = address.partition("#")
        answer = _page(client, target)
        assert answer.status_code == 200, address
        assert not fragment or fragment in Links(answer.text).ids, address


@pytest.mark.parametrize("payload", SCRIPTS)
@pytest.mark.parametrize("path", ["/ask?q={}", "/entities?q={}", "/queries/trusts?organisation={}", "/entities/a/{}"])
def test_what_a_request_says_is_shown_as_text(client: httpx.Client, path: str, payload: str) -> None:
    answer = _page(client, path.format(quote(payload)))
    assert Links(answer.text).active == []
    assert "49" not in answer.text or "{{7*7}}" in answer.text


def test_every_quote_is_marked_in_the_documents_text(client: httpx.Client) -> None:
    text = _page(client, "/documents/sample_council_news").text
    marked = re.findall(r"<mark[^>]*>(.*?)</mark>", text)
    assert len(marked) == 4
    assert marked[0] == ("Mark Douglas became director of children&#39;s services at Bradford Council on 1 July 2019.")


def test_the_start_page_tells_what_is_in_the_graph(client: httpx.Client) -> None:
    text = _page(client, "/").text
    assert "Report on Aldermere" in text
    assert re.search(r"<dt>claims</dt><dd>15</dd>", text)


def test_the_stylesheet_is_small_and_asks_no_one(client: httpx.Client) -> None:
    (address,) = (each for each in Links(_page(client, "/").text).addresses if each.startswith("/static/style.css"))
    style = client.get(address)
    assert style.headers["content-type"] == "text/css; charset=utf-8"
    assert len(style.content) < 20_000
    assert "url(" not in style.text
    assert "@import" not in style.text


def test_every_question_that_the_start_page_offers_is_answered(client: httpx.Client) -> None:
    offered = [each for each in Links(_page(client, "/").text).addresses if each.startswith("/ask?")]
    assert len(offered) == 8, "a few questions to begin with, not all"
    for address in offered:
        assert client.get(address).json()["rows"], address
