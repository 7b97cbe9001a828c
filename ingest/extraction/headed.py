"""Items under a heading that names the post of them all: "Assistant directors", "The cabinet", "Heads of service"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.extraction.canonical import canonical
from ingest.extraction.cells import BULLET, Cell
from ingest.extraction.context import Context
from ingest.extraction.drafts import Draft
from ingest.extraction.entries import NOT_A_POST, Seat, Span, drafted, holders, portfolio, span
from ingest.extraction.layout import Paragraph
from ingest.extraction.posts import Post

CABINET = re.compile(
    r"\b(?:cabinet|executive|lead) (?:members|councillors)\b|^(?:the |our |your )?(?:new )?cabinet\b|portfolio",
    re.IGNORECASE,
)
PLURAL = re.compile(
    r"\b(?:(?P<rank>(?:corporate|strategic|executive|service|assistant|deputy|divisional) )*directors"
    r"|(?P<heads>heads)(?: of (?:service|department))?|(?P<managers>(?:service|team|locality|area) managers))\b",
    re.IGNORECASE,
)
TOPIC = r"(?P<topic>[A-Z][\w’'&-]*(?:(?:,? and|,? &|,|/| of| for| in| with)? [A-Z][\w’'&-]*)*)"
AFTER_NAME = re.compile(rf"(?:,| ?[:–—(-]|\.{{3,}}|\t| {{2,}}) *{TOPIC}(?=[.;)(\n]|$)")
LABEL = r"(?P<topic>[A-Z][\w’'&,/ -]{2,60}?)"
BEFORE_NAME = re.compile(rf"{LABEL}\s*(?:(?:\.|…|·|_){{3,}}|:|\s[–—-]\s|\t|\|| {{2,}})\s*")
REACH = 14
HEADING = 110


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that names a post of several people, each in charge of a topic."""

    line: Paragraph
    role: str
    orgs: tuple[str, ...]

    def seat(self, topic: str, at: int) -> Seat:
        """The post of the one who has a topic."""
        return Seat(self._role(topic), self.orgs, at, written=topic)

    def _role(self, topic: str) -> str:
        if self.role == "cabinet member":
            return portfolio(topic)
        joint = " of " if self.role == "head" else " for "
        words = re.sub(r"^(?:for|of) ", "", topic.strip())
        return canonical(f"{self.role}{joint}{words}".lower(), "director" if "director" in self.role else "any")


def headed(context: Context, posts: Sequence[Post]) -> Iterator[Draft]:
    """Tenures of lists whose heading has the post and whose items have the names with their topics."""
    heading: Heading | None = None
    idle = 0
    for line in context.paragraphs:
        found = _heading(context, posts, line)
        if found:
            heading, idle = found, 0
            continue
        if heading is None:
            continue
        told = list(_item(context, posts, heading, line))
        yield from told
        idle = 0 if told else idle + 1
        if idle > 3:
            heading = None


def _heading(context: Context, posts: Sequence[Post], line: Paragraph) -> Heading | None:
    words = context.text[line.start : line.end]
    if len(words) > HEADING or context.people_in(line.start, line.end) or words.endswith((".", "?")):
        return None
    inside = [each for each in posts if line.start <= each.mention.start < line.end]
    orgs = tuple(each.name for each in context.orgs_in(line.start, line.end)) or next(
        (each.orgs for each in inside), ()
    )
    spoken = context.org_at(line.start, "the council")
    orgs = orgs[:1] or ((spoken.name,) if spoken else ())
    if CABINET.search(words):
        return Heading(line, "cabinet member", orgs)
    match = PLURAL.search(words)
    if match is None or re.match(r" of [Cc]hildren", words[match.end() :]):
        return None
    role = "head" if match["heads"] else match.group().lower().removesuffix("s")
    return Heading(line, role, orgs)


def _item(context: Context, posts: Sequence[Post], heading: Heading, line: Paragraph) -> Iterator[Draft]:
    text = context.text[line.start : line.end]
    bullet = BULLET.match(text)
    low = line.start + (bullet.end() if bullet else 0)
    if any(low <= each.mention.start < min(low + 90, line.end) for each in posts):
        return
    cell = Cell(low, line.end, context.text[low : line.end])
    people = holders(context, cell)
    if people and people[0].start - low <= 12:
        match = AFTER_NAME.match(context.text, people[-1].end, line.end)
        if match and len(people) == 1 and not NOT_A_POST.search(match["topic"]):
            yield from drafted(
                people[0], heading.seat(match["topic"], match.start("topic")), (low, match.end()), Span(), "", 0.75
            )
        return
    match = BEFORE_NAME.match(context.text, low, line.end)
    if match:
        value = Cell(match.end(), line.end, context.text[match.end() : line.end])
        for person in holders(context, value):
            behind = context.text[person.end : line.end]
            seat = heading.seat(match["topic"], low)
            yield from drafted(person, seat, (low, line.end), span(context, behind), behind, 0.75)
