"""Whose post it is where the post does not say: the body that the clause appoints for, moves to, or places it in."""

from __future__ import annotations

import re

from ingest.extraction.context import Context
from ingest.extraction.links import APPOINT, Link
from ingest.extraction.syntax import is_passive, subject
from ingest.names import Mention

FIXED_FAMILIES = frozenset({"ministry", "inspectorate", "police"})
WHERE = re.compile(r"^(?: [Cc]ouncil)?,? (?:where|when) (?:s?he|they) [^.;]*$")
FRONTED = re.compile(r"^\W*(?:(?:And|But|Meanwhile|Elsewhere),? )?(?:[Ii]n|[Aa]t|[Oo]ver in) (?:the )?(?:\w+ )?$")
TOWARDS = re.compile(r"\b(?:to|at|in|for|joined|joins|join|joining) (?:the )?$")
LED_TO = re.compile(
    r"^(?: [Cc]ouncil)?,? (?:(?:in|on|from) [\w ]{3,20},? )?(?:as|to be|to become) (?:its |the |an? |their )?(?:\w+ )?$"
)


def employer(context: Context, link: Link) -> Mention | None:
    """The employer that the words around a post tell, where the post itself names none."""
    post = link.post
    behind = _behind_name(context, link)
    if behind and (post.mention.family not in FIXED_FAMILIES or behind.kind == "organisation"):
        return behind
    if post.is_explicit or post.mention.family in FIXED_FAMILIES:
        return None
    sentence = context.sentence(post.start)
    at = post.mention.start
    before = [each for each in context.orgs_in(sentence.start_char, at) if each.kind != "organisation"]
    text = context.text
    if before and re.match(r",? there\b", text[post.end : post.end + 7]):
        return before[-1]
    for org in reversed(before):
        between = text[org.end : at]
        if WHERE.match(between):
            return org
        if LED_TO.match(between) and TOWARDS.search(text[sentence.start_char : org.start]):
            return org
    return _appointer(context, link) or _fronted(context, before, sentence.start_char)


def _behind_name(context: Context, link: Link) -> Mention | None:
    """The body after a name that its post stands before: "Chief Inspector Ann Lee of Kent Police"."""
    if link.frame != "post-person" or link.post.is_explicit or link.person.start < link.post.end:
        return None
    match = re.match(r",? (?:of|at|from) (?:the )?", context.text[link.person.end : link.person.end + 12])
    at = link.person.end + match.end() if match else -1
    return next((each for each in context.orgs if each.start == at), None)


def _appointer(context: Context, link: Link) -> Mention | None:
    """The body that is the subject of an active verb of appointing."""
    if link.verb is None or link.verb.lemma_ not in APPOINT or is_passive(link.verb):
        return None
    token = subject(link.verb)
    found = context.org_of(token) if token is not None else None
    return found if found and found.kind in {"council", "trust"} else None


def _fronted(context: Context, before: list[Mention], start: int) -> Mention | None:
    """The place that opens the sentence: "In Lambeth, interim director X …"."""
    if before and FRONTED.match(context.text[start : before[0].start]):
        return before[0]
    opening = before[0] if before and before[0].start - start <= 1 else None
    return opening if opening and context.text[opening.end : opening.end + 1] == ":" else None
