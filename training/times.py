"""The models of when tenures began and ended: how dates are worded, each date by itself, each among all others.

Each learns from what the ones before it make of documents that they had not seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ingest.extraction.deciding.times import MODEL as ALONE
from ingest.extraction.deciding.times import of_words
from ingest.extraction.deciding.timesamong import MODEL as AMONG
from ingest.extraction.deciding.timesamong import among
from ingest.extraction.deciding.timewording import MODEL as WORDING
from ingest.trained import Features, Model, distribution, in_light, model, worded
from training.examples import Dated, Example, Lesson, of_times
from training.fitting import Tell, apart, fit_trees, larger
from training.networks import fit_network

Chances = Sequence[Mapping[str, float]]
Known = Sequence[tuple[Dated, Features]]


def fit_times(lessons: Sequence[Lesson], tell: Tell) -> dict[str, Model]:
    """The models of dates, in use from now on."""
    told = [tuple(of_times(each)) for each in lessons]
    words = apart(told, _fit_wording, lambda own: worded(WORDING, [each.wording for each in own]))
    alone = [_known(own, chances) for own, chances in zip(told, words, strict=True)]
    weighed = apart(
        alone,
        lambda seen: fit_trees(ALONE, _examples(seen), tell, larger),
        lambda own: distribution(ALONE, [features for _, features in own]),
    )
    last = [_in_light(own, chances) for own, chances in zip(alone, weighed, strict=True)]
    return {
        WORDING: model(WORDING),
        ALONE: model(ALONE),
        AMONG: fit_trees(AMONG, _examples(last), tell, larger),
    }


def _fit_wording(told: Iterable[Sequence[Dated]]) -> None:
    fit_network(WORDING, ((each.wording, each.verdict) for own in told for each in own if each.verdict))


def _known(own: Sequence[Dated], chances: Chances) -> Known:
    return [(each, {**each.features, **of_words(chance)}) for each, chance in zip(own, chances, strict=True)]


def _in_light(own: Known, chances: Chances) -> Known:
    features = in_light([known for _, known in own], among([each.timing for each, _ in own], chances))
    return [(each, known) for (each, _), known in zip(own, features, strict=True)]


def _examples(told: Iterable[Known]) -> list[Example]:
    return [(features, each.verdict) for own in told for each, features in own if each.verdict]
