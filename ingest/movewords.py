"""The words in which a text tells of a move: "before moving to", "comes from", "will step down to become"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ingest.moments import last_moment, number

WHO = r"(?:(?:he|she|they|(?:Mrs?|Ms|Miss|Dr) [A-Z][\w’'-]+) )?"
GOING = (
    r"(?:moving|moved|joining|joined|coming|came|crossing|crossed|arriving|arrived|transferring|transferred|"
    r"switching|switched|becoming|became|taking (?:up|over)|took (?:up|over)|(?:leaving|left) for)"
)
BEFORE = re.compile(rf"\b[Bb]efore {WHO}{GOING}\b(?P<way>[^.;,]*)")
BEFORE_PLACE = re.compile(r"^\W*Before (?:the )?(?P<way>(?:[A-Z][\w’'-]+ (?:(?:of|and|upon|on) )?)*[A-Z][\w’'-]+)")
COMING = re.compile(
    r"\b(?:comes?|came|joins?|joined|moves?|moved|arrives?|arrived|recruited|hired|poached|lured)\b"
    r"(?P<way>[^.;,]{0,60}?)\bfrom (?P<origin>[^.;,]*)"
)
LEAVING = re.compile(
    r"\b(?:leav(?:es?|ing)|left|step(?:s|ped|ping)? down|stand(?:s|ing)? down|stood down|resign(?:s|ed|ing)?|"
    r"quit(?:s|ting)?|depart(?:s|ed|ing)?)\b[^.;]{0,80}? "
    r"(?:to (?:become|join|take up|take over|lead|head|run)|for)\b(?P<way>[^.;]*)"
)
MOVING = re.compile(
    r"\b(?:mov(?:es?|ed|ing)|switch(?:es|ed|ing)?|transfer(?:s|red|ring)?)\b[^.;,]{0,30}? to\b(?P<way>[^.;]*)"
)
STILL = re.compile(r"\b(?:[Cc]urrently|[Aa]t present|presently|at the moment|will (?:join|move|leave)|joins|leaves)\b")
BESIDE = re.compile(
    r"\b(?:also|alongside|as well as|in addition|remains?|continues?|keeps?|combin\w+|both|joint\w*|shared?|sharing)\b"
)
PART_OF_ONES_TIME = re.compile(
    r"\b(?:chair|commissioner|advis[eo]r|inspector|member|councillor|leader|mayor|trustee|governor|president|"
    r"consultant|professor|minister|secretary)\b"
)
UNDER_A_HEAD = re.compile(r"(?:deputy|assistant|(?:service|team|practice) (?:director|manager)|head of)\b")
FOR_YEARS = re.compile(r"\b(?:for|spent|after) (?P<count>[\w-]+) years\b(?! (?:ago|old))")
NO_PLACES = frozenset(
    "January February March April May June July August September October November December Director Directors "
    "Children Children’s Children's Services Chief Executive Head Leader Deputy Assistant Corporate Strategic Interim "
    "Council Authority Trust City County Borough Cabinet Member Service Mr Mrs Ms Dr".split()
)
NAME = re.compile(r"\b[A-Z][\w’'-]+")
SENTENCE_END = re.compile(r"(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bSt)[.!?][”\"’']?\s+|\n+")
COUNCIL_WORDS = re.compile(
    r"\b(?:the|london borough of|royal borough of|city of|borough|city|county|district|metropolitan|council|mbc|cc)\b",
    re.IGNORECASE,
)
NEAR = 20  # characters that may stand between “from” and the place: "from neighbouring Hull"


@dataclass(frozen=True, slots=True)
class Way:
    """The words that tell where a move leads to, and whether it is clear from others where they do not name it."""

    words: str
    clear: bool

    def names(self, place: str) -> bool:
        """Whether the words have a name as a whole: of York, not Yorkshire."""
        return bool(re.search(rf"\b{re.escape(place)}\b", self.words))

    @property
    def names_a_place(self) -> bool:
        """Whether the words have a name other than of a month or a post."""
        return any(name not in NO_PLACES for name in NAME.findall(self.words))


def ways_on(sentence: str, at: str) -> Iterator[Way]:
    """For each move that a sentence tells of, from a post at a place, where it leads."""
    for form, clear in ((BEFORE, True), (BEFORE_PLACE, False), (LEAVING, False), (MOVING, False)):
        yield from (Way(match["way"], clear) for match in form.finditer(sentence))
    for match in COMING.finditer(sentence):
        origin = re.match(rf".{{0,{NEAR}}}?\b{re.escape(at)}\b", match["origin"])
        if origin:
            yield Way(match["way"] + match["origin"][origin.end() :], clear=True)


def is_left_for(role: str, sentence: str, *, alone: bool) -> bool:
    """Whether an officer's post, told of in a sentence, is surely left when its holder comes to lead elsewhere.

    So is one under a head; of two heads' posts, which some hold jointly, the words must say that the one is for now.
    """
    if BESIDE.search(sentence):
        return False
    return bool(UNDER_A_HEAD.match(role)) or (alone and takes_all_ones_time(role) and bool(STILL.search(sentence)))


def takes_all_ones_time(role: str) -> bool:
    """Whether a post is an officer's, not a chair's, an adviser's or a member's, who have others beside it."""
    return not PART_OF_ONES_TIME.search(role)


def sentence_marks(text: str) -> list[int]:
    """Where the sentences of a text begin, and where the last one ends."""
    return [0, *(match.end() for match in SENTENCE_END.finditer(text)), len(text)]


def sentences(text: str, marks: list[int], start: int, end: int) -> tuple[str, ...]:
    """The whole sentences that a stretch of a text lies in, by the marks of all of them."""
    first, after = max(bisect_right(marks, start) - 1, 0), bisect_left(marks, end)
    return tuple(text[a:b] for a, b in pairwise(marks[first : after + 1]))


def short(name: str) -> str:
    """A council by its place alone, as in "comes from Hull"; another body by its name."""
    return " ".join(COUNCIL_WORDS.sub(" ", name).split()) or name


def by_years(sentence: str, begun: str) -> str | None:
    """By when a post had begun that was held "for three years" before the next: people round, so half a year less."""
    told = FOR_YEARS.search(sentence)
    count, then = number(told["count"]) if told else None, last_moment(begun)
    if not count or not then:
        return None
    return str(then.plus_months(6 - 12 * count)) if then.month and then.month < 13 else str(then.plus_years(1 - count))
