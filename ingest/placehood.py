"""What a text offers to tell whether a name that no register knows is a council's: how the name looks, where it stands,
what stands around it, and what the parser takes it for."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log1p

from spacy.tokens import Doc, Span

from ingest.genders import gender
from ingest.namewords import TITLE
from ingest.naming import NOT_PLACE, TOWN
from ingest.people import acts, first_names
from ingest.trained import Features

NAME = re.compile(rf"(?<![\w’'-]){TOWN}(?: (?:North|South|East|West))?(?![\w-])")
HEAD = 300  # letters of a document's head
LEADS = "in at from to for of across around outside near with by than and council borough".split()
NEXT = "is was has had have were will council borough county city children social services where which".split()
TITLED = re.compile(rf"{TITLE} \Z")
CAPITAL = re.compile(r"\b([A-Z][\w’'-]*|[A-Z]\.) \Z")
OPENS = re.compile(r"(?:^|[.!?:;]\W{0,3}|\n\W{0,3})\Z")
WORD = re.compile(r"([A-Za-z]+) \Z")
BEHIND = re.compile(r" ([A-Za-z]+)")
OWNED = re.compile(r"[’']s? (?:[a-z-]+ ){0,2}?([a-z]+)")
OWNING = frozenset(
    "director directors chief children services service council councillors cabinet leader mayor social department "
    "improvement commissioner commissioners inspection report rating safeguarding members budget families care".split()
)
STREET = re.compile(
    r" (?:School|Hospital|Infirmary|Road|Street|Lane|House|Avenue|Terrace|Parade|Primary|Academy|College|University|"
    r"Park|Centre|Hotel|Lodge|Court|Close|Ltd|LLP|plc|Group|Associates|Consulting|Partners|Hall|Green|Act)\b"
)
LOCAL = re.compile(
    r" (?:Safeguarding|Improvement|Integrated|Borough|City|County|Town|Labour|Conservatives?|Unison|Civic|Echo|Gazette|"
    r"Chronicle|Telegraph|Herald|Citizen|Observer|Mercury|Advertiser|Post|News|Children|Families|High|Girls|Grammar)\b"
)
SMALL = re.compile(r"\b[a-z]{4,}\b")
HYPHEN = re.compile(r"-(?:based|born|wide|area)\b")


@dataclass(frozen=True, slots=True)
class Stand:
    """One place at which a name stands."""

    start: int
    end: int


@dataclass(frozen=True)
class Text:
    """A parsed text that names so many councils in full."""

    doc: Doc
    words: str
    councils: int

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that it writes in small letters."""
        return frozenset(SMALL.findall(self.words))


def stands(text: str, treated: Iterable[str]) -> Mapping[str, Sequence[Stand]]:
    """Every capital name of a town's form, and what is `treated` as one, with where it stands."""
    found: dict[str, list[Stand]] = defaultdict(list)
    for match in NAME.finditer(text):
        for name in _within(match.group()):
            start = match.start() + match.group().rindex(name)
            found[name].append(Stand(start, start + len(name)))
    for name in treated:
        if name[:1].isupper() and name not in found:
            at = re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)
            found[name] = [Stand(each.start(), each.end()) for each in at]
    return {name: at for name, at in found.items() if at}


def _within(words: str) -> Iterator[str]:
    """The name without the plain words around it, or each of two that are joined."""
    parts = words.split(" ")
    while parts and NOT_PLACE.match(parts[0]):
        parts = parts[1:]
    while parts and NOT_PLACE.match(parts[-1]):
        parts = parts[:-1]
    yield from re.split(r" (?:and|&) ", " ".join(parts)) if parts else ()


def evidence(page: Text, name: str, at: Sequence[Stand], turns: Sequence[str]) -> Features:
    """What speaks for and against a name's being a council's; `turns` are the phrases that treat it so."""
    told: Counter[str] = Counter()
    for each in at:
        told.update(_around(page.words, each))
        told.update(_parsed(page.doc, each))
    return {
        **{key: float(min(value, 6)) for key, value in told.items()},
        **{f"share {key}": value / len(at) for key, value in told.items()},
        **dict.fromkeys(turns, 1.0),
        "turns": float(len(turns)),
        "councils named": float(min(page.councils, 8)),
        **_in_text(page, name, at),
        **_looks(page, name),
    }


def _in_text(page: Text, name: str, at: Sequence[Stand]) -> Features:
    length = len(page.words)
    return {
        "times": log1p(len(at)),
        "share of text": 1000 * len(at) / max(length, 500),
        "first": log1p(at[0].start),
        "in head": float(at[0].start < HEAD),
        "span": (at[-1].end - at[0].start) / max(length, 1),
        "shouted": float(name.upper() in page.words[: 2 * HEAD]),
    }


def _looks(page: Text, name: str) -> Features:
    parts = name.lower().split()
    return {
        "words": float(len(parts)),
        "letters": float(len(name)),
        "ends": parts[-1][-3:],
        "ends in four": parts[-1][-4:],
        "plain": float(page.small.issuperset(parts)),
        "given name": float(parts[0] in first_names()),
        "may be a person's": float(len(parts) > 1 and gender((name,)) is not None),
        "last word alone": _alone(page, name),
    }


def _alone(page: Text, name: str) -> float:
    """How often the last word stands without the ones before it, as a surname does; -1 where there is one only."""
    before, _, last = name.rpartition(" ")
    return float(len(re.findall(rf"(?<!{re.escape(before)} )\b{last}\b", page.words))) if before else -1.0


def _around(text: str, at: Stand) -> Iterator[str]:
    before, behind = text[max(0, at.start - 24) : at.start], text[at.end : at.end + 40]
    if TITLED.search(before):
        yield "titled"
    elif capital := CAPITAL.search(before):
        yield "behind a given name" if capital[1].lower() in first_names() else "behind a capital"
    elif OPENS.search(before):
        yield "opens"
    elif (lead := WORD.search(before)) and lead[1].lower() in LEADS:
        yield f"behind {lead[1].lower()}"
    if owned := OWNED.match(behind):
        yield "owns one of a council's" if owned[1] in OWNING else "owns"
    elif STREET.match(behind):
        yield "before a house"
    elif LOCAL.match(behind):
        yield "before a local body"
    elif HYPHEN.match(behind):
        yield "hyphened"
    elif word := BEHIND.match(behind):
        kind = "a capital" if word[1][0].isupper() else word[1] if word[1] in NEXT else "another"
        yield f"before {kind}"
    elif behind.startswith(","):
        yield "before who" if behind.startswith(", who ") else "before a comma"


def _parsed(doc: Doc, at: Stand) -> Iterator[str]:
    span: Span | None = doc.char_span(at.start, at.end, alignment_mode="expand")
    if span is None or not len(span):
        return
    root = span.root
    yield f"is {root.ent_type_ or 'nothing'}"
    yield f"as {root.dep_}"
    if acts(root):
        yield "does what people do"
    if root.ent_type_ and root.ent_iob_ == "I":
        yield "within a name"
    if root.pos_ != "PROPN":
        yield "no proper noun"
    if root.has_vector:
        yield "known word"
