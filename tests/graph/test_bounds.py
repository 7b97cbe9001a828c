"""Bounds of a tenure that no document dates: from the end of who was in post before, by the start of who came next."""

from graph.edtf import bounds
from graph.records import ClaimRecord, World
from tests.graph.claims import DIRECTOR, MEMBER, in_document, tenure, world
from tests.graph.test_facts import facts


def _start(*claims: ClaimRecord, of: str = "bo-ray") -> object:
    return _found(*claims, of=of)["start"]


def _found(*claims: ClaimRecord, of: str = "bo-ray", known: World | None = None) -> dict[str, object]:
    told = facts(claims, known or world("ann-lee", "bo-ray", "cy-fox"))
    (found,) = [each for each in told if ("holder", f"person/{of}") in each.links]
    return {"start": None, "end": None, **found.properties}


def test_who_is_in_post_after_another_has_left_began_no_earlier_than_that() -> None:
    left, seen = tenure(1, "ann-lee", end="2019-06", status="ended"), tenure(2, "bo-ray", asOf="2020-03-05")
    found = _found(left, seen)
    assert found["start"] == "2019-06/.."
    assert found["name"] == "Bo Ray, director at Aldermere, from June 2019 or later"
    assert found["status"] == "held"
    assert _start(left, tenure(2, "bo-ray", end="2020-03", status="ended")) == "2019-06/.."
    assert _start(tenure(1, "ann-lee", end="2019-06-30"), seen) == "2019-06-30/.."


def test_such_a_bound_makes_nobody_certain() -> None:
    left, seen = tenure(1, "ann-lee", end="2019-06", status="ended"), tenure(2, "bo-ray", asOf="2020-03-05")
    assert _found(left, seen)["certainOn"] == ["2020-03-05/2020-03-05"]


def test_a_start_that_is_told_stands_as_told() -> None:
    left = tenure(1, "ann-lee", end="2019-06", status="ended")
    assert _start(left, tenure(2, "bo-ray", start="2019-09")) == "2019-09"
    assert _start(left, tenure(2, "bo-ray", start="2018", asOf="2020")) == "2018"


def test_who_may_have_been_there_before_gets_no_start_from_the_other_ones_end() -> None:
    left = tenure(1, "ann-lee", end="2019-06", status="ended")
    assert _start(left, tenure(2, "bo-ray", asOf="2019-06-15")) is None
    assert _start(left, tenure(2, "bo-ray", asOf="2018-06-15")) is None
    assert _start(left, tenure(2, "bo-ray", end="../2020", status="ended")) is None
    assert _start(left, tenure(2, "bo-ray", status="ended")) is None


def test_only_the_end_of_the_last_one_before_tells() -> None:
    first, seen = tenure(1, "ann-lee", end="2017", status="ended"), tenure(2, "bo-ray", asOf="2020-03-05")
    assert _start(first, seen, tenure(3, "cy-fox", end="2019", status="ended")) == "2019/.."
    assert _start(first, seen, tenure(3, "cy-fox", asOf="2018-02-01")) is None
    assert _start(first, seen, tenure(3, "cy-fox", start="2019-01-01", end="2021", status="ended")) is None
    assert _start(first, seen, tenure(3, "cy-fox", start="2022")) == "2017/.."


def test_where_documents_disagree_on_that_end_its_first_is_the_bound() -> None:
    told = [
        in_document("a", tenure(1, "ann-lee", end="2018-12", status="ended")),
        in_document("b", tenure(2, "ann-lee", end="2019-02", status="ended")),
    ]
    assert _start(*told, tenure(3, "bo-ray", asOf="2020-03-05")) == "2018-12/.."


def test_a_post_of_many_has_bounds_only_from_the_persons_own_former_spell() -> None:
    left, seen = tenure(1, "ann-lee", MEMBER, end="2019-06"), tenure(2, "bo-ray", MEMBER, asOf="2020-03-05")
    assert _start(left, seen) is None
    again = facts([left, tenure(3, "ann-lee", MEMBER, asOf="2021-01-07")], world("ann-lee"))
    assert sorted(str(each.properties.get("start")) for each in again) == ["2019-06/..", "None"]


def test_who_is_only_to_come_has_no_bound_from_who_left() -> None:
    left = tenure(1, "ann-lee", end="2019-06", status="ended")
    assert _start(left, tenure(2, "bo-ray", asOf="2020-03-05", status="planned")) is None


def test_more_documents_make_the_bound_only_tighter() -> None:
    left, seen = tenure(1, "ann-lee", DIRECTOR, end="2019", status="ended"), tenure(2, "bo-ray", asOf="2020-03-05")
    vague = bounds(str(_start(left, seen))).earliest
    exact = bounds(str(_start(left, seen, tenure(3, "ann-lee", end="2019-06", status="ended")))).earliest
    assert vague and exact and vague < exact
