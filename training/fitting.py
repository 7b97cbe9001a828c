"""Models fitted stage by stage, each on what the stages before make of the documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sklearn.ensemble import ExtraTreesClassifier, GradientBoostingClassifier, VotingClassifier
from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction.text import HashingVectorizer, TfidfTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline

from graph.model import Claim
from ingest.extraction import offered
from ingest.extraction.deciding.confidence import Confidence
from ingest.extraction.deciding.owners import AMONG
from ingest.extraction.deciding.owners import MODEL as OWNERS
from ingest.extraction.deciding.subject import MODEL
from ingest.extraction.deciding.wording import MODEL as WORDING
from ingest.trained import Features, chances, model, use
from ingest.unregistered import LEAST
from ingest.unregistered import MODEL as PLACES
from training.examples import (
    PAIRS,
    STAGES,
    Example,
    Lesson,
    of_claims,
    of_councils,
    of_owners,
    of_owners_among,
    of_pairs,
    of_wordings,
)
from training.placenames import of_places

Tell = Callable[[str], None]
FOLDS = 5


def classifier() -> Pipeline:
    """An untrained model: boosted trees over named features, each tree over a random part of them."""
    return make_pipeline(DictVectorizer(), _boosted())


def blend() -> Pipeline:
    """An untrained model: the mean of boosted trees and of trees that split at random, which err in other ways."""
    random = ExtraTreesClassifier(60, min_samples_leaf=8, max_features=0.1, random_state=0)
    both = VotingClassifier([("boosted", _boosted()), ("random", random)], voting="soft")
    return make_pipeline(DictVectorizer(sparse=False), both)


def wording() -> Pipeline:
    """An untrained model: linear over runs of up to three words."""
    words = HashingVectorizer(
        n_features=2**17,
        ngram_range=(1, 3),
        token_pattern=r"\S+",  # noqa: S106 -- no password
        lowercase=False,
        alternate_sign=False,
        norm=None,
    )
    return make_pipeline(words, TfidfTransformer(sublinear_tf=True), LogisticRegression(C=2, solver="liblinear"))


def _boosted() -> GradientBoostingClassifier:
    return GradientBoostingClassifier(
        n_estimators=200,
        learning_rate=0.07,
        max_leaf_nodes=8,
        min_samples_leaf=8,
        max_features=0.1,
        subsample=0.7,
        random_state=0,
    )


def fitted(examples: Sequence[Example], untrained: Callable[[], Pipeline] = classifier) -> Pipeline:
    """A model that has learnt from the examples."""
    return untrained().fit([features for features, _ in examples], [verdict for _, verdict in examples])


def folds(lessons: Sequence[Lesson], count: int = FOLDS) -> Iterator[tuple[list[Lesson], list[Lesson]]]:
    """The documents to learn from and those to judge by, so that each is judged once; a corpus's kinds are spread."""
    for fold in range(count):
        yield (
            [each for index, each in enumerate(lessons) if index % count != fold],
            [each for index, each in enumerate(lessons) if index % count == fold],
        )


def fit_places(lessons: Sequence[Lesson], tell: Tell) -> Pipeline:
    """The model of which names are councils', in use from now on.

    Each of the documents is read by one that learnt from the other folds, as all that builds on it should learn.
    """
    alone = [tuple(of_places(each)) for each in lessons]
    verdicts: list[tuple[bool, bool]] = []
    for fold in range(FOLDS):
        use(PLACES, fitted([each for index, own in enumerate(alone) if index % FOLDS != fold for each in own]))
        asked = [each for own in alone[fold::FOLDS] for each in own]
        scores = chances(PLACES, [features for features, _ in asked])
        verdicts += [(score >= LEAST, verdict == "yes") for score, (_, verdict) in zip(scores, asked, strict=True)]
        for each in lessons[fold::FOLDS]:
            each.context  # noqa: B018 -- read now, by this model
    right = sum(taken and is_one for taken, is_one in verdicts)
    taken, there = (sum(each) for each in zip(*verdicts, strict=True))
    tell(f"{PLACES}: {right} of {taken} names taken for councils', {right} of {there} that are, kept from its model")
    last = fitted([each for own in alone for each in own])
    use(PLACES, last)
    return last


def fit_subject(lessons: Sequence[Lesson], tell: Tell) -> Pipeline:
    """The model of what documents are about, in use from now on.

    All others build on what it says, so first each of the documents is read by one that learnt from the other folds.
    """
    right, asked = 0, 0
    for seen, kept in folds(lessons):
        use(MODEL, fitted([example for each in seen for example in of_councils(each)]))
        found = [(each.is_about_foremost(), any(of_councils(each))) for each in kept]
        right += sum(is_right for is_right, counts in found if counts)
        asked += sum(counts for _, counts in found)
    tell(f"{MODEL}: what {right} of {asked} documents are about, each kept from its model")
    last = fitted([example for each in lessons for example in of_councils(each)])
    use(MODEL, last)
    return last


@dataclass(frozen=True)
class Unseen:
    """A document, the claims that models which had not seen it make of it, and what the last model learns from them."""

    lesson: Lesson
    claims: Mapping[Claim, Features]
    examples: tuple[Example, ...]
    features: tuple[Features, ...]


def unseen(lessons: Sequence[Lesson], tell: Tell) -> list[list[Unseen]]:
    """Every document once as models fitted to the other folds read it, fold by fold."""
    found = []
    for number, (seen, kept) in enumerate(folds(lessons), 1):
        fit(seen, lambda _: None)
        found.append([_read(each) for each in kept])
        tell(f"fold {number} of {FOLDS}: {sum(len(each.claims) for each in found[-1])} claims")
    return found


def _read(lesson: Lesson) -> Unseen:
    claims = offered(lesson.context)
    weighing = Confidence(lesson.context, claims)
    features = tuple(weighing.features(each) for each in claims)
    return Unseen(lesson, claims, tuple(of_claims(lesson, tuple(claims), features)), features)


def fit_confidence(read: Iterable[Unseen]) -> Pipeline:
    """The model that weighs claims, in use from now on: it learns from documents that the others had not seen."""
    last = fitted([example for each in read for example in each.examples], blend)
    use("confidence", last)
    return last


def fit(lessons: Sequence[Lesson], tell: Tell) -> dict[str, Pipeline]:
    """The models that find claims, in use from now on."""
    models = {WORDING: fit_wording(lessons)}
    across = {PAIRS: worded, AMONG: among}
    for stage, examples_of in STAGES.items():
        every = across.get(stage)
        examples = every(lessons) if every else [each for lesson in lessons for each in examples_of(lesson)]
        models[stage] = fitted(examples)
        use(stage, models[stage])
        tell(f"{stage}: {len(examples)} examples")
    return models


def fit_wording(lessons: Iterable[Lesson]) -> Pipeline:
    """The model of how posts are worded, in use from now on."""
    told = [each for lesson in lessons for each in of_wordings(lesson)]
    last = wording().fit([words for words, _ in told], [verdict for _, verdict in told])
    use(WORDING, last)
    return last


def worded(lessons: Sequence[Lesson]) -> list[Example]:
    """Examples of people and posts, the wording of each document's weighed by a model that learnt from the others."""
    last = model(WORDING)
    examples = []
    for seen, kept in folds(lessons):
        fit_wording(seen)
        examples += [each for lesson in kept for each in of_pairs(lesson)]
    use(WORDING, last)
    return examples


def among(lessons: Sequence[Lesson]) -> list[Example]:
    """Examples of bodies among each other, each document's as weighed alone by a model that learnt from the others.

    By a model that had seen the document, the first weighing would look surer to the second than it ever is.
    """
    alone = [tuple(of_owners(each)) for each in lessons]
    last = model(OWNERS)
    examples = []
    for fold in range(FOLDS):
        use(OWNERS, fitted([each for index, own in enumerate(alone) if index % FOLDS != fold for each in own]))
        examples += [each for lesson in lessons[fold::FOLDS] for each in of_owners_among(lesson)]
    use(OWNERS, last)
    return examples
