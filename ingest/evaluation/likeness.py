"""Whether two names mean the same person, post, body or trust, within one document."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

POSTS = {
    "director of children's services": "dcs|director of children services|director for children's services|"
    "director of children and families|corporate director of children's services|"
    "executive director of children's services|executive director for children's services|"
    "strategic director of children's services|strategic director for children's services|head of children's services",
    "leader of the council": "council leader|leader|leader of council",
    "cabinet member for children": "portfolio holder for children and families|lead member for children|"
    "lead member for children's services|cabinet member for children's services|"
    "cabinet member for children and families",
    "commissioner": "commissioner for children's services|children's services commissioner",
    "chief executive": "chief executive officer",
    "education secretary": "secretary of state for education",
    "inspector": "ofsted inspector|lead inspector|her majesty's inspector|his majesty's inspector",
}
CANONICAL = {other: post for post, others in POSTS.items() for other in others.split("|")}
QUALIFIED = re.compile(r"^(the|former|interim|acting|new|permanent|previous)\s+")
BODY_WORDS = re.compile(
    r"\b(the|city|of|and|borough|county|district|metropolitan|royal|london|council|mbc|mdc|cc|bc|local authority|"
    r"authority|children s services)\b"
)
BODIES = {
    "dfe": "department for education",
    "department of education": "department for education",
    "office for standards in education": "ofsted",
    "kingston upon hull": "hull",
    "stoke on trent": "stoke",
    "newcastle upon tyne": "newcastle",
    "richmond upon thames": "richmond",
    "kingston upon thames": "kingston",
    "southend on sea": "southend",
    "bournemouth christchurch poole": "bcp",
    "westmorland furness": "westmorland",
}
DISTINGUISHING = frozenset("north south east west central greater".split())
TITLES = frozenset("mr mrs ms miss dr cllr coun councillor sir dame lord lady baroness".split())


@lru_cache(maxsize=50_000)
def plain(text: str | None) -> str:
    """Lower-case letters and digits in words one space apart; no accents, no punctuation."""
    ascii_only = unicodedata.normalize("NFKD", text or "").encode("ascii", "ignore").decode().lower()
    return " ".join(re.sub(r"[^a-z0-9]+", " ", ascii_only).split())


@lru_cache(maxsize=50_000)
def post(text: str | None) -> str:
    """The canonical lower-case label of a post as written."""
    lowered = unicodedata.normalize("NFKC", text or "").replace("’", "'").lower().strip()
    bare = QUALIFIED.sub("", lowered)
    return CANONICAL.get(bare, bare)


def same_post(one: str | None, other: str | None) -> bool:
    """Whether two posts have one canonical label."""
    return plain(post(one)) == plain(post(other))


def same_body(one: str | None, other: str | None) -> bool:
    """Whether two bodies bear one name but for words like "council"; North and South are never one."""
    first, second = _body(one), _body(other)
    if first == second:
        return True
    if not first or not second or DISTINGUISHING & (set(first.split()) ^ set(second.split())):
        return False
    return _likeness(first, second) > 0.9


def same_person(one: str | None, other: str | None) -> bool:
    """Whether surnames are nearly alike, and forenames, where both have one, begin alike."""
    first, second = _without_titles(one), _without_titles(other)
    if not first or not second or _likeness(first[-1], second[-1]) < 0.85:
        return False
    return len(first) == 1 or len(second) == 1 or first[0][0] == second[0][0]


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names of a trust are nearly alike."""
    return _likeness(plain(one), plain(other)) > 0.85


def same_judgement(one: str | None, other: str | None) -> bool:
    """Whether two grades are one; "requires improvement" is "requires improvement to be good"."""
    return plain(one).removesuffix(" to be good") == plain(other).removesuffix(" to be good")


@lru_cache(maxsize=50_000)
def _body(text: str | None) -> str:
    bare = " ".join(BODY_WORDS.sub(" ", plain(text)).split()) or plain(text)
    return BODIES.get(bare, bare)


def _without_titles(name: str | None) -> list[str]:
    return [word for word in plain(name).split() if word not in TITLES]


@lru_cache(maxsize=100_000)
def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()
