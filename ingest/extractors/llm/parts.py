"""A long document in parts that overlap, cut between paragraphs or sentences where there is one to cut at."""

from __future__ import annotations

from dataclasses import dataclass

CUTS = ("\n\n", "\n", ". ", " ")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a document's text: the `number`th, counted from 1, beginning at the offset `begin`."""

    number: int
    begin: int
    text: str


def parts(text: str, length: int) -> tuple[Part, ...]:
    """Parts of at most `length` characters that together hold every word; each overlaps the former by a tenth."""
    found: list[Part] = []
    begin = 0
    while text[begin:].strip():
        finish = _cut(text, begin, length)
        found.append(Part(len(found) + 1, begin, text[begin:finish]))
        begin = finish if finish == len(text) else _overlap(text, begin, finish, length // 10)
    return tuple(found)


def _cut(text: str, begin: int, length: int) -> int:
    """Where the part ends: at the best kind of gap in its second half, else where it is full."""
    if begin + length >= len(text):
        return len(text)
    for gap in CUTS:
        found = text.rfind(gap, begin + length // 2, begin + length)
        if found >= 0:
            return found + len(gap)
    return begin + length


def _overlap(text: str, begin: int, finish: int, size: int) -> int:
    """Where the next part begins: after a gap, at most `size` characters before `finish`, and past `begin`."""
    start = max(begin + 1, finish - size)
    gap = text.find(" ", start, finish)
    return gap + 1 if gap >= 0 else start
