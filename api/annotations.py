"""A claim as a Web Annotation (W3C): its words can be found again in the document by any program that knows these."""

from __future__ import annotations

from typing import Any

from graph.lookup import ClaimPage
from graph.names import NAMESPACE
from graph.picture import web_address

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def annotation(page: ClaimPage) -> dict[str, Any]:
    """The annotation: its target is the document, at its own address where it has one, its body the facts."""
    told = page.claim
    return {
        "@context": CONTEXT,
        "id": NAMESPACE + told["id"],
        "type": "Annotation",
        "motivation": "identifying",
        "body": [NAMESPACE + fact for fact in told["facts"]],
        "target": {
            "source": web_address(page.document.get("url")) or NAMESPACE + page.document["id"],
            "selector": _selectors(page),
        },
    }


def _selectors(page: ClaimPage) -> list[dict[str, Any]]:
    told = page.claim["properties"]
    exact = {"type": "TextQuoteSelector", "exact": told["quote"], "prefix": page.before, "suffix": page.after}
    place = {"type": "TextPositionSelector", "start": told["startOffset"], "end": told["endOffset"]}
    if number := told.get("page"):
        conforms = "http://tools.ietf.org/rfc/rfc3778"
        return [exact, place, {"type": "FragmentSelector", "conformsTo": conforms, "value": f"page={number}"}]
    return [exact, place]
