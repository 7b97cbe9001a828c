"""What the models learn from is ours, annotated as it should be, and leaves the set-aside documents alone."""

import re

import pytest

from ingest.evaluation.gold import GoldFact
from tests.shared import SHARED, needs_shared
from training.corpus import OWN, corpora, kept, own, set_aside
from training.grammar import generated

RUN = 12


def runs(text: str) -> set[str]:
    words = re.findall(r"[a-z0-9]+", text.lower())
    return {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def test_every_fact_of_our_documents_is_quoted_verbatim() -> None:
    assert len(own()) > 400
    for each in own():
        for fact in (*each.facts, *each.optional):
            assert fact.quote, each.name
            assert fact.quote in each.document.text, each.name


def test_the_grammar_names_whom_its_facts_name_and_repeats_itself() -> None:
    texts = generated(40)
    assert texts == generated(40)
    assert texts != generated(40, seed=2)
    for each in texts:
        for fact in each.facts:
            assert fact.person
            assert fact.person in each.document.text
            assert str(fact.org) in each.document.text


def test_the_grammar_has_texts_that_tell_nothing() -> None:
    facts: list[tuple[GoldFact, ...]] = [each.facts for each in generated()]
    assert any(facts)
    assert not all(facts)


def test_every_fourth_document_of_a_genre_is_set_aside() -> None:
    names = [f"news_{letter}" for letter in "hgfedcba"] + ["page_a", "page_b", "page_c", "page_d", "page_e"]
    assert set_aside(names) == {"news_d", "news_h", "page_d"}


def test_nothing_kept_is_learnt_from() -> None:
    names = {each.document.id.removeprefix("document/") for each in own()}
    learnt = {each.document.id.removeprefix("document/") for each in corpora()}
    assert kept() < names
    assert not learnt & kept()
    assert names - kept() <= learnt


@needs_shared
def test_nothing_set_aside_is_learnt_from() -> None:
    names = [path.stem for path in (SHARED / "evaluation" / "documents").glob("*.txt")]
    learnt = {each.document.id.removeprefix("document/") for each in corpora()}
    assert set_aside(names)
    assert not learnt & set_aside(names)
    assert learnt & set(names)


@needs_shared
@pytest.mark.parametrize("folder", ["news", "official", "ofsted", "page"])
def test_no_sentence_of_ours_is_copied_from_the_shared_texts(folder: str) -> None:
    theirs = {run for path in (SHARED / "evaluation" / "documents").glob("*.txt") for run in runs(path.read_text())}
    for path in (OWN / folder / "documents").glob("*.txt"):
        assert not runs(path.read_text()) & theirs, path.name
