"""Words that start or end a tenure whose post is told elsewhere: verbs, and nouns like "her departure in May"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from ingest.dates import DateMention
from ingest.extraction.context import Context
from ingest.extraction.periods import before, of_clause, split, stretch
from ingest.extraction.syntax import is_passive, is_told, objects, person_at, subject
from ingest.names import Mention

LEAVE = frozenset("leave resign retire quit depart exit vacate go relinquish".split())
DISMISS = frozenset("sack dismiss fire oust axe remove suspend".split())
LEAVE_DOWN = frozenset({"down", "aside"})
PHRASAL = frozenset(
    {("bow", "out"), ("give", "up"), ("hand", "over"), ("hand", "in"), ("move", "on"), ("bring", "out")}
)
GIVEN_UP = frozenset("post job role chair seat portfolio reins helm gavel notice papers resignation".split())
ARRIVE = frozenset(
    "start begin join arrive come become appoint promote recruit hire install instal name elect "
    "confirm take commence move assume".split()
)
TRANSITIVE = frozenset(
    "appoint promote recruit hire install instal name elect confirm draft parachute second deploy".split()
)
SENT_IN = frozenset("send bring draft parachute call vote swear put second deploy".split())
TAKEN = frozenset("charge reins helm post role job portfolio chair brief".split())
HELD = frozenset("hold lead run head be serve do chair stay remain last".split())
STAYS = frozenset("stay remain last".split())
SPELL = frozenset("term role contract tenure spell stint secondment reign time appointment commission".split())
ENDING = frozenset("end finish expire conclude cease".split())
GOING = frozenset("departure resignation retirement exit dismissal sacking removal death".split())
COMING = frozenset("arrival appointment promotion election".split())
INTERIM = re.compile(r"\b(?:interim|acting|temporary)\b")


@dataclass(frozen=True, slots=True)
class Event:
    """What a word tells of a person: that a tenure starts or ends, and when; `start` is what a duration before an end
    gives."""

    person: Mention
    is_end: bool
    date: str | None
    verb: Token
    interim: bool = False
    start: str | None = None


def comings(context: Context) -> Iterator[Event]:
    """Every coming and going that the document tells as fact."""
    for token in context.doc:
        told = _told_by_verb(context, token) if token.pos_ in {"VERB", "AUX"} else _told_by_noun(context, token)
        if told:
            yield told


def _told_by_verb(context: Context, verb: Token) -> Event | None:
    spell = _spell(context, verb)
    kind = "end" if spell else _kind(verb)
    if kind is None or not is_told(context, verb):
        return None
    who = spell or _whose(context, verb)
    if who is None:
        return None
    dates = of_clause(context, verb)
    if kind == "held":
        return _held(context, who, verb, dates)
    apart = {"until", "since", "before", "by"} if kind == "start" else {"since", "from"}
    date = next((each for each in dates if each.relation not in apart), None)
    if date is None and kind == "start":
        return None
    if kind == "start":
        return Event(who, False, split(date)[0] if date else None, verb)
    end = split(date)[1] if date else None
    words = context.text[verb.sent.start_char : verb.sent.end_char]
    return Event(who, True, end, verb, start=before(end, words))


def _whose(context: Context, verb: Token) -> Mention | None:
    if verb.lemma_ in TRANSITIVE and not is_passive(verb):
        return next((found for each in objects(verb) if (found := person_at(context, each))), None)
    return person_at(context, subject(verb))


def _held(context: Context, who: Mention, verb: Token, dates: list[DateMention]) -> Event | None:
    words = context.text[verb.sent.start_char : verb.sent.end_char]
    pair = stretch(context, dates)
    start = pair[0] if pair else next((split(each)[0] for each in dates if each.relation in {"since", "from"}), None)
    whole = next((split(each) for each in dates if each.relation == "between"), None)
    if whole and whole[0] != whole[1] and verb.lemma_ in STAYS:
        return Event(who, True, whole[1], verb, start=whole[0])
    until = next((split(each)[1] for each in dates if each.relation == "until"), None)
    if until and not start and verb.lemma_ != "be":
        return Event(who, True, until, verb, start=before(until, words))
    return Event(who, False, start, verb, bool(INTERIM.search(words))) if start else None


def _kind(verb: Token) -> str | None:
    particles = {child.lower_ for child in verb.children if child.dep_ in {"prt", "advmod", "prep"}}
    lemma = verb.lemma_
    taken = {each.lemma_ for each in objects(verb)}
    if lemma in {"step", "stand"}:
        return "end" if particles & LEAVE_DOWN else ("start" if "up" in particles and lemma == "step" else None)
    if any((lemma, each.lower_) in PHRASAL for each in verb.children if each.dep_ in {"prt", "advmod"}):
        return "end" if lemma in {"bow", "move"} or taken & GIVEN_UP else None
    if lemma in LEAVE or (lemma in DISMISS and is_passive(verb)) or (lemma == "lose" and taken & GIVEN_UP):
        return "end"
    if lemma in {"take", "get", "inherit", "land", "win"}:
        return "start" if taken & TAKEN or (lemma == "take" and particles & {"over", "up", "on"}) else None
    comes = lemma in ARRIVE or (lemma in SENT_IN and is_passive(verb) and particles & {"in", "as", "to"})
    return "start" if comes else "held" if lemma in HELD else None


def _spell(context: Context, verb: Token) -> Mention | None:
    """Whose "term ends", "last day was": the person who has what ends."""
    noun = next((each for each in verb.children if each.dep_ in {"nsubj", "nsubjpass"}), None)
    if noun is None:
        return None
    ends = noun.lemma_ in SPELL and (verb.lemma_ in ENDING or _comes_to_an_end(verb))
    last = (
        noun.lemma_ == "day" and verb.lemma_ == "be" and any(each.lower_ in {"last", "final"} for each in noun.children)
    )
    return _owner(context, noun) if ends or last else None


def _comes_to_an_end(verb: Token) -> bool:
    return verb.lemma_ in {"come", "draw", "bring"} and any(
        each.lemma_ in {"end", "close"} for child in verb.children if child.lower_ == "to" for each in child.children
    )


def _owner(context: Context, noun: Token) -> Mention | None:
    """The person whose noun it is: "Roe's term", "whose term", "the departure of Al Roe"."""
    for child in noun.children:
        if child.dep_ == "poss":
            if child.lower_ == "whose":
                clause = next((each for each in noun.ancestors if each.dep_ == "relcl"), None)
                return person_at(context, clause.head) if clause is not None else None
            return context.person_of(child)
        if child.dep_ == "prep" and child.lower_ == "of":
            return next((found for each in child.children if (found := person_at(context, each))), None)
    return None


def _told_by_noun(context: Context, noun: Token) -> Event | None:
    """ "His departure on 28 September", "the resignation of Al Roe in May": with a date of its own."""
    who = _owner(context, noun) if noun.lemma_ in GOING | COMING else None
    if who is None or noun.dep_ == "dobj" or not context.is_factual(noun):
        return None
    last = max((each.idx + len(each) for each in noun.subtree if each.dep_ != "punct"), default=noun.idx)
    date = next(iter(context.dates_in(noun.idx, min(last + 40, noun.sent.end_char))), None)
    if date is None or not re.fullmatch(
        r"[^,.;:]{0,60}?,? ?(?:in|on|at|last|this|the)? ?(?:the )?", context.text[noun.idx + len(noun) : date.start]
    ):
        return None
    if any(noun.idx < each.idx < date.start and each.pos_ in {"VERB", "AUX"} for each in noun.sent):
        return None
    words = context.text[noun.sent.start_char : noun.sent.end_char]
    is_end = noun.lemma_ in GOING
    value = split(date)[1 if is_end else 0]
    return Event(who, is_end, value, noun, start=before(value, words) if is_end else None)
