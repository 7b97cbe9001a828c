"""Blanks what stands on a page but is not its text: advertisements, captions, navigation, links, readers' comments.

A masked text is as long as the original, so offsets stay true. Only the shape of lines decides, and a paragraph of
running prose is never masked unless it stands among readers' comments at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

PDF = "application/pdf"
COMMENTS = re.compile(
    r"(?:\d+ )?(?:readers?['’]? )?comments?(?: \(\d+\))?:?|(?:\d+ )?responses|"
    r"(?:one|\d+) (?:response|comment|thought|reply|replies)s? (?:to|on) .+|"
    r"leave a (?:comment|reply)|join the (?:conversation|discussion)|have your say",
    re.IGNORECASE,
)
COMMENT_MARK = re.compile(
    r"(?:19|20)\d\d,? (?:at )?\d{1,2}[:.]\d\d|\bposted by\b|\breply\b|not checked before|"
    r"\b\d{1,2}[:.]\d\d(?: ?[ap]m)?(?: #)?$|#$",
    re.IGNORECASE,
)
RELATED = re.compile(
    r"(?:read (?:more|next|also)|related(?: (?:articles?|news|stories|content|topics?|internet links|links))?|"
    r"more (?:from|news|stories|headlines)(?: .{1,40})?|more on this(?: story)?|latest(?: news)?|trending(?: now)?|"
    r"most (?:read|popular|viewed)(?: .{1,30})?|recommended(?: for you)?|you (?:may|might) also like|don['’]t miss|"
    r"sponsored(?: content)?|featured event|similar jobs|elsewhere on the (?:site|web)|top stories|in other news|"
    r"popular articles?(?: .{1,20})?)[:.…]*",
    re.IGNORECASE,
)
LINKS = re.compile(
    r"(?:read (?:more|next|also)|related(?: \w+)?|more on this|tags?|topics?|similar jobs|filed under) ?:.+|"
    r"»(?!.*\w\W?[.!?]\s*$).+",
    re.IGNORECASE,
)
ADVERTISEMENT = re.compile(
    r"\W*(?:hide ad|advert(?:ise?ment)?\b.{0,40}|(?:article|story) continues below.{0,20}|ad feature|promoted)\W*"
    r"(?:spot_img)?",
    re.IGNORECASE,
)
PICTURE = r"(?:image|images|photo|photograph|picture|pic|pics|credit|graph|graphic|video|caption)"
CAPTION = re.compile(
    rf"{PICTURE}(?: (?:caption|source|credit|by))?[:,].*|{PICTURE} by [\w .’'-]{{3,40}}|"
    rf"image of .*|[\[(]{PICTURE}\b.*[\])]|"
    r"\[[^\[\]]{1,40}: [^\[\]]+\]",
    re.IGNORECASE,
)
CREDIT = re.compile(
    rf"\s*(?:[(\[](?:{PICTURE})\b[^()\[\]]*[)\]]|\b(?:{PICTURE})(?: credit| by)?: ?(?:[^.:]|\b[A-Z]\.){{2,50}})\s*$",
    re.IGNORECASE,
)
FURNITURE = re.compile(
    r"skip to .{1,30}|search(?: this site)?|share(?: this)?(?:\s*:.*|\s+save.*)?|follow us\b.{0,80}|sign up\b.{0,60}|"
    r"subscribe\b.{0,40}|(?:we use |accept )?cookies?\b.{0,80}|was this page (?:helpful|useful)\b.*|"
    r"(?:page )?views: ?[\d,]+|this item has been viewed .*|page captured .*|-?\d{1,2}(?:\.\d)? ?°? ?[CF]|"
    r"£[\d,]+k?(?: ?(?:-|–|to) ?£[\d,]+k?)?|to be completed by:|time: .*\| ?venue:.*|reproduction only with .*|"
    r"the site is not responsible for .*|tell us what you think .*|is there anything wrong .*|print this page|"
    r"back to top|email the newsdesk.*",
    re.IGNORECASE,
)
NAVIGATION = frozenset(
    (
        "home",
        "news",
        "sport",
        "about us",
        "contact",
        "contact us",
        "cookies",
        "cookie settings",
        "privacy",
        "privacy policy",
        "policies",
        "what's on",
        "jobs",
        "property",
        "business",
        "politics",
        "traffic",
        "comment",
        "opinion",
        "accessibility",
        "accessibility statement",
        "disclaimers",
        "mobile view",
        "sitemap",
        "subscribe",
        "notices",
        "announcements",
        "log in",
        "login",
        "sign in",
        "search",
        "overview",
        "filing history",
        "more",
        "farming",
        "finance",
        "modern slavery statement",
        "terms",
        "terms and conditions",
        "about",
        "latest news",
        "events",
        "law",
    )
)
CONTACT = re.compile(
    r"(?:(?:direct )?(?:t|tel|telephone|textphone|phone|fax|minicom|f)\b[ .:]*[\d(+][\d ()+-]{6,}.*|"
    r"(?:e-?mail|web|website)?[: ]*(?:\S+@\S+\.\S+|(?:https?://|www\.)\S+).*)",
    re.IGNORECASE,
)
GREETING = re.compile(r"(?:Dear|To)\b.*")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
IMPRINT = re.compile(
    r"The Office for Standards in Education, Children[’']s Services and Skills \(Ofsted\) (?:regulates|inspects)"
)
LETTERHEAD = 16
STOPS = (".", "!", "?", ".”", ".’", '."', ".'", "?”", "!”", ";")
HEADLINE_LENGTH = 130
AFTER_TEXT = 12
SPACED = 3  # empty lines that show how a page parts its paragraphs


@dataclass(frozen=True, slots=True)
class Line:
    """A line that has words, by offsets: `words` has single spaces, `cells` are what bars or wide gaps part."""

    start: int
    end: int
    words: str
    cells: tuple[str, ...]

    @property
    def is_prose(self) -> bool:
        """Whether it reads as running text rather than as a headline or link."""
        return len(self.words) > HEADLINE_LENGTH or (self.words.endswith(STOPS) and len(self.words.split()) > 5)


def mask(text: str, media_type: str = "text/plain") -> str:
    """The text with spaces in place of all that is not its own words; as long as before, line breaks kept."""
    lines = _lines(text)
    spans = [*_single(lines), *_related(lines), *_repeated(lines)]
    spans += [*_letterhead(lines), *_imprint(lines)]
    if media_type != PDF:
        spans.append((comments_start(text), len(text)))
    characters = list(text)
    for start, end in spans:
        characters[start:end] = [each if each.isspace() else " " for each in characters[start:end]]
    return "".join(characters)


def comments_start(text: str) -> int:
    """Where readers' comments begin; the length of the text where it has none."""
    lines = _lines(text)
    for place, line in enumerate(lines):
        follow = [each.words for each in lines[place + 1 : place + 8]]
        marked = any(COMMENT_MARK.search(words) for words in follow)
        if COMMENTS.fullmatch(line.words) and marked and line.start > 0.3 * len(text):
            return line.start
    return len(text)


def _lines(text: str) -> list[Line]:
    return [_line(match) for match in re.finditer(r"[^\n]+", text) if match.group().strip()]


def _line(match: re.Match[str]) -> Line:
    cells = re.split(r"\s*[|>/»]\s*|\s{2,}", match.group().strip().lower().replace("’", "'"))
    return Line(match.start(), match.end(), " ".join(match.group().split()), tuple(cells))


def _single(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Lines that give themselves away; of a caption in sentences only the credit."""
    for line in lines:
        is_count = line.words[0].isdigit() and COMMENTS.fullmatch(line.words)
        shapes = (ADVERTISEMENT, CAPTION, FURNITURE, LINKS)
        if is_count or _is_menu(line) or any(shape.fullmatch(line.words) for shape in shapes):
            yield line.start, line.end
        else:
            yield from _credit(line)


def _credit(line: Line) -> Iterator[tuple[int, int]]:
    credit = CREDIT.search(line.words)
    if credit and credit.start():
        is_sentence = line.words[: credit.start()].rstrip().endswith(STOPS)
        yield (line.end - len(credit.group().strip()) if is_sentence else line.start), line.end


def _is_menu(line: Line) -> bool:
    known = sum(cell in NAVIGATION for cell in line.cells)
    is_trail = len(line.cells) > 1 and line.cells[0] == "home"
    return is_trail or (known >= 2 and known >= 0.3 * len(line.cells))


def _letterhead(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """The sender's address above a letter's date: all after its first line, the name, up to how to reach it."""
    head = lines[: next((place for place, line in enumerate(lines[:60]) if GREETING.match(line.words)), 0)]
    reach = [place for place, line in enumerate(head[:LETTERHEAD]) if CONTACT.fullmatch(line.words)]
    if reach and not any(YEAR.search(line.words) or line.is_prose for line in head[: reach[-1]]):
        yield from ((line.start, line.end) for line in head[1 : reach[-1] + 1])


def _imprint(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """What an inspectorate says of itself at the end of each of its reports."""
    for place, line in enumerate(lines):
        if place > len(lines) // 2 and IMPRINT.match(line.words):
            yield line.start, lines[-1].end


def _related(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """A heading like "Read more" with the headlines that follow: all where no prose comes after; amid the text one, and
    those right below it on a page that parts its paragraphs by empty lines."""
    last_prose = max((place for place, line in enumerate(lines) if line.is_prose), default=-1)
    gaps = sum(_is_apart(before, line) for before, line in pairwise(lines))
    for place, line in enumerate(lines):
        if RELATED.fullmatch(line.words):
            yield line.start, line.end
            ends = place > last_prose
            for before, headline in pairwise(lines[place : place + 1 + AFTER_TEXT]):
                is_first = before is line
                is_below = gaps >= SPACED and not _is_apart(before, headline)
                if headline.is_prose or not (ends or is_first or is_below):
                    break
                yield headline.start, headline.end


def _is_apart(before: Line, line: Line) -> bool:
    """Whether an empty line stands between two lines."""
    return line.start - before.end > 1


def _repeated(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """The second of two like lines, one below the other: a caption and the same words for screen readers."""
    for before, line in pairwise(lines):
        if before.words == line.words and len(line.words) > 20:
            yield line.start, line.end
