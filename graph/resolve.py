"""Who is who: which of the people that documents name at their posts are one, as recorded decisions. Pure.

What is decided on is a person as named at one organisation ("Steve Walker at Leeds"). Two of them are one person when
a document tells of both under one name, or when their names are alike and they are at the same organisation, in posts
and at times that fit; the same name at two organisations stays two people until a document, or a human being, joins
them. A claim is never rewritten, so a decision can be undone.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import combinations, product
from typing import Literal

from graph.edtf import Bounds, before
from graph.likeness import Likeness, alike, surname_keys, words
from graph.records import ClaimRecord, World, ordered

Verdict = Literal["same", "different", "unsure"]
Sphere = Literal["member", "minister", "inspector", "officer"]
MEMBER = re.compile(r"\b(leader|cabinet|lead member|portfolio|executive member|councillor|mayor|opposition)\b")
MINISTER = re.compile(r"\b(minister|secretary of state|(education|communities|home|prime) secretary|mp)\b")
AUTOMATIC = "automatic"
A_CAREER = 20.0  # years after which one name at one organisation is no longer taken for one person


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether the persons with ids `a` and `b` (`a` < `b`) are one; `score` runs from 0 (different) to 1 (same)."""

    a: str
    b: str
    verdict: Verdict
    reason: str
    score: float
    by: str = AUTOMATIC

    @property
    def id(self) -> str:
        """A name that depends on nothing but the pair and whether a person or the rule decided."""
        by = "automatic" if self.by == AUTOMATIC else "hand"
        return f"decision/{hashlib.sha256(f'{self.a}|{self.b}|{by}'.encode()).hexdigest()[:16]}"

    @property
    def pair(self) -> tuple[str, str]:
        """The two ids, in order."""
        return self.a, self.b


@dataclass(frozen=True, slots=True)
class Post:
    """One telling of a person in a post: its organisation, kind, whether one person at a time can hold it, and when."""

    id: str
    name: str
    kind: str
    at: str
    sphere: Sphere
    sole: bool
    document: str
    known: Bounds  # days on which the person was certainly in post
    start: Bounds
    end: Bounds


@dataclass(frozen=True, slots=True)
class Told:
    """A person as named at one organisation, with all that is told of them there and in what documents."""

    id: str
    name: str
    posts: list[Post] = field(default_factory=list)

    @property
    def documents(self) -> set[str]:
        """The ids of the documents that name the person."""
        return {post.document for post in self.posts if post.document}


def decisions(
    claims: Iterable[ClaimRecord], world: World | None = None, made: Iterable[Decision] = ()
) -> tuple[Decision, ...]:
    """One decision for each two persons that may be one; those that people `made` stand in the place of automatic ones.

    Of a pair, what is decided depends on nothing but the claims about the two, and on those at the same organisation
    whose names are alike.
    """
    known = world or World()
    told = people(claims, known)
    by_hand = {each.pair: each for each in made if each.a in told and each.b in told}
    found = {}
    for one, other in _candidates(told):
        if decision := _decide(one, other):
            found[decision.pair] = decision
    settled = {pair: _unless_ambiguous(each, found, told) for pair, each in found.items()} | by_hand
    return tuple(settled[pair] for pair in sorted(settled))


def joined(decided: Iterable[Decision], mentions: Mapping[str, int]) -> dict[str, str]:
    """For each id that stands for another one's person: whose; that with most claims, then the first, stands.

    The surest decisions join first, and none that would join two whom a person holds to be different.
    """
    stated = list(decided)
    apart = [each.pair for each in stated if each.verdict == "different"]
    groups: dict[str, set[str]] = {}
    same = [each for each in stated if each.verdict == "same"]
    for decision in sorted(same, key=lambda each: (each.by == AUTOMATIC, -each.score, each.pair)):
        group = groups.get(decision.a, {decision.a}) | groups.get(decision.b, {decision.b})
        if not any(a in group and b in group for a, b in apart):
            groups.update(dict.fromkeys(group, group))
    heads = {member: min(group, key=lambda each: (-mentions.get(each, 0), each)) for member, group in groups.items()}
    return {member: head for member, head in sorted(heads.items()) if member != head}


def mentions(claims: Iterable[ClaimRecord]) -> Counter[str]:
    """How many claims are about each entity."""
    return Counter(target for claim in ordered(claims) for targets in claim.about.values() for target in set(targets))


def kept(decided: Iterable[Decision], same: Mapping[str, str]) -> Iterator[tuple[str, str, Decision]]:
    """For each name that stands for another one's person the decision that says so most surely."""
    sure = [decision for decision in decided if decision.verdict == "same"]
    for member, head in sorted(same.items()):
        about = [each for each in sure if member in each.pair and same.get(each.a, each.a) == same.get(each.b, each.b)]
        yield member, head, max(about, key=lambda each: (head in each.pair, each.score, each.pair))


def people(claims: Iterable[ClaimRecord], world: World) -> dict[str, Told]:
    """Everybody whom claims name, with the posts they are told of in."""
    told: dict[str, Told] = {}
    for claim in ordered(claims):
        for name in ("aboutPerson", "aboutInspector"):
            for person in claim.about.get(name, ()):
                home = told.setdefault(person, Told(person, world.thing(person).name))
                home.posts.append(_post(claim, world))
    return told


@lru_cache(maxsize=2_000)
def sphere_of(role: str | None) -> Sphere:
    """Whether a kind of role is a politician's of a council or of the government, an inspector's, or an officer's."""
    kind = (role or "").lower()
    if MINISTER.search(kind):
        return "minister"
    if MEMBER.search(kind):
        return "member"
    return "inspector" if "inspector" in kind else "officer"


def _post(claim: ClaimRecord, world: World) -> Post:
    if claim.label == "InspectionClaim":
        return Post("", "", "inspector", "", "inspector", False, claim.source.id, Bounds(), Bounds(), Bounds())
    post = world.thing(claim.one("aboutRole") or "")
    start, end, seen = claim.span("start"), claim.span("end"), _seen(claim)
    first = [day for day in (start.latest, seen.latest) if day]
    last = [day for day in (end.earliest, seen.earliest) if day]
    known = Bounds(min(first), max(last)) if first and last and min(first) <= max(last) else Bounds()
    sphere = sphere_of(claim.text("roleKind") or post.role_kind)
    return Post(
        post.id if claim.one("aboutRole") else "",
        post.name,
        _kind(claim, post.role_kind),
        claim.one("aboutOrganisation") or "",
        sphere,
        post.sole,
        claim.source.id,
        known,
        start,
        end,
    )


def _kind(claim: ClaimRecord, role_kind: str | None) -> str:
    """The kind of post that a claim tells of; a direction names it by what it appoints to."""
    if claim.label == "DirectionClaim":
        return (claim.text("kind") or "").removesuffix("_appointment")
    return claim.text("roleKind") or role_kind or ""


def _seen(claim: ClaimRecord) -> Bounds:
    return Bounds() if claim.text("status") in ("ended", "planned") else claim.span("asOf")


def _candidates(told: Mapping[str, Told]) -> Iterator[tuple[Told, Told]]:
    """Pairs worth comparing: of one name, or of names alike at one organisation or in one document."""
    blocks: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for person in told.values():
        blocks["name", *sorted(words(person.name))].add(person.id)
        for post, key in product(person.posts, surname_keys(person.name)):
            blocks["at", post.at or post.sphere, key].add(person.id)
            blocks["in", post.document, key].add(person.id)
    pairs = {pair for block in blocks.values() for pair in combinations(sorted(block), 2)}
    return ((told[a], told[b]) for a, b in sorted(pairs))


def _decide(a: Told, b: Told) -> Decision | None:
    likeness = alike(a.name, b.name)
    if likeness is None:
        return None
    verdict, why, score = _weighed(a, b, likeness)
    return Decision(a.id, b.id, verdict, f"{likeness.reason}; {why}", round(score * likeness.score, 2))


def _weighed(a: Told, b: Told, likeness: Likeness) -> tuple[Verdict, str, float]:
    """What the posts of two people of alike names, the times and the documents make of it."""
    if clash := _clash(a, b):
        return "different", clash, 0.1
    if shared := sorted(a.documents & b.documents):
        return _in_one_document(shared[0].removeprefix("document/"), likeness)
    posts = {post.id for post in a.posts if post.id} & {post.id for post in b.posts if post.id}
    if posts:
        return _at_one_post(a, b, likeness, min(posts))
    sure = likeness.kind in ("equal", "form", "spelling")
    if {post.at for post in a.posts if post.at} & {post.at for post in b.posts if post.at}:
        near = sure and _spheres(a) == _spheres(b) and _years_apart(a, b) < A_CAREER
        return ("same" if near else "unsure"), "at one organisation in other posts", 0.96 if near else 0.6
    return _elsewhere(a, b, likeness)


def _elsewhere(a: Told, b: Told, likeness: Likeness) -> tuple[Verdict, str, float]:
    """Two at no common organisation: one only where both do what few do from place to place."""
    if all(post.sphere == "inspector" for post in (*a.posts, *b.posts)):
        return ("same" if likeness.kind in ("equal", "form") else "unsure"), "both inspect", 0.96
    if likeness.kind == "equal" and all("commissioner" in {post.kind for post in told.posts} for told in (a, b)):
        return "same", "both sent to councils as commissioners", 0.9
    return "unsure", "at two organisations, and nothing joins them", 0.5


def _in_one_document(name: str, likeness: Likeness) -> tuple[Verdict, str, float]:
    if likeness.kind == "equal":
        return "same", f"{name} tells of both under one name", 1.0
    one_name = likeness.kind in ("form", "spelling", "nickname")
    return ("same" if one_name else "unsure"), f"both in {name}", 0.97 if one_name else 0.6


def _at_one_post(a: Told, b: Told, likeness: Likeness, post: str) -> tuple[Verdict, str, float]:
    ones, others = ([each for each in told.posts if each.id == post] for told in (a, b))
    where = f"both {ones[0].name}"
    together = any(_together(one, other) for one in ones for other in others)
    if likeness.kind == "equal":
        return "same", where, 1.0
    if not all(_times_fit(one, other) for one in ones for other in others):
        return "unsure", f"{where}, but at times apart", 0.5
    sole = ones[0].sole
    if likeness.kind in ("equal", "form", "spelling", "nickname") or (
        likeness.kind in ("initial", "half") and (sole or together)
    ):
        return "same", f"{where}, and their dates fit", 1.0
    if likeness.kind == "half":
        return "same", where, 1.0
    if sole and together:
        return "same", f"{where}, a post of one holder, at the same time", 1.5
    return "unsure", where, 0.8


def _spheres(told: Told) -> set[Sphere]:
    return {post.sphere for post in told.posts}


def _years_apart(a: Told, b: Told) -> float:
    """Years between what is told of two people, 0 where it overlaps or nothing dates it."""
    spans = [_time_of(a), _time_of(b)]
    early, late = sorted(spans, key=lambda span: span.earliest or date.min)
    if not early.latest or not late.earliest:
        return 0.0
    return max((late.earliest - early.latest).days / 365.25, 0.0)


def _time_of(told: Told) -> Bounds:
    days = [
        day
        for post in told.posts
        for span in (post.known, post.start, post.end)
        for day in (span.earliest, span.latest)
        if day
    ]
    return Bounds(min(days, default=None), max(days, default=None))


def _clash(a: Told, b: Told) -> str | None:
    """Why two of alike names cannot be one: in a politician's and an officer's post at the same time."""
    for one in a.posts:
        for other in b.posts:
            apart = {one.sphere, other.sphere} & {"member", "minister"} and one.sphere != other.sphere
            if apart and _together(one, other) and {one.sphere, other.sphere} != {"member", "minister"}:
                return f"one in a {one.sphere}’s post while the other is in one of a {other.sphere}"
    return None


def _together(one: Post, other: Post) -> bool:
    """Whether both were certainly in post at the same time."""
    spans = (one.known, other.known)
    return all(span.earliest for span in spans) and one.known.overlaps(other.known)


def _times_fit(one: Post, other: Post) -> bool:
    """Whether neither telling has its holder gone before the other's begins."""
    return not (before(one.end.latest, other.start.earliest) or before(other.end.latest, one.start.earliest))


def _unless_ambiguous(
    decision: Decision, found: Mapping[tuple[str, str], Decision], told: Mapping[str, Told]
) -> Decision:
    """Unsure where an initial fits a third person whom the other name does not: J. Smith, John and Jane."""
    likeness = alike(*(told[each].name for each in decision.pair))
    if decision.verdict != "same" or likeness is None or likeness.kind != "initial":
        return decision
    kin = {each: _same_as(each, found) | {each} for each in decision.pair}
    thirds = kin[decision.a] ^ kin[decision.b]
    if all(_one_name(told[third].name, told[each].name) for third in thirds for each in decision.pair):
        return decision
    return Decision(decision.a, decision.b, "unsure", f"{decision.reason}; but others fit as well", 0.5)


def _one_name(first: str, second: str) -> bool:
    found = alike(first, second)
    return found is not None and found.kind != "letter"


def _same_as(person: str, found: Mapping[tuple[str, str], Decision]) -> set[str]:
    return {each for pair, other in found.items() if person in pair and other.verdict == "same" for each in pair}
