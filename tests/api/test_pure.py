"""The parts that need no server: formats by preference, safe CSV, quotes marked without losing a letter."""

import csv
import io

import pytest
from fastapi import Request
from hypothesis import given
from hypothesis import strategies as st

from api.facts import claim_lines
from api.highlighting import segments
from api.negotiation import Format, chosen_format
from api.spreadsheet import as_csv
from api.tables import quotes, table
from graph.answer import BadParameter
from graph.catalogue import Column
from graph.lookup import DocumentPage

NAME, START = Column(name="person", meaning="Who."), Column(name="start", type="date", meaning="When.")
SOURCES = Column(name="sources", type="sources", meaning="Words.")


def _request(accept: str, query: str = "") -> Request:
    return Request(
        {"type": "http", "headers": [(b"accept", accept.encode())], "query_string": query.encode(), "path": "/"}
    )


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        ("*/*", "json"),
        ("", "json"),
        ("text/html", "html"),
        ("text/*", "csv"),
        ("text/csv;q=0.5, text/html;q=0.9", "html"),
        ("application/json;q=0.1, text/csv", "csv"),
        ("text/html;q=0, */*", "json"),
        ("image/png", "json"),
        ("text/html;q=lots", "json"),
    ],
)
def test_the_most_wanted_format_is_chosen(accept: str, chosen: Format) -> None:
    assert chosen_format(_request(accept), "json", "csv", "html") == chosen


def test_format_overrules_accept_and_is_checked() -> None:
    assert chosen_format(_request("text/html", "format=csv"), "json", "csv", "html") == "csv"
    with pytest.raises(BadParameter, match="give json or html"):
        chosen_format(_request("*/*", "format=csv"), "json", "html")


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =cmd|' /C calc'!A0", "\n=1"])
def test_a_spreadsheet_takes_no_cell_for_a_formula(formula: str) -> None:
    source = {"document": formula, "title": formula, "quote": formula, "published": None, "url": None}
    text = as_csv([NAME, SOURCES], [{"person": formula, "sources": [source]}])
    _, cells = csv.reader(io.StringIO(text, newline=""))
    assert all(cell[:1] not in "=+-@\t\r\n " for cell in cells if cell)


@given(st.lists(st.tuples(st.text(), st.text())))
def test_csv_gives_back_every_text(pairs: list[tuple[str, str]]) -> None:
    rows = [{"person": name, "start": start} for name, start in pairs]
    _, *read = csv.reader(io.StringIO(as_csv([NAME, START], rows), newline=""))
    assert [(name.removeprefix("'"), start.removeprefix("'")) for name, start in read] == [
        (name.removeprefix("'"), start.removeprefix("'")) for name, start in pairs
    ]


@given(st.text(), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40))))
def test_marking_loses_no_letter_and_marks_what_is_quoted(text: str, spans: list[tuple[int, int]]) -> None:
    claims = [
        {"id": f"claim/{number}", "properties": {"startOffset": min(span), "endOffset": max(span)}}
        for number, span in enumerate(spans)
    ]
    cut = segments(text, claims)
    assert "".join(each.text for each in cut) == text
    quoted = "".join(("x" if each.quoted else ".") * len(each.text) for each in cut)
    expected = (any(min(span) <= place < max(span) for span in spans) for place in range(len(text)))
    assert quoted == "".join("x" if each else "." for each in expected)


def test_a_quote_that_two_claims_were_read_from_is_shown_once() -> None:
    source = {
        "document": "document/a",
        "title": "A",
        "published": "2019-07-04",
        "quote": "a\n b",
        "claim": "claim/1",
    }
    (shown,) = quotes([source, {**source, "claim": "claim/2"}])
    assert (shown.words, shown.published, shown.href) == ("a b", "4 July 2019", "/documents/a#claim-1")


def test_words_within_longer_ones_of_the_same_document_are_not_shown_again() -> None:
    long, short = "Jane Okafor, director, resigned in October.", "Jane Okafor, director"
    said = [("document/a", short), ("document/a", long), ("document/b", short)]
    shown = quotes([{"document": document, "quote": quote} for document, quote in said])
    assert [(each.title, each.words) for each in shown] == [("document/a", long), ("document/b", short)]


def test_a_table_leaves_out_what_no_row_has() -> None:
    shown = table([NAME, START], [{"person": "Jane", "start": None}, {"person": "Tom", "start": None}])
    assert shown.headings == ("Person",)


def test_a_source_with_a_scripts_address_gets_no_link() -> None:
    (shown,) = quotes([{"document": "document/a", "quote": "x", "url": "javascript:alert(1)"}])
    assert shown.web is None


def test_a_claim_names_the_person_first_and_the_post_instead_of_its_organisation() -> None:
    about = [
        {"relation": "ABOUT_ORGANISATION", "id": "council/x", "name": "X"},
        {"relation": "ABOUT_ROLE", "id": "role/x/director", "name": "director at X"},
        {"relation": "ABOUT_PERSON", "id": "person/jane", "name": "Jane"},
    ]
    claim = {"id": "claim/1", "label": "TenureClaim", "properties": {"start": "2018-04"}, "about": about, "facts": []}
    (line,) = claim_lines(DocumentPage("document/a", {}, (claim,)))
    assert [link.text for link in line.links] == ["Jane", "director at X"]
    assert (line.title, line.note, line.anchor) == ("Post", "from April 2018", "claim-1")
