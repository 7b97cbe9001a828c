"""Inspectors named beside their inspectorate: "CQC: A and B", "(A and B, HMICFRS)", "A and B, HMI"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.extraction.context import Context
from ingest.extraction.drafts import Draft
from ingest.extraction.posts import Post
from ingest.names import Mention

INSPECTORATES = frozenset({"Ofsted", "Care Quality Commission", "HMICFRS", "HMI Probation"})
AFTER = re.compile(r"\s?(?:\(|[:–—]|-(?= ))\s*(?:inspectors?:? )?")
BETWEEN = re.compile(r"(?:,? (?:\()?(?:who led|lead|HMI|the lead|lead inspector)\)?)?(?:,? and|,|;| &)\s+")
JOINED = re.compile(r"(?:,? and|,| &)\s+")
CLOSED = re.compile(r"(?:, (?:both |all )?HMIs?)?(?:\)|[.;]?\s*(?:\n|$)|; )")
HMI = re.compile(r",? \(?(?:both |all )?HMIs?\b")
INSPECTING = re.compile(r"\binspect(?:ion|ors?|ed)\b|\bvisit\b|\bteam\b|\bfieldwork\b", re.IGNORECASE)
NEAR = 250


def teams(context: Context, posts: Sequence[Post]) -> Iterator[Draft]:
    """Tenures of people who are listed as of an inspectorate, where the words around speak of an inspection."""
    for org in (each for each in context.orgs if each.name in INSPECTORATES):
        if INSPECTING.search(context.text[max(0, org.start - NEAR) : org.end + NEAR]):
            for person in (*_listed_after(context, posts, org), *_listed_before(context, org)):
                yield _inspector(context, person, org.name)
    for match in HMI.finditer(context.text):
        listed = _run(context, match.start())
        if len(listed) > 1:
            yield from (_inspector(context, each, "Ofsted") for each in listed)


def _listed_after(context: Context, posts: Sequence[Post], org: Mention) -> list[Mention]:
    """The names behind "CQC:" or "CQC (", unless one of them has a post of its own."""
    opening = AFTER.match(context.text, org.end)
    at = opening.end() if opening else -1
    found = []
    for person in (each for each in context.people if opening and each.start >= org.end):
        if person.start != at:
            break
        found.append(person)
        gap = BETWEEN.match(context.text, person.end)
        at = gap.end() if gap else -1
    closed = bool(found) and CLOSED.match(context.text, found[-1].end)
    titled = any(found and 0 <= each.start - found[-1].end < 4 and each.role != "inspector" for each in posts)
    return found if closed and not titled else []


def _listed_before(context: Context, org: Mention) -> list[Mention]:
    """The names before "(CQC)"."""
    opening = re.search(r" \($", context.text[max(0, org.start - 2) : org.start])
    closing = re.match(r"(?: inspectors?)?\)", context.text[org.end : org.end + 12])
    return _run(context, org.start - 2) if opening and closing else []


def _run(context: Context, end: int) -> list[Mention]:
    """The names joined by commas and "and" that end at a place."""
    found: list[Mention] = []
    for person in reversed([each for each in context.people if each.end <= end]):
        gap = context.text[person.end : found[0].start if found else end]
        if (found and not JOINED.fullmatch(gap)) or (not found and gap):
            break
        found.insert(0, person)
    return found


def _inspector(context: Context, person: Mention, org: str) -> Draft:
    begin = max(context.paragraph(person.start).start, context.sentence(person.start).start_char)
    return Draft(person, "inspector", org, begin, person.end, confidence=0.85, at=person.start)
