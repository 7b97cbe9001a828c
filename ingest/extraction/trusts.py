"""Claims of trusts and council companies: planned, established, operating, ended, and the councils they serve."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from graph.model import TrustStatement, TrustStatus
from ingest.dates import DateMention
from ingest.extraction.context import Context
from ingest.extraction.sightings import finer
from ingest.extraction.trustframes import RUN, named_status
from ingest.extraction.trustframes import status as said_of
from ingest.extraction.when import dates_of
from ingest.names import Mention
from ingest.trained import Offer
from ingest.trustnames import place_of

GENERIC = re.compile(
    r"\b(?:(?:independent|new|children[’']s|charitable|similar|council-owned|arm[’']s[- ]length|not-for-profit|"
    r"voluntary|local|services|a|the|one) )+"
    r"(?:trusts?(?: model)?|company|body|organisation|delivery model)\b|\binto a Trust\b",
    re.IGNORECASE,
)
FOR = re.compile(r"\b(?:on behalf of|for|in|owned by|run by|by|serv(?:es|ing|ed))\s+(?:the )?$", re.IGNORECASE)
REACH = 3
OWNED = re.compile(r"[’']s? (?:[\w’'-]+ ){0,3}(?:company|trust|provider)\b")
Meant = tuple[str | None, str | None]  # a trust's name and key
RANK: dict[TrustStatus, int] = {"established": 0, "ended": 1, "planned": 2, "operating": 3}


@dataclass(frozen=True, slots=True)
class Telling:
    """One place that tells of one trust; `key` is alike for tellings of one trust."""

    key: str
    name: str | None
    councils: tuple[str, ...]
    status: TrustStatus
    date: str | None
    begin: int
    finish: int


def offers(context: Context) -> Iterator[Offer]:
    """Every trust that the document tells of, once for each event."""
    told = [each for sentence in context.sentences for each in _in_sentence(context, sentence)]
    for each in _joined(told):
        statement = TrustStatement(name=each.name, councils=each.councils, status=each.status, date=each.date)
        certainty = 0.5 + 0.25 * bool(each.date) + 0.1 * bool(each.name)
        yield context.claim(statement, each.begin, each.finish, certainty), {}


def _joined(told: list[Telling]) -> list[Telling]:
    """One telling for each trust and event; one that is established need not be said to operate or be planned."""
    facts: dict[tuple[str, TrustStatus], Telling] = {}
    for each in told:
        known = facts.get((each.key, each.status))
        facts[each.key, each.status] = (
            replace(
                known,
                date=finer(known.date, each.date) if known.date != each.date else known.date,
                councils=known.councils or each.councils,
            )
            if known
            else each
        )
    kept = sorted(facts.values(), key=lambda each: (RANK[each.status], each.begin))
    begun = {each.key for each in kept if each.status in {"established", "ended"}}
    planned = {each.key for each in kept if each.status == "planned"}
    named = {council for each in kept if each.name for council in each.councils}
    return [
        each
        for each in kept
        if not (each.status in {"operating", "planned"} and each.key in begun)
        and not (each.status == "operating" and each.key in planned)
        and not (each.name is None and named & set(each.councils))
    ]


def _in_sentence(context: Context, sentence: Span) -> Iterator[Telling]:
    for token in sentence:
        if token.pos_ in {"VERB", "AUX"}:
            found = _of_verb(context, token)
            yield from (found,) if found else ()
            yield from _superseded(context, token)
        elif token.pos_ == "NOUN" and (noun := _of_noun(context, token)):
            yield noun


def _superseded(context: Context, verb: Token) -> Iterator[Telling]:
    """“took over from the old trust”, “replaces the trust”: the other's end."""
    over = any(child.lower_ == "over" for child in verb.children)
    places = [
        place for child in verb.children if child.dep_ == "prep" and child.lower_ == "from" for place in child.children
    ]
    gone = (
        places
        if verb.lemma_ == "take" and over
        else [child for child in verb.children if child.dep_ == "dobj" and verb.lemma_ in {"replace", "succeed"}]
    )
    for place in gone:
        found = context.mention(place) or (_spoken_of(context, place) if place.lower_ == "it" else None)
        if found and found.kind == "trust" and context.is_factual(verb):
            dates = dates_of(context, verb)
            sentence = verb.sent
            yield Telling(
                found.key,
                found.name,
                _served(context, verb, found.name),
                "ended",
                dates[0].edtf if dates else None,
                sentence.start_char,
                sentence.end_char,
            )


def _of_verb(context: Context, verb: Token) -> Telling | None:
    found = said_of(verb)
    trust = _meant(context, verb, *found) if found else None
    if found is None or trust is None or not _is_told(context, verb, found[0]):
        return None
    dates = _moments(context, verb)
    status = _settled(context, verb, found[0], dates)
    return _telling(context, verb, trust, status, dates[0].edtf if dates else None)


def _of_noun(context: Context, noun: Token) -> Telling | None:
    """ "The launch of the trust in May", "its closure on 1 April": told only where its date is."""
    found = named_status(noun)
    dates = _moments(context, noun) if found else []
    trust = _trust(context, found[1]) if found and dates and context.is_factual(noun) else None
    if found is None or trust is None:
        return None
    is_planned = found[0] == "established" and _is_to_come(context, dates[0].edtf)
    return _telling(context, noun, trust, "planned" if is_planned else found[0], dates[0].edtf)


def _moments(context: Context, token: Token) -> list[DateMention]:
    """The dates that tell when what the word says was, not by when."""
    return [each for each in dates_of(context, token) if each.relation not in {"until", "before", "by"}]


def _telling(context: Context, token: Token, trust: Meant, status: TrustStatus, date: str | None) -> Telling | None:
    """What a word tells of a trust; nothing of one without a name or council, or that only operates, unnamed."""
    name, key = trust
    councils = _served(context, token, name)
    is_operating = status == "operating"
    if name is None and (not councils or (is_operating and not date)):
        return None
    key = key or f"of {' '.join(councils)}"
    begin, finish = token.sent.start_char, token.sent.end_char
    return Telling(key, name, councils, status, None if is_operating else date, begin, finish)


def _is_told(context: Context, verb: Token, status: TrustStatus) -> bool:
    """Whether the clause is told as fact; of a plan, that it is not denied."""
    return not any(child.dep_ == "neg" for child in verb.children) if status == "planned" else context.is_factual(verb)


def _meant(context: Context, verb: Token, status: TrustStatus, word: Token) -> Meant | None:
    """The trust that the word is, or whose services it tells to be given back."""
    trust = _trust(context, word)
    if trust is None and status == "ended" and RUN.search(word.text):
        gone = _spoken_of(context, verb) if _tells_of_trust(context, verb) else None
        return (gone.name, gone.key) if gone else None
    return trust


def _settled(context: Context, verb: Token, status: TrustStatus, dates: list[DateMention]) -> TrustStatus:
    """The status in the light of the dates: a trust that has run services since May was established then."""
    if status == "operating" and dates and dates[0].relation in {"since", "from", "at"}:
        status = "established"
    if status == "established" and _is_ahead(context, verb, dates[0].edtf if dates else None):
        return "planned"
    return "operating" if status == "established" and not dates else status


def _tells_of_trust(context: Context, verb: Token) -> bool:
    """Whether the sentence of a verb or the one before it speaks of a trust."""
    start, end = context.sentence(max(0, verb.sent.start_char - 2)).start_char, verb.sent.end_char
    named = any(each.kind == "trust" for each in context.orgs_in(start, end))
    return named or bool(re.search(r"\b(?:trust|company)\b", context.text[start:end], re.IGNORECASE))


def _is_ahead(context: Context, verb: Token, date: str | None) -> bool:
    return _is_to_come(context, date) and verb.tag_ != "VBD"


def _is_to_come(context: Context, date: str | None) -> bool:
    published = context.document.published
    return bool(published and date and date[: len(published)] > published[: len(date)])


def _trust(context: Context, token: Token) -> Meant | None:
    """The name and key of the trust that a word names or refers to; (None, None) for one without a name."""
    by_it = [child for child in token.children if child.dep_ in {"appos", "compound"}]
    beside = (context.mention(each) for each in [*by_it, *([token.head] if token.dep_ == "appos" else [])])
    found = context.mention(token) or next((each for each in beside if each), None)
    if found:
        return (found.name, found.key) if found.kind == "trust" else None
    phrase = context.text[token.left_edge.idx : token.idx + len(token)]
    if re.search(r"\b(?:NHS|hospital|foundation|school|academy|multi-academy)\b", phrase, re.IGNORECASE):
        return None
    is_generic = token.lower_ in {"trust", "company", "body"} and (GENERIC.search(phrase) or token.lower_ == "trust")
    definite = is_generic and re.match(r"(?:the|this|our|its|that|old)\b", phrase, re.IGNORECASE)
    if token.lower_ in {"it", "which", "that"} or definite:
        near = _spoken_of(context, token)
        unnamed = (None, None) if is_generic and token.lower_ == "trust" else None
        return (near.name, near.key) if near else unnamed
    return _called(context, token) if is_generic else None


def _called(context: Context, token: Token) -> Meant:
    """The name after “a company called …”."""
    named = next((each for each in context.orgs_in(token.idx, token.idx + 80) if each.kind == "trust"), None)
    if named is None:
        return None, None
    between = context.text[token.idx : named.start]
    is_name = re.fullmatch(r"\w+(?: to be)?(?: called|,| known as|:)?\s*", between)
    return (named.name, named.key) if is_name else (None, None)


def _spoken_of(context: Context, token: Token) -> Mention | None:
    """The trust that “it” (named shortly before, or as what it will be called) or “the trust” means."""
    before = [each for each in context.orgs if each.kind == "trust" and each.start < token.idx]
    if token.lower_ in {"it", "which", "that"}:
        index = context.sentences.index(context.sentence(token.idx))
        start = context.sentences[max(0, index - REACH)].start_char
        others = [each for each in before if each.start >= start]
        after = (each for each in context.orgs_in(token.idx, token.sent.end_char) if each.kind == "trust")
        called = (
            each for each in after if re.search(r"\b(?:called|named|known as) $", context.text[: each.start][-12:])
        )
        found = others[-1] if others else next(called, None)
        told = re.search(r"\b(?:[Tt]rust|company)\b", context.text[start : token.idx])
        return found or ((before[-1] if before else context.focus.trust) if told else None)
    same = [each for each in before if (token.lower_ == "trust") == ("Trust" in each.name)]
    return (same or before)[-1] if before else context.focus.trust


def _served(context: Context, verb: Token, name: str | None) -> tuple[str, ...]:
    """The councils that the sentence says are served, else those of the trust's name, else the one spoken of."""
    sentence = verb.sent
    here = [each for each in context.orgs_in(sentence.start_char, sentence.end_char) if each.kind == "council"]
    whose = [each for each in here if OWNED.match(context.text, each.end)]
    if whose:
        return (whose[0].name,)
    after = [each for each in here if FOR.search(context.text[max(0, each.start - 20) : each.start])]
    if after:
        first = here.index(after[0])
        found = [after[0]]
        for each in here[first + 1 :]:
            if re.fullmatch(r"(?:,| and|, and)\s+(?:the )?", context.text[found[-1].end : each.start]):
                found.append(each)
        return tuple(dict.fromkeys(each.name for each in found))
    place = place_of(name or "")
    bearing = [each.name for each in context.orgs if each.kind == "council" and place and place in each.name]
    if place:
        return (bearing[0] if bearing else place,)
    spoken = context.org_at(verb.idx)
    return (spoken.name,) if spoken and spoken.kind == "council" else ()
