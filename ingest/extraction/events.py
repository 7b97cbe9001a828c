"""Comings, goings and successions: verbs that start or end a tenure whose post is told elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from ingest.extraction.context import Context
from ingest.extraction.drafts import Draft
from ingest.extraction.newcomers import newcomers
from ingest.extraction.periods import of_clause, split, years, years_before
from ingest.extraction.seats import focus_post
from ingest.extraction.succession import SUCCEED, named_after, succession
from ingest.extraction.syntax import is_passive, is_told, objects, person_at, subject
from ingest.names import Mention

LEAVE = frozenset("leave resign retire quit depart exit vacate go".split())
DISMISS = frozenset("sack dismiss fire oust axe remove suspend".split())
LEAVE_DOWN = frozenset({"down", "aside"})
ARRIVE = frozenset(
    "start begin join arrive come become appoint promote recruit hire install name elect "
    "confirm take commence move".split()
)
HELD = frozenset("hold lead run head be serve do chair stay remain".split())
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
    passed_on = [draft for verb in verbs for draft in succession(context, verb, [*drafts, *dated])]
    passed_on += named_after(context, [*drafts, *dated, *passed_on])
    passed_on += newcomers(context, [*drafts, *dated, *passed_on])
    yield from passed_on
    for event in events:
        yield from _applied(context, event, [*drafts, *passed_on])


def _event(context: Context, verb: Token) -> Event | None:
    kind = _kind(verb)
    if kind is None or not is_told(context, verb):
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
