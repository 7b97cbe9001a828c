"""Parts of the graph for programs that draw networks: GraphML (streamed) and GEXF, without the documents' texts."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from xml.sax.saxutils import escape, quoteattr

import networkx as nx
from rdflib import XSD

from graph.mapping import Edge, Node, Rows
from graph.ontology import names
from graph.terms import Value, narrowest

UNWRITABLE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML 1.0 cannot hold
TYPES = {XSD.boolean: "boolean", XSD.integer: "long", XSD.decimal: "double", XSD.double: "double"}
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""


def graphml(found: Iterable[Rows]) -> Iterator[bytes]:
    """A GraphML document in pieces: each node with its most specific class as `class`, each edge with its `type`.

    The keys are the ontology's properties, so that nothing need be known of the graph before it is written.
    """
    yield (HEAD + "".join(_keys()) + '<graph id="whoheld" edgedefault="directed">\n').encode()
    for rows in found:
        yield "".join([*map(_node, rows.nodes), *map(_edge, rows.edges)]).encode()
    yield b"</graph>\n</graphml>\n"


def gexf(rows: Rows) -> bytes:
    """A GEXF 1.2 document, as Gephi reads it; an edge to a node that is not in the part is left out."""
    drawn = nx.MultiDiGraph()
    for node in rows.nodes:
        drawn.add_node(node.id, label=_label(node), **{"class": narrowest(node.labels)}, **_plain(node.properties))
    for edge in rows.edges:
        drawn.add_edge(edge.source, edge.target, label=edge.type)
    stream = io.BytesIO()
    nx.write_gexf(drawn, stream, version="1.2draft")
    return stream.getvalue()


def _keys() -> Iterator[str]:
    own = (("class", "node", "string"), ("label", "all", "string"), ("type", "edge", "string"))
    known = sorted(names().properties.values(), key=lambda each: each.name)
    told = [(each.name, "all", TYPES.get(each.datatype or XSD.string, "string")) for each in known]
    for name, place, kind in (*own, *(each for each in told if each[0] != "text")):
        yield f'<key id="{name}" for="{place}" attr.name="{name}" attr.type="{kind}"/>\n'


def _node(node: Node) -> str:
    told = {"class": narrowest(node.labels), "label": _label(node), **_plain(node.properties)}
    return f"<node id={_quoted(node.id)}>{_data(told)}</node>\n"


def _edge(edge: Edge) -> str:
    told = {"type": edge.type, "label": edge.type, **_plain(edge.properties)}
    return f"<edge source={_quoted(edge.source)} target={_quoted(edge.target)}>{_data(told)}</edge>\n"


def _data(told: Mapping[str, str | int | float | bool]) -> str:
    return "".join(f'<data key="{name}">{escape(_word(value))}</data>' for name, value in told.items())


def _word(value: str | int | float | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _label(node: Node) -> str:
    told = node.properties
    return _clean(str(told.get("name") or told.get("title") or told.get("quote") or node.id))


def _plain(properties: Mapping[str, Value]) -> dict[str, str | int | float | bool]:
    """Properties as XML holds them: lists joined, days as ISO, nothing that cannot be written."""
    return {name: _scalar(value) for name, value in properties.items() if name != "text" and value is not None}


def _scalar(value: Value) -> str | int | float | bool:
    if isinstance(value, list):
        return _clean("; ".join(map(str, value)))
    if isinstance(value, date | datetime):
        return value.isoformat()
    return _clean(value) if isinstance(value, str) else value


def _clean(text: str) -> str:
    return UNWRITABLE.sub("", text)


def _quoted(text: str) -> str:
    return quoteattr(_clean(text))
