"""What a claim's confidence means: how often claims of it are right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from ingest.evaluation.figures import Bin, Calibration, Share
from ingest.evaluation.matching import Matched

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)
Judged = tuple[float, bool]
"""A claim's confidence, and whether it is right."""


def judged(matched: Matched) -> list[Judged]:
    """Every single claim, before joining, but for those that are neither wanted nor wrong."""
    right = [*(found.told for found in matched.found), *matched.repeated]
    return [
        (claim.confidence, is_right)
        for group, is_right in ((right, True), (matched.extra, False))
        for told in group
        for claim in told.claims
    ]


def calibration(claims: Sequence[Judged], threshold: float) -> Calibration:
    """The table by confidence, the share at and above the threshold, and from where on 95 of 100 are right."""
    return Calibration(
        bins=tuple(_bin(claims, low, high) for low, high in pairwise(EDGES)),
        threshold=threshold,
        above=_share(right for confidence, right in claims if confidence >= threshold),
        reaches_95=_reaches(claims, 0.95),
    )


def _bin(claims: Iterable[Judged], low: float, high: float) -> Bin:
    inside = [(each, right) for each, right in claims if low <= each < high or each == high == EDGES[-1]]
    mean = sum(each for each, _ in inside) / len(inside) if inside else None
    return Bin(low=low, high=high, claims=_share(right for _, right in inside), mean=mean)


def _share(rights: Iterable[bool]) -> Share:
    listed = list(rights)
    return Share(right=sum(listed), of=len(listed))


def _reaches(claims: Sequence[Judged], wanted: float) -> float | None:
    for threshold in sorted({confidence for confidence, _ in claims}):
        above = [right for confidence, right in claims if confidence >= threshold]
        if sum(above) >= wanted * len(above):
            return threshold
    return None
