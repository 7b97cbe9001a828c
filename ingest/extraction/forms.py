"""People whom a form names by their place in it: the addressee of a letter, the team of an inspection.

What a parser takes for no name is one where a form has room for nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.extraction.context import Context
from ingest.extraction.drafts import Draft
from ingest.extraction.layout import Paragraph
from ingest.extraction.posts import Post
from ingest.names import NAME, NO_NAME, TITLE, Mention

INSPECTORATE = "Ofsted"
HONOURS = r"(?:,? \(?(?:[OCM]BE|D[BL]|KBE|QPM|DBE|PhD)\)?)*"
PERSON = re.compile(rf"(?:{TITLE} )*(?P<name>{NAME}){HONOURS}(?P<comma>,?)")
GREETING = re.compile(r"^Dear\b", re.MULTILINE)
HEAD = 6000
BLOCK = 12
POST_LINES = 3
TEAM = re.compile(
    r"\b(?:(?:(?:[Dd]eputy |[Aa]ssociate |[Aa]ssistant )?[Ll]ead|[Tt]eam|[Ss]hadow|[Aa]dditional|[Aa]ssociate|"
    r"[Rr]eporting|Ofsted) [Ii]nspectors?: ?|^[Ii]nspectors?: ?|"
    r"[Ii]nspectors? (?:(?:for|on|of|undertaking|carrying out) (?:this|the) (?:\w+ )?(?:visit|inspection) )?"
    r"(?:were|was):? |"
    r"(?:visit|inspection) was (?:carried out|conducted|undertaken|led) by:? )"
    r"(?:(?:(?:two|three|four|five|six) (?:of )?)?(?:(?:Her|His) Majesty[’']s|Ofsted) [Ii]nspectors?[,:]? )?",
    re.MULTILINE,
)
ANY_TEAM = re.compile(
    r"\b(?:[Tt]he (?:inspection )?team(?: was| were)?: ?|[Tt]eam members?: ?|[Oo]n the team were |"
    r"(?:inspection|visit) team (?:was|were):? )"
)
OTHERS = re.compile(r"\b(?:[Dd]irector|[Mm]anager|[Hh]ead of|[Cc]hief executive|[Oo]fficer)\b")
INSPECTING = re.compile(r"\bHMIs?\b|[Ii]nspect(?:or|ion)|Ofsted")
RANK = (
    r"(?:,? ?(?:\([^()\n]{1,40}\)|S?HMIs?\b|SCRI\b|AI\b|OI\b|RI\b|"
    r"(?:(?:[Ss]enior|[Ll]ead|[Tt]he|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Aa]ll|both|whom|are|is|of|an?|and) )*"
    r"(?:(?:Her|His) Majesty[’']s|Ofsted|[Ll]ead|[Cc]ontracted|[Rr]egulatory|[Aa]dditional)"
    r" (?:[Ii]nspectors?|[Ll]ead)(?: of [A-Z]\w+)?))*"
)
MEMBER = re.compile(rf"(?P<name>{NAME})(?:{RANK})(?P<gap>(?:,? and|,|;| &)\s+)?")


def named(context: Context, posts: Sequence[Post]) -> Iterator[Draft]:
    """Tenures of those whom the document's form names and its sentences do not show to be people."""
    yield from _addressee(context, posts)
    for opening, members in _teams(context):
        for person in members:
            if (
                opening.endswith(("were: ", "by: "))
                or ANY_TEAM.fullmatch(opening)
                or not context.people_in(person.start, person.end)
            ):
                yield _inspector(context, person)


def team(context: Context) -> tuple[Mention, ...]:
    """The inspectors whom the document lists as its own, in order, each once."""
    found: dict[str, Mention] = {}
    for _, members in _teams(context):
        for person in members:
            found.setdefault(person.key, person)
    return tuple(found.values())


def _teams(context: Context) -> Iterator[tuple[str, list[Mention]]]:
    """The words that open each list of inspectors, and those listed."""
    for match in TEAM.finditer(context.text):
        yield match.group(), list(_members(context, match.end()))
    for match in ANY_TEAM.finditer(context.text):
        if _inspects(context, match.start()):
            yield match.group(), list(_members(context, match.end()))


def _inspects(context: Context, at: int) -> bool:
    """Whether a team is of inspectors: its paragraph or the one before speaks of them, and of nobody's directors."""
    own = context.paragraph(at)
    above = [each for each in context.paragraphs if each.end <= own.start and each.end > each.start][-1:]
    words = " ".join(context.text[each.start : each.end] for each in (*above, own))
    return bool(INSPECTING.search(words)) and not OTHERS.search(context.text, at, own.end)


def _inspector(context: Context, person: Mention) -> Draft:
    begin = max(context.paragraph(person.start).start, context.sentence(person.start).start_char)
    return Draft(person, "inspector", INSPECTORATE, begin, person.end, confidence=0.9, at=person.start)


def _members(context: Context, at: int) -> Iterator[Mention]:
    """The names of a list that begins here, as far as it goes on."""
    while match := MEMBER.match(context.text, at):
        if " " not in match["name"] or NO_NAME.search(match["name"]):
            return
        yield _mention(context, match.start("name"), match.end("name"))
        if not match["gap"]:
            return
        at = match.end()


def _mention(context: Context, start: int, end: int) -> Mention:
    """The person at this place as the context knows them, otherwise by these words."""
    known = context.people_in(start, end)
    text = context.text[start:end]
    return known[0] if known else Mention(start, end, text, text, "person", text.lower())


# Letters


def _addressee(context: Context, posts: Sequence[Post]) -> Iterator[Draft]:
    lines = address(context)
    for place, line in enumerate(lines):
        match = PERSON.fullmatch(context.text, line.start, line.end)
        if match is None or " " not in match["name"] or NO_NAME.search(match["name"]):
            continue
        until = lines[min(place + POST_LINES, len(lines) - 1)].end
        theirs = [each for each in posts if line.end < each.start < until]
        is_unread = match["comma"] or not context.people_in(line.start, line.end)
        if theirs and theirs[0].start - line.end < 3 and is_unread:
            person = _mention(context, match.start("name"), match.end("name"))
            yield from (_held(person, post, org) for post in theirs for org in post.orgs or (None,))
        return


def _held(person: Mention, post: Post, org: str | None) -> Draft:
    return Draft(
        person=person,
        role=post.role,
        org=org,
        begin=person.start,
        finish=post.end,
        confidence=0.9,
        interim=post.mention.interim,
        role_as_written=post.mention.text,
        at=post.mention.start,
    )


def address(context: Context) -> list[Paragraph]:
    """The lines of a letter's address block: those between its date, or its head, and “Dear …”."""
    greeting = GREETING.search(context.text, 0, HEAD)
    if greeting is None:
        return []
    above = [each for each in context.paragraphs if each.end <= greeting.start()][-BLOCK:]
    dated = [place for place, each in enumerate(above) if context.dates_in(each.start, each.end)]
    return above[dated[-1] + 1 :] if dated else above
