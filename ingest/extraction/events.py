"""Comings, goings and successions: verbs that start or end a tenure whose post is told elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from ingest.extraction.context import Context
from ingest.extraction.drafts import Draft
from ingest.extraction.factuality import is_announced
from ingest.extraction.lexicon import LASTING
from ingest.extraction.periods import of_clause, split, years, years_before
from ingest.extraction.roleverbs import focus_post
from ingest.extraction.syntax import is_passive, objects, person_at, subject
from ingest.names import Mention

LEAVE = frozenset("leave resign retire quit depart exit vacate go".split())
DISMISS = frozenset("sack dismiss fire oust axe remove suspend".split())
LEAVE_DOWN = frozenset({"down", "aside"})
ARRIVE = frozenset(
    "start begin join arrive come become appoint promote recruit hire install name elect "
    "confirm take commence move".split()
)
HELD = frozenset("hold lead run head be serve do chair stay remain".split())
STOOD_IN = re.compile(
    r"\b(?:on an? (?:acting|interim|temporary) basis|temporarily|another interim|as interim|as acting)\b"
)
SUCCEED = frozenset("succeed replace follow oust".split())
ANAPHOR = re.compile(
    r"\b(?:the|this|that|her|his|its|their|whose) (?:\w+ )?(?P<kind>successor|predecessor|"
    r"replacement|deputy)\b(?: as [\w’' ]+?)?(?P<gap>,? (?:was |is |will be |has been )?)$",
    re.IGNORECASE,
)


DEPUTIES = {
    "leader of the council": "deputy leader",
    "chief executive of trust": "deputy chief executive",
}
SPOKEN_OF_POST = re.compile(
    r"\b(?:director|DCS|chief executive|permanent appointment|successor|replacement|predecessor|"
    r"vacancy|leadership)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Event:
    """What a verb tells of a person: that a tenure starts or ends, and when."""

    person: Mention
    is_end: bool
    date: str | None
    verb: Token
    interim: bool = False
    count: int | None = None


def happenings(context: Context, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Drafts with the dates that events give to tenures told elsewhere, and drafts of successors and predecessors."""
    verbs = [token for token in context.doc if token.pos_ in {"VERB", "AUX"} or token.lemma_ in SUCCEED]
    events = [event for verb in verbs if (event := _event(context, verb))]
    dated = [draft for event in events for draft in _applied(context, event, drafts)]
    passed_on = [draft for verb in verbs for draft in _succession(context, verb, [*drafts, *dated])]
    passed_on += _named_after(context, [*drafts, *dated, *passed_on])
    yield from passed_on
    for event in events:
        yield from _applied(context, event, [*drafts, *passed_on])


def _event(context: Context, verb: Token) -> Event | None:
    kind = _kind(verb)
    if kind is None or not _is_told(context, verb):
        return None
    who = (
        next((person_at(context, each) for each in objects(verb)), None)
        if _is_transitive(verb)
        else person_at(context, subject(verb))
    )
    if who is None:
        return None
    dates = of_clause(context, verb)
    words = context.text[verb.sent.start_char : verb.sent.end_char]
    if kind == "held":
        start = next((split(each)[0] for each in dates if each.relation in {"since", "from"}), None)
        until = next((split(each)[1] for each in dates if each.relation == "until"), None)
        if until and not start and verb.lemma_ != "be":
            return Event(who, True, until, verb)
        return (
            Event(who, False, start, verb, bool(re.search(r"\b(?:interim|acting|temporary)\b", words)))
            if start
            else None
        )
    wanted = [
        each
        for each in dates
        if each.relation not in ({"until", "since", "before", "by"} if kind == "start" else {"since", "from"})
    ]
    date = wanted[0] if wanted else None
    if date is None and kind == "start":
        return None
    value = (split(date)[0] if kind == "start" else split(date)[1]) if date else None
    return Event(who, kind == "end", value, verb, count=years(words) if kind == "end" else None)


def _is_transitive(verb: Token) -> bool:
    return verb.lemma_ in {
        "appoint",
        "promote",
        "recruit",
        "hire",
        "install",
        "name",
        "elect",
        "confirm",
    } and not is_passive(verb)


def _kind(verb: Token) -> str | None:
    particles = {child.lower_ for child in verb.children if child.dep_ in {"prt", "advmod", "prep"}}
    lemma = verb.lemma_
    if lemma in {"step", "stand"}:
        return "end" if particles & LEAVE_DOWN else ("start" if "up" in particles and lemma == "step" else None)
    if lemma in LEAVE or (lemma in DISMISS and is_passive(verb)):
        return "end"
    if lemma == "take":
        return (
            "start"
            if particles & {"over", "up", "on"}
            or any(each.lemma_ in {"charge", "reins", "helm", "post", "role", "job"} for each in objects(verb))
            else None
        )
    if lemma in ARRIVE:
        return "start"
    return "held" if lemma in HELD else None


def _is_told(context: Context, verb: Token) -> bool:
    """Told as fact; an announced departure ("told staff that she would go") counts as well."""
    return context.is_factual(verb) or is_announced(verb)


def _applied(context: Context, event: Event, drafts: Sequence[Draft]) -> Iterator[Draft]:
    draft = _which(context, event, drafts) or _of_focus(context, event, drafts)
    if draft is None:
        return
    sentence = event.verb.sent
    start = None if event.is_end else event.date
    end = event.date if event.is_end else None
    if event.is_end and event.count:
        start = years_before(event.date, event.count)
    if (start or end) and not (draft.start and start) and not (draft.end and end):
        yield replace(
            draft,
            begin=sentence.start_char,
            finish=sentence.end_char,
            start=start,
            end=end,
            at=event.verb.idx,
            confidence=min(draft.confidence, 0.8),
        )


def _of_focus(context: Context, event: Event, drafts: Sequence[Draft]) -> Draft | None:
    """The post just spoken of, for somebody who comes or goes without a title of their own."""
    if any(each.person.key == event.person.key for each in drafts) or not event.date:
        return None
    before = context.text[max(0, event.verb.sent.start_char - 300) : event.verb.idx]
    if not SPOKEN_OF_POST.search(before):
        return None
    model = focus_post(context, drafts, event.verb, event.person)
    if model is None:
        return None
    return replace(
        model,
        person=event.person,
        start=None,
        end=None,
        interim=event.interim,
        status="ended" if event.is_end else "held",
        confidence=0.6,
    )


def _which(context: Context, event: Event, drafts: Sequence[Draft]) -> Draft | None:
    """The tenure that an event means: one in its own sentence, of the body it names, at the focus, the nearest."""
    own = [each for each in drafts if each.person.key == event.person.key]
    if not own:
        return None
    sentence = event.verb.sent
    dated = [each for each in own if each.start and sentence.start_char <= each.at < sentence.end_char]
    if dated and event.verb.lemma_ in HELD and not event.is_end:
        return None
    named = {
        each.key for each in context.orgs_in(event.verb.idx, sentence.end_char) if _is_object(context, event, each)
    }
    main = context.org_at(event.verb.idx, "the council")
    fullest = {each.name: each.key for each in context.orgs}

    def rank(draft: Draft) -> tuple[int, ...]:
        key = fullest.get(draft.org or "", "")
        here = sentence.start_char <= draft.at < sentence.end_char
        return (
            int(bool(named) and key in named),
            int(not event.is_end and not named and draft.status in {"appointed", "planned"}),
            int(not named and here and draft.at < event.verb.idx + 200),
            int(main is not None and key == main.key),
            int((draft.status != "ended") or event.is_end),
            -abs(draft.at - event.verb.idx),
        )

    best = max(own, key=rank)
    if named and fullest.get(best.org or "", "") not in named:
        return None
    return best


def _is_object(context: Context, event: Event, org: Mention) -> bool:
    before = context.text[event.verb.idx + len(event.verb) : org.start]
    if not event.is_end and re.search(r"\bfrom (?:the )?$", before):
        return False
    return bool(
        re.fullmatch(
            r"\s(?:the )?|\s(?:down|away|to|at|in|for|up)? ?(?:as [\w’' ]+ )?(?:at|of|to|in|from)? ?(?:the )?", before
        )
    )


# Succession


def _succession(context: Context, verb: Token, drafts: Sequence[Draft]) -> Iterator[Draft]:
    pair = _pair(context, verb)
    if pair is None or not _is_told(context, verb):
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


def _named_after(context: Context, drafts: Sequence[Draft]) -> Iterator[Draft]:
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
