"""Which claims count as right: the rules that the published figures rest on, by example."""

from typing import Any

import pytest

from ingest.evaluation import evaluate
from ingest.evaluation.figures import Figures, Share
from tests.ingest.evaluation.examples import claim, fact, tenure, trust, visit

Fields = dict[str, Any]


def figures(gold: list[Fields], claims: list[Fields], optional: list[Fields] | None = None) -> Figures:
    return evaluate(
        {"note": [fact(each) for each in gold]},
        {"note": [claim(each) for each in claims]},
        optional={"note": [fact(each) for each in optional or []]},
    ).total


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (tenure(), tenure("Ms Shah")),
        (tenure(), tenure("P. Shah", role="Interim Chief Executive Officer")),
        (tenure(role="director of children's services"), tenure(role="DCS")),
        (tenure(role="director of people", role_alt=["director of children's services"]), tenure(role="dcs")),
        (tenure(role="mayor"), tenure(role="elected mayor", role_as_written="mayor")),
        (tenure(org="Hull City Council"), tenure(org="Kingston upon Hull")),
        (tenure(org=None), tenure(org=None)),
        (visit(date="2020-02-25"), visit(date="2020-02")),
        (visit(date="2020-02-25"), visit()),
        (visit(date="2020-21"), visit(date="2020-04-30")),
        (visit(date=None, org="Aldermere Trust", council="Aldermere Council"), visit()),
        (trust("Aldermere Children First"), trust("Aldermere Childrens First")),
        (trust(None, councils=["Aldermere Council"]), trust("Aldermere First", councils=["Aldermere"])),
    ],
)
def test_a_claim_that_tells_the_fact_in_other_words_is_right(wanted: Fields, told: Fields) -> None:
    assert figures([wanted], [told]) == Figures(hits=1, claims=1, gold=1)


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (tenure(), tenure("Priya Shaw-Miller")),
        (tenure(), tenure("Anna Shah")),
        (tenure(), tenure(role="leader of the council")),
        (tenure(org="North Aldermere Council"), tenure(org="South Aldermere Council")),
        (tenure(), tenure(org=None)),
        (visit(date="2020-02-25"), visit(date="2020-03")),
        (visit(), visit(kind="inspection")),
        (trust("Aldermere Children First"), trust("Harrowdale Futures", councils=["Aldermere"])),
        (tenure(), visit()),
    ],
)
def test_a_claim_of_something_else_is_one_too_many(wanted: Fields, told: Fields) -> None:
    assert figures([wanted], [told]) == Figures(hits=0, claims=1, gold=1)


def test_what_is_said_twice_or_is_optional_counts_for_nothing() -> None:
    told = [visit(date="2020-02-25"), visit(date="2020-02"), tenure("Jo Bell", role="councillor")]
    assert figures([visit(date="2020-02-25")], told, [tenure("Jo Bell", role="councillor")]) == Figures(
        hits=1, claims=1, gold=1
    )


def test_claims_of_one_tenure_complete_each_other() -> None:
    """One has the start, another the end; two spells that contradict each other stay two."""
    parts = [claim(tenure(start="2016")), claim(tenure(end="2020-05"))]
    measured = evaluate({"note": [fact(tenure(start="2016", end="2020-05"))]}, {"note": parts})
    assert measured.dates == Share(right=2, of=2)
    spells = [tenure(start="2016", end="2018"), tenure(start="2020")]
    assert figures(spells, spells) == Figures(hits=2, claims=2, gold=2)


def test_the_claim_with_more_details_right_finds_the_fact() -> None:
    told = [claim(visit(date="2020", judgement="good")), claim(visit(date="2020-02-25", judgement="inadequate"))]
    wanted = fact(visit(date="2020-02-25", judgement="inadequate"))
    measured = evaluate({"note": [wanted]}, {"note": told})
    assert measured.slots["date"] == measured.slots["judgement"] == Share(right=1, of=1)
    assert measured.errors == ()


def test_wrong_details_of_a_right_claim_are_counted_and_told() -> None:
    wanted = fact(tenure(start="2019-07-01", start_alt=["2019-07"], interim=True))
    measured = evaluate({"note": [wanted]}, {"note": [claim(tenure(start="2019-08"))]})
    assert measured.total.f1 == 1
    assert (measured.slots["start"], measured.slots["interim"]) == (Share(right=0, of=1), Share(right=0, of=1))
    assert [error.summary for error in measured.errors] == [
        "Priya Shah: start is 2019-08, should be 2019-07-01",
        "Priya Shah: interim is nothing, should be True",
    ]
    close = evaluate({"note": [wanted]}, {"note": [claim(tenure(start="2019-07-XX", interim=True))]})
    assert close.errors == ()


def test_a_publication_date_may_stand_for_the_date_that_a_text_does_not_give() -> None:
    told = {"note": [claim(visit(published="2020-02-25"))]}
    assert evaluate({"note": [fact(visit(date="2020-02-25"))]}, told).slots["date"] == Share(right=1, of=1)
