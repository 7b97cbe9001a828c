"""Posts in words: where a text names a post, its canonical label, and what qualifies it (interim, former, …)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.extraction.canonical import LASTING, canonical, family_of
from ingest.extraction.postforms import POSTS

__all__ = ["LASTING", "RoleMention", "qualified", "roles"]

QUALIFIERS = {
    "interim": r"interim|acting|temporary|caretaker|stand-in|stopgap",
    "ended": r"former|formerly(?: the)?|ex-|ex|then|previous|previously|one-time|onetime|last|late|old|erstwhile|once",
    "coming": r"new|next|incoming|designate|first|future",
    "plain": r"current|currently|present|permanent|permanently|substantive|statutory|independent|outgoing|"
    r"departing|founding|now|long-serving|"
    r"lead|joint|full-time|part-time|shadow|substantive|newly appointed|recently appointed|"
    r"well-regarded|deputising|overall|senior|another|political|children[’']s",
}


@dataclass(frozen=True, slots=True)
class RoleMention:
    """A post named at a place. `role` is canonical; `core` is where
    its name begins, after what qualifies it; `plural` posts are of several people."""

    start: int
    end: int
    text: str
    role: str
    family: str
    interim: bool = False
    ended: bool = False
    coming: bool = False
    plural: bool = False
    core: int = 0


FORMS = "|".join(f"(?P<p{index}>{post.pattern})" for index, post in enumerate(POSTS))
ROLE = re.compile(rf"\b(?:{FORMS})", re.IGNORECASE)  # no post begins inside a word, and few places begin one
LINE = re.compile(r"[^\n]+")
KEY = re.compile(
    r"direct|HMI|insp|analyst|manager|minister|secretary|member|lead|holder|councillor|spokes|responsib|answers|"
    r"charge|portfolio|brief|commission|constable|commander|supt|DCI|superintendent|advis|officer|chair|scrutineer|"
    r"board|partner|boss|chief|CEO|mayor|supremo|DCS|executive|head|worker|treasurer|solicitor|clerk|auditor|"
    r"president|chancellor|dean|editor|professor|consultant|doctor|nurse",
    re.IGNORECASE,
)
LEAD = re.compile(
    r"(?:(?:" + "|".join(QUALIFIERS.values()) + r")(?: and |, | |(?<=-)))+$|\b(?:acting up as|acting as)\s+(?:the )?$",
    re.IGNORECASE,
)
BARE = "cabinet member"
STATUTORY = re.compile(r"[\w\s,’']{0,20}\((?:the )?(?:statutory )?DCS\b")
TOPICAL = re.compile(r" for | \(|, (?=[A-Z]\w+ (?:and|&) )")
PLURAL = re.compile(
    r"(?:director|inspector|commissioner|leader|member|HMI|executive|analyst|head|chair|adviser|manager)s\b",
    re.IGNORECASE,
)


def roles(text: str) -> tuple[RoleMention, ...]:
    """Every post that the text names, in order, with its qualifiers."""
    return tuple(_roles(text))


def _matches(text: str) -> Iterator[re.Match[str]]:
    """The posts line by line, those lines left out that have no word which every post has one of: most of the work."""
    for line in LINE.finditer(text):
        if KEY.search(text, *line.span()):
            yield from ROLE.finditer(text, *line.span())


def _roles(text: str) -> Iterator[RoleMention]:
    for match in _matches(text):
        start, end = match.span()
        if (
            start
            and (text[start - 1].isalnum() or text[start - 1] in "-’'")
            and not text[start - 4 : start].lower().endswith("ex-")
        ):
            continue
        if end < len(text) and (text[end].isalnum() or text[end] == "_"):
            continue
        words = match.group().strip(" ,")
        end = start + len(words)
        family = POSTS[int((match.lastgroup or "p0")[1:])].family
        label = canonical(words, family)
        is_one = not words.endswith("s") or words.lower() == "lead members"  # a lead member is the children's, by law
        if label == BARE and is_one and not TOPICAL.match(text, end):
            label = "cabinet member for children"
        if family == "director" and STATUTORY.match(text, end):
            label = "director of children's services"
        if label:
            yield qualified(text, start, end, label, family_of(label, family), plural=bool(PLURAL.search(words)))


def qualified(text: str, core: int, end: int, role: str, family: str, *, plural: bool) -> RoleMention:
    """The post between two offsets with what the words around it say of it: interim, former, to come."""
    then = re.match(r" (?:of (?:the|that) (?:day|time)|at (?:the|that) time)\b", text[end:])
    lead = LEAD.search(text[max(0, core - 40) : core])
    opening = core - len(lead.group()) if lead else core
    before, words = text[opening:core].lower(), text[core:end]
    past = _has("ended", before) and not re.search(r"\blast (?:permanent )?$", before)
    return RoleMention(
        opening,
        end + (len(then.group()) if then else 0),
        text[opening:end],
        role,
        family,
        interim=_has("interim", before) or bool(re.search(r"\b(?:interim|acting)\b", words, re.I)),
        ended=then is not None or past or "last" in before.split(),
        core=core,
        coming=_has("coming", before) or "designate" in words.lower(),
        plural=plural,
    )


def _has(kind: str, words: str) -> bool:
    return bool(re.search(rf"(?<![\w-])(?:{QUALIFIERS[kind]})(?![\w])", words))
