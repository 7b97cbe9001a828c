"""Claims of what ministers impose: directions, improvement notices, orders to set up a trust, appointments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from graph.model import Claim, DirectionKind
from ingest.dates import DateMention
from ingest.extraction.appointments import appointed
from ingest.extraction.attach import affected, body_in, is_named
from ingest.extraction.context import Context
from ingest.extraction.imposed import GOVERNMENT, PLACES, Imposed, council, full, is_told, issuer, joined, places
from ingest.extraction.when import dates_of, verb_of
from ingest.names import Mention

NOTICE = re.compile(
    r"\b(?:improvement notices?|notices? (?:to improve|of improvement|requiring improvement))\b", re.IGNORECASE
)
DIRECTION = re.compile(
    r"\b(?:(?P<firm>(?:(?:statutory|legal|formal|government|ministerial|revised|further|fresh|second|DfE|"
    r"new) )+)|(?P<under>under )|"
    r"(?P<loose>the |this |a |an? original ))directions?(?: notice)?\b(?! of (?:travel|change|the (?:Secretary|"
    r"Minister|Director)))"
    r"(?P<after> (?:of|dated|issued|given|made|sent|under section|appointing|requiring|in \d|in [A-Z]))?|"
    r"\bdirections notice\b",
    re.IGNORECASE,
)
ISSUES = frozenset(
    "issue serve give impose send receive place make sign write hand appoint put slap name direct set get".split()
)
ORDERS = frozenset("direct order instruct tell decide require force compel".split())
TRUST = re.compile(
    r"\b(?:trust|company|arm[’']s[- ]length|alternative (?:delivery|provider)|independent (?:body|organisation)|"
    r"(?:transfer|hand(?:ed)? over|move|remove)\b[^.]{0,40}\bservices)\b",
    re.IGNORECASE,
)


def claims(context: Context) -> Iterable[Claim]:
    """Every direction, notice and appointment that the document tells of as made, each once."""
    told = [each for sentence in context.sentences for each in _in_sentence(context, sentence)]
    for each in joined(told):
        named = is_named(context, each.org, each.begin, each.finish)
        certainty = 0.55 + 0.25 * named + 0.1 * bool(each.date) + 0.05 * bool(each.person or each.issuer)
        yield context.claim(each.statement(), each.begin, each.finish, certainty)


def _in_sentence(context: Context, sentence: Span) -> Iterator[Imposed]:
    instruments = [*_instruments(context, sentence, NOTICE, "improvement_notice"), *_directions(context, sentence)]
    date = next((each.date for each in instruments if each.date), None)
    yield from instruments
    for each in (*appointed(context, sentence), *_orders(context, sentence)):
        yield replace(each, date=each.date or date)


# Instruments


def _directions(context: Context, sentence: Span) -> Iterator[Imposed]:
    words = sentence.text
    for each in _instruments(context, sentence, DIRECTION, "statutory_direction"):
        after = re.split(r"\bdirections?\b", words, maxsplit=1, flags=re.IGNORECASE)[-1]
        following = context.text[sentence.end_char : sentence.end_char + 160]
        for_trust = TRUST.search(after) or (
            re.match(r"\s*(?:It|This) (?:requires|told|tells|directs)\b", following) and TRUST.search(following)
        )
        by_order = re.search(r"(?:set up|established|formed|created)\b[^.;]*\bdirection\b", words)
        if for_trust or by_order:
            yield replace(each, kind="trust_direction")
        if each.date or not (for_trust or by_order):
            yield each


def _is_of_government(context: Context, match: re.Match[str]) -> bool:
    """Whether "the direction" is an instrument: named so, dated or issued, or told of with those who give it."""
    groups = match.groupdict()
    if "loose" not in groups or not groups["loose"] or groups["after"]:
        return True
    sentence = context.sentence(match.start()).text
    return bool(GOVERNMENT.search(sentence)) or bool(
        re.search(r"\b(?:lifted|revoked|issued|accepted|in force)\b", sentence)
    )


def _instruments(context: Context, sentence: Span, pattern: re.Pattern[str], kind: DirectionKind) -> Iterator[Imposed]:
    for match in pattern.finditer(context.text, sentence.start_char, sentence.end_char):
        token = _head(context, match)
        if token is None or not _is_of_government(context, match) or not is_told(context, token):
            continue
        org = _addressee(context, token)
        if org is None:
            continue
        dates = [each for each in dates_of(context, token) if not _is_end(context, token, each)] or _by_verb(
            context, token
        )
        plural = token.tag_ == "NNS"
        for date in [each.edtf for each in dates] if plural and dates else [dates[0].edtf if dates else None]:
            yield Imposed(org, kind, sentence.start_char, sentence.end_char, date, issuer(context, verb_of(token)))


def _head(context: Context, match: re.Match[str]) -> Token | None:
    span = context.doc.char_span(match.start(), match.end(), alignment_mode="expand")
    if span is None:
        return None
    nouns = [each for each in span if each.lower_.startswith(("direction", "notice"))]
    return nouns[-1] if nouns else None


def _addressee(context: Context, token: Token) -> Mention | None:
    return council(context, _addressed(context, token), token)


def _addressed(context: Context, token: Token) -> Mention | None:
    for child in token.children:
        if child.dep_ == "poss" or (child.dep_ == "prep" and child.lower_ in {"to", "for", "on", "against"}):
            found = body_in(context, child)
            if found:
                return found
    verb = verb_of(token)
    participle = next((child for child in token.children if child.dep_ in {"acl", "relcl"}), None)
    if participle is not None:
        found = next((body for place in places(participle) if (body := body_in(context, place))), None)
        if found:
            return found
    return affected(context, verb, "dative", "nsubjpass", *PLACES, "dobj", "nsubj")


def _is_end(context: Context, token: Token, date: DateMention) -> bool:
    """Whether a date tells when the instrument was lifted or replaced, not when it was issued."""
    verb = verb_of(token)
    before = context.text[max(token.sent.start_char, date.start - 40) : date.start]
    ended = re.search(
        r"\b(?:lifted|revoked|withdrawn|replaced|ended|until|remained|removed|superseded|out of|out from under)\b"
        r"(?![^,;]*\b(?:imposed|issued|given|served|made|sent|since)\b)[^,;]*$",
        before,
    )
    return (
        date.relation in {"by", "until", "before"}
        or bool(ended)
        or (
            verb.lemma_ in {"lift", "revoke", "withdraw", "replace", "supersede"}
            and date.relation not in {"since", "from"}
            and date.start > verb.idx
        )
    )


def _by_verb(context: Context, token: Token) -> list[DateMention]:
    """The date of the verb that issues, of “since” for what is in force."""
    verb = verb_of(token)
    if verb.lemma_ in ISSUES or re.search(r"\b(?:in force|under|subject to)\b", token.sent.text):
        return [each for each in dates_of(context, verb) if not _is_end(context, token, each)]
    return []


# Orders


def _orders(context: Context, sentence: Span) -> Iterator[Imposed]:
    """“The minister directed the council to set up a trust”, “set up on the order of the government”."""
    words = sentence.text
    if not TRUST.search(words):
        yield from _directs(context, sentence)
        return
    for token in sentence:
        if (
            token.pos_ == "VERB"
            and token.lemma_ in ORDERS
            and is_told(context, token)
            and _ministers_act(context, token)
        ):
            subtree = " ".join(each.text for each in token.subtree)
            if TRUST.search(subtree):
                dates = dates_of(context, token)
                org = council(context, affected(context, token, "dobj", "nsubjpass", "ccomp", *PLACES), token)
                if org:
                    yield Imposed(
                        org,
                        "trust_direction",
                        sentence.start_char,
                        sentence.end_char,
                        dates[0].edtf if dates else None,
                        issuer(context, token),
                    )
                    return
    match = re.search(
        r"\b(?:at|on|under|by|following) (?:the|a) (?:formal )?(?:direction|order|"
        r"instruction)s?\b[^,.;]{0,12}\b(?:of|from|with|by)\b",
        words,
    )
    if match and GOVERNMENT.search(words):
        org = council(context, context.org_at(sentence.start_char + match.start()), sentence.root)
        office = GOVERNMENT.search(words)
        if org:
            yield Imposed(
                org,
                "trust_direction",
                sentence.start_char,
                sentence.end_char,
                None,
                full(office.group()) if office else None,
            )


def _directs(context: Context, sentence: Span) -> Iterator[Imposed]:
    """The instrument's own words: “the Secretary of State directs the Council …”."""
    for token in sentence:
        if token.lemma_ == "direct" and token.tag_ in {"VBZ", "VBP"} and _ministers_act(context, token):
            org = council(context, affected(context, token, "dobj"), token)
            if org:
                yield Imposed(
                    org, "statutory_direction", sentence.start_char, sentence.end_char, None, issuer(context, token)
                )


def _ministers_act(context: Context, token: Token) -> bool:
    subject = next((child for child in token.children if child.dep_ in {"nsubj", "agent"}), None)
    if subject is None:
        return token.dep_ in {"conj", "xcomp"} or any(child.dep_ == "nsubjpass" for child in token.children)
    words = context.text[subject.left_edge.idx : subject.right_edge.idx + len(subject.right_edge)]
    return bool(GOVERNMENT.search(words)) or context.person_of(subject) is not None
