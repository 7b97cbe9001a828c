"""Entities, documents, questions, the ontology, the picture and health over HTTP."""

import httpx
from rdflib import OWL, RDF, Graph, URIRef

from tests.sample import GAZETTE


def test_names_are_found_by_a_part_and_when_misspelt(client: httpx.Client) -> None:
    for asked in ("walker", "Steve Wa", "steve walkr"):
        found = client.get("/entities", params={"q": asked, "label": "Person"}).json()["entities"]
        assert "Steve Walker" in [each["name"] for each in found], asked
        assert all(client.get(each["href"]).json()["id"] == each["id"] for each in found)


def test_an_entity_has_its_facts_and_their_words(client: httpx.Client) -> None:
    bradford = client.get("/entities/council/E08000032").json()
    assert (bradford["name"], bradford["label"]) == ("Bradford", "Council")
    assert {fact["label"] for fact in bradford["facts"]} == {"Tenure", "Inspection", "Direction", "Delegation"}
    assert all(fact["sources"] for fact in bradford["facts"])


def test_a_document_has_claims_whose_quotes_are_in_its_text(client: httpx.Client) -> None:
    document = client.get("/documents/sample_gazette").json()
    assert document["properties"]["text"] == GAZETTE.text
    assert len(document["claims"]) == 6
    for claim in document["claims"]:
        told = claim["properties"]
        assert GAZETTE.text[told["startOffset"] : told["endOffset"]] == told["quote"]


def test_a_question_is_answered_with_what_was_understood(client: httpx.Client) -> None:
    asked = client.get("/ask", params={"q": "who held DCS at Bradford when"}).json()
    assert list(asked) == [
        *("question", "query", "parameters", "understood", "alternatives", "reason", "columns", "rows", "next")
    ]
    assert (asked["query"], asked["reason"]) == ("who-held", None)
    assert [row["person"] for row in asked["rows"]] == ["Gladys Rhodes White", "Mark Douglas"]


def test_a_question_that_cant_be_answered_says_why_and_is_no_error(client: httpx.Client) -> None:
    answer = client.get("/ask", params={"q": "who ate the cheese"})
    assert answer.status_code == 200
    assert (answer.json()["query"], answer.json()["rows"]) == (None, [])
    assert answer.json()["reason"]


def test_a_question_with_two_readings_offers_ones_that_work(client: httpx.Client) -> None:
    asked = client.get("/ask", params={"q": "what is the career of Walker"}).json()
    assert asked["query"] is None
    assert len(asked["alternatives"]) == 2
    assert all(client.get(each["href"]).json()["rows"] for each in asked["alternatives"])


def test_the_ontology_is_turtle_that_parses(client: httpx.Client) -> None:
    answer = client.get("/ontology")
    assert answer.headers["content-type"] == "text/turtle; charset=utf-8"
    graph = Graph().parse(data=answer.text, format="turtle")
    assert (URIRef("https://w3id.org/whoheld/ontology#Tenure"), RDF.type, OWL.Class) in graph


def test_the_picture_is_a_page_with_a_policy_of_its_own(client: httpx.Client) -> None:
    answer = client.get("/graph/council/E08000032?depth=2")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    assert "Steve Walker" in answer.text


def test_the_picture_can_be_kept_as_a_file_that_links_to_sources_only(client: httpx.Client) -> None:
    answer = client.get("/graph/council/E08000032?download=true")
    assert answer.headers["content-disposition"] == 'attachment; filename="council-E08000032.html"'
    assert "/entities/" not in answer.text
    assert "https://news.example/new-director" in answer.text


def test_the_picture_is_to_be_had_as_svg_that_runs_nothing(client: httpx.Client) -> None:
    answer = client.get("/graph/council/E08000032?format=svg")
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert "Mark Douglas" in answer.text
    assert answer.text == client.get("/graph/council/E08000032?format=svg").text


def test_what_a_picture_draws_is_to_be_had_as_data(client: httpx.Client) -> None:
    data = client.get("/graph/council/E08000032", params={"format": "json"}).json()
    assert data["centre"] == "council/E08000032"
    assert {node["id"] for node in data["nodes"]} >= {"person/mark-douglas", "council/E08000032"}
    assert all(isinstance(node["x"], float) for node in data["nodes"])


def test_an_answer_and_a_search_have_pictures_too(client: httpx.Client) -> None:
    answered = client.get("/graph?query=who-held&organisation=Bradford").text
    assert "Who held a post: Bradford" in answered
    assert "Gladys Rhodes White" in answered
    assert "Steve Walker" in client.get("/graph?q=walker").text
    for wrong in ("/graph", "/graph?q=x&query=who-held", "/graph?query=who-held&organisation=Bradford&known_at=2020"):
        assert client.get(wrong).status_code == 422, wrong
    assert client.get("/graph?query=who-hold").status_code == 404


def test_readiness_counts_what_is_in_the_graph(client: httpx.Client) -> None:
    counts = client.get("/readyz").json()["counts"]
    assert (counts["Document"], counts["Claim"]) == (3, 15)
