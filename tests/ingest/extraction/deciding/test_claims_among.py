"""A claim is weighed in the light of all others of its document."""

from typing import Any

from graph.model import Claim
from ingest.extraction.deciding.claimsamong import NONE, among
from tests.ingest.evaluation.examples import claim, tenure, visit

POST = tenure("Ann Rowe", "leader")


def at(start: int, end: int, fields: dict[str, Any]) -> Claim:
    return claim(fields).model_copy(update={"start_offset": start, "end_offset": end})


def test_a_claim_that_says_the_same_backs_it_and_one_at_another_body_rivals_it() -> None:
    elsewhere = {**POST, "org": "Bexmoor Council"}
    first, _, rival = among([at(0, 9, POST), at(90, 99, POST), at(200, 209, elsewhere)], [0.5, 0.8, 0.6])
    assert (first["first"], first["same"], first["times told"], first["rival"]) == (0.5, 0.8, 1, 0.6)
    assert (rival["same"], rival["times told"], rival["rival"]) == (NONE, 0, 0.8)
    assert float(first["before rivals"]) == -float(rival["before rivals"]) == 0.8 - 0.6
    assert first["post elsewhere"] == 0.6


def test_another_holder_of_the_post_counts_whatever_the_person_s_other_posts() -> None:
    other, deputy = tenure("Bo Dale", "leader", status="planned"), tenure("Ann Rowe", "deputy leader")
    first, second, third = among([at(0, 9, POST), at(20, 29, other), at(40, 49, deputy)], [0.5, 0.7, 0.9])
    assert (first["other holder"], first["other holder alike"]) == (0.7, NONE)
    assert (first["other post there"], second["other post there"]) == (0.9, NONE)
    assert third["other holder"] == NONE


def test_what_shares_its_words_is_told_from_what_stands_near() -> None:
    here, later = at(0, 40, POST), at(100, 140, tenure("Cy Ash", "chair"))
    inside = at(10, 30, tenure("Bo Dale", "leader"))
    first, *_ = among([here, inside, later], [0.5, 0.7, 0.9])
    assert first["of kind in quote"] == 0.7
    assert (first["near 0"], first["near 1"]) == (0.7, 0.9)


def test_bodies_kinds_and_the_whole_text_have_their_means() -> None:
    told = [at(0, 9, POST), at(20, 29, visit()), at(40, 49, visit(org="Bexmoor Council"))]
    first, second, third = among(told, [0.5, 0.7, 0.9])
    assert (first["mean of body"], first["mean of type"]) == (0.7, NONE)
    assert (second["mean of body"], second["mean of type"]) == (0.5, 0.9)
    assert third["mean"] == 0.6
    assert (third["surer"], round(float(first["surer"]), 2)) == (0.0, 0.67)


def test_a_claim_alone_has_nothing_beside_it() -> None:
    (only,) = among([at(0, 9, visit())], [0.5])
    assert {value for name, value in only.items() if name.startswith(("mean", "same", "rival"))} == {NONE}
    assert "other holder" not in only
    assert among([], []) == []
