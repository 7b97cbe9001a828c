"""Which words of a text could name a person: candidates, by what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from nicknames import name_triplets
from spacy.tokens import Doc, Span, Token

from ingest.namewords import (
    CAPITALS,
    FULL,
    HONOURS,
    NAME,
    NO_NAME,
    PEER,
    PLACE_WORDS,
    PLAIN_WORDS,
    POSTNOMINAL,
    SURNAME_IN_CAPITALS,
    TITLE,
    TITLE_IN_CAPITALS,
    TITLED,
    TITLES,
)
from ingest.occupations import OFFICES, PROFESSIONS
from ingest.registers import register

LIST_GAP = re.compile(r"(?:,|;|,? and|,? &)\s")
ROLE_NEAR = re.compile(
    r"^(?:\s?[,|(–—-]|,? who)?(?: (?:is|was|has been|had been|becomes?|became|remains))? (?:\(|"
    r"the |a |an )?(?:[\w’'-]+ ){0,4}?(?:director|chief executive|leader|cabinet member|"
    r"commissioner|chair|"
    r"head of|inspector|mayor|secretary|minister|officer|manager|adviser|DCS)\b",
    re.IGNORECASE,
)
ROLE_BEFORE = re.compile(
    r"\b(?:director|DCS|chief executive|leader|commissioner|chair|inspector|mayor|secretary|"
    r"minister|adviser|services|children|officer)"
    r",? $|\b(?:[Ii]nspectors? (?:were|was|for this visit were)|[Ii]nspectors?:|[Ll]ed by|[Cc]haired by) $"
)
POST = (
    r"(?:director|DCS|chief executive|leader|commissioner|chair(?:man|woman)?|inspector|mayor|secretary|minister|"
    r"adviser|officer|manager|member|lead|head|" + "|".join(sorted(OFFICES | PROFESSIONS)) + r")s?"
)
POST_AFTER = re.compile(
    rf"^{HONOURS}*(?:,|\s?[(|–—]| -|:|[ \t|.…]{{2,}}|\n[ \t|]*|,? who (?:is|was)| (?:is|was|has been|remains|became))"
    rf"(?: (?:the|a|an|our|its|their|new|then|now))*\s*(?:[\w’'-]+ ){{0,5}}?{POST}\b(?! to\b)",
    re.IGNORECASE,
)
POST_BEFORE = re.compile(
    rf"\b{POST}(?:,? (?:\(|of |for |at |[A-Z])[\w’', &)-]{{1,60}}?)?"
    rf"(?:,| is| was| will be| has been| remains|:| -| –|\s*\||[ \t]{{2,}}|[ \t]*\n)[ \t]*$",
    re.IGNORECASE,
)
MARKED = re.compile(
    rf"^(?:{HONOURS}| \((?:acting|interim|substantive|permanent|lead|chair|lab|con|labour|conservative|lib dem|green|"
    r"ind|aged|she|he|they|\d\d)\b|,? who(?:[’']s|[’']d| [a-z])| {2,}\d\d? [A-Z][a-z]+ \d{4})",
    re.IGNORECASE,
)
ANNOUNCED = re.compile(
    r"\b(?:(?:taken|succeeded|replaced|chaired|led|headed|filled|held|covered|followed|signed|compiled|assisted|joined|"
    r"vacated) by|(?:said|says|remembers|writes|recalls|admits|adds|added)|[Tt]hey are|[Hh]e is|[Ss]he is|(?:was|is) "
    r"called|post[- ]holder is|(?:Labour|Conservatives?|Tory|Greens?|Lib Dems?|Liberal Democrats?|[Ii]ndependent)"
    r"(?:[’']s?)?|[Dd]ear|[Yy]ours \w+,?|managed by|[Rr]eplac(?:ed|es|ing)|succeed(?:ed|s|ing)|took over from|"
    r"(?:departure|resignation|retirement|appointment|promotion|death|arrival) of|the late|[Ee]nter|[Tt]hen came|"
    r"it[’']s|(?:successor|predecessor|deputy|colleague|counterpart)(?: (?:but one|from \w+|at the \w+))?,|"
    r"of whom the last was|directors are|Constable|Ch Const|Inspector|Commander|HMI|school head) $"
)
VERB_OF_PERSON = frozenset(
    """appoint promote recruit elect second reappoint thank chair oversee retire return depart commence
    qualify say tell add ask believe think feel insist
    join leave resign retire quit replace succeed become take start begin
    welcome write chair lead run describe explain confirm admit warn announce accept remain step stay serve work
    appoint name move come go hold have spend pay arrive promise finish deputise steer resume visit""".split()
)


def in_rows(text: str, places: set[str]) -> Iterator[tuple[int, int]]:
    """Full names that could go on a row of names: "Ann Lee, Bo Diaz and Cy Ash"."""
    for match in FULL.finditer(text):
        words = match.group()
        closed = re.match(r"\s*(?:[,;.)\n]|and\b|&|$)", text[match.end() :])
        if closed and words not in places and not wrong_word(words) and register().find(words) is None:
            yield match.start(), match.end()


def titled(text: str) -> Iterator[tuple[int, int]]:
    """Names behind a title, and those of peers with their place."""
    for match in PEER.finditer(text):
        yield match.span()
    for match in TITLED.finditer(text):
        yield match.span()


def recognised(doc: Doc, text: str, places: set[str]) -> Iterator[tuple[int, int]]:
    """Names that the model takes for people's."""
    for ent in doc.ents:
        if ent.label_ == "PERSON" or (ent.label_ in {"ORG", "GPE", "NORP", "FAC"} and _reads_as_person(ent, text)):
            match = re.match(
                rf"(?:{TITLE} )*{NAME}", text[ent.start_char : ent.end_char + 30].split("\n", maxsplit=1)[0]
            )
            if (
                match
                and match.end() >= len(ent.text.split()[0])
                and not (ent.label_ != "PERSON" and match.group() in places)
            ):
                yield ent.start_char, ent.start_char + match.end()


def _reads_as_person(ent: Span, text: str) -> bool:
    """A full name that the model took for something else, given away by a post that follows it."""
    after = text[ent.end_char : ent.end_char + 70]
    return bool(FULL.fullmatch(ent.text)) and bool(ROLE_NEAR.match(after)) and not NO_NAME.search(ent.text)


def by_gazetteer(text: str) -> Iterator[tuple[int, int]]:
    """Names that begin with a known first name."""
    for match in FULL.finditer(text):
        words = match.group().split()
        if words[0].lower() in first_names() and len(words) <= 4 and words[0] not in PLAIN_WORDS:
            yield match.start(), match.end()


def by_post(text: str, places: set[str]) -> Iterator[tuple[int, int]]:
    """Full names that a post follows or precedes, or that other words give away; initials with a surname; capitals."""
    for match in FULL.finditer(text):
        start, end = trimmed(text, _behind_rank(match), match.end())
        words = text[start:end]
        if " " not in words or words in places or re.match(r"\w+ing\b", words):
            continue
        before, after = text[max(0, start - 90) : start], text[end : end + 70]
        initial = re.match(r"[A-Z]\.? ", words) and re.match(r"\s*(?:\n|$|,|\(| {2,})", after)
        beside = ROLE_NEAR.match(after) or ROLE_BEFORE.search(before) or POST_AFTER.match(after)
        if initial or beside or POST_BEFORE.search(before) or MARKED.match(after) or ANNOUNCED.search(before):
            yield start, end
    for match in CAPITALS.finditer(text):
        if POST_AFTER.match(text[match.end() : match.end() + 70]) and not _is_shouted(text, match):
            name = POSTNOMINAL.sub("", match.group())
            title = TITLE_IN_CAPITALS.match(name)
            yield match.start() + (title.end() if title else 0), match.start() + len(name)


def by_surname(text: str) -> Iterator[tuple[int, int]]:
    """Names with the surname in capitals: behind a title, with a known first name, or alone on a line."""
    for match in SURNAME_IN_CAPITALS.finditer(text):
        is_line = text[: match.start()].endswith("\n") and text.startswith("\n", match.end())
        is_known = match["title"] or match["given"].lower() in first_names() or is_line
        if is_known and not NO_NAME.search(match.group()):
            yield match.start(), match.end()


def _behind_rank(match: re.Match[str]) -> int:
    """Where a name begins behind words of a rank that none has: "Detective Inspector Ann Lee"."""
    start, words = match.start(), match.group()
    while words.count(" ") > 1 and (words.startswith("Detective ") or ((at := wrong_word(words)) and not at.start())):
        first, _, words = words.partition(" ")
        start += len(first) + 1
    return start


def _is_shouted(text: str, match: re.Match[str]) -> bool:
    """Whether words in capitals are no name: one is a word that no name has, or all of their line is in capitals."""
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()].strip(" |")
    return bool(wrong_word(match.group().title())) or line.isupper()


def by_deed(doc: Doc, text: str) -> Iterator[tuple[int, int]]:
    """Full names that do what only people do (say, resign, succeed), or have two surnames joined by a hyphen."""
    for match in FULL.finditer(text):
        start, end = trimmed(text, *match.span())
        words = text[start:end]
        if " " not in words or len(words.split()) > 4:
            continue
        if re.search(r"[a-z]-[A-Z][a-z]+$", words):
            yield start, end
            continue
        span = doc.char_span(start, end)
        if span is not None and acts(span.root) and all(token.pos_ == "PROPN" for token in span):
            yield match.start(), match.end()


@cache
def first_names() -> frozenset[str]:
    """Given names and their short forms, in lower case."""
    return frozenset(name for each in name_triplets() for name in (each.name1, each.name2))


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without post-nominals, possessive and words that no name has; empty where nothing is left."""
    words = text[start:end]
    words = POSTNOMINAL.sub("", words)
    words = re.sub(r"[’']s?$", "", words.rstrip(" ,."))
    head = TITLES.match(words)
    bare = words[head.end() :] if head else words
    wrong = wrong_word(bare)
    if wrong and wrong.start() == 0:
        return start, start
    if wrong:
        words = words[: len(words) - len(bare) + wrong.start()].rstrip(" ,")
        bare = bare[: wrong.start()].rstrip()
    if not bare or (not head and " " not in bare and "." not in bare):
        return (start, start + len(words)) if bare and not head else (start, start)
    return start, start + len(words)


def wrong_word(bare: str) -> re.Match[str] | None:
    """A word that no name has, unless it is a surname that is also a plain word ("Church", "England")."""
    for match in NO_NAME.finditer(bare):
        word = match.group()
        is_last = match.start() > 0 and match.end() == len(bare)
        is_place = word in PLACE_WORDS and bare.split(maxsplit=1)[0].lower() not in first_names()
        if not (is_last and word in PLAIN_WORDS and not is_place) and not (word == bare and word in PLAIN_WORDS):
            return match
    return None


def acts(token: Token) -> bool:
    """Whether a noun does what only people do."""
    return token.dep_ in {"nsubj", "nsubjpass"} and token.head.lemma_ in VERB_OF_PERSON
