"""Claims of what ministers impose: directions, improvement notices, orders to set up a trust, appointments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from graph.model import DirectionKind
from ingest.dates import DateMention
from ingest.extraction.appointments import appointed
from ingest.extraction.attach import body_in, is_named
from ingest.extraction.context import Context
from ingest.extraction.deciding.concerns import Concerns
from ingest.extraction.deciding.eventdates import EventDates
from ingest.extraction.imposed import (
    ENDED,
    GOVERNMENT,
    PLACES,
    Imposed,
    concerned,
    council,
    in_row,
    is_told,
    issuer,
    joined,
    places,
    spread,
)
from ingest.extraction.imposeddates import with_dated
from ingest.extraction.orders import TRUST, ordered, speaks_of_trust
from ingest.extraction.periods import split
from ingest.extraction.when import dates_above, dates_of, verb_of
from ingest.names import Mention
from ingest.trained import Offer

NOTICE = re.compile(
    r"\b(?:improvement notices?|notices? (?:to improve|of improvement|requiring improvement)|"
    r"(?:minister|secretary of state|department|DfE|government)(?:[’']s)? notices?)\b",
    re.IGNORECASE,
)
DIRECTION = re.compile(
    r"\b(?:(?P<firm>(?:(?:statutory|legal|formal|government|ministerial|revised|further|fresh|second|DfE|"
    r"new) )+)|(?P<under>(?:under|subject to) (?:(?:a|the|an|its|ministerial) )?)|"
    r"(?P<loose>(?:the|this|a|an? original|its|their)(?: own)? |[’']s (?:own )?))directions?(?: notice)?\b(?! of "
    r"(?:travel|change|the (?:Secretary|Minister|Director)))"
    r"(?P<after> (?:of|dated|issued|given|made|sent|signed|under section|appointing|requiring|in \d|in [A-Z]))?|"
    r"\bdirections notice\b",
    re.IGNORECASE,
)
ISSUES = frozenset(
    "issue serve give impose send receive place make sign write hand appoint put slap name direct set get".split()
)
NOMINAL = frozenset("imposition issue issuing serving service making giving arrival receipt".split())
ENDING = frozenset("lift revoke withdraw replace supersede remove discharge end".split())
NEAR = 3
DONE = re.compile(r"\b(?:appoint|issu|serv|impos|direct(?:s|ed)\b|sen[dt]|plac|sign|named?|hand)\w*", re.IGNORECASE)
COUNCILS = frozenset({"council"})
INSTRUMENT = re.compile(r"\b(?:directions?|notices?|commissioners?|advis[eo]rs?|trust)\b", re.IGNORECASE)
GENERAL = re.compile(r"\b(?:normally|usually|typically|generally|often|always|in theory)\b")

DATED = re.compile(
    r"(?:(?:It|The (?:direction|notice|order|letter)|Both|They),? (?:was|is|were|are|had been) )?"
    r"(?:[Dd]ated|[Ss]igned|[Ii]ssued|[Ss]erved|[Gg]iven|[Mm]ade)(?: on| in)? (?:the )?"
)


def offers(context: Context, dates: EventDates) -> Iterator[Offer]:
    """Every direction, notice and appointment that the document tells of as made, each once."""
    told = imposed(context, dates)
    for each in joined(Concerns(context, told, COUNCILS).settle()):
        named = is_named(context, each.org, each.begin, each.finish)
        certainty = 0.55 + 0.25 * named + 0.1 * bool(each.date) + 0.05 * bool(each.person or each.issuer)
        claim = context.claim(each.statement(), each.begin, each.finish, certainty)
        at_date = dates.features("direction", each.kind, each.date)
        yield claim, {"owned": each.owned, "ahead": each.ahead, **at_date}


def imposed(context: Context, dates: EventDates) -> list[Imposed]:
    """What each sentence tells of instruments, of the councils that frames find."""
    told: list[Imposed] = []
    for sentence in context.sentences:
        told = _dated_after(context, told, sentence)
        framed = _continued(told, sentence, list(_in_sentence(context, sentence)))
        told += with_dated(context, dates, sentence, framed)
    return [replace(_in_timeline(context, each), at=_place(context, each)) for each in told]


def _in_timeline(context: Context, each: Imposed) -> Imposed:
    """What a timeline tells as done, without a date of its own, is of the date that heads its line."""
    above = dates_above(context, each.begin) if each.date is None else []
    is_done = above and DONE.search(context.text, each.begin, each.finish)
    return replace(each, date=split(above[0])[0]) if is_done else each


def _place(context: Context, each: Imposed) -> int:
    """Where the instrument itself is named in its quote."""
    match = INSTRUMENT.search(context.text, each.begin, each.finish)
    return match.start() if match else each.begin


def _continued(before: list[Imposed], sentence: Span, found: list[Imposed]) -> list[Imposed]:
    """“It required us to work with a commissioner”: on the day of the direction that the sentence before tells of."""
    last = before[-1] if before else None
    if last is None or not re.match(r"(?:It|This|That|The (?:direction|notice))\b", sentence.text):
        return found
    near = 0 <= sentence.start_char - last.finish <= NEAR
    follows = [near and each.date is None and each.org.key == last.org.key for each in found]
    return [replace(each, date=last.date) if goes_on else each for each, goes_on in zip(found, follows, strict=True)]


def _dated_after(context: Context, before: list[Imposed], sentence: Span) -> list[Imposed]:
    """“It was dated 17 October 2016”: the day of what the sentence before tells of without one."""
    opening = DATED.match(sentence.text)
    if not opening or not before or before[-1].date or not 0 <= sentence.start_char - before[-1].finish <= NEAR:
        return before
    at = sentence.start_char + opening.end()
    date = next((each for each in context.dates_in(at, sentence.end_char) if each.start == at), None)
    if date is None:
        return before
    last = before[-1].finish
    return [
        replace(each, date=date.edtf, finish=date.end) if each.finish == last and not each.date else each
        for each in before
    ]


def _in_sentence(context: Context, sentence: Span) -> Iterator[Imposed]:
    instruments = [*_instruments(context, sentence, NOTICE, "improvement_notice"), *_directions(context, sentence)]
    date = next((each.date for each in instruments if each.date), None)
    yield from instruments
    for each in (*appointed(context, sentence), *ordered(context, sentence)):
        yield replace(each, date=each.date or date)


# Instruments


def _directions(context: Context, sentence: Span) -> Iterator[Imposed]:
    words = sentence.text
    for each in _instruments(context, sentence, DIRECTION, "statutory_direction"):
        after = sentence.start_char + (re.search(r"\bdirections?\b", words, re.IGNORECASE) or re.match("", words)).end()  # type: ignore[union-attr]
        following = context.text[sentence.end_char : sentence.end_char + 160]
        for_trust = speaks_of_trust(context, after, sentence.end_char) or (
            re.match(r"\s*(?:It|This) (?:requires|required|told|tells|directs)\b", following)
            and TRUST.search(following)
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
        re.search(
            r"\b(?:lifted|revoked|issued|accepted|in force|signed|served|imposed|withdrawn|replaced|remains?)\b",
            sentence,
        )
    )


def _instruments(context: Context, sentence: Span, pattern: re.Pattern[str], kind: DirectionKind) -> Iterator[Imposed]:
    for match in pattern.finditer(context.text, sentence.start_char, sentence.end_char):
        token = _head(context, match)
        if token is None or not _is_of_government(context, match) or not _is_asserted(context, token):
            continue
        given = issuer(context, verb_of(token))
        for org, date in _each(context, token):
            yield Imposed(org, kind, sentence.start_char, sentence.end_char, date, given)


def _is_asserted(context: Context, token: Token) -> bool:
    """Whether there is or was such an instrument: what is to be lifted is in force."""
    if GENERAL.search(token.sent.text):
        return False
    verb = verb_of(token)
    if token.dep_ == "pobj" and token.head.lower_ == "under":
        whose = token.head.head
        in_general = whose.tag_ == "NNS" and whose.lemma_ in {"council", "authority"}
        return not in_general and not any(child.dep_ == "neg" or child.lower_ == "never" for child in verb.children)
    is_over = verb.lemma_ in ENDING and token.dep_ in {"dobj", "nsubjpass", "nsubj"}
    return is_told(context, token) or (is_over and not any(child.lower_ == "no" for child in token.children))


def _each(context: Context, token: Token) -> Iterator[tuple[Mention, str | None]]:
    """Each council with the date of its instrument: one for most, one each where several are named together."""
    several = spread(context, token)
    if several:
        yield from several
        return
    org = _addressee(context, token)
    dates = [each for each in dates_of(context, token) if not _is_end(context, token, each)] or _by_verb(context, token)
    if org is None:
        return
    if token.tag_ == "NNS" and not dates and not is_named(context, org, token.sent.start_char, token.sent.end_char):
        return
    several_dates = in_row(context, dates) if token.tag_ == "NNS" and dates else dates[:1]
    if not several_dates:
        yield org, None
    for each in several_dates:
        yield org, each.edtf


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
    return concerned(context, verb, "dative", "nsubjpass", *PLACES, "dobj", "nsubj")


def _is_end(context: Context, token: Token, date: DateMention) -> bool:
    """Whether a date tells when the instrument was lifted or replaced, not when it was issued."""
    verb = verb_of(token)
    before = context.text[max(token.sent.start_char, date.start - 40) : date.start]
    ended = ENDED.search(before)
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
    """The date of the verb or noun that issues ("the imposition of a direction"), of “since” for what is in force."""
    verb = verb_of(token)
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_.lower() in NOMINAL:
        return [each for each in dates_of(context, token.head.head) if not _is_end(context, token, each)]
    if verb.lemma_ in ISSUES or re.search(r"\b(?:in force|under|subject to)\b", token.sent.text):
        return [each for each in dates_of(context, verb) if not _is_end(context, token, each)]
    return []
