"""A document's text cut where quotes and what was passed over begin and end, so that a page can mark and link them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from graph.quotes import one_line

Span = tuple[int, int]
AROUND = 320  # characters of a paragraph to either side of a quote that a claim's page shows


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text: the `claims` whose quotes have it, the `anchors` of those that begin in it.

    The claim that begins last is the first of `claims`, so that of quotes one in another the inner one is reached.
    `passed_over` is text that no extractor was given.
    """

    text: str
    claims: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    passed_over: bool = False

    @property
    def quoted(self) -> bool:
        """Whether any claim's quote has it."""
        return bool(self.claims)


def anchor(claim_id: str) -> str:
    """The fragment of a claim's address: "claim/ab" → "claim-ab"."""
    return claim_id.replace("/", "-")


def segments(text: str, claims: Iterable[Mapping[str, Any]], passed_over: Iterable[Span] = ()) -> tuple[Segment, ...]:
    """The text in order, without loss; quotes that overlap are cut where one of them begins or ends.

    Each claim has an id and properties with startOffset and endOffset, which count code points.
    """
    spans = [(*_span(claim, len(text)), anchor(claim["id"])) for claim in claims]
    quotes = sorted(span for span in spans if span[0] < span[1])
    over = list(passed_over)
    ends = [end for start, stop, _ in quotes for end in (start, stop)]
    cuts = sorted({0, len(text), *ends, *(end for span in over for end in span)})
    return tuple(_segment(text, first, last, quotes, over) for first, last in pairwise(cuts))


def passed_over(text: str, masked: str) -> tuple[Span, ...]:
    """The spans of words that a mask has blanked, as long as they are with the white space within."""
    spans: list[Span] = []
    for place, (before, after) in enumerate(zip(text, masked, strict=True)):
        if before == after:
            continue
        if spans and not text[spans[-1][1] : place].strip():
            spans[-1] = (spans[-1][0], place + 1)
        else:
            spans.append((place, place + 1))
    return tuple(spans)


def surroundings(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a quote in its paragraph, on one line, with “…” where more of it is left out."""
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    head, whole_head = before.rpartition("\n\n")[2], "\n\n" in before or start <= AROUND
    tail, whole_tail = after.partition("\n\n")[0], "\n\n" in after or end + AROUND >= len(text)
    if not whole_head:
        head = f"… {head.partition(' ')[2]}"
    if not whole_tail:
        tail = f"{tail.rpartition(' ')[0]} …"
    return one_line(head), one_line(tail)


def _span(claim: Mapping[str, Any], length: int) -> Span:
    properties = claim["properties"]
    return max(0, int(properties.get("startOffset") or 0)), min(length, int(properties.get("endOffset") or 0))


def _segment(text: str, first: int, last: int, quotes: list[tuple[int, int, str]], over: list[Span]) -> Segment:
    claims = tuple(name for start, stop, name in reversed(quotes) if start <= first and last <= stop)
    anchors = tuple(name for start, _, name in quotes if start == first)
    blank = any(start <= first and last <= stop for start, stop in over)
    return Segment(text[first:last], claims, anchors, blank and not claims)
