"""When a document was published, as exactly as its words justify, and how that was found.

Labelled dates come first, then bylines, a letter's date, what the page's own data say, the lines at head and foot. A
page header that only tells the day of fetching, and readers' comments, are upper bounds; a page without any date is at
least as young as the latest date it tells.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from ingest.date_rules import MONTH_NAMES
from ingest.dates import date_mentions
from ingest.dating_lines import (
    FETCHED,
    FOOT_LINES,
    HEAD_LINES,
    OPENINGS,
    SENTENCES,
    TIME,
    WEEKDAY,
    Hints,
    Page,
    Told,
    beside,
    days_told,
    goes_on,
    head,
    inspected_until,
    is_bare,
    is_day,
    is_fetched,
    is_own,
    is_prose,
    latest_told,
    months_told,
    read_page,
)
from ingest.moments import WEEKDAYS, Moment, moment, month_number, valid

__all__ = ["Hints", "published"]

LATE_IN_THE_YEAR = "10"  # from October on, a report may appear in the next year
TOP_LINES = 12
SAME_WEEKDAY_AGAIN = 5  # years after which a day of the year can fall on the same weekday again
WRAPPED = 60  # characters of a line that its width may have broken
SOON = 31  # days after the latest one told
LABEL = re.compile(
    r"(?:(?:first|report|news|press|date|originally|article|advert|letter|review|item|statement|decision|page|this|"
    r"was|response) )*(?:release )?(?:published|issued|posted|released|uploaded|answered|advertised|placed|"
    r"(?:as )?broadcast|delivered|publication date|date of (?:publication|issue|response|reply|answer)|issue date|"
    r"date (?:sent|posted|issued)|made|live|posted by [^|,;.]{2,40}(?= on))\b(?: (?:on|at|date|online|from))?",
    re.IGNORECASE,
)
LABEL_ENDS = re.compile(
    rf"(?:[\s,]*{TIME})?\s*(?:$|[|·•)\]/–—;]|\.(?!\d)|,? (?:by|in|to)\b|,? (?:and )?(?:last )?updated\b)", re.IGNORECASE
)
BYLINE = re.compile(r"(?:[Ww]ritten )?(?:by|By|BY):? [A-ZÀ-Þ].{2,70}")
UPDATED = re.compile(
    r"(?:this )?(?:page )?(?:was )?(?:last|next)? ?(?:updated?|edited|modified|reviewed|changed|checked|revised)", re.I
)
UPDATE = re.compile(
    r"(?:(?:(?:this|the) )?(?:page|site|list|document|entry|article|guide|chart|information|programme|notes?) |"
    r"it (?=\w+ (?:last|most recently))|we )?(?:(?:was|were|is|has been|have been) )?(?:last |most recently )?"
    r"(?:updated?|edited|modified|reviewed|changed|checked|revised|refreshed|amended)"
    r"(?: by [^|,;.]{2,40})?(?: (?:on|in|at))?",
    re.IGNORECASE,
)
DATED = re.compile(
    r"(?:(?:held|meeting held|meeting|date|dated|date of (?:the )?(?:meeting|decision|report)|meeting date|"
    r"(?:decision|report) date|sent) ?)+(?:on)?|on",
    re.IGNORECASE,
)
CHANGED = re.compile(
    r"\b(?:updat|edit|modif|review|chang|check|revis|refresh|amend|as at|correct|position|valid|in force)", re.I
)
AS_AT = re.compile(
    r"\b(?:as at|correct (?:at|as (?:at|of)|to)|position at|valid (?:from|at)|in force (?:on|at|from))\s*$",
    re.IGNORECASE,
)
MINUTES = re.compile(
    r"(?:the |draft |unconfirmed |approved |public |\W)*(?:minutes|notes|record|proceedings|decisions|summary)\b.*"
    r"\b(?:meetings?|held|session|committee|board|panel|forum|cabinet|council)\b",
    re.IGNORECASE,
)
OF_ANOTHER = re.compile(
    r"\b(?:last|previous|agreed|approved as|confirmed|signed|correct record|"
    r"(?:be|were|was) (?:approved|noted|received))\b",
    re.IGNORECASE,
)
DATELINE = re.compile(r"(?:[A-ZÀ-Þ][\w’'-]+[,.]? ?){1,4}")
DATELINE_ENDS = re.compile(r"\s*(?:\([^()]{2,30}\)\s*)?[–—-]+\s")
DAY_ALONE = re.compile(
    rf"(?:(?P<w>{WEEKDAY}),? )?(?:the )?(?:(?P<d>\d\d?)(?:st|nd|rd|th)?(?: of)? (?P<m>{MONTH_NAMES})|"
    rf"(?P<m2>{MONTH_NAMES}) (?P<d2>\d\d?)(?:st|nd|rd|th)?)",
    re.IGNORECASE,
)
EVENT = re.compile(
    r"\b(?:appointed|resigned|joined|retired|took|left|born|died|opened|inspection date|inspected)\b", re.IGNORECASE
)
COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)[^\n]{0,40}?\b((?:19|20)\d\d)\b", re.IGNORECASE)
MEETING = re.compile(r"\b(?:minutes|meeting|committee|cabinet)\b", re.IGNORECASE)
ISSUE = re.compile(
    r"(?:(?:for|immediate|use|release|embargoed|until|press|news|media|notice|council|cabinet|committee|board|meeting|"
    r"date|dated|published|issued|posted|issue|edition|number|no|vol(?:ume)?|item|agenda|price|week|w/e|commencing|"
    r"ending|on|of|the|spring|summer|autumn|winter|\d{1,4})\b[\s.:#]*)*",
    re.IGNORECASE,
)
GIVEN = re.compile(
    r"\b(?:direction|order|notice|statement) (?:is|was) (?:given|made|issued)(?: on)?$|^(?:given|dated) this$", re.I
)

Found = tuple[str, str]


def published(text: str, hints: Hints | None = None) -> tuple[str | None, str]:
    """The EDTF date of publication, or None, and in words how it was found."""
    page = read_page(text, hints or Hints())
    for rule in RULES:
        found = rule(page)
        if found:
            return found
    return None, "the document tells no date"


def _meeting(page: Page) -> Found | None:
    if not MEETING.search("\n".join(page.lines[:TOP_LINES])):
        return None
    for line in head(page):
        is_day_told = re.match(r"(?:held )?on\b", f"{line.before} {line.text}") and not is_prose(line.text)
        if is_day_told or DATED.fullmatch(line.rest):
            return line.edtf, f"the day of the meeting: “{line.text}”"
    return None


def _minutes(page: Page) -> Found | None:
    """ "Minutes of the meeting held in the hall on 4 May 2018", on a line or two, before any other date."""
    top = page.lines[:TOP_LINES] if any(MINUTES.match(line) for line in page.lines[:TOP_LINES]) else ()
    for place, line in enumerate(top):
        below = page.lines[place + 1] if place + 1 < len(page.lines) else ""
        days = days_told(line) or (days_told(f"{line} {below}") if MINUTES.match(line) else [])
        if days:
            is_own_day = MINUTES.match(line) and not OF_ANOTHER.search(f"{line} {below}")
            return (days[0].edtf, f"the day of the meeting: “{line}”") if is_own_day else None
    return None


def _labelled(page: Page) -> Found | None:
    for line in page.dated:
        lead = page.lines[line.place - 1] if line.place and not line.rest else line.before
        is_label = LABEL.fullmatch(lead.strip(" :*")) or LABEL.fullmatch(line.before.split("|")[-1].strip(" :*,"))
        if is_label and not _continues(page, line.place):
            return line.edtf, f"the line “{line.text}”" if lead == line.before else f"the lines “{lead} {line.text}”"
    return None


def _labelled_within(page: Page) -> Found | None:
    """A label inside a line: "Recorded 6 May 2018, published 9 May 2018"; in running text only as a sentence."""
    for line, told in _outside(page, LABEL):
        if LABEL.fullmatch(_opening(line, told)) and LABEL_ENDS.match(told.tail):
            return told.edtf, f"the line “{' '.join(line.split())}”"
    return None


def _outside(page: Page, words: re.Pattern[str]) -> Iterator[tuple[str, Told]]:
    """The days and months that lines at head and foot tell, of those that have such words."""
    foot = max(HEAD_LINES, len(page.lines) - FOOT_LINES)
    for place in (*range(min(HEAD_LINES, len(page.lines))), *range(foot, len(page.lines))):
        line = page.spaced[place]
        if words.search(line) and not _continues(page, place):
            yield from ((line, told) for told in (*days_told(line), *months_told(line)))


def _continues(page: Page, place: int) -> bool:
    """Whether a line goes on with the running text of the line above."""
    above = page.lines[place - 1] if place else ""
    return page.lines[place][:1].islower() and len(above) >= WRAPPED and above[-1] not in ".:!?"


def _opening(line: str, told: Told) -> str:
    """The words from the last opening to a date: of a sentence, in a line that is no prose of a part of it too.

    "The letter, published 9 May 2018" has none: there the date is the letter’s.
    """
    if is_prose(line) and not re.match(r"\W*(?:$|[.)]| at \d)|, \d", told.tail):
        return "-"
    return (SENTENCES if is_prose(line) else OPENINGS).split(told.lead)[-1].strip(" :*,(")


def _byline(page: Page) -> Found | None:
    for line in head(page):
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
    for line in head(page):
        if is_own(page, line):
            return line.edtf, f"the line “{line.text}” at the head"
    return None


def _dated_head(page: Page) -> Found | None:
    for line in head(page):
        if DATED.fullmatch(line.rest) or DATED.fullmatch(line.beside.strip(" :")) or AS_AT.search(line.before):
            return line.edtf, f"the line “{line.text}” at the head"
    return None


def _dateline(page: Page) -> Found | None:
    """The wire’s opening: "Leeds, 4 May 2018 (Agency) – The director …"."""
    for line in page.lines[:HEAD_LINES]:
        for told in days_told(line)[:1]:
            if DATELINE.fullmatch(told.lead) and DATELINE_ENDS.match(told.tail) and is_prose(line):
                return told.edtf, f"the dateline “{line[: len(line) - len(told.tail)]}”"
    return None


def _masthead(page: Page) -> Found | None:
    """A date between bars, commas or brackets on a line of the head: "The Gazette | 28 March 2019 | Issue 6"."""
    for line in head(page):
        is_outer = _is_mast(page, line.place, line.text) and not is_fetched(page, line) and not goes_on(page, line)
        if is_outer and ISSUE.fullmatch(line.beside) and line.edtf > inspected_until(page):
            return line.edtf, f"the line “{line.text}” at the head"
    return None


def _issue(page: Page) -> Found | None:
    """The month of an issue: "Issue 3 | June 2020"."""
    for place, line in enumerate(page.spaced[:HEAD_LINES]):
        for told in months_told(line) if _is_mast(page, place, line) else ():
            if ISSUE.fullmatch(beside(told, place)):
                return told.edtf, f"the line “{page.lines[place]}” at the head"
    return None


def _is_mast(page: Page, place: int, line: str) -> bool:
    """Whether a line stands above the text, or is a byline with dots right below its first words."""
    return place < page.prose or (place < TOP_LINES and bool(re.search("[·•]", line)))


def _given(page: Page) -> Found | None:
    """The day on which an instrument says that it was given: "This Direction is given on 12 November 2019"."""
    for line in head(page):
        if GIVEN.search(line.before):
            return line.edtf, f"the line “{line.text}”"
    return None


def _latest_line(page: Page) -> Found | None:
    """A date beside other words of a page's head or foot, where the text tells of nothing after it."""
    bound = latest_told(page)
    for line in page.dated:
        is_outside = line.place < HEAD_LINES or line.place >= len(page.lines) - FOOT_LINES
        is_other = FETCHED.search(line.text) or EVENT.search(line.text) or goes_on(page, line) or is_fetched(page, line)
        is_latest = line.edtf == bound and line.edtf > inspected_until(page)
        if is_latest and is_outside and not is_other and not is_prose(line.text):
            return line.edtf, f"the line “{line.text}”, after which nothing is told"
    return None


def _foot(page: Page) -> Found | None:
    foot = [line for line in page.dated if line.place >= len(page.lines) - HEAD_LINES and is_own(page, line)]
    if foot:
        latest = max(foot, key=lambda line: line.edtf)
        return latest.edtf, f"the line “{latest.text}” at the foot"
    return None


def _updated(page: Page) -> Found | None:
    for line in page.dated:
        if UPDATED.match(line.text) and not re.match(r"next", line.text, re.IGNORECASE):
            return line.edtf, f"the line “{line.text}”, which tells the last change"
    return None


def _updated_within(page: Page) -> Found | None:
    """The last change told as a sentence among others, or of a month: "It was last changed in May 2021."."""
    for line, told in _outside(page, CHANGED):
        lead = _opening(line, told)
        if (UPDATE.fullmatch(lead) and re.match(r"\s*(?:$|[^\w\s]|at \d)", told.tail)) or AS_AT.search(told.lead):
            return told.edtf, f"the line “{' '.join(line.split())}”, which tells the last change"
    return None


def _day_alone(page: Page) -> Found | None:
    """A day without its year: of the one year about the latest date told that has it on its weekday."""
    bound = moment(latest_told(page))
    lines = page.spaced[: min(TOP_LINES, page.prose)]
    for line in (line for line in lines if bound and not re.search(r"\d{3}", line)):
        for part in re.split(r"[|·•–—]|  ", line):
            match = DAY_ALONE.fullmatch(part.strip())
            day = match and bound and _with_year(match, bound)
            if day:
                return str(day), f"the line “{' '.join(line.split())}”, its year told by the latest date in the text"
    return None


def _with_year(match: re.Match[str], bound: Moment) -> Moment | None:
    month, number = month_number(match["m"] or match["m2"]), int(match["d"] or match["d2"])
    days = [Moment(bound.year + ahead, month, number) for ahead in range(SAME_WEEKDAY_AGAIN)]
    for day in (each for each in days if valid(each) and each.last_day >= bound.first_day):
        is_near = bound.day is not None and (day.first_day - bound.first_day).days <= SOON
        if _is_on(day.first_day, match["w"]) if match["w"] else is_near:
            return day
    return None


def _is_on(day: date, weekday: str) -> bool:
    return WEEKDAYS[day.weekday()].startswith(weekday.lower()[:3])


def _comments(page: Page) -> Found | None:
    days = [each.edtf for each in date_mentions(page.text[page.comments :], None) if is_day(each)]
    fetched = next((line for line in head(page) if is_bare(line)), None)
    if not days:
        return None
    first = min(days)
    if fetched and fetched.edtf[:7] == first[:7] and fetched.edtf <= first:
        return fetched.edtf, f"the header “{fetched.text}”, which the first reader’s comment of {first} bears out"
    return first[:7], f"the first reader’s comment, of {first}: published by then"


def _fetched(page: Page) -> Found | None:
    for line in head(page):
        if is_bare(line) and line.edtf > inspected_until(page):
            by_then = f"the header “{line.text}”, which only tells the day of fetching: published by then"
            return _between(page, line.edtf), by_then
    return None


def _between(page: Page, fetched: str) -> str:
    """From the latest date that the page tells, if any, to the day of fetching."""
    return f"{latest_told(page, fetched[:4]) or '..'}/{fetched}"


def _copyright(page: Page) -> Found | None:
    years = [match.group(1) for match in COPYRIGHT.finditer(page.text)]
    if not years:
        return None
    year = max(years)
    ended = inspected_until(page)
    if ended.startswith(year) and ended[5:7] >= LATE_IN_THE_YEAR:
        return f"{ended}/..", f"the inspection’s last day, {ended}: published then or later"
    return year, f"the copyright line of {year}"


def _latest_mention(page: Page) -> Found | None:
    known = latest_told(page)
    return (f"{known}/..", f"the latest date that it tells, {known}: published then or later") if known else None


RULES: tuple[Callable[[Page], Found | None], ...] = (
    _meeting,
    _minutes,
    _labelled,
    _labelled_within,
    _byline,
    _letter,
    _own_data,
    _header,
    _dated_head,
    _dateline,
    _masthead,
    _given,
    _foot,
    _updated,
    _updated_within,
    _issue,
    _latest_line,
    _day_alone,
    _comments,
    _fetched,
    _copyright,
    _latest_mention,
)
