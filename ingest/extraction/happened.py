"""Whether what is told at a date happened: no denial, no plan, nothing that an official did or that was set up then."""

from __future__ import annotations

import re

from spacy.tokens import Token

from ingest.dates import DateMention
from ingest.extraction.context import Context
from ingest.extraction.gradewords import GRADE
from ingest.extraction.grading import is_strand_after
from ingest.extraction.layout import Paragraph
from ingest.extraction.visits import CANCELLED, INSPECTORS
from ingest.extraction.when import date_token, telling, verb_of
from ingest.moments import days

LONGEST = 70  # days of an inspection
REACH = 700  # characters before in which a text must speak of inspectors
INSPECTED = re.compile(
    rf"{INSPECTORS.pattern}|\b(?:re-?)?inspect(?:ions?|ed|ing|s)?\b|\bmonitoring visit", re.IGNORECASE
)
OTHERS = re.compile(r"\b(?:peers?|LGA|mock|nurser(?:y|ies))\b")
FOUNDS = frozenset("abolish create establish form found launch merge replace split".split())
OFFICIALS = frozenset(
    {"minister", "commissioner", "adviser", "advisor", "mayor", "mp", "secretary", "mps", "ministers"}
)


def inspected(context: Context, date: DateMention) -> bool:
    """Whether inspectors can have come or judged at a date."""
    sentence = telling(context, date)
    verb = clause_verb(context, date)
    known = days(date.edtf)
    is_long = "/" in date.edtf and known is not None and (known[1] - known[0]).days > LONGEST
    actors = [each for child in verb.children if child.dep_ == "nsubj" for each in (child, *child.lefts)]
    by_official = any(each.lower_ in OFFICIALS for each in actors)
    speaks = INSPECTED.search(context.text, max(0, date.start - REACH), sentence.end_char)
    by_others = by_official or OTHERS.search(context.text, sentence.start_char, sentence.end_char)
    in_part = _is_graded_in_part(context, context.paragraph(date.start))
    is_other = by_others or is_long or in_part or verb.lemma_ in FOUNDS
    return bool(speaks) and not is_other and happened(context, date)


def _is_graded_in_part(context: Context, paragraph: Paragraph) -> bool:
    """Whether all grades that a paragraph gives are of parts of the services: “good for adoption”."""
    grades = [*GRADE.finditer(context.text, paragraph.start, paragraph.end)]
    return bool(grades) and all(is_strand_after(context, each.end()) for each in grades)


def happened(context: Context, date: DateMention) -> bool:
    """Whether the clause of a date says that something was, not that it was denied, called off or is to be."""
    verb = clause_verb(context, date)
    put_off = any(each.lemma_ in CANCELLED for each in (verb, *verb.ancestors))
    of_none = any(each.lower_ == "no" and each.head.head == verb for each in verb.subtree if each.dep_ == "det")
    return date.relation != "before" and not put_off and not of_none and context.is_factual(verb)


def clause_verb(context: Context, date: DateMention) -> Token:
    """The verb of the clause that a date stands in, or else its root; of the sentence behind it where it heads one."""
    sentence, token = telling(context, date), date_token(context, date)
    return verb_of(token) if token is not None and token.sent == sentence else sentence.root
