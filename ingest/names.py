"""People and organisations in a parsed text: which words name them, and the fullest form of each name.

A person needs a title or a full name; a bare surname or first name counts where the full name stands in the document.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.tokens import Doc

from ingest.bearers import propagated
from ingest.bodies import bodies
from ingest.mention import Mention
from ingest.namewords import NAME, NO_NAME, TITLE
from ingest.naming import Found
from ingest.people import (
    LIST_GAP,
    by_deed,
    by_gazetteer,
    by_post,
    by_surname,
    first_names,
    in_rows,
    recognised,
    titled,
    trimmed,
)

INTO = r"[Ii]n|[Aa]t|[Oo]f|[Ff]rom|[Tt]o|[Ff]or|[Aa]cross|[Oo]utside|[Nn]ear|[Tt]hat|[Ww]hen|[Ww]here"

__all__ = ["NAME", "NO_NAME", "TITLE", "Mention", "names"]


def names(doc: Doc, text: str) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """People and organisations named in the text, each in order; no word belongs to both."""
    found = bodies(doc, text)
    firm = [each for each in found if not each.is_bare_place or " " in each.text]
    persons = _people(doc, text, firm, {each.text for each in found if each.is_bare_place})
    taken = [(each.start, each.end) for each in persons]
    kept = [each for each in found if not any(start < each.end and each.start < end for start, end in taken)]
    return persons, _organisations(kept)


def _is_of_place(text: str, words: Sequence[str], places: Collection[str]) -> bool:
    """Whether words are of a place rather than a person's name: "Bexmoor", "Bexmoor Tories", "Because Bexmoor".

    Where the place stands alone, too, as only a place does: some are given names, or surnames.
    """
    if not words or words[0].lower() in first_names():
        return False
    first, last = words[0], words[-1]
    place = first if first in places else last if last in places and first.lower() in STOP_WORDS else None
    if place is None:
        return False
    name = re.escape(place)
    return bool(re.search(rf"\b(?:{INTO}) {name}\b(?! [A-Z])|\b{name}[’']s [a-z]", text))


def _organisations(found: Iterable[Found]) -> tuple[Mention, ...]:
    kept = sorted(found, key=lambda each: each.start)
    fullest: dict[str, str] = {}
    for each in kept:
        fullest[each.key] = max(fullest.get(each.key, ""), each.name, key=_fullness)
    return tuple(Mention(each.start, each.end, each.text, fullest[each.key], each.kind, each.key) for each in kept)


def _fullness(name: str) -> tuple[bool, int]:
    return name[:1].isupper() and not name.isupper(), len(name)


def _people(doc: Doc, text: str, bodies_found: list[Found], places: set[str]) -> tuple[Mention, ...]:
    blocked = [(each.start, each.end) for each in bodies_found]
    spans: dict[int, tuple[int, int]] = {}
    for found in (
        *by_surname(text),
        *titled(text),
        *recognised(doc, text, places),
        *by_gazetteer(text),
        *by_post(text, places),
        *by_deed(doc, text),
    ):
        start, end = trimmed(text, *found)
        clash = [key for key, span in spans.items() if span[0] < end and start < span[1]]
        is_ward = re.fullmatch(r"(\w+) (?:North|South|East|West|Central)", text[start:end])
        in_place = (is_ward and is_ward.group(1) in places) or _is_of_place(text, text[start:end].split(), places)
        if end <= start or any(a < end and start < b for a, b in blocked) or clash or in_place:
            continue
        spans[start] = (start, end)
    for start, end in in_rows(text, places):
        goes_on = any(LIST_GAP.fullmatch(text[b:start]) for a, b in spans.values() if 0 < start - b < 8)
        if goes_on and not any(a < end and start < b for a, b in (*blocked, *spans.values())):
            spans[start] = (start, end)
    return tuple(propagated(doc, text, [spans[key] for key in sorted(spans)], blocked))
