"""The whole graph comes out as RDF with its documents apart, and what comes out is what went in."""

from collections.abc import Iterator

import pytest
from rdflib import PROV, Dataset, Graph

from graph.database import Database, Settings, connect
from graph.export import FORMATS, UnknownFormat, export
from graph.load import load
from graph.mapping import Rows, to_rows
from graph.model import Reading
from graph.ontology import WH
from graph.schema import ensure_schema
from graph.server import Server
from graph.terms import iri
from ingest.rdf import to_dataset
from tests.sample import BRADFORD, readings

PARSERS = {"turtle": "turtle", "nquads": "nquads", "jsonld": "json-ld"}


@pytest.fixture(scope="module")
def database(server: Server) -> Iterator[Database]:
    with connect(Settings(server.uri, server.username, server.password)) as connected:
        ensure_schema(connected)
        for reading in readings():
            load(connected, to_dataset(reading))
        yield connected


def _text(database: Database, output_format: str) -> str:
    return b"".join(export(database, output_format)).decode()


def _exported(database: Database, output_format: str) -> Dataset:
    dataset = Dataset()
    dataset.parse(data=_text(database, output_format), format=PARSERS[output_format])
    return dataset


def _said(rows: Rows, document: str) -> tuple[dict[str, object], set[tuple[str, str, str]]]:
    """What a document's graph says of it and of its claims; which facts these support is not the document's to say."""
    nodes = {
        each.id: each.properties
        for each in rows.nodes
        if each.graph == document and {"Document", "Claim"} & {*each.labels}
    }
    edges = {(each.type, each.source, each.target) for each in rows.edges if each.source in nodes}
    return dict(nodes), {each for each in edges if each[0] != "SUPPORTS"}


@pytest.mark.parametrize("output_format", ["nquads", "jsonld"])
@pytest.mark.parametrize("reading", readings(), ids=lambda each: each.document.id)
def test_a_document_and_its_claims_come_out_as_they_went_in(
    database: Database, reading: Reading, output_format: str
) -> None:
    before = _said(to_rows(to_dataset(reading)), reading.document.id)
    after = _said(to_rows(_exported(database, output_format)), reading.document.id)
    assert len(before[0]) == len(reading.claims) + 1
    assert after == before


def test_what_documents_support_together_is_in_no_document_s_graph(database: Database) -> None:
    rows = to_rows(_exported(database, "nquads"))
    homes = {
        label: {each.graph for each in rows.nodes if label in each.labels} for label in ("Entity", "Fact", "Claim")
    }
    assert homes["Entity"] == homes["Fact"] == {None}
    assert homes["Claim"] >= {each.document.id for each in readings()}
    assert [each.properties["name"] for each in rows.nodes if each.id == BRADFORD] == ["Bradford"]


def test_turtle_has_everything_in_one_graph(database: Database) -> None:
    turtle = Graph().parse(data=_text(database, "turtle"), format="turtle")
    apart = _exported(database, "nquads")
    assert len(turtle) == len({triple[:3] for triple in apart.quads()})


def test_a_reader_of_prov_finds_the_source_of_every_fact(database: Database) -> None:
    whole = Graph().parse(data=_text(database, "turtle"), format="turtle")
    quoted = set(whole.subjects(PROV.wasQuotedFrom))
    tenures = list(whole.subjects(predicate=WH.holder))
    assert tenures
    assert all(set(whole.objects(each, PROV.wasDerivedFrom)) & quoted for each in tenures)
    assert (None, PROV.wasQuotedFrom, iri(readings()[0].document.id)) in whole


def test_two_exports_of_one_graph_are_alike(database: Database) -> None:
    assert _text(database, "nquads") == _text(database, "nquads")


def test_many_pages_say_what_one_says(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    one = sorted(_text(database, "nquads").splitlines())
    monkeypatch.setattr("graph.export.PAGE", 7)
    assert sorted(_text(database, "nquads").splitlines()) == one


def test_an_unknown_format_is_refused_with_the_known_ones(database: Database) -> None:
    with pytest.raises(UnknownFormat, match=", ".join(FORMATS)):
        export(database, "docx")
