"""The picture: everything in one file, nothing that a document said can run, nothing asked of the network."""

import gc
import json
import re
import time
from datetime import date
from html import unescape
from typing import Any

import pytest

from graph.neighbourhood import Edge, Neighbourhood, Node
from graph.picture import POLICY, drawing, web_address
from graph.picture import picture as page_of
from graph.picture.network import SHAPES
from graph.picture.network import network as network_of
from tests.hostile import ADDRESSES, PAYLOADS
from tests.reading_pages import Links

QUOTE = {
    "document": "document/council_news",
    "title": "New director",
    "published": "2019-07-04",
    "quote": "Mark Douglas became\n director on 1 July 2019.",
    "url": "https://news.example/new",
    "claim": "claim/ab",
    "page": 1,
}
COUNCIL = Node("council/E08000032", "Council", "Bradford", {"gssCode": "E08000032", "validFrom": "1974-04-01"})
PERSON = Node("person/mark-douglas", "Person", "Mark Douglas", {})
HELD = Edge("tenure/1", PERSON.id, COUNCIL.id, "HELD", "director, 1 July 2019 to October 2021", (QUOTE,))
SMALL = Neighbourhood((COUNCIL, PERSON), (HELD,))


def picture(around: Neighbourhood, title: str, base: str | None = None, made: date | None = None) -> str:
    return page_of(drawing(around), title, base, made)


def network(around: Neighbourhood) -> Any:
    return network_of(drawing(around))


def _data(page: str) -> dict[str, dict[str, dict[str, object]]]:
    (text,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    data: dict[str, dict[str, dict[str, object]]] = json.loads(text)
    return data


def _without_libraries(page: str) -> str:
    """The page without the two scripts and the style, which hold nothing of any document."""
    return re.sub(r"<script>.*?</script>|<style>.*?</style>", "", page, flags=re.DOTALL)


def _star(count: int) -> Neighbourhood:
    people = [Node(f"person/{number}", "Person", f"Person {number}", {}) for number in range(count)]
    edges = [Edge(f"tenure/{each.id}", each.id, COUNCIL.id, "HELD", "director, 2019", (QUOTE,)) for each in people]
    return Neighbourhood((COUNCIL, *people), tuple(edges))


def _hubs(people: int, councils: int) -> Neighbourhood:
    """People who each were in post at two councils."""
    places = [Node(f"council/{number}", "Council", f"Council {number}", {}) for number in range(councils)]
    held = [Node(f"person/{number}", "Person", f"Person {number}", {}) for number in range(people)]
    edges = [
        Edge(f"tenure/{n}-{step}", each.id, places[(n + step) % councils].id, "HELD", "director, 2019", (QUOTE,))
        for n, each in enumerate(held)
        for step in (0, 1)
    ]
    return Neighbourhood((*places, *held), tuple(edges))


def test_a_click_on_an_edge_can_tell_its_dates_and_words() -> None:
    edge = _data(picture(SMALL, "Bradford"))["relations"]["tenure/1"]
    assert (edge["from"], edge["to"]) == ("Mark Douglas", "Bradford")
    assert edge["caption"] == "director, 1 July 2019 to October 2021"
    assert edge["quotes"] == [
        {
            "words": "Mark Douglas became director on 1 July 2019.",
            "document": "document/council_news",
            "title": "New director",
            "published": "4 July 2019",
            "href": "https://news.example/new",
            "claim": None,
        }
    ]


def test_a_click_on_a_node_can_tell_its_facts() -> None:
    node = _data(picture(SMALL, "Bradford"))["about"]["council/E08000032"]
    assert node["facts"] == [
        {"what": "gss code", "value": "E08000032"},
        {"what": "valid from", "value": "1 April 1974"},
    ]


def test_colour_and_shape_are_by_class_and_the_legend_has_each_that_is_drawn() -> None:
    page = picture(SMALL, "Bradford")
    drawn = {node["id"]: (node["group"], node["shape"]) for node in network(SMALL).nodes}
    assert drawn == {COUNCIL.id: ("Council", SHAPES["Council"]), PERSON.id: ("Person", SHAPES["Person"])}
    (legend,) = re.findall(r'<ul class="legend".*?</ul>', page, re.DOTALL)
    assert re.findall(r"</svg>\s*(\w+)", legend) == ["Person", "Council"]
    assert len(set(SHAPES.values())) == len(SHAPES)


def test_the_same_is_told_by_a_table_with_title_sources_and_date() -> None:
    text = unescape(_without_libraries(picture(SMALL, "Who held Bradford", made=date(2026, 11, 24))))
    for told in ("<title>Who held Bradford</title>", "became director on 1 July 2019.", "<h2>Sources</h2>"):
        assert told in text
    assert '<a href="https://news.example/new" rel="noreferrer">New director</a>, 4 July 2019' in text
    assert "Made with whoheld on 24 November 2026" in text


def test_links_lead_to_the_server_that_shows_it_or_only_to_the_sources() -> None:
    alone, served = picture(SMALL, "Bradford"), picture(SMALL, "Bradford", base="")
    assert [each for each in Links(alone).addresses if not each.startswith("https://news.example/")] == []
    assert "/documents/council_news#claim-ab" in Links(served).addresses
    assert _data(served)["about"][COUNCIL.id]["href"] == "/entities/council/E08000032"
    assert _data(alone)["about"][COUNCIL.id]["href"] is None


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_a_document_says_is_text_wherever_it_is_put(payload: str) -> None:
    person = Node(payload, "Person", payload, {"alternativeName": [payload], payload: payload})
    quote = {**QUOTE, "quote": payload, "title": payload, "document": payload, "published": payload, "url": payload}
    edge = Edge(payload, payload, COUNCIL.id, payload, payload, (quote,))
    page = picture(Neighbourhood((COUNCIL, person), (edge,)), payload, base="")
    rest = _without_libraries(page)
    assert Links(rest).active == ["script"]  # the block of data, which is no program
    assert all(address == "/" or address.startswith("/documents/") for address in Links(rest).addresses)
    assert str(7777 * 7) not in rest
    data = _data(page)
    assert data["about"][payload]["name"] == payload
    assert not set("<>&\u2028\u2029") & set(re.findall(r'id="data">(.*?)</script>', page, re.DOTALL)[0])


@pytest.mark.parametrize("url", ADDRESSES)
def test_an_address_that_is_no_page_gets_no_link(url: str) -> None:
    edge = Edge("tenure/1", PERSON.id, COUNCIL.id, "HELD", "director", ({**QUOTE, "url": url},))
    page = picture(Neighbourhood((COUNCIL, PERSON), (edge,)), "Bradford")
    assert web_address(url) is None
    assert Links(_without_libraries(page)).addresses == []


def test_the_file_asks_the_network_for_nothing() -> None:
    page = picture(SMALL, "Bradford")
    assert re.findall(r"<(?:script|img|link|iframe)[^>]*(?:src|href)=", page) == []
    assert "@import" not in page
    assert POLICY.startswith("default-src 'none'; ")
    assert "connect-src" not in POLICY
    assert "unsafe" not in POLICY
    assert unescape(page).count(POLICY) == 1


def test_the_hubs_of_many_are_drawn_larger_so_that_their_names_can_be_read() -> None:
    sizes = {node["id"]: node.get("font", {}).get("size") for node in network(_hubs(100, 5)).nodes}
    assert sizes["council/0"] > 2 * sizes["person/0"]
    assert all("font" not in node for node in network(SMALL).nodes)


def test_words_that_several_claims_were_read_from_are_told_once() -> None:
    edge = Edge("tenure/1", PERSON.id, COUNCIL.id, "HELD", "director", (QUOTE, {**QUOTE, "claim": "claim/cd"}))
    relation = _data(picture(Neighbourhood((COUNCIL, PERSON), (edge,)), "Bradford"))["relations"]["tenure/1"]
    assert len(str(relation["quotes"]).split("Mark Douglas became")) == 2


def test_a_hundred_nodes_stay_under_a_megabyte_and_a_half() -> None:
    assert len(picture(_hubs(95, 5), "Bradford").encode()) < 1_500_000


def test_ten_times_the_nodes_take_about_ten_times_the_time() -> None:
    def seconds(around: Neighbourhood) -> float:
        gc.disable()  # its work is that of all that the process holds
        began = time.process_time()
        network_of(drawing(around, most=len(around.nodes)))
        took = time.process_time() - began
        gc.enable()
        return took

    small, large = _hubs(500, 20), _hubs(5000, 200)
    assert min(seconds(large) for _ in range(3)) < 30 * min(seconds(small) for _ in range(3))


def test_an_entity_with_nothing_around_it_is_drawn_alone() -> None:
    assert "Nothing in the graph is related to it yet" in picture(Neighbourhood((COUNCIL,), ()), "Bradford")


def test_what_was_left_out_is_said() -> None:
    whole = _hubs(500, 20)
    drawn = drawing(whole)
    assert len(drawn.part.nodes) == 400
    assert "Drawn are the 400 most connected; left out: 120 people." in page_of(drawn, "Many")
    assert "There is more around it" in picture(Neighbourhood((COUNCIL, PERSON), (HELD,), True), "Bradford")
    assert 'class="note"' not in picture(SMALL, "Bradford")
