"""Which words name a trust or a council company that runs children's services.

By their form ("Aldermere Children's Trust", "Together for Children"), or by what the text calls them ("Thrive Hull, the
company that runs …", "a company called …"). What is known so is found everywhere, in its short forms too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.namewords import TITLES
from ingest.naming import NOT_PLACE, WORD, Found, skip_openers, slug

YOUNG = r"(?:Children|Young People|Families|Family|Kids|Youth|Young Lives)"
CONTENT = r"(?:Trust|Company|Ltd|Limited|CIC)"
AIMS = (
    r"(?:Together|Achieving|Working|Better|Brighter|Bright|Futures|Thriving|Aspiring|Delivering|Caring|Opportunit(?:y|ies)|"
    r"Safer|Stronger|Growing|Success|Aspire|Inspiring|Here|Standing|Building|Partners|Hope)"
)
BY_FORM = re.compile(
    rf"\b(?:Children|Families) (?:First|Together) (?!(?:{CONTENT})\b){WORD}(?: {CONTENT})?(?![\w’'])|"
    rf"\b{AIMS} {WORD} (?:CIC|Ltd|Limited)(?![\w’'])|"
    rf"\b(?:{WORD} (?:(?:and|&|upon|on|with) )?){{0,5}}(?:{YOUNG}(?:[’']s|s[’'])?"
    rf"(?: (?:Services|and Families|and Young People(?:[’']s)?|Social Care|Care|Families))* (?:Trust|Company)"
    rf"|(?:Children|Families|Young People) First|(?:Children|Families) Together|"
    rf"(?:{WORD} )?{AIMS} (?:[Ff]or|[Ww]ith) {YOUNG})"
    rf"(?: {CONTENT})*(?:(?:(?<=First)|(?<=Together)|(?<=Trust)|(?<=Company))(?=[’']s\b)|(?![\w’']))"
)
NAME = rf"{WORD}(?: (?:(?:for|and|of|with|&) )?{WORD}){{0,4}}"
KIND = (
    r"(?:(?:[\w’'-]+ ){0,4}?(?:children[’']s )?(?:trust|company|social enterprise|mutual|"
    r"arm[’']s[- ]length (?:body|organisation)|community interest company|not-for-profit)\b)"
)
RUNS = (
    r"(?:that|which|set up|owned|created|formed|established|launched|it|run(?:s|ning)?|charged|responsible|to run|"
    r"wholly|delivering|providing|limited)"
)
BY_WORD = (
    re.compile(
        rf"(?<![.!?] )\b({NAME}),? (?:\([A-Z]\w+\),? )?(?:is |was |which is )?(?:the|a|an|its|our) {KIND},? {RUNS}\b"
    ),
    re.compile(
        rf"\b(?:trust|company|enterprise|mutual|organisation|body|provider)(?: (?:is |was |that is |which is )?"
        rf"(?:to be |will be )?(?:called|named|known as|branded)|, to be called,?|"
        rf" owned by [\w’' ]{{3,30}},? called),? ({NAME})"
    ),
    re.compile(
        rf"\b(?:trust|company|body|result|successor|organisation|vehicle|provider),(?: called)? ({NAME})(?=[,.;:])"
    ),
    re.compile(
        rf"\b(?:[Cc]hief executive|[Cc]hair(?:man|woman)?|[Mm]anaging director|[Bb]oard|[Dd]irectors?) of "
        rf"({WORD}(?: {WORD})? "
        r"(?:Futures|Young Lives|First|Together|Kids|Horizons|Steps))(?![\w’'])"
    ),
)
WISHES = r"(?:Achieve|Thrive|Flourish|Nurture|Prosper|Empower|Believe)"
VOCABULARY = re.compile(
    rf"\b(?:{AIMS[3:-1]}|{YOUNG[3:-1]}|First|{WISHES[3:-1]}|Trust|Company|Care|Kids|Lives|Potential|Horizons?|Start|Steps)\b"
)
NOT_TRUST = re.compile(
    r"\b(?:NHS|Hospital|Academ(?:y|ies)|Foundation|School|Housing|Council|Board|Partnership|Ofsted|Department|University|"
    r"Barnardo|NSPCC|Action for Children|Kinship|Society|Learning Trust|Education Trust|Community Trust|Ministers?|"
    r"Its|Their|His|Her)\b"
)
POST = re.compile(
    r"^(?:.*\b)?(?:Director|Member|Minister|Commissioner|Secretary|Lead|Head|Officer|Manager|Services?|Holder|"
    r"Department|Strategy|Plan|Champion|Executive|Adviser|Homes?|Partnerships? for)\b"
)


def trusts(text: str) -> list[Found]:
    """Every trust or company named, under the fullest of its forms."""
    found = [*_by_form(text), *_by_word(text), *_by_wish(text)]
    by_name = {each.name: each for each in found}
    return [*found, *_again(text, by_name), *_shortened(text, list(by_name)), *_initials(text, list(by_name))]


def place_of(name: str) -> str:
    """The place in a trust's name: "Aldermere" in "Aldermere Children's Services Trust"; empty where there is none."""
    bare = re.sub(
        rf"\b(?:{VOCABULARY.pattern}|Services|Social|and|for|with|Limited|Ltd|People|Young)\b|[’']s?\b|[’']", " ", name
    )
    return " ".join(bare.split())


def _is_post(name: str) -> bool:
    """Whether the words are of a post or a service: "Cabinet Member for Children", "Services for Families"."""
    return " " in name and not re.search(rf"{CONTENT}$", name) and bool(POST.match(name))


def _by_form(text: str) -> Iterator[Found]:
    for match in BY_FORM.finditer(text):
        start = skip_openers(match.group(), match.start(), is_place=False)
        name = text[start : match.end()]
        generic = re.fullmatch(
            rf"(?:Trust|(?:{YOUNG}(?:[’']s|s[’'])?(?: (?:Services|Social Care|and Families))* )?(?:Trust|Company)|"
            rf"{YOUNG} First|(?:Children|Families) Together)",
            name,
        )
        if name and not generic and not NOT_TRUST.search(name) and not _is_post(name):
            yield _found(text, start, match.end())


def _by_word(text: str) -> Iterator[Found]:
    for index, pattern in enumerate(BY_WORD):
        for match in pattern.finditer(text):
            start = skip_openers(match.group(1), match.start(1), is_place=False)
            name = re.sub(r"[’']s$", "", text[start : match.end(1)])
            of_children = re.search(r"children|social care|services", text[match.end() : match.end() + 60])
            sure = index == 1 or VOCABULARY.search(name) or (index == 0 and " " in name and of_children)
            plain = all(NOT_PLACE.match(part) for part in name.split())
            person = TITLES.match(name)
            if name and sure and not plain and not person and not NOT_TRUST.search(name) and not _is_post(name):
                yield _found(text, start, start + len(name))


def _by_wish(text: str) -> Iterator[Found]:
    """A wish for a place that the text names elsewhere too: "Thrive Hull"."""
    for match in re.finditer(rf"\b{WISHES} ({WORD})(?![\w’'])", text):
        alone = re.search(rf"(?<!{match.group().split()[0]} )\b{match.group(1)}\b", text)
        if alone and not NOT_PLACE.match(match.group(1)):
            yield _found(text, match.start(), match.end())


def _found(text: str, start: int, end: int) -> Found:
    name = re.sub(r" (?:Ltd|Limited|CIC)$", "", text[start:end])
    return Found(start, end, text[start:end], name, "trust", "trust/" + slug(name))


def _again(text: str, by_name: dict[str, Found]) -> Iterator[Found]:
    for name, known in by_name.items():
        for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text):
            yield Found(match.start(), match.end(), name, name, "trust", known.key)


def _shortened(text: str, names: list[str]) -> Iterator[Found]:
    """A name without its place: "Children First" for Slough Children First, "Thrive" for Thrive Hull."""
    for name in names:
        short = (
            re.sub(rf"^{re.escape(place_of(name))} | {re.escape(place_of(name))}$", "", name) if place_of(name) else ""
        )
        if (
            short
            and short != name
            and VOCABULARY.match(short)
            and not re.search(r"[’']s\b|\bTrust\b|\bCompany\b", short)
        ):
            for match in re.finditer(rf"(?<![\w-]){re.escape(short)}(?![\w-]| {WORD})", text):
                if not re.search(r"(?:^|[.!?]\s)$", text[max(0, match.start() - 2) : match.start()]) or " " in short:
                    yield Found(match.start(), match.end(), short, name, "trust", "trust/" + slug(name))


def _initials(text: str, names: list[str]) -> Iterator[Found]:
    """The initials of a trust, as in "TfC" for Together for Children."""
    for name in names:
        initials = "".join(word[0] for word in re.findall(r"\w+", re.sub(r"[’']s\b", "", name)))
        for match in re.finditer(rf"\b{initials}\b", text) if len(initials) > 2 else ():
            yield Found(match.start(), match.end(), match.group(), name, "trust", "trust/" + slug(name))
