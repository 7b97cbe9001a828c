"""Whose a post is in the light of the other posts: people keep their bodies, neighbours share theirs, rivals do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from ingest.extraction.context import Context
from ingest.extraction.deciding.bodies import REFERRED, reference
from ingest.extraction.drafts import Draft
from ingest.trained import Features

KEPT = frozenset(
    "kind|main|weight|share|in post|other in post|spoken of here|reference|spoken of|role|same sentence|same paragraph|"
    "in paragraph|before|distance|explicit|status|chosen|back|sentences back|opens|in title|of role|of person|"
    "possessive|kind of role|lead|tail|others between|people between".split("|")
)
"""What of a body by itself still counts once the other posts are seen."""
FAR = 800.0
NONE = -1.0


@dataclass(frozen=True)
class Choice:
    """A draft with the bodies offered for its post, by name, with their features and chances when weighed alone.

    Where nothing is open, the one body that is told has no features.
    """

    draft: Draft
    names: tuple[str, ...]
    features: tuple[Features, ...]
    chances: tuple[float, ...]

    @property
    def likeliest(self) -> str | None:
        """The body with the highest chance."""
        return max(zip(self.chances, self.names, strict=True), default=(0.0, None))[1]

    def chance(self, name: str) -> float:
        """The chance of a body of that name."""
        return self.chances[self.names.index(name)] if name in self.names else 0.0


class Among:
    """One document's choices, each set among the others."""

    def __init__(self, context: Context, choices: Sequence[Choice]) -> None:
        self._context = context
        self._choices = sorted((each for each in choices if each.names), key=lambda each: each.draft.at)
        self._place = {id(each): place for place, each in enumerate(self._choices)}

    @cached_property
    def _named(self) -> Counter[str | None]:
        return Counter(each.likeliest for each in self._choices)

    def features(self, choice: Choice) -> list[Features]:
        """The features of each body that is offered for one post."""
        of_others = self._of_others(choice)
        return [
            {
                **{key: value for key, value in own.items() if key in KEPT},
                **self._alone(choice, name),
                **{key: tell(name) for key, tell in of_others.items()},
            }
            for name, own in zip(choice.names, choice.features, strict=True)
        ]

    def _alone(self, choice: Choice, name: str) -> Features:
        score = choice.chance(name)
        best = max((each for other, each in zip(choice.names, choice.chances, strict=True) if other != name), default=0)
        return {"score": score, "ahead of others": score - best}

    def _of_others(self, choice: Choice) -> dict[str, Callable[[str], float]]:
        """What other posts say of a body of a name: those before and after, of the person, of the role, of "her"."""
        draft, place, told = choice.draft, self._place[id(choice)], self._choices
        before = told[max(0, place - 2) : place][::-1]
        after = told[place + 1 : place + 2]
        own = [each for each in told if each is not choice and each.draft.person.key == draft.person.key]
        same = [each for each in own if each.draft.role == draft.role]
        rivals = [each for each in told if _is_rival(each.draft, draft)]
        possessor = self._possessor(draft)
        of_possessor = [each for each in told if possessor and each.draft.person.key == possessor]
        counted, everything = self._named, max(1, len(told) - 1)
        return {
            "before is": lambda name: float(any(each.likeliest == name for each in before[:1])),
            "before": lambda name: _highest(before[:1], name),
            "far before": lambda _: min([float(draft.at - each.draft.at) for each in before[:1]], default=FAR),
            "second before is": lambda name: float(any(each.likeliest == name for each in before[1:])),
            "after is": lambda name: float(any(each.likeliest == name for each in after)),
            "after": lambda name: _highest(after, name),
            "far after": lambda _: min([float(each.draft.at - draft.at) for each in after], default=FAR),
            "own": lambda name: _highest(own, name),
            "same role": lambda name: _highest(same, name),
            "own posts": lambda _: float(len(own)),
            "rivals": lambda name: _highest(rivals, name),
            "possessor": lambda name: _highest(of_possessor, name),
            "of all": lambda name: (counted[name] - (choice.likeliest == name)) / everything,
        }

    def _possessor(self, draft: Draft) -> str | None:
        """The person whom "her deputy", "his successor" speaks of."""
        match = reference(self._context.text, draft.at)
        if not match or (match.group(1) or "").lower() not in {"his", "her"}:
            return None
        at = max(0, draft.at - REFERRED) + match.start(1)
        span = self._context.doc.char_span(at, at + 3, alignment_mode="expand")
        found = self._context.person_of(span[0]) if span is not None and len(span) else None
        return found.key if found else None


def _is_rival(other: Draft, draft: Draft) -> bool:
    """Whether both cannot well hold their posts at one body at a time."""
    return other.role == draft.role and other.status == draft.status and other.person.key != draft.person.key


def _highest(choices: Sequence[Choice], name: str) -> float:
    return max((each.chance(name) for each in choices), default=NONE)
