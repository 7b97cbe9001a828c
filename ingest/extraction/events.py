"""Comings, goings and successions: verbs that start or end a tenure whose post is told elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.extraction.comings import HELD, SENT_IN, TAKEN, Event, comings
from ingest.extraction.context import Context
from ingest.extraction.drafts import Draft
from ingest.extraction.newcomers import newcomers
from ingest.extraction.seats import focus_post
from ingest.extraction.succession import SUCCEED, named_after, succession
from ingest.extraction.syntax import objects
from ingest.names import Mention

GOES = frozenset({"go", "move"})
ONWARDS = re.compile(
    r"\b(?:as|to be|to become|to join|to take|to work|to run|to lead|for the (?:post|job|role)) (?:an? |the |its )?"
)
SPOKEN_OF_POST = re.compile(
    r"\b(?:director|DCS|chief executive|permanent appointment|successor|replacement|predecessor|"
    r"vacancy|leadership)\b",
    re.IGNORECASE,
)


def happenings(context: Context, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Drafts with the dates that events give to tenures told elsewhere, and drafts of successors and predecessors."""
    verbs = [token for token in context.doc if token.pos_ in {"VERB", "AUX"} or token.lemma_ in SUCCEED]
    events = list(comings(context))
    dated = [draft for event in events for draft in _applied(context, event, drafts)]
    passed_on = [draft for verb in verbs for draft in succession(context, verb, [*drafts, *dated])]
    passed_on += named_after(context, [*drafts, *dated, *passed_on])
    passed_on += newcomers(context, [*drafts, *dated, *passed_on])
    yield from passed_on
    for event in events:
        yield from _applied(context, event, [*drafts, *passed_on])


def _applied(context: Context, event: Event, drafts: Sequence[Draft]) -> Iterator[Draft]:
    draft = _which(context, event, drafts) or _of_focus(context, event, drafts)
    if draft is not None and event.is_end and _is_next_post(context, event, draft):
        if event.verb.lemma_ not in GOES:
            return
        event = replace(event, is_end=False, start=None)
    if draft is None or (draft.status == "ended" and not event.is_end and event.verb.lemma_ in SENT_IN):
        return
    sentence = event.verb.sent
    start, end = (event.start, event.date) if event.is_end else (event.date, None)
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


def _is_next_post(context: Context, event: Event, draft: Draft) -> bool:
    """Whether somebody leaves for a post: “went to Ashby as assistant director”, “leaves to be its chief executive”."""
    between = context.text[event.verb.idx + len(event.verb) : draft.at]
    return event.verb.idx < draft.at < event.verb.sent.end_char and bool(ONWARDS.search(between))


def _of_focus(context: Context, event: Event, drafts: Sequence[Draft]) -> Draft | None:
    """The post just spoken of, for somebody who comes or goes without a title of their own."""
    if any(each.person.key == event.person.key for each in drafts) or not event.date:
        return None
    if event.verb.lemma_ in HELD and any(each.lemma_ not in TAKEN for each in objects(event.verb)):
        return None  # "has chaired no meeting since May"
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
