"""Questions and templates word by word: which templates fit a question, and what stands in their slots.

Templates are read tolerantly: articles, courtesies and a final "when" don't count, the forms of a verb are one
word, and so are the prepositions of place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from graph.catalogue import Query

FORMS = {
    "be": "be is are was were been being",
    "have": "have has had",
    "do": "do does did done",
    "which": "which what",
    "at": "at of in for to",
    "hold": "hold holds held occupied",
    "run": "run runs ran",
    "lead": "lead leads led",
    "become": "become becomes became",
    "serve": "serve serves served",
    "work": "work works worked",
    "leave": "leave leaves left",
    "happen": "happen happens happened",
    "rate": "rate rated graded rating ratings",
    "post": "post posts position positions job jobs role roles",
    "inspect": "inspect inspected",
    "direction": "direction directions",
    "trust": "trust trusts",
    "notice": "notice notices",
}
SAME_WORD = {form: word for word, forms in FORMS.items() for form in forms.split()}
WEAK = frozenset({"at", "'s"})
DROPPED = frozenset({"the", "a", "an", "all", "ever", "please", "last", "statutory"})
SERVICES = re.compile(r"\b(?:childrens'?|children|child) services\b", re.IGNORECASE)
BEEN = re.compile(r"\b(?:has|have|had)\s+((?:\S+\s+){0,6}?)been\b", re.IGNORECASE)
PERFECT = re.compile(
    r"\b(?:has|have|had)\s+((?:\S+\s+){0,6}?)(held|served|worked|run|led|happened|become|left|done|had|got)\b",
    re.IGNORECASE,
)
COURTESY = re.compile(
    r"^(?:please|hello|hi|can you|could you|would you|tell me|show me|show|list|give me|find|do you know|"
    r"i want to know|i would like to know|i'd like to know|about|,)\s+",
    re.IGNORECASE,
)
AFTERTHOUGHT = re.compile(
    r"[\s,]+(?:and\s+)?(?:from |since |until )?(?:when|over time|over the years|please)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Fit:
    """A template of a query that fits; `slots` has each parameter's words, `weight` counts the other telling words."""

    query: Query
    slots: dict[str, str]
    weight: int


def fits(queries: Iterable[Query], question: str) -> Iterator[Fit]:
    """Every way in which a template of a query takes all the words of the question."""
    words = _words(_bare(question))
    for query in queries:
        for template in query.question:
            parts = _parts(template)
            weight = sum(part not in WEAK and not part.startswith("{") for part in parts)
            for slots in _match(parts, words):
                yield Fit(query, {name: tidy(" ".join(value)) for name, value in slots.items()}, weight)


def tidy(text: str) -> str:
    """Words joined again: "children 's services" → "children's services"."""
    return text.replace(" 's", "'s")


def _bare(question: str) -> str:
    text = question.replace("’", "'").strip(" \t\n?!.;:")
    text = SERVICES.sub("children's services", text)
    text = re.sub(r"\b(who|what|where|when|how)'s\b", r"\1 is", text, flags=re.IGNORECASE)
    while (shorter := AFTERTHOUGHT.sub("", COURTESY.sub("", text))) != text:
        text = shorter
    text = BEEN.sub(r"was \1", text)
    return PERFECT.sub(lambda found: f"did {found[1]}{found[2]}" if found[1] else found[2], text)


def _words(text: str) -> list[str]:
    split = re.sub(r"'s\b", " 's", text)
    return [word for word in re.findall(r"'s|[^\s,;?!\"“”()]+", split) if word.lower() not in DROPPED]


@cache
def _parts(template: str) -> tuple[str, ...]:
    return tuple(word if word.startswith("{") else _canonical(word) for word in _words(template))


def _canonical(word: str) -> str:
    return SAME_WORD.get(word.lower(), word.lower())


def _match(parts: tuple[str, ...], words: list[str]) -> Iterator[dict[str, list[str]]]:
    """Every assignment of words to slots that uses all words; a slot takes one word or more."""
    if not parts:
        if not words:
            yield {}
        return
    head, rest = parts[0], parts[1:]
    if not head.startswith("{"):
        if words and _canonical(words[0]) == head:
            yield from _match(rest, words[1:])
        return
    for size in range(1, len(words) - len(rest) + 1):
        for slots in _match(rest, words[size:]):
            yield {head.strip("{}"): words[:size], **slots}
