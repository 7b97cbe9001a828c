"""What is told of each node and relation: facts, dates in words, quotes, sources and where they lead. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import quote, urlsplit

from graph.edtf import in_words, is_valid
from graph.neighbourhood import Edge, Node
from graph.quotes import one_line, telling

HIDDEN = re.compile(
    r"id|name|key|text|claimCount|confidence|source|sha256|postIn|.*(Earliest|Latest)|certainOn|possibleOn"
)


def about(node: Node, base: str | None) -> dict[str, Any]:
    """A node's class, name, facts (what, value) and page."""
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


def relation(edge: Edge, names: Mapping[str, str], base: str | None) -> dict[str, Any]:
    """A relation's ends, caption, quotes, and the days on which it held."""
    days = edge.days and {"certain": edge.days.certain, "possible": edge.days.possible}
    return {
        "id": edge.id,
        "source": edge.source,
        "target": edge.target,
        "from": names.get(edge.source, edge.source),
        "to": names.get(edge.target, edge.target),
        "caption": edge.caption,
        "days": days,
        "quotes": [_quote(each, base) for each in telling(edge.quotes)],
    }


def sources(edges: Iterable[Edge], base: str | None) -> list[dict[str, Any]]:
    """Every document that an edge quotes, once, by title."""
    found = {str(each["document"]): each for edge in edges for each in edge.quotes}
    return sorted(
        (_source(each, base) for each in found.values()), key=lambda one: (str(one["title"]), one["document"])
    )


def web_address(url: object) -> str | None:
    """An address only if a browser opens it as a page: never a script; None for any other."""
    try:
        return str(url) if url and urlsplit(str(url)).scheme in ("http", "https") else None
    except ValueError:
        return None


def _quote(quoted: Mapping[str, Any], base: str | None) -> dict[str, Any]:
    return {
        "words": one_line(quoted.get("quote")),
        **_source(quoted, base),
        "href": _claim_place(quoted, base) or web_address(quoted.get("url")),
        "claim": _page(base, "claims", str(quoted.get("claim") or "").removeprefix("claim/")),
    }


def _source(quoted: Mapping[str, Any], base: str | None) -> dict[str, Any]:
    document = str(quoted.get("document") or "")
    return {
        "document": document,
        "title": quoted.get("title") or document,
        "published": _value(quoted.get("published")) if quoted.get("published") else "",
        "href": web_address(quoted.get("url")) or _page(base, "documents", document.removeprefix("document/")),
    }


def _claim_place(quoted: Mapping[str, Any], base: str | None) -> str | None:
    page = _page(base, "documents", str(quoted.get("document") or "").removeprefix("document/"))
    claim = str(quoted.get("claim") or "").replace("/", "-")
    return f"{page}#{quote(claim)}" if page and claim else page


def _page(base: str | None, room: str, identity: str) -> str | None:
    return None if base is None or not identity else f"{base}/{room}/{quote(identity)}"


def _words(name: str) -> str:
    """A property's name for people: "gssCode" → "gss code"."""
    return re.sub(r"(?<=[a-z])([A-Z])", r" \1", name).lower()


def _value(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(_value(each) for each in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return _text(str(value))


@lru_cache(maxsize=4096)
def _text(text: str) -> str:
    """A date in words, a notation with spaces; pictures say the same few dates again and again."""
    return in_words(text) if re.match(r"\d{4}(-|/|$)", text) and is_valid(text) else text.replace("_", " ")
