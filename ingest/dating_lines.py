"""The lines of a page that tell a date, what stands beside it, and what kind of line it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.date_rules import MONTH_NAMES
from ingest.dates import DateMention, date_mentions
from ingest.masking import comments_start

HEAD_LINES = 25
FOOT_LINES = 4
MAST_LINES = 8  # in which a wide gap parts a masthead rather than the cells of a table
LINE_LENGTH = 160
PROSE = 14  # words of a line that is no head
WEEKDAY = r"(?:mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
TIME = r"(?:(?:at )?\d{1,2}[:.]\d\d(?::\d\d)? ?(?:[ap]\.?m\b\.?|gmt|bst)?|\d{1,2} ?[ap]m)"
NOISE = re.compile(
    rf"\b{WEEKDAY}\b|{TIME}|£?\d+p\b|£\d+\.\d\d|\bprice\b|\bpage \d+|\b\w+ edition\b|\b(?:last )?updated\b.*|"
    r"-?\d{1,2} ?°(?: ?[CF]\b)?|[☀-➿\uFE0F🌀-🫿]|\.(?=\s|$)|[|,;:/●•·()\[\]–-]",
    re.IGNORECASE,
)
PARTS = re.compile(r"\s*[|·•●*;,()\[\]–—~»]\s*|\s[-.]\s|\s[/>:]+\s|(?<=\w\w)\.\s|(?<=\d)\.$|  ")
SENTENCES = re.compile(r"[.!?]\s+\(?")
OPENINGS = re.compile(r"[.!?]\s+|[|¦·•(\[;]|(?<=\d),\s|\s[/>–—-]\s|,\s(?=[A-Z])|(?<=\d\d)\s(?=[A-Z])|  ")
WHEN_BEFORE = re.compile(rf"(?:[\s,–-]*(?:\b{WEEKDAY}\b|{TIME})(?: on)?)+[\s,–-]*$", re.IGNORECASE)
WHEN = re.compile(rf"\b{WEEKDAY}\b|{TIME}", re.IGNORECASE)
HEADING = re.compile(
    r"(?:[:]|\bdates?\b.*|\b(?:on|from|since|until|to|by|\w+ed|born|period|deadline))\s*$", re.IGNORECASE
)
NUMBERED = re.compile(r"(\b(?:no|number|issue|vol|volume|edition|page|p)\b[. ]*\d+\s*)[–—-](?=\s)", re.IGNORECASE)
NOT_FROM = r"(?<![\d/])(?<!\d[–—-])(?<!\d [–—-] )(?<!to )(?<!and )"  # a day with another before it ends a span
SHORT = re.compile(
    rf"{NOT_FROM}\b(?P<d>[0-3]?\d)(?:st|nd|rd|th)?(?: day of |[ .-])(?P<m>{MONTH_NAMES})[ .-]?[ ’']?"
    r"(?P<y>(?:19|20)\d\d|[0-2]\d)(?=\s*(?:$|  |[|·•,;)\]/]|[–—-](?! ?\d)|\.(?!\d)))",
    re.IGNORECASE,
)
FETCHED = re.compile(
    r"\b(captured|accessed|printed|retrieved|fetched|viewed|downloaded|archived|closing|closes|deadline|incorporated|"
    r"interviews)\b",
    re.IGNORECASE,
)
MASTHEAD = re.compile(r"(?:the )?(?:[A-Z][\w&’'-]* ?(?:(?:&|and|of|the) )?){1,5}(?<!&)(?<!and)(?<!of)(?<!the)")
WEATHER = re.compile(r"-?\d{1,2}(?:\.\d)? ?°? ?[CF]")
AHEAD = re.compile(
    r"\b(?:will|may|shall|might|planned|expected|proposed|due|to be|next|until|closes?)\b[^.]*$", re.IGNORECASE
)
YEARS = re.compile(r"\b(?:19|20)\d\d(?:-(?:0\d|1[0-2])(?:-\d\d)?)?\b")


@dataclass(frozen=True, slots=True)
class Hints:
    """What a file tells beside its text: the date in its own data (EDTF), the name of its field, and the address."""

    date: str | None = None
    date_field: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A date in a line: `lead` is what stands before it, without weekday and time, `tail` what stands after it."""

    lead: str
    tail: str
    edtf: str
    has_weekday: bool


@dataclass(frozen=True, slots=True)
class DatedLine:
    """A short line with a date to the day: `place` is the line's number in the text.

    `rest` is what stands beside the date on the line, `beside` what of it bars, commas or wide gaps do not part off.
    """

    place: int
    text: str
    before: str
    rest: str
    beside: str
    edtf: str


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a text that have words, those of them with a date, and where readers' comments begin.

    `spaced` are the lines with two spaces for each wide gap.
    """

    text: str
    lines: tuple[str, ...]
    spaced: tuple[str, ...]
    dated: tuple[DatedLine, ...]
    comments: int
    hints: Hints

    @property
    def prose(self) -> int:
        """The number of the first line that is running text."""
        return next((place for place, line in enumerate(self.lines) if is_prose(line)), HEAD_LINES)


def read_page(text: str, hints: Hints) -> Page:
    """The page that a text is, with what else its file tells."""
    end = comments_start(text)
    spaced = tuple(_spaced(line) for line in text[:end].splitlines() if line.strip())
    lines = tuple(" ".join(line.split()) for line in spaced)
    return Page(text, lines, spaced, tuple(_dated(spaced)), end, hints)


def _spaced(line: str) -> str:
    return "  ".join(" ".join(cell.split()) for cell in re.split(r"\s*\t\s*|\s{3,}", line.strip()))


def _dated(lines: Sequence[str]) -> Iterator[DatedLine]:
    for place, line in enumerate(lines):
        if len(line) <= LINE_LENGTH and (days := days_told(line)):
            first, text = days[0], " ".join(line.split())
            rest = " ".join(NOISE.sub(" ", f"{first.lead} ; {first.tail}").split())
            yield DatedLine(place, text, " ".join(first.lead.split()), rest, beside(first, place), first.edtf)


def days_told(line: str) -> list[Told]:
    """The days that a line tells, in order; years of two figures count where nothing follows that they could number."""
    if not re.search(r"\d", line):
        return []
    mentions = date_mentions(_unnumbered(line), None)
    spans = [(each.start, each.end, each.edtf) for each in mentions if is_day(each)]
    for match in SHORT.finditer(line):
        if not any(each.start < match.end() and match.start() < each.end for each in mentions):
            spans += [(*match.span(), edtf) for edtf in _of_short(match)]
    return [_told(line, *span) for span in sorted(spans)]


def _of_short(match: re.Match[str]) -> list[str]:
    year = match["y"] if len(match["y"]) > 2 else f"20{match['y']}"
    return [each.edtf for each in date_mentions(f"{match['d']} {match['m']} {year}", None)]


def months_told(line: str) -> list[Told]:
    """The months that a line tells, each alone."""
    months = [each for each in date_mentions(line, None) if re.fullmatch(r"\d{4}-(?:0\d|1[0-2])", each.edtf)]
    return [_told(line, each.start, each.end, each.edtf) for each in months]


def _unnumbered(line: str) -> str:
    """ "No. 8 — 25 February 2011" is not from the 8th to the 25th."""
    return NUMBERED.sub(r"\1|", line)


def _told(line: str, start: int, end: int, edtf: str) -> Told:
    lead = WHEN_BEFORE.sub("", line[:start])
    has_weekday = bool(re.search(rf"\b{WEEKDAY}\b[\s,]*(?:the )?$|^{WEEKDAY}\b", line[:start], re.I)) or bool(
        re.match(WEEKDAY + r"\b", line[start:], re.I)
    )
    return Told(lead, line[end:], edtf, has_weekday)


def beside(told: Told, place: int = 0) -> str:
    """What stands beside a date in its own part of a line, without weekday and time."""
    lead, tail = told.lead, told.tail
    is_cell = place < MAST_LINES and not HEADING.search(lead)
    if not is_cell:
        lead, tail = " ".join(lead.split()), " ".join(tail.split())
    before = "" if told.has_weekday else PARTS.split(lead)[-1]
    return " ".join(WHEN.sub(" ", f"{before} {PARTS.split(tail)[0]}").split())


def is_day(mention: DateMention) -> bool:
    """Whether a date is one day."""
    return bool(re.fullmatch(r"(?:19|20)\d\d-\d\d-\d\d", mention.edtf))


def is_prose(line: str) -> bool:
    """Whether a line is running text rather than a head."""
    return len(line.split()) > PROSE and not re.search(r"[|·•]", line)


def head(page: Page) -> Iterator[DatedLine]:
    """The dated lines at the top, without those of fetching and of what is to come."""
    return (line for line in page.dated if line.place < HEAD_LINES and not FETCHED.search(line.text))


def is_bare(line: DatedLine) -> bool:
    """Nothing but a date on the line, or the name of the paper with it."""
    return not line.rest or bool(MASTHEAD.fullmatch(line.rest) and "," in line.text)


def is_own(page: Page, line: DatedLine) -> bool:
    """Whether a bare date is the document's: not the day of fetching and none of the visit that it tells of."""
    is_of_visit = line.edtf <= inspected_until(page) or goes_on(page, line)
    return is_bare(line) and not is_of_visit and not is_fetched(page, line)


def goes_on(page: Page, line: DatedLine) -> bool:
    """Whether the date belongs to the line above, which breaks off ("Inspection dates:", "8 July to")."""
    above = page.lines[line.place - 1] if line.place else ""
    return bool(re.search(r"(?::|–|-| to| and| from)$|\bdates?\b", above, re.IGNORECASE))


def is_fetched(page: Page, line: DatedLine) -> bool:
    """Whether the date stands in a header with the weather, which tells the day on which the page was shown."""
    return any(WEATHER.fullmatch(before) for before in page.lines[max(line.place - 2, 0) : line.place])


def inspected_until(page: Page) -> str:
    """The last day of the visit that the report's head tells; empty where it tells none."""
    line = next((line for line in page.lines[:HEAD_LINES] if re.match(r"inspection dates?\b", line, re.I)), "")
    return max(re.findall(r"\d{4}-\d\d-\d\d", " ".join(each.edtf for each in date_mentions(line, None))), default="")


def latest_told(page: Page, before: str = "9999") -> str:
    """The latest date of which the text speaks as past, of years before `before`; empty where it has none."""
    told = [each for each in date_mentions(page.text[: page.comments], None) if not _is_ahead(page.text, each)]
    known = YEARS.findall(" ".join(each.edtf for each in told))
    return max((each for each in known if each < before), default="")


def _is_ahead(text: str, mention: DateMention) -> bool:
    """Whether the date is told of something to come."""
    return mention.relation in ("until", "by") or bool(AHEAD.search(text[max(mention.start - 80, 0) : mention.start]))
