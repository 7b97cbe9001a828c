"""Candidates: every person and post that the text brings near each other, whether or not a frame joins them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from ingest.extraction.context import Context
from ingest.extraction.posts import Post
from ingest.names import Mention

PRONOUNS = frozenset({"he", "she", "his", "her", "him", "who", "i"})
ANAPHOR = re.compile(
    r"\b(?:the|this|that|her|his|its|their|whose|a|an|another|two|three|one of (?:the|two|three)) (?:[\w’'-]+ ){0,2}?"
    r"(?:post|role|job|position|successors?|predecessors?|replacement|interims?|appointment|appointee|departure|"
    r"hot seat|seat|reins|helm|brief|portfolio|chair|gap|vacancy|duties|place|directorship|holder)\b|"
    r"\b(?:in charge|in post|in office|as interim|on an interim basis|in (?:her|his) (?:place|stead)|"
    r"same (?:post|role|job)|permanently|held the fort|at the helm)\b",
    re.IGNORECASE,
)
PASSING = re.compile(
    r"\b(?:succe\w+|replac\w+|took over|takes? over|taking over|stepp?\w* (?:down|up|in|aside)|left|leav\w+|resign\w*|"
    r"retir\w+|quit|depart\w*|appoint\w*|joined|joins|became|becomes|start\w*|began|led|ran|run|leads|arriv\w+|"
    r"handed over|hand(?:s|ed)? (?:it|them) to|followed|sacked|dismissed|suspended|moved|acted|acting|covered|covers|"
    r"covering|filled|fills|held|holds|promoted|elected|chosen|picked|recruited|hired|lasted|served|stayed|came|went)\b",
    re.IGNORECASE,
)
SENTENCES_AWAY = 1
MANY = re.compile(
    r"\b(?:directors|leaders|members|heads|chiefs|chairs|commissioners|advis[eo]rs|executives|ministers|managers)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Holder:
    """A person at a place: by a name, or by a pronoun that refers to one."""

    person: Mention
    start: int
    end: int
    is_pronoun: bool


@dataclass(frozen=True, slots=True)
class Seat:
    """A post at a place: named there, or only referred to ("the role", "took over") and named before; where no word
    refers to it, by a date."""

    post: Post
    start: int
    end: int
    is_named: bool
    is_dated: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """A candidate: this person may be told to hold this post. `away` counts sentences from the post to the person."""

    holder: Holder
    seat: Seat
    away: int
    between: int
    rank: int


def pairs(context: Context, posts: Sequence[Post]) -> tuple[Pair, ...]:
    """Every candidate, in the order of the posts."""
    sentences = context.sentences
    holders = [list(_holders(context, each)) for each in sentences]
    return tuple(
        pair
        for index, sentence in enumerate(sentences)
        for seat in _seats(context, sentence, posts, bool(holders[index]))
        for pair in _around(holders, index, seat, SENTENCES_AWAY if _is_ones(context, seat) else 0)
    )


def _is_ones(context: Context, seat: Seat) -> bool:
    """Whether a post is named as one person's: “directors” are nobody's in the next sentence."""
    return seat.is_named and not MANY.search(context.text[seat.start : seat.end])


def _around(holders: list[list[Holder]], index: int, seat: Seat, reach: int) -> Iterator[Pair]:
    near = [
        (away, each)
        for away in range(-reach, reach + 1)
        if 0 <= index + away < len(holders)
        for each in holders[index + away]
        if away == 0 or not each.is_pronoun
    ]
    for away, each in near:
        low, high = (each.end, seat.start) if each.start < seat.start else (seat.end, each.start)
        inside = sum(low <= other.start < high for _, other in near if other is not each)
        rank = sum(_distance(other, seat) < _distance(each, seat) for _, other in near)
        yield Pair(each, seat, away, inside, rank)


def _distance(holder: Holder, seat: Seat) -> int:
    return max(holder.start - seat.end, seat.start - holder.end, 0)


def _holders(context: Context, sentence: Span) -> Iterator[Holder]:
    for named in context.people_in(sentence.start_char, sentence.end_char):
        yield Holder(named, named.start, named.end, False)
    for token in sentence:
        if token.lower_ in PRONOUNS and (person := _antecedent(context, token)):
            yield Holder(person, token.idx, token.idx + len(token), True)


def _antecedent(context: Context, token: Token) -> Mention | None:
    if token.lower_ == "who" and token.head.dep_ == "relcl":
        named = context.mention(token.head.head)
        return named if named and named.kind == "person" else None
    return context.person_of(token)


def _referring(context: Context, sentence: Span) -> tuple[int, int, bool] | None:
    """From where to where a sentence may tell of a post that was named before, and whether only a date does so."""
    words = context.text[sentence.start_char : sentence.end_char]
    if match := ANAPHOR.search(words) or PASSING.search(words):
        return sentence.start_char + match.start(), sentence.start_char + match.end(), False
    dates = context.dates_in(sentence.start_char, sentence.end_char)
    return (dates[0].start, dates[0].end, True) if dates else None


def _seats(context: Context, sentence: Span, posts: Sequence[Post], has_people: bool) -> Iterator[Seat]:
    named = [each for each in posts if sentence.start_char <= each.mention.start < sentence.end_char]
    yield from (Seat(each, each.start, each.end, True) for each in named)
    if not has_people:
        return
    before = [each for each in posts if each.start < sentence.start_char][-6:]
    latest = {each.role: each for each in before if each.mention.family not in {"inspectorate", "ministry", "police"}}
    recent = sorted(latest.values(), key=lambda each: -each.start)[:2]
    place = _referring(context, sentence)
    if place and not any(each.role in latest for each in named):
        for post in recent:
            yield Seat(post, place[0], place[1], is_named=False, is_dated=place[2])
