"""The models beside those that find claims: which names are councils, what documents are about, how sure claims are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sklearn.pipeline import Pipeline

from graph.model import Claim
from ingest.evaluation.tellings import of_claim
from ingest.extraction import offered
from ingest.extraction.deciding.claimsamong import MODEL as AMONG
from ingest.extraction.deciding.claimsamong import among
from ingest.extraction.deciding.confidence import MODEL as CONFIDENCE
from ingest.extraction.deciding.confidence import Confidence
from ingest.extraction.deciding.subject import MODEL
from ingest.trained import Features, Model, chances, in_light, model, use
from ingest.unregistered import LEAST
from ingest.unregistered import MODEL as PLACES
from training.examples import Example, Lesson, of_councils
from training.fitting import FOLDS, Tell, apart, blend, fitted, folds, larger
from training.placenames import of_places
from training.stages import fit


def fit_places(lessons: Sequence[Lesson], tell: Tell) -> Pipeline:
    """The model of which names are councils', in use from now on.

    Each of the documents is read by one that learnt from the other folds, as all that builds on it should learn.
    """
    alone = [tuple(of_places(each)) for each in lessons]
    verdicts: list[tuple[bool, bool]] = []
    for fold in range(FOLDS):
        seen = [each for index, own in enumerate(alone) if index % FOLDS != fold for each in own]
        use(PLACES, fitted(seen, larger))
        asked = [each for own in alone[fold::FOLDS] for each in own]
        scores = chances(PLACES, [features for features, _ in asked])
        verdicts += [(score >= LEAST, verdict == "yes") for score, (_, verdict) in zip(scores, asked, strict=True)]
        for each in lessons[fold::FOLDS]:
            each.context  # noqa: B018 -- read now, by this model
    right = sum(taken and is_one for taken, is_one in verdicts)
    taken, there = (sum(each) for each in zip(*verdicts, strict=True))
    tell(f"{PLACES}: {right} of {taken} names taken for councils', {right} of {there} that are, kept from its model")
    last = fitted([each for own in alone for each in own], larger)
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
    features: tuple[Features, ...]
    verdicts: tuple[str | None, ...]

    def examples(self, features: Sequence[Features]) -> list[Example]:
        """The claims that the readers' facts judge, as examples with these features."""
        return [(each, verdict) for each, verdict in zip(features, self.verdicts, strict=True) if verdict]


def unseen(lessons: Sequence[Lesson], tell: Tell) -> list[list[Unseen]]:
    """Every document once as models fitted to the other folds read it, fold by fold."""
    found = []
    for number, (seen, kept) in enumerate(folds(lessons), 1):
        fit(seen, lambda _: None)
        found.append([judged(each) for each in kept])
        tell(f"fold {number} of {FOLDS}: {sum(len(each.claims) for each in found[-1])} claims")
    return found


def judged(lesson: Lesson) -> Unseen:
    """A document as the models in use read it, each claim judged by the readers' facts."""
    claims = offered(lesson.context)
    features = tuple(Confidence(lesson.context, claims).features)
    return Unseen(lesson, claims, features, tuple(lesson.judge(of_claim(each)) for each in claims))


def fit_confidence(read: Sequence[Unseen]) -> dict[str, Model]:
    """The models that weigh claims, in use from now on: they learn from documents that the others had not seen."""
    alone = apart(
        read,
        lambda seen: use(CONFIDENCE, fitted([each for own in seen for each in own.examples(own.features)], larger)),
        lambda own: chances(CONFIDENCE, own.features),
        FOLDS,
    )
    told = [
        example
        for own, scores in zip(read, alone, strict=True)
        for example in own.examples(in_light(own.features, among(tuple(own.claims), scores)))
    ]
    use(AMONG, fitted(told, blend))
    return {CONFIDENCE: model(CONFIDENCE), AMONG: model(AMONG)}
