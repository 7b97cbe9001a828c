"""Whom an event happened to: the council or trust among the words of its clause, or the one they refer to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from ingest.extraction.antecedents import SERVED, kinds_of, meant, own
from ingest.extraction.context import Context
from ingest.extraction.when import verb_of
from ingest.names import Mention


def is_named(context: Context, body: Mention, start: int, end: int) -> bool:
    """Whether the words between two offsets name the body, or the document has no other: so it is no guess."""
    if any(each.key == body.key for each in context.orgs_in(start, end)):
        return True
    return all(each.key == body.key for each in context.orgs if each.kind in SERVED)


def served(context: Context, token: Token) -> Mention | None:
    """The council or trust that a word names or refers to."""
    if context.mention(token) is None and any(child.lower_ in {"a", "an"} for child in token.children):
        return None
    if token.lower_ in {"we", "us", "our"}:
        return own(context)
    named = context.mention(token)
    found = named or (context.org_of(token) and meant(context, token, kinds_of(token)))
    return found if found and found.kind in SERVED else None


def body_in(context: Context, token: Token) -> Mention | None:
    """The council or trust in the noun phrase of a word: named before referred to, outer before inner."""
    words = [each for each in token.subtree if each.pos_ != "VERB" or each == token]
    named = [found for each in words if (found := context.mention(each)) and found.kind in SERVED]
    if named:
        return named[0]
    if any(each.lower_ == "former" for each in token.children):
        return None
    return next((found for each in words if (found := served(context, each))), None)


def arguments(token: Token, *relations: str) -> Iterator[Token]:
    """The children of a verb in given relations, and the objects of its prepositions where one is named ("prep:to")."""
    for child in token.children:
        if child.dep_ in relations:
            yield child
        elif child.dep_ in {"prep", "agent"} and f"prep:{child.lower_}" in relations:
            yield from (each for each in child.children if each.dep_ == "pobj")


def affected(context: Context, trigger: Token, *relations: str) -> Mention | None:
    """The council or trust that an event happened to: an argument, an antecedent, else what the place speaks of."""
    return told(context, trigger, *relations) or meant(context, trigger)


def told(context: Context, trigger: Token, *relations: str) -> Mention | None:
    """The council or trust that the sentence itself says an event happened to."""
    if trigger.tag_ in {"VBN", "VBD"} and (beside := _beside(context, trigger)):
        return beside
    for argument in arguments(trigger, *relations):
        found = body_in(context, argument)
        if found:
            return found
    return _where(context, trigger) or _antecedent(context, trigger)


def _where(context: Context, trigger: Token) -> Mention | None:
    """“Leeds, one of the largest councils, where services went …”: the place before “where”."""
    where = next((child for child in verb_of(trigger).children if child.lower_ == "where"), None)
    if where is None:
        return None
    before = [each for each in context.orgs_in(trigger.sent.start_char, where.idx) if each.kind in SERVED]
    return before[-1] if before else None


def _beside(context: Context, trigger: Token) -> Mention | None:
    """“Leeds, rated outstanding in 2018”: the body whose name the participle follows."""
    near = [each for each in context.orgs_in(trigger.sent.start_char, trigger.idx) if each.kind in SERVED]
    if near and trigger.tag_ == "VBD" and not context.text.startswith(",", near[-1].end):
        return None
    if near and re.fullmatch(
        r",? (?:which was |then |already |recently |which )?", context.text[near[-1].end : trigger.idx]
    ):
        return near[-1]
    return None


def _antecedent(context: Context, trigger: Token) -> Mention | None:
    """Of a relative or participial clause its noun, of a conjoined or adverbial clause the subject it shares."""
    verb = verb_of(trigger)
    for _ in range(4):
        if verb.dep_ in {"relcl", "acl", "appos"}:
            return served(context, verb.head) or body_in_simple(context, verb.head)
        own = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
        found = next((body for each in own if (body := body_in_simple(context, each))), None)
        if found or verb.head == verb:
            return found
        verb = verb_of(verb.head)
    return None


def body_in_simple(context: Context, token: Token) -> Mention | None:
    """The council or trust that a noun is, or whose it is ("Kent's services", "services in Kent")."""
    found = served(context, token)
    if found:
        return found
    for child in token.children:
        if child.dep_ in {"poss", "compound", "amod", "nmod"}:
            found = served(context, child)
        elif child.dep_ == "prep" and child.lower_ in {"in", "at", "of", "for", "to"}:
            found = next((body for each in child.children if (body := body_in_simple(context, each))), None)
        if found:
            return found
    return None


NEXT_NAME = re.compile(r"(?: [Cc]ouncil)?(?:,| and| &|, and| as well as|, along with)(?: both| the)? ")


def alongside(context: Context, body: Mention, sentence: Span) -> list[Mention]:
    """The body and those named in one row with it in a sentence: “Leeds, Hull and York”."""
    named = [each for each in context.orgs_in(sentence.start_char, sentence.end_char) if each.kind in SERVED]
    if body not in named:
        return [body]
    first = last = named.index(body)
    while first and NEXT_NAME.fullmatch(context.text[named[first - 1].end : named[first].start]):
        first -= 1
    while last + 1 < len(named) and NEXT_NAME.fullmatch(context.text[named[last].end : named[last + 1].start]):
        last += 1
    return named[first : last + 1]
