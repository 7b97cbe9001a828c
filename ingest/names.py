"""People and organisations in a parsed text: which words name them, and the fullest form of each name.

A person needs a title or a full name; a bare surname or first name counts where the full name stands in the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from nicknames import name_triplets
from spacy.tokens import Doc, Span, Token

from ingest.bodies import bodies
from ingest.naming import Found
from ingest.registers import register

MentionKind = Literal["person", "council", "trust", "organisation"]
TITLE = (
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Coun|Cllrs|Councillors?|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Baron|Rev|"
    r"Canon|Alderman|Ald|Sgt|Supt|DCI|Judge)\b\.?"
)
WORD = r"(?:(?:Mc|Mac|O[’']|D[’']|Fitz)?[A-ZÀ-Þ][a-zß-ÿ]+(?:[’'][A-Z][a-z]+)?|[A-Z]\.?(?=[ .]))"
PART = rf"{WORD}(?:-{WORD})*"
NAME = rf"{PART}(?: (?:(?:de|van|von|der|la|bin|al|le) )*{PART}){{0,3}}"
TITLED = re.compile(rf"\b({TITLE} (?:{TITLE} )*)({NAME})")
TITLES = re.compile(rf"^(?:(?:{TITLE}|the|Inspector|Mayor|Commissioner|Minister) )+")
POSTNOMINAL = re.compile(r"[, ]+(?:OBE|CBE|MBE|DBE|KBE|QPM|MP|HMI|QC|KC|PhD|JP|DL)\b.*$")
FULL = re.compile(rf"(?<![\w-]){PART}(?: (?:(?:de|van|von|der|la|bin|al|le) )*{PART}){{1,3}}(?![\w-])")
NO_NAME = re.compile(
    r"\b(After|Since|From|As|But|And|At|In|On|For|By|With|When|While|Under|Before|During|To|Of|"
    r"If|Then|Now|Former|Meanwhile|Although|However|Elsewhere|Ofsted|Council|Trust|Board|Service|"
    r"Services|Department|Committee|Government|Children|Cabinet|Office|Director|"
    r"Executive|Chief|Leader|Head|Chair|Inspector|Commissioner|Secretary|Minister|Mayor|Member|Officer|Manager|HMI|DCS|"
    r"DfE|ILACS|JTAI|SEND|NHS|Street|Road|House|Centre|Lane|Square|Hall|Way|Avenue|Park|School|Academy|Hospital|"
    r"University|Police|Partnership|Team|Review|Report|Plan|Act|Bill|Framework|Programme|Panel|Group|Party|Labour|"
    r"Conservative|Liberal|Democrats?|Green|News|Echo|Gazette|Chronicle|Post|Times|Journal|Monday|Tuesday|Wednesday|"
    r"Thursday|Friday|Saturday|Sunday|January|February|March|April|June|July|August|September|"
    r"October|November|December|"
    r"Christmas|Easter|North|South|East|West|County|City|Borough|District|Union|Unison|Early|"
    r"Help|Home|Homes|Care|Social|"
    r"Improvement|Quality|Performance|Education|Learning|Skills|Families|Young|People|Health|Adult|Adults|"
    r"Authority|Visit|Inspection|Letter|Dear|Yours|Image|Picture|Photo|Published|Read|More|"
    r"Related|Contact|Advertisement|"
    r"His|Her|The|This|That|These|She|He|They|We|You|Our|Its|Their|Majesty|Interim|Acting|Former|"
    r"Deputy|Assistant|Senior|"
    r"Lead|Corporate|Strategic|Managing|Regional|National|Local|Britain|UK|One|Two|Three|"
    r"Response|Responses|Comment|Comments|View|Views|"
    r"Town|Civic|Digital|Media|Facebook|Twitter|YouTube|Getty|Wikimedia|BBC|Whitehall|Parliament|Commons|Guildhall)\b"
)
LIST_GAP = re.compile(r"(?:,|;|,? and|,? &)\s")
PLAIN_WORDS = frozenset(
    """England Wales Church Bury Park Lane West North South Hall Post Green Young Street Home Service May March April
    June August London Short Best Head Chase Banks Wood Field Marsh Hill Price Read Way Square Church East Home Care
    Easter Times House""".split()
)
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
VERB_OF_PERSON = frozenset(
    """appoint promote recruit elect second reappoint thank chair oversee retire return depart commence
    qualify say tell add ask believe think feel insist
    join leave resign retire quit replace succeed become take start begin
    welcome write chair lead run describe explain confirm admit warn announce accept remain step stay serve work
    appoint name move come go hold have spend pay arrive promise""".split()
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at a place: `text` as written, `name` the document's fullest form, `key` alike for one bearer."""

    start: int
    end: int
    text: str
    name: str
    kind: MentionKind
    key: str


def names(doc: Doc, text: str) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """People and organisations named in the text, each in order; no word belongs to both."""
    found = bodies(doc, text)
    firm = [each for each in found if not each.is_bare_place or " " in each.text]
    persons = _people(doc, text, firm, {each.text for each in found if each.is_bare_place})
    taken = [(each.start, each.end) for each in persons]
    kept = [each for each in found if not any(start < each.end and each.start < end for start, end in taken)]
    return persons, _organisations(kept)


def _is_council(words: str) -> bool:
    """Whether words that could be a person's full name ("Cheshire West") are a council's of the register."""
    return " " in words and register().find(words) is not None


def _organisations(found: Iterable[Found]) -> tuple[Mention, ...]:
    kept = sorted(found, key=lambda each: each.start)
    fullest: dict[str, str] = {}
    for each in kept:
        fullest[each.key] = max(fullest.get(each.key, ""), each.name, key=_fullness)
    return tuple(Mention(each.start, each.end, each.text, fullest[each.key], each.kind, each.key) for each in kept)


def _fullness(name: str) -> tuple[bool, int]:
    return name[:1].isupper() and not name.isupper(), len(name)


# People


def _people(doc: Doc, text: str, bodies_found: list[Found], places: set[str]) -> tuple[Mention, ...]:
    blocked = [(each.start, each.end) for each in bodies_found]
    spans: dict[int, tuple[int, int]] = {}
    for found in (
        *_titled(text),
        *_recognised(doc, text, places),
        *_by_gazetteer(text),
        *_by_post(text),
        *_by_deed(doc, text),
    ):
        start, end = _trimmed(text, *found)
        clash = [key for key, span in spans.items() if span[0] < end and start < span[1]]
        is_ward = re.fullmatch(r"(\w+) (?:North|South|East|West|Central)", text[start:end])
        in_place = is_ward and is_ward.group(1) in places
        if end <= start or any(a < end and start < b for a, b in blocked) or clash or in_place:
            continue
        spans[start] = (start, end)
    for start, end in _in_rows(text, places):
        goes_on = any(LIST_GAP.fullmatch(text[b:start]) for a, b in spans.values() if 0 < start - b < 8)
        if goes_on and not any(a < end and start < b for a, b in (*blocked, *spans.values())):
            spans[start] = (start, end)
    return tuple(_propagated(doc, text, [spans[key] for key in sorted(spans)], blocked))


def _in_rows(text: str, places: set[str]) -> Iterator[tuple[int, int]]:
    """Full names that could go on a row of names: "Ann Lee, Bo Diaz and Cy Ash"."""
    for match in FULL.finditer(text):
        words = match.group()
        closed = re.match(r"\s*(?:[,;.)\n]|and\b|&|$)", text[match.end() :])
        if closed and words not in places and not _wrong_word(words) and register().find(words) is None:
            yield match.start(), match.end()


def _titled(text: str) -> Iterator[tuple[int, int]]:
    return ((match.start(), match.end()) for match in TITLED.finditer(text))


def _recognised(doc: Doc, text: str, places: set[str]) -> Iterator[tuple[int, int]]:
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


def _by_gazetteer(text: str) -> Iterator[tuple[int, int]]:
    for match in FULL.finditer(text):
        words = match.group().split()
        if words[0].lower() in _first_names() and len(words) <= 4:
            yield match.start(), match.end()


def _by_post(text: str) -> Iterator[tuple[int, int]]:
    """Full names that a post follows or precedes, whatever the model took them for; initials with a surname."""
    for match in FULL.finditer(text):
        words = match.group()
        before, after = text[max(0, match.start() - 40) : match.start()], text[match.end() : match.end() + 70]
        initial = re.match(r"[A-Z]\.? ", words) and re.match(r"\s*(?:\n|$|,|\(| {2,})", after)
        if not _wrong_word(words) and (initial or ROLE_NEAR.match(after) or ROLE_BEFORE.search(before)):
            yield match.start(), match.end()


def _by_deed(doc: Doc, text: str) -> Iterator[tuple[int, int]]:
    """Full names that do what only people do (say, resign, succeed), or have two surnames joined by a hyphen."""
    for match in FULL.finditer(text):
        words = match.group()
        if _wrong_word(words) or len(words.split()) > 4:
            continue
        if re.search(r"[a-z]-[A-Z][a-z]+$", words):
            yield match.start(), match.end()
            continue
        span = doc.char_span(match.start(), match.end())
        if span is not None and _acts(span.root) and all(token.pos_ == "PROPN" for token in span):
            yield match.start(), match.end()


@cache
def _first_names() -> frozenset[str]:
    return frozenset(name for each in name_triplets() for name in (each.name1, each.name2))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without post-nominals, possessive and words that no name has; empty where nothing is left."""
    words = text[start:end]
    words = POSTNOMINAL.sub("", words)
    words = re.sub(r"[’']s?$", "", words.rstrip(" ,."))
    head = TITLES.match(words)
    bare = words[head.end() :] if head else words
    wrong = _wrong_word(bare)
    if wrong and wrong.start() == 0:
        return start, start
    if wrong:
        words = words[: len(words) - len(bare) + wrong.start()].rstrip(" ,")
        bare = bare[: wrong.start()].rstrip()
    if not bare or (not head and " " not in bare and "." not in bare):
        return (start, start + len(words)) if bare and not head else (start, start)
    return start, start + len(words)


def _wrong_word(bare: str) -> re.Match[str] | None:
    """A word that no name has, unless it is a surname that is also a plain word ("Church", "England")."""
    for match in NO_NAME.finditer(bare):
        if not (match.start() and match.end() == len(bare) and match.group() in PLAIN_WORDS):
            return match
    return None


def _propagated(doc: Doc, text: str, spans: list[tuple[int, int]], blocked: list[tuple[int, int]]) -> Iterator[Mention]:
    bare = {span: TITLES.sub("", text[slice(*span)]).strip() for span in spans}
    full = _full_names(bare.values())
    full += tuple(_ending_in({n for n in bare.values() if " " not in n}, full, text))
    reversed_names = list(_register_style(text))
    reversed_spans = [(each.start, each.end) for each in reversed_names]
    titled = {span: bool(TITLES.match(text[slice(*span)])) for span in spans}
    known = [
        _person(text, match.span(), name)
        for name in full
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    ]
    for span in spans:
        within = [each for each in known if each.start < span[1] and span[0] < each.end]
        if within:
            known = [each for each in known if each not in within] + [_widened(text, span, each) for each in within[:1]]
            continue
        name = _resolve(bare[span], full)
        if name is None and titled[span]:
            name = bare[span]
        if name:
            known.append(_person(text, span, name))
    known = [
        each for each in known if not any(a < each.end and each.start < b for a, b in reversed_spans)
    ] + reversed_names
    taken = [(each.start, each.end) for each in known] + blocked
    known += [
        each for each in _bare_words(doc, text, full) if not any(a < each.end and each.start < b for a, b in taken)
    ]
    return iter(sorted(known, key=lambda each: each.start))


def _person(text: str, span: tuple[int, int], name: str) -> Mention:
    return Mention(*span, text[slice(*span)], name, "person", name.lower())


def _register_style(text: str) -> Iterator[Mention]:
    """A line like "WEIR, Rosemary Ann", as registers of companies have them."""
    for match in re.finditer(r"^[ \t]*([A-Z][A-Z’'-]+), ((?:[A-Z][\w’'-]+ ?)+)$", text, re.MULTILINE):
        surname = "-".join(part.capitalize() for part in match.group(1).split("-"))
        yield _person(text, (match.start(1), match.end(2)), f"{match.group(2).strip()} {surname}")


def _widened(text: str, span: tuple[int, int], mention: Mention) -> Mention:
    """The mention with the title that stands before it."""
    return _person(text, (min(span[0], mention.start), max(span[1], mention.end)), mention.name)


def _full_names(written: Iterable[str]) -> tuple[str, ...]:
    """Full names in order of appearance, a name inside a longer one left out."""
    names_ = list(dict.fromkeys(name for name in written if " " in name and not re.match(r"[A-Z]\.? ", name)))
    return tuple(n for n in names_ if not any(n != o and set(n.split()) < set(o.split()) for o in names_))


def _ending_in(surnames: set[str], full: tuple[str, ...], text: str) -> Iterator[str]:
    """Full names of people who are otherwise named by title and surname only."""
    missing = surnames - {each.split()[-1] for each in full}
    for match in FULL.finditer(text) if missing else ():
        name = match.group()
        is_name = not _wrong_word(name) and not TITLES.match(name) and not _is_council(name)
        if name.split()[-1] in missing and len(name.split()) == 2 and is_name:
            yield name


def _resolve(name: str, full: tuple[str, ...]) -> str | None:
    if name in full:
        return name
    parts = name.split()
    if len(parts) == 2 and re.fullmatch(r"[A-Z]\.?", parts[0]):
        return next((each for each in full if each.split()[-1] == parts[1] and each[0] == parts[0][0]), name)
    fits = [each for each in full if set(parts) <= set(each.split())]
    last = [each for each in fits if each.split()[-1] == parts[-1]] or [
        each for each in full if len(parts) == 1 and each.split()[-1].split("-")[-1] == parts[0]
    ]
    best = last or fits
    return best[0] if best else name if len(parts) > 1 else None


def _bare_words(doc: Doc, text: str, full: tuple[str, ...]) -> Iterator[Mention]:
    """Surnames and first names alone, of people whose full name stands in the document."""
    surnames = {each.split()[-1]: each for each in reversed(full)}
    firsts = {each.split()[0]: each for each in full}
    common = [each.split()[0] for each in full]
    for token in doc:
        if not token.is_title and not token.text.isupper():
            continue
        name = surnames.get(token.text) or (firsts.get(token.text) if common.count(token.text) == 1 else None)
        if (
            name is None
            or (token.text in PLAIN_WORDS and not _acts(token))
            or (_is_place(token.text) and _used_as_place(token, text))
        ):
            continue
        if token.pos_ in {"PROPN", "NOUN"} or token.ent_type_ == "PERSON":
            yield _person(text, (token.idx, token.idx + len(token)), name)


def _acts(token: Token) -> bool:
    return token.dep_ in {"nsubj", "nsubjpass"} and token.head.lemma_ in VERB_OF_PERSON


def _used_as_place(token: Token, text: str) -> bool:
    """Whether a surname that is a place too stands for the place: after "in", before "council"."""
    before = token.doc[token.i - 1].lower_ if token.i else ""
    after = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    if before in {"in", "at", "from", "to", "for", "of", "near", "across"} or after in {
        "council",
        "city",
        "borough",
        "county",
    }:
        return True
    named = re.search(rf"\b{token.text} (?:\w+ )?[Cc]ouncil", text)
    return bool(named) and not _acts(token)


def _is_place(word: str) -> bool:
    return register().find(word) is not None
