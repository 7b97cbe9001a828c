"""Lines as rows of cells, parted by bars, slashes, tabs or wide gaps, and rows below each other as grids."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.extraction.context import Context

RULE = re.compile(r"[\s|:+=_–—-]+")
BAR = re.compile(r"\s*\|\s*")
TAB = re.compile(r" *\t *")
SLASH = re.compile(r" +/ +")
GAP = re.compile(r" {2,}")
LEADERS = re.compile(r"(?:\.|…|·|_){3,}|(?: \.){3,}")
BULLET = re.compile(r"^(?:[\s•*·◼▪+>–-]|\(?(?:[AQ]?\d{1,2}|[a-z]|[ivx]{1,4})[.)](?=\s))*")
NUMBER = re.compile(
    r"\s*(?:\d+(?:\.\d+)*\.?|\(?[a-z\d]\)|[•*▪-])\s+(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
)
SLACK = 2
WIDEST = 90


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of one cell; `start` and `end` bound its first line where it goes on over several."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a grid, an empty cell with no words; `start` and `end` bound its lines."""

    start: int
    end: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows below each other, all with as many cells."""

    rows: tuple[Row, ...]

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.rows[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.rows[-1].end


def grids(context: Context) -> Iterator[Grid]:
    """Every run of two or more rows of two or more cells."""
    block: list[Row] = []
    kind = ""
    for start, end in _lines(context.text):
        line = context.text[start:end]
        if RULE.fullmatch(line):
            continue
        found, row = _row(line, start, end)
        near = block and context.text.count("\n", block[-1].end, start) <= 2
        is_prose = any(len(cell.words) > WIDEST for cell in row.cells)
        is_rest = bool(block) and kind == found == "gap" and len(row.cells) == 1 and _is_indented(block[-1], row)
        if block and not (near and found == kind and (len(row.cells) > 1 or is_rest) and not is_prose):
            yield from _grid(block, kind)
            block = []
        if (len(row.cells) > 1 or (is_rest and block)) and not is_prose:
            block, kind = [*block, row], found
    yield from _grid(block, kind)


def _is_indented(above: Row, row: Row) -> bool:
    """Whether a row's only cell stands below the second cell of the row above, or further right."""
    return len(above.cells) > 1 and row.cells[0].start - row.start >= above.cells[1].start - above.start - SLACK


def _lines(text: str) -> Iterator[tuple[int, int]]:
    return ((match.start(), match.end()) for match in re.finditer(r"[^\n]+", text) if match.group().strip())


def _row(line: str, start: int, end: int) -> tuple[str, Row]:
    """How a line is parted, and its cells."""
    kind, gap = _parted(line)
    low, high = _inside(line, kind)
    number = NUMBER.match(line) if kind == "gap" else None
    low = number.end() if number else low
    cells, at = [], low
    for match in gap.finditer(line, low, high):
        cells.append(_cell(line, start, at, match.start()))
        at = match.end()
    cells.append(_cell(line, start, at, high))
    return kind, Row(start, end, tuple(cells))


def _parted(line: str) -> tuple[str, re.Pattern[str]]:
    if " |" in line or "| " in line:
        return "bar", BAR
    if "\t" in line.strip():
        return "tab", TAB
    return ("slash", SLASH) if line.count(" / ") > 1 else ("gap", GAP)


def _inside(line: str, kind: str) -> tuple[int, int]:
    """The part of a line within its margins, and within the bars at its ends."""
    low, high = len(line) - len(line.lstrip()), len(line.rstrip())
    if kind == "bar":
        low += line[low:high].startswith("|")
        high -= line[low:high].endswith("|")
    return low, high


def _cell(line: str, start: int, low: int, high: int) -> Cell:
    words = line[low:high]
    low += len(words) - len(words.lstrip())
    return Cell(start + low, start + low + len(words.strip()), words.strip())


def _grid(block: list[Row], kind: str) -> Iterator[Grid]:
    """The block as a grid: gaps are aligned to the columns that most rows have, and rows that go on are joined."""
    if len(block) < 2:
        return
    rows = _aligned(block) if kind == "gap" else block
    width = Counter(len(each.cells) for each in rows).most_common(1)[0][0]
    filled = [_filled(each, width) for each in rows]
    joined: list[Row] = []
    for row in filled:
        if joined and _goes_on(joined[-1], row):
            joined[-1] = _joined(joined[-1], row)
        else:
            joined.append(row)
    if width > 1 and len(joined) > 1:
        yield Grid(tuple(joined))


def _aligned(block: list[Row]) -> list[Row]:
    """Cells sorted into columns by where they begin, when most rows agree on where columns begin."""
    starts = Counter(cell.start - row.start for row in block for cell in row.cells)
    columns: list[int] = []
    for place in sorted(starts):
        if starts[place] >= max(2, 0.4 * len(block)) and (not columns or place - columns[-1] > SLACK):
            columns.append(place)
    if len(columns) < 2:
        return block
    return [_sorted(row, columns) for row in block]


def _sorted(row: Row, columns: list[int]) -> Row:
    cells = [Cell(row.start, row.start, "")] * len(columns)
    for cell in row.cells:
        index = max((i for i, place in enumerate(columns) if place <= cell.start - row.start + SLACK), default=0)
        cells[index] = _both(cells[index], cell) if cells[index].words else cell
    return Row(row.start, row.end, tuple(cells))


def _filled(row: Row, width: int) -> Row:
    more = max(0, width - len(row.cells))
    return Row(row.start, row.end, (*row.cells, *[Cell(row.end, row.end, "")] * more)[:width])


def _goes_on(before: Row, row: Row) -> bool:
    """Whether a row is the rest of the one above: its first cell is empty, and some word was left unfinished."""
    if all(cell.words for cell in row.cells) or row.cells[0].words:
        return False
    if sum(bool(cell.words) for cell in row.cells) == 1:
        return True
    return any(
        above.words and below.words and (above.words[-1] in "-,&/(" or above.words.count("(") > above.words.count(")"))
        for above, below in zip(before.cells, row.cells, strict=True)
    )


def _joined(above: Row, below: Row) -> Row:
    cells = [
        _both(one, other) if one.words and other.words else one if one.words else other
        for one, other in zip(above.cells, below.cells, strict=True)
    ]
    return Row(above.start, below.end, tuple(cells))


def _both(one: Cell, other: Cell) -> Cell:
    between = "" if one.words.endswith("-") else " "
    return Cell(one.start, one.end, one.words + between + other.words)


def labelled(context: Context) -> Iterator[tuple[Cell, Cell]]:
    """Lines of two parts: "Leader: Ann Lee", "Fostering ..... Bo Diaz", "Cy Ash – Head of Care"."""
    for start, end in _lines(context.text):
        line = context.text[start:end]
        bullet = BULLET.match(line)
        low = bullet.end() if bullet else 0
        match = re.compile(rf" *(?:{LEADERS.pattern}) *|:(?: +|\t)|\s+[–—-]\s+|\s*\t\s*| *\| *| {{2,}}").search(
            line, low
        )
        if match and match.start() > low and match.end() < len(line.rstrip()):
            yield _cell(line, start, low, match.start()), _cell(line, start, match.end(), len(line.rstrip()))


def runs(context: Context) -> Iterator[list[tuple[int, int]]]:
    """Lines without an empty line between."""
    block: list[tuple[int, int]] = []
    for line in _lines(context.text):
        if block and context.text.count("\n", block[-1][1], line[0]) > 1:
            yield block
            block = []
        block.append(line)
    if block:
        yield block
