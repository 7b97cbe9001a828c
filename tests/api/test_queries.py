"""Canned queries over HTTP: one envelope, three formats, names as people write them, page after page."""

import csv
import io
from typing import Any

import httpx
import pytest

from graph.catalogue import catalogue
from tests.tale import IN_THE_TALE

PAGE = {"Accept": "text/html"}


def _rows(client: httpx.Client, path: str, **parameters: Any) -> list[dict[str, Any]]:
    answer = client.get(path, params=parameters)
    assert answer.status_code == 200, answer.text
    rows: list[dict[str, Any]] = answer.json()["rows"]
    return rows


def test_who_held_dcs_at_bradford_is_answered_with_dates_and_words(client: httpx.Client) -> None:
    rows = _rows(client, "/queries/who-held", organisation="Bradford", role="DCS")
    assert [(row["person"], row["start"], row["end"], row["interim"]) for row in rows] == [
        ("Gladys Rhodes White", None, "2019-06-30", True),
        ("Mark Douglas", "2019-07-01", "2021-10", False),
    ]
    first, second = rows[1]["sources"]
    assert first["quote"] == "Mark Douglas became director of children's services at Bradford Council on 1 July 2019."
    assert (first["document"], first["published"]) == ("document/sample_council_news", "2019-07-04")
    assert second["title"] == "A trust will run children's services in Bradford"


@pytest.mark.parametrize("name", catalogue())
def test_every_query_has_the_same_envelope(client: httpx.Client, tale_client: httpx.Client, name: str) -> None:
    query = catalogue()[name]
    given = {each.name: each.example for each in query.parameters if each.required}
    asked = tale_client if name in IN_THE_TALE else client
    answer = asked.get(f"/queries/{name}", params=given).json()
    assert list(answer) == ["query", "title", "parameters", "columns", "rows", "next", "permalink", "cypher"]
    assert (answer["query"], answer["title"]) == (name, query.title)
    assert list(answer["parameters"]) == [each.name for each in query.parameters]
    assert [column["name"] for column in answer["columns"]] == [column.name for column in query.columns]
    assert answer["rows"], f"the example of {name} finds nothing in the sample"
    for row in answer["rows"]:
        assert list(row) == [column.name for column in query.columns]
        assert all(source["quote"] for source in row["sources"])


def test_the_catalogue_is_listed_with_all_that_each_query_takes(client: httpx.Client) -> None:
    listed = client.get("/queries").json()["queries"]
    assert [each["name"] for each in listed] == list(catalogue())
    assert all(client.get(each["href"], headers=PAGE).status_code == 200 for each in listed)


def test_pages_follow_one_another_without_loss(client: httpx.Client) -> None:
    whole = _rows(client, "/queries/timeline", organisation="Bradford")
    found, address = [], "/queries/timeline?organisation=Bradford&limit=2"
    while address:
        answer = client.get(address)
        assert len(answer.json()["rows"]) <= 2
        found += answer.json()["rows"]
        address = answer.links.get("next", {}).get("url", "")
        assert (answer.json()["next"] is None) == (not address)
    assert found == whole


def test_csv_has_the_columns_in_the_catalogues_order_and_sources_flat(client: httpx.Client) -> None:
    answer = client.get("/queries/who-held", params={"organisation": "Bradford", "format": "csv"})
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    header, *lines = list(csv.reader(io.StringIO(answer.text)))
    assert header[:7] == [column.name for column in catalogue()["who-held"].columns[:7]]
    assert header[7:12] == [f"source_{part}" for part in ("document", "title", "published", "quote", "url")]
    douglas = dict(zip(header, lines[1], strict=True))
    assert (douglas["person"], douglas["start"], douglas["interim"]) == ("Mark Douglas", "2019-07-01", "false")
    documents, quotes = (douglas[f"source_{part}"].split("\n") for part in ("document", "quote"))
    assert documents == ["document/sample_council_news", "document/sample_gazette"]
    assert quotes[1].endswith("resigned as director of children's services at Bradford in October 2021.")


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("application/json", "application/json"),
        ("*/*", "application/json"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html; charset=utf-8"),
    ],
)
def test_accept_chooses_the_format(client: httpx.Client, accept: str, media_type: str) -> None:
    answer = client.get("/queries/who-held", params={"organisation": "Leeds"}, headers={"Accept": accept})
    assert answer.headers["content-type"] == media_type
    assert answer.headers["vary"] == "Accept"


def test_a_page_without_what_is_needed_is_a_form(client: httpx.Client) -> None:
    answer = client.get("/queries/who-held", headers=PAGE)
    assert answer.status_code == 200
    assert 'name="organisation"' in answer.text
    assert 'role="alert"' not in answer.text


def test_a_form_sent_with_empty_fields_is_answered(client: httpx.Client) -> None:
    answer = client.get("/queries/who-held?organisation=Bradford&role=&as_of=", headers=PAGE)
    assert answer.status_code == 200
    assert "Mark Douglas" in answer.text


def test_a_misspelt_name_on_a_page_keeps_the_form_and_offers_what_is_near(client: httpx.Client) -> None:
    answer = client.get("/queries/who-held?organisation=Bradfrod", headers=PAGE)
    assert answer.status_code == 404
    assert 'value="Bradfrod"' in answer.text
    assert "/queries/who-held?organisation=council%2FE08000032" in answer.text


def test_dates_are_read_in_words_on_the_page_with_the_edtf_behind(client: httpx.Client) -> None:
    answer = client.get("/queries/who-held?organisation=Bradford", headers=PAGE)
    assert '<span title="EDTF 2021-10">October 2021</span>' in answer.text
    assert "/documents/sample_council_news#claim-" in answer.text
    assert "/graph/council/E08000032" in answer.text
