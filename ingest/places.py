"""Which words name a council: in full, by its place where it stands in full elsewhere, or as a register has it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc

from ingest.naming import LINK, NO_COUNCIL, NOT_PLACE, PLACE, WORD, Found, skip_openers
from ingest.registers import register

COUNCIL_TAIL = (
    r"(?:(?: (?:Metropolitan|metropolitan|METROPOLITAN|CITY|COUNTY|BOROUGH|DISTRICT|City|city|"
    r"County|county|Borough|borough|District|district|Unitary|unitary|London))*"
    r"(?: (?:Council|council|COUNCIL|Authority)(?![\w])|(?: local authority))|(?: (?:CC|MBC|MDC|BC|DC|LBC)\b))"
)
COUNCIL = re.compile(
    rf"\b(?:(?:The )?(?:London Borough|Royal Borough|City|Borough|County|Council) of (?:the "
    rf")?{PLACE}{COUNCIL_TAIL}?(?![\w])"
    rf"|{PLACE}(?:[’']s)?{COUNCIL_TAIL})"
)
OWNED = re.compile(rf"[’']s(?={COUNCIL_TAIL}$)")  # "Dorset's county council" is Dorset County Council
NO_PART = "".join(rf"(?<!{point} )" for point in ("North", "South", "East", "West")) + r"(?<![\w-])"
"""Before a place's name: "South Aldershire" is no Aldershire."""
DOMAIN = re.compile(r"\b([a-z][a-z-]{3,})\.gov\.uk\b")
OTHER_BODY = re.compile(
    r"\b(?:Youth|Parish|Nursing|Research|Medical|Full|Police|Health|Fire|Port|Harbour|Park)(?: Council)?$"
)


def council_key(name: str) -> str:
    """What two names of one council have in common: the register's id, or the bare name of the place."""
    known = register().find(name)
    if known:
        return known.id
    bare = re.sub(
        r"\b(the|london|royal|borough|city|county|district|metropolitan|unitary|council|local authority|authority|mbc|"
        r"mdc|cc|bc|dc|of)\b",
        " ",
        name.lower().replace("’", "'").removesuffix("'s"),
    )
    return "council/" + ("-".join(bare.split()) or name.lower())


def councils(text: str) -> Iterator[Found]:
    """The councils named in full: "Aldermere Borough Council", "London Borough of Aldermere"."""
    for match in COUNCIL.finditer(text):
        start = skip_openers(match.group(), match.start())
        end = _extended(text, start, match.end())
        name = OWNED.sub("", text[start:end])
        bare = re.sub(
            r"(?i)\b(council|authority|local|city|county|borough|district|metropolitan|unitary|london|royal|of|the)\b",
            "",
            name,
        )
        if bare.strip(" ’'s") and not NO_COUNCIL.search(bare.strip()) and not OTHER_BODY.search(bare.strip()):
            yield Found(start, end, text[start:end], re.sub(r"^The ", "", name), "council", council_key(name))


def _extended(text: str, start: int, end: int) -> int:
    """Where a council's name ends, with "and Maidenhead" where the register knows the longer name."""
    more = re.match(rf"(?: (?:and|with|upon|on|&) (?:{WORD} ?){{1,3}})", text[end : end + 60])
    if not more:
        return end
    parts = more.group().rstrip().split(" ")
    for count in range(len(parts), 1, -1):
        longer = re.sub(r"[’'][sS]?$", "", " ".join(parts[:count]))
        if register().find(re.sub(r"^The ", "", text[start:end]) + longer):
            return end + len(longer)
    return end


def bare_councils(text: str, known: list[Found]) -> Iterator[Found]:
    """The name of a council's place alone, where the council stands in full elsewhere."""
    for key, place in dict.fromkeys((each.key, bare(each.name)) for each in known):
        if len(place) > 3 and place[0].isupper() and not NOT_PLACE.match(place):
            for match in re.finditer(rf"{NO_PART}{re.escape(place)}(?![\w-])", text):
                yield Found(
                    match.start(), match.end(), match.group(), match.group(), "council", key, is_bare_place=True
                )


def bare(name: str) -> str:
    """The place in a council's full name."""
    place = re.sub(r"^(?:The )?(?:(?:London Borough|Royal Borough|City|Borough|County) of )?(?:the )?", "", name)
    return re.sub(rf"(?:[’']s)?{COUNCIL_TAIL}$", "", place)


def known_places(doc: Doc, text: str) -> Iterator[Found]:
    """Places that the register knows, in words and in web addresses."""
    yield from _registered(text)
    for match in DOMAIN.finditer(text):
        if council := register().of_domain(match.group(1)):
            yield Found(*match.span(1), match.group(1), council.name, "council", council.id, is_bare_place=True)
    for ent in doc.ents:
        if ent.label_ in {"GPE", "ORG", "PERSON", "NORP", "LOC", "FAC"} and register().find(ent.text):
            words = re.sub(r"^[Tt]he ", "", re.sub(r"[’']s?$", "", ent.text.strip()))
            start = ent.start_char + ent.text.index(words) if words in ent.text else ent.start_char
            if _can_be_place(words):
                yield Found(start, start + len(words), words, words, "council", council_key(words), is_bare_place=True)


def _can_be_place(words: str) -> bool:
    return words[:1].isupper() and not words.isupper() and "\n" not in words and not NO_COUNCIL.search(words)


def _registered(text: str) -> Iterator[Found]:
    for several in _with_comma().finditer(text):
        name = several.group()
        yield Found(*several.span(), name, name, "council", council_key(name), is_bare_place=True)
    for match in re.finditer(rf"\b{WORD}(?: (?:{LINK} )?{WORD}){{0,3}}", text):
        for part in list(re.finditer(rf"\b{WORD}", match.group()))[:3]:
            words = next((each for each in _beginnings(match.group()[part.start() :]) if is_registered(each)), None)
            if words:
                start = match.start() + part.start()
                key = council_key(words)
                yield Found(start, start + len(words), words, words, "council", key, is_bare_place=True)


@cache
def _with_comma() -> re.Pattern[str]:
    """The registered names of several places: "Bournemouth, Christchurch and Poole"."""
    names = (name for council in register().councils for name in (council.name, *council.names) if "," in name)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})(?![\w-])")


def _beginnings(words: str) -> Iterator[str]:
    parts = words.split(" ")
    for count in range(len(parts), 0, -1):
        yield re.sub(r"[’'][sS]?$", "", " ".join(parts[:count]))


@cache
def is_registered(words: str) -> bool:
    """Whether a register of councils has a name."""
    return not NO_COUNCIL.search(words) and register().find(words) is not None
