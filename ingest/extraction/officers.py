"""Officers of a company as its register lists them: "LEE, Ann Mary" above "Role: Director   RESIGNED"."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.extraction.cells import Cell
from ingest.extraction.context import Context
from ingest.extraction.entries import Seat
from ingest.extraction.layout import Paragraph
from ingest.names import Mention

COMPANY = re.compile(
    r"^\W*(?P<name>[^\n:]{3,80}?,? (?:limited|ltd|plc|c\.?i\.?c|llp)\b\.?)\W*$", re.IGNORECASE | re.MULTILINE
)
REGISTER = re.compile(r"\bcompany (?:number|no\b)|\bofficers\b[^\n]*\bresign", re.IGNORECASE)
OFFICER = re.compile(
    r"(?:(?:company|nominee|corporate|llp|designated) )*(?P<post>director|secretary|member)\b(?: \((?P<more>[^()]*)\))?"
    r"\s*(?:\W*(?:active|resigned|ceased|current)\W*)?",
    re.IGNORECASE,
)
INVERTED = re.compile(
    r"\W*(?P<last>[A-ZÀ-Þ][A-ZÀ-Þ’'-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ’'-]+)*), (?P<first>[A-Z][\w’'-]*(?: [A-Z][\w’'.-]*)*)"
    r"(?:, (?:Dr|Sir|Dame|Lord|Lady|Baroness|Professor|Prof|Rev\w*|Mrs?|Ms|Miss|Cllr|Councillor)\.?)?\s*"
)
HEAD = 600


def company(context: Context) -> str | None:
    """The company whose officers a page of a register lists; None on any other page."""
    head = context.text[:HEAD]
    found = COMPANY.search(head)
    if found is None or not REGISTER.search(head):
        return None
    named = context.orgs_in(found.start("name"), found.end("name"))
    if named:
        return named[-1].name
    spelt = re.finditer(re.escape(found["name"]), context.text, re.IGNORECASE)
    return next((each.group() for each in spelt if not each.group().isupper()), found["name"].title())


def officer(context: Context, value: Cell, owner: str) -> Seat | None:
    """The post of a company that the value of a field names: a director of a company is one of many."""
    match = OFFICER.fullmatch(value.words)
    if match is None:
        return None
    chairs = "chair" in (match["more"] or "").lower()
    role = match["post"].lower() if not chairs else "chair of trust" if context.focus.trust else "chair"
    return Seat(role, (owner,), value.start, written=match["post"], is_told=True)


def inverted(context: Context, line: Paragraph) -> list[Mention]:
    """The person whom a line names with the surname first."""
    match = INVERTED.fullmatch(context.text, line.start, line.end)
    if match is None:
        return []
    name = f"{match['first']} {match['last'].title()}"
    known = [each for each in context.people if each.name.lower() == name.lower()]
    start, end = match.start("last"), match.end("first")
    here = Mention(start, end, context.text[start:end], name, "person", name.lower())
    return [replace(here, name=known[0].name, key=known[0].key) if known else here]
