"""People who come, stay or go without any post of their own: they hold the one that the passage speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from ingest.extraction.context import Context
from ingest.extraction.drafts import Draft
from ingest.extraction.link import APPOINT
from ingest.extraction.seats import EXECUTIVE, INTERIM, focus_post, place_in
from ingest.extraction.syntax import is_passive, is_told, objects, person_at, subject
from ingest.extraction.telling import Telling, draft_of
from ingest.names import Mention

COMING = frozenset("come arrive start begin join return step".split())
STAYING = frozenset("last stay serve remain".split())
GOING = frozenset("leave retire resign quit depart go die exit".split())
CHOOSING = APPOINT | frozenset("line opt plump settle".split())
EVENTS = {
    **dict.fromkeys("departure resignation retirement exit death dismissal sacking suspension reign".split(), "end"),
    **dict.fromkeys("arrival appointment promotion".split(), "start"),
}
STANDINS = frozenset("interim interims caretaker stand-in stopgap locum".split())
SPEAKS_OF_POST = re.compile(
    r"\b(?:directors?|DCS|chief executives?|interims?|successors?|predecessors?|replacements?|vacanc\w+|leadership|"
    r"in charge|top job|at the top|turnover|cabinet members?|commissioners?|chairs?|leaders?)\b",
    re.IGNORECASE,
)
CLEFT = re.compile(r"\b(?:[Ii]t|[Tt]his|[Tt]hat) ")
REACH = 300


def newcomers(context: Context, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Tenures of people told in no post, and of stand-ins, at the post spoken of last."""
    for sentence in context.sentences:
        placed = {each.person.key for each in drafts if each.at < sentence.end_char}
        for token in sentence:
            for person, kind, interim in _appearing(context, token, placed):
                own = [each for each in drafts if each.person.key == person.key and each.role in EXECUTIVE]
                is_noun = token.lemma_.lower() in STANDINS
                model = own[0] if own and is_noun else _spoken_of(context, token, person, drafts)
                if model:
                    told = Telling(person, model.role, place_in(context, token) or model.org, kind, interim, 0.55)
                    yield draft_of(context, token, told)


def _appearing(context: Context, token: Token, placed: set[str]) -> Iterator[tuple[Mention, str, bool]]:
    if token.lemma_.lower() in STANDINS and not any(child.dep_ == "poss" for child in token.children):
        person = _named_by(context, token)
        if person:
            yield person, "held", True
        return
    if token.lemma_ in EVENTS and token.pos_ == "NOUN":
        found = [(_undergoing(context, token), EVENTS[token.lemma_])]
    elif token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"} and is_told(context, token):
        found = [_moving(context, token)]
    else:
        return
    words = context.text[token.sent.start_char : token.sent.end_char]
    for person, kind in found:
        if person and person.key not in placed:
            yield person, kind, bool(INTERIM.search(words))


def _moving(context: Context, verb: Token) -> tuple[Mention | None, str]:
    """Who comes, stays or goes by a verb: "then came X", "X lasted until May", "it was X from December"."""
    lemma = verb.lemma_
    if lemma in CHOOSING:
        who = [subject(verb)] if is_passive(verb) else [*objects(verb), *_for(verb)]
        return next((found for each in who if (found := person_at(context, each))), None), "start"
    if lemma == "be":
        if not CLEFT.match(context.text, verb.left_edge.idx):
            return None, ""
        named = [each for each in verb.children if each.dep_ == "attr" and each.i > verb.i]
        return next((found for each in named if (found := context.person_of(each))), None), "held"
    kind = "start" if lemma in COMING else "held" if lemma in STAYING else "end" if lemma in GOING else ""
    return (person_at(context, subject(verb)), kind) if kind else (None, "")


def _for(verb: Token) -> Iterator[Token]:
    yield from (each for child in verb.children if child.lower_ in {"for", "on"} for each in child.children)


def _undergoing(context: Context, event: Token) -> Mention | None:
    """Whose departure it is: the owner, or the name after "of"."""
    words = [child for child in event.children if child.dep_ == "poss"]
    words += [each for child in event.children if child.lower_ == "of" for each in child.children]
    return next((found for each in words if (found := person_at(context, each))), None)


def _named_by(context: Context, noun: Token) -> Mention | None:
    """Who an indefinite "interim" is: "an interim, X", "X agreed to be interim"."""
    follows = re.match(
        r"\w+(?: [\w’' ]{2,40})?(?:,|:| was| is| called| named) (?:[A-Z]\w+ )?", context.text[noun.idx :]
    )
    at = noun.idx + follows.end() if follows else -1
    named = next((each for each in context.people if each.start == at), None)
    head = noun.head
    if named or noun.dep_ not in {"attr", "acomp", "pobj", "oprd"}:
        return named
    verb = head if head.pos_ in {"VERB", "AUX"} else head.head if head.lower_ == "as" else None
    return person_at(context, subject(verb)) if verb is not None and is_told(context, verb) else None


def _spoken_of(context: Context, token: Token, person: Mention, drafts: Sequence[Draft]) -> Draft | None:
    """The post that a person without one comes to or leaves, where the passage speaks of a post."""
    before = context.text[max(0, token.sent.start_char - REACH) : token.sent.end_char]
    model = focus_post(context, drafts, token, person)
    if model is None or not SPEAKS_OF_POST.search(before):
        return None
    return model if token.idx - model.at < 2 * REACH else None
