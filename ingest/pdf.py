"""The text of a PDF file: pages without running heads and page numbers, wrapped lines made into paragraphs again.

A line is taken as wrapped where the next line's first word would not have fitted behind it; so tables, address blocks
and headings keep their lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import pairwise
from typing import Any, Protocol

PDFIUM: Any = import_module("pypdfium2")  # without types
RAW: Any = import_module("pypdfium2.raw")
HYPHENS = ("\ufffe", "\x02")
BULLET = re.compile(r"(?:[◼■▪•●○–➢✓]|[-o*](?= )|\(?(?:\d{1,3}|[a-z]|[ivx]+)[.)](?= ))")
PAGE_NUMBER = re.compile(r"(?:page )?[-–|]? ?\d{1,3}(?: ?(?:of|/) ?\d{1,3})? ?[-–|]?", re.IGNORECASE)
PAGED = re.compile(r"[^\d,] ?\d{1,3}$")
ENTRY = re.compile(r"^(?:[A-Z][\w’'.-]+ ){1,3}[A-Z][\w’'-]+, [A-Z][a-z]")
REPEATED_SHARE = 0.4
EDGE_LINES = 3
WIDE_GAP = 1.45
LOOSE_SIZE = 1.3
OTHER_SIZE = 1.18
FULL_LINE = 0.6
ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
UNFINISHED = re.compile(r"(?:,|\b(?:and|or|of|the|a|an|by|with|to|for|from|in|at|on|was|were|is|are))$")


class PrintedText(Protocol):
    """The characters of a page, as PDFium has them."""

    def count_chars(self) -> int:
        """How many there are."""

    def get_charbox(self, index: int, loose: bool = False) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of one, in points; loose: of its type, not of its ink."""

    def close(self) -> None:
        """Free the memory."""


class PrintedPage(Protocol):
    """A page, as PDFium has it."""

    def get_textpage(self) -> PrintedText:
        """Its characters."""

    def close(self) -> None:
        """Free the memory."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of print: its words and where they stand, in points from the page's lower left corner."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def size(self) -> float:
        """The height of the print, in points."""
        return self.top - self.bottom


def pdf_text(data: bytes) -> tuple[str, tuple[int, ...]]:
    """The text and the offset at which each page begins; raises `pypdfium2.PdfiumError` where the file is no PDF."""
    document = PDFIUM.PdfDocument(data)
    try:
        pages = [_lines(document[index]) for index in range(len(document))]
    finally:
        document.close()
    repeated = _running_heads(pages)
    texts = [_page_text([line for line in page if not _is_furniture(line, page, repeated)]) for page in pages]
    return _bound(texts)


def _lines(page: PrintedPage) -> list[Line]:
    words = page.get_textpage()
    try:
        return [line for line in _lines_of(words) if line.text]
    finally:
        words.close()
        page.close()


def _lines_of(words: PrintedText) -> Iterator[Line]:
    start = 0
    characters = [chr(RAW.FPDFText_GetUnicode(words, index)) for index in range(words.count_chars())]
    for index, character in enumerate([*characters, "\n"]):
        if character == "\n" or character in HYPHENS:
            raw = _whole("".join(characters[start:index]))
            inked = [place for place in range(start, index) if characters[place].strip(" \r\n\t\xa0")]
            if inked:
                first, last = (words.get_charbox(place, loose=True) for place in (inked[0], inked[-1]))
                text = re.sub(r"\s+", " ", raw).strip() + ("-" if character in HYPHENS else "")
                yield Line(text, first[0], last[2], first[1], first[3])
            start = index + 1


def _whole(text: str) -> str:
    """The text with pairs of surrogates made one character, and without what cannot be printed."""
    joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return re.sub(r"[\x00-\x08\x0e-\x1f\ufffe\uffff]", "", joined)


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", text.lower())


def _edges(page: Sequence[Line]) -> set[Line]:
    by_height = sorted(page, key=lambda line: line.bottom)
    return {*by_height[:EDGE_LINES], *by_height[-EDGE_LINES:]}


def _running_heads(pages: Sequence[Sequence[Line]]) -> set[str]:
    """The shapes (digits made alike) of lines that stand at the edge of many pages."""
    counts = Counter(shape for page in pages for shape in {_shape(line.text) for line in _edges(page)})
    return {shape for shape, count in counts.items() if count >= max(3, REPEATED_SHARE * len(pages))}


def _is_furniture(line: Line, page: Sequence[Line], repeated: set[str]) -> bool:
    at_edge = line in _edges(page)
    return at_edge and (_shape(line.text) in repeated or bool(PAGE_NUMBER.fullmatch(line.text)))


def _page_text(lines: Sequence[Line]) -> str:
    if not lines:
        return ""
    margin = max(line.right for line in lines)
    pitch = _pitch(lines)
    text = lines[0].text
    for before, line in pairwise(lines):
        text = _appended(text, before, line, margin, pitch)
    return text


def _pitch(lines: Sequence[Line]) -> float:
    """The usual distance between two lines."""
    steps = sorted(a.bottom - b.bottom for a, b in pairwise(lines) if a.bottom > b.bottom + 2)
    return steps[len(steps) // 2] if steps else 14.0


def _appended(text: str, before: Line, line: Line, margin: float, pitch: float) -> str:
    step = before.bottom - line.bottom
    if _is_raised(before, line):
        return f"{text}{line.text}"
    if 0 <= abs(step) < 0.3 * pitch:
        return f"{text.removesuffix('-')}{line.text}" if text.endswith("-") else f"{text} {line.text}"
    is_near = 0 < step < max(WIDE_GAP * pitch, LOOSE_SIZE * line.size)
    if is_near and _is_wrapped(before, line, margin):
        return f"{text[:-1]}{line.text}" if _is_broken_word(text, line.text) else f"{text} {line.text}"
    return f"{text}\n{line.text}" if is_near else f"{text}\n\n{line.text}"


def _is_raised(before: Line, line: Line) -> bool:
    """Whether a line goes on with the raised "st" or "th" of the number that the one before ends in."""
    is_beside = before.bottom < line.bottom < before.top and abs(line.left - before.right) < before.size
    return is_beside and before.text[-1].isdigit() and bool(ORDINAL.match(line.text))


def _is_wrapped(before: Line, line: Line, margin: float) -> bool:
    sizes = sorted((before.size, line.size))
    if BULLET.match(line.text) or sizes[1] > OTHER_SIZE * sizes[0] or _are_rows(before, line):
        return False
    width = (line.right - line.left) / max(len(line.text), 1)
    first_word = len(line.text.split(" ", 1)[0]) + 1
    if before.right + first_word * width > margin:
        return True
    goes_on = line.text[0].islower() and before.text[-1] not in ".:;!?"
    return (goes_on or bool(UNFINISHED.search(before.text))) and before.right > FULL_LINE * margin


def _are_rows(before: Line, line: Line) -> bool:
    """Whether both lines end in the number of a page, or open with a name and a post, the first complete."""
    if UNFINISHED.search(before.text):
        return False
    return any(all(pattern.search(each.text) for each in (before, line)) for pattern in (PAGED, ENTRY))


def _is_broken_word(text: str, following: str) -> bool:
    return bool(re.search(r"[a-z]-$", text)) and following[0].islower()


def _bound(pages: Sequence[str]) -> tuple[str, tuple[int, ...]]:
    """The pages in one text; a paragraph that runs over a page's end is not broken."""
    text, starts = "", []
    for page in pages:
        if text and page:
            goes_on = text[-1].isalnum() | (text[-1] in ",’") and page[0].islower()
            text += " " if goes_on else "\n\n"
        starts.append(len(text))
        text += page
    return text, tuple(starts) or (0,)
