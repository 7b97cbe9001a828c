"""Questions and templates word by word: which templates fit a question, and what stands in their slots.

Templates are read tolerantly: articles, courtesies and a final "when" don't count, the forms of a verb are one
word, and so are the prepositions of place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from graph.catalogue import Query

FORMS = {
    "be": "be is are was were been being",
    "have": "have has had having",
    "do": "do does did done",
    "which": "which what",
    "who": "who whom everyone everybody",
    "at": "at of in for to about on regarding concerning within against",
    "with": "with alongside",
    "while": "while when whilst",
    "one": "one single",
    "open": "open unresolved unsettled",
    "hold": "hold holds held occupied",
    "run": "run runs ran running manage managed oversaw",
    "lead": "lead leads led leading head heading headed",
    "become": "become becomes became",
    "leave": "leave leaves left leaving resign quit depart",
    "go": "go goes went gone move switch hop hopped transfer transferred",
    "get": "get gets got receive",
    "come": "come comes came arrive",
    "begin": "begin begins began begun start",
    "send": "send sends sent parachute parachuted",
    "give": "give gives gave given issue serve",
    "take": "take takes took taken",
    "say": "say says said tell tells told mention",
    "find": "find finds found",
    "make": "make makes made",
    "learn": "learn learnt",
    "rate": "rate rating grade grading judge judgement judgment",
    "post": "post position job role",
    "tenure": "tenure time reign stint term spell period",
    "career": "career cv background biography",
    "council": "council authority authorities",
    "people": "people person",
    "government": "government dfe ministers",
    "colleague": "colleague contemporary contemporaries peer",
    "conflict": "conflict contradict contradiction contradictory disagree disagreement discrepancy discrepancies "
    "inconsistency inconsistencies",
    "document": "document source article report",
    "fact": "fact claim statement",
    "connect": "connect connection link relate relation relationship tie join",
    "change": "change update",
    "timeline": "timeline chronology",
    "effect": "effect impact",
    "vacancy": "vacancy vacancies vacant",
    "result": "result outcome",
    "boss": "boss bosses",
    "organisation": "organisation organization",
}
ENDING = re.compile(r"(?<=\w{3})(?:ings?|ed|es|s|e)$")
WEAK = frozenset({"at", "'s"})
DROPPED = frozenset(
    {
        *("the", "a", "an", "all", "any", "every", "each", "ever", "only", "just", "also", "us"),
        *("please", "last", "latest", "statutory", "other", "different"),
    }
)
PHRASES = tuple(
    (re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), instead)
    for pattern, instead in (
        (
            r"(?:childrens'?|children's|children|child) (?:services|social care|social services|department)",
            "children's services",
        ),
        (r"^whose (?:job|task|duty|responsibility) (?:is|was) it to", "who"),
        (r"(?<=who|how)'s|(?<=what|when)'s|(?<=where)'s", " is"),
        (r"local (?=authorit)", ""),
        (r"(?<=who )(?:is|was|are|were|has|have)(?: been)? (?=\w+ing\b)(?!acting|standing)", ""),
        (r"for how long", "how long"),
        (r"(?:has|have|had) (\S+(?: \S+){0,3}) (?:got|gone|been) through", r"did \1 have"),
        (r"(?:the )?secretary of state(?: for education)?(?= (?:step|interven|send|sent))", "government"),
        (r"(?:step|stepped|steps) in\b", "intervene"),
        (r"(?:set up|established|formed)$", "created"),
        (r"\s*in local government", ""),
        (r"used to be", "was"),
        (r"(?:went|goes|gone|going) on|(?:took|taken|takes) place|occurred", "happened"),
        (r"(?:step|stepped|stand|stood) down", "leave"),
        (r"(?:take|takes|took|taken) over as", "become"),
        (r"(?:look|looks|looked|looking) after", "run"),
        (r"(?:heading|headed|heads|head) up", "lead"),
        (r"(?:moved|move|moves) on from", "moved from"),
        (r"in office", "in post"),
        (r"requir(?:e|es|ed|ing) improvement", "requires improvement"),
        (r"\s*(?:by|from) (?:ofsted|(?:the )?inspectors)", ""),
        (r"\s*(?:(?:in|across|around|throughout) (?:england|the country)|nationally|nationwide)", ""),
        (r"^(?:was|is|were) (?:any|some)(?:one|body)", "who was"),
        (r"^(?:did|does|do|has|have|had) (?:any|some)(?:one|body)", "who"),
    )
)
BEEN = re.compile(r"\b(?:has|have|had)\s+((?:\S+\s+){0,6}?)been\b", re.IGNORECASE)
PERFECT = re.compile(
    r"\b(?:has|have|had)\s+((?:\S+\s+){0,6}?)"
    r"(\w{2,}ed|held|run|led|become|left|done|had|got|gone|come|sent|said|told|found|made|given|taken|learnt|begun)\b",
    re.IGNORECASE,
)
COURTESY = re.compile(
    r"^(?:please|hello|hi|can you|could you|would you|tell (?:me|us)|let (?:me|us) know|"
    r"(?:show|give|take|walk|talk) (?:me|us)(?: through)?|do you know|"
    r"(?:(?:list|name|show) )?(?:a |the )?(?:full |complete )?(?:list|names?(?: and dates)?) of|show|list|find|name|"
    r"i (?:want|need|would like)(?: to know)?|i'd like(?: to know)?|about|,)\s+",
    re.IGNORECASE,
)
AFTERTHOUGHT = re.compile(
    r"[\s,]+(?:and\s+)?(?:from |since |until )?(?:when|over time|over the years|please)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word that counts; `written` has also the words before it that don't."""

    bare: str
    written: str


@dataclass(frozen=True, slots=True)
class Fit:
    """A template of a query that fits; `weight` counts the telling words outside of the slots.

    `slots` has each parameter's words, `written` the same with the words that don't count; `moment` is the date
    parameter that the template asks for.
    """

    query: Query
    slots: dict[str, str]
    written: dict[str, str]
    weight: int
    moment: str | None = None


def fits(queries: Iterable[Query], question: str) -> Iterator[Fit]:
    """Every way in which a template of a query takes all the words of the question, its date apart."""
    words = _words(_bare(question))
    forms = [canonical(word.bare) for word in words]
    for query in queries:
        dates = frozenset(each.name for each in query.parameters if each.type == "date")
        for template in query.question:
            parts, moment = _undated(template, dates)
            weight = sum(part not in WEAK and not part.startswith("{") for part in parts)
            for slots in _match(parts, forms):
                yield Fit(query, _texts(words, slots, "bare"), _texts(words, slots, "written"), weight, moment)


def _texts(words: list[Word], slots: dict[str, slice], form: str) -> dict[str, str]:
    return {name: tidy(" ".join(getattr(word, form) for word in words[place])) for name, place in slots.items()}


def forms_of(text: str) -> tuple[str, ...]:
    """The words of a text that count, each in its canonical form, so that "monitoring visits" is "monitoring visit"."""
    return tuple(canonical(word.bare) for word in _words(text))


def canonical(word: str) -> str:
    """The one form of a word that stands for its forms and for those that mean the same in a question."""
    stem = _stem(word.lower())
    return SAME_WORD.get(word.lower()) or SAME_WORD.get(stem, stem)


def _stem(word: str) -> str:
    return ENDING.sub("", word)


SAME_WORD = {form: word for word, forms in FORMS.items() for each in forms.split() for form in (each, _stem(each))}


def tidy(text: str) -> str:
    """Words joined again: "children 's services" → "children's services"."""
    return text.replace(" 's", "'s")


def _bare(question: str) -> str:
    text = question.replace("’", "'").strip(" \t\n?!.;:")
    for pattern, instead in PHRASES:
        text = pattern.sub(instead, text)
    while (shorter := AFTERTHOUGHT.sub("", COURTESY.sub("", text))) != text:
        text = shorter
    text = BEEN.sub(r"was \1", text)
    return PERFECT.sub(lambda found: f"did {found[1]}{found[2]}" if found[1] else found[2], text)


def _words(text: str) -> list[Word]:
    words: list[Word] = []
    skipped = ""
    for word in re.findall(r"'s|[^\s,;?!\"“”()]+", re.sub(r"'s\b", " 's", text)):
        skipped += f"{word} "
        if word.lower() not in DROPPED:
            words.append(Word(word, skipped.rstrip()))
            skipped = ""
    return words


def _parts(template: str) -> tuple[str, ...]:
    return tuple(word.bare if word.bare.startswith("{") else canonical(word.bare) for word in _words(template))


@cache
def _undated(template: str, dates: frozenset[str]) -> tuple[tuple[str, ...], str | None]:
    """A template's parts without its date and the preposition before it, and the date's name."""
    parts = _parts(template)
    place = next((index for index, part in enumerate(parts) if part.strip("{}") in dates), None)
    if place is None:
        return parts, None
    before = place - 1 if place and parts[place - 1] in WEAK else place
    return parts[:before] + parts[place + 1 :], parts[place].strip("{}")


def _match(parts: tuple[str, ...], forms: list[str], at: int = 0) -> Iterator[dict[str, slice]]:
    """Every assignment of words to slots that uses all words from `at` on; a slot takes one word or more."""
    if not parts:
        if at == len(forms):
            yield {}
        return
    head, rest = parts[0], parts[1:]
    if not head.startswith("{"):
        if at < len(forms) and forms[at] == head:
            yield from _match(rest, forms, at + 1)
        return
    for end in range(at + 1, len(forms) - len(rest) + 1):
        for slots in _match(rest, forms, end):
            yield {head.strip("{}"): slice(at, end), **slots}
