"""Pages: Jinja templates in `pages/`, everything escaped, no style but one stylesheet, no script but one file."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from urllib.parse import quote, urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from pydantic import BaseModel

from api.suggestions import questions
from graph.edtf import in_words, is_valid
from graph.picture import web_address
from graph.quotes import one_line

PAGES = Path(__file__).parent / "pages"
STATIC = PAGES / "static"
STYLESHEET, SCRIPT = STATIC / "style.css", STATIC / "suggest.js"
DATE = re.compile(r"\d{4}(?:[-/~?].*)?|\.\./.*|/.*")


def page(
    request: Request, template: str, *, status: int = 200, headers: Mapping[str, str] | None = None, **values: object
) -> HTMLResponse:
    """The template as a page; it must be given every value that it names."""
    text = templates().get_template(template).render(request=request, **values)
    return HTMLResponse(text, status, headers={"Vary": "Accept", **(headers or {})})


@cache
def templates() -> Environment:
    """The environment of the pages, with the filters that say dates, names and addresses as people read them."""
    environment = Environment(
        loader=FileSystemLoader(PAGES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        when=when, words=words, address=address, document_address=document_address, web=web_address, one_line=one_line
    )
    environment.globals.update(questions=questions, style_version=_version(STYLESHEET), script_version=_version(SCRIPT))
    return environment


def _version(file: Path) -> str:
    """What is added to a file's address, so that a browser keeps it until it changes."""
    return hashlib.sha256(file.read_bytes()).hexdigest()[:12]


def when(edtf: object) -> str:
    """A date as a person writes it; anything that is none stays as it is."""
    text = str(edtf) if edtf is not None else ""
    return in_words(text) if DATE.fullmatch(text) and is_valid(text) else text


def words(name: str) -> str:
    """A name of the code for people: "as_of", "gssCode" and "monitoring_visit" → "as of", "gss code", …"""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).replace("_", " ")
    return spaced if spaced.isupper() else spaced.lower()


def address(identity: str, room: str = "entities", **parameters: object) -> str:
    """The path of an entity's page, or of its picture."""
    query = urlencode({name: value for name, value in parameters.items() if value not in (None, "")})
    return f"/{room}/{quote(identity)}" + (f"?{query}" if query else "")


def document_address(identity: str, claim: str | None = None) -> str:
    """The path of a document's page, at the claim when one is given."""
    path = f"/documents/{quote(identity.removeprefix('document/'))}"
    return f"{path}#{quote(claim.replace('/', '-'))}" if claim else path


def place_of(identity: str) -> str:
    """The path of the page of whatever an id names: an entity, a fact, a document or a claim."""
    kind, _, rest = identity.partition("/")
    if kind == "document":
        return document_address(identity)
    return address(rest, "claims") if kind == "claim" else address(identity)


def as_json(model: BaseModel, headers: Mapping[str, str] | None = None, status: int = 200) -> Response:
    """A model as JSON, which is one of the formats that Accept chooses among."""
    told = {"Vary": "Accept", **(headers or {})}
    return Response(model.model_dump_json(), status, told, media_type="application/json")
