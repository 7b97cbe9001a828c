"""The shape of the graph for people who write Cypher, in Markdown: a picture and tables made from ontology.ttl."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rdflib import RDFS

from graph.ontology import Property, Relationship, names, ontology

HIDDEN = ("Decision",)


def guide() -> str:
    """A Mermaid picture of the classes and relationships, and a table of each."""
    return "\n".join([*_picture(), "", *_relationships(), "", *_properties(), ""])


def _picture() -> Iterator[str]:
    yield "```mermaid"
    yield "graph LR"
    for each in _known():
        yield f"    {each.domain[0]} -->|{each.type}| {each.range}"
    yield "```"


def _relationships() -> Iterator[str]:
    yield "| from | relationship | to | meaning |"
    yield "|---|---|---|---|"
    for each in _known():
        yield f"| {', '.join(each.domain)} | `{each.type}` | {each.range} | {_meaning(each)} |"


def _properties() -> Iterator[str]:
    yield "| property | on | type | meaning |"
    yield "|---|---|---|---|"
    yield "| `id` | every node | string | Its identity: the IRI after …/id/. |"
    for each in sorted(names().properties.values(), key=lambda known: known.name):
        places = [label for label in each.domain if label not in HIDDEN]
        if places and not each.of_relationship:
            yield f"| `{each.name}` | {', '.join(places)} | {_type(each)} | {_meaning(each)} |"


def _known() -> Iterable[Relationship]:
    return sorted(names().relationships.values(), key=lambda each: (each.domain, each.type))


def _type(known: Property) -> str:
    kind = str(known.datatype).rsplit("#", 1)[-1].rsplit("/", 1)[-1] if known.datatype else "notation"
    return f"list of {kind}" if known.many else kind


def _meaning(known: Relationship | Property) -> str:
    return str(ontology().value(known.iri, RDFS.comment) or "").replace("|", "\\|")
