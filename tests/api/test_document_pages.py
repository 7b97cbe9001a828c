"""A document and a claim as people read them: quotes linked both ways, and what was passed over shown as such."""

import re
from collections.abc import Iterator
from html import unescape

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.app import create_app
from api.highlighting import passed_over, segments, surroundings
from graph.database import Database
from ingest.masking import mask
from tests.reading_pages import Links
from tests.serving import serving

NEWS = "/documents/sample_council_news"


def _page(client: httpx.Client, path: str) -> str:
    answer = client.get(path, headers={"Accept": "text/html"})
    assert answer.status_code == 200
    return unescape(answer.text)


@pytest.fixture(scope="module")
def masking(sample_graph: Database) -> Iterator[httpx.Client]:
    """The application that passes over the words “New director”."""
    app = create_app(sample_graph, mask=lambda text, _: text.replace("New director", "            "))
    with serving(app) as address, httpx.Client(base_url=address, timeout=30) as client:
        yield client


def test_every_quote_leads_to_its_claim_and_back(client: httpx.Client) -> None:
    links = Links(_page(client, NEWS))
    for claim in client.get(NEWS).json()["claims"]:
        place = claim["id"].replace("/", "-")
        assert {place, f"of-{place}"} <= set(links.ids)
        assert {f"#{place}", f"#of-{place}", f"/claims/{claim['id'].removeprefix('claim/')}"} <= set(links.addresses)
        assert {f"/entities/{fact}" for fact in claim["facts"]} <= set(links.addresses)


def test_a_claim_shows_its_quote_once_in_its_paragraph_with_its_fact(client: httpx.Client) -> None:
    claim = client.get(NEWS).json()["claims"][1]
    text = _page(client, f"/claims/{claim['id'].removeprefix('claim/')}")
    assert text.count("Gladys Rhodes White held the post on an interim basis until the end of June 2019.") == 1
    assert "on 1 July 2019. </span> <mark>" in text.replace("2019.</span>", "2019. </span>")
    assert "very probably" in text
    assert f'href="/entities/{claim["facts"][0]}"' in text
    assert "read by</dt><dd>sample" in text


def test_the_query_of_a_documents_claims_shows_each_quote_once(client: httpx.Client) -> None:
    text = _page(client, "/queries/claims?document=sample_council_news")
    assert text.count("A monitoring visit followed on 11 June 2019.") == 1


def test_what_was_passed_over_is_grey_and_explained(masking: httpx.Client, client: httpx.Client) -> None:
    text = _page(masking, NEWS)
    assert '<span class="passed">New director</span> for children' in text
    assert "passed over" in text
    assert 'class="passed"' not in _page(client, NEWS)


def test_a_readers_comment_is_passed_over() -> None:
    said = "The council said that it would act on point {} of the report by the spring of next year.\n"
    story = "".join(said.format(number) for number in ("one", "two", "three", "four", "five"))
    text = f"{story}Comments (2)\nJo 12 May 2019 10:15\nWell said, Ann Lee!\n"
    ((start, end),) = passed_over(text, mask(text))
    assert text[start:end] == "Comments (2)\nJo 12 May 2019 10:15\nWell said, Ann Lee!"


@given(st.text(alphabet="ab \n", max_size=40), st.sets(st.integers(0, 39)))
def test_spans_passed_over_are_of_the_words_that_were_blanked(text: str, blanked: set[int]) -> None:
    masked = "".join(" " if place in blanked and not each.isspace() else each for place, each in enumerate(text))
    spans = passed_over(text, masked)
    inside = {place for start, end in spans for place in range(start, end)}
    for place, each in enumerate(text):
        if each.strip():
            assert (place in inside) == (masked[place] != each)


def test_of_quotes_one_within_another_both_have_their_place_and_the_inner_is_reached() -> None:
    claims = [
        {"id": "claim/outer", "properties": {"startOffset": 0, "endOffset": 9}},
        {"id": "claim/inner", "properties": {"startOffset": 4, "endOffset": 9}},
    ]
    first, second = segments("Ann, head.", claims)[:2]
    assert (first.text, first.anchors, first.claims) == ("Ann,", ("claim-outer",), ("claim-outer",))
    assert (second.text, second.anchors, second.claims[0]) == (" head", ("claim-inner",), "claim-inner")


def test_a_quotes_surroundings_end_with_its_paragraph_or_say_that_there_is_more() -> None:
    text = f"Title\n\nBefore it. QUOTE After it.\n\n{'far away ' * 99}"
    start = text.index("QUOTE")
    assert surroundings(text, start, start + 5) == ("Before it.", "After it.")
    long = "word " * 200
    before, after = surroundings(f"{long}QUOTE {long}", len(long), len(long) + 5)
    assert before.startswith("… word")
    assert after.endswith("word …")


def test_every_quote_is_marked_once(client: httpx.Client) -> None:
    assert len(re.findall(r"<mark id=", _page(client, NEWS))) == 4
