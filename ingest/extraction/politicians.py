"""Who is elected and who is employed: a councillor is no director, a director holds no portfolio."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from ingest.extraction.context import Context
from ingest.extraction.drafts import Draft
from ingest.extraction.seats import CABINET_CHILDREN, DCS
from ingest.names import Mention
from ingest.namewords import COUNCILLOR

Calling = Literal["political", "officer", "other"]
POLITICAL = re.compile(
    r"\b(?:cabinet|leader of|deputy leader|mayor|portfolio|lead member|opposition|councillor|minister|"
    r"secretary of state|education secretary|mp|member of parliament|shadow|whip|spokes\w+)\b",
    re.IGNORECASE,
)
OFFICER = re.compile(
    r"^(?:(?:interim|acting|deputy|assistant|associate|service|executive|corporate|strategic|operational|divisional|"
    r"group|managing|statutory) )*(?:director|chief executive|chief officer|head of service)\b|"
    r"^head of\b",
    re.IGNORECASE,
)
OFFICE = re.compile(
    r"(?:,| is| was)? (?:the |its |our |their |[A-Z][\w’' ]{2,30}[’']s )?(?:[a-z-]+ ){0,2}?"
    r"(?:director|chief executive|head) (?:of|at|for)\b"
)
UNPAID = re.compile(r"\b(?:non-executive|nominated|nominee)\b", re.IGNORECASE)


def politicians(context: Context) -> frozenset[str]:
    """The keys of those whom the text calls councillors; not of officers who only share a councillor's surname."""
    called = {each.key for each in context.people if COUNCILLOR.match(each.text)}
    return frozenset(called - {each.key for each in context.people if _is_officer(context, each)})


def _is_officer(context: Context, person: Mention) -> bool:
    """Whether a post right behind a full name without a title makes somebody an officer."""
    bare = " " in person.text and not COUNCILLOR.match(person.text)
    return bare and bool(OFFICE.match(context.text, person.end))


def calling(role: str) -> Calling:
    """What a post is: one for the elected, one for employees, or neither."""
    if POLITICAL.search(role):
        return "political"
    return "officer" if OFFICER.search(role) and not UNPAID.search(role) else "other"


def likely(context: Context, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts, without those that make a councillor an officer of a council.

    Where words only refer to the post ("does that job in Leeds", "in charge of children's services"), a councillor's is
    that of the cabinet.
    """
    elected = politicians(context)
    told = [_as_elected(context, each) if each.person.key in elected else each for each in drafts]
    return [each for each in told if each.person.key not in elected or calling(each.role) != "officer"]


def _as_elected(context: Context, draft: Draft) -> Draft:
    words = draft.role_as_written or ""
    is_named = words and not words.lower().startswith("in charge") and context.text.startswith(words, draft.at)
    return replace(draft, role=CABINET_CHILDREN) if draft.role == DCS and not is_named else draft
