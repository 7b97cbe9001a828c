"""Inspections and visits as events: by nouns ("a focused visit") and verbs ("inspectors came", "was inspected")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from graph.model import InspectionKind
from ingest.dates import DateMention
from ingest.extraction.antecedents import meant
from ingest.extraction.attach import affected, alongside, body_in, served
from ingest.extraction.context import Context
from ingest.extraction.grades import pairs
from ingest.extraction.gradewords import GRADE, Grade, grade_of
from ingest.extraction.homes import home_named, scope
from ingest.extraction.sightings import Sighting
from ingest.extraction.visitlists import in_row
from ingest.extraction.when import (
    INSPECTION_DAYS,
    dates_above,
    dates_of,
    is_ahead,
    is_apart,
    is_publication,
    listed,
    verb_of,
)
from ingest.names import Mention

INSPECTORS = re.compile(
    r"\b(?:ofsted|(?<!tax )(?<!building )(?<!police )inspectors?(?! of (?:tax|schools))|inspectorate|watchdog|hmis?|"
    r"team of \w+)\b",
    re.IGNORECASE,
)
WORDS: tuple[tuple[InspectionKind, str], ...] = (
    (
        "other",
        r"joint targeted|\bJTAI\b|\bSEND\b|special educational|area review|fostering (?:agency|service)|"
        r"adoption agency|area partnership",
    ),
    ("monitoring_visit", r"\bmonitoring\b"),
    ("focused_visit", r"\bfocus+ed\b|\bassurance visits?\b"),
)
JOINT = re.compile(r"\b(?:joint teams?|Care Quality Commission|CQC|HMIC(?:FRS)?)\b")
KINDS = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in WORDS)
NOT_INSPECTIONS = re.compile(
    r"\b(?:peer|LGA|serious case|practice|diagnostic|commissioner[’']?s?|ministerial|home|school|statutory|"
    r"family|supervised|contact|"
    r"framework|regime|handbook|cycle|process|next|forthcoming|future|planned|upcoming|further|no|any|every|each|"
    r"mock|site|"
    r"self|follow-up work|unit|arrangements for|purpose|scope|readiness for|preparation for|another)\b",
    re.IGNORECASE,
)
NOUNS = frozenset({"inspection", "reinspection", "re-inspection", "visit", "jtai", "ilacs", "review"})
KIND_WORDS = frozenset({"monitoring", "focused", "focussed"})
BRACKET = re.compile(r" \([^()\n]{4,90}\)")
AGAIN = re.compile(r"\b(?:again|twice|both times|times|respectively)\b")
BACK = re.compile(r"\b(?:the|this|that|its|their|our|last|previous|latest|since|earlier|these|those)\b", re.IGNORECASE)
COMES = frozenset("come arrive return visit call inspect go spend be descend fail examine look".split())
CANCELLED = frozenset("cancel postpone scrap delay plan expect await schedule abandon defer shelve rearrange".split())
PUT_OFF = frozenset({("put", "off"), ("call", "off"), ("put", "back"), ("push", "back")})


def by_noun(context: Context, sentence: Span) -> Iterator[Sighting]:
    """The visits that nouns of a sentence tell of."""
    for token in sentence:
        if token.lemma_.lower() in NOUNS and (token.pos_ in {"NOUN", "PROPN"} or _is_behind_kind(token)):
            yield from _of_noun(context, token)


def _of_noun(context: Context, token: Token) -> Iterator[Sighting]:
    before = _premodifiers(context, token)
    kind = _kind(context, token, before)
    if NOT_INSPECTIONS.search(before) or (token.lemma_ == "review" and kind != "other"):
        return
    if kind is None and not _is_by_inspectors(context, token):
        return
    near = max(dates_of(context, token), _in_brackets(context, token), key=len) or dates_above(context, token.idx)
    dates = [each for each in near if not is_ahead(context, each)]
    deep = token.dep_ == "pobj" and bool(dates) and bool(BACK.search(before))
    if _is_cancelled(token) or not (deep or _is_failed(token) or context.is_factual(token)):
        return
    org = _inspected(context, token)
    plural = token.tag_ in {"NNS", "NNPS"} or token.lower_ == "visits"
    if org is None or (token.dep_ == "compound" and not dates):
        return
    days = [each for each in dates if not is_publication(context, each)]
    days = (
        [each for each in in_row(context, days, token.sent.end_char) if not is_ahead(context, each)] if plural else days
    )
    published = next((each.edtf for each in dates if is_publication(context, each)), None)
    bodies = alongside(context, org, token.sent)
    chosen = _times(context, days, plural, len(bodies), token.sent)
    back = plural or bool(BACK.search(before)) or token.dep_ == "compound" or not _is_told(token)
    grade = _after_colon(context, days[0].end) if days and not plural else None
    for body, date in pairs(bodies, chosen if not plural or days else []):
        if date or not plural:
            yield Sighting(
                body, token.idx, token.sent.start_char, token.sent.end_char, kind, date, published, grade, (), back
            )


def _is_behind_kind(token: Token) -> bool:
    """Whether it stands behind "monitoring" or "focused": the parser takes either for a verb at times."""
    return token.i > token.sent.start and token.nbor(-1).lower_ in KIND_WORDS


def _in_brackets(context: Context, token: Token) -> list[DateMention]:
    """The dates of “a focused visit (children in need; 22 and 23 May 2018)”."""
    bracket = BRACKET.match(context.text, token.idx + len(token))
    return list(context.dates_in(bracket.start(), bracket.end())) if bracket else []


def _after_colon(context: Context, end: int) -> Grade | None:
    """The grade of “… was last inspected in March 2022: Good”."""
    match = re.match(rf"\)?\s*[:–-]\s*[‘“\"']?(?:{GRADE.pattern})", context.text[end : end + 50])
    return grade_of(match) if match else None


def _is_by_inspectors(context: Context, token: Token) -> bool:
    """Whether "a visit" is one of inspectors: the sentence says so, or the text before it speaks of them."""
    if INSPECTORS.search(token.sent.text):
        return True
    owner = next((child for child in token.children if child.dep_ == "poss"), None)
    if owner is not None and context.person_of(owner) is not None:
        return False
    return token.tag_ == "NN" and bool(INSPECTORS.search(context.text, max(0, token.idx - 500), token.idx))


def _is_cancelled(token: Token) -> bool:
    verb = verb_of(token)
    particles = {(verb.lemma_, child.lower_) for child in verb.children if child.dep_ in {"prt", "advmod"}}
    return (
        verb.lemma_ in CANCELLED
        or bool(particles & PUT_OFF)
        or any(child.dep_ == "acl" and child.lemma_ in CANCELLED for child in token.children)
    )


def _is_failed(token: Token) -> bool:
    """Whether a body failed the inspection: that it was is a fact."""
    negated = any(child.dep_ == "neg" for child in token.head.children)
    return token.dep_ == "dobj" and token.head.lemma_ == "fail" and token.head.tag_ in {"VBD", "VBN"} and not negated


def _premodifiers(context: Context, token: Token) -> str:
    start = min([token.i - _is_behind_kind(token), *(child.left_edge.i for child in token.lefts)])
    return context.text[context.doc[max(start, token.sent.start)].idx : token.idx + len(token)]


def _kind(context: Context, token: Token, before: str) -> InspectionKind | None:
    after = context.text[token.idx : token.idx + 60].split(".")[0]
    for kind, words in KINDS:
        if words.search(before):
            return kind
    if KINDS[0][1].search(after) and re.match(r"\w+ (?:of|into|for) ", after):
        return "other"
    if re.search(r"children[’']s home\b", before) or re.match(
        r"\w+ (?:of|to|at) (?:a|the|one|its) [\w’' ]*\bhome\b", after
    ):
        return "home_inspection"
    return "inspection" if "inspection" in token.lemma_.lower() or token.lemma_.lower() == "ilacs" else None


def _inspected(context: Context, token: Token) -> Mention | None:
    owner = next(
        (
            found
            for child in token.children
            if child.dep_ in {"poss", "compound", "nmod"} and (found := served(context, child))
        ),
        None,
    )
    if owner and any(context.mention(child) for child in token.children if child.dep_ in {"poss", "compound", "nmod"}):
        return owner
    for child in token.children:
        if child.dep_ in {"prep", "dative"} and child.lower_ in {"to", "of", "at", "in", "into"}:
            for each in child.children:
                found = body_in(context, each)
                if found:
                    return found
    if owner:
        return owner
    verb = verb_of(token)
    if token.dep_ in {"dobj", "nsubj", "nsubjpass", "attr", "pobj"}:
        return affected(context, verb, "nsubjpass", "dobj", "prep:to", "prep:of", "nsubj", "prep:in", "prep:at")
    return meant(context, token)


def _is_told(token: Token) -> bool:
    """Whether the sentence tells of the visit as its news, not in passing."""
    return token.dep_ in {"dobj", "nsubj", "nsubjpass", "attr", "ROOT"} and verb_of(token).tag_ in {
        "VBD",
        "VBN",
        "VBZ",
        "VBP",
    }


def _times(context: Context, days: list[DateMention], plural: bool, bodies: int, sentence: Span) -> list[str]:
    """The dates of visits told together; “began on 4 May and ended on 18 June” is one, an interval."""
    if plural:
        return list(dict.fromkeys(part for each in days for part in listed(context, [each])))
    several = bodies > 1 or AGAIN.search(sentence.text)
    return _interval(context, days) or (
        listed(context, days, INSPECTION_DAYS) if several else [each.edtf for each in days[:1]]
    )


def _interval(context: Context, days: list[DateMention]) -> list[str]:
    ordered = sorted(days[:2], key=lambda each: each.start)
    if len(ordered) < 2 or any(each.precision not in {"day", "month"} or "/" in each.edtf for each in ordered):
        return []
    first, last = ordered
    between = context.text[first.end : last.start]
    joins = re.search(r"\b(?:ended|finished|left|to|until)\b", between) or (
        re.search(r"\band\b", between) and not is_apart(first.edtf, last.edtf)
    )
    return [f"{first.edtf}/{last.edtf}"] if joins and first.edtf < last.edtf and len(between) < 30 else []


def by_verb(context: Context, sentence: Span) -> Iterator[Sighting]:
    """The visits that verbs of a sentence tell of: inspectors came, a body was inspected."""
    for token in sentence:
        if token.pos_ not in {"VERB", "AUX"} or token.lemma_.lower() not in COMES:
            continue
        subject = next((child for child in token.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
        agents = [each for child in token.children if child.dep_ == "agent" for each in child.children]
        by_them = any(_are_inspectors(context, each) for each in agents)
        if token.lemma_ == "inspect" or by_them or _are_inspectors(context, subject):
            yield from _of_verb(context, token, subject)


def _are_inspectors(context: Context, subject: Token | None) -> bool:
    if subject is None:
        return False
    if subject.lower_ in {"who", "which", "that"} and subject.head.dep_ == "relcl":
        subject = subject.head.head
        words = context.text[subject.left_edge.idx : subject.idx + len(subject)]
    else:
        words = " ".join(each.text for each in subject.subtree)
    return bool(INSPECTORS.search(words)) and subject.lower_ not in {
        "report",
        "letter",
        "visit",
        "inspection",
        "grade",
        "rating",
    }


def _of_verb(context: Context, token: Token, subject: Token | None) -> Iterator[Sighting]:
    if not context.is_factual(token) or token.tag_ == "VBG":
        return
    near = dates_of(context, token) or dates_above(context, token.idx)
    dates = [each for each in near if not is_publication(context, each) and not is_ahead(context, each)]
    if token.lemma_ not in {"inspect", "visit"} and not dates:
        return
    if token.lemma_ == "fail" and not any(child.dep_ == "dobj" for child in token.children):
        return
    follow = [
        child for child in token.children if child.dep_ == "conj" and child.lemma_ in {"leave", "end", "finish", "go"}
    ]
    dates += [date for verb in follow for date in dates_of(context, verb)]
    if token.lemma_ == "inspect":
        org = home_named(context, token.sent, token.idx) or affected(context, token, "dobj", "nsubjpass")
    else:
        org = affected(context, token, "dobj", "nsubjpass", "prep:to", "prep:in", "prep:into")
    if org is None or re.search(
        r"\b(?:home|school|nurser)", " ".join(each.lower_ for each in token.subtree if each.dep_ == "dobj")
    ):
        return
    kind = _kind_in(context, token)
    if token.lemma_ == "inspect" and (told := scope(context, token.sent.start_char, token.idx)):
        kind = told
    is_news = token.lemma_ == "visit" and any(child.dep_ == "dobj" for child in token.children)
    back = not dates and not is_news
    bodies = alongside(context, org, token.sent)
    for body, date in pairs(bodies, _times(context, dates, False, len(bodies), token.sent)):
        yield Sighting(body, token.idx, token.sent.start_char, token.sent.end_char, kind, date, back=back)


def _kind_in(context: Context, token: Token) -> InspectionKind | None:
    """The kind that the clause names, or for “inspected” an inspection; None where the words leave it open."""
    words = " ".join(each.text for each in token.subtree)
    if JOINT.search(words):
        return "other"
    for kind, pattern in KINDS[1:3]:
        if pattern.search(words):
            return kind
    return "inspection" if token.lemma_ == "inspect" else None
