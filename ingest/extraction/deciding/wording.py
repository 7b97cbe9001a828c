"""How a text words that somebody may hold a post: the words around both, with all names in them made alike.

"Ann Lee, Bury's director of …, has left" reads "PERSON , A_BODY POST , has left", whoever it is about: what a linear
model over runs of such words finds likely is one more thing that the trees weigh.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from spacy.tokens import Token

from ingest.dates import DateMention
from ingest.extraction.context import Context
from ingest.extraction.deciding.pairs import Pair
from ingest.extraction.posts import Post
from ingest.names import Mention

MODEL = "tenure_wording"
AROUND = 8  # words before and behind
MOST = 44  # words between, of which those in the middle are left out
HOLDER, PRONOUN, SEAT = "PERSON", "PRONOUN", "POST"
Name = Mention | Post | DateMention


def wordings(context: Context, posts: Sequence[Post], pairs: Iterable[Pair]) -> list[str]:
    """The words around each pair, parted by blanks; those before both begin with "b_", those behind with "a_"."""
    names = Names(context, posts)
    return [" ".join(_placed(_around(context, pair, names))) for pair in pairs]


class Names:
    """The names, posts and dates of a text by where they stand."""

    def __init__(self, context: Context, posts: Sequence[Post]) -> None:
        told: tuple[Sequence[Name], ...] = (posts, context.dates, context.orgs, context.people)
        self._found = {each.start: each for named in told for each in named}
        self._starts = sorted(self._found)
        self._doc = context.doc

    @cached_property
    def words(self) -> Sequence[Name | str]:
        """What each token of the text is part of, or else its word."""
        return [self.named(token.idx) or plain(token) for token in self._doc]

    def named(self, place: int) -> Name | None:
        """What has this place in its name."""
        before = bisect_right(self._starts, place) - 1
        found = self._found[self._starts[before]] if before >= 0 else None
        return found if found and place < found.end else None


def plain(token: Token) -> str:
    """A word that is no name: itself, or what stands for a line's end or a number."""
    return "LINE" if "\n" in token.text else "NUMBER" if token.like_num else token.lower_


def _kind(found: Name) -> str:
    if isinstance(found, Post | DateMention):
        return "A_POST" if isinstance(found, Post) else "A_DATE"
    return "A_PERSON" if found.kind == "person" else "A_BODY"


def _around(context: Context, pair: Pair, names: Names) -> Iterator[tuple[str, str]]:
    """The words with the part that each stands in: before, between, behind; of a name one word."""
    low, high = min(pair.holder.start, pair.seat.start), max(pair.holder.end, pair.seat.end)
    span = context.doc.char_span(low, high, alignment_mode="expand")
    if span is None:
        return
    last = ""
    for token in context.doc[max(0, span.start - AROUND) : span.end + AROUND]:
        word = _word(token, pair, names)
        if word != last or word.islower():
            yield ("b_" if token.idx < low else "a_" if token.idx >= high else "", word)
        last = word


def _word(token: Token, pair: Pair, names: Names) -> str:
    holder, seat = pair.holder, pair.seat
    if holder.start <= token.idx < holder.end:
        return PRONOUN if holder.is_pronoun else HOLDER
    if seat.start <= token.idx < seat.end:
        return SEAT if seat.is_named else f"{SEAT}_{token.lower_}"
    found = names.words[token.i]
    return found if isinstance(found, str) else _kind(found)


def _placed(words: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The words, without the middle of a long stretch between person and post."""
    told = list(words)
    between = [place for place, (part, _) in enumerate(told) if not part]
    left_out = set(between[MOST // 2 : -MOST // 2]) if len(between) > MOST else set()
    yield from (part + word for place, (part, word) in enumerate(told) if place not in left_out)
