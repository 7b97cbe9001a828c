"""Posts told by a verb alone: who runs a service, chairs a board, stands in, holds "the post" or is handed it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from ingest.extraction.context import Context
from ingest.extraction.drafts import Draft
from ingest.extraction.politicians import politicians
from ingest.extraction.portfolios import answering
from ingest.extraction.posts import Post
from ingest.extraction.postwords import TOPIC
from ingest.extraction.seats import DCS, council, phrase, place_in, seated
from ingest.extraction.syntax import agent, is_passive, objects, person_at, subject
from ingest.extraction.telling import Telling, draft_of
from ingest.names import Mention

LEADING = frozenset("run lead head manage direct".split())
CHAIRING = frozenset("chair preside".split())
SERVICE = re.compile(
    r"\b(?:children[’']s (?:services|social care|department|directorate)|(?:the|its|this|our|"
    r"whole|their) (?:\w+ )?(?:service|services|department|directorate|show))\b",
    re.IGNORECASE,
)
HEADED = re.compile(rf"(?:the |its )?({TOPIC})(?: (?:for|at|in|of) (?:the )?[A-Z].*)?", re.IGNORECASE)
COUNCIL = re.compile(
    r"(?:the |this |that |our )?(?:[\w-]+ )?(?:council|authority|administration|coalition)", re.IGNORECASE
)
PLACE = re.compile(r"(?:the |this |our )?(?:county|borough|city|district|town)", re.IGNORECASE)
OTHER_BOARD = re.compile(r"\b(?:the|its|their|our|a) (?!trust|company|new|own)([a-z]+) board\b")
MEETING = re.compile(
    r"^(?:the |its |our |their |this )?(?:council[’']s )?"
    r"((?!(?:the|an?|its|our|their|this|his|her|first|last|next|same|new|latest|independent|special|which|whole|joint)\b)"
    r"(?!.*\b(?:meetings?|of)\b)[A-Za-z’']+(?: (?:and|&) [A-Za-z]+| [A-Za-z’']+){0,4} (?:committee|panel|forum))$",
    re.IGNORECASE,
)
BOARDS = (
    (re.compile(r"improvement (?:and \w+ )?board", re.IGNORECASE), "chair of the improvement board"),
    (re.compile(r"recovery board", re.IGNORECASE), "chair of the recovery board"),
    (
        re.compile(r"safeguarding (?:children[’s']* )?(?:board|partnership)", re.IGNORECASE),
        "chair of the safeguarding children board",
    ),
    (re.compile(r"\b(?:trust|company|board)\b", re.IGNORECASE), "chair of trust"),
)


def told_by_verbs(context: Context, posts: Sequence[Post], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Tenures whose post no title names."""
    for sentence in context.sentences:
        for token in sentence:
            if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"}:
                for telling in _tellings(context, token, posts, drafts):
                    yield _as_titled(draft_of(context, token, telling), drafts)


def _as_titled(told: Draft, drafts: Sequence[Draft]) -> Draft:
    """What a verb tells, interim where the person's title in its sentence is: "interim director X, who has run …"."""
    titles = [
        each
        for each in drafts
        if (each.person.key, each.role) == (told.person.key, told.role) and told.begin <= each.at < told.finish
    ]
    return replace(told, interim=told.interim or any(each.interim for each in titles))


def _tellings(context: Context, verb: Token, posts: Sequence[Post], drafts: Sequence[Draft]) -> Iterator[Telling]:
    if not context.is_factual(verb):
        return
    portfolio = answering(context, verb)
    if portfolio:
        yield portfolio
    elif verb.lemma_ in LEADING:
        yield from _leading(context, verb)
    elif verb.lemma_ in CHAIRING:
        yield from _chairing(context, verb)
    elif verb.lemma_ == "be" and re.match(
        r"\w+ (?:\w+ )?in charge\b(?! of (?!children|the service|its children))", context.text[verb.idx :]
    ):
        person = person_at(context, subject(verb))
        if person:
            yield Telling(person, DCS, council(context, verb), "held")
    else:
        yield from seated(context, verb, posts, drafts)


def _actor_and_theme(context: Context, verb: Token) -> tuple[Mention | None, Token | None]:
    """Who does it and what it is done to, in active and passive clauses alike."""
    by = agent(verb)
    if is_passive(verb) or by is not None:
        theme = subject(verb)
        return person_at(context, by), theme
    if verb.tag_ == "VBG" and verb.dep_ in {"csubj", "nsubj", "acomp"} and verb.head.lemma_ == "be":
        after = [each for each in verb.head.children if each.dep_ in {"attr", "nsubj"} and each.i > verb.i]
        who = next((found for each in after if (found := person_at(context, each))), None)
        return who, next(objects(verb), verb.nbor())
    return person_at(context, subject(verb)), next(objects(verb), None)


def _leading(context: Context, verb: Token) -> Iterator[Telling]:
    actor, theme = _actor_and_theme(context, verb)
    if actor is None or theme is None:
        return
    words = phrase(context, theme)
    kind = "held"
    body = context.org_of(theme)
    if re.search(r"\b(?:inspection|visit|inspectors|inspection team|team)\b", words, re.IGNORECASE) and not body:
        if re.search(r"inspect|Ofsted|visit", context.text[verb.sent.start_char : verb.sent.end_char]):
            yield Telling(actor, "inspector", "Ofsted", kind, confidence=0.85)
    elif re.search(r"\bcommissioners\b", words, re.IGNORECASE):
        yield Telling(actor, "commissioner", council(context, verb), kind)
    elif SERVICE.search(words):
        trust = context.focus.trust if context.focus.is_of_trust and not body else None
        owner = body.name if body and body.kind == "council" else place_in(context, verb) or council(context, verb)
        yield Telling(actor, "chief executive of trust" if trust else DCS, trust.name if trust else owner, kind)
    elif verb.lemma_ == "head" and (topic := HEADED.fullmatch(words)):
        role = f"head of {topic.group(1).lower().replace('’', chr(39))}"
        yield Telling(actor, role, place_in(context, verb) or council(context, verb), kind)
    elif body and body.kind == "trust" and "board" not in words.lower():
        yield Telling(actor, "chief executive of trust", body.name, kind)
    else:
        yield from _heading(context, verb, actor, theme)


def _heading(context: Context, verb: Token, actor: Mention, theme: Token) -> Iterator[Telling]:
    """The leader or the chief executive, of whom the text tells that they lead or run the council itself."""
    words = phrase(context, theme)
    politician = actor.key in politicians(context)
    body = context.org_of(theme)
    if not body and (COUNCIL.fullmatch(words) or (politician and PLACE.fullmatch(words))):
        body = context.org_at(verb.idx, "the council")
    if body and body.kind == "council" and (context.mention(theme) or COUNCIL.fullmatch(words) or politician):
        leads = verb.lemma_ == "lead" or politician
        yield Telling(
            actor, "leader of the council" if leads else "chief executive", body.name, "held", confidence=0.65
        )


def _chairing(context: Context, verb: Token) -> Iterator[Telling]:
    actor, theme = _actor_and_theme(context, verb)
    theme = theme or next((each for over in verb.children if over.lower_ == "over" for each in over.children), None)
    if actor is None or theme is None:
        return
    if verb.dep_ == "relcl" and theme.lower_ in {"which", "that"}:
        theme = verb.head
    words = phrase(context, theme)
    if theme.pos_ == "PRON":
        words = context.text[max(0, verb.sent.start_char - 150) : verb.sent.start_char]
    for pattern, role in BOARDS:
        if pattern.search(words) and not re.search(r"panel|committee|meeting", words):
            own = OTHER_BOARD.search(words)
            if role == "chair of trust" and own:
                yield Telling(actor, f"chair of the {own.group(1)} board", council(context, verb), "held")
            elif role == "chair of trust":
                own_name = context.org_of(theme)
                body = own_name if own_name and own_name.kind == "trust" else context.org_at(verb.idx, "the trust")
                if body:
                    yield Telling(actor, role, body.name, "held")
            else:
                named = [
                    each
                    for each in context.orgs_in(theme.left_edge.idx, theme.right_edge.idx + len(theme.right_edge))
                    if each.kind == "council"
                ]
                yield Telling(actor, role, named[0].name if named else council(context, verb), "held")
            return
    body = context.org_of(theme)
    if body and body.kind == "organisation":
        yield Telling(actor, "chair", body.name, "held")
    elif own := MEETING.search(words):
        yield Telling(actor, f"chair of the {own.group(1).lower()}", council(context, verb), "held")
