"""Who came after whom: "replaces", "took over from", "her successor, X", and the post that passes between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from ingest.extraction.context import Context
from ingest.extraction.drafts import Draft
from ingest.extraction.lexicon import LASTING
from ingest.extraction.periods import of_clause, split
from ingest.extraction.syntax import is_passive, is_told, objects, person_at, subject
from ingest.names import Mention

SUCCEED = frozenset("succeed replace follow oust".split())
STOOD_IN = re.compile(
    r"\b(?:on an? (?:acting|interim|temporary) basis|temporarily|another interim|as interim|as acting)\b"
)
ANAPHOR = re.compile(
    r"\b(?:the|this|that|her|his|its|their|whose) (?:\w+ )?(?P<kind>successor|predecessor|"
    r"replacement|deputy)\b(?: as [\w’' ]+?)?(?P<gap>,? (?:was |is |will be |has been )?)$",
    re.IGNORECASE,
)
DEPUTIES = {
    "leader of the council": "deputy leader",
    "chief executive of trust": "deputy chief executive",
}


def succession(context: Context, verb: Token, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The tenures of the one who comes and the one who goes, where a verb tells that one came after the other."""
    pair = _pair(context, verb)
    if pair is None or not is_told(context, verb):
        return
    new, old, interim = pair
    if new.key == old.key:
        return
    stood_in = _stood_in(context, old, verb)
    model = _model(context, verb, new, old, drafts)
    if model is None:
        return
    dates = [each for each in of_clause(context, verb) if each.relation in {"at", "from", "after", "by"}]
    date = split(dates[0])[0] if dates else None
    sentence = verb.sent
    base = replace(
        model, begin=sentence.start_char, finish=sentence.end_char, at=verb.idx, confidence=0.8, start=None, end=None
    )
    first = [
        each for each in drafts if each.person.key == new.key and each.role == model.role and each.org == model.org
    ]
    begun = date or next((each.start for each in first if each.start), None)
    new_interim = (interim and not stood_in) or any(each.interim for each in first)
    yield replace(base, person=new, start=begun, status="held", interim=new_interim)
    olds = [each for each in drafts if each.person.key == old.key and each.role == model.role and each.org == model.org]
    left = next((each.end for each in olds if each.end), None)
    old_interim = stood_in or any(each.interim for each in olds)
    yield replace(base, person=old, end=left or begun, status="ended", interim=old_interim)


def _stood_in(context: Context, old: Mention, verb: Token) -> bool:
    """Whether a clause about the one who goes says that they only stood in: "who held it on an interim basis"."""
    after = context.text[old.end : verb.sent.end_char]
    return bool(re.match(r",? who\b", after) and STOOD_IN.search(after))


def _pair(context: Context, verb: Token) -> tuple[Mention, Mention, bool] | None:
    """The one who comes and the one who goes, and whether the one who comes stands in only."""
    actor = person_at(context, subject(verb))
    words = context.text[verb.sent.start_char : verb.sent.end_char]
    interim = bool(STOOD_IN.search(words))
    if verb.lemma_ in SUCCEED or (verb.lemma_ == "take" and re.search(r"\btak\w+ over\b|\btook over\b", words)):
        if is_passive(verb):
            by = next((each for child in verb.children if child.dep_ == "agent" for each in child.children), None)
            follower = person_at(context, by)
            return (follower, actor, interim) if follower and actor else None
        substitute = _with_person(context, verb)
        if substitute:
            old = _object_person(context, verb, substitute)
            return (substitute, old, interim) if old else None
        other = _object_person(context, verb, actor) or _from_person(context, verb)
        return (actor, other, interim) if actor and other else None
    return None


def _object_person(context: Context, verb: Token, actor: Mention | None) -> Mention | None:
    """The person that the verb is done to; a pronoun is somebody else than who does it."""
    for each in objects(verb):
        found = person_at(context, each)
        if found and actor and found.key == actor.key and each.pos_ == "PRON":
            return context.focus.person(each.idx, each.lower_, actor.key)
        if found:
            return found
    return None


def _with_person(context: Context, verb: Token) -> Mention | None:
    """Who comes, in "replaced him with Ann Lee"."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ == "with":
            return next((found for each in child.children if (found := person_at(context, each))), None)
    return None


def _from_person(context: Context, verb: Token) -> Mention | None:
    match = re.match(r"\w+ over (?:\w+ ){0,5}?from ", context.text[verb.idx : verb.idx + 60])
    if not match:
        return None
    at = verb.idx + match.end()
    return next((each for each in context.people if at <= each.start <= at + 25), None)


def _model(context: Context, verb: Token, new: Mention, old: Mention, drafts: Sequence[Draft]) -> Draft | None:
    """A tenure that shows which post passes from one to the other."""
    sentence = verb.sent
    here = [
        each
        for each in drafts
        if each.person.key in {new.key, old.key} and sentence.start_char <= each.at < sentence.end_char
    ]
    place = context.org_at(verb.idx, "the council")
    told = [each for each in here if each.person.key == old.key] or [
        each for each in here if each.status == "appointed"
    ]
    if told:
        return told[0]
    passing = [each for each in drafts if each.person.key == old.key and place and each.org == place.name]
    if passing:
        return min(passing, key=lambda each: abs(each.at - verb.idx))
    if here and here[0].role in LASTING:
        return here[0]
    known = [
        each
        for each in drafts
        if each.person.key in {new.key, old.key} and (each.status != "ended" or each.person.key == old.key)
    ]
    fitting = [each for each in known if place is None or each.org == place.name]
    return min(fitting or known, key=lambda each: abs(each.at - verb.idx), default=None)


def named_after(context: Context, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """ "Her successor, X" and "X’s predecessor Y": the post is the one of the person they are related to."""
    for person in context.people:
        match = ANAPHOR.search(context.text[max(0, person.start - 90) : person.start])
        if not match:
            continue
        at = person.start - 90 + match.start() if person.start >= 90 else match.start()
        owner = context.person_before(at, "she")
        model = nearest(drafts, owner, at)
        if model is None or model.person.key == person.key:
            continue
        kind = match.group("kind").lower()
        span = context.sentence(person.start)
        base = replace(
            model,
            person=person,
            begin=span.start_char,
            finish=span.end_char,
            at=person.start,
            confidence=0.8,
            start=None,
            end=None,
            interim=False,
        )
        if kind == "deputy":
            yield replace(base, role=DEPUTIES.get(model.role, f"deputy {model.role}"), status="held")
        elif kind != "predecessor":
            yield replace(base, start=model.end, status="held")
        else:
            yield replace(base, end=model.start, status="ended")


def nearest(drafts: Sequence[Draft], person: Mention | None, at: int) -> Draft | None:
    """The tenure of a person told nearest to a place, what went before first."""
    own = [each for each in drafts if person and each.person.key == person.key]
    return min(own, key=lambda each: (each.at > at, abs(each.at - at)), default=None)
