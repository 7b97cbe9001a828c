"""When a document was published, as exactly as its words justify, and how that was found.

Labelled dates come first, then bylines, a letter's date, what the page's own data say, the lines at head and foot. A
page header that only tells the day of fetching, and readers' comments, are upper bounds; a page without any date is at
least as young as the latest date it tells.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ingest.dates import DateMention, date_mentions
from ingest.masking import comments_start

HEAD_LINES = 25
LATE_IN_THE_YEAR = "10"  # from October on, a report may appear in the next year
LINE_LENGTH = 160
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
TIME = r"(?:(?:at )?\d{1,2}[:.]\d\d(?::\d\d)? ?(?:[ap]\.?m\.?|gmt|bst)?|\d{1,2} ?[ap]m)"
NOISE = re.compile(
    rf"\b{WEEKDAY}\b|{TIME}|£?\d+p\b|£\d+\.\d\d|\bpage \d+|\b\w+ edition\b|\b(?:last )?updated\b.*|[|,;:●•·()\[\]–-]",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"(?:(?:first|report|news|press|date|originally|article|advert|letter|review|item) )*"
    r"(?:release )?(?:published|issued|posted|released|publication date|date of publication|made|live)\b"
    r"(?: (?:on|at|date|online))?",
    re.IGNORECASE,
)
BYLINE = re.compile(r"(?:[Ww]ritten )?(?:by|By|BY):? [A-ZÀ-Þ].{2,70}")
FETCHED = re.compile(
    r"\b(captured|accessed|printed|retrieved|fetched|viewed|downloaded|archived|closing|interviews)\b", re.I
)
UPDATED = re.compile(
    r"(?:this )?(?:page )?(?:was )?(?:last|next)? ?(?:updated|edited|modified|reviewed|changed)", re.IGNORECASE
)
DATED = re.compile(
    r"(?:(?:held|meeting held|meeting|date|dated|date of (?:the )?meeting|meeting date) ?)+(?:on)?|on", re.I
)
AS_AT = re.compile(r"\b(?:as at|correct (?:at|as of)|position at)\s*$", re.IGNORECASE)
MASTHEAD = re.compile(r"(?:the )?(?:[A-Z][\w&’'-]* ?){1,5}")
WEATHER = re.compile(r"-?\d{1,2}(?:\.\d)? ?°? ?[CF]")
COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)[^\n]{0,40}?\b((?:19|20)\d\d)\b", re.IGNORECASE)
AHEAD = re.compile(
    r"\b(?:will|may|shall|might|planned|expected|proposed|due|to be|next|until|closes?)\b[^.]*$", re.IGNORECASE
)
MEETING = re.compile(r"\b(?:minutes|meeting|committee|cabinet)\b", re.IGNORECASE)

ISSUE = re.compile(
    r"(?:(?:for|immediate|release|embargoed|until|press|news|media|notice|council|cabinet|committee|board|meeting|date|"
    r"dated|published|issued|posted|issue|edition|number|no|vol(?:ume)?|week|commencing|ending|on|of|the|spring|summer|"
    r"autumn|winter|\d{1,4})\b[\s.:#]*)*",
    re.IGNORECASE,
)
PARTS = re.compile(rf"\s*[|·•●*;,()\[\]–—]\s*|\s[-.]\s|(?<=[A-Z])\s+(?={WEEKDAY}\b)", re.IGNORECASE)
PROSE = 14  # words of a line that is no head
FOOT_LINES = 4
GIVEN = re.compile(r"\b(?:direction|order|notice|statement) (?:is|was) (?:given|made|issued)(?: on)?$", re.IGNORECASE)

Found = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Hints:
    """What a file tells beside its text: the date in its own data (EDTF), the name of its field, and the address."""

    date: str | None = None
    date_field: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class DatedLine:
    """A short line with a date to the day: `rest` is what stands beside it, `place` the line's number in the text."""

    place: int
    text: str
    before: str
    rest: str
    edtf: str


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a text that have words, those of them with a date, and where readers' comments begin."""

    text: str
    lines: tuple[str, ...]
    dated: tuple[DatedLine, ...]
    comments: int
    hints: Hints


def published(text: str, hints: Hints | None = None) -> tuple[str | None, str]:
    """The EDTF date of publication, or None, and in words how it was found."""
    page = _page(text, hints or Hints())
    for rule in RULES:
        found = rule(page)
        if found:
            return found
    return None, "the document tells no date"


def _page(text: str, hints: Hints) -> Page:
    end = comments_start(text)
    lines = tuple(" ".join(line.split()) for line in text[:end].splitlines() if line.strip())
    return Page(text, lines, tuple(_dated(lines)), end, hints)


def _dated(lines: Sequence[str]) -> Iterator[DatedLine]:
    for place, line in enumerate(lines):
        if len(line) <= LINE_LENGTH and re.search(r"\d", line):
            days = [mention for mention in date_mentions(line, None) if _is_day(mention)]
            if days:
                first = days[0]
                rest = " ".join(NOISE.sub(" ", f"{line[: first.start]} ; {line[first.end :]}").split())
                yield DatedLine(place, line, line[: first.start].strip(), rest, first.edtf)


def _is_day(mention: DateMention) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d-\d\d-\d\d", mention.edtf))


def _meeting(page: Page) -> Found | None:
    if not MEETING.search("\n".join(page.lines[:12])):
        return None
    for line in _head(page):
        if DATED.fullmatch(line.rest) or re.match(r"(?:held )?on\b", line.before + " " + line.text):
            return line.edtf, f"the day of the meeting: “{line.text}”"
    return None


def _labelled(page: Page) -> Found | None:
    for line in page.dated:
        lead = page.lines[line.place - 1] if line.place and not line.rest else line.before
        if LABEL.fullmatch(lead.strip(" :*")) or LABEL.fullmatch(line.before.split("|")[-1].strip(" :*")):
            return line.edtf, f"the line “{line.text}”" if lead == line.before else f"the lines “{lead} {line.text}”"
    return None


def _byline(page: Page) -> Found | None:
    for line in _head(page):
        if BYLINE.match(line.text) and BYLINE.match(line.before + " on") and not line.text.endswith("."):
            return line.edtf, f"the byline “{line.text}”"
    return None


def _letter(page: Page) -> Found | None:
    greeting = next((place for place, line in enumerate(page.lines[:60]) if re.match(r"Dear\b", line)), None)
    if greeting is None:
        return None
    near = [line for line in page.dated if not line.rest and line.place <= greeting + 2]
    return (near[0].edtf, f"the letter’s date, “{near[0].text}”") if near else None


def _own_data(page: Page) -> Found | None:
    if page.hints.date:
        return page.hints.date, f"the page’s own data ({page.hints.date_field or 'date'})"
    inside = re.search(r"/((?:19|20)\d\d)[/-](\d\d)(?:[/-](\d\d))?/", page.hints.url or "")
    if inside:
        return "-".join(part for part in inside.groups() if part), f"the address {page.hints.url}"
    return None


def _header(page: Page) -> Found | None:
    for line in _head(page):
        if _is_own(page, line):
            return line.edtf, f"the line “{line.text}” at the head"
    return None


def _dated_head(page: Page) -> Found | None:
    for line in _head(page):
        if DATED.fullmatch(line.rest) or AS_AT.search(line.before):
            return line.edtf, f"the line “{line.text}” at the head"
    return None


def _masthead(page: Page) -> Found | None:
    """A date between bars, commas or brackets on a line of the head: "The Gazette | 28 March 2019 | Issue 6"."""
    prose = next((place for place, line in enumerate(page.lines) if _is_prose(line)), HEAD_LINES)
    for line in _head(page):
        if line.place < prose and not _is_fetched(page, line) and not _goes_on(page, line):
            part = next((each for each in PARTS.split(line.text) if _day_of(each) == line.edtf), None)
            if part and ISSUE.fullmatch(_beside(part)) and line.edtf > _inspected_until(page):
                return line.edtf, f"the line “{line.text}” at the head"
    return None


def _issue(page: Page) -> Found | None:
    """The month of an issue: "Issue 3 | June 2020"."""
    for line in itertools.takewhile(lambda line: not _is_prose(line), page.lines[:HEAD_LINES]):
        for part in PARTS.split(line):
            told = date_mentions(part, None)
            if len(told) == 1 and told[0].precision == "month" and ISSUE.fullmatch(_beside(part)):
                return told[0].edtf, f"the line “{line}” at the head"
    return None


def _is_prose(line: str) -> bool:
    return len(line.split()) > PROSE and not re.search(r"[|·•]", line)


def _day_of(part: str) -> str | None:
    return next((each.edtf for each in date_mentions(part, None) if _is_day(each)), None)


def _beside(part: str) -> str:
    """What stands beside the date in a part of a line, without weekday and time."""
    told = date_mentions(part, None)[0]
    return " ".join(
        re.sub(rf"\b{WEEKDAY}\b|{TIME}", " ", part[: told.start] + " " + part[told.end :], flags=re.I).split()
    )


def _given(page: Page) -> Found | None:
    """The day on which an instrument says that it was given: "This Direction is given on 12 November 2019"."""
    for line in _head(page):
        if GIVEN.search(line.before):
            return line.edtf, f"the line “{line.text}”"
    return None


def _latest_line(page: Page) -> Found | None:
    """A date beside other words of a page's head or foot, where the text tells of nothing after it."""
    bound = _latest_told(page)
    for line in page.dated:
        is_outside = line.place < HEAD_LINES or line.place >= len(page.lines) - FOOT_LINES
        is_other = FETCHED.search(line.text) or _goes_on(page, line) or _is_fetched(page, line)
        is_latest = line.edtf == bound and line.edtf > _inspected_until(page)
        if is_latest and is_outside and not is_other and not _is_prose(line.text):
            return line.edtf, f"the line “{line.text}”, after which nothing is told"
    return None


def _foot(page: Page) -> Found | None:
    foot = [line for line in page.dated if line.place >= len(page.lines) - HEAD_LINES and _is_own(page, line)]
    if foot:
        latest = max(foot, key=lambda line: line.edtf)
        return latest.edtf, f"the line “{latest.text}” at the foot"
    return None


def _updated(page: Page) -> Found | None:
    for line in page.dated:
        if UPDATED.match(line.text) and not re.match(r"next", line.text, re.IGNORECASE):
            return line.edtf, f"the line “{line.text}”, which tells the last change"
    return None


def _comments(page: Page) -> Found | None:
    days = [each.edtf for each in date_mentions(page.text[page.comments :], None) if _is_day(each)]
    fetched = next((line for line in _head(page) if _is_bare(line)), None)
    if not days:
        return None
    first = min(days)
    if fetched and fetched.edtf[:7] == first[:7] and fetched.edtf <= first:
        return fetched.edtf, f"the header “{fetched.text}”, which the first reader’s comment of {first} bears out"
    return first[:7], f"the first reader’s comment, of {first}: published by then"


def _fetched(page: Page) -> Found | None:
    for line in _head(page):
        if _is_bare(line) and line.edtf > _inspected_until(page):
            by_then = f"the header “{line.text}”, which only tells the day of fetching: published by then"
            return _between(page, line.edtf), by_then
    return None


def _between(page: Page, fetched: str) -> str:
    """From the latest date that the page tells, if any, to the day of fetching."""
    told = (each.edtf for each in date_mentions(page.text[: page.comments], None) if not _is_ahead(page.text, each))
    known = re.findall(r"\b(?:19|20)\d\d(?:-(?:0\d|1[0-2])(?:-\d\d)?)?\b", " ".join(told))
    return f"{max((each for each in known if each < fetched[:4]), default='..')}/{fetched}"


def _copyright(page: Page) -> Found | None:
    years = [match.group(1) for match in COPYRIGHT.finditer(page.text)]
    if not years:
        return None
    year = max(years)
    ended = _inspected_until(page)
    if ended.startswith(year) and ended[5:7] >= LATE_IN_THE_YEAR:
        return f"{ended}/..", f"the inspection’s last day, {ended}: published then or later"
    return year, f"the copyright line of {year}"


def _inspected_until(page: Page) -> str:
    """The last day of the visit that the report's head tells; empty where it tells none."""
    line = next((line for line in page.lines[:HEAD_LINES] if re.match(r"inspection dates?:", line, re.IGNORECASE)), "")
    return max(re.findall(r"\d{4}-\d\d-\d\d", " ".join(each.edtf for each in date_mentions(line, None))), default="")


def _latest_mention(page: Page) -> Found | None:
    known = _latest_told(page)
    return (f"{known}/..", f"the latest date that it tells, {known}: published then or later") if known else None


def _latest_told(page: Page) -> str:
    """The latest date of which the text speaks as past; empty where it has none."""
    told = [each for each in date_mentions(page.text[: page.comments], None) if not _is_ahead(page.text, each)]
    known = re.findall(r"\b(?:19|20)\d\d(?:-(?:0\d|1[0-2])(?:-\d\d)?)?\b", " ".join(each.edtf for each in told))
    return max(known, default="")


def _is_ahead(text: str, mention: DateMention) -> bool:
    """Whether the date is told of something to come."""
    return mention.relation in ("until", "by") or bool(AHEAD.search(text[max(mention.start - 80, 0) : mention.start]))


def _head(page: Page) -> Iterator[DatedLine]:
    return (line for line in page.dated if line.place < HEAD_LINES and not FETCHED.search(line.text))


def _is_bare(line: DatedLine) -> bool:
    """Nothing but a date on the line, or the name of the paper with it."""
    return not line.rest or bool(MASTHEAD.fullmatch(line.rest) and "," in line.text)


def _is_own(page: Page, line: DatedLine) -> bool:
    """Whether a bare date is the document's: not the day of fetching and none of the visit that it tells of."""
    is_of_visit = line.edtf <= _inspected_until(page) or _goes_on(page, line)
    return _is_bare(line) and not is_of_visit and not _is_fetched(page, line)


def _goes_on(page: Page, line: DatedLine) -> bool:
    """Whether the date belongs to the line above, which breaks off ("Inspection dates:", "8 July to")."""
    above = page.lines[line.place - 1] if line.place else ""
    return bool(re.search(r"(?::|–|-| to| and| from)$|\bdates?\b", above, re.IGNORECASE))


def _is_fetched(page: Page, line: DatedLine) -> bool:
    """Whether the date stands in a header with the weather, which tells the day on which the page was shown."""
    return any(WEATHER.fullmatch(before) for before in page.lines[max(line.place - 2, 0) : line.place])


RULES: tuple[Callable[[Page], Found | None], ...] = (
    _meeting,
    _labelled,
    _byline,
    _letter,
    _own_data,
    _header,
    _dated_head,
    _masthead,
    _given,
    _foot,
    _updated,
    _issue,
    _latest_line,
    _comments,
    _fetched,
    _copyright,
    _latest_mention,
)
