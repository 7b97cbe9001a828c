"""What is known of a body as the owner of a post: where it is named, what is told of it, of the person, the role."""

from __future__ import annotations

import bisect
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from math import log1p

from ingest.extraction.context import Context
from ingest.extraction.drafts import Draft
from ingest.extraction.posts import Post
from ingest.names import Mention
from ingest.registers import register
from ingest.trained import Features

REFERENCE = re.compile(
    r"\b(?:(its|their|our|your|his|her)|the (?:[\w-]+ ){0,2}?(council|authority|trust|company|city|borough|county|town|"
    r"department|board|charity)(?:[’']s|s[’'])?) (?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
LEAD = re.compile(r"\b([a-z]+) (?:the )?$", re.IGNORECASE)
THERE = re.compile(r"\b(?:there|elsewhere|equivalent|opposite number|counterpart)\b", re.IGNORECASE)
TAIL = re.compile(r"[\s,]*([a-z]+)")
UNKNOWN = -1.0
PLACE_KINDS = frozenset({"county", "city", "borough", "town"})
KIND_BY_CODE = {"E10": "county", "E09": "borough"}  # what the codes of the register begin with
REFERRED = 45
NEVER = 9.0  # stands for the distance of what is not there
COMPARED = {
    "share": max,
    "named": max,
    "weight": max,
    "together": max,
    "sentences together": max,
    "in paragraph": max,
    "of person": max,
    "back": min,
    "from introduction": min,
    "from person": min,
}
"""Features in which the bodies offered for one post are set against each other, and which end is the best."""


class Bodies:
    """One document's bodies, looked up for every post that may be theirs."""

    def __init__(self, context: Context, posts: Mapping[int, Post], drafts: Sequence[Draft]) -> None:
        self._context, self._posts, self._drafts = context, posts, tuple(drafts)
        self._starts = [each.start for each in context.paragraphs]
        self._sentences = [each.start_char for each in context.sentences]
        self._mentions: dict[str, list[Mention]] = defaultdict(list)
        for each in context.orgs:
            self._mentions[each.key].append(each)
        self._people: dict[str, list[int]] = defaultdict(list)
        for person in context.people:
            self._people[person.key].append(person.start)
        self._of_kind = Counter(each.kind for each in context.orgs)

    @cached_property
    def _told(self) -> tuple[dict[str, Counter[str]], dict[str, Counter[str]]]:
        """Bodies that posts name themselves: of each person, and of each role."""
        of_person: dict[str, Counter[str]] = defaultdict(Counter)
        of_role: dict[str, Counter[str]] = defaultdict(Counter)
        for draft in self._drafts:
            post = self._posts.get(draft.at)
            if draft.org and post and any(each.name == draft.org for each in self._within(post)):
                of_person[draft.person.key][draft.org] += 1
                of_role[draft.role][draft.org] += 1
        return of_person, of_role

    def _within(self, post: Post) -> tuple[Mention, ...]:
        """The bodies named by the words of a post."""
        return self._context.orgs_in(post.start, post.end + 1)

    def features(self, draft: Draft, org: Mention) -> Features:
        """One body's features for one post."""
        return {
            **self.at_place(draft.at, org),
            **self._person(draft, org),
            **self._others(draft, org),
            **self._reference(draft, org),
        }

    def at_place(self, at: int, org: Mention) -> Features:
        """One body's features for a place of the text: how much it is spoken of, and how near."""
        return {
            **self._weight(org),
            **self._around(at, org),
            **self._back(at, org),
            **self._paragraph(at, org),
            "fits": self._fits(at, org),
        }

    def _fits(self, at: int, org: Mention) -> float:
        """Whether "the county", "the borough" before a place can be a body by what it is; -1 where nothing tells."""
        match = reference(self._context.text, at)
        word = (match.group(2) or "").lower() if match else ""
        kinds = self._place_kinds[org.key]
        return float(word in kinds) if word in PLACE_KINDS and kinds else UNKNOWN

    @cached_property
    def _place_kinds(self) -> dict[str, frozenset[str]]:
        """Of "county", "city", "borough", "town" those that each body is by its names and by the register."""
        return {key: _place_kinds(key, {each.text for each in named}) for key, named in self._mentions.items()}

    def _weight(self, org: Mention) -> Features:
        context, mentions = self._context, self._mentions[org.key]
        main = context.focus.trust if org.kind == "trust" else context.focus.council
        return {
            "kind": org.kind,
            "main": float(main is not None and main.key == org.key),
            "weight": context.focus.shares.get(org.key, 0.0),
            "share": len(mentions) / max(1, self._of_kind[org.kind]),
            "named": float(min(len(mentions), 12)),
            "bodies of kind": float(len({each.key for each in context.orgs if each.kind == org.kind})),
            "in title": float(org.text in context.document.title),
            "named first": mentions[0].start / max(1, len(context.text)),
            "asides": sum(context.focus.is_aside(each) for each in mentions) / len(mentions),
        }

    def _around(self, at: int, org: Mention) -> Features:
        """The mention nearest to the post and the words between."""
        context, text = self._context, self._context.text
        before = org.start < at
        low, high = (org.end, at) if before else (at, org.start)
        gap = text[low:high] if high - low < 400 else ""
        tail = TAIL.match(text[org.end : org.end + 15])
        others = {each.key for each in context.orgs_in(low, high) if each.kind == org.kind and each.key != org.key}
        return {
            "before": float(before),
            "distance": float(min(high - low, 2000)),
            "same sentence": float(self._sentence(org.start) == self._sentence(at)),
            "same paragraph": float(self._paragraph_at(org.start) == self._paragraph_at(at)),
            "others between": float(len(others)),
            "people between": float(len(context.people_in(low, high))) if high > low else 0.0,
            "lead": _lead(text, org),
            "tail": tail.group(1)[:8] if tail else text[org.end : org.end + 1],
            "possessive": float(text[org.end : org.end + 2] in {"’s", "'s", "s’"}),
            "gap": gap.strip()[:8].lower() if len(gap) < 12 else "",
            "stops": float(len(re.findall(r"[.;!?]\s|\n", gap))) if gap else NEVER,
            "aside": float(context.focus.is_aside(org)),
            "opens": float(org.start - context.paragraph(org.start).start < 5),
        }

    def _back(self, at: int, org: Mention) -> Features:
        """How far back it was named last, and who was named since; how soon it is named after."""
        context = self._context
        before = [each for each in self._mentions[org.key] if each.end <= at]
        after = next((each for each in self._mentions[org.key] if each.start >= at), None)
        ahead = log1p(after.start - at) if after else NEVER
        if not before:
            return {"back": NEVER, "ahead": ahead, "sentences back": 13.0, "paragraphs back": 13.0}
        last = before[-1]
        since = [each for each in context.orgs if last.end <= each.start < at and each.key != org.key]
        return {
            "back": log1p(at - last.end),
            "ahead": ahead,
            "kin since": float(len({each.key for each in since if each.kind == org.kind})),
            "bodies since": float(len({each.key for each in since})),
            "sentences back": float(min(self._sentence(at) - self._sentence(last.start), 12)),
            "paragraphs back": float(min(self._paragraph_at(at) - self._paragraph_at(last.start), 12)),
            "lead back": _lead(context.text, last),
            "aside back": float(context.focus.is_aside(last)),
            "possessive back": float(context.text[last.end : last.end + 2] in {"’s", "'s"}),
        }

    def _paragraph(self, at: int, org: Mention) -> Features:
        """Its place in the post's paragraph and in the one before."""
        here = self._paragraph_at(at)
        inside = [each for each in self._context.orgs if self._paragraph_at(each.start) == here]
        before = [each for each in self._context.orgs if self._paragraph_at(each.start) == here - 1]
        return {
            "in paragraph": float(sum(each.key == org.key for each in inside)),
            "kin in paragraph": float(len({each.key for each in inside if each.kind == org.kind} - {org.key})),
            "first in paragraph": float(bool(inside) and inside[0].key == org.key),
            "in paragraph before": float(sum(each.key == org.key for each in before)),
            "kin in paragraph before": float(len({each.key for each in before if each.kind == org.kind} - {org.key})),
            "in heading": float(org.text in self._context.heading(at)),
        }

    def _person(self, draft: Draft, org: Mention) -> Features:
        """How near to the person it is named, there and elsewhere, and what posts of the person name."""
        places, mentions = self._people[draft.person.key], self._mentions[org.key]
        paragraphs = {self._paragraph_at(each) for each in places}
        sentences = {self._sentence(each) for each in places}
        first = places[0] if places else draft.at
        told = self._told[0][draft.person.key]
        return {
            "from person": float(min((abs(place - org.start) for place in places), default=2000)),
            "from introduction": log1p(min(abs(each.start - first) for each in mentions)),
            "together": len(paragraphs & {self._paragraph_at(each.start) for each in mentions})
            / max(1, len(paragraphs)),
            "sentences together": float(len(sentences & {self._sentence(each.start) for each in mentions})),
            "of person": float(min(told[org.name], 3)),
            "others of person": float(sum(told.values()) - told[org.name]),
        }

    def _others(self, draft: Draft, org: Mention) -> Features:
        """What is told of the role elsewhere."""
        told = self._told[1][draft.role]
        holders = {each.person.key for each in self._drafts if each.role == draft.role and each.org == org.name}
        return {
            "of role": float(min(told[org.name], 3)),
            "others of role": float(sum(told.values()) - told[org.name]),
            "other holders": float(len(holders - {draft.person.key})),
        }

    def _reference(self, draft: Draft, org: Mention) -> Features:
        """How the post’s words refer to a body: by name, by "its" or "the council’s", not at all; what frames chose."""
        context, post = self._context, self._posts.get(draft.at)
        named = {each.key for each in self._within(post)} if post else set()
        spoken = context.org_at(draft.at, "the trust" if org.kind == "trust" else "the council")
        is_spoken = spoken is not None and spoken.key == org.key
        match = reference(context.text, draft.at)
        word = (match.group(1) or match.group(2)).lower() if match else ""
        return {
            "role": draft.role if len(draft.role) < 40 else "long",
            "kind of role": f"{org.kind}/{post.mention.family if post else ''}",
            "status": draft.status,
            "chosen": float(draft.org == org.name),
            "explicit": float(bool(post and post.is_explicit)),
            "in post": float(org.key in named),
            "other in post": float(bool(named) and org.key not in named),
            "spoken of here": float(is_spoken),
            "there": float(bool(THERE.search(context.sentence(draft.at).text))),
            "reference": f"{word}/{org.kind}",
            "spoken of": f"{word}/{is_spoken}",
        }

    def _paragraph_at(self, offset: int) -> int:
        return bisect.bisect_right(self._starts, offset)

    def _sentence(self, offset: int) -> int:
        return bisect.bisect_right(self._sentences, offset)


def reference(text: str, at: int) -> re.Match[str] | None:
    """The words right before a place that refer to a body or a person, in the last `REFERRED` letters: "its", "her"."""
    return REFERENCE.search(text[max(0, at - REFERRED) : at])


def distance(org: Mention, at: int) -> int:
    """How far a body is named from a place, a little farther where it comes after."""
    return abs(org.start - at) + (60 if org.start > at else 0)


def likeliest(chances: Sequence[float]) -> tuple[int, float, float]:
    """Which of some bodies has the highest chance, the first of equals; that chance, and how far it is ahead."""
    order = sorted(range(len(chances)), key=lambda place: -chances[place])
    best, second = chances[order[0]], chances[order[1]] if len(order) > 1 else 0.0
    return order[0], best, best - second


def _place_kinds(key: str, names: set[str]) -> frozenset[str]:
    council = register().get(key)
    words = " ".join((*names, *((council.name, *council.names) if council else ()))).lower()
    found = {kind for kind in PLACE_KINDS if kind in words.split()}
    if council and council.gss[:3] in KIND_BY_CODE:
        found.add(KIND_BY_CODE[council.gss[:3]])
    elif re.search(r"[a-z]shire\b", words) and not found:
        found.add("county")
    return frozenset(found)


def compared(offered: Sequence[Features]) -> list[Features]:
    """The same features and, beside them, how each body does against the others that are offered."""
    known = {name: choose for name, choose in COMPARED.items() if all(name in each for each in offered)}
    best = {name: choose((float(each[name]) for each in offered), default=0.0) for name, choose in known.items()}
    return [
        {
            **each,
            **{f"best {name}": float(each[name] == value) for name, value in best.items()},
            **{f"behind in {name}": abs(float(each[name]) - value) for name, value in best.items()},
        }
        for each in offered
    ]


def _lead(text: str, org: Mention) -> str:
    match = LEAD.search(text[max(0, org.start - 20) : org.start])
    return match.group(1).lower()[:8] if match else ""
