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
from ingest.extraction.seats import NOWADAYS, focus_post
from ingest.extraction.syntax import agent, is_passive, is_told, objects, person_at, subject
from ingest.names import Mention

SUCCEED = frozenset("succeed replace follow oust".split())
STOOD_IN = re.compile(
    r"\b(?:on an? (?:acting|interim|temporary) basis|temporarily|another interim|as interim|as acting)\b"
)
TAKE = frozenset("take inherit get".split())
YIELD = frozenset("make hand pass give".split())
YIELDING = re.compile(
    r"(?:ma(?:ke|kes|de|king) way for|(?:hand|pass|giv)\w* (?:over |on )?(?:the (?:\w+ )?(?:reins|baton|keys|torch|job|"
    r"role|post) )?(?:over |on )?to)\b"
)
TAKEN_FROM = re.compile(
    r"(?:t(?:ake|akes|aking|aken|ook) over(?: (?:the|as|her|his) [\w’' ]{3,50})?(?: (?:\w+ ){1,4}?)?|"
    r"\w+ (?:on |over )?(?:the|his|her) (?:\w+ )?(?:reins|baton|helm|job|role|post|brief|portfolio|position|seat)"
    r"(?: \w+){0,3}) ?,? ?from (?:the )?"
)
SURE = 0.7  # what frames find; what a model adds is often less sure
AS_POST = re.compile(r"\bas (?:[\w’'-]+ ){0,4}$")
ANAPHOR = re.compile(
    r"(?:\b(?:the|this|that|her|his|its|their|whose|my|our)|[’']s?) (?:\w+ )?(?P<kind>successor|predecessor|"
    r"replacement|deputy|number two)\b(?: as [\w’' ]+?)?,? (?:(?:was|is|will be|has been|to be) )?"
    r"(?:Cllr |Councillor |Coun |Mrs? |Ms |Dr |Sir |Dame |Professor )*$",
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
    if verb.lemma_ not in SUCCEED | TAKE | YIELD:
        return None
    new, old = _yielding(context, verb) if verb.lemma_ in YIELD else _coming(context, verb)
    words = context.text[verb.sent.start_char : verb.sent.end_char]
    return (new, old, bool(STOOD_IN.search(words))) if new and old else None


def _coming(context: Context, verb: Token) -> tuple[Mention | None, Mention | None]:
    """ "X succeeds Y", "Y was followed by X", "they replaced Y with X", "X took over from Y"."""
    actor = person_at(context, subject(verb))
    if verb.lemma_ in TAKE:
        return actor, _from_person(context, verb)
    by = agent(verb)
    if is_passive(verb) or by is not None:
        return person_at(context, by), actor
    substitute = _with_person(context, verb)
    if substitute:
        return substitute, _object_person(context, verb, substitute)
    return actor, _object_person(context, verb, actor)


def _yielding(context: Context, verb: Token) -> tuple[Mention | None, Mention | None]:
    """ "Y made way for X", "Y handed over to X", "Y passes the baton to X": the subject goes."""
    words = context.text[verb.idx : verb.idx + 60]
    if not YIELDING.match(words):
        return None, None
    to = (
        each for each in verb.subtree if each.dep_ == "pobj" and each.head.lower_ in {"to", "for"} and each.i > verb.i
    )
    return next((found for each in to if (found := person_at(context, each))), None), person_at(context, subject(verb))


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
    """Who goes, in "took over from Ann Lee", "takes the reins from her", "inherited the job from Ann Lee"."""
    match = TAKEN_FROM.match(context.text, verb.idx)
    if not match:
        return None
    near = next((each for each in context.people if match.end() <= each.start <= match.end() + 25), None)
    return None if near and re.search(r"[,;.]|\b(?:by|at)\b", context.text[match.end() : near.start]) else near


def _model(context: Context, verb: Token, new: Mention, old: Mention, drafts: Sequence[Draft]) -> Draft | None:
    """A tenure that shows which post passes from one to the other, or else the post spoken of last."""
    sentence = verb.sent
    place = context.org_at(verb.idx, "the council")

    def rank(draft: Draft) -> tuple[int, ...]:
        here = sentence.start_char <= draft.at < sentence.end_char
        named = here and draft.at > verb.idx and bool(AS_POST.search(context.text[verb.idx : draft.at]))
        return (
            int(named),
            int(draft.confidence >= SURE),
            int(draft.role in LASTING),
            int(here),
            int(draft.person.key == old.key),
            int(place is not None and draft.org == place.name),
            int(draft.at < verb.idx),
            -abs(draft.at - verb.idx),
        )

    known = [
        each for each in drafts if each.person.key == old.key or (each.person.key == new.key and each.status != "ended")
    ]
    then = [each for each in known if not NOWADAYS.search(context.text[max(0, each.at - 40) : each.at + 4])]
    return max(then, key=rank, default=None) or focus_post(context, drafts, verb, new)


def named_after(context: Context, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """ "Her successor, X" and "X’s predecessor Y": the post is the one of the person they are related to."""
    for person in context.people:
        match = ANAPHOR.search(context.text[max(0, person.start - 90) : person.start])
        if not match:
            continue
        at = person.start - 90 + match.start() if person.start >= 90 else match.start()
        owner = _related(context, match.group(), at)
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
        if kind in {"deputy", "number two"}:
            yield replace(base, role=DEPUTIES.get(model.role, f"deputy {model.role}"), status="held")
        elif kind != "predecessor":
            yield replace(base, start=model.end, status="held")
        else:
            yield replace(base, end=model.start, status="ended")


def _related(context: Context, words: str, at: int) -> Mention | None:
    """Whose successor or deputy it is: the owner before "’s", the one who speaks, the person that a pronoun means."""
    if words.startswith(("’", "'")):
        return next((each for each in context.people if each.end == at), None)
    return context.person_before(at, "my" if words.startswith(("my", "My")) else "she")


def nearest(drafts: Sequence[Draft], person: Mention | None, at: int) -> Draft | None:
    """The tenure of a person told nearest to a place, what went before first."""
    own = [each for each in drafts if person and each.person.key == person.key]
    return min(own, key=lambda each: (each.role not in LASTING, each.at > at, abs(each.at - at)), default=None)
