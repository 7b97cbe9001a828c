"""From dates near a post or a verb to the start and end of a tenure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from ingest.dates import TURNS, DateMention
from ingest.extraction.context import Context
from ingest.extraction.syntax import verb_of
from ingest.moments import Moment, last_moment, number

DECEMBER = 12  # a month after it is a season
PERSON_YEARS = re.compile(
    r"\b(?:(?:after|for|of|these|spent|gave [\w’' ]{0,20}|did|had) (?:the |his |her |their )?"
    r"(?:past |last )?(?:more than )?"
    r"(?P<n>[\w-]+) (?P<unit>years|months)(?! (?:and|ago|old|later|earlier|before|from|to go))"
    r"|(?P<n2>\w+)[- ](?P<unit2>year|month)s? "
    r"(?:stint|spell|reign|tenure|stretch|in (?:post|charge|office|the (?:post|job|role|chair))))",
    re.IGNORECASE,
)
VAGUE = re.compile(
    r"\b(?:nearly|almost|about|around|over|under|some|barely|just|roughly|up to|next|first) (?:\w+ )?(?:years|months)"
    r"|\bhalf years"
)
STILL = re.compile(
    r"\b(?:for (?:the )?(?:past|last)|these(?: past| last)?) [\w-]+ years\b"
    r"|\bha(?:s|ve) (?:\w+ )?been\b[^.;]*\bfor [\w-]+ years\b(?!,? (?:until|up to|before))",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"\bbetween (?:the )?$", re.IGNORECASE)
AT_BODY = re.compile(r",? (?:at|of|in|for|with) (?:(?:the|neighbouring|nearby|next-door) )*")
CONTIGUOUS = re.compile(
    r"^[\s,(\[]*(?:DCS\)?|there|here|post|in (?:post|position|office|charge|place)|"
    r"\(DCS\)|on an? \w+ basis|with the authority|"
    r"for [\w ]{3,40}?|ever)?[\s,]*"
    r"(?:since|from|until|till|to|between|for|up|in|on|with effect|as|and|the|of|early|late|mid|"
    r"end|summer|then|most|-|–|"
    r"effective|starting|beginning|appointed|again|last|this|her|his|retirement|"
    r"s)*(?:[\s,-]+(?:since|from|until|to|the|in|on|end|of|and|with|effect|"
    rf"appointed|early|late|mid|spring|summer|autumn|winter|last|this|between|his|her|their|{TURNS}))*"
    r"(?: (?:direction|notice|election|inspection) (?:of|in|on))?[\s(]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Period:
    """When a tenure began and ended, as far as told; `finish` is where the words that tell it end."""

    start: str | None = None
    end: str | None = None
    finish: int = 0


def beside(context: Context, place: int, limit: int) -> Period:
    """The period that follows a post directly: "DCS since 2013", "chair (2016–20)", "until March"."""
    start = end = None
    finish = _behind_body(context, place, limit)
    for date in context.dates_in(place, limit):
        if not CONTIGUOUS.match(context.text[finish : date.start]) or context.people_in(finish, date.start):
            break
        first, last = split(date)
        if date.relation in {"until", "by"}:
            end = end or last
        elif "/" in date.edtf and _is_span(date):
            start, end = first, last
        elif date.relation in {"since", "from"} or re.search(r"\b(?:from|since)\b", context.text[finish : date.start]):
            start = start or first
        elif start and re.search(r"\b(?:to|until|and)\b|[-–]", context.text[finish : date.start]):
            end = end or last
        elif re.search(r"appointed|effect", context.text[finish : date.start]):
            start = start or first
        else:
            break
        finish = date.end
    return Period(start, end, finish)


def _behind_body(context: Context, place: int, limit: int) -> int:
    """Where a body ends that follows a post directly, "leader of neighbouring Bury"; else the place."""
    link = AT_BODY.match(context.text, place)
    body = next((each for each in context.orgs_in(place, limit) if link and each.start == link.end()), None)
    return body.end if body else place


def split(date: DateMention) -> tuple[str, str]:
    """The first and last part of an interval; twice the date where it is none."""
    first, _, last = date.edtf.replace("/..", "").partition("/")
    return (first, last or first) if _is_span(date) else (first, first)


def _is_span(date: DateMention) -> bool:
    return "/" in date.edtf and ".." not in date.edtf


def of_clause(context: Context, verb: Token) -> list[DateMention]:
    """The dates that belong to a verb's own clause, nearest first."""
    sentence = verb.sent
    found = []
    for date in context.dates_in(sentence.start_char, sentence.end_char):
        span = context.doc.char_span(date.start, date.end, alignment_mode="expand")
        if span is None:
            continue
        owner = verb_of(span.root)
        if (
            _is_fronted(context, date, verb)
            or _is_antecedent(context, date, verb)
            or owner == verb
            or (owner is not None and owner.dep_ in {"xcomp", "aux"} and owner.head == verb)
        ):
            found.append(date)
    return sorted(found, key=lambda date: abs(date.start - verb.idx))


def _is_fronted(context: Context, date: DateMention, verb: Token) -> bool:
    """Whether the date opens the sentence and this is the first verb after it."""
    sentence = verb.sent
    if len(context.text[sentence.start_char : date.start].split()) > 1:
        return False
    first = next(
        (
            each
            for each in sentence
            if each.idx >= date.end and each.pos_ in {"VERB", "AUX"} and each.dep_ not in {"aux", "auxpass"}
        ),
        None,
    )
    return first is not None and first == verb


def _is_antecedent(context: Context, date: DateMention, verb: Token) -> bool:
    """Whether the verb's clause says what happened "in 2018, when …"."""
    when = next((each for each in verb.children if each.lower_ == "when" and each.i < verb.i), None)
    return when is not None and bool(re.fullmatch(r",? ?", context.text[date.end : when.idx])) and date.end <= when.idx


def timed(context: Context, verb: Token, kind: str) -> Period:
    """The period that the dates of a verb's clause give a tenure which the verb starts, ends or tells as held."""
    dates = of_clause(context, verb)
    words = context.text[verb.sent.start_char : verb.sent.end_char]
    spans = [
        split(each) for each in dates if _is_span(each) and (each.relation == "between" or each.precision != "day")
    ]
    start = next((split(each)[0] for each in dates if each.relation in {"since", "from"}), None)
    end = next((split(each)[1] for each in dates if each.relation == "until"), None)
    at = [each for each in dates if each.relation in _moments(kind) and not _is_span(each)]
    main = next((above for above in verb.ancestors if above.pos_ == "VERB"), None)
    if kind == "start" and not (spans or start or at) and verb.tag_ == "VBG" and main is not None:
        at = [each for each in of_clause(context, main) if each.relation == "at" and not _is_span(each)]
    if spans:
        start, end = start or spans[0][0], end or spans[0][1]
    elif kind == "start" and start is None and at:
        start = split(at[0])[0]
    elif kind == "end" and end is None and at:
        end = split(at[0])[1]
    if pair := stretch(context, dates):
        start, end = pair
    if start is None and end is not None:
        start = before(end, words)
    if start is None and kind == "held" and is_present(verb) and STILL.search(words):
        start = before(context.document.published, words)
    return Period(start, end, max((each.end for each in dates), default=0))


def is_present(verb: Token) -> bool:
    """Whether the verb tells what still goes on: "has been", "is"."""
    return verb.tag_ in {"VBZ", "VBP"} or any(each.lower_ in {"has", "have", "’ve", "'ve"} for each in verb.children)


def _moments(kind: str) -> frozenset[str]:
    """The relations that tell the moment itself: what is to be done "by January" does not begin in January."""
    return frozenset(("at",) if kind == "start" else ("at", "by"))


def before(end: str | None, words: str) -> str | None:
    """The year or month that a duration like "after nine years" puts before an end; None where it is vague or none."""
    match = PERSON_YEARS.search(words)
    then = last_moment(end)
    if match is None or then is None or VAGUE.search(words):
        return None
    return earlier(then, number(match["n"] or match["n2"]), match["unit"] or match["unit2"])


def earlier(then: Moment, count: int | None, unit: str) -> str | None:
    """The year or month so many years or months before a moment; None where that cannot be told."""
    if count is None:
        return None
    if unit.lower().startswith("year"):
        return str(then.plus_years(-count))
    return str(then.plus_months(-count)) if then.month and then.month <= DECEMBER else None


def stretch(context: Context, dates: Iterable[DateMention]) -> tuple[str, str] | None:
    """Start and end told as two dates: "between September last year and her arrival on 4 April"."""
    row = sorted(dates, key=lambda date: date.start)
    for first in row:
        if BETWEEN.search(context.text, max(0, first.start - 20), first.start):
            for last in context.dates_in(first.end, first.end + 60):
                if re.fullmatch(r",? and (?:[\w’']+ ){0,5}", context.text[first.end : last.start]):
                    return split(first)[0], split(last)[1]
    return None
