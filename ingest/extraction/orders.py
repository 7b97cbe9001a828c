"""Orders that a trust be set up: given, decided, accepted or directed by ministers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from ingest.extraction.context import Context
from ingest.extraction.imposed import GOVERNMENT, PLACES, Imposed, concerned, council, full, is_told, issuer
from ingest.extraction.when import dates_of

ORDERS = frozenset("direct order instruct tell decide require force compel rule determine".split())
GIVEN = frozenset({"order", "instruction"})
STRIPS = frozenset({"strip", "relieve", "deprive"})
OF_SERVICES = re.compile(
    r"\bof (?:its |their |the |control of |responsibility for )*(?:failing )?"
    r"children[’']s (?:services|social care|department)\b"
)
ACCEPTED = frozenset(
    "that it this advice recommendation recommendations proposal proposals conclusion finding findings report".split()
)
TRUST = re.compile(
    r"\b(?:trust|company|arm[’']s[- ]length|alternative (?:delivery|provider)|independent (?:body|organisation)|"
    r"(?:transfer|hand(?:ed)? over|move|remove)\b[^.]{0,40}\bservices)\b",
    re.IGNORECASE,
)
BY_ORDER = re.compile(
    r"\b(?:at|on|under|by|following) (?:the|a) (?:formal )?(?:direction|order|insistence|behest|"
    r"instruction)s?\b[^,.;]{0,12}\b(?:of|from|with|by)\b"
)
MADE = re.compile(r"\b(?:established|set up|formed|created|founded|launched)\b")


def speaks_of_trust(context: Context, start: int, end: int) -> bool:
    """Whether words between two offsets speak of a trust to come, not of somebody's employer."""
    for match in TRUST.finditer(context.text, start, end):
        covering = [each for each in context.orgs if each.start < match.end() and match.start() < each.end]
        employer = any(
            re.search(r"\b(?:of|at|from)(?: the)? $", context.text[max(0, each.start - 9) : each.start])
            for each in covering
        )
        if not employer:
            return True
    return False


def ordered(context: Context, sentence: Span) -> Iterator[Imposed]:
    """The orders for a trust that a sentence tells of, and what an instrument itself directs."""
    if not speaks_of_trust(context, sentence.start_char, sentence.end_char):
        yield from _directs(context, sentence)
    found = next(
        iter(
            (
                *_verbs(context, sentence),
                *_stripped(context, sentence),
                *_accepted(context, sentence),
                *_given(context, sentence),
                *_by_order(context, sentence),
            )
        ),
        None,
    )
    if found:
        yield found


def _telling(context: Context, token: Token, dated: Token | None, *relations: str) -> Iterator[Imposed]:
    org = council(context, concerned(context, token, *relations, *PLACES), token)
    if org:
        dates = (
            [each for each in dates_of(context, dated) if each.relation not in {"by", "until", "before"}]
            if dated is not None
            else []
        )
        date = dates[0].edtf if dates else None
        yield Imposed(org, "trust_direction", token.sent.start_char, token.sent.end_char, date, issuer(context, token))


def _verbs(context: Context, sentence: Span) -> Iterator[Imposed]:
    """“The minister directed the council to set up a trust”, “decided that a company should run them”."""
    for token in sentence:
        if (
            token.pos_ == "VERB"
            and token.lemma_ in ORDERS
            and is_told(context, token)
            and ministers_act(context, token)
        ):
            end = token.right_edge.idx + len(token.right_edge)
            if speaks_of_trust(context, token.idx, end) and not _is_denied(token):
                yield from _telling(context, token, token, "dobj", "nsubjpass")


def _stripped(context: Context, sentence: Span) -> Iterator[Imposed]:
    """“The council was stripped of its children’s services”: only ministers can, by order."""
    for token in sentence:
        if token.lemma_ in STRIPS and is_told(context, token) and ministers_act(context, token):
            end = min(token.idx + 120, sentence.end_char)
            if OF_SERVICES.search(context.text, token.idx, end) and not _is_denied(token):
                yield from _telling(context, token, token, "dobj", "nsubjpass")


def _is_denied(token: Token) -> bool:
    """“told that a trust can't work”: what is said below the verb is no order."""
    return any(child.dep_ == "ccomp" and any(each.dep_ == "neg" for each in child.children) for child in token.children)


def _accepted(context: Context, sentence: Span) -> Iterator[Imposed]:
    """“The minister has accepted the recommendation”, of a trust in the sentences around."""
    for token in sentence:
        if token.lemma_ in {"accept", "endorse"} and is_told(context, token) and ministers_act(context, token):
            objects = [child for child in token.children if child.dep_ == "dobj" and child.lower_ in ACCEPTED]
            start = context.sentence(max(0, sentence.start_char - 2)).start_char
            end = context.sentence(min(len(context.text) - 1, sentence.end_char + 2)).end_char
            if objects and speaks_of_trust(context, start, end):
                yield from _telling(context, token, token)


def _given(context: Context, sentence: Span) -> Iterator[Imposed]:
    """“She gave the order on 7 July”, of a trust in the sentence before."""
    for token in sentence:
        verb = token.head
        if (
            token.lemma_ in GIVEN
            and token.dep_ in {"dobj", "nsubjpass"}
            and verb.lemma_ in {"give", "issue", "sign", "make"}
        ):
            start = context.sentence(max(0, sentence.start_char - 2)).start_char
            if (
                is_told(context, verb)
                and ministers_act(context, verb)
                and speaks_of_trust(context, start, sentence.end_char)
            ):
                yield from _telling(context, verb, verb)


def _by_order(context: Context, sentence: Span) -> Iterator[Imposed]:
    """“The company was created on ministers’ orders.”"""
    match, office = BY_ORDER.search(sentence.text), GOVERNMENT.search(sentence.text)
    about = speaks_of_trust(context, sentence.start_char, sentence.end_char) or MADE.search(sentence.text)
    if match and office and about and not re.search(r"\b(?:rather than|not|without)\b", sentence.text[: match.end()]):
        span = context.doc.char_span(
            sentence.start_char + match.start(), sentence.start_char + match.end(), alignment_mode="expand"
        )
        for each in _telling(context, span.root if span is not None else sentence.root, None):
            yield Imposed(each.org, each.kind, each.begin, each.finish, None, full(office.group()))


def _directs(context: Context, sentence: Span) -> Iterator[Imposed]:
    """The instrument's own words: “the Secretary of State directs the Council …”."""
    for token in sentence:
        if token.lemma_ == "direct" and token.tag_ in {"VBZ", "VBP"} and ministers_act(context, token):
            org = council(context, concerned(context, token, "dobj"), token)
            if org:
                yield Imposed(
                    org, "statutory_direction", sentence.start_char, sentence.end_char, None, issuer(context, token)
                )


def ministers_act(context: Context, token: Token) -> bool:
    """Whether the one who acts is a minister or department; a passive about a council has no other who could."""
    subject = next((child for child in token.children if child.dep_ in {"nsubj", "agent"}), None)
    if subject is None:
        return any(child.dep_ == "nsubjpass" for child in token.children) or (
            token.dep_ in {"conj", "xcomp", "acl"} and bool(GOVERNMENT.search(token.sent.text))
        )
    words = context.text[subject.left_edge.idx : subject.right_edge.idx + len(subject.right_edge)]
    if GOVERNMENT.search(words):
        return True
    person = context.person_of(subject)
    return person is not None and _is_minister(context, person.name)


def _is_minister(context: Context, name: str) -> bool:
    """Whether the document calls a person a minister where it names them."""
    near = (context.text[max(0, each.start - 50) : each.end + 60] for each in context.people if each.name == name)
    return any(re.search(r"\b(?:[Mm]inister|[Ss]ecretary(?: of [Ss]tate)?)\b", words) for words in near)
