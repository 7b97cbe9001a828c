"""Officers of a company as its register lists them: "LEE, Ann Mary" above "Role: Director   RESIGNED"."""

from __future__ import annotations

import re

from ingest.extraction.cells import Cell
from ingest.extraction.context import Context
from ingest.extraction.entries import Seat

COMPANY = re.compile(
    r"^\W*(?P<name>[^\n:]{3,80}?,? (?:limited|ltd|plc|c\.?i\.?c|llp)\b\.?)\W*$", re.IGNORECASE | re.MULTILINE
)
REGISTER = re.compile(r"\bcompany (?:number|no\b)|\bofficers\b[^\n]*\bresign", re.IGNORECASE)
OFFICER = re.compile(
    r"(?:(?:company|nominee|corporate|llp|designated) )*(?P<post>director|secretary|member)\b(?: \((?P<more>[^()]*)\))?"
    r"\s*(?:\W*(?:active|resigned|ceased|current)\W*)?",
    re.IGNORECASE,
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
