"""Councils that no register knows: which capital names a text treats as one, weighed by a trained model."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from spacy.tokens import Doc

from ingest.naming import NO_COUNCIL, NOT_PLACE, TOWN, Found
from ingest.placehood import HEAD, SMALL, STREET, Text, evidence, stands
from ingest.places import bare, council_key, is_registered
from ingest.trained import Features, chances
from ingest.trustnames import place_of

MODEL = "place_councils"
LEAST, LEAST_LISTED = 0.25, 0.05  # a name in a row of councils is one unless much speaks against it
LISTED = "beside councils"
SHORTEST = 4  # letters of a name
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
TREATED = (  # the model knows them by their numbers: a new one goes last
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
SHIRE = re.compile(r"\b(?:(?:North|South|East|West|Mid) )?[A-Z][a-z]+shire\b(?! (?:[A-Z]|police|force))")
USED_OFTEN, NAMED_OFTEN = 3, 3  # how often a name must be used as a place, and stand at all, to be one
INTO = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Ff]rom|[Tt]o|[Ff]or|[Oo]f|[Aa]cross|[Aa]round|[Oo]utside|[Nn]ear|[Ll]eft|[Jj]oined|[Tt]old|[Gg]ives?|"
    r"[Gg]ave|[Ll]ets?|[Rr]equires?) \Z"
)
OWNED = re.compile(r"[’']s ")
ACTS = re.compile(r" (?:is|was|has|had|were|will)\b")
USABLE = re.compile(rf"(?<![\w’'-]){TOWN}(?: (?:North|South|East|West))?(?![\w-])")
SHIRE_OFTEN = 2  # how often a county must be named to be one
LIST = re.compile(rf"{TOWN}(?:, {TOWN})*,? (?:and|or) {TOWN}|(?<=[:–—] ){TOWN}(?:, {TOWN})+(?![\w’'])")


def guessed(doc: Doc, text: str, in_full: Sequence[Found], of_trusts: Sequence[Found]) -> Iterator[Found]:
    """The councils that no register knows and the text nowhere names in full, wherever it names them."""
    offered = candidates(doc, text, in_full, of_trusts)
    scores = chances(MODEL, list(offered.values()))
    weighed = zip(offered.items(), scores, strict=True)
    words = [word for (word, told), score in weighed if score >= (LEAST_LISTED if LISTED in told else LEAST)]
    for word in sorted(words, key=len, reverse=True):
        for match in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text):
            yield Found(match.start(), match.end(), word, word, "council", council_key(word), is_bare_place=True)


def candidates(doc: Doc, text: str, in_full: Sequence[Found], of_trusts: Sequence[Found]) -> Mapping[str, Features]:
    """Every name that can be such a council's, with what speaks for and against it."""
    named = {bare(each.name) for each in in_full}
    turns = _turns(text, of_trusts)
    page = Text(doc, text, len({each.key for each in in_full}))
    return {
        name: evidence(page, name, at, sorted(turns[name]))
        for name, at in stands(text, turns).items()
        if len(name) >= SHORTEST and name not in named and _may_be(name)
    }


def _may_be(name: str) -> bool:
    plain = any(NOT_PLACE.match(part) and not COMPASS.match(part) for part in name.split())
    return not plain and not NO_COUNCIL.search(name) and not COMPASS.match(name) and not is_registered(name)


def _turns(text: str, of_trusts: Sequence[Found]) -> Mapping[str, set[str]]:
    """The turns of phrase that treat a name as a council's, by the name."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, turn in (
        *_treated(text),
        *((place_of(each.name), "in a trust's name") for each in of_trusts),
        *((name, "county") for name in _shires(text)),
        *((name, "used as a place") for name in _used(text)),
    ):
        found[name].add(turn)
    for name in list(_listed(text, found)):
        found[name].add(LISTED)
    return found


def _treated(text: str) -> Iterator[tuple[str, str]]:
    for number, pattern in enumerate(TREATED):
        for match in pattern.finditer(text):
            words = match.group(1)
            joint = " and " in words and not re.search(rf"{re.escape(words)} (?:[Cc]ity |[Bb]orough )?[Cc]ouncil", text)
            yield from ((_place(each), f"turn {number}") for each in (words.split(" and ") if joint else (words,)))


def _listed(text: str, treated: Collection[str]) -> Iterator[str]:
    """Names in a row with a registered council, or with a name that the text treats as one."""
    for match in LIST.finditer(text):
        members = re.split(r",? (?:and|or) |, ", match.group())
        if any(is_registered(each) or each in treated for each in members):
            yield from members


def _shires(text: str) -> Iterator[str]:
    """Counties that no register knows: what ends so and is named more than once is hardly anything else."""
    named = [match.group() for match in SHIRE.finditer(text)]
    often = Counter(name.split()[-1] for name in named)
    yield from (
        name for name in dict.fromkeys(named) if often[name.split()[-1]] >= SHIRE_OFTEN and not is_registered(name)
    )


def _used(text: str) -> Iterator[str]:
    """Names that a text uses as a place again and again: in its head, "in Aldermere", "Aldermere’s"."""
    small = set(SMALL.findall(text))
    named, led, weight = _uses(text)
    for words, count in named.items():
        in_head = words in text[:HEAD]
        often = (count >= NAMED_OFTEN or in_head) and weight[words] + in_head >= USED_OFTEN
        plain = not words or all(part.lower() in small for part in words.split())
        if led[words] and often and not plain and not is_registered(words):
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
        if STREET.match(text, end):
            weight[words] -= USED_OFTEN
    return named, led, weight


def _place(words: str) -> str:
    """A name without the plain words that a sentence begins with: "Aldermere" in "But Aldermere"."""
    parts = words.split()
    while parts and NOT_PLACE.match(parts[0]) and not COMPASS.match(parts[0]):
        parts = parts[1:]
    return " ".join(parts)
