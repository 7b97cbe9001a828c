"""Whose a post is: every body that the text names is a candidate, the likeliest is taken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ingest.extraction.context import Context
from ingest.extraction.deciding.among import Among, Choice
from ingest.extraction.deciding.bodies import Bodies, compared, distance, likeliest
from ingest.extraction.deciding.ownerwording import MODEL as WORDING
from ingest.extraction.deciding.ownerwording import wordings
from ingest.extraction.deciding.wording import Names
from ingest.extraction.drafts import Draft
from ingest.extraction.employers import FIXED_FAMILIES
from ingest.extraction.posts import GOVERNMENT, Post
from ingest.names import Mention
from ingest.naming import PAPERS
from ingest.trained import Features, chances, likelihoods

MODEL = "tenure_owners"
AMONG = "tenure_owners_among"  # weighs again what the first made of all posts of the document
MOST = 12  # bodies weighed for a post, the nearest first
PAPER = re.compile(rf"\b{PAPERS}$")
PRESS = re.compile(r"editor|reporter|correspondent|journalist|columnist|publisher")
FIXED_ROLES = frozenset({"inspector", "education secretary", "children's minister", "police commissioner"})


EXECUTIVES = {"council": "chief executive", "trust": "chief executive of trust"}


def choices(context: Context, draft: Draft) -> tuple[Mention, ...]:
    """The bodies that a draft's post can belong to, each where it is named nearest, the nearest first."""
    nearest: dict[str, Mention] = {}
    for each in sorted(context.orgs, key=lambda each: distance(each, draft.at)):
        if each.key not in GOVERNMENT and (not PAPER.search(each.name) or PRESS.search(draft.role)):
            nearest.setdefault(each.name, each)
    kept = list(nearest.values())
    named = [each for each in kept if each.name == draft.org]
    return tuple(dict.fromkeys([*kept[:MOST], *named]))


@dataclass(frozen=True)
class Offered:
    """A draft and the bodies that its post can belong to, the nearest first: of each its features and its wording."""

    draft: Draft
    bodies: tuple[Mention, ...] = ()
    features: tuple[Features, ...] = ()
    wordings: tuple[str, ...] = ()

    def worded(self, likely: Sequence[float]) -> list[Features]:
        """The features, with how likely a model of wordings finds each body and how far before the others."""
        best = sorted(likely)[-2:]
        return [
            {**known, "wording": score, "wording ahead": score - (best[0] if score == best[-1] else best[-1])}
            for known, score in zip(self.features, likely, strict=True)
        ]


class Owners:
    """Chooses bodies for one document's drafts."""

    def __init__(self, context: Context, posts: Sequence[Post], drafts: Sequence[Draft]) -> None:
        self._context = context
        self._posts = {each.mention.start: each for each in posts}
        self._drafts = tuple(drafts)
        self._bodies = Bodies(context, self._posts, drafts)
        self._kinds = {each.name: each.kind for each in context.orgs}

    def is_open(self, draft: Draft) -> bool:
        """Whether whose the post is may be asked: not of ministers and inspectors, nor of posts over several bodies."""
        post = self._posts.get(draft.at)
        of_state = draft.org is not None and draft.org.lower() in GOVERNMENT
        if draft.is_owned or of_state or draft.role in FIXED_ROLES:
            return False
        if post and post.mention.family in FIXED_FAMILIES:
            return False
        return len({each.org for each in self._drafts if _is_same_place(each, draft)}) <= 1

    @cached_property
    def offered(self) -> Sequence[Offered]:
        """For each draft the bodies that its post can belong to; none where that is not asked."""
        names = Names(self._context, tuple(self._posts.values()))
        return [self._offered(draft, names) if self.is_open(draft) else Offered(draft) for draft in self._drafts]

    def _offered(self, draft: Draft, names: Names) -> Offered:
        bodies = choices(self._context, draft)
        features = compared([self._bodies.features(draft, each) for each in bodies])
        return Offered(draft, bodies, tuple(features), tuple(wordings(names, draft, bodies)))

    def alone(self) -> list[Choice]:
        """The drafts with the bodies that each can be of, each draft weighed by itself."""
        words = iter(likelihoods(WORDING, [text for each in self.offered for text in each.wordings]))
        known = [each.worded([next(words) for _ in each.bodies]) for each in self.offered]
        scores = iter(chances(MODEL, [features for bodies in known for features in bodies]))
        return [_weighed(each, features, scores) for each, features in zip(self.offered, known, strict=True)]

    def among(self, choices: Sequence[Choice]) -> list[list[Features]]:
        """The features of the bodies of each choice that is open, in the light of all the others."""
        others = Among(self._context, choices)
        return [others.features(each) if each.features else [] for each in choices]

    def settle(self) -> list[Draft]:
        """The drafts, each of the likeliest body."""
        choices = self.alone()
        offered = self.among(choices)
        scores = iter(chances(AMONG, [features for bodies in offered for features in bodies]))
        return [self._settled(each, scores) for each in choices]

    def _settled(self, choice: Choice, scores: Iterator[float]) -> Draft:
        if not choice.features:
            return choice.draft
        place, best, ahead = likeliest([next(scores) for _ in choice.names])
        name = choice.names[place]
        return replace(choice.draft, org=name, role=self.role_at(choice.draft.role, name), owned=best, ahead=ahead)

    def role_at(self, role: str, name: str) -> str:
        """A role as it is called at the body of that name: chief executives of trusts are a role of their own."""
        return EXECUTIVES.get(self._kinds.get(name, ""), role) if role in EXECUTIVES.values() else role


def _weighed(offered: Offered, features: Sequence[Features], scores: Iterator[float]) -> Choice:
    draft = offered.draft
    if offered.bodies:
        names = tuple(each.name for each in offered.bodies)
        return Choice(draft, names, tuple(features), tuple(next(scores) for _ in names))
    is_told = draft.org is not None and draft.role not in FIXED_ROLES
    return Choice(draft, (draft.org or "",), (), (1.0,)) if is_told else Choice(draft, (), (), ())


def _is_same_place(one: Draft, other: Draft) -> bool:
    return one.person.key == other.person.key and one.role == other.role and one.at == other.at
