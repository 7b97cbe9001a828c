"""Deputies without a title of their own: "her deputy, X", "deputy to the director". They deputise for the post told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.extraction.canonical import LASTING
from ingest.extraction.lexicon import RoleMention, qualified

GOES_ON = (
    r"to|from|at|in|of|since|until|till|for|when|who|and|as|is|was|were|has|had|will|then|now|under|before|after|there|"
    r"here|on|stepped|took|or|but|while|during|again"
)
BARE = re.compile(
    rf"\b(?:deputy|deputies|number two|second[- ]in[- ]command)\b(?! (?!(?:{GOES_ON})\b)(?-i:[a-z-]+))(?![-/])",
    re.IGNORECASE,
)
DETERMINED = re.compile(
    r"\b(?:his|her|my|their|our|its|the|a|two|been|be|became|become|was|is|as|from|[\w-]+[’']s?) "
    r"(?:(?:\w+ )?(?:former|old|then|own|new|long-serving|trusted|current|recent|loyal|interim|acting) )?$",
    re.IGNORECASE,
)
OF_WHOM = re.compile(r" (?:to|of|for) (?:the |its |our |their |his |her )?")
OTHER = {"leader of the council": "deputy leader", "chair of trust": "deputy chair of trust"}
UNSAID = "deputy director of children's services"  # where nothing tells whose deputy it is
REACH = 500
SENIOR = LASTING | {"managing director", "director", "statutory director"}


def deputies(text: str, posts: Sequence[RoleMention]) -> Iterator[RoleMention]:
    """The deputies that a text names without a title, each of the post it is "to" or of the one spoken of last."""
    for match in filter(lambda each: _is_bare(text, each, posts), BARE.finditer(text)):
        named = OF_WHOM.match(text, match.end())
        whose = _at(posts, named.end()) if named else _before(posts, match.start())
        role = _deputy(whose.role) if whose else None if named else UNSAID
        if role:
            end = whose.end if named and whose else match.end()
            yield qualified(text, match.start(), end, role, "any", plural=match.group().endswith("ies"))


def _is_bare(text: str, match: re.Match[str], posts: Sequence[RoleMention]) -> bool:
    """Whether the word is in no title, and "her", "the" or "been" stands before it."""
    titled = match.group()[0].isupper() or any(each.start < match.end() and match.start() < each.end for each in posts)
    return not titled and bool(DETERMINED.search(text[max(0, match.start() - 40) : match.start()]))


def _at(posts: Sequence[RoleMention], start: int) -> RoleMention | None:
    return next((each for each in posts if start in {each.start, each.core}), None)


def _before(posts: Sequence[RoleMention], end: int) -> RoleMention | None:
    near = [each for each in posts if each.role in SENIOR and each.start < end and end - each.end < REACH]
    return near[-1] if near else None


def _deputy(role: str) -> str | None:
    if role in {"director", "statutory director"}:
        return UNSAID
    return OTHER.get(role, None if role.startswith("cabinet") else f"deputy {role}")
