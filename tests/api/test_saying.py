"""A chart draws as certain what `who-held` calls certain, and no more."""

import pytest

from api.saying import certain_days, from_to, possible_days
from graph.answer import answer
from graph.database import Database
from graph.edtf import Bounds, bounds
from graph.lookup import entity_with_facts

DAYS = ("2015-05-01", "2016-07-01", "2018-04-01", "2018-09-30", "2020-01-01", "2021-06-30", "2021-09-01", "2022-06-01")


@pytest.mark.parametrize("day", DAYS)
def test_a_day_is_drawn_as_the_query_answers_for_it(tale_graph: Database, day: str) -> None:
    facts = [fact for fact in entity_with_facts(tale_graph, "council/thornby").facts if fact["label"] == "Tenure"]
    rows = answer(tale_graph, "who-held", {"organisation": "council/thornby", "role": "any", "as_of": day}).rows
    told = {row["fact_id"]: row["certainty"] for row in rows if row["fact_id"].startswith("tenure")}
    on = bounds(day)
    assert {fact["id"] for fact in facts if possible_days(fact).overlaps(on)} == set(told)
    certain = {fact["id"] for fact in facts if any(span.overlaps(on) for span in certain_days(fact))}
    assert certain == {each for each, certainty in told.items() if certainty == "certain"}


def test_what_no_claim_states_is_drawn_as_possible_only() -> None:
    values = {"certainOn": ["2019-07-01/2020-01-01"], "possibleOn": "2019-07-01/..", "status": "held"}
    fact = {"label": "Tenure", "properties": values, "stated": False}
    assert certain_days(fact) == ()
    assert possible_days(fact) == Bounds(bounds("2019-07-01").earliest, None)
    assert certain_days({**fact, "stated": True}) == (bounds("2019-07-01/2020-01-01"),)


def test_a_bound_of_a_start_is_said_as_one() -> None:
    assert from_to({"start": "2019-06/.."}) == "from June 2019 or later"
    both = from_to({"start": "2019-06/..", "end": "2020/2021"})
    assert both == "from June 2019 or later, until between 2020 and 2021"
    assert from_to({"start": "../2017-03", "end": "../2019-09"}) == "March 2017 or earlier – by September 2019"
