"""Which words of a text name a council, a trust or another body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from spacy.tokens import Doc

from ingest.registers import register

Kind = Literal["council", "trust", "organisation"]
WORD = r"[A-Z][\w’'-]*"
LINK = r"(?:and|upon|on|with|of|&|in|under|the|le|by)"
TOWN = r"[A-Z][a-z]{2,}(?:-(?:[a-z]+-)*[A-Z][a-z]+)*(?: (?:(?:and|upon|on|&) )?[A-Z][a-z]+)?"
PLACE = rf"(?:{WORD}, (?={WORD} and ))?{WORD}(?: (?:{LINK} (?:{LINK} )?)?{WORD}){{0,5}}?"
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
TRUST = re.compile(
    rf"\b(?:Children First|Families Together) (?!Limited|Ltd|Trust){WORD}|\b(?:{WORD} (?:(?:and|"
    rf"&) )?){{0,4}}(?:Children(?:[’']s|s[’'])?(?: (?:Services|and Families|Social Care))* "
    rf"(?:Trust|Company)"
    rf"|Children First|Families First|Families Together|(?:Together|Achieving|Working|Better) "
    rf"[Ff]or (?:Children|Families))(?: (?:Ltd|Limited|Trust))?(?![\w])"
)
POSSESSOR = re.compile(
    r"\b([A-Z][a-z]{3,})[’']s (?:(?:former|then|first|interim|acting|new|current|next|former|"
    r"troubled|failing|ailing|inadequate) )*"
    r"(?:chief executive|children[’']s (?:director|boss|chief)|director\b|(?:executive |"
    r"strategic |corporate )?director of|DCS|children[’']s (?:services|social care)|council\b|"
    r"cabinet member|council leader)"
)
WORKPLACE = re.compile(
    r"\b(?:[Cc]hildren[’']s services|[Ss]ocial care|[Ff]amilies|young people|[Dd]irector|"
    r"DCS|[Cc]hief executive|[Cc]ommissioner) (?:at|in|for) "
    rf"({TOWN})(?! (?:Council|Trust|College|University))(?![\w’'])"
)
INSPECTED = re.compile(
    r"\b(?:visits? to|inspections? (?:of|in|at)|services (?:in|at)|inspect(?:ed|ing)|rated|judged|neighbouring|nearby) "
    rf"({TOWN})(?![\w’])|"
    rf"(?:^|(?<=[.;:] )|(?<=\n))({TOWN})(?:, (?:which|where) [^.;]{{3,60}},)?,? (?:(?:was|were|is|has been|had been|"
    r"which was) )?(?:(?:once|again|also|last|now|first|already|recently|still) )?(?:rated|judged|graded|inspected|"
    r"found to be|inadequate)\b"
)
FIXED = {
    "Department for Education": r"Department (?:for|of) Education|DfE",
    "Ofsted": r"Ofsted|OFSTED|Office for Standards in Education(?:, Children[’']s Services and Skills)?",
    "Care Quality Commission": r"Care Quality Commission|CQC",
    "HMICFRS": r"HMICFRS|HMIC|(?:Her|His) Majesty[’']s Inspectorate of Constabulary[\w ,]*",
    "HMI Probation": r"HMIP|HMI Probation|(?:Her|His) Majesty[’']s Inspectorate of Probation",
    "Local Government Association": r"Local Government Association|LGA",
    "Association of Directors of Children’s Services": r"ADCS|Association of Directors of Children[’']s Services",
}
BODY = re.compile(
    rf"\b(?:NHS (?:{WORD} ?(?:and |of )?){{1,6}}|University of {WORD}|(?:{WORD} (?:(?:and|for|the|"
    rf"&) )*){{1,6}}(?:Police(?: (?:Service|Force))?|Constabulary|"
    r"University|College|Academy|Hospital|Foundation Trust|NHS Trust|Safeguarding Children (?:Board|Partnership)|"
    r"Improvement Board|Integrated Care Board|Clinical Commissioning Group|CCG|Federation|"
    r"Association|Society|Chamber of \w+|"
    r"Employment Law|Solicitors|Consulting|LLP|Ltd|Limited|plc|Foundation|Charity|Kinship Trust|"
    r"Trust|Union|Group|Partnership|"
    r"Echo|Gazette|Chronicle|Telegraph|Herald))(?![\w])"
)
NOT_PLACE = re.compile(
    r"^(?:The|This|That|Our|Its|Their|Your|Her|His|A|An|In|At|For|From|As|By|And|But|When|Since|"
    r"After|Before|If|Cabinet|Lead|Former|"
    r"New|Council|Councillor|Cllr|Children|Ofsted|Both|Every|Each|Local|Unitary|Under|Meanwhile|"
    r"Instead|However|Although|While|Last|Once|Then|Now|Previously|Currently|Elsewhere|Today|"
    r"Yesterday|Also|Whether|Because|So|Yet|Despite|During|Until|Like|Unlike|Neighbouring|Nearby|"
    r"Leader|Chief|Executive|Full|"
    r"Member|Members|Director|Directors|Deputy|Interim|Acting|Conservative|Labour|Independent|"
    r"Youth|Care|District|County|City|Borough|"
    r"Parish|Town|Dear|To|Of|With|Following|Inspectors|Education|Services|Focused|Monitoring|"
    r"Visit|Government|Tory|Report|Other|Across|Inspection|Review|Social|Response|Update|"
    r"Progress|Improvement|Performance|Summary|Strategic|Statutory|Mayor|"
    r"Scrutiny|Yours|Of|Is|Has|Was|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|"
    r"January|February|March|April|May|June|July|August|September|"
    r"October|November|December)$"
)
NOT_TOWN = re.compile(
    r"^(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|All|Some|Several|Most|Others|What|Which|Who|Where|There|Here|They|"
    r"It|He|She|We|Rated|Judged|Christmas|Easter|Early|Together|Learning|Family|Families|Homes?|Whitehall|Parliament|"
    r"England|Wales|Schools?|Social)$"
)
NO_COUNCIL = re.compile(
    r"^(?:England|Wales|Britain|UK|United Kingdom|London|Scotland|Ireland|Europe|West Midlands|North West|North East|"
    r"South West|South East|Yorkshire|West Yorkshire|South Yorkshire|Merseyside|Greater "
    r"Manchester|Whitehall|Westminster Hall|"
    r"Parliament|Australia|Bermuda|Guildhall|Ofsted|DfE|Town Hall|Council|Borough|Facebook|Twitter|Children|"
    r"Street|House|Road|Piccadilly Gate|Pennines?)$|\b(?:Street|House|Road|Lane|Square|Way|Gate|"
    r"Hall|Centre|Hub|Office)$"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A name of a body at a place; a bare place is a town's or county's name without a word like "council"."""

    start: int
    end: int
    text: str
    name: str
    kind: Kind
    key: str
    is_bare_place: bool = False


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


def bodies(doc: Doc, text: str) -> list[Found]:
    """Every body named in the parsed text, in order, the longest name at each place."""
    taken: list[Found] = []
    councils, trusts = list(_councils(text)), list(_trusts(text))
    short = (*_shortened(text, trusts), *_bare_councils(text, councils))
    for found in (
        *_fixed(text),
        *trusts,
        *councils,
        *_bodies(text),
        *short,
        *_registered(text),
        *_places(doc, text),
        *_possessors(text),
        *_workplaces(text),
    ):
        elsewhere = re.match(r"-(?:based|born|wide|area)", text[found.end : found.end + 6])
        if not elsewhere and not any(each.start < found.end and found.start < each.end for each in taken):
            taken.append(found)
    return sorted(taken, key=lambda each: each.start)


def _fixed(text: str) -> Iterator[Found]:
    for name, pattern in FIXED.items():
        for match in re.finditer(rf"\b(?:{pattern})\b", text):
            yield Found(match.start(), match.end(), match.group(), name, "organisation", name.lower())


def _trusts(text: str) -> Iterator[Found]:
    for match in TRUST.finditer(text):
        start = _skip_openers(match.group(), match.start())
        name = text[start : match.end()]
        if name and not re.match(r"(?:Trust|Children[’']s Trust$|Children First$)", name.replace("Services ", "")):
            yield Found(start, match.end(), name, name, "trust", "trust/" + _slug(name))


def _councils(text: str) -> Iterator[Found]:
    for match in COUNCIL.finditer(text):
        start = _skip_openers(match.group(), match.start())
        end = _extended(text, start, match.end())
        name = text[start:end]
        bare = re.sub(
            r"(?i)\b(council|authority|local|city|county|borough|district|metropolitan|unitary|london|royal|of|the)\b",
            "",
            name,
        )
        if (
            bare.strip(" ’'s")
            and not NO_COUNCIL.search(bare.strip())
            and not re.search(r"\b(?:Youth|Parish|Nursing|Research|Medical|Full) ?(?:Council)?$", bare.strip())
        ):
            yield Found(start, end, name, re.sub(r"^The ", "", name), "council", council_key(name))


def _extended(text: str, start: int, end: int) -> int:
    """Where a council's name ends, with "and Maidenhead" where the register knows the longer name."""
    more = re.match(rf"(?: (?:and|with|upon|on|&) (?:{WORD} ?){{1,3}})", text[end : end + 60])
    if not more:
        return end
    parts = more.group().rstrip().split(" ")
    for count in range(len(parts), 1, -1):
        longer = re.sub(r"[’']s?$", "", " ".join(parts[:count]))
        if register().find(re.sub(r"^The ", "", text[start:end]) + longer):
            return end + len(longer)
    return end


def _bare_councils(text: str, councils: list[Found]) -> Iterator[Found]:
    """The name of a council's place alone, where the council stands in full elsewhere."""
    for key, bare in dict.fromkeys((each.key, _bare(each.name)) for each in councils):
        if len(bare) > 3 and bare[0].isupper() and not NOT_PLACE.match(bare):
            for match in re.finditer(rf"(?<![\w-]){re.escape(bare)}(?![\w-])", text):
                yield Found(
                    match.start(), match.end(), match.group(), match.group(), "council", key, is_bare_place=True
                )


def _bare(name: str) -> str:
    bare = re.sub(r"^(?:The )?(?:(?:London Borough|Royal Borough|City|Borough|County) of )?(?:the )?", "", name)
    return re.sub(rf"(?:[’']s)?{COUNCIL_TAIL}$", "", bare)


def _shortened(text: str, trusts: list[Found]) -> Iterator[Found]:
    """The initials of a trust, as in "TfC" for Together for Children."""
    for name in dict.fromkeys(each.name for each in trusts):
        initials = "".join(word[0] for word in re.findall(r"\w+", name.replace("’s", "").replace("'s", "")))
        for match in re.finditer(rf"\b{initials}\b", text) if len(initials) > 2 else ():
            yield Found(match.start(), match.end(), match.group(), name, "trust", "trust/" + _slug(name))


def _bodies(text: str) -> Iterator[Found]:
    for match in BODY.finditer(text):
        start = _skip_openers(match.group(), match.start())
        name = text[start : match.end()].rstrip()
        if " " in name:
            yield Found(start, start + len(name), name, name, "organisation", _slug(name))


def _places(doc: Doc, text: str) -> Iterator[Found]:
    for ent in doc.ents:
        if ent.label_ == "GPE" or (ent.label_ in {"ORG", "PERSON", "NORP", "LOC", "FAC"} and register().find(ent.text)):
            words = re.sub(r"[’']s?$", "", ent.text.strip())
            words = re.sub(r"^[Tt]he ", "", words)
            start = ent.start_char + ent.text.index(words) if words in ent.text else ent.start_char
            if _can_be_place(words) and (register().find(words) or _stands_as_place(text, start, words)):
                yield Found(start, start + len(words), words, words, "council", council_key(words), is_bare_place=True)


def _can_be_place(words: str) -> bool:
    return words[:1].isupper() and not words.isupper() and "\n" not in words and not NO_COUNCIL.search(words)


def _stands_as_place(text: str, start: int, words: str) -> bool:
    """Whether a place that the register does not know is used as one: one word, named so as a council or after "in"."""
    if " " in words:
        return False
    named = re.search(rf"\b{re.escape(words)}(?: & \w+| \w+)? [Cc]ouncil\b", text)
    return bool(named) or bool(
        re.search(r"\b(?:in|at|for|from|to|of)\s$|[.!?]\s$|\n$|, $", text[max(0, start - 6) : start])
    )


def _registered(text: str) -> Iterator[Found]:
    for match in re.finditer(rf"\b{WORD}(?: (?:{LINK} )?{WORD}){{0,3}}", text):
        for part in list(re.finditer(rf"\b{WORD}", match.group()))[:3]:
            words = next((each for each in _beginnings(match.group()[part.start() :]) if _is_registered(each)), None)
            if words:
                start = match.start() + part.start()
                key = council_key(words)
                yield Found(start, start + len(words), words, words, "council", key, is_bare_place=True)


def _beginnings(words: str) -> Iterator[str]:
    parts = words.split(" ")
    for count in range(len(parts), 0, -1):
        yield re.sub(r"[’']s?$", "", " ".join(parts[:count]))


@cache
def _is_registered(words: str) -> bool:
    return not NO_COUNCIL.search(words) and register().find(words) is not None


def _workplaces(text: str) -> Iterator[Found]:
    """The word after a post and "at" or "in", and one that was inspected, must be a place, here and elsewhere."""
    for match in (*WORKPLACE.finditer(text), *INSPECTED.finditer(text)):
        word = next(each for each in match.groups() if each)
        parts = word.split()
        if not any(NOT_PLACE.match(part) or NOT_TOWN.match(part) for part in parts) and not NO_COUNCIL.search(word):
            for again in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text):
                yield Found(again.start(), again.end(), word, word, "council", council_key(word), is_bare_place=True)


def _possessors(text: str) -> Iterator[Found]:
    """A word in the possessive before a post or a service must be a place: "Bexmoor’s chief executive"."""
    for match in POSSESSOR.finditer(text):
        word = match.group(1)
        if not NOT_PLACE.match(word) and not NO_COUNCIL.search(word):
            yield Found(match.start(1), match.end(1), word, word, "council", council_key(word), is_bare_place=True)
            for again in re.finditer(rf"(?<![\w-]){word}(?![\w-])", text):
                yield Found(again.start(), again.end(), word, word, "council", council_key(word), is_bare_place=True)


def _skip_openers(words: str, start: int) -> int:
    """Where the name begins, after capitalised words that only open a sentence or name a post."""
    offset = 0
    while True:
        match = re.match(r"[\w’'-]+,? +", words[offset:])
        if not match or not (NOT_PLACE.match(match.group().strip(" ,")) or match.group().strip(" ,").islower()):
            return start + offset
        if re.match(r"(?:City|Borough|County|London Borough|Royal Borough|Council) of ", words[offset:]):
            return start + offset
        offset += match.end()


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower().replace("’", "").replace("'", "")).strip("-")
