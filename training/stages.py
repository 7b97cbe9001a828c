"""The models that find claims, one after the other: each learns from what the ones before it find.

Where a model weighs what another makes of a document, it learns from what that one makes of documents that it had not
seen: of those that it knows, it would be surer than it ever is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sklearn.pipeline import Pipeline

from ingest.extraction.deciding.eventwording import MODEL as EVENTS
from ingest.extraction.deciding.owners import AMONG, Offered
from ingest.extraction.deciding.owners import MODEL as OWNERS
from ingest.extraction.deciding.ownerwording import MODEL as OWNER_WORDING
from ingest.extraction.deciding.wording import MODEL as WORDING
from ingest.trained import Model, likelihoods, model, use
from training.eventdates import of_event_dates
from training.examples import (
    Example,
    Lesson,
    of_events,
    of_owners,
    of_owners_among,
    of_pairs,
    of_wordings,
    owners_of,
)
from training.fitting import FOLDS, Tell, classifier, fit_trees, fit_words, fitted, folds, larger
from training.networks import fit_network
from training.times import fit_times

PAIRS, BODIES = "tenure_pairs", "event_bodies"
Asked = tuple[Offered, list[str]]


def fit(lessons: Sequence[Lesson], tell: Tell) -> dict[str, Model]:
    """The models that find claims, in use from now on."""
    told = [each for lesson in lessons for each in of_wordings(lesson)]
    models: dict[str, Model] = {WORDING: fit_words(WORDING, told)}
    models[PAIRS] = fit_trees(PAIRS, paired(lessons), tell, larger)
    models |= fit_owners(lessons, tell)
    models |= fit_times(lessons, tell)
    models[EVENTS] = fit_network(EVENTS, (each for lesson in lessons for each in of_event_dates(lesson)))
    concerned = [each for lesson in lessons for each in of_events(lesson)]
    return models | {BODIES: fit_trees(BODIES, concerned, tell, classifier)}


def paired(lessons: Sequence[Lesson]) -> list[Example]:
    """Examples of people and posts, with the wording as a model that learnt from other documents weighs it."""
    last = model(WORDING)
    examples = []
    for seen, kept in folds(lessons):
        fit_words(WORDING, [each for lesson in seen for each in of_wordings(lesson)])
        examples += [each for lesson in kept for each in of_pairs(lesson)]
    use(WORDING, last)
    return examples


def fit_owners(lessons: Sequence[Lesson], tell: Tell) -> dict[str, Pipeline]:
    """The models of whose a post is, by itself and among the other posts, in use from now on."""
    owners = [owners_of(each) for each in lessons]
    asked = [tuple(of_owners(lesson, own)) for lesson, own in zip(lessons, owners, strict=True)]
    words = [fit_words(OWNER_WORDING, _worded(seen)) for seen, _ in folds(asked)]
    alone = [tuple(_alone(own, words[place % FOLDS])) for place, own in enumerate(asked)]
    among: list[Example] = []
    for fold in range(FOLDS):
        use(OWNER_WORDING, words[fold])
        use(OWNERS, fitted([each for place, own in enumerate(alone) if place % FOLDS != fold for each in own], larger))
        for lesson, own in zip(lessons[fold::FOLDS], owners[fold::FOLDS], strict=True):
            among += of_owners_among(lesson, own)
    last = fit_words(OWNER_WORDING, _worded(asked))
    return {
        OWNER_WORDING: last,
        OWNERS: fit_trees(OWNERS, [each for own in alone for each in own], tell, larger),
        AMONG: fit_trees(AMONG, among, tell, larger),
    }


def _worded(asked: Iterable[Sequence[Asked]]) -> Iterator[tuple[str, str]]:
    """How posts and bodies are worded, each with its verdict."""
    for own in asked:
        for offered, verdicts in own:
            yield from zip(offered.wordings, verdicts, strict=True)


def _alone(asked: Sequence[Asked], words: Pipeline) -> Iterator[Example]:
    """Bodies for posts as examples, each post's by itself."""
    use(OWNER_WORDING, words)
    for offered, verdicts in asked:
        known = offered.worded(likelihoods(OWNER_WORDING, offered.wordings))
        yield from zip(known, verdicts, strict=True)
