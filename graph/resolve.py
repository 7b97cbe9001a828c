"""Who is who: names at one post that stand for one person, as recorded decisions. Pure; claims are never rewritten."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from typing import Literal

from nicknames import NickNamer
from rapidfuzz.distance import DamerauLevenshtein

from graph.edtf import before
from graph.records import ClaimRecord, World, ordered

Verdict = Literal["same", "different", "unsure"]
TITLES = re.compile(r"(mrs?|ms|miss|dr|sir|dame|lord|lady|baroness|cllr|coun(cillor)?|prof(essor)?|rev|rt|hon)")
SOUNDS = (
    (r"ph", "f"), (r"ck|c(?![eihy])|q", "k"), (r"c(?=[eiy])|z", "s"), (r"th", "t"), (r"(?<=[a-z])h", ""),
    (r"ie\b|ey\b|y", "i"), (r"(?<=nn|tt|ll|ss)e\b", ""), (r"(.)\1", r"\1"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether the persons with ids `a` and `b` (`a` < `b`) are one; `score` runs from 0 (different) to 1 (same)."""

    a: str
    b: str
    verdict: Verdict
    reason: str
    score: float
    by: str = "automatic"


def decisions(claims: Iterable[ClaimRecord], world: World | None = None) -> tuple[Decision, ...]:
    """One decision for each two persons at one post whose names are alike; a pair of several posts has the surest."""
    known, posts = world or World(), _people_by_post(claims)
    found: dict[tuple[str, str], Decision] = {}
    for post, people in sorted(posts.items()):
        for a, b in combinations(sorted(people), 2):
            decision = _decide(a, b, people, known, post)
            if decision and ((a, b) not in found or decision.score > found[a, b].score):
                found[a, b] = decision
    return tuple(_unless_ambiguous(found[pair], found) for pair in sorted(found))


def joined(decided: Iterable[Decision], mentions: Mapping[str, int]) -> dict[str, str]:
    """For each name that stands for another one's person: whose; the name with most claims, then the first, stands."""
    groups: dict[str, set[str]] = {}
    for decision in decided:
        if decision.verdict == "same":
            group = groups.get(decision.a, {decision.a}) | groups.get(decision.b, {decision.b})
            groups.update(dict.fromkeys(group, group))
    heads = {member: min(group, key=lambda each: (-mentions.get(each, 0), each)) for member, group in groups.items()}
    return {member: head for member, head in sorted(heads.items()) if member != head}


def mentions(claims: Iterable[ClaimRecord]) -> Counter[str]:
    """How many claims are about each entity."""
    return Counter(target for claim in ordered(claims) for targets in claim.about.values() for target in set(targets))


def alike(first: str, second: str) -> tuple[Verdict, str, float] | None:
    """What two full names by themselves suggest: a verdict with its reason and score; None when they differ."""
    one, other = _words(first), _words(second)
    if one == other:
        return "same", "the same name", 1.0
    if len(one) < 2 or len(other) < 2:
        return None
    surname = _surnames(one[1:], other[1:])
    forename = _forenames(one[0], other[0])
    if surname is None or forename is None:
        return None
    verdict: Verdict = "unsure" if "unsure" in (surname[0], forename[0]) else "same"
    return verdict, f"{forename[1]}, {surname[1]}", round(forename[2] * surname[2], 2)


def _people_by_post(claims: Iterable[ClaimRecord]) -> dict[str, dict[str, list[ClaimRecord]]]:
    posts: dict[str, dict[str, list[ClaimRecord]]] = defaultdict(lambda: defaultdict(list))
    for claim in ordered(claims):
        person, post = claim.one("aboutPerson"), claim.one("aboutRole")
        if claim.label == "TenureClaim" and person and post:
            posts[post][person].append(claim)
    return posts


def _decide(a: str, b: str, people: Mapping[str, list[ClaimRecord]], world: World, post: str) -> Decision | None:
    found = alike(world.thing(a).name, world.thing(b).name)
    if found is None:
        return None
    verdict, reason, score = found
    where = f"{reason}; both {world.thing(post).name}"
    if not all(_times_fit(one, other) for one in people[a] for other in people[b]):
        return Decision(a, b, "unsure", f"{where}, but at times apart", min(score, 0.5))
    return Decision(a, b, verdict, f"{where}, and their dates fit", score)


def _unless_ambiguous(decision: Decision, found: Mapping[tuple[str, str], Decision]) -> Decision:
    """Unsure where one of the two would be the same as a third that the other is not: J. Smith, John and Jane."""
    if decision.verdict != "same":
        return decision
    kin = {each: _same_as(each, found) | {each} for each in (decision.a, decision.b)}
    if kin[decision.a] == kin[decision.b]:
        return decision
    return replace(decision, verdict="unsure", reason=f"{decision.reason}; but others fit as well", score=0.5)


def _same_as(person: str, found: Mapping[tuple[str, str], Decision]) -> set[str]:
    return {each for pair, other in found.items() if person in pair and other.verdict == "same" for each in pair}


def _times_fit(one: ClaimRecord, other: ClaimRecord) -> bool:
    """Whether neither claim has its holder gone before the other's begins."""
    pairs = ((one, other), (other, one))
    return not any(before(x.span("end").latest, y.span("start").earliest) for x, y in pairs)


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name.replace("’", "'")).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z]+", plain.replace("'", ""))
    return [word for word in words if not TITLES.fullmatch(word)] or words


def _surnames(one: list[str], other: list[str]) -> tuple[Verdict, str, float] | None:
    """Equal last names; a middle name more or less; one slip in a long name; one half of a double name."""
    if one[-1] == other[-1]:
        return "same", f"surname {one[-1].title()}", 1.0 if one == other else 0.97
    first, second = one[-1], other[-1]
    if min(len(first), len(second)) >= 5 and DamerauLevenshtein.distance(first, second) == 1:
        sure = _sound(first) == _sound(second) or min(len(first), len(second)) >= 7
        return ("same" if sure else "unsure"), f"surnames {first.title()} and {second.title()}", 0.95 if sure else 0.7
    if (len(one) > 1 or len(other) > 1) and (first in other or second in one):
        return "unsure", f"surnames {' '.join(one).title()} and {' '.join(other).title()}", 0.7
    return None


def _forenames(one: str, other: str) -> tuple[Verdict, str, float] | None:
    names = f"{one.title()} and {other.title()}"
    if one == other:
        return "same", f"forename {one.title()}", 1.0
    if 1 in (len(one), len(other)):
        return ("same", f"the initial of {names}", 0.9) if one[0] == other[0] else None
    if _is_nickname(one, other):
        return "same", f"{names} are forms of one forename", 0.95
    if _sound(one) == _sound(other):
        return "same", f"{names} are spellings of one forename", 0.95
    if DamerauLevenshtein.distance(one, other) == 1 and min(len(one), len(other)) >= 3:
        return "unsure", f"{names} differ by a letter", 0.6
    return None


@cache
def _namer() -> NickNamer:
    return NickNamer()


def _is_nickname(one: str, other: str) -> bool:
    """Whether one is short for the other, or both are for a third."""
    forms = [{name, *_namer().nicknames_of(name)} for name in (one, other)]
    return one in forms[1] or other in forms[0]


def _sound(name: str) -> str:
    """A rough spelling by sound, in which Marc is Mark and Philip Phillip, but John is not Joan."""
    for pattern, plain in SOUNDS:
        name = re.sub(pattern, plain, name)
    return name


def kept(decided: Iterable[Decision], same: Mapping[str, str]) -> Iterator[tuple[str, str, Decision]]:
    """For each name that stands for another one's person the decision that says so most surely."""
    sure = [decision for decision in decided if decision.verdict == "same"]
    for member, head in sorted(same.items()):
        about = [each for each in sure if member in (each.a, each.b)]
        yield member, head, max(about, key=lambda each: (head in (each.a, each.b), each.score, each.a, each.b))
