"""Which of a row of visits a claim is about: "the fourth monitoring visit", "after four previous visits"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.events import VISITS
from graph.model import Claim, InspectionStatement

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NUMBERED = re.compile(
    rf"\b({'|'.join(ORDINALS)}|({'|'.join(COUNTS)}) (?:previous|earlier|prior))\b"
    r"(?: and (?:last|final))?(?: (?!of\b)[\w-]+){0,2}? visits?\b",
    re.IGNORECASE,
)
YET_TO_COME = re.compile(
    r"\b(due|planned|pencilled|scheduled|expected|will|would|if|until|before|by the time|next|her|his|their)\b",
    re.IGNORECASE,
)
NEAR = 300  # characters between a number and the words that tell of its visit


def numbered(text: str, claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims, those of visits with the number that the text gives them: in their own words, or close by."""
    told = list(claims)
    found = dict(_numbers(text))
    chosen: dict[int, int] = {}
    visits = [n for n, claim in enumerate(told) if _is_visit(claim)]
    for place, number in found.items():
        free = [n for n in visits if n not in chosen]
        home = min(free, key=lambda n: (_distance(told[n], place), n), default=None)
        if home is not None and _distance(told[home], place) <= NEAR:
            chosen[home] = number
    return tuple(_with(claim, chosen.get(n)) for n, claim in enumerate(told))


def _is_visit(claim: Claim) -> bool:
    statement = claim.statement
    return isinstance(statement, InspectionStatement) and statement.kind in VISITS and statement.ordinal is None


def _numbers(text: str) -> Iterator[tuple[int, int]]:
    for match in NUMBERED.finditer(text):
        sentence = text[
            max(text.rfind(".", 0, match.start()), text.rfind("\n", 0, match.start())) + 1 : match.end() + 40
        ]
        if match[2]:
            yield match.start(), COUNTS.index(match[2].lower()) + 2
        elif not match[0].endswith("s") and not YET_TO_COME.search(sentence.split(".")[0]):
            yield match.start(), ORDINALS.index(match[1].lower()) + 1


def _distance(claim: Claim, place: int) -> int:
    """How many characters lie between a place in the text and a claim's quote; within it none."""
    return max(claim.start_offset - place, place - claim.end_offset, 0)


def _with(claim: Claim, ordinal: int | None) -> Claim:
    if ordinal is None:
        return claim
    return claim.model_copy(update={"statement": claim.statement.model_copy(update={"ordinal": ordinal})})
