"""On which days a holder was certainly, and on which possibly, in post."""

from datetime import date

import pytest

from graph.facts import facts
from graph.records import ClaimRecord
from tests.graph.claims import MEMBER, in_document, tenure, world

JULY = "2019-07-01"


def _days(*claims: ClaimRecord) -> dict[str, tuple[list[str], str]]:
    """The certain spans and the possible one of each person, by the first spell."""
    found: dict[str, tuple[list[str], str]] = {}
    for fact in facts(claims, world("ann-lee", "bo-ray")):
        if fact.label == "Tenure":
            holder = dict(fact.links)["holder"].removeprefix("person/")
            certain = fact.properties.get("certainOn", [])
            assert isinstance(certain, list)
            found.setdefault(holder, (certain, str(fact.properties["possibleOn"])))
    return found


def test_from_the_last_day_of_a_vague_start_to_the_first_of_a_vague_end_it_is_certain() -> None:
    found = _days(tenure(1, "ann-lee", start="2019-07", end="2021-10", status="ended"))
    assert found["ann-lee"] == (["2019-07-31/2021-10-01"], "2019-07-01/2021-10-31")


def test_a_bound_of_the_end_leaves_the_first_day_certain_and_makes_no_other_so() -> None:
    assert _days(tenure(1, "ann-lee", start=JULY))["ann-lee"][0] == [f"{JULY}/{JULY}"]
    found = _days(tenure(1, "ann-lee", start=JULY, end="../2021-05", status="ended"))
    assert found["ann-lee"] == ([f"{JULY}/{JULY}"], f"{JULY}/2021-05-31")
    assert _days(tenure(1, "ann-lee", start="2019", end="../2021-05", status="ended"))["ann-lee"][0] == []
    assert _days(tenure(1, "ann-lee", end="../2021-05", status="ended"))["ann-lee"] == ([], "../2021-05-31")


def test_who_is_to_come_after_a_day_told_is_not_taken_for_in_post_when_announced() -> None:
    told = in_document("news", tenure(1, "ann-lee", start="2019-09-30/..", status="appointed", asOf="2019-06"))
    assert _days(told)["ann-lee"] == ([], "2019-09-30/..")


def test_between_two_attestations_with_no_sign_of_leaving_it_is_certain_and_beyond_them_possible() -> None:
    found = _days(tenure(1, "ann-lee", asOf="2019-03-04"), tenure(2, "ann-lee", asOf="2020-01-10"))
    assert found["ann-lee"] == (["2019-03-04/2020-01-10"], "../..")


def test_what_is_only_announced_is_certain_on_no_day() -> None:
    told = in_document("news", tenure(1, "ann-lee", start="2019-09-01", status="appointed", asOf="2019-06"))
    assert _days(told)["ann-lee"] == ([], "2019-09-01/..")
    later = in_document("later", tenure(2, "ann-lee", asOf="2020-01-01"))
    assert _days(told, later)["ann-lee"] == (["2019-09-01/2020-01-01"], "2019-09-01/..")


def test_where_documents_contradict_each_other_about_a_start_nobody_is_certain_until_both_agree() -> None:
    found = _days(
        in_document("one", tenure(1, "ann-lee", start="2018-07-16", end="2020")),
        in_document("other", tenure(2, "ann-lee", start="2018-08")),
        in_document("one", tenure(3, "bo-ray", start="2017", end="2018-07-13", interim=True)),
        in_document("other", tenure(4, "bo-ray", end="2018-08", status="ended")),
    )
    assert found["ann-lee"] == (["2018-08-31/2020-01-01"], "2018-07-16/2020-12-31")
    assert found["bo-ray"] == (["2017-12-31/2018-07-13"], "2017-01-01/2018-08-31")


def test_two_certain_holders_of_a_sole_post_make_neither_certain_and_of_a_shared_post_both() -> None:
    told = [("ann-lee", "2018", "2020-06-30"), ("bo-ray", "2020-01-01", "2021")]

    def claims(*post: str) -> list[ClaimRecord]:
        return [
            in_document(str(n), tenure(n, person, *post, start=start, end=end))
            for n, (person, start, end) in enumerate(told)
        ]

    assert _days(*claims())["ann-lee"][0] == ["2018-12-31/2019-12-31"]
    assert _days(*claims())["bo-ray"][0] == ["2020-07-01/2021-01-01"]
    assert _days(*claims(MEMBER))["ann-lee"][0] == ["2018-12-31/2020-06-30"]


def test_a_holder_of_whom_nobody_tells_when_is_possible_only_where_no_other_is_certain() -> None:
    found = _days(tenure(1, "ann-lee", start="2015", end="2019"), tenure(2, "bo-ray", asOf="2020-05-01"))
    assert found["bo-ray"] == (["2020-05-01/2020-05-01"], "2019-01-02/..")


def test_a_former_holder_has_left_by_the_day_of_the_document_that_says_so() -> None:
    told = in_document("news", tenure(1, "ann-lee", start="2015", status="ended"), published="2019-05-02")
    assert _days(told)["ann-lee"] == (["2015-12-31/2015-12-31"], "2015-01-01/2019-05-02")


def test_a_publishers_correction_outweighs_what_it_corrects() -> None:
    wrong = in_document(
        "monday", tenure(1, "ann-lee", start="2019-06-01"), published="2019-08-05", publisher="The Post"
    )
    right = in_document(
        "friday", tenure(2, "ann-lee", start=JULY), published="2019-08-09", publisher="The Post", corrects=True
    )
    again = in_document("sunday", tenure(3, "ann-lee", start="2019-06-01"), published="2019-08-11", publisher="The Sun")
    assert _days(wrong, right)["ann-lee"][1] == "2019-07-01/.."
    (conflict,) = (each for each in facts([wrong, right], world("ann-lee")) if each.label == "Conflict")
    assert conflict.properties["conflictState"] == "explained"
    assert conflict.properties["explanation"] == "The Post corrected 1 June 2019 to 1 July 2019"
    (conflict,) = (each for each in facts([wrong, right, again], world("ann-lee")) if each.label == "Conflict")
    assert conflict.properties["conflictState"] == "open"


@pytest.mark.parametrize("permanent", [{"start": "2018-04-01"}, {"start": "2018-04-01", "end": "2020-07-31"}])
def test_an_interim_holder_who_stays_has_two_spells_that_a_loose_telling_does_not_blur(
    permanent: dict[str, str],
) -> None:
    claims = [
        tenure(1, "ann-lee", start="2017-10", end="2018-04-01", interim=True),
        tenure(2, "ann-lee", status="appointed", **permanent),
        tenure(3, "ann-lee", start="2017-10", end="2020-07-31", status="held"),
    ]
    found = [each for each in facts(claims, world("ann-lee")) if each.label == "Tenure"]
    assert sorted((each.properties["start"], each.properties["end"], each.properties["interim"]) for each in found) == [
        ("2017-10", "2018-03-31", True),
        ("2018-04-01", "2020-07-31", False),
    ]


def test_days_are_dates() -> None:
    (certain, possible) = _days(tenure(1, "ann-lee", start=JULY, end="2020"))["ann-lee"]
    assert [date.fromisoformat(each) for each in certain[0].split("/")] == [date(2019, 7, 1), date(2020, 1, 1)]
    assert possible == "2019-07-01/2020-12-31"
