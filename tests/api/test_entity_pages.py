"""What a page of each class shows: who held what when, in words and on an axis of time, what is disputed in it."""

import re
from html import unescape
from typing import Any

import httpx
import pytest

from api.entity_page import MOST, shown
from api.fact_lines import anchor
from api.rendering import templates
from graph.lookup import EntityPage
from tests.reading_pages import Links

THORNBY, FINCH = "council/thornby", "person/ada-finch-of-thornby"
POST = "role/thornby/director-of-childrens-services"


def _page(client: httpx.Client, identity: str) -> str:
    answer = client.get(f"/entities/{identity}", headers={"Accept": "text/html"})
    assert answer.status_code == 200
    return unescape(answer.text)


def _facts(client: httpx.Client, identity: str) -> list[dict[str, object]]:
    facts: list[dict[str, object]] = client.get(f"/entities/{identity}/facts").json()["facts"]
    return facts


def _drawn(text: str) -> str:
    (chart,) = re.findall(r'<svg width="\d{3,}.*?</svg>', text, re.DOTALL)
    return str(chart)


def _fact_page(client: httpx.Client, name: str) -> str:
    (identity,) = (str(each["id"]) for each in _facts(client, THORNBY) if str(each["name"]).startswith(name))
    return _page(client, identity)


def _summary(text: str) -> dict[str, str]:
    pairs = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", text, re.DOTALL)
    return {name: re.sub(r"<[^>]+>", "", told).strip() for name, told in pairs}


@pytest.mark.parametrize(
    "identity", [THORNBY, FINCH, POST, "trust/childrens-thornby-trust", "person/nora-quill-of-thornby"]
)
def test_every_fact_is_drawn_and_listed_with_its_words(tale_client: httpx.Client, identity: str) -> None:
    text = _page(tale_client, identity)
    links = Links(text)
    for fact in _facts(tale_client, identity):
        place = anchor(str(fact["id"]))
        assert place in links.ids, fact["name"]
        assert f"#{place}" in links.addresses, fact["name"]
    for fact in _facts(tale_client, identity):
        for source in fact["sources"][:1]:  # type: ignore[index]
            assert str(source["quote"]) in text


def test_a_council_is_one_axis_of_posts_inspections_directions_and_trusts(tale_client: httpx.Client) -> None:
    text = _page(tale_client, THORNBY)
    chart = _drawn(text)
    bands = re.findall(r'<text class="band"[^>]*>(.*?)</text>', chart)
    assert bands == [
        "Director of children's services at Thornby Council",
        "Chief executive at Thornby Council",
        "Inspections and visits",
        "Directions and appointments",
        "Trusts and councils",
    ]
    assert "Ivo Lang, interim, 1 April 2018 – 30 September 2018 (EDTF 2018-04-01 to 2018-09-30)" in chart
    assert chart.count('<circle class="mark') == 3
    assert "July – November 2021: no holder named" in chart
    assert ">July – November 2021</span>" in text, "the table says so too"


def test_dates_are_as_people_write_them_with_the_edtf_beside(tale_client: httpx.Client) -> None:
    text = _page(tale_client, POST)
    assert '<span title="EDTF 2018-10-01 to 2021-06-30">1 October 2018 – 30 June 2021</span>' in text
    assert "from 1 December 2021, still in post in May 2023" in text


def test_an_end_that_no_document_tells_is_possible_and_not_certain(tale_client: httpx.Client) -> None:
    (bar,) = re.findall(r'aria-label="Sol Marsh.*?</a>', _drawn(_page(tale_client, POST)), re.DOTALL)
    widths = {
        look: float(width) for look, width in re.findall(r'class="(possible|certain) post".*?width="([\d.]+)"', bar)
    }
    assert 0 < widths["certain"] < widths["possible"]


def test_an_inspection_tells_the_judgements_around_it_and_what_followed(tale_client: httpx.Client) -> None:
    text = _fact_page(tale_client, "Inspection of Thornby Council, March 2020")
    told = _summary(text)
    assert told["Inspected"] == "Thornby Council"
    assert told["Visit"] == "March 2020"
    assert told["Judgement"] == "requires improvement"
    assert told["Judgement before"] == "inadequate, May 2018"
    assert told["Next judgement"] == "good, February 2023"
    assert text.count("said in March 2020 that it required improvement,") == 1
    followed = text[text.index("What followed") :]
    assert "Inspection, good" in followed
    assert "Statutory direction" not in followed, "it was there before"


def test_a_direction_tells_who_issued_it_whom_it_appoints_and_how_it_ended(tale_client: httpx.Client) -> None:
    told = _summary(_fact_page(tale_client, "Commissioner appointment of Nora Quill"))
    assert told["To"] == "Thornby Council"
    assert told["Issued by"] == "Department for Education"
    assert told["Appoints"] == "Nora Quill"
    assert told["Ended"] == "no document tells of its end"
    assert _summary(_fact_page(tale_client, "Statutory direction"))["Ended"] == "1 March 2021"


def test_what_documents_disagree_on_stands_at_the_fact(client: httpx.Client) -> None:
    text = _page(client, "council/E08000032")
    (line,) = re.findall(r"<tbody[^>]*>(?:(?!<tbody).)*?September 2018 or October 2018.*?</tbody>", text, re.DOTALL)
    assert "inadequate" in line
    (href,) = re.findall(r'<p class="dispute">.*?href="(/entities/conflict/[^"]+)"', line)
    told = _summary(unescape(client.get(href, headers={"Accept": "text/html"}).text))
    assert told["State"] == "explained"


def _inspection(number: int) -> dict[str, Any]:
    day = f"{1900 + number // 4}-0{1 + number % 4}-15"
    said = [
        {
            "document": f"document/{n}",
            "quote": f"{number} {n} " + "so it was told " * 20,
            "claim": f"claim/{number}-{n}",
        }
        for n in range(9)
    ]
    return {
        "id": f"inspection/{number}",
        "label": "Inspection",
        "name": f"Inspection of a council, {day}",
        "properties": {"kind": "inspection", "date": day, "dateEarliest": day, "dateLatest": day, "judgement": "good"},
        "entities": [{"relation": "INSPECTED", "id": "council/a", "name": "A council of a rather long name"}],
        "sources": said,
    }


def test_a_body_of_very_many_facts_shows_the_newest_in_a_page_that_stays_small() -> None:
    newest = tuple(map(_inspection, range(400 - MOST, 400)))
    found = EntityPage("organisation/o", "Organisation", "O", {}, newest, 400 - MOST)
    values = shown(found, ())
    text = templates().get_template("entity.html.jinja").render(**values)
    assert len(text.encode()) < 130_000, "with the stylesheet and the script it is below 150 kB"
    assert f"{400 - MOST} earlier ones" in text
    assert "399 0 so it was told" in text
    assert "8 more quotes" in text
