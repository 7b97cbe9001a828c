"""The figures by group, what a confidence means, and the errors with their words."""

from pathlib import Path

import pytest

from ingest.evaluation import BadGold, evaluate, read_facts, read_gold
from ingest.evaluation.figures import Figures, Share
from ingest.evaluation.markdown import BEGIN, END, NoPlaceForFigures, as_markdown, into_page
from tests.ingest.evaluation.examples import claim, fact, tenure, visit


def test_figures_are_counted_by_kind_by_post_by_genre_and_apart() -> None:
    facts = [fact(tenure()), fact(visit())]
    gold = {"news_a": facts, "seed_1": facts, "page_b": facts}
    told = {"news_a": [claim(tenure(role="DCS"))], "seed_1": [claim(tenure()), claim(visit())]}
    measured = evaluate(gold, told, set_aside=["news_a"])
    assert measured.total == Figures(hits=2, claims=3, gold=6)
    assert measured.kinds["inspection"] == Figures(hits=1, claims=1, gold=3)
    assert measured.roles == {
        "chief executive": Figures(hits=1, claims=1, gold=3),
        "director of children's services": Figures(hits=0, claims=1, gold=0),
    }
    assert measured.genres["seed + page"] == Figures(hits=2, claims=2, gold=4)
    assert measured.halves["set aside"] == measured.genres["news"] == Figures(hits=0, claims=1, gold=2)


def test_precision_recall_and_f1_are_what_these_words_mean() -> None:
    measured = Figures(hits=3, claims=4, gold=6)
    assert (measured.precision, measured.recall) == (0.75, 0.5)
    assert measured.f1 == pytest.approx(0.6)
    assert (Figures().precision, Figures().recall, Figures().f1) == (0, 0, 0)


def test_every_single_claim_tells_what_its_confidence_means() -> None:
    """A repetition is right, what is optional is left out, what is wrong is wrong."""
    told = [
        claim(tenure(start="2016"), 0.97),
        claim(tenure(end="2020"), 0.95),
        claim(visit(date="2020"), 0.7),
        claim(tenure("Jo Bell"), 0.3),
    ]
    optional = {"note": [fact(visit())]}
    measured = evaluate({"note": [fact(tenure())]}, {"note": told}, optional=optional, threshold=0.3).calibration
    assert [each.claims for each in measured.bins if each.claims.of] == [Share(right=0, of=1), Share(right=2, of=2)]
    assert measured.bins[-1].mean == pytest.approx(0.96)
    assert measured.above == Share(right=2, of=3)
    assert measured.reaches_95 == 0.95


def test_errors_come_with_the_words_that_they_are_about() -> None:
    told = [claim(tenure("Jo Bell"), quote="Jo Bell called for it")]
    errors = evaluate({"note": [fact(tenure(start="2019"))]}, {"note": told}).errors
    assert [(error.what, error.summary, error.quote) for error in errors] == [
        ("missed", "Priya Shah · chief executive · Aldermere Council · start 2019", "as the text says"),
        ("too many", "Jo Bell · chief executive · Aldermere Council · status held", "Jo Bell called for it"),
    ]


def test_a_quote_must_be_in_its_document() -> None:
    told = {"note": [claim(tenure(), quote="is chief executive"), claim(tenure(), quote="was made up")]}
    texts = {"note": "Priya Shah is chief executive."}
    assert evaluate({"note": [fact(tenure())]}, told, texts=texts).quotes == Share(right=1, of=2)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "line 2"),
        ('{"type": "rumour"}', "line 2: type"),
        ('{"type": "tenure", "person": "Jo Bell"}', "needs role"),
        ('{"type": "inspection", "org": "Aldermere", "kind": "other", "date": "last week"}', "“last week” is no EDTF"),
    ],
)
def test_gold_that_cannot_be_read_names_file_and_line(tmp_path: Path, line: str, told: str) -> None:
    good = '{"type": "trust", "status": "ended"}'
    (tmp_path / "note.jsonl").write_text(f"{good}\n{line}\n")
    with pytest.raises(BadGold, match=told) as caught:
        read_gold(tmp_path)
    assert "note.jsonl, line 2" in str(caught.value)


def test_a_folder_without_gold_is_told_and_a_document_without_facts_has_none(tmp_path: Path) -> None:
    with pytest.raises(BadGold, match=r"one NAME\.jsonl"):
        read_gold(tmp_path)
    assert read_facts(tmp_path / "note.jsonl") == ()


def test_the_page_keeps_its_words_and_gets_the_figures(tmp_path: Path) -> None:
    measured = evaluate({"note": [fact(tenure())]}, {"note": [claim(tenure())]})
    page = tmp_path / "accuracy.md"
    with pytest.raises(NoPlaceForFigures, match=r"accuracy\.md"):
        into_page(page, measured)
    page.write_text(f"# How often\n\n{BEGIN}\nold\n{END}\n\nWeak in chains.\n")
    into_page(page, measured)
    once = page.read_text()
    assert as_markdown(measured) in once
    assert "| all | 1.00 | 1.00 | 1.00 | 1 | 1 | 1 |" in once
    assert once.startswith("# How often") and once.endswith(f"{END}\n\nWeak in chains.\n") and "old" not in once
    into_page(page, measured)
    assert page.read_text() == once
