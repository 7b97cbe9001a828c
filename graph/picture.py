"""A picture of what surrounds an entity: one HTML file that asks the network for nothing.

pyvis gives the model of the network and the JavaScript that draws it; the page around them is our own, escaped by
Jinja, with a policy (`POLICY`) under which only the three inlined parts that it names by hash can run or style.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import pyvis
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup
from pyvis.edge import Edge as VisEdge
from pyvis.network import Network as VisNetwork
from pyvis.node import Node as VisNode

from graph.edtf import in_words, is_valid
from graph.neighbourhood import Edge, Neighbourhood, Node
from graph.quotes import one_line, telling

HERE = Path(__file__).parent
VIS_SCRIPT = Path(pyvis.__file__).parent / "lib" / "vis-9.1.2" / "vis-network.min.js"
VIS_NETWORK: Any = VisNetwork  # pyvis is untyped
VIS_NODE: Any = VisNode
VIS_EDGE: Any = VisEdge
SHAPES = {
    "Person": "dot",
    "Council": "square",
    "Trust": "diamond",
    "Organisation": "hexagon",
    "Inspection": "star",
    "Direction": "triangleDown",
    "Role": "triangle",
}
CROWD = 60
HIDDEN = re.compile(r"id|name|key|text|claimCount|confidence|source|sha256|postIn|.*(Earliest|Latest)")
UNSAFE = {ord(character): f"\\u{ord(character):04x}" for character in "<>&'\u2028\u2029"}


def picture(neighbourhood: Neighbourhood, title: str, base: str | None = None, made: date | None = None) -> str:
    """One HTML page that draws the neighbourhood, with its relations, quotes and sources as a table beneath.

    `base` is the address of the pages ("" for the server that shows it), to which names are linked; without it only
    the documents' own addresses are. `made` is the date put beneath, today unless told.
    """
    names = {node.id: node.name for node in neighbourhood.nodes}
    relations = [_relation(edge, names, base) for edge in neighbourhood.edges]
    return _template().render(
        title=title,
        home=None if base is None else f"{base}/",
        made=in_words((made or date.today()).isoformat()),
        classes=sorted({node.label for node in neighbourhood.nodes}),
        shapes=SHAPES,
        count=len(neighbourhood.nodes),
        truncated=neighbourhood.truncated,
        relations=relations,
        nodes=[_about(node, base) for node in neighbourhood.nodes],
        sources=_sources(neighbourhood.edges, base),
        data=_as_json(_data(neighbourhood, relations, base)),
        policy=POLICY,
        **_parts(),
    )


def network(neighbourhood: Neighbourhood) -> VisNetwork:
    """The pyvis network, filled without `add_node` and `add_edge`, whose checks for duplicates take quadratic time."""
    model: VisNetwork = VIS_NETWORK(directed=True)
    together = Counter(frozenset((edge.source, edge.target)) for edge in neighbourhood.edges)
    drawn: Counter[frozenset[str]] = Counter()
    degrees = Counter(end for edge in neighbourhood.edges for end in (edge.source, edge.target))
    crowded = len(neighbourhood.nodes) > CROWD
    for node in neighbourhood.nodes:
        shape = SHAPES.get(node.label, "dot")
        hub = _hub(degrees[node.id]) if crowded else {}
        options = VIS_NODE(node.id, shape, node.name, group=node.label, **hub).options
        model.nodes.append(options)
        model.node_ids.append(node.id)
        model.node_map[node.id] = options
    for edge in neighbourhood.edges:
        ends = frozenset((edge.source, edge.target))
        drawn[ends] += 1
        bend = _bend(drawn[ends], edge.source == min(ends)) if together[ends] > 1 else {"enabled": False}
        model.edges.append(
            VIS_EDGE(edge.source, edge.target, True, id=edge.id, label=_two_lines(edge.caption), smooth=bend).options
        )
    return model


def _hub(degree: int) -> dict[str, Any]:
    """Sizes that let the names of the most connected be read where the others are too many."""
    letters = min(72, 18 + 2 * degree)
    return {"size": min(40, 16 + degree), "font": {"size": letters}, "widthConstraint": {"maximum": 11 * letters}}


def _bend(nth: int, forwards: bool) -> dict[str, Any]:
    """How the nth of several edges between two nodes curves, counted from 1, so that no two lie on each other."""
    side = "curvedCW" if (nth % 2 == 1) == forwards else "curvedCCW"
    return {"enabled": True, "type": side, "roundness": 0.2 * ((nth + 1) // 2)}


def _two_lines(caption: str) -> str:
    """What on the first line and when on the second."""
    return caption.replace(", ", "\n", 1)


def _data(neighbourhood: Neighbourhood, relations: Iterable[Mapping[str, Any]], base: str | None) -> dict[str, Any]:
    """What the page's script draws and tells of a node or an edge when it is clicked."""
    model = network(neighbourhood)
    return {
        "nodes": model.nodes,
        "edges": model.edges,
        "about": {node.id: _about(node, base) for node in neighbourhood.nodes},
        "relations": {relation["id"]: relation for relation in relations},
    }


def _about(node: Node, base: str | None) -> dict[str, Any]:
    facts = [
        {"what": _words(name), "value": _value(value)}
        for name, value in sorted(node.properties.items())
        if value not in (None, "", []) and not HIDDEN.fullmatch(name)
    ]
    return {
        "id": node.id,
        "class": node.label,
        "name": node.name,
        "facts": facts,
        "href": _page(base, "entities", node.id),
    }


def _relation(edge: Edge, names: Mapping[str, str], base: str | None) -> dict[str, Any]:
    return {
        "id": edge.id,
        "source": edge.source,
        "target": edge.target,
        "from": names.get(edge.source, edge.source),
        "to": names.get(edge.target, edge.target),
        "caption": edge.caption,
        "quotes": [_quote(each, base) for each in telling(edge.quotes)],
    }


def _quote(quoted: Mapping[str, Any], base: str | None) -> dict[str, Any]:
    return {
        "words": one_line(quoted.get("quote")),
        **_source(quoted, base),
        "href": _claim_page(quoted, base) or web_address(quoted.get("url")),
    }


def _source(quoted: Mapping[str, Any], base: str | None) -> dict[str, Any]:
    document = str(quoted.get("document") or "")
    return {
        "document": document,
        "title": quoted.get("title") or document,
        "published": _value(quoted.get("published")) if quoted.get("published") else "",
        "href": web_address(quoted.get("url")) or _page(base, "documents", document.removeprefix("document/")),
    }


def _sources(edges: Iterable[Edge], base: str | None) -> list[dict[str, Any]]:
    """Every document that an edge quotes, once, by title."""
    found = {str(each["document"]): _source(each, base) for edge in edges for each in edge.quotes}
    return sorted(found.values(), key=lambda source: (str(source["title"]), source["document"]))


def _claim_page(quoted: Mapping[str, Any], base: str | None) -> str | None:
    page = _page(base, "documents", str(quoted.get("document") or "").removeprefix("document/"))
    claim = str(quoted.get("claim") or "").replace("/", "-")
    return f"{page}#{quote(claim)}" if page and claim else page


def _page(base: str | None, room: str, identity: str) -> str | None:
    return None if base is None or not identity else f"{base}/{room}/{quote(identity)}"


def web_address(url: object) -> str | None:
    """An address only if a browser opens it as a page: never a script; None for any other."""
    try:
        return str(url) if url and urlsplit(str(url)).scheme in ("http", "https") else None
    except ValueError:
        return None


def _words(name: str) -> str:
    """A property's name for people: "gssCode" → "gss code"."""
    return re.sub(r"(?<=[a-z])([A-Z])", r" \1", name).lower()


def _value(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(_value(each) for each in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = str(value)
    return in_words(text) if re.match(r"\d{4}(-|/|$)", text) and is_valid(text) else text.replace("_", " ")


def _as_json(data: object) -> Markup:
    """JSON that can't end the script element that holds it, whatever the labels are."""
    return Markup(json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(UNSAFE))  # noqa: S704


@cache
def _parts() -> dict[str, Markup]:
    """The three inlined parts, which are ours or pyvis's and hold nothing of any document."""
    files = {"vis": VIS_SCRIPT, "script": HERE / "picture.js", "style": HERE / "picture.css"}
    return {name: Markup(path.read_text(encoding="utf-8")) for name, path in files.items()}  # noqa: S704


@cache
def _template() -> Template:
    loader = FileSystemLoader(HERE)
    return Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    ).get_template("picture.html.jinja")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _policy() -> str:
    parts = {name: _hash(text) for name, text in _parts().items()}
    return (
        f"default-src 'none'; script-src {parts['vis']} {parts['script']}; style-src {parts['style']}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


POLICY = _policy()
"""The Content-Security-Policy of every picture: in the file itself, and for the header of the page that serves it."""
