"""Which names are councils' is learnt from what readers told facts of, and holds on documents not learnt from."""

import re
from pathlib import Path

import pytest

from graph.model import Document
from ingest import trained
from ingest.evaluation.gold import GoldFact
from training.corpus import Annotated, corpora
from training.examples import Lesson
from training.placenames import of_places
from training.unseen import fit_places

DOCUMENTS = 40
TEXT = """Larkhill Lodge was inspected in May. Staff from Marrowby came, and children from Oxley.

At Marrowby the director, Ann Lee, was glad. Marrowby's leader said so in the Market Place."""


def lesson(*facts: GoldFact) -> Lesson:
    document = Document(
        id="d", source="d.txt", sha256="0" * 64, text=TEXT, title="", media_type="text/plain", published="2020-05-01"
    )
    return Lesson(Annotated("d", document, facts, (), str(Path("own"))))


def test_a_name_is_an_example_by_whether_facts_are_told_of_it_and_a_homes_is_none() -> None:
    told = lesson(
        GoldFact(type="tenure", person="Ann Lee", role="director", org="Marrowby Council"),
        GoldFact(type="inspection", kind="home_inspection", org="Larkhill Lodge"),
    )
    verdicts = [verdict for _, verdict in of_places(told)]
    assert "yes" in verdicts
    assert "no" in verdicts
    none = [verdict for _, verdict in of_places(lesson())]
    assert set(none) == {"no"}
    assert len(none) > len(verdicts)  # without a fact of the home, its name is an example too


def test_most_names_taken_for_councils_are_in_documents_that_the_model_has_not_seen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(trained, "_loaded", {})
    told: list[str] = []
    fit_places([Lesson(each) for each in corpora()[:DOCUMENTS]], told.append)
    right, taken, again, there = map(int, re.findall(r"\d+", told[0]))
    assert right == again
    assert right > taken / 2
    assert right > there / 4
