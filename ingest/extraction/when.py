"""When the event of a word was: the dates of its clause, by the parse.

Attachment follows the parse, and the words between where the parse is at a loss; a date that hangs on the verb of
another event is not taken.
"""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from ingest.dates import DateMention
from ingest.extraction.context import Context
from ingest.moments import days as days_of

LIGHT = frozenset(
    """be take have begin start end finish follow come happen carry conduct undertake complete publish find show say
    note conclude result hold make pay see identify reveal expose highlight report leave give receive get keep
    retain remain lift go arrive issue serve impose place run last cover look focus tell accord do mark require
    send hand name deliver confirm announce award uphold sign date hand""".split()
)
EVENTS = frozenset(
    (
        "inspection reinspection re-inspection visit report letter review verdict rating grade judgement direction "
        "notice election"
    ).split()
)
BRIDGE = re.compile(
    r"^(?:\s+(?:of|to|into|at|in|for)\s[^.,;()]{1,60}?)?[\s,(–—-]*(?:(?:which|that|was|were|had been|has been|"
    r"first|last|being|having been)\s+)*"
    r"(?:carried out|conducted|undertaken|held|took place|taken place|taking place|made|issued|given|served|"
    r"dated|began|completed|"
    r"imposed|signed)?[\s,(]*(?:of|in|on|from|between|during|over|since|dated|at)?\s*(?:the\s+)?$",
    re.IGNORECASE,
)
OF_CLAUSE = re.compile(r"\b(?:days?|weeks?|months?|years?) (?:after|before)$", re.IGNORECASE)
SUBORDINATORS = frozenset({"since", "after", "before", "until", "while", "as", "because"})


def verb_of(token: Token) -> Token:
    """The verb whose clause the token stands in; the root where no verb governs it."""
    while token.pos_ not in {"VERB", "AUX"} and token.head != token:
        token = token.head
    return token


def date_token(context: Context, date: DateMention) -> Token | None:
    """The word through which the parse ties a date to its sentence."""
    span = context.doc.char_span(date.start, date.end, alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def governor(token: Token) -> Token:
    """The noun or verb that a date modifies, above its preposition."""
    current = token
    if (
        token.dep_ in {"nummod", "compound", "nmod", "amod", "poss"}
        and token.head.pos_ == "NOUN"
        and not token.head.ent_type_
    ):
        return token.head
    while current.head != current and (
        current.dep_ in {"pobj", "pcomp", "nummod", "compound", "nmod"} or current.pos_ == "ADP"
    ):
        current = current.head
        if current.pos_ in {"NOUN", "VERB", "AUX", "PROPN"} and current.dep_ not in {
            "pobj",
            "compound",
            "nummod",
            "nmod",
        }:
            return current
        if current.pos_ == "ADP":
            return current.head
    return current.head


def is_within(token: Token, ancestor: Token) -> bool:
    """Whether a word is the other or hangs below it."""
    return token == ancestor or ancestor in token.ancestors


def phrase_end(token: Token) -> int:
    """Where the simple noun phrase or verb group of a word ends."""
    return token.idx + len(token)


def dates_of(context: Context, trigger: Token) -> list[DateMention]:
    """The dates in the sentence that tell when the trigger's event was, nearest first."""
    sentence = trigger.sent
    found = []
    for date in context.dates_in(sentence.start_char, sentence.end_char):
        if OF_CLAUSE.search(date.text):
            continue
        cost = _cost(context, trigger, date)
        if cost is not None:
            found.append((cost, abs(date.start - trigger.idx), date))
    return [date for _, _, date in sorted(found, key=lambda each: each[:2])]


def _cost(context: Context, trigger: Token, date: DateMention) -> int | None:
    """How far a date is from a trigger; None where it belongs to something else."""
    token = date_token(context, date)
    if token is None:
        return None
    while token.dep_ == "conj" and token.head != token and token.head.pos_ in {"PROPN", "NUM", "NOUN"}:
        token = token.head
    between = context.text[phrase_end(trigger) : date.start] if date.start > trigger.idx else ""
    if between.startswith(",") and trigger.dep_ == "pobj" and trigger.head.lower_ in SUBORDINATORS:
        return None
    if between and BRIDGE.match(between) and not _has_event(context, phrase_end(trigger), date.start):
        return 0
    if between.count("(") > between.count(")"):
        return None
    return 0 if _when_clause(trigger, token) else _by_parse(context, trigger, governor(token), date)


def _by_parse(context: Context, trigger: Token, above: Token, date: DateMention) -> int | None:
    """How far a date that modifies `above` is from a trigger."""
    if above != trigger and above.lemma_.lower() in EVENTS:
        return None
    if is_within(above, trigger) and (date.relation == "since" or not _foreign_between(above, trigger)):
        return 1
    verb = verb_of(above)
    if trigger.pos_ in {"VERB", "AUX"}:
        return 2 if verb == trigger else None
    return _by_light_verb(context, trigger, verb) if above.pos_ in {"VERB", "AUX"} and verb.lemma_ in LIGHT else None


def _by_light_verb(context: Context, trigger: Token, verb: Token) -> int | None:
    """How far a date is whose verb says little: “the visit took place in May”, “an inspection that began in May”."""
    mine = verb_of(trigger)
    if verb == mine and _is_about(context, trigger, verb):
        return 3
    if verb.dep_ in {"relcl", "acl"} and is_within(verb, trigger):
        return 2
    return 4 if verb.dep_ == "conj" and verb.head == mine and mine.lemma_ in LIGHT else None


def _has_event(context: Context, start: int, end: int) -> bool:
    """Whether another event or a clause of its own is told between two offsets."""
    span = context.doc.char_span(start, end, alignment_mode="contract")
    words = [] if span is None else list(span)
    return any(
        each.lemma_.lower() in EVENTS or (each.tag_ in {"VBD", "VBZ", "VBP", "MD", "VBN"} and each.lemma_ not in LIGHT)
        for each in words
    )


def _is_about(context: Context, trigger: Token, verb: Token) -> bool:
    """Whether a verb that says little tells of the trigger: it is an argument, and no person acts."""
    subject = next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is not None and context.person_of(subject) is not None:
        return False
    return trigger.head == verb or (trigger.dep_ == "pobj" and trigger.head.head == verb)


def _when_clause(trigger: Token, date: Token) -> bool:
    """“since April 2022, when the council was judged …”: the clause that the date's “when” opens."""
    verb = trigger if trigger.pos_ in {"VERB", "AUX"} else verb_of(trigger)
    opens = any(child.lower_ in {"when", "where"} for child in verb.children)
    return opens and verb.dep_ in {"relcl", "advcl", "acl"} and (date in verb.ancestors or verb.head == governor(date))


def _foreign_between(token: Token, trigger: Token) -> bool:
    """Whether a verb of another event stands between a word and the trigger above it."""
    current = token
    while current != trigger:
        foreign = current.lemma_ not in LIGHT and current.dep_ != "xcomp"
        if current.pos_ == "VERB" and (foreign or _subordinate(current)):
            return True
        if current.head == current:
            return True
        current = current.head
    return False


def _subordinate(verb: Token) -> bool:
    return verb.dep_ == "advcl" and any(child.lower_ in SUBORDINATORS for child in verb.children)


def is_publication(context: Context, date: DateMention) -> bool:
    """Whether a date is of a report's publication, not of what it reports."""
    before = context.text[max(0, date.start - 45) : date.start]
    return bool(
        re.search(
            r"\b(?:publi(?:shed|cation|shing)|made public|released?|(?:report|letter) (?:of|dated)|c[ao]me out|"
            r"appeared|landed|unveiled|printed|out (?=on|last|yesterday))\b[^.;]{0,25}$",
            before,
        )
    )


def is_ahead(context: Context, date: DateMention) -> bool:
    """Whether a date lies after the document's own."""
    published = context.document.published
    return bool(
        published and date.edtf > published and not published.startswith(date.edtf) and date.edtf[:4] >= published[:4]
    )


NEXT_WORD = re.compile(r"\W*(?=\w)")
HEADED = re.compile(r"\s*(?::|[-–—] |\t| {2,}|\.\s|$)")


def dates_above(context: Context, offset: int) -> list[DateMention]:
    """The date at the head of a line (“May 2016: inspectors came”) or alone above it, as in a timeline."""
    paragraph = context.paragraph(offset)
    here = context.dates_in(paragraph.start, offset)[:1]
    for each in here:
        opens = not re.search(r"[A-Za-z]", context.text[paragraph.start : each.start])
        if opens and HEADED.match(context.text[each.end : paragraph.end]):
            return [each]
    above = context.paragraph(max(0, paragraph.start - 2))
    alone = [each for each in context.dates if _stands_alone(context, each)]
    return [each for each in alone if len(alone) > 1 and above.start <= each.start < above.end]


def _stands_alone(context: Context, date: DateMention) -> bool:
    """Whether a date makes a line of its own, that of publication apart."""
    line = context.paragraph(date.start)
    return date.end - date.start + 3 > line.end - line.start and date.edtf != context.document.published


def telling(context: Context, date: DateMention) -> Span:
    """The sentence that tells what was at a date: the one behind it where the date heads a line or stands above one."""
    own = context.sentence(date.start)
    rest = context.text[date.end : own.end_char] + context.text[own.start_char : date.start]
    behind = NEXT_WORD.match(context.text, own.end_char)
    return own if re.search(r"[A-Za-z]", rest) or behind is None else context.sentence(behind.end())


NEXT_DATE = re.compile(r"\s*(?:,|and|,? and (?:again |then )?|& )\s*(?:in|on|during)?\s*(?:the )?", re.IGNORECASE)
VISIT_DAYS, INSPECTION_DAYS = 25, 62


def listed(context: Context, dates: list[DateMention], apart: int = VISIT_DAYS) -> list[str]:
    """The first date and those listed with it, in order: “in 2012 and 2016” are two, “on 4 and 5 May” is one.

    Two with less than `apart` days between them are the beginning and end of one event.
    """
    row = sorted(dates, key=lambda each: each.start)
    if not row:
        return []
    row = row[row.index(dates[0]) :] if dates[0] in row else row
    kept = row[:1]
    for each in row[1:]:
        if not NEXT_DATE.fullmatch(context.text[kept[-1].end : each.start]):
            break
        kept.append(each)
    return [part for each in kept for part in _parts(context, each, apart)]


def _parts(context: Context, date: DateMention, apart: int) -> list[str]:
    """A date, or the two of “May 2019 and July 2020”."""
    first, _, last = date.edtf.partition("/")
    between = re.search(r"\b(?:between|from)\s+(?:the )?$", context.text[max(0, date.start - 15) : date.start])
    if last and re.search(r"\band\b", date.text) and not between and is_apart(first, last, apart):
        return [first, last]
    return [date.edtf]


def is_apart(first: str, last: str, apart: int = VISIT_DAYS) -> bool:
    """Whether two dates are too far from each other to be the days of one visit."""
    one, other = days_of(first), days_of(last)
    return one is not None and other is not None and abs((other[0] - one[0]).days) > apart
