"""Which words name a council: in full, by its place alone, or by a place that the text treats as a council."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc

from ingest.naming import LINK, NO_COUNCIL, NOT_PLACE, PLACE, TOWN, WORD, Found, skip_openers
from ingest.registers import register
from ingest.trustnames import place_of

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
HOLDER = (
    r"(?:chief exec(?:utive)?|children[’']s (?:director|boss|chief|services|social care|department|minister|homes)|"
    r"director\b|(?:[a-z]+ )?director (?:of|for)\b|DCS|social workers?|social services|council\b|councillors|"
    r"cabinet\b|full council|(?:council )?leader\b|lead member|mayor\b|safeguarding|improvement (?:board|notice|plan)|"
    r"commissioner)"
)
BODY = r"(?:borough|council|authority|county|unitary|district)"
GRADED = (
    r"(?:[‘“\"']?requires? improvement|failed (?:its|an|the|two|three|four) |been (?:rated|judged|inadequate)|"
    r"(?:was|were) (?:rated|judged|inadequate|graded|under (?:a|an) (?:direction|notice|improvement)))"
)
TREATED = (
    re.compile(rf"\b({TOWN}|[A-Z]{{4,}})[’'][sS] (?:[a-z-]+ ){{0,3}}?{HOLDER}"),
    re.compile(
        r"\b(?:(?:[Cc]hildren[’']s services|[Ss]ocial care|[Ff]amilies|young people|[Dd]irectors?|[Cc]hief|"
        r"[Cc]ommissioners?) (?:at|in)|(?:DCS|[Cc]hief executive|[Cc]ouncils?|[Aa]uthorit(?:y|ies)|[Bb]orough|[Cc]ity|"
        r"[Ll]eader|[Mm]ayor) (?:at|in|of)) "
        rf"({TOWN})(?! (?:Council|Trust|College|University))(?![\w’'])"
    ),
    re.compile(
        r"\b(?:visits? to|inspections? (?:of|in|at)|services (?:in|at)|inspect(?:ed|ing)|rated|judged|"
        r"neighbouring|nearby|commissioners? (?:in|to|for|at)|directions? (?:to|for)|notices? to|"
        r"intervention in|trusts? (?:in|for)|"
        r"took over in|takes over in|joins from|joined from|arrived from|came from|comes from|moves from) "
        rf"({TOWN})(?![\w’])"
    ),
    re.compile(
        rf"(?:^|(?<=[.;:] )|(?<=\n))({TOWN})(?:, (?:which|where) [^.;]{{3,60}},)?,? (?:(?:was|were|is|has been|"
        r"had been|which was) )?(?:(?:once|again|also|last|now|first|already|recently|still) )?(?:rated|judged|"
        r"graded|inspected|found to be|inadequate|placed (?:under|in)|put (?:under|into)|failed (?:its|an|the|for))\b"
    ),
    re.compile(rf"\b({TOWN}), (?:which is )?(?:a|an|the) (?:[a-z-]+,? (?:and )?){{0,3}}?{BODY}\b(?![’'])"),
    re.compile(rf"\b(?:unitary|borough|county|district|neighbours?|neighbouring {BODY}),? (?:of )?({TOWN})(?![\w’'])"),
    re.compile(
        rf"\b({TOWN}), (?:where|whose) (?:the )?(?:[a-z]+ )?(?:{BODY}|director|children[’']s services|services)\b"
    ),
    re.compile(rf"\b({TOWN})[’']s (?:[a-z]+ )?services (?:\w+ )?(?:were|was|are|went|have|had|remain|improved)\b"),
    re.compile(rf"\b(?:that|how|told) ({TOWN}),? (?:which )?(?:has |had |have )?{GRADED}"),
    re.compile(rf"(?:^|\n|\*\*)({TOWN})(?:\*\*)? \((?:inadequate|outstanding|good|requires improvement)\b"),
    re.compile(
        rf"\b({TOWN}) (?:\w+ ){{0,2}}?(?:retains?|has|had|lost|gets?|got|appoint(?:s|ed)|needs?|hired) (?:its|a|an|no) "
        r"(?:(?:new|interim|own|permanent|second) )*"
        r"(?:director\b(?! of (?:football|music))|commissioner|chief executive|improvement notice)"
    ),
    re.compile(
        rf"\b({TOWN}) (?:Safeguarding|Improvement|Integrated|Schools|Borough|City|County|Town|Labour|Conservatives?|"
        r"Unison|Civic|Foster)\b(?! (?:Act|Association)\b)"
    ),
)
COMPASS = re.compile(r"(?:North|South|East|West|Great|Greater|Old|New|Mid|Central)$")
TWO_WORDS = re.compile(
    r"^(?:North|South|East|West|Central|Mid|Great|Isle of|St|Port|Market|Upper|Lower|Nether|Castle) |"
    r"(?: and | upon | on | & )|"
    r" (?:Vale|Marsh|Forest|Regis|Bay|Heath|Hill|Green|Park|Valley|Moors?|Abbey|Sands|Bank|Woods?|Castle|Bridge|"
    r"Fields?|Common|Wells|Spa|End|Cross|Haven|Coast|Fells|Wolds|Dales|Downs|Beach|Island|Water|Riding)$"
)
OTHER_BODY = re.compile(
    r"\b(?:Youth|Parish|Nursing|Research|Medical|Full|Police|Health|Fire|Port|Harbour|Park)(?: Council)?$"
)
SHIRE = re.compile(r"\b(?:(?:North|South|East|West|Mid) )?[A-Z][a-z]+shire\b(?! (?:[A-Z]|police|force))")
HEAD = 300  # letters of a document's head
USED_OFTEN, NAMED_OFTEN = 3, 3  # how often a name must be used as a place, and stand at all, to be one
INTO = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Ff]rom|[Tt]o|[Ff]or|[Oo]f|[Aa]cross|[Aa]round|[Oo]utside|[Nn]ear|[Ll]eft|[Jj]oined|[Tt]old|[Gg]ives?|"
    r"[Gg]ave|[Ll]ets?|[Rr]equires?) \Z"
)
OWNED = re.compile(r"[’']s ")
ACTS = re.compile(r" (?:is|was|has|had|were|will)\b")
OTHER_PLACE = re.compile(
    r" (?:School|Hospital|Infirmary|Road|Street|Lane|House|Avenue|Terrace|Parade|Primary|Academy|College|University|"
    r"Park|Centre|Hotel|Lodge|Court|Close|Ltd|LLP|plc|Group|Associates|Consulting|Partners)\b"
)
SMALL = re.compile(r"\b[a-z]{4,}\b")
USABLE = re.compile(rf"(?<![\w’'-]){TOWN}(?: (?:North|South|East|West))?(?![\w-])")
SHIRE_OFTEN = 2  # how often a county must be named to be one
LIST = re.compile(rf"{TOWN}(?:, {TOWN})*,? (?:and|or) {TOWN}|(?<=[:–—] ){TOWN}(?:, {TOWN})+(?![\w’'])")


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
        name = text[start:end]
        bare = re.sub(
            r"(?i)\b(council|authority|local|city|county|borough|district|metropolitan|unitary|london|royal|of|the)\b",
            "",
            name,
        )
        if bare.strip(" ’'s") and not NO_COUNCIL.search(bare.strip()) and not OTHER_BODY.search(bare.strip()):
            yield Found(start, end, name, re.sub(r"^The ", "", name), "council", council_key(name))


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
    for key, bare in dict.fromkeys((each.key, _bare(each.name)) for each in known):
        if len(bare) > 3 and bare[0].isupper() and not NOT_PLACE.match(bare):
            for match in re.finditer(rf"(?<![\w-]){re.escape(bare)}(?![\w-])", text):
                yield Found(
                    match.start(), match.end(), match.group(), match.group(), "council", key, is_bare_place=True
                )


def _bare(name: str) -> str:
    bare = re.sub(r"^(?:The )?(?:(?:London Borough|Royal Borough|City|Borough|County) of )?(?:the )?", "", name)
    return re.sub(rf"(?:[’']s)?{COUNCIL_TAIL}$", "", bare)


def known_places(doc: Doc, text: str) -> Iterator[Found]:
    """Places that the register knows, and those that the parser takes for places and the text uses as such."""
    yield from _registered(text)
    yield from _places(doc, text)


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
        yield re.sub(r"[’'][sS]?$", "", " ".join(parts[:count]))


@cache
def _is_registered(words: str) -> bool:
    return not NO_COUNCIL.search(words) and register().find(words) is not None


def guessed(text: str, of_trusts: list[Found]) -> Iterator[Found]:
    """Places that no register knows but that the text treats as a council, wherever it names them."""
    words = dict.fromkeys(each for each in _treated(text) if _may_be_guessed(text, each))
    words |= dict.fromkeys(each for each in _shires(text) if _may_be_guessed(text, each))
    words |= dict.fromkeys(each for each in _used(text) if _may_be_guessed(text, each))
    outside = re.sub("|".join(re.escape(each.name) for each in of_trusts) or r"\Z", "", text)
    words |= dict.fromkeys(place for each in of_trusts if _may_be_guessed(outside, place := place_of(each.name)))
    listed = (match.group() for match in LIST.finditer(text))
    for members in [re.split(r",? (?:and|or) |, ", each) for each in listed]:
        if any(each in words or _is_registered(each) for each in members):
            words |= dict.fromkeys(each for each in members if _may_be_guessed(text, each))
    for word in sorted(words, key=len, reverse=True):
        for match in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text):
            yield Found(match.start(), match.end(), word, word, "council", council_key(word), is_bare_place=True)


def _shires(text: str) -> Iterator[str]:
    """Counties that no register knows: what ends so and is named more than once is hardly anything else."""
    named = [match.group() for match in SHIRE.finditer(text)]
    often = Counter(name.split()[-1] for name in named)
    yield from (
        name for name in dict.fromkeys(named) if often[name.split()[-1]] >= SHIRE_OFTEN and not _is_registered(name)
    )


def _used(text: str) -> Iterator[str]:
    """Names that a text uses as a place again and again: in its head, "in Aldermere", "Aldermere’s"."""
    small = set(SMALL.findall(text))
    named, led, weight = _uses(text)
    for words, count in named.items():
        in_head = words in text[:HEAD]
        often = (count >= NAMED_OFTEN or in_head) and weight[words] + in_head >= USED_OFTEN
        plain = not words or all(part.lower() in small for part in words.split())
        if led[words] and often and not plain and not _is_registered(words):
            yield words


def _uses(text: str) -> tuple[Counter[str], Counter[str], dict[str, float]]:
    """How often each capital name stands, how often where only a place does, and how much that weighs."""
    named, led = Counter[str](), Counter[str]()
    weight: dict[str, float] = defaultdict(float)
    for match in USABLE.finditer(text):
        words, end = _place(match.group()), match.end()
        start = end - len(words)
        is_led = bool(INTO.search(text, max(0, start - 10), start) or OWNED.match(text, end))
        named[words] += 1
        led[words] += is_led
        weight[words] += is_led + bool(ACTS.match(text, end)) / 2
        if OTHER_PLACE.match(text, end):
            weight[words] -= USED_OFTEN
    return named, led, weight


def _place(words: str) -> str:
    """A name without the plain words that a sentence begins with: "Aldermere" in "But Aldermere"."""
    parts = words.split()
    while parts and NOT_PLACE.match(parts[0]) and not COMPASS.match(parts[0]):
        parts = parts[1:]
    return " ".join(parts)


def _treated(text: str) -> Iterator[str]:
    for words in (match.group(1) for pattern in TREATED for match in pattern.finditer(text)):
        joint = " and " in words and not re.search(rf"{re.escape(words)} (?:[Cc]ity |[Bb]orough )?[Cc]ouncil", text)
        yield from map(_place, words.split(" and ") if joint else (words,))


def _may_be_guessed(text: str, word: str) -> bool:
    """Whether a word can be a place's name: no plain word, no surname."""
    if len(word) < 4 or NO_COUNCIL.search(word) or any(NOT_PLACE.match(part) for part in word.split()):
        return False
    if register().find(f"{word}shire") or COMPASS.match(word):
        return False
    if " " in word:
        return bool(TWO_WORDS.search(word))
    before = re.finditer(rf"\b([A-Z][a-z]+(?:-[A-Z][a-z]+)?|[A-Z]\.) {re.escape(word)}\b", text)
    return all(NOT_PLACE.match(match.group(1)) or COMPASS.match(match.group(1)) for match in before)
