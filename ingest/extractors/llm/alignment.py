"""Where a quote stands in a text: word for word, or but for white space and the shape of quotation marks and dashes."""

from __future__ import annotations

import bisect
import re
from unicodedata import normalize

SAME = str.maketrans(
    {**dict.fromkeys("‘’‚‛′`´", "'"), **dict.fromkeys("“”„‟″«»", '"'), **dict.fromkeys("‐‑‒–—―−", "-")}
)
UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
MINIMUM_WORDS = 2


class Aligner:
    """Finds quotes in one text; the text is folded once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded, self._places = folded(text)
        self._words = _words(text)

    def find(self, quote: str, begin: int = 0) -> tuple[int, int] | None:
        """Offsets of the quote's first occurrence at or after `begin`, else of its first; None where there is none.

        One word proves nothing, so a quote has at least two.
        """
        if len(quote.split()) < MINIMUM_WORDS:
            return None
        return self._verbatim(quote.strip(), begin) or self._folded(quote, begin)

    def has_words(self, name: str) -> bool:
        """Whether each word of a name stands somewhere in the text, whatever its case."""
        return _words(name) <= self._words

    def _verbatim(self, quote: str, begin: int) -> tuple[int, int] | None:
        place = self.text.find(quote, begin)
        place = place if place >= 0 else self.text.find(quote)
        return (place, place + len(quote)) if place >= 0 else None

    def _folded(self, quote: str, begin: int) -> tuple[int, int] | None:
        sought = folded(quote)[0].strip().strip("\"'").strip()
        if len(sought.split()) < MINIMUM_WORDS:
            return None
        place = self.folded.find(sought, bisect.bisect_left(self._places, begin))
        place = place if place >= 0 else self.folded.find(sought)
        return (self._places[place], self._places[place + len(sought) - 1] + 1) if place >= 0 else None


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", normalize("NFKC", text).casefold()))


def folded(text: str) -> tuple[str, list[int]]:
    """The text with runs of white space as one space and plain marks, and where each of its characters comes from."""
    characters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        if character in UNSEEN or (character.isspace() and characters[-1:] == [" "]):
            continue
        characters.append(" " if character.isspace() else character.translate(SAME))
        places.append(place)
    return "".join(characters), places
