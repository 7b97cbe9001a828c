"""A document's text cut at the ends of its quotes, so that a page can mark each and link to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text with the anchors of the claims that begin in it; `quoted` when any claim's quote has it."""

    text: str
    quoted: bool
    anchors: tuple[str, ...] = ()


def anchor(claim_id: str) -> str:
    """The fragment of a claim's address: "claim/ab" → "claim-ab"."""
    return claim_id.replace("/", "-")


def segments(text: str, claims: Iterable[Mapping[str, Any]]) -> tuple[Segment, ...]:
    """The text in order, without loss; quotes that overlap are cut where one of them begins or ends.

    Each claim has an id and properties with startOffset and endOffset, which count code points.
    """
    spans = [(*_span(claim, len(text)), anchor(claim["id"])) for claim in claims]
    quotes = [span for span in spans if span[0] < span[1]]
    cuts = sorted({0, len(text), *(end for start, stop, _ in quotes for end in (start, stop))})
    return tuple(_segment(text, first, last, quotes) for first, last in pairwise(cuts))


def _span(claim: Mapping[str, Any], length: int) -> tuple[int, int]:
    properties = claim["properties"]
    return max(0, int(properties.get("startOffset") or 0)), min(length, int(properties.get("endOffset") or 0))


def _segment(text: str, first: int, last: int, quotes: list[tuple[int, int, str]]) -> Segment:
    quoted = any(start <= first and last <= stop for start, stop, _ in quotes)
    return Segment(text[first:last], quoted, tuple(name for start, _, name in quotes if start == first))
