"""Commissioners and advisers whom ministers appoint."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from graph.model import DirectionKind
from ingest.dates import DateMention
from ingest.extraction.attach import body_in
from ingest.extraction.context import Context
from ingest.extraction.imposed import (
    GOVERNMENT,
    PLACES,
    Imposed,
    concerned,
    council,
    is_told,
    issuer,
    places,
    spread,
)
from ingest.extraction.when import dates_of

# The parser's lemma of "installed" is "instal".
APPOINTS = frozenset(
    (
        "appoint make name install instal send put bring parachute assign draft nominate second choose deploy announce "
        "recruit lend engage dispatch despatch enlist attach embed hire"
    ).split()
)
ATTACHED = frozenset("work cooperate oversee supervise monitor lead direct assist answer report place put run".split())
SENT = frozenset({"appoint", "send", "bring", "install", "instal", "parachute", "name", "assign"})
NOMINAL = frozenset("appointment arrival installation imposition".split())
HAPPENED = frozenset({"nsubj", "nsubjpass", "pobj"})  # what is wished for is rather an object
NOT_ON = frozenset({"by", "until", "before", "after"})
COMMISSIONER = re.compile(r"\b(?<!police and crime )(?<!information )commissioners?\b(?! for england)", re.IGNORECASE)
ADVISER = re.compile(r"\b(?:improvement |independent |DfE |government )*advis[eo]rs?\b", re.IGNORECASE)
AGENTS: tuple[tuple[DirectionKind, re.Pattern[str]], ...] = (
    ("commissioner_appointment", COMMISSIONER),
    ("adviser_appointment", ADVISER),
)


def appointed(context: Context, sentence: Span) -> list[Imposed]:
    """The appointments that a sentence tells of, by the post or by the person whom the document calls so."""
    return [*_appointments(context, sentence)] or [*_nominal(context, sentence), *_known(context, sentence)]


def _appointments(context: Context, sentence: Span) -> Iterator[Imposed]:
    for kind, pattern in AGENTS:
        for match in pattern.finditer(context.text, sentence.start_char, sentence.end_char):
            span = context.doc.char_span(match.start(), match.end(), alignment_mode="expand")
            verb = _appointing(span.root) if span is not None else None
            if span is not None and verb is not None:
                yield from _appointment(context, kind, span.root, verb)


def _nominal(context: Context, sentence: Span) -> Iterator[Imposed]:
    """“The appointment of a commissioner to the council in May 2018”, told as having been."""
    for kind, pattern in AGENTS:
        for match in pattern.finditer(context.text, sentence.start_char, sentence.end_char):
            span = context.doc.char_span(match.start(), match.end(), alignment_mode="expand")
            noun = span.root.head.head if span is not None and span.root.head.lower_ in {"of", "as"} else None
            if span is None or noun is None or noun.lemma_.lower() not in NOMINAL:
                continue
            dates = _dates(context, noun)
            if not dates or noun.dep_ not in HAPPENED or not _is_imposed(context, kind, span.root, noun):
                continue
            org = council(context, concerned(context, noun, *PLACES), span.root)
            if org and is_told(context, noun):
                person = _appointee(context, span.root, noun)
                given = issuer(context, noun)
                yield Imposed(org, kind, sentence.start_char, sentence.end_char, dates[0].edtf, given, person)


def _known(context: Context, sentence: Span) -> Iterator[Imposed]:
    """“She was appointed in May 2019”, of one whom the document calls the commissioner or the department's adviser."""
    for token in sentence:
        if token.lemma_ not in SENT or token.tag_ != "VBN" or not is_told(context, token):
            continue
        person = _appointee(context, token, token)
        kind = _post_of(context, person) if person else None
        elsewhere = re.search(
            r"\b(?:as|director|chief executive|chair|leader|member|head)\b(?! (?:the |a )?commissioner)",
            context.text[token.idx : token.sent.end_char],
        )
        org = council(context, concerned(context, token, *PLACES), token)
        if person and kind and org and (not elsewhere or "role" in token.sent.text):
            dates = [each for each in dates_of(context, token) if each.relation not in NOT_ON]
            yield Imposed(
                org,
                kind,
                sentence.start_char,
                sentence.end_char,
                dates[0].edtf if dates else None,
                issuer(context, token),
                person,
            )


def _post_of(context: Context, person: str) -> DirectionKind | None:
    """The ministers' appointment that the document gives a person beside the name."""
    for each in (one for one in context.people if one.name == person):
        beside = context.text[max(0, each.start - 45) : each.start] + "|" + context.text[each.end : each.end + 70]
        beside = ".".join([beside.split("|")[0].rsplit(". ", 1)[-1], beside.split("|")[1].split(". ")[0]])
        if re.search(r"(?<!police )\bcommissioner\b(?! for england)", beside, re.IGNORECASE):
            return "commissioner_appointment"
        if re.search(r"\b(?:DfE|Department)\b[^.]{0,25}\badviser\b", beside):
            return "adviser_appointment"
    return None


def _appointing(token: Token) -> Token | None:
    """The verb of appointing whose object, subject or complement the post is, or that modifies it."""
    for child in token.children:
        if child.dep_ in {"acl", "relcl"} and child.lemma_ in APPOINTS:
            return child
    attached = _attached(token)
    if attached is not None:
        return attached
    current = token
    for _ in range(5):
        current = current.head
        if current.pos_ == "VERB":
            return current if current.lemma_ in APPOINTS else None
        for child in current.children:
            if (
                child.dep_ in {"acl", "relcl"}
                and child.lemma_ in APPOINTS
                and child.i > current.i
                and token.dep_ in {"appos", "compound"}
            ):
                return child
    before = token.doc.text[token.sent.start_char : token.idx]
    return (
        token
        if re.search(
            r"\b(?:(?:recently|newly)[ -]|(?:DfE|[Gg]overnment|[Dd]epartment|[Mm]inisters?)-)appointed\b[^,.;]{0,60}$",
            before,
        )
        else None
    )


def _attached(token: Token) -> Token | None:
    """“must work with a commissioner”, “placed under direction, with a commissioner”: a new one, by its article."""
    is_new = any(child.lower_ in {"a", "an"} for child in token.children)
    if not is_new or token.dep_ != "pobj" or token.head.lower_ not in {"with", "by", "to"}:
        return None
    verb = next((each for each in token.ancestors if each.pos_ == "VERB"), None)
    return verb if verb is not None and verb.lemma_ in ATTACHED else None


def _appointment(context: Context, kind: DirectionKind, token: Token, verb: Token) -> Iterator[Imposed]:
    person = _appointee(context, token, verb)
    sure = is_told(context, verb) or (person is not None and verb.lemma_ in ATTACHED and context.is_factual(verb))
    general = re.search(
        r"\b(?:normally|usually|typically|generally|often)\b|in (?:two|three|four|five) (?:cases|councils)",
        token.sent.text,
    )
    if not sure or general or not _is_imposed(context, kind, token, verb):
        return
    start, end, given = token.sent.start_char, token.sent.end_char, issuer(context, verb)
    several = spread(context, token) if person is None else []
    for each, date in several:
        yield Imposed(each, kind, start, end, date, given)
    org = next((body for place in places(token) if (body := body_in(context, place))), None)
    org = council(context, org or concerned(context, verb, *PLACES), token)
    if org is not None and not several:
        dates = _dates(context, verb)
        dates = [each for each in dates if verb.lemma_ not in ATTACHED or each.start < token.idx]
        yield Imposed(org, kind, start, end, dates[0].edtf if dates else None, given, person)


def _dates(context: Context, verb: Token) -> list[DateMention]:
    """When it was: by the verb's own clause, else by the one that it hangs on ("stepped in in May, appointing …")."""
    verbs = [verb, verb.head] if verb.dep_ == "advcl" and verb.tag_ == "VBG" else [verb]
    found = ([each for each in dates_of(context, one) if each.relation not in NOT_ON] for one in verbs)
    return next((dates for dates in found if dates), [])


def _is_imposed(context: Context, kind: DirectionKind, token: Token, verb: Token) -> bool:
    """Whether ministers appoint: a commissioner always, an adviser where the sentence or the post says so."""
    words = token.sent.text
    if kind == "commissioner_appointment":
        return not re.search(
            r"\bpolice|crime commissioner|commissioners? for England|health commissioner|joint commissioner",
            words,
            re.IGNORECASE,
        )
    return bool(GOVERNMENT.search(words))


def _appointee(context: Context, token: Token, verb: Token) -> str | None:
    for child in (*verb.children, *token.children):
        if child.dep_ in {"dobj", "nsubjpass", "appos", "oprd", "nsubj", "ccomp"} and child.lower_ not in {"which"}:
            found = context.people_in(child.left_edge.idx, child.right_edge.idx + len(child.right_edge))
            minister = GOVERNMENT.search(context.text[child.left_edge.idx : child.right_edge.idx])
            if found and not (minister and child.dep_ == "nsubj"):
                return found[0].name
            if child.dep_ in {"nsubjpass", "dobj"} and (pronoun := context.person_of(child)):
                return pronoun.name
    antecedent = verb.head if verb.dep_ in {"relcl", "acl"} else None
    found_at = context.person_of(antecedent) if antecedent is not None else None
    return found_at.name if found_at else None
