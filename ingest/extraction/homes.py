"""Inspections of less than a council's services: of a home, by its name or in words, of an agency, of an area."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Span

from graph.model import InspectionKind
from ingest.extraction.context import Context
from ingest.extraction.sightings import Sighting
from ingest.names import Mention

HOME = re.compile(
    r"\b(?:children[’']s|residential|care|secure) homes?\b|\b(?:a|the|its|one|our) home\b|\bhome (?:in|at)\b"
)
OTHER = re.compile(
    r"\b(?:fostering|adoption) (?:agency|service)|\b(?:local area|area partnership)\b|\bSEND\b|special educational",
    re.IGNORECASE,
)
AREA = re.compile(
    r"\bjoint(?:ly)? (?:(?:local |targeted )?area )?(?:re-?)?(?:inspections?|visits?)\b(?! of safeguarding)|"
    r"\bspecial educational needs\b|\bSEND\b|\bspecial needs\b|\bwritten statement of action\b|"
    r"\byouth (?:offending|justice)\b|\b(?:fostering|adoption) inspection",
    re.IGNORECASE,
)
"""What is inspected beside a council's services: how partners work together in an area, an agency."""
WHOLE = re.compile(
    r"\b(?:children[’']s (?:services|social care)|safeguarding|looked[- ]after|overall|council (?:was|is))\b"
)
NEAR = 110  # characters around a noun or grade in which the words for what was inspected stand
REFERS = re.compile(r"\b(?:it|which|and|was|been)\b[^;]{0,45}$")
HOUSE = re.compile(
    r"(?<!\w )\b(?!Town|City|County|Shire|Civic|Guild|Council|Commons)[A-Z][a-z]+ "
    r"(?:House|Hall|Lodge|Court|Grange|Cottage|Villa|Manor|Farm)\b(?! (?:of|Council|of Commons))"
)
IS_GRADED = re.compile(
    r"^(?:\s\([^)]*\)|, [^,;]{0,60},)?,? (?:which )?(?:was|is|has been|had been|were|rated|judged|"
    r"inspected|remains?|kept|good|outstanding)\b"
)


def kind_of(context: Context, span: Span, words: str) -> InspectionKind:
    """Of a home or an agency where the words graded, or what "it" in them refers to in the sentence, is one."""
    before = context.text[span.sent.start_char : span.start_char]
    if home_named(context, span.sent, span.start_char):
        return "home_inspection"
    of_words = _scope_in(words) or (REFERS.search(before) and _scope_in(before))
    return of_words or "inspection"


def of_area(context: Context, each: Sighting) -> Sighting:
    """A sighting, of another kind where the words around it tell that no council's services were inspected."""
    sentence = context.sentence(each.at)
    low, high = max(sentence.start_char, each.at - NEAR), min(sentence.end_char, each.at + NEAR)
    is_area = AREA.search(context.text, low, high) and not WHOLE.search(context.text, low, high)
    return replace(each, kind="other") if each.kind in {None, "inspection"} and is_area else each


def scope(context: Context, start: int, end: int) -> InspectionKind | None:
    """Of what kind the words before "inspected" show the inspection to be: of a home, of an agency or area."""
    if home_named(context, context.sentence(start), end):
        return "home_inspection"
    return _scope_in(context.text[start:end])


def _scope_in(words: str) -> InspectionKind | None:
    if HOME.search(words):
        return "home_inspection"
    return "other" if OTHER.search(words) else None


def home_named(context: Context, sentence: Span, end: int) -> Mention | None:
    """The children's home that is the subject of a sentence: “Acton House, our children's home, …”."""
    for match in HOUSE.finditer(context.text, sentence.start_char, end):
        between = context.text[match.end() : end]
        clause = not re.search(r"[.;]|, (?:and|but) ", between) and context.mention(sentence[0]) is None
        if clause and IS_GRADED.search(between):
            name = match.group()
            return Mention(match.start(), match.end(), name, name, "organisation", "home/" + name.lower())
    return None
