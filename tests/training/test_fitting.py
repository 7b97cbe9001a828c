"""Training is repeatable, and what it makes tells posts from what only looks like them."""

import re
from collections.abc import Iterable, Sequence

import pytest

from ingest import trained as model
from ingest.extraction.deciding.confidence import Confidence
from training.corpus import corpora
from training.examples import Example, Lesson, of_pairs
from training.fitting import apart, blend, classifier, fitted, folds
from training.grammar import generated
from training.stages import fit
from training.unseen import Unseen, fit_confidence, fit_subject, judged

DOCUMENTS, FEW = 60, 20


def examples(count: int, seed: int) -> list[Example]:
    return [example for each in generated(count, seed) for example in of_pairs(Lesson(each))]


def test_the_same_examples_make_the_same_model() -> None:
    learnt, asked = examples(40, seed=3), [features for features, _ in examples(10, seed=4)]
    one, other = (fitted(learnt).predict_proba(asked) for _ in range(2))
    assert (one == other).all()


def test_features_reach_a_model_in_the_columns_that_it_learnt_them_in(monkeypatch: pytest.MonkeyPatch) -> None:
    learnt, asked = examples(40, seed=3), [features for features, _ in examples(10, seed=4)]
    asked[0] = {**asked[0], "never seen": 1.0, "word": "never seen"}
    monkeypatch.setattr(model, "_loaded", {})
    for untrained in (classifier, blend):
        one = fitted(learnt, untrained)
        model.use("one", one)
        yes = list(one.classes_).index("yes")
        assert model.chances("one", asked) == [row[yes] for row in one.predict_proba(asked)]


def test_a_model_tells_holders_from_bystanders_in_texts_that_it_has_not_seen() -> None:
    model = fitted(examples(80, seed=5))
    asked = examples(30, seed=6)
    right = [model.predict([features])[0] == verdict for features, verdict in asked]
    most = max(sum(verdict == answer for _, verdict in asked) for answer in ("yes", "no"))
    assert sum(right) > most  # better than always the commoner answer


def test_each_document_is_judged_once_by_models_that_have_not_seen_it() -> None:
    lessons = [Lesson(each) for each in generated(11)]
    parts = list(folds(lessons, 3))
    assert sorted(each.annotated.name for _, unseen in parts for each in unseen) == [
        f"grammar/{n:03}" for n in range(11)
    ]
    assert all(not {id(each) for each in seen} & {id(each) for each in unseen} for seen, unseen in parts)


def test_what_a_document_is_about_is_found_by_a_model_that_has_not_seen_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "_loaded", {})
    told: list[str] = []
    fit_subject([Lesson(each) for each in corpora()[:DOCUMENTS]], told.append)
    right, asked = map(int, re.findall(r"\d+", told[0]))
    assert asked > DOCUMENTS / 2
    assert right > asked * 2 / 3


def test_the_models_that_find_claims_are_made_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "_loaded", {})
    told: list[str] = []
    made = fit([Lesson(each) for each in corpora()[:FEW]], told.append)
    assert set(made) == {
        *("tenure_pairs", "tenure_owners", "tenure_owners_among", "event_bodies"),
        *("tenure_times", "tenure_times_among", "tenure_wording", "owner_wording", "time_wording", "event_wording"),
    }
    assert all(model.model(name) is each for name, each in made.items())
    assert sum(each.startswith("tenure_times: ") for each in told) == 4  # three without a part of the documents each


def test_what_a_model_makes_of_documents_it_learnt_without_them() -> None:
    seen: list[str] = []

    def fit_on(documents: Sequence[str]) -> None:
        seen[:] = documents

    documents = ["one", "two", "three", "four", "five"]
    made = apart(documents, fit_on, lambda own: (own, own in seen))
    assert made == [(each, False) for each in documents]
    assert seen == documents


def test_claims_are_weighed_twice_by_models_that_learnt_from_judged_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = [judged(Lesson(each)) for each in corpora()[:FEW]]
    monkeypatch.setattr(model, "_loaded", {**model._loaded})
    made = fit_confidence(documents[FEW // 2 :])
    assert all(model.model(name) is each for name, each in made.items())
    assert set(made) == {"confidence", "confidence_among"}
    weighed = [score for each in documents[: FEW // 2] for score in among_others(each)]
    right = [score for score, verdict in weighed if verdict == "yes"]
    wrong = [score for score, verdict in weighed if verdict == "no"]
    assert sum(right) / len(right) > sum(wrong) / len(wrong)


def among_others(own: Unseen) -> Iterable[tuple[float, str | None]]:
    weighing = Confidence(own.lesson.context, own.claims)
    known = weighing.among(model.chances("confidence", own.features))
    return zip(model.chances("confidence_among", known), own.verdicts, strict=True)
