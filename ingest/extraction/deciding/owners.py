"""Whose a post is: every body that the text names is a candidate, the likeliest is taken."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from ingest.extraction.context import Context
from ingest.extraction.deciding.features import Features
from ingest.extraction.deciding.model import chances
from ingest.extraction.drafts import Draft
from ingest.extraction.employers import FIXED_FAMILIES
from ingest.extraction.posts import GOVERNMENT, Post
from ingest.names import Mention

MOST = 12  # bodies weighed for a post, the nearest first
LEAD = 0.1  # how much likelier another body must be than the one that a frame chose
WORD = re.compile(r"\b([a-z]+) (?:the )?$", re.IGNORECASE)
FIXED_ROLES = frozenset({"inspector", "education secretary", "children's minister", "police commissioner"})


@dataclass(frozen=True, slots=True)
class Choice:
    """A body that may be whose the drafted post is: the mention of it nearest to the post."""

    draft: Draft
    org: Mention
    rank: int


def choices(context: Context, draft: Draft) -> tuple[Choice, ...]:
    """The bodies that a draft's post can belong to, the nearest named first."""
    nearest: dict[str, Mention] = {}
    for each in sorted(context.orgs, key=lambda each: _distance(each, draft)):
        if each.key not in GOVERNMENT:
            nearest.setdefault(each.name, each)
    kept = list(nearest.values())
    named = [each for each in kept if each.name == draft.org]
    return tuple(Choice(draft, each, rank) for rank, each in enumerate(dict.fromkeys([*kept[:MOST], *named])))


def _distance(org: Mention, draft: Draft) -> int:
    return abs(org.start - draft.at) + (60 if org.start > draft.at else 0)


class Owners:
    """Chooses bodies for one document's drafts."""

    def __init__(self, context: Context, posts: Sequence[Post], drafts: Sequence[Draft]) -> None:
        self._context = context
        self._posts = {each.mention.start: each for each in posts}
        self._drafts = tuple(drafts)
        self._named = Counter(each.key for each in context.orgs)
        self._of_kind = Counter(each.kind for each in context.orgs)
        self._assigned = Counter((each.person.key, each.role, each.org) for each in drafts)
        self._owned = Counter(each.org for each in drafts)

    def is_open(self, draft: Draft) -> bool:
        """Whether whose the post is may be asked: not of ministers and inspectors, nor of posts over several bodies."""
        post = self._posts.get(draft.at)
        if draft.is_owned or draft.role in FIXED_ROLES or (post and post.mention.family in FIXED_FAMILIES):
            return False
        return len({each.org for each in self._drafts if _is_same_place(each, draft)}) <= 1

    def settle(self) -> list[Draft]:
        """The drafts, each of the likeliest body."""
        asked = [each for each in self._drafts if self.is_open(each)]
        offered = [choices(self._context, each) for each in asked]
        scores = iter(chances("tenure_owners", [self.features(each) for many in offered for each in many]))
        better = {
            id(draft): _of_likeliest(draft, list(zip(islice(scores, len(many)), many, strict=True)))
            for draft, many in zip(asked, offered, strict=True)
        }
        return [better.get(id(each), each) for each in self._drafts]

    def features(self, choice: Choice) -> Features:
        """One choice's features: how the frame chose, place, words, the body's weight in the text."""
        draft, org, context = choice.draft, choice.org, self._context
        post = self._posts.get(draft.at)
        spoken = context.org_at(draft.at, "the trust" if org.kind == "trust" else "the council")
        main = context.focus.trust if org.kind == "trust" else context.focus.council
        return {
            "chosen": float(draft.org == org.name),
            "any chosen": float(draft.org is not None),
            "explicit": float(bool(post and post.is_explicit)),
            "chosen explicitly": float(draft.org == org.name and bool(post and post.is_explicit)),
            "kind": org.kind,
            "role": draft.role if len(draft.role) < 40 else "long",
            "kind of role": f"{org.kind}/{post.mention.family if post else ''}",
            "ended": float(draft.status == "ended"),
            "rank": float(choice.rank),
            "spoken of here": float(spoken is not None and spoken.key == org.key),
            "main": float(main is not None and main.key == org.key),
            "share": self._named[org.key] / max(1, self._of_kind[org.kind]),
            "named": float(min(self._named[org.key], 12)),
            "bodies of kind": float(len({each.key for each in context.orgs if each.kind == org.kind})),
            "in title": float(org.text in context.document.title),
            "assigned": float(min(self._assigned[draft.person.key, draft.role, org.name], 4)),
            "owns": self._owned[org.name] / max(1, len(self._drafts)),
            **self._place(draft, org),
        }

    def _place(self, draft: Draft, org: Mention) -> Features:
        context = self._context
        before = org.start < draft.at
        low, high = (org.end, draft.at) if before else (draft.at, org.start)
        gap = context.text[low:high] if high - low < 400 else ""
        lead = WORD.search(context.text[max(0, org.start - 20) : org.start])
        sentence = context.sentence(draft.at)
        others = {each.key for each in context.orgs_in(low, high) if each.kind == org.kind and each.key != org.key}
        person = min((abs(each.start - org.start) for each in self._mentions(draft)), default=999)
        return {
            "before": float(before),
            "distance": float(min(high - low, 2000)),
            "from person": float(min(person, 2000)),
            "same sentence": float(sentence.start_char <= org.start < sentence.end_char),
            "same paragraph": float(context.paragraph(org.start) == context.paragraph(draft.at)),
            "others between": float(len(others)),
            "people between": float(len(context.people_in(low, high))) if high > low else 0.0,
            "lead": lead.group(1).lower()[:8] if lead else "",
            "possessive": float(context.text[org.end : org.end + 2] in {"’s", "'s", "s’"}),
            "gap": gap.strip()[:8].lower() if len(gap) < 12 else "",
            "stops": float(len(re.findall(r"[.;!?]\s|\n", gap))) if gap else 9.0,
            "aside": float(context.focus.is_aside(org)),
            "opens": float(org.start - context.paragraph(org.start).start < 5),
        }

    def _mentions(self, draft: Draft) -> list[Mention]:
        return [each for each in self._context.people if each.key == draft.person.key]


def _of_likeliest(draft: Draft, weighed: Sequence[tuple[float, Choice]]) -> Draft:
    """The draft of its likeliest body; of the one that a frame chose where no other is clearly likelier."""
    chosen = next((score for score, each in weighed if each.org.name == draft.org), 0.0)
    score, best = max(((score, each.org.name) for score, each in weighed), default=(0.0, draft.org))
    return replace(draft, org=best) if score > chosen + LEAD else draft


def _is_same_place(one: Draft, other: Draft) -> bool:
    return one.person.key == other.person.key and one.role == other.role and one.at == other.at
