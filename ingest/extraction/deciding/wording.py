"""How a text words that somebody may hold a post: the words around both, with all names in them made alike.

"Ann Lee, Bury's director of …, has left" reads "PERSON , A_BODY POST , has left", whoever it is about: what a linear
model over runs of such words finds likely is one more thing that the trees weigh.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial

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
    return [" ".join(_placed(_around(pair, names))) for pair in pairs]


class Names:
    """The names, posts and dates of a text by where they stand."""

    def __init__(self, context: Context, posts: Sequence[Post]) -> None:
        told: tuple[Sequence[Name], ...] = (posts, context.dates, context.orgs, context.people)
        self._found = {each.start: each for named in told for each in named}
        self._starts = sorted(self._found)
        self.doc = context.doc

    @cached_property
    def words(self) -> Sequence[Name | str]:
        """What each token of the text is part of, or else its word."""
        return [self.named(token.idx) or plain(token) for token in self.doc]

    def named(self, place: int) -> Name | None:
        """What has this place in its name."""
        before = bisect_right(self._starts, place) - 1
        found = self._found[self._starts[before]] if before >= 0 else None
        return found if found and place < found.end else None


def plain(token: Token) -> str:
    """A word that is no name: itself, or what stands for a line's end or a number."""
    return "LINE" if "\n" in token.text else "NUMBER" if token.like_num else token.lower_


def of_another(found: Name) -> str:
    """What stands for a name that is none of those asked about."""
    if isinstance(found, Post | DateMention):
        return "A_POST" if isinstance(found, Post) else "A_DATE"
    return "A_PERSON" if found.kind == "person" else "A_BODY"


def around(
    names: Names, reach: tuple[int, int], width: tuple[int, int], alike: Callable[[Token, Name | str], str]
) -> Iterator[tuple[str, str]]:
    """The words of a stretch of text, of a name one, and so many before and behind it, each with the part it is in.

    The part is "b_" before the stretch, "a_" behind it, else empty; `alike` tells what stands for a word.
    """
    low, high = reach
    span = names.doc.char_span(low, high, alignment_mode="expand")
    last = ""
    for token in names.doc[max(0, span.start - width[0]) : span.end + width[1]] if span is not None else ():
        word = alike(token, names.words[token.i])
        if word != last or word.islower():
            yield ("b_" if token.idx < low else "a_" if token.idx >= high else "", word)
        last = word


def _around(pair: Pair, names: Names) -> Iterator[tuple[str, str]]:
    low, high = min(pair.holder.start, pair.seat.start), max(pair.holder.end, pair.seat.end)
    return around(names, (low, high), (AROUND, AROUND), partial(_word, pair))


def _word(pair: Pair, token: Token, found: Name | str) -> str:
    holder, seat = pair.holder, pair.seat
    if holder.start <= token.idx < holder.end:
        return PRONOUN if holder.is_pronoun else HOLDER
    if seat.start <= token.idx < seat.end:
        return SEAT if seat.is_named else f"{SEAT}_{token.lower_}"
    return found if isinstance(found, str) else of_another(found)


def _placed(words: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The words, without the middle of a long stretch between person and post."""
    told = list(words)
    between = [place for place, (part, _) in enumerate(told) if not part]
    left_out = set(between[MOST // 2 : -MOST // 2]) if len(between) > MOST else set()
    yield from (part + word for place, (part, word) in enumerate(told) if place not in left_out)
