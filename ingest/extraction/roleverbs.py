"""Posts told by a verb alone: who runs a service, chairs a board, stands in, holds "the post" or is handed it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from ingest.extraction.context import Context
from ingest.extraction.drafts import Draft
from ingest.extraction.lexicon import LASTING
from ingest.extraction.periods import timed
from ingest.extraction.posts import Post
from ingest.extraction.syntax import is_future, is_passive, is_past, objects, person_at, subject
from ingest.names import Mention

DCS = "director of children's services"
LEADING = frozenset("run lead head manage".split())
HOLDING = frozenset("hold take fill cover mind assume occupy combine discharge carry inherit".split())
HANDED = frozenset("go pass fall".split())
POST_NOUN = re.compile(
    r"\b(?:post|role|job|position|office|place|reins|brief|portfolio|(?:statutory|director[’']s) "
    r"(?:duties|responsibilities|functions?)|duties|responsibilities|"
    r"functions?|statutory (?:role|post|director[’']s functions))\b",
    re.IGNORECASE,
)
NO_POST = re.compile(r"\b(?:take part|took part|take place|took place|takes place|taken place)\b")
SERVICE = re.compile(
    r"\b(?:children[’']s (?:services|social care|department|directorate)|(?:the|its|this|our|"
    r"whole|their) (?:\w+ )?(?:service|services|department|directorate|show))\b",
    re.IGNORECASE,
)
IN_POST = re.compile(r"\w+ (?:\w+ )?in (?:the|that|her|his) (?:post|role|job|position)\b")
STAND_IN = re.compile(
    r"\b(?:act(?:s|ed|ing)? up\b|st(?:and|ands|anding|ood) in\b|step(?:s|ped|ping)? in\b(?! to "
    r"(?:stop|prevent|take))|h(?:old|olds|olding|eld) the (?:fort|reins)|"
    r"fill(?:s|ed|ing)? in\b|(?:parachuted|drafted) in\b)"
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


@dataclass(frozen=True, slots=True)
class Telling:
    """A role that a verb tells of a person, before its dates are known."""

    person: Mention
    role: str
    org: str | None
    kind: str
    interim: bool = False
    confidence: float = 0.75


def told_by_verbs(context: Context, posts: Sequence[Post], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Tenures whose post no title names."""
    for sentence in context.sentences:
        for token in sentence:
            if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"}:
                for telling in _tellings(context, token, posts, drafts):
                    yield _draft(context, token, telling)


def _draft(context: Context, verb: Token, telling: Telling) -> Draft:
    period = timed(context, verb, telling.kind)
    sentence = verb.sent
    ended = (is_past(verb) and telling.kind == "held" and not period.start) or bool(period.end and is_past(verb))
    return Draft(
        person=telling.person,
        role=telling.role,
        org=telling.org,
        begin=sentence.start_char,
        finish=sentence.end_char,
        confidence=telling.confidence,
        interim=telling.interim,
        status="appointed" if is_future(verb) else "ended" if ended else "held",
        start=period.start,
        end=period.end,
        at=verb.idx,
    )


def _tellings(context: Context, verb: Token, posts: Sequence[Post], drafts: Sequence[Draft]) -> Iterator[Telling]:
    if not context.is_factual(verb):
        return
    if verb.lemma_ in LEADING:
        yield from _leading(context, verb)
    elif verb.lemma_ == "chair":
        yield from _chairing(context, verb)
    elif STAND_IN.match(context.text, verb.idx) and verb.dep_ != "pcomp":
        yield from _standing_in(context, verb, drafts)
    elif verb.lemma_ in HOLDING | HANDED:
        yield from _handed(context, verb, posts, drafts)
    elif verb.lemma_ == "be" and IN_POST.match(context.text, verb.idx):
        person = person_at(context, subject(verb))
        model = focus_post(context, drafts, verb, person) if person and not _has_draft(drafts, person) else None
        if person and model:
            yield Telling(person, model.role, model.org, "held", confidence=0.6)
    elif verb.lemma_ == "be" and re.match(
        r"\w+ (?:\w+ )?in charge\b(?! of (?!children|the service|its children))", context.text[verb.idx :]
    ):
        person = person_at(context, subject(verb))
        if person:
            yield Telling(person, DCS, _council(context, verb), "held")


def _has_draft(drafts: Sequence[Draft], person: Mention) -> bool:
    return any(each.person.key == person.key for each in drafts)


def _actor_and_theme(context: Context, verb: Token) -> tuple[Mention | None, Token | None]:
    """Who does it and what it is done to, in active and passive clauses alike."""
    by = next((each for child in verb.children if child.dep_ == "agent" for each in child.children), None)
    if is_passive(verb) or by is not None:
        theme = subject(verb)
        return person_at(context, by), theme
    return person_at(context, subject(verb)), next(objects(verb), None)


def _phrase(context: Context, token: Token) -> str:
    return context.text[token.left_edge.idx : token.right_edge.idx + len(token.right_edge)][:120]


def _leading(context: Context, verb: Token) -> Iterator[Telling]:
    actor, theme = _actor_and_theme(context, verb)
    if actor is None or theme is None:
        return
    words = _phrase(context, theme)
    kind = "held"
    body = context.org_of(theme)
    if re.search(r"\b(?:inspection|visit|inspectors|inspection team|team)\b", words, re.IGNORECASE) and not body:
        if re.search(r"inspect|Ofsted|visit", context.text[verb.sent.start_char : verb.sent.end_char]):
            yield Telling(actor, "inspector", "Ofsted", kind, confidence=0.85)
    elif re.search(r"\bcommissioners\b", words, re.IGNORECASE):
        yield Telling(actor, "commissioner", _council(context, verb), kind)
    elif SERVICE.search(words):
        trust = context.focus.trust if context.focus.is_of_trust and not body else None
        owner = body.name if body and body.kind == "council" else _place_in(context, verb) or _council(context, verb)
        yield Telling(actor, "chief executive of trust" if trust else DCS, trust.name if trust else owner, kind)
    elif body and body.kind == "trust" and "board" not in words.lower():
        yield Telling(actor, "chief executive of trust", body.name, kind)
    elif (
        body
        and body.kind == "council"
        and (context.mention(theme) or re.match(r"(?:the )?(?:council|authority)$", words, re.IGNORECASE))
    ):
        politician = verb.lemma_ == "lead" or bool(re.match(r"Cll?r|Coun|Councillor", actor.text))
        yield Telling(
            actor, "leader of the council" if politician else "chief executive", body.name, kind, confidence=0.65
        )


def _chairing(context: Context, verb: Token) -> Iterator[Telling]:
    actor, theme = _actor_and_theme(context, verb)
    if actor is None or theme is None:
        return
    words = _phrase(context, theme)
    if theme.pos_ == "PRON":
        words = context.text[max(0, verb.sent.start_char - 150) : verb.sent.start_char]
    for pattern, role in BOARDS:
        if pattern.search(words) and not re.search(r"panel|committee|meeting", words):
            if role == "chair of trust":
                body = context.org_at(verb.idx, "the trust")
                if body:
                    yield Telling(actor, role, body.name, "held")
            else:
                named = [
                    each
                    for each in context.orgs_in(theme.left_edge.idx, theme.right_edge.idx + len(theme.right_edge))
                    if each.kind == "council"
                ]
                yield Telling(actor, role, named[0].name if named else _council(context, verb), "held")
            return


def _standing_in(context: Context, verb: Token, drafts: Sequence[Draft]) -> Iterator[Telling]:
    person = person_at(context, subject(verb))
    if person:
        model = focus_post(context, drafts, verb, person)
        kind = "start" if verb.tag_ in {"VBZ", "VBP"} or is_passive(verb) else "held"
        yield Telling(
            person, model.role if model else DCS, model.org if model else _council(context, verb), kind, interim=True
        )


def _handed(context: Context, verb: Token, posts: Sequence[Post], drafts: Sequence[Draft]) -> Iterator[Telling]:
    """ "X holds the post", "the role is covered by X", "the job passes to X", "His place has been taken by X"."""
    if NO_POST.search(context.text[verb.idx : verb.idx + 30]):
        return
    if verb.lemma_ in HANDED:
        theme = subject(verb)
        to = next(
            (
                each
                for child in verb.children
                if child.dep_ in {"prep", "dative"} and child.lower_ == "to"
                for each in child.children
            ),
            None,
        )
        actor = person_at(context, to)
    else:
        actor, theme = _actor_and_theme(context, verb)
    if actor is None or theme is None or context.mention(theme) or not POST_NOUN.search(_phrase(context, theme)):
        return
    named = [
        each
        for each in posts
        if theme.left_edge.idx <= each.mention.start and each.mention.end <= theme.idx + len(theme) + 80
    ]
    if named and verb.lemma_ in {"hold", "cover", "fill", "take"} and named[0].mention.end < verb.idx:
        for org in named[0].orgs:
            yield Telling(actor, named[0].role, org, "held", named[0].mention.interim, 0.8)
        return
    words = _phrase(context, theme)
    sentence = context.text[verb.sent.start_char : verb.sent.end_char]
    interim = bool(
        re.search(r"\b(?:interim|acting|temporary|temporarily|for the time being|cover|covered|covering)\b", sentence)
    ) or verb.lemma_ in {"cover", "mind"}
    kind = "held" if verb.lemma_ in {"hold", "fill", "cover", "mind", "occupy"} else "start"
    if re.search(r"children[’']s (?:services )?(?:portfolio|brief)", words, re.IGNORECASE):
        yield Telling(actor, "cabinet member for children", _council(context, verb), kind, interim)
        return
    if re.search(r"\bof\b|\bas\b", words) and not re.search(r"statutory", words):
        return
    own = [each for each in drafts if each.person.key == actor.key and each.status != "ended"]
    near = [each for each in own if abs(each.at - verb.idx) < 400]
    model = focus_post(context, drafts, verb, actor)
    if re.search(r"statutory", words, re.IGNORECASE):
        yield Telling(actor, DCS, _council(context, verb), kind, interim)
    elif near and theme.lower_ in {"post", "role", "job", "position"} and verb.lemma_ not in {"cover", "mind"}:
        best = min(near, key=lambda each: (each.at > verb.idx, abs(each.at - verb.idx)))
        yield Telling(actor, best.role, best.org, kind, best.interim)
    elif model:
        yield Telling(actor, model.role, model.org, kind, interim)


def focus_post(context: Context, drafts: Sequence[Draft], verb: Token, person: Mention) -> Draft | None:
    """The post that has been spoken of last, of another holder than this person."""
    others = [each for each in drafts if each.at < verb.idx and each.person.key != person.key]
    left = [each for each in others if each.status == "ended" or each.end]
    if left and verb.idx - left[-1].at < 250 and left[-1].role.startswith(("assistant", "head", "service", "deputy")):
        return left[-1]
    before = [each for each in others if each.role in LASTING]
    near = [each for each in before if verb.idx - each.at < 600]
    if near:
        leaving = [each for each in near if each.role in {DCS, "chief executive of trust"}]
        return (leaving or near)[-1]
    council = _council(context, verb)
    if not re.search(r"children", context.document.title + context.text[:600], re.IGNORECASE) or council is None:
        return None
    return Draft(person, DCS, council, 0, 0, 0.5)


def _council(context: Context, verb: Token) -> str | None:
    found = context.org_at(verb.idx, "the council")
    return found.name if found else None


def _place_in(context: Context, verb: Token) -> str | None:
    """The council named after "in", "at" or "for" in the clause of a verb."""
    end = verb.sent.end_char
    for org in context.orgs_in(verb.idx, end):
        if (
            org.kind == "council"
            and re.search(r"\b(?:in|at|for|of) (?:the )?$", context.text[verb.idx : org.start])
            and org.start - verb.idx < 60
        ):
            return org.name
    return None
