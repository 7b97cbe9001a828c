"""What verbs say of a trust, and which word of their clause it is: set up, given services, wound up, running them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from graph.model import TrustStatus
from ingest.extraction.syntax import subject as subject_of

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
BODY = re.compile(r"\b(?:company|trust|body|organisation)\b.*\b(?:owned|set up|run) by\b", re.IGNORECASE)
DEPARTMENT = re.compile(r"(?:council|authority|city|borough|county)(?:[’']s)?(?: own)? .*(?:department|services)")
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
    Frame(frozenset("cease fold".split()), "ended", ("subject", "object")),
    Frame(frozenset("close wind dissolve abolish disband end".split()), "ended", ("object", "subject")),
    Frame(frozenset({"take", "bring"}), "ended", ("source",), re.compile(r"\bback\b")),
    Frame(frozenset(), "ended", ("object", "subject"), BACK),
    Frame(frozenset("bring take move transfer return".split()), "ended", ("within",), BACK),
    Frame(frozenset({"take"}), "established", ("agent",), re.compile(r"\bover\b")),
    Frame(frozenset({"replace", "succeed"}), "established", ("subject",), DEPARTMENT),
    Frame(frozenset({"replace"}), "ended", ("object",)),
    Frame(frozenset({"assume"}), "established", ("subject",), SERVICES),
    Frame(frozenset({"come"}), "established", ("subject",), re.compile(r"\binto (?:being|existence|operation)\b")),
    Frame(frozenset({"bear"}), "established", ("object",)),
    Frame(frozenset({"operate", "exist"}), "operating", ("subject",), re.compile(r"\bsince\b")),
    Frame(frozenset({"serve"}), "operating", ("subject",)),
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
    Frame(frozenset("call name know brand".split()), "planned", ("predicate",), re.compile(r"\bwill\b|\bto be\b")),
    Frame(frozenset({"own"}), "operating", ("object",)),
    Frame(frozenset({"be"}), "operating", ("subject",), BODY),
    Frame(
        frozenset({"be"}),
        "operating",
        ("subject",),
        re.compile(r"responsible for [^.;]*(?:services|social (?:care|work))"),
    ),
    Frame(frozenset({"be"}), "operating", ("within", "subject"), WORKING),
)


def status(verb: Token) -> tuple[TrustStatus, Token] | None:
    """What the verb says of a trust, and the word through which the trust is its argument."""
    whole = verb.head if verb.dep_ == "xcomp" else verb
    words = " ".join(each.text for each in whole.subtree).replace(" - ", "-")
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


NOUNS: dict[str, TrustStatus] = {
    **dict.fromkeys("creation launch establishment formation opening birth".split(), "established"),
    **dict.fromkeys("closure abolition dissolution demise".split(), "ended"),
}


def named_status(noun: Token) -> tuple[TrustStatus, Token] | None:
    """What a noun says of a trust, and the trust's word: "the launch of the trust", "the trust's closure"."""
    status = NOUNS.get(noun.lower_)
    word = (_possessor(noun) or _below(noun, frozenset({"of"}))) if status else None
    return (status, word) if status and word is not None else None


def _possessor(noun: Token) -> Token | None:
    """Whose it is; the parser takes many an "’s" for a verb."""
    is_marked = noun.i > 1 and noun.nbor(-1).lower_ in {"'s", "’s"}
    return noun.nbor(-2) if is_marked else _child(noun, "poss")


def _child(verb: Token, *relations: str) -> Token | None:
    return next((child for child in verb.children if child.dep_ in relations), None)


def _shared(verb: Token) -> Token | None:
    """The subject that a conjoined clause shares with the one before."""
    return subject_of(verb) if verb.dep_ in {"conj", "xcomp"} else None


def _subject(verb: Token, whole: Token) -> Token | None:
    subject = _child(verb, "nsubj", "csubj") or _child(whole, "nsubj", "csubj") or _shared(verb)
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


def _source(verb: Token, _: Token) -> Token | None:
    return next((each for each in verb.subtree if each.dep_ == "pobj" and each.head.lower_ == "from"), None)


def _predicate(verb: Token, _: Token) -> Token | None:
    return _child(verb, "oprd", "attr", "dobj") or _below(verb, frozenset({"as"}))


def _within(verb: Token, _: Token) -> Token | None:
    return next((each for each in verb.subtree if each.lower_ in {"trust", "company"}), None)


PLACES: dict[str, Callable[[Token, Token], Token | None]] = {
    "subject": _subject,
    "antecedent": _antecedent,
    "object": _object,
    "target": _target,
    "agent": _agent,
    "source": _source,
    "within": _within,
    "predicate": _predicate,
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
