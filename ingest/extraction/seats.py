"""Posts told without their title: held, handed on, taken up or minded as "the job", "her shoes", "the fort"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from ingest.extraction.context import Context
from ingest.extraction.drafts import Draft
from ingest.extraction.lexicon import LASTING
from ingest.extraction.link import APPOINT
from ingest.extraction.posts import Post
from ingest.extraction.syntax import agent, is_passive, objects, person_at, subject
from ingest.extraction.telling import Telling
from ingest.names import Mention

DCS = "director of children's services"
CABINET_CHILDREN = "cabinet member for children"
JOBS = frozenset(
    "post job role position brief portfolio title vacancy directorship headship leadership chairmanship".split()
)
OWN_JOBS = JOBS - {"brief", "portfolio"}
PLACES = frozenset("place office reins helm baton mantle shoes shoe duty responsibility function work chair".split())
GAPS = frozenset("gap breach void vacuum fort shop store".split())
SEATS = JOBS | PLACES | GAPS
HOLDING = frozenset("hold have do keep fill cover mind occupy discharge carry combine retain plug look".split())
TAKING = frozenset("take get land win secure accept assume inherit begin start claim bag".split())
LEAVING = frozenset("leave vacate relinquish quit lose resign surrender give hand".split())
LOOSE = frozenset("have do get keep begin start lose look claim give hand win land leave".split())
GOING = frozenset("go pass fall belong transfer revert".split())
GIVING = frozenset("give hand offer entrust award assign allocate pass".split())
BEING = frozenset("be sit stay remain step move slip arrive start continue settle come last begin serve".split())
PICKING = APPOINT | frozenset("line opt plump settle".split())
OTHER_SENSE = re.compile(
    r"\b(?:t(?:ake|akes|ook|aken|aking) (?:part|place)|(?:a|any|no|good|great|fine|excellent|hard|difficult|thankless|"
    r"best|remarkable|every|other|these|those|some) (?:\w+ )?(?:jobs?|posts?|work|roles?|places?|seats?)\b)",
    re.IGNORECASE,
)
INTERIM = re.compile(
    r"\b(?:interim|acting|temporar(?:y|ily)|for the time being|caretaker|stopgap|meanwhile|in the meantime|on loan|"
    r"cover(?:s|ed|ing)?|mind(?:s|ed|ing)?|until (?:a|his|her|their|the) (?:permanent|new|successor|replacement))\b",
    re.IGNORECASE,
)
STAND_IN = re.compile(
    r"\b(?:act(?:s|ed|ing)? up\b|st(?:and|ands|anding|ood) in\b|step(?:s|ped|ping)? in\b(?! to "
    r"(?:stop|prevent|take))|(?:h(?:old|olds|olding|eld)|keep(?:s|ing)?|kept) the (?:fort|reins)|"
    r"fill(?:s|ed|ing)? in\b|(?:parachuted|drafted) in\b|mind(?:s|ed|ing)? the (?:shop|store)|"
    r"(?:keep(?:s|ing)?|kept) (?:the|her|his) (?:seat|chair) warm|(?:fill|plug)(?:s|ed|ing)? the (?:\w+ )?"
    r"(?:gap|breach|void|vacuum))"
)
PORTFOLIO = re.compile(r"\b(?:portfolio|brief)\b", re.IGNORECASE)
CHILDREN = re.compile(r"child|famil|young", re.IGNORECASE)
STATUTORY = re.compile(r"\bstatutory\b|\bdirector[’']s (?:duties|responsibilities|functions?)", re.IGNORECASE)
AT_BODY = re.compile(r"\b(?:in|at|for|of) (?:the )?$")
AS_POST = re.compile(
    r"\bas (?:the |its |an? |their )?(?:\w+ )?(?:director|DCS|chief|leader|chair|head)\b", re.IGNORECASE
)
NOWADAYS = re.compile(r"\b(?:now|currently|today|these days|nowadays|presently|later|since)\b[^.,;]*$")
EMPTY = re.compile(r"\b(?:vacan\w+|retir\w+|resign\w*|left|leav\w+|depart\w*|quit\w*|stepp\w+ down|interim|acting)\b")
EXECUTIVE = frozenset({DCS, "chief executive", "chief executive of trust"})
NEAR, FAR = 400, 600


@dataclass(frozen=True, slots=True)
class Holding:
    """A person and the noun that stands for a post; `kind` is "held", "start" or "end"."""

    person: Mention
    seat: Token
    kind: str


def seated(context: Context, verb: Token, posts: Sequence[Post], drafts: Sequence[Draft]) -> Iterator[Telling]:
    """Roles of people whom a verb seats in a post that it does not name."""
    if STAND_IN.match(context.text, verb.idx) and verb.dep_ != "pcomp":
        yield from _standing_in(context, verb, posts, drafts)
        return
    for holding in _holdings(context, verb):
        yield from _told(context, verb, holding, posts, drafts)


def _standing_in(context: Context, verb: Token, posts: Sequence[Post], drafts: Sequence[Draft]) -> Iterator[Telling]:
    person = person_at(context, subject(verb))
    if person and not AS_POST.search(context.text[verb.idx : verb.sent.end_char]):
        model = focus_post(context, drafts, verb, person, posts)
        kind = "start" if verb.tag_ in {"VBZ", "VBP"} or is_passive(verb) else "held"
        role, org = (model.role, model.org) if model else (DCS, council(context, verb))
        yield Telling(person, role, place_in(context, verb) or org, kind, interim=True)


def _holdings(context: Context, verb: Token) -> Iterator[Holding]:
    """Who is seated in what, by the frames of the verb: X holds it, it is held by X, goes to X, is given to X."""
    lemma = verb.lemma_
    for person, seat, kind in (
        *(_holds(context, verb) if lemma in HOLDING | TAKING | LEAVING else ()),
        *(_goes(context, verb) if lemma in GOING | GIVING else ()),
        *(_sits(context, verb) if lemma in BEING | PICKING else ()),
    ):
        if person and seat is not None and _is_seat(context, seat, verb):
            yield Holding(person, seat, kind)


Seating = tuple[Mention | None, Token | None, str]


def _holds(context: Context, verb: Token) -> Iterator[Seating]:
    kind = "start" if verb.lemma_ in TAKING else "held" if verb.lemma_ in HOLDING else "end"
    by = agent(verb)
    if by is not None:
        yield person_at(context, by), subject(verb), kind
    elif not is_passive(verb):
        particles = {child.lower_ for child in verb.children if child.dep_ == "prt"}
        if verb.lemma_ in {"give", "hand"} and not particles & {"up", "over", "on"}:
            return
        for each in _things(verb):
            yield person_at(context, subject(verb)), each, kind


def _things(verb: Token) -> Iterator[Token]:
    """What a verb is done to, also where the parse hangs it on a particle: "hands over the job"."""
    yield from objects(verb)
    particles = (child for child in verb.children if child.dep_ in {"prt", "prep"} and child.lower_ in {"over", "up"})
    yield from (each for child in particles for each in child.children if each.dep_ == "pobj")


def _goes(context: Context, verb: Token) -> Iterator[Seating]:
    """ "The job goes to X", "X was given the job", "they handed X the brief"."""
    to = [
        each
        for child in verb.children
        if child.dep_ in {"prep", "dative"} and child.lower_ in {"to", "with"}
        for each in child.children
    ]
    if verb.lemma_ in GOING:
        yield from ((person_at(context, each), subject(verb), "start") for each in to)
        return
    if verb.lemma_ == "offer" and re.search(r"refus|declin|turned", verb.sent.text):
        return
    things = list(_things(verb))
    if is_passive(verb):
        yield from ((person_at(context, subject(verb)), each, "start") for each in things)
        yield from ((person_at(context, each), subject(verb), "start") for each in to)
        return
    receivers = [child for child in verb.children if child.dep_ == "dative" and child.pos_ != "ADP"] + to
    yield from ((person_at(context, one), thing, "start") for one in receivers for thing in things if thing != one)


def _sits(context: Context, verb: Token) -> Iterator[Seating]:
    """ "She stepped into his shoes", "X has been in the job since May", "they picked X for the portfolio"."""
    picks = verb.lemma_ in PICKING
    words = {"for", "to", "into"} if picks else {"in", "into", "to"}
    seats = [
        each
        for child in verb.children
        if child.dep_ in {"prep", "dative"} and child.lower_ in words
        for each in child.children
        if each.dep_ == "pobj"
    ]
    who = [subject(verb)] if not picks or is_passive(verb) else list(objects(verb))
    kind = "held" if verb.lemma_ in {"be", "sit", "stay", "remain", "continue", "last", "serve"} else "start"
    yield from ((person_at(context, one), seat, kind) for one in who for seat in seats)


def _is_seat(context: Context, seat: Token, verb: Token) -> bool:
    """Whether a noun stands for a definite post."""
    lemma = seat.lemma_.lower()
    nouns = JOBS if verb.lemma_ in LOOSE else SEATS
    if context.mention(seat) or lemma not in nouns or OTHER_SENSE.search(phrase(context, seat)):
        return False
    if lemma in {"place", "work"}:
        return any(child.dep_ == "poss" for child in seat.children)
    marks = [child for child in seat.children if child.dep_ in {"det", "poss", "prep", "compound", "amod", "nummod"}]
    return any(child.lower_ not in {"a", "an", "any"} for child in marks)


def phrase(context: Context, token: Token) -> str:
    """The words of a noun's phrase, at most 120 characters."""
    return context.text[token.left_edge.idx : token.right_edge.idx + len(token.right_edge)][:120]


def _told(
    context: Context, verb: Token, holding: Holding, posts: Sequence[Post], drafts: Sequence[Draft]
) -> Iterator[Telling]:
    seat, person = holding.seat, holding.person
    clause = context.text[verb.left_edge.idx : verb.right_edge.idx + len(verb.right_edge)]
    interim = bool(INTERIM.search(clause)) and holding.kind != "end"
    start, end = seat.left_edge.idx, min(seat.right_edge.idx + len(seat.right_edge), seat.idx + 120)
    named = [each for each in posts if start <= each.mention.start and each.mention.end <= end]
    if named:
        for org in named[0].orgs or (None,):
            yield Telling(person, named[0].role, org, holding.kind, named[0].mention.interim or interim, 0.8)
        return
    words = phrase(context, seat)
    body = place_in(context, verb)
    if PORTFOLIO.search(words) and CHILDREN.search(words):
        yield Telling(person, CABINET_CHILDREN, body or council(context, verb), holding.kind, interim)
    elif STATUTORY.search(words):
        yield Telling(person, DCS, body or council(context, verb), holding.kind, interim)
    elif not re.search(r"\b(?:of|as)\b(?! (?:the|his|her|its)\b)", words):
        model = _model(context, verb, holding, posts, drafts)
        if model:
            yield Telling(person, model.role, body or model.org, holding.kind, interim or model.interim)


def _model(
    context: Context, verb: Token, holding: Holding, posts: Sequence[Post], drafts: Sequence[Draft]
) -> Draft | None:
    """The tenure that shows which post is meant: of its owner, of the person itself, of the one spoken of last."""
    seat, person = holding.seat, holding.person
    owner = next((each for each in seat.children if each.dep_ == "poss"), None)
    other = person_at(context, owner) if owner is not None else None
    if PORTFOLIO.fullmatch(seat.lower_):
        return _portfolio(context, verb, other or person, drafts)
    if other and other.key != person.key:
        theirs = [each for each in drafts if each.person.key == other.key]
        return min(theirs, key=lambda each: (each.at > verb.idx, abs(each.at - verb.idx)), default=None)
    own = [
        each
        for each in drafts
        if each.person.key == person.key
        and each.status != "ended"
        and abs(each.at - verb.idx) < NEAR
        and not NOWADAYS.search(context.text[max(0, each.at - 40) : each.at])
    ]
    if own and seat.lemma_.lower() in OWN_JOBS and verb.lemma_ not in {"cover", "mind"}:
        return min(own, key=lambda each: (each.at > verb.idx, abs(each.at - verb.idx)))
    return focus_post(context, drafts, verb, person, posts)


def _portfolio(context: Context, verb: Token, person: Mention, drafts: Sequence[Draft]) -> Draft | None:
    """A cabinet post: the one told nearest, or the one for children where the words around speak of them."""
    told = [each for each in drafts if each.role.startswith("cabinet member for")]
    near = min(told, key=lambda each: (each.at > verb.idx, abs(each.at - verb.idx)), default=None)
    if near or not CHILDREN.search(context.text[max(0, verb.idx - NEAR) : verb.sent.end_char]):
        return near
    return Draft(person, CABINET_CHILDREN, council(context, verb), 0, 0, 0.5)


def focus_post(
    context: Context, drafts: Sequence[Draft], verb: Token, person: Mention, posts: Sequence[Post] = ()
) -> Draft | None:
    """The post that has been spoken of last, of another holder than this person or of nobody."""
    others = [each for each in drafts if each.at < verb.idx and each.person.key != person.key]
    left = [each for each in others if each.status == "ended" or each.end]
    if left and verb.idx - left[-1].at < 250 and left[-1].role.startswith(("assistant", "head", "service", "deputy")):
        return left[-1]
    told = {each.at for each in drafts}
    vacant = [
        Draft(person, each.role, next(iter(each.orgs), None), each.start, each.end, 0.5, at=each.mention.start)
        for each in posts
        if each.mention.start < verb.idx and each.mention.start not in told
    ]
    near = sorted(
        (each for each in (*others, *vacant) if each.role in LASTING and verb.idx - each.at < FAR),
        key=lambda each: each.at,
    )
    if near:
        executive = [each for each in near if each.role in EXECUTIVE]
        leaving = [each for each in executive if each.role != "chief executive" or _is_leaving(context, each)]
        return (leaving or executive or near)[-1]
    owner = council(context, verb)
    if owner is None or not CHILDREN.search(context.document.title + context.text[:600]):
        return None
    return Draft(person, DCS, owner, 0, 0, 0.5)


def _is_leaving(context: Context, draft: Draft) -> bool:
    """Whether the words around a post tell that its holder goes, or that it is empty."""
    return bool(draft.end) or bool(EMPTY.search(context.text[max(0, draft.at - 150) : draft.at + 150]))


def council(context: Context, verb: Token) -> str | None:
    """The council that a clause speaks of."""
    found = context.org_at(verb.idx, "the council")
    return found.name if found else None


def place_in(context: Context, verb: Token) -> str | None:
    """The council named after "in", "at" or "for" in the clause of a verb."""
    for org in context.orgs_in(verb.idx, verb.sent.end_char):
        near = context.text[verb.idx : org.start]
        if org.kind == "council" and AT_BODY.search(near) and len(near) < 60:
            return org.name
    return None
