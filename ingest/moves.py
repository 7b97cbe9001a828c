"""A person's move from one post to the next, as a document words it: by when the former was left, since when the next.

"She comes from Hull, where she was deputy director" dates no leaving of Hull; but where the document tells when she
came, she had left by then. Such a bound is an open date ("../2019-09"), and given only where words tell of the move:
people hold posts side by side.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.edtf import as_edtf, before, bounds
from graph.likeness import words
from graph.model import Claim, TenureStatement
from ingest.movewords import Way, by_years, is_left_for, sentence_marks, sentences, short, takes_all_ones_time, ways_on


@dataclass(frozen=True, slots=True)
class _Told:
    """A claim of a tenure, by its place among the claims, whose it is, and the sentences that its quote is from."""

    place: int
    said: TenureStatement
    name: tuple[str, ...]
    sentences: tuple[str, ...]

    @property
    def at(self) -> str:
        """The organisation as texts name it for short."""
        return short(self.said.org or "")

    @property
    def own_sentences(self) -> tuple[str, ...]:
        """Of several sentences those that name the place or the post: the others may be on another post."""
        named = (each for each in self.sentences if self.at in each or _head(self.said.role) in each.lower())
        return self.sentences if len(self.sentences) == 1 else tuple(named)

    @property
    def post(self) -> tuple[str, str]:
        """What tells it from the person's other posts."""
        return self.said.role, self.at


def moved(text: str, claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims, those of a post that was left, or come to, in a move with the bound that this gives their dates."""
    stated = list(claims)
    careers = _careers(text, stated)
    surnames = frozenset(name[-1] for name in careers)
    found: dict[int, dict[str, str]] = {}
    for name, told in careers.items():
        for former in told if len({each.post for each in told}) > 1 else ():
            for place, date, bound in _bounds_of(former, told, surnames - {name[-1]}):
                known = found.setdefault(place, {})
                known[date] = _tightest(bound, known.get(date, bound))
    return tuple(_with(claim, found.get(place, {})) for place, claim in enumerate(stated))


def _careers(text: str, claims: list[Claim]) -> dict[tuple[str, ...], list[_Told]]:
    """What is told of the posts of each person, by name."""
    marks, found = sentence_marks(text), defaultdict[tuple[str, ...], list[_Told]](list)
    for place, claim in enumerate(claims):
        said = claim.statement
        if isinstance(said, TenureStatement) and said.org and (name := tuple(words(said.person))):
            near = sentences(text, marks, claim.start_offset, claim.end_offset)
            found[name].append(_Told(place, said, name, near))
    return found


def _with(claim: Claim, dates: dict[str, str]) -> Claim:
    if not dates:
        return claim
    return claim.model_copy(update={"statement": claim.statement.model_copy(update=dates)})


def _tightest(one: str, other: str) -> str:
    """What both bounds allow, be they told in whatever order; of two that leave nothing the first by name."""
    first, second = sorted((one, other))
    both = bounds(first).meet(bounds(second)) if bounds(first).overlaps(bounds(second)) else bounds(first)
    return first if first == second else as_edtf(both) or first


def _bounds_of(former: _Told, told: list[_Told], others: frozenset[str]) -> Iterator[tuple[int, str, str]]:
    """What a move from a post tells of the dates of it and of the next: the claim's place, which date, its bound."""
    said = former.said
    for sentence in former.own_sentences:
        alone = not others & set(words(sentence))  # where others are named, too, one of them may be who moved
        for after in _next_posts(sentence, former, told, alone=alone):
            begun = min((each.said.start for each in after if each.said.start), key=_first, default=None)
            if begun and _can_end_by(begun, said):
                yield former.place, "end", f"../{begun}"
                years = by_years(sentence, begun) if said.status == "ended" and said.start is None else None
                if years:
                    yield former.place, "start", f"../{years}"
            elif begun is None and said.end and "/" not in said.end:
                yield from (
                    (each.place, "start", f"{said.end}/..") for each in after if _can_begin_from(said.end, each.said)
                )


def _next_posts(sentence: str, former: _Told, told: list[_Told], *, alone: bool) -> Iterator[list[_Told]]:
    """The posts that a person came to after one, by each of the ways in which a sentence tells of it."""
    others, said = [each for each in told if each.post != former.post], former.said
    if alone:
        yield from (_led_to(way, sentence, former, others) for way in ways_on(sentence, former.at))
    if said.status == "held" and is_left_for(said.role, sentence, alone=alone):
        yield [each for each in others if _is_to_come(each.said, said)]


def _led_to(way: Way, sentence: str, former: _Told, others: list[_Told]) -> list[_Told]:
    """The posts that a way names; where it names none, those told in the same sentence, or of the one other body."""
    named = [each for each in others if way.names(each.at) and each.at != former.at]
    if named or way.names_a_place:
        return named
    named = [each for each in others if _head(each.said.role) in way.words.lower()]
    if named or not way.clear:
        return named
    elsewhere = [each for each in others if each.at != former.at and takes_all_ones_time(each.said.role)]
    here = [each for each in elsewhere if sentence in each.sentences]
    return here or (elsewhere if len({each.at for each in elsewhere}) == 1 else [])


def _is_to_come(after: TenureStatement, former: TenureStatement) -> bool:
    """Whether a post that takes all of one's time is to be taken up later than the other one is told of as held."""
    later = before(bounds(former.as_of).latest, bounds(after.start).earliest)
    return later and takes_all_ones_time(after.role) and not after.interim and after.status != "planned"


def _head(role: str) -> str:
    """The post without what it is of or for: "director", "chief executive"."""
    return re.split(r" (?:of|for) ", role)[0]


def _first(date: str) -> tuple[str, int]:
    span = bounds(date)
    return str(span.earliest or span.latest), span.days


def _can_end_by(begun: str, former: TenureStatement) -> bool:
    """Whether an officer's post of which no end is told can have ended by a start: one point in time, later than the
    post's own, and no sooner than its holder is seen there."""
    began, seen, last = bounds(former.start).earliest, bounds(former.as_of).earliest, bounds(begun).latest
    if former.end or former.status not in ("held", "ended") or not takes_all_ones_time(former.role):
        return False
    return "/" not in begun and not before(last, seen) and (began is None or before(began, last))


def _can_begin_from(end: str, after: TenureStatement) -> bool:
    """Whether a post can have begun after another's end: nobody is seen in it before."""
    return after.status == "appointed" or not before(bounds(after.as_of).latest, bounds(end).earliest)
