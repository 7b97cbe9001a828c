"""Visits told only by their number: “the first, in September, …”, “a third followed in May”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span

from graph.model import InspectionKind
from ingest.extraction.antecedents import meant
from ingest.extraction.context import Context
from ingest.extraction.sightings import Sighting
from ingest.extraction.when import (
    is_ahead,
)

ORDINAL = re.compile(
    r"(?:\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir) (?P<n>first|second|third|fourth|fifth|sixth|seventh|last|latest|"
    r"most recent|other|next|previous|one before(?: (?:it|that|them))?|one)(?: one)?"
    r"(?: of (?:them|these|those|which))?(?:, which)?|(?:^|(?<=[.;] ))It(?= took| was carried| lasted| ran))"
    r"(?=,? \(|, |:? (?:in|on|at|from|took|was|were|came|began|happened|followed|made|carried|held|had|has|looked|"
    r"found|ended|conducted|completed|focused)\b)[^.;]{0,45}?$"
)
EVENT_NOUN = re.compile(r"\b(?:visit|inspection|report|letter|direction|notice|director|review)s?\b")
VISITS = re.compile(r"(?i)(?P<kind>monitoring|focus+ed)[\w -]{0,20} visits?\b|\b(?:full )?inspections?\b")


def kind_of_word(word: str) -> InspectionKind:
    """The kind that a word like “monitoring” names."""
    if word.startswith("monitoring"):
        return "monitoring_visit"
    return "focused_visit" if word.startswith("focus") else "inspection"


def by_ordinal(context: Context, sentence: Span) -> Iterator[Sighting]:
    """“The first, in September, …” and “A third followed in May” after “two monitoring visits”."""
    start = sentence.start_char
    for date in context.dates_in(sentence.start_char, sentence.end_char):
        match = ORDINAL.search(context.text[start : date.start])
        begin, start = start, date.end
        if match is None or EVENT_NOUN.search(match.group()) or is_ahead(context, date):
            continue
        at = begin + match.start()
        before = context.text[max(0, at - 400) : at]
        visits = [*VISITS.finditer(before)]
        if not visits or (match["n"] is None and not re.search(r"(?i)(?:visit|inspection)s?\b[^.]*[.;]\s*$", before)):
            continue
        org = meant(context, next(each for each in sentence if each.idx + len(each) > at))
        if org and _happened(context, at, date.start):
            kind = kind_of_word((visits[-1]["kind"] or "inspection").lower())
            yield Sighting(org, at, sentence.start_char, sentence.end_char, kind, date.edtf, back=False)


def _happened(context: Context, start: int, end: int) -> bool:
    """Whether nothing between an ordinal and its date puts the visit ahead or in doubt."""
    words = context.text[start : end + 30]
    return not re.search(r"\b(?:will|due|would|planned|expected|should|not|cancelled|postponed)\b", words)
