"""Models fitted stage by stage, each on what the stages before make of the documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from sklearn.ensemble import ExtraTreesClassifier, GradientBoostingClassifier, VotingClassifier
from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction.text import HashingVectorizer, TfidfTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline

from ingest.trained import use
from training.examples import (
    Example,
)

Tell = Callable[[str], None]
Kept = TypeVar("Kept")
Found = TypeVar("Found")
FOLDS = 5
FEW = 3  # folds where networks or many large trees take their time


def classifier() -> Pipeline:
    """An untrained model: boosted trees over named features, each tree over a random part of them."""
    return make_pipeline(DictVectorizer(), _boosted())


def larger() -> Pipeline:
    """The same with more and larger trees, where there are many examples with much to tell apart."""
    return make_pipeline(
        DictVectorizer(), _boosted().set_params(n_estimators=400, learning_rate=0.05, max_leaf_nodes=24)
    )


def blend() -> Pipeline:
    """An untrained model: the mean of boosted trees and of trees that split at random, which err in other ways."""
    random = ExtraTreesClassifier(60, min_samples_leaf=8, max_features=0.1, random_state=0)
    boosted = _boosted().set_params(n_estimators=300, learning_rate=0.05, max_leaf_nodes=24)
    both = VotingClassifier([("boosted", boosted), ("random", random)], voting="soft")
    return make_pipeline(DictVectorizer(sparse=False), both)


def wording(columns: int = 2**17, solver: str = "liblinear") -> Pipeline:
    """An untrained model: linear over runs of up to three words; `lbfgs` is for more than two classes."""
    words = HashingVectorizer(
        n_features=columns,
        ngram_range=(1, 3),
        token_pattern=r"\S+",  # noqa: S106 -- no password
        lowercase=False,
        alternate_sign=False,
        norm=None,
    )
    regression = LogisticRegression(C=2, solver=solver, max_iter=150)
    return make_pipeline(words, TfidfTransformer(sublinear_tf=True), regression)


def _boosted() -> GradientBoostingClassifier:
    return GradientBoostingClassifier(
        n_estimators=200,
        learning_rate=0.07,
        max_depth=None,  # three unless told otherwise, by which no tree has more than eight leaves
        max_leaf_nodes=8,
        min_samples_leaf=8,
        max_features=0.1,
        subsample=0.7,
        random_state=0,
    )


def fitted(examples: Sequence[Example], untrained: Callable[[], Pipeline] = classifier) -> Pipeline:
    """A model that has learnt from the examples."""
    return untrained().fit([features for features, _ in examples], [verdict for _, verdict in examples])


def folds(lessons: Sequence[Kept], count: int = FOLDS) -> Iterator[tuple[list[Kept], list[Kept]]]:
    """The documents to learn from and those to judge by, so that each is judged once; a corpus's kinds are spread."""
    for fold in range(count):
        yield (
            [each for index, each in enumerate(lessons) if index % count != fold],
            [each for index, each in enumerate(lessons) if index % count == fold],
        )


def apart(
    documents: Sequence[Kept],
    fit: Callable[[Sequence[Kept]], object],
    read: Callable[[Kept], Found],
    count: int = FEW,
) -> list[Found]:
    """What a model makes of each document that learnt from the others; at the end it has learnt from all."""
    found: dict[int, Found] = {}
    for seen, kept in folds(list(enumerate(documents)), count):
        fit([each for _, each in seen])
        found |= {place: read(each) for place, each in kept}
    fit(documents)
    return [found[place] for place in range(len(documents))]


def fit_words(name: str, told: Iterable[tuple[str, str]]) -> Pipeline:
    """A model of how something is worded, in use from now on."""
    texts, verdicts = zip(*told, strict=True)
    last = (wording() if set(verdicts) <= {"yes", "no"} else wording(2**16, "lbfgs")).fit(texts, verdicts)
    use(name, last)
    return last


def fit_trees(name: str, examples: Sequence[Example], tell: Tell, untrained: Callable[[], Pipeline]) -> Pipeline:
    """A model of trees, in use from now on."""
    last = fitted(examples, untrained)
    use(name, last)
    tell(f"{name}: {len(examples)} examples")
    return last
