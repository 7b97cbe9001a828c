"""The shape of a text: paragraphs, headings, list items; wrapped lines joined without moving an offset."""

from __future__ import annotations

import re
from dataclasses import dataclass

WRAPPED = 55
HYPHENATED = re.compile(r"(?<=[a-z])-\n( *)([a-z][^\s]*)")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text without a line break, by offsets; a heading is short and ends without a stop."""

    start: int
    end: int
    is_heading: bool


def joined(text: str) -> str:
    """The text with a space for each line break inside a wrapped sentence; its length never changes."""
    lines = [_calm(line) for line in HYPHENATED.sub(_moved_up, text).split("\n")]
    out = [lines[0]]
    for before, line in zip(lines, lines[1:], strict=False):
        out.append((" " if _goes_on(before, line) else "\n") + line)
    return "".join(out)


def _moved_up(match: re.Match[str]) -> str:
    """A word broken over two lines made whole in the first, the space it leaves kept behind it."""
    return match.group(2) + "\n" + " " * (len(match.group(1)) + 1)


def _calm(line: str) -> str:
    """A line shouted in capitals in title case, so that names in it are seen as names."""
    if len(line.split()) < 2 or any(letter.islower() for letter in line):
        return line
    return re.sub(r"[A-Z][A-Z’']+", lambda word: word.group()[0] + word.group()[1:].lower(), line)


def _goes_on(before: str, line: str) -> bool:
    before, line = before.rstrip(), line.lstrip()
    if not before or not line or before[-1] in ".:;!?”|":
        return False
    return line[0].islower() or (len(before) >= WRAPPED and line[0].isalnum() and before[-1] not in "’'")


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
