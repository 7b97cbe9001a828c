"""The same rows and entities in every format, read back by the programs that people read them with."""

import csv
import io
import json
from typing import Any
from urllib.parse import quote

import httpx
import networkx as nx
import pytest
from pyshacl import validate
from rdflib import DCAT, RDF, VOID, Dataset, Graph, URIRef

from api.settings import Settings
from graph.database import Database
from graph.ontology import WH, ontology
from tests.sample import ALDERMERE, BRADFORD, LEEDS
from tests.serving import served

WHO = f"/queries/who-held?organisation={BRADFORD}"
HOLDERS = ["Gladys Rhodes White", "Mark Douglas"]
ID = "https://w3id.org/whoheld/id/"


def _conforms(graph: Graph) -> tuple[bool, str]:
    conforms, _, text = validate(graph, shacl_graph=ontology(), ont_graph=ontology(), advanced=True)
    return conforms, text


def _names(graph: Graph, label: str) -> list[str]:
    return sorted(str(graph.value(each, WH.name)) for each in graph.subjects(RDF.type, WH[label]))


def test_turtle_of_an_answer_parses_and_validates_with_the_shapes(client: httpx.Client) -> None:
    answered = client.get(WHO, headers={"Accept": "text/turtle"})
    assert answered.headers["content-type"].startswith("text/turtle")
    graph = Graph().parse(data=answered.text, format="turtle")
    assert _names(graph, "Person") == HOLDERS
    conforms, why = _conforms(graph)
    assert conforms, why


def test_json_ld_of_an_answer_has_each_document_in_a_graph_of_its_own(client: httpx.Client) -> None:
    text = client.get(WHO, headers={"Accept": "application/ld+json"}).text
    dataset = Dataset()
    dataset.parse(data=text, format="json-ld")
    homes = {str(each.identifier) for each in dataset.graphs()}
    assert {f"{ID}document/sample_council_news", f"{ID}document/sample_gazette"} <= homes


def test_json_lines_have_the_rows_of_json_one_a_line(client: httpx.Client) -> None:
    rows = client.get(WHO).json()["rows"]
    answered = client.get(f"{WHO}&format=jsonl")
    assert answered.headers["content-type"].startswith("application/x-ndjson")
    assert [json.loads(line) for line in answered.text.splitlines()] == rows


def test_csv_and_json_lines_are_whole_unless_a_limit_is_given(client: httpx.Client) -> None:
    whole = list(csv.DictReader(io.StringIO(client.get(f"{WHO}&role=any&format=csv").text, newline="")))
    first = client.get(f"{WHO}&role=any&format=csv&limit=1")
    assert len(whole) == 4
    assert len(list(csv.DictReader(io.StringIO(first.text, newline="")))) == 1
    following = client.get(first.links["next"]["url"])
    assert [row["person"] for row in csv.DictReader(io.StringIO(following.text, newline=""))] == [whole[1]["person"]]


def _people(answer: httpx.Response, name: str) -> set[str]:
    """The people's ids in an answer that is a part of the graph."""
    assert answer.status_code == 200, answer.text
    if name in ("ttl", "jsonld"):
        dataset = Dataset(default_union=True)
        dataset.parse(data=answer.text, format={"ttl": "turtle", "jsonld": "json-ld"}[name])
        return {str(each).removeprefix(ID) for each in dataset.subjects(RDF.type, WH.Person)}
    read: Any = nx.read_graphml if name == "graphml" else nx.read_gexf
    network = read(io.BytesIO(answer.content))
    return {each for each, told in network.nodes(data=True) if told.get("class") == "Person"}


@pytest.mark.parametrize("name", ["ttl", "jsonld", "graphml", "gexf"])
def test_a_part_of_the_graph_is_whole_unless_a_limit_is_given(sample_graph: Database, name: str) -> None:
    asked = f"{WHO}&role=any&format={name}"
    with (
        served(sample_graph, Settings(rows_default=1)) as address,
        httpx.Client(base_url=address, timeout=30) as client,
    ):
        rows = client.get(f"{WHO}&role=any&format=jsonl").text.splitlines()
        whole, first = client.get(asked), client.get(f"{asked}&limit=1")
    assert _people(whole, name) == {json.loads(row)["person_id"] for row in rows}
    assert "next" not in whole.links
    assert len(_people(first, name)) < len(_people(whole, name))
    assert "next" in first.links


def test_a_part_of_the_graph_that_is_larger_than_the_server_gives_at_once_is_had_page_by_page(
    sample_graph: Database,
) -> None:
    asked, seen = f"{WHO}&role=any&format=graphml", set()
    with (
        served(sample_graph, Settings(rows_most=3)) as address,
        httpx.Client(base_url=address, timeout=30) as client,
    ):
        whole = {row["person_id"] for row in client.get(f"{WHO}&role=any").json()["rows"]}
        pages = [client.get(asked)]
        while "next" in pages[-1].links:
            pages.append(client.get(pages[-1].links["next"]["url"]))
    for each in pages:
        seen |= _people(each, "graphml")
    assert (len(pages), seen) == (2, whole)


@pytest.mark.parametrize(("name", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_an_answer_as_a_network_is_read_by_networkx(client: httpx.Client, name: str, read: Any) -> None:
    network = read(io.BytesIO(client.get(f"{WHO}&format={name}").content))
    people = [told["label"] for _, told in network.nodes(data=True) if told.get("class") == "Person"]
    assert sorted(people) == HOLDERS
    assert not any("text" in told for _, told in network.nodes(data=True))


def test_the_past_is_given_as_rows_only(client: httpx.Client) -> None:
    refused = client.get(f"{WHO}&known_at=2020&format=ttl")
    assert (refused.status_code, refused.json()["type"].rsplit("/", 1)[1]) == (406, "not-in-this-format")
    assert client.get(f"{WHO}&known_at=2020&format=jsonl").status_code == 200


def test_the_cypher_is_shown_with_what_it_was_given_and_a_lasting_address(client: httpx.Client) -> None:
    told = client.get("/queries/who-held?organisation=bradford&role=DCS&include=cypher").json()
    assert "MATCH (organisation:Organisation {id: $organisation})" in told["cypher"]["text"]
    assert told["cypher"]["parameters"]["organisation"] == BRADFORD
    assert quote(BRADFORD, safe="") in told["permalink"]
    assert client.get(told["permalink"]).json()["rows"] == told["rows"]
    assert client.get(WHO).json()["cypher"] is None
    assert client.get(f"{WHO}&include=plan").status_code == 422


@pytest.mark.parametrize("identity", [f"entities/{BRADFORD}", "documents/sample_gazette"])
@pytest.mark.parametrize("name", ["ttl", "jsonld", "graphml", "gexf"])
def test_entities_and_documents_come_in_all_formats(client: httpx.Client, identity: str, name: str) -> None:
    answered = client.get(f"/{identity}?format={name}")
    assert answered.status_code == 200
    if name == "ttl":
        graph = Graph().parse(data=answered.text, format="turtle")
        assert (URIRef(ID + BRADFORD), RDF.type, WH.Council) in graph
        conforms, why = _conforms(graph)
        assert conforms, why
    elif name == "jsonld":
        Dataset().parse(data=answered.text, format="json-ld")
    else:
        read: Any = nx.read_graphml if name == "graphml" else nx.read_gexf
        assert BRADFORD in read(io.BytesIO(answered.content))


@pytest.mark.parametrize(
    ("identity", "place"),
    [
        (BRADFORD, f"/entities/{BRADFORD}"),
        ("document/sample_gazette", "/documents/sample_gazette"),
        ("claim/0f3a", "/claims/0f3a"),
    ],
)
def test_an_identity_leads_to_where_it_is_told(client: httpx.Client, identity: str, place: str) -> None:
    answered = client.get(f"/id/{identity}?format=ttl", follow_redirects=False)
    assert (answered.status_code, answered.headers["location"]) == (303, f"{place}?format=ttl")


def test_a_claim_has_selectors_that_find_its_words_again(client: httpx.Client) -> None:
    document = client.get("/documents/sample_aldermere_report").json()
    claim = document["claims"][0]
    told = client.get(f"/{claim['id'].replace('claim/', 'claims/')}").json()
    words, place, page = told["annotation"]["target"]["selector"]
    text = document["properties"]["text"]
    assert text[place["start"] : place["end"]] == words["exact"] == claim["properties"]["quote"]
    assert f"{words['prefix']}{words['exact']}{words['suffix']}" in text
    assert page["value"] == "page=1"
    assert told["annotation"]["body"] == [ID + fact for fact in claim["facts"]]
    shown = client.get(f"/claims/{claim['id']}", headers={"Accept": "text/html"}, follow_redirects=False)
    assert f'"/documents/sample_aldermere_report#{claim["id"].replace("/", "-")}"' in shown.text


def test_the_facts_of_an_entity_stand_by_themselves(client: httpx.Client) -> None:
    facts = client.get(f"/entities/{LEEDS}/facts").json()
    assert facts["entity"] == LEEDS
    assert [each["label"] for each in facts["facts"]] == ["Tenure"]
    assert facts["facts"] == client.get(f"/entities/{LEEDS}").json()["facts"]


def test_documents_are_listed_page_by_page_and_found_by_words(client: httpx.Client) -> None:
    first = client.get("/documents?limit=2")
    assert [each["id"] for each in first.json()["documents"]] == [
        "document/sample_aldermere_report",
        "document/sample_council_news",
    ]
    assert first.json()["documents"][0]["claims"] == 5
    second = client.get(first.links["next"]["url"]).json()
    assert ([each["id"] for each in second["documents"]], second["next"]) == (["document/sample_gazette"], None)
    assert [each["title"] for each in client.get("/documents?q=aldermere").json()["documents"]] == [
        "Report on Aldermere"
    ]


def test_names_are_counted_by_class(client: httpx.Client) -> None:
    found = client.get("/entities?q=bradford&limit=1").json()
    assert len(found["entities"]) == 1
    assert {each["label"]: each["number"] for each in found["counts"]}["Council"] == 1


def test_the_dataset_is_described_for_catalogues(client: httpx.Client) -> None:
    graph = Graph().parse(data=client.get("/", headers={"Accept": "text/turtle"}).text, format="turtle")
    (dataset,) = graph.subjects(RDF.type, DCAT.Dataset)
    assert (dataset, RDF.type, VOID.Dataset) in graph
    dumps = sorted(str(each) for each in graph.objects(dataset, VOID.dataDump))
    assert [each.rsplit(".", 1)[1] for each in dumps] == ["graphml", "jsonld", "nq", "ttl"]
    assert client.get(dumps[2]).status_code == 200
    told = client.get("/").json()
    assert told["counts"]["Document"] == 3
    assert told["changed"]


@pytest.mark.parametrize("name", ["ttl", "nq", "jsonld", "graphml"])
def test_the_whole_graph_can_be_had_in_each_format(client: httpx.Client, name: str) -> None:
    answered = client.get(f"/export.{name}")
    assert answered.status_code == 200
    if name == "graphml":
        network = nx.read_graphml(io.BytesIO(answered.content))
        assert {BRADFORD, LEEDS, ALDERMERE, "document/sample_gazette"} <= set(network)
        return
    form = {"ttl": "turtle", "nq": "nquads", "jsonld": "json-ld"}[name]
    dataset = Dataset(default_union=True)
    dataset.parse(data=answered.text, format=form)
    assert (URIRef(ID + LEEDS), RDF.type, WH.Council) in dataset
