"""A claim in the light of all others of its document, as a first model weighs them.

Two claims of one post at different bodies are seldom both right; what tells something surely right beside a claim
speaks for it; a text in which most claims are doubtful is hard to read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean

from graph.model import Claim, TenureStatement
from ingest.extraction.deciding.gists import gist, org, subject
from ingest.trained import Features

MODEL = "confidence_among"
NONE = -0.1  # there is no such claim
NEAREST = 2
MANY = 6


@dataclass(frozen=True, slots=True, eq=False)
class _Weighed:
    """A claim with what others are compared by, and its chance by the first model."""

    claim: Claim
    chance: float
    type: str
    gist: tuple[str, ...]
    subject: tuple[str, ...]
    org: str | None
    person: str | None
    role: str
    status: str | None

    def overlaps(self, other: _Weighed) -> bool:
        """Whether their quotes share words."""
        one, two = self.claim, other.claim
        return one.start_offset < two.end_offset and two.start_offset < one.end_offset


def _is_person(one: _Weighed, other: _Weighed) -> bool:
    return other.person == one.person


def _is_seat(one: _Weighed, other: _Weighed) -> bool:
    return bool(other.person) and other.person != one.person and (other.role, other.org) == (one.role, one.org)


def _is_rival(one: _Weighed, other: _Weighed) -> bool:
    return other.type == one.type and other.gist != one.gist and one.overlaps(other)


Is = Callable[[_Weighed, _Weighed], bool]
TENURES: tuple[tuple[str, Is], ...] = (
    ("other post there", lambda one, other: _is_person(one, other) and other.org == one.org and other.role != one.role),
    ("post elsewhere", lambda one, other: _is_person(one, other) and other.org != one.org),
    ("other holder", _is_seat),
    ("other holder alike", lambda one, other: _is_seat(one, other) and other.status == one.status),
)
BESIDE: tuple[tuple[str, Is], ...] = (
    ("of kind in quote", lambda one, other: _is_rival(one, other) and other.role == one.role),
    ("of person in quote", lambda one, other: _is_rival(one, other) and other.person == one.person),
)


def among(claims: Sequence[Claim], chances: Sequence[float]) -> list[Features]:
    """For each claim what the first model makes of it and of the others."""
    told = [_weighed(claim, chance) for claim, chance in zip(claims, chances, strict=True)]
    return [dict(_features(each, [other for other in told if other is not each])) for each in told]


def _weighed(claim: Claim, chance: float) -> _Weighed:
    told, about = claim.statement, subject(claim)
    person, status = (told.person, told.status) if isinstance(told, TenureStatement) else (None, None)
    return _Weighed(claim, chance, told.type, gist(claim), about, org(claim), person, about[-1], status)


def _features(one: _Weighed, others: Sequence[_Weighed]) -> Iterator[tuple[str, float]]:
    same = [each.chance for each in others if each.gist == one.gist]
    rivals = [each.chance for each in others if each.subject == one.subject and each.gist != one.gist]
    yield "first", one.chance
    yield "same", max(same, default=NONE)
    yield "times told", float(min(len(same), MANY))
    yield "rival", max(rivals, default=NONE)
    yield "before rivals", max(one.chance, *same, 0.0) - max(rivals, default=0.0)
    yield "surer", fmean([0.0, *(float(each.chance > one.chance) for each in others)])
    for name, is_one in (*(TENURES if one.person else ()), *BESIDE):
        yield name, max((each.chance for each in others if is_one(one, each)), default=NONE)
    yield "mean of body", _mean(each.chance for each in others if each.org == one.org)
    yield "mean of type", _mean(each.chance for each in others if each.type == one.type)
    yield "mean", _mean(each.chance for each in others)
    yield from _nearest(one, others)


def _nearest(one: _Weighed, others: Iterable[_Weighed]) -> Iterator[tuple[str, float]]:
    """The chances of the claims next to it that say something else."""
    away = sorted(
        (abs(each.claim.start_offset - one.claim.start_offset), each.chance) for each in others if each.gist != one.gist
    )
    yield from ((f"near {place}", chance) for place, (_, chance) in enumerate(away[:NEAREST]))


def _mean(chances: Iterable[float]) -> float:
    told = tuple(chances)
    return fmean(told) if told else NONE
