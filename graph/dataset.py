"""What the graph is as a dataset, in DCAT and VoID: so that catalogues find it and know how much is in it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from rdflib import DCAT, DCTERMS, FOAF, RDF, VOID, XSD, Graph, Literal, URIRef

from graph.ontology import WH, names

ONTOLOGY = str(WH).rstrip("#")
TITLE = "whoheld"
DESCRIPTION = (
    "Who held which post, which council was inspected with what result, and which direction followed, in English "
    "children's services: each relation with its date as known and the exact words that state it."
)
MEDIA_TYPES = {
    "ttl": "text/turtle",
    "nq": "application/n-quads",
    "jsonld": "application/ld+json",
    "graphml": "application/graphml+xml",
}


def description(base: str, counts: Mapping[str, int], changed: datetime | None, output_format: str) -> bytes:
    """The description of the dataset that is served at `base`, as “ttl” or “jsonld”; `counts` are nodes by class."""
    graph = Graph()
    for prefix, namespace in (("dcat", DCAT), ("dcterms", DCTERMS), ("void", VOID), ("wh", WH)):
        graph.bind(prefix, namespace)
    subject = URIRef(f"{base}/#dataset")
    _describe(graph, subject, base, changed)
    _count(graph, subject, counts)
    for suffix, media_type in MEDIA_TYPES.items():
        _distribute(graph, subject, f"{base}/export.{suffix}", media_type)
    return graph.serialize(format="turtle" if output_format == "ttl" else "json-ld", encoding="utf-8")


def _describe(graph: Graph, subject: URIRef, base: str, changed: datetime | None) -> None:
    for kind in (DCAT.Dataset, VOID.Dataset):
        graph.add((subject, RDF.type, kind))
    graph.add((subject, DCTERMS.title, Literal(TITLE, lang="en")))
    graph.add((subject, DCTERMS.description, Literal(DESCRIPTION, lang="en")))
    graph.add((subject, DCTERMS.conformsTo, URIRef(ONTOLOGY)))
    graph.add((subject, VOID.vocabulary, URIRef(ONTOLOGY)))
    graph.add((subject, VOID.uriSpace, Literal("https://w3id.org/whoheld/id/")))
    graph.add((subject, FOAF.homepage, URIRef(f"{base}/")))
    graph.add((subject, DCAT.landingPage, URIRef(f"{base}/")))
    if changed:
        graph.add((subject, DCTERMS.modified, Literal(changed.isoformat(), datatype=XSD.dateTime)))


def _count(graph: Graph, subject: URIRef, counts: Mapping[str, int]) -> None:
    graph.add((subject, VOID.entities, Literal(sum(counts.values()))))
    for name, number in sorted(counts.items()):
        if name in names().labels:
            partition = URIRef(f"{subject}-{name.lower()}")
            graph.add((subject, VOID.classPartition, partition))
            graph.add((partition, VOID["class"], WH[name]))
            graph.add((partition, VOID.entities, Literal(number)))


def _distribute(graph: Graph, subject: URIRef, address: str, media_type: str) -> None:
    distribution = URIRef(f"{address}#distribution")
    graph.add((subject, DCAT.distribution, distribution))
    graph.add((subject, VOID.dataDump, URIRef(address)))
    graph.add((distribution, RDF.type, DCAT.Distribution))
    graph.add((distribution, DCAT.downloadURL, URIRef(address)))
    graph.add((distribution, DCAT.mediaType, URIRef(f"https://www.iana.org/assignments/media-types/{media_type}")))
