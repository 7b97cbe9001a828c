"""Which format an answer has: `?format=` decides, else the Accept header, else JSON."""

from __future__ import annotations

from typing import Literal

from fastapi import Request

from graph.answer import BadParameter
from graph.dataset import MEDIA_TYPES as DUMPS

Format = Literal["json", "csv", "jsonl", "jsonld", "ttl", "nq", "graphml", "gexf", "svg", "html"]
MEDIA_TYPES: dict[str, str] = {
    "json": "application/json",
    "csv": "text/csv",
    "jsonl": "application/x-ndjson",
    **DUMPS,
    "gexf": "application/gexf+xml",
    "svg": "image/svg+xml",
    "html": "text/html",
}


def chosen_format(request: Request, *offered: Format) -> Format:
    """The offered format that the request prefers, the first of them when it does not care.

    Raises `BadParameter` for a `format` that is not offered. An Accept header that nothing offered satisfies gets
    the first of them: an answer in another format helps more than none (RFC 9110, 12.5.1).
    """
    if asked := request.query_params.get("format"):
        if asked not in offered:
            raise BadParameter("format", f"“{asked}” is not offered here; give {' or '.join(offered)}")
        return asked
    ranges = _ranges(request.headers.get("accept", "*/*"))
    return max(offered, key=lambda each: (_quality(MEDIA_TYPES[each], ranges), -offered.index(each)))


def wants_page(request: Request) -> bool:
    """Whether a person looks at a browser: whether HTML is preferred to JSON."""
    asked = request.query_params.get("format")
    return asked == "html" if asked in MEDIA_TYPES else chosen_by_header(request) == "html"


def chosen_by_header(request: Request) -> Format:
    """JSON or HTML, by the Accept header alone."""
    ranges = _ranges(request.headers.get("accept", "*/*"))
    return "html" if _quality("text/html", ranges) > _quality("application/json", ranges) else "json"


def _ranges(accept: str) -> dict[str, float]:
    """Each media range of an Accept header with its quality; one that can't be read counts as not given."""
    ranges: dict[str, float] = {}
    for part in accept.split(","):
        name, *parameters = (piece.strip().lower() for piece in part.split(";"))
        quality = next((each[2:] for each in parameters if each.startswith("q=")), "1")
        try:
            ranges[name] = float(quality)
        except ValueError:
            continue
    return ranges


def _quality(media_type: str, ranges: dict[str, float]) -> float:
    """The quality of the most specific range that has the type."""
    for name in (media_type, f"{media_type.partition('/')[0]}/*", "*/*"):
        if name in ranges:
            return ranges[name]
    return 0.0
