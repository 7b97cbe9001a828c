"""The picture as one HTML page that asks the network for nothing, unless it is served and a neighbour is asked for.

The page is our own, escaped by Jinja, with a policy (`POLICY`) under which only the three inlined parts that it names
by hash can run or style.
"""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pyvis
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup
from pydantic_core import to_json

from graph.edtf import in_words
from graph.picture.bundles import Bundle
from graph.picture.choosing import in_words as left_out_in_words
from graph.picture.drawing import CLASSES, Drawing
from graph.picture.network import SHAPES, network
from graph.picture.svg import svg
from graph.picture.telling import about, relation, sources

HERE = Path(__file__).parent
VIS_SCRIPT = Path(pyvis.__file__).parent / "lib" / "vis-9.1.2" / "vis-network.min.js"
SCRIPTS = ("data", "make", "looks", "time", "panel", "listing", "keeping", "stage")
UNSAFE = "<>&'\u2028\u2029"
DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Served:
    """What a page that a server shows has beside the picture: its own address, the file's, the SVG's, other depths."""

    address: str
    download: str
    svg: str
    depths: tuple[tuple[int, str, bool], ...] = ()
    """Steps, the address that shows so many, and whether it is this one."""


def picture(
    drawn: Drawing,
    title: str,
    base: str | None = None,
    made: date | None = None,
    served: Served | None = None,
) -> str:
    """One HTML page of the drawing, with its relations, quotes and sources as a table beneath.

    `base` is the address of the pages ("" for the server that shows it), to which names are linked; without it only
    the documents' own addresses are. `made` is the date put beneath, today unless told.
    """
    day = made or date.today()
    data = _data(drawn, base, day)
    labels = [node.label for node in drawn.part.nodes]
    return _template().render(
        title=title,
        home=None if base is None else f"{base}/",
        made=in_words(day.isoformat()),
        classes=[(each, labels.count(each)) for each in (*CLASSES, *sorted({*labels} - {*CLASSES})) if each in labels],
        shapes=SHAPES,
        count=len(drawn.part.nodes),
        left_out=left_out_in_words(drawn.left_out, len(drawn.part.nodes), more=drawn.part.truncated),
        relations=data["relations"].values(),
        days=data["days"],
        sources=sources(drawn.part.edges, base),
        image=Markup(svg(drawn, title)),  # noqa: S704  # escaped where it is made
        data=_as_json(data),
        policy=POLICY if served is None else SERVED_POLICY.partition("; frame-ancestors")[0],
        served=served,
        **_parts(),
    )


def picture_data(drawn: Drawing, base: str | None = None) -> dict[str, Any]:
    """What the page's script draws and tells, as JSON can hold it: also what it asks for when a node is expanded."""
    return _data(drawn, base, date.today())


def _data(drawn: Drawing, base: str | None, today: date) -> dict[str, Any]:
    model = network(drawn)
    names = {node.id: node.name for node in drawn.part.nodes}
    relations = {
        edge.id: {**relation(edge, names, base), "line": bundle.id} for bundle in drawn.bundles for edge in bundle.edges
    }
    return {
        "centre": drawn.part.centre,
        "nodes": model.nodes,
        "edges": model.edges,
        "about": {node.id: about(node, base) for node in drawn.part.nodes},
        "relations": relations,
        "bundles": {bundle.id: [edge.id for edge in bundle.edges] for bundle in drawn.bundles},
        "crowds": {crowd.id: {"hub": crowd.hub, "members": crowd.members} for crowd in drawn.crowds},
        "days": _days(drawn.bundles, today),
        "base": base,
    }


def _days(bundles: tuple[Bundle, ...], today: date) -> tuple[str, str] | None:
    """The first and the last day that the time slider can show; None where nothing is dated."""
    spans = [span for bundle in bundles for edge in bundle.edges if edge.days for span in edge.days.possible]
    told = [day for span in spans for day in span if DAY.fullmatch(day)]
    return (min(told), max(*told, today.isoformat())) if told else None


def _as_json(data: object) -> Markup:
    """JSON that can't end the script element that holds it, whatever the labels are."""
    text = to_json(data).decode()
    for character in UNSAFE:
        text = text.replace(character, f"\\u{ord(character):04x}")  # far faster than str.translate
    return Markup(text)  # noqa: S704


@cache
def _parts() -> dict[str, Markup]:
    """The three inlined parts, which are ours or pyvis's and hold nothing of any document."""
    own = "\n".join((HERE / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS)
    style, vis = (path.read_text(encoding="utf-8") for path in (HERE / "picture.css", VIS_SCRIPT))
    script = f'"use strict";\n(() => {{\n{own}}})();\n'
    return {name: Markup(text) for name, text in (("vis", vis), ("script", script), ("style", style))}  # noqa: S704


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
"""The Content-Security-Policy of every picture, in the file itself."""
SERVED_POLICY = f"{POLICY}; connect-src 'self'; frame-ancestors *"
"""The header of a picture that a server shows: it may ask that server for neighbours, and any page may embed it."""
