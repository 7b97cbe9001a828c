"""Claims of trusts and council companies: planned, established, operating, ended, and the councils they serve."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from graph.model import Claim, TrustStatement, TrustStatus
from ingest.extraction.context import Context
from ingest.extraction.sightings import finer
from ingest.extraction.when import dates_of
from ingest.names import Mention
from ingest.trustnames import place_of

GENERIC = re.compile(
    r"\b(?:(?:independent|new|children[’']s|charitable|similar|council-owned|arm[’']s[- ]length|not-for-profit|"
    r"voluntary|local|services|a|the|one) )+"
    r"(?:trusts?(?: model)?|company|body|organisation|delivery model)\b|\binto a Trust\b",
    re.IGNORECASE,
)
BACK = re.compile(
    r"\b(?:back (?:in-?house|under|to the (?:council|authority)|into the (?:council|authority))|"
    r"return(?:ed|s|ing)? (?:in-house|to (?:the |its )?(?:council|authority))|reintegrat\w+|brought back)\b",
    re.IGNORECASE,
)
SERVICES = re.compile(
    r"\b(?:services?|functions|social care|responsibilit(?:y|ies)|department|work|trading|operations|life|"
    r"existence|being|over|live|operating|running|delivering|on)\b",
    re.IGNORECASE,
)
RUN = re.compile(r"services?|functions|social care|\bthem\b", re.IGNORECASE)
WORKING = re.compile(
    r"\b(?:in operation|in the hands of|up and running|operational|live|well established|in place|open)\b",
    re.IGNORECASE,
)
ANYTHING = re.compile("")


@dataclass(frozen=True, slots=True)
class Frame:
    """What verbs say of a trust: `places` are where the trust may stand, `words` what else the clause must have."""

    lemmas: frozenset[str]
    status: TrustStatus
    places: tuple[str, ...]
    words: re.Pattern[str] = ANYTHING


FRAMES = (
    Frame(
        frozenset("establish set create form found launch incorporate".split()), "established", ("object", "antecedent")
    ),
    Frame(frozenset("transfer hand pass move place outsource put lose".split()), "established", ("target",), SERVICES),
    Frame(frozenset("close wind dissolve abolish disband cease fold end".split()), "ended", ("object", "subject")),
    Frame(frozenset(), "ended", ("object", "subject"), BACK),
    Frame(frozenset({"replace"}), "ended", ("object",)),
    Frame(frozenset("launch open trade".split()), "established", ("subject",)),
    Frame(
        frozenset("begin start take go become commence".split()),
        "established",
        ("subject",),
        SERVICES,
    ),
    Frame(
        frozenset("run provide deliver manage operate exercise look use".split()),
        "operating",
        ("agent", "subject"),
        RUN,
    ),
    Frame(
        frozenset("work serve act".split()), "operating", ("subject",), re.compile(r"\bfor\b.*\bsince\b|on behalf of")
    ),
    Frame(frozenset({"own"}), "operating", ("object",)),
    Frame(frozenset({"be"}), "operating", ("subject",), re.compile(r"responsible for [^.;]*(?:services|social care)")),
    Frame(frozenset({"be"}), "operating", ("within", "subject"), WORKING),
)
FOR = re.compile(r"\b(?:on behalf of|for|in|owned by|run by|by)\s+(?:the )?$", re.IGNORECASE)
RANK: dict[TrustStatus, int] = {"established": 0, "ended": 1, "planned": 2, "operating": 3}


@dataclass(frozen=True, slots=True)
class Telling:
    """One place that tells of one trust; `key` is alike for tellings of one trust."""

    key: str
    name: str | None
    councils: tuple[str, ...]
    status: TrustStatus
    date: str | None
    begin: int
    finish: int


def claims(context: Context) -> Iterable[Claim]:
    """Every trust that the document tells of, once for each event."""
    told = [each for sentence in context.sentences for each in _in_sentence(context, sentence)]
    for each in _joined(told):
        statement = TrustStatement(name=each.name, councils=each.councils, status=each.status, date=each.date)
        yield context.claim(statement, each.begin, each.finish, 0.5 + 0.25 * bool(each.date) + 0.1 * bool(each.name))


def _joined(told: list[Telling]) -> list[Telling]:
    """One telling for each trust and event; one that is established need not be said to operate or be planned."""
    facts: dict[tuple[str, TrustStatus], Telling] = {}
    for each in told:
        known = facts.get((each.key, each.status))
        facts[each.key, each.status] = (
            replace(
                known,
                date=finer(known.date, each.date) if known.date != each.date else known.date,
                councils=known.councils or each.councils,
            )
            if known
            else each
        )
    kept = sorted(facts.values(), key=lambda each: (RANK[each.status], each.begin))
    begun = {each.key for each in kept if each.status in {"established", "ended"}}
    planned = {each.key for each in kept if each.status == "planned"}
    named = {council for each in kept if each.name for council in each.councils}
    return [
        each
        for each in kept
        if not (each.status in {"operating", "planned"} and each.key in begun)
        and not (each.status == "operating" and each.key in planned)
        and not (each.name is None and named & set(each.councils))
    ]


def _in_sentence(context: Context, sentence: Span) -> Iterator[Telling]:
    for token in sentence:
        if token.pos_ in {"VERB", "AUX"}:
            found = _of_verb(context, token)
            yield from (found,) if found else ()
            yield from _superseded(context, token)


def _superseded(context: Context, verb: Token) -> Iterator[Telling]:
    """“took over from the old trust”, “replaces the trust”: the other's end."""
    over = any(child.lower_ == "over" for child in verb.children)
    places = [
        place for child in verb.children if child.dep_ == "prep" and child.lower_ == "from" for place in child.children
    ]
    gone = (
        places
        if verb.lemma_ == "take" and over
        else [child for child in verb.children if child.dep_ == "dobj" and verb.lemma_ in {"replace", "succeed"}]
    )
    for place in gone:
        found = context.mention(place) or (_spoken_of(context, place) if place.lower_ == "it" else None)
        if found and found.kind == "trust" and context.is_factual(verb):
            dates = dates_of(context, verb)
            sentence = verb.sent
            yield Telling(
                found.key,
                found.name,
                _served(context, verb, found.name),
                "ended",
                dates[0].edtf if dates else None,
                sentence.start_char,
                sentence.end_char,
            )


def _of_verb(context: Context, verb: Token) -> Telling | None:
    status = _status(verb)
    if status is None:
        return None
    subject, target = status[1], status[0]
    trust = _trust(context, subject)
    if trust is None and target == "ended" and RUN.search(subject.text):
        gone = (
            _spoken_of(context, verb)
            if re.search(r"\btrust|company\b", _around(context, verb), re.IGNORECASE)
            else None
        )
        trust = (gone.name, gone.key) if gone else None
    if trust is None:
        return None
    name, key = trust
    if target != "planned" and not context.is_factual(verb):
        return None
    dates = [each for each in dates_of(context, verb) if each.relation not in {"until", "before", "by"}]
    date = dates[0].edtf if dates else None
    if target == "operating" and dates and dates[0].relation in {"since", "from", "at"}:
        target = "established"
    if target == "established" and _is_ahead(context, verb, date):
        target = "planned"
    if target == "established" and date is None:
        target = "operating"
    councils = _served(context, verb, name)
    if name is None and (not councils or (target == "operating" and not date)):
        return None
    sentence = verb.sent
    key = key or f"of {' '.join(councils)}"
    return Telling(
        key, name, councils, target, date if target != "operating" else None, sentence.start_char, sentence.end_char
    )


def _around(context: Context, verb: Token) -> str:
    """The sentence of a verb and the one before it."""
    start = context.sentence(max(0, verb.sent.start_char - 2)).start_char
    return context.text[start : verb.sent.end_char]


def _status(verb: Token) -> tuple[TrustStatus, Token] | None:
    """What the verb says of a trust, and the word through which the trust is its argument."""
    whole = verb.head if verb.dep_ == "xcomp" else verb
    words = " ".join(each.text for each in whole.subtree)
    if verb.dep_ == "relcl":
        words = f"{verb.head.text} {words}"
    for frame in FRAMES:
        if (frame.lemmas and verb.lemma_.lower() not in frame.lemmas) or not frame.words.search(words):
            continue
        found = next((word for place in frame.places if (word := PLACES[place](verb, whole)) is not None), None)
        if found is not None:
            ahead = _comes(verb) and frame.status != "ended"
            return ("planned" if ahead else frame.status), found
    return None


def _child(verb: Token, *relations: str) -> Token | None:
    return next((child for child in verb.children if child.dep_ in relations), None)


def _subject(verb: Token, whole: Token) -> Token | None:
    subject = _child(verb, "nsubj", "csubj") or _child(whole, "nsubj", "csubj")
    return _relative(subject, _antecedent(verb, whole))


def _antecedent(verb: Token, _: Token) -> Token | None:
    return verb.head if verb.dep_ in {"acl", "relcl"} else None


def _object(verb: Token, whole: Token) -> Token | None:
    is_passive = _child(verb, "auxpass") is not None
    return _child(verb, "nsubjpass", "dobj") or (_child(whole, "nsubjpass", "nsubj") if is_passive else None)


def _below(verb: Token, prepositions: frozenset[str]) -> Token | None:
    below = (place for child in verb.children if child.lower_ in prepositions for place in child.children)
    return next((place for place in below if place.dep_ == "pobj"), None)


def _target(verb: Token, _: Token) -> Token | None:
    near = _below(verb, frozenset({"to", "into", "in"}))
    if near is not None:
        return near
    deep = (each for each in verb.subtree if each.dep_ == "pobj" and each.head.lower_ in {"to", "into"})
    return next((each for each in deep if each.lower_ in {"trust", "company", "children", "first"}), None)


def _agent(verb: Token, _: Token) -> Token | None:
    return _below(verb, frozenset({"by"}))


def _within(verb: Token, _: Token) -> Token | None:
    return next((each for each in verb.subtree if each.lower_ in {"trust", "company"}), None)


PLACES: dict[str, Callable[[Token, Token], Token | None]] = {
    "subject": _subject,
    "antecedent": _antecedent,
    "object": _object,
    "target": _target,
    "agent": _agent,
    "within": _within,
}


def _relative(subject: Token | None, antecedent: Token | None) -> Token | None:
    if subject is None or (subject.lower_ in {"which", "that", "who"} and antecedent is not None):
        return antecedent
    return subject


def _comes(verb: Token) -> bool:
    """Whether the clause tells what is to come."""
    if any(child.dep_ in {"aux", "auxpass"} and child.lower_ in {"will", "’ll", "'ll"} for child in verb.children):
        return True
    head = verb.head
    if verb.dep_ == "xcomp" and head.lemma_ in {"be", "plan", "go", "due", "set", "expect", "intend"}:
        return True
    to = any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)
    return to and (
        head.lemma_ in {"be", "go", "direct", "order", "tell", "require", "plan", "work", "dream"}
        or verb.dep_ in {"xcomp", "acl"}
    )


def _is_ahead(context: Context, verb: Token, date: str | None) -> bool:
    published = context.document.published
    return bool(published and date and date[: len(published)] > published[: len(date)]) and verb.tag_ != "VBD"


def _trust(context: Context, token: Token) -> tuple[str | None, str | None] | None:
    """The name and key of the trust that a word names or refers to; (None, None) for one without a name."""
    by_it = [child for child in token.children if child.dep_ in {"appos", "compound"}]
    beside = (context.mention(each) for each in [*by_it, *([token.head] if token.dep_ == "appos" else [])])
    found = context.mention(token) or next((each for each in beside if each), None)
    if found:
        return (found.name, found.key) if found.kind == "trust" else None
    phrase = context.text[token.left_edge.idx : token.idx + len(token)]
    if re.search(r"\b(?:NHS|hospital|foundation|school|academy|multi-academy)\b", phrase, re.IGNORECASE):
        return None
    is_generic = token.lower_ in {"trust", "company", "body"} and (GENERIC.search(phrase) or token.lower_ == "trust")
    definite = is_generic and re.match(r"(?:the|this|our|its|that|old)\b", phrase, re.IGNORECASE)
    if token.lower_ in {"it", "which", "that"} or definite:
        near = _spoken_of(context, token)
        unnamed = (None, None) if is_generic and token.lower_ == "trust" else None
        return (near.name, near.key) if near else unnamed
    return _called(context, token) if is_generic else None


def _called(context: Context, token: Token) -> tuple[str | None, str | None]:
    """The name after “a company called …”."""
    named = next((each for each in context.orgs_in(token.idx, token.idx + 80) if each.kind == "trust"), None)
    if named is None:
        return None, None
    between = context.text[token.idx : named.start]
    is_name = re.fullmatch(r"\w+(?: to be)?(?: called|,| known as|:)?\s*", between)
    return (named.name, named.key) if is_name else (None, None)


def _spoken_of(context: Context, token: Token) -> Mention | None:
    """The trust that “it” (the last named in this or the sentence before) or “the company” means."""
    before = [each for each in context.orgs if each.kind == "trust" and each.start < token.idx]
    if token.lower_ in {"it", "which", "that"}:
        start = context.sentence(max(0, token.sent.start_char - 2)).start_char
        others = [each for each in context.orgs_in(start, token.idx) if each.kind == "trust"]
        return others[-1] if others else None
    return before[-1] if before else context.focus.trust


def _served(context: Context, verb: Token, name: str | None) -> tuple[str, ...]:
    """The councils that the sentence says are served, else those of the trust's name, else the one spoken of."""
    sentence = verb.sent
    here = [each for each in context.orgs_in(sentence.start_char, sentence.end_char) if each.kind == "council"]
    after = [each for each in here if FOR.search(context.text[max(0, each.start - 20) : each.start])]
    if after:
        first = here.index(after[0])
        found = [after[0]]
        for each in here[first + 1 :]:
            if re.fullmatch(r"(?:,| and|, and)\s+(?:the )?", context.text[found[-1].end : each.start]):
                found.append(each)
        return tuple(dict.fromkeys(each.name for each in found))
    place = place_of(name or "")
    bearing = [each.name for each in context.orgs if each.kind == "council" and place and place in each.name]
    if place:
        return (bearing[0] if bearing else place,)
    spoken = context.org_at(verb.idx)
    return (spoken.name,) if spoken and spoken.kind == "council" else ()
