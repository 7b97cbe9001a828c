"""The shape of a text: its paragraphs and headings; wrapped lines made to flow, with the way back to their text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

WRAPPED = 55
WIDEST = 140
TWO_LINES = 70
COLUMNS = re.compile(r"\S {3,}\S")
BROKEN_WORD = re.compile(r"[a-z]-$")
SMALL = frozenset({"of", "and", "for", "the", "in", "to", "on", "at", "by", "with", "from", "a", "an"})


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text without a line break, by offsets; a heading is short and ends without a stop."""

    start: int
    end: int
    is_heading: bool


@dataclass(frozen=True, slots=True)
class Flow:
    """Text with its wrapped lines joined; `offsets[i]` is where its character i stands in the text it was made of."""

    text: str
    offsets: tuple[int, ...]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the flow stands in the text it was made of."""
        if not self.offsets or start >= end:
            return 0, 0
        return self.offsets[start], self.offsets[min(end, len(self.offsets)) - 1] + 1


def flowing(text: str) -> Flow:
    """The text with one space for each line break inside a sentence, and words broken by a hyphen made whole."""
    parts: list[str] = []
    offsets: list[int] = []
    at, before = 0, ""
    lines = text.split("\n")
    wrapped = _wrapped(lines)
    for index, line in enumerate(lines):
        skip = 0
        if at:
            stripped = line.lstrip()
            if BROKEN_WORD.search(before.rstrip()) and stripped[:1].islower():
                while parts and parts[-1] in " -":
                    parts.pop()
                    offsets.pop()
                skip = len(line) - len(stripped)
            elif _goes_on(before, line, wrapped[index]):
                while parts and parts[-1] == " ":
                    parts.pop()
                    offsets.pop()
                parts.append(" ")
                offsets.append(at - 1)
                skip = len(line) - len(stripped)
            else:
                parts.append("\n")
                offsets.append(at - 1)
        parts.extend(_calm(line)[skip:])
        offsets.extend(range(at + skip, at + len(line)))
        at += len(line) + 1
        before = line
    return Flow("".join(parts), tuple(offsets))


def _calm(line: str) -> str:
    """A line shouted in capitals in title case, so that names in it are seen as names."""
    if len(line.split()) < 2 or any(letter.islower() for letter in line):
        return line
    return re.sub(r"[A-Z][A-Z’']+", _titled, line)


def _titled(word: re.Match[str]) -> str:
    lower = word.group().lower()
    return lower if lower in SMALL and word.start() else lower[0].upper() + lower[1:]


def _wrapped(lines: list[str]) -> list[bool]:
    """For each line, whether its block is prose broken at a width: most lines end where the next word had no room."""
    found = [False] * len(lines)
    start = 0
    for index in range(len(lines) + 1):
        if index < len(lines) and lines[index].strip():
            continue
        block = [line.rstrip() for line in lines[start:index]]
        width = max((len(line) for line in block), default=0)
        full = [len(a) + 1 + len(b.split()[0]) > width - 3 for a, b in pairwise(block)]
        least = WRAPPED if len(block) > 2 else TWO_LINES
        is_wrapped = least <= width <= WIDEST and bool(full) and sum(full) >= 0.6 * len(full)
        found[start:index] = [is_wrapped] * (index - start)
        start = index + 1
    return found


def _goes_on(before: str, line: str, wrapped: bool) -> bool:
    before, line = before.rstrip(), line.lstrip()
    if COLUMNS.search(before) and COLUMNS.search(line):
        return False
    if not before or not line or before[-1] in ".:;!?”|-–_=*":
        return False
    return line[0].islower() or (
        wrapped and len(before) >= WRAPPED and (line[0].isalnum() or line[0] in "“‘(£") and before[-1] not in "’'"
    )


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The lines of joined text that have words, in order."""
    found = []
    for match in re.finditer(r"[^\n]+", text):
        words = match.group().strip()
        if words:
            start = match.start() + match.group().index(words)
            found.append(Paragraph(start, start + len(words), _is_heading(words)))
    return tuple(found)


def _is_heading(words: str) -> bool:
    return len(words) <= 90 and words[-1] not in ".,;:!?”" and words[0].isalnum() and not words[0].islower()
