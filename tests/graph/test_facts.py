"""What claims of one or several documents together support."""

from collections.abc import Iterable
from datetime import date

from graph.facts import facts as facts_and_conflicts
from graph.records import ClaimRecord, FactRecord, World
from tests.graph.claims import COUNCIL, DIRECTOR, MEMBER, TRUST, direction, inspection, tenure, trust, world


def facts(claims: Iterable[ClaimRecord], known: World | None = None) -> tuple[FactRecord, ...]:
    """The facts without the conflicts among them, of which `test_conflicts` tells."""
    return tuple(each for each in facts_and_conflicts(claims, known) if each.label != "Conflict")


def _names(*claims: ClaimRecord, **same: str) -> list[str]:
    return sorted(each.name for each in facts(claims, world("ann-lee", "bo-ray", "anne-lee", **same)))


def test_a_start_and_an_end_of_two_documents_make_one_tenure() -> None:
    (found,) = facts(
        [tenure(1, "ann-lee", start="2019-07-01"), tenure(2, "ann-lee", end="2021-10", status="ended")], world()
    )
    assert (found.properties["start"], found.properties["end"]) == ("2019-07-01", "2021-10")
    assert (found.properties["startLatest"], found.properties["endLatest"]) == (date(2019, 7, 1), date(2021, 10, 31))
    assert (found.properties["status"], found.properties["claimCount"]) == ("ended", 2)
    assert found.properties["confidence"] == 0.96
    assert found.links == (("holder", "person/ann-lee"), ("inRole", DIRECTOR))
    assert found.claims == ("claim/001", "claim/002")


def test_a_fact_reads_well() -> None:
    assert _names(tenure(1, "ann-lee", start="2019-07-01", end="2021-10")) == [
        "Ann Lee, director at Aldermere, 1 July 2019 – October 2021"
    ]
    assert _names(tenure(1, "ann-lee", start="2019")) == ["Ann Lee, director at Aldermere, from 2019"]
    assert _names(tenure(1, "ann-lee", end="2019", interim=True)) == [
        "Ann Lee, interim director at Aldermere, until 2019"
    ]
    assert _names(tenure(1, "ann-lee", asOf="2019-03")) == ["Ann Lee, director at Aldermere, in post March 2019"]
    assert _names(tenure(1, "ann-lee")) == ["Ann Lee, director at Aldermere"]


def test_the_more_exact_date_holds_where_two_agree() -> None:
    (found,) = facts([tenure(1, "ann-lee", start="2019-07"), tenure(2, "ann-lee", start="2019-07-01")], world())
    assert found.properties["start"] == "2019-07-01"


def test_of_dates_that_contradict_each_other_the_one_most_documents_tell_then_the_more_exact_stands() -> None:
    two = [tenure(1, "ann-lee", start="2019-06"), tenure(2, "ann-lee", start="2019-08-01")]
    (found,) = facts(two, world())
    assert found.properties["start"] == "2019-08-01"
    (found,) = facts([*two, tenure(3, "ann-lee", start="2019")], world())
    assert found.properties["start"] == "2019-08-01"
    (found,) = facts([*two, tenure(3, "ann-lee", start="2019-06")], world())
    assert found.properties["start"] == "2019-06"


def test_the_21st_of_a_month_is_a_day_and_no_season() -> None:
    told = [tenure(1, "ann-lee", start="2019-06-21"), tenure(2, "ann-lee", start="2019-08")]
    (found,) = facts(told, world())
    assert found.properties["start"] == "2019-06-21"
    (found,) = facts([tenure(1, "ann-lee", start="2019-21"), tenure(2, "ann-lee", start="2019-08")], world())
    assert found.properties["start"] == "2019-08"


def test_attestations_reach_from_the_first_to_the_last() -> None:
    days = ["2020-05-01", "2019-07-04", "2021-02-03"]
    (found,) = facts([tenure(number, "ann-lee", asOf=day) for number, day in enumerate(days)], world())
    assert (found.properties["attestedEarliest"], found.properties["attestedLatest"]) == (
        date(2019, 7, 4),
        date(2021, 2, 3),
    )


def test_words_about_a_former_or_coming_holder_attest_nothing() -> None:
    for status in ("ended", "planned"):
        (found,) = facts([tenure(1, "ann-lee", asOf="2022-01-26", status=status)], world())
        assert "attestedEarliest" not in found.properties
        assert found.properties["status"] == status


def test_interim_and_permanent_are_two_spells_of_which_one_ends_before_the_other() -> None:
    claims = [tenure(1, "ann-lee", start="2019-01-07", interim=True), tenure(2, "ann-lee", start="2019-07-01")]
    assert _names(*claims) == [
        "Ann Lee, director at Aldermere, from 1 July 2019",
        "Ann Lee, interim director at Aldermere, 7 January 2019 – by June 2019",
    ]


def test_a_loose_word_about_an_interim_director_is_no_second_spell() -> None:
    claims = [tenure(1, "ann-lee", start="2019-01", interim=True), tenure(2, "ann-lee", asOf="2019-03-04")]
    assert len(facts(claims, world())) == 1


def test_coming_back_after_leaving_is_a_second_tenure() -> None:
    claims = [tenure(1, "ann-lee", start="2010", end="2012"), tenure(2, "ann-lee", start="2019")]
    assert [name[-11:] for name in _names(*claims)] == ["2010 – 2012", ", from 2019"]


def test_a_handover_stays_as_told_and_its_day_is_the_successors() -> None:
    claims = [
        tenure(1, "ann-lee", start="2018", end="2019-07-01", interim=True, status="ended"),
        tenure(2, "bo-ray", start="2019-07-01", asOf="2019-08-01"),
    ]
    found = {each.name: each.properties for each in facts(claims, world("ann-lee", "bo-ray"))}
    assert found["Ann Lee, interim director at Aldermere, 2018 – 1 July 2019"]["certainOn"] == ["2018-12-31/2019-06-30"]
    assert found["Bo Ray, director at Aldermere, from 1 July 2019"]["certainOn"] == ["2019-07-01/2019-08-01"]


def test_a_successor_in_a_sole_post_bounds_an_end_that_nobody_tells() -> None:
    claims = [tenure(1, "ann-lee", start="2017"), tenure(2, "bo-ray", start="2019-07-01")]
    first = next(each for each in facts(claims, world("ann-lee")) if each.name.startswith("Ann"))
    assert first.properties["end"] == "../2019-06"
    assert first.properties["endLatest"] == date(2019, 6, 30)
    assert "endEarliest" not in first.properties


def test_months_in_which_one_goes_and_the_next_comes_stay_as_told() -> None:
    claims = [tenure(1, "ann-lee", start="2018", end="2019-09"), tenure(2, "bo-ray", start="2019-09")]
    assert "Ann Lee, director at Aldermere, 2018 – September 2019" in _names(*claims)


def test_no_successor_bounds_whoever_is_seen_in_post_later_or_shares_it() -> None:
    later = [
        tenure(1, "ann-lee", start="2017"),
        tenure(2, "ann-lee", asOf="2020-01-01"),
        tenure(3, "bo-ray", start="2019-07-01"),
    ]
    shared = [tenure(1, "ann-lee", MEMBER, start="2017"), tenure(2, "bo-ray", MEMBER, start="2019-07-01")]
    planned = [tenure(1, "ann-lee", start="2017"), tenure(2, "bo-ray", start="2019-07-01", status="planned")]
    for claims in (later, shared, planned):
        assert not any("end" in each.properties for each in facts(claims, world()))


def test_two_names_of_one_person_have_one_tenure() -> None:
    same = {"person/anne-lee": "person/ann-lee"}
    claims = [tenure(1, "ann-lee", start="2019"), tenure(2, "anne-lee", end="2021")]
    assert _names(*claims, **same) == ["Ann Lee, director at Aldermere, 2019 – 2021"]


def test_a_claim_without_a_post_makes_no_fact() -> None:
    assert (
        facts([ClaimRecord("claim/1", "TenureClaim", {"status": "held"}, {"aboutPerson": ("person/ann-lee",)})]) == ()
    )


def test_visit_rating_and_year_of_one_inspection_are_one() -> None:
    claims = [
        inspection(1, date="2018", judgement="inadequate"),
        inspection(2, date="2018-09"),
        inspection(3, date="2018-10", judgement="inadequate"),
        inspection(4, date="2018-09-17/2018-09-28", judgement="inadequate"),
    ]
    (found,) = facts(claims, world())
    assert found.name == "Inspection of Aldermere, 17–28 September 2018: inadequate"
    assert found.links == (("inspected", COUNCIL),)
    assert found.properties["claimCount"] == 4


def test_two_days_two_kinds_or_two_judgements_are_two_inspections() -> None:
    days = [inspection(1, "monitoring_visit", date="2019-06-11"), inspection(2, "monitoring_visit", date="2019-06-12")]
    kinds = [inspection(1, date="2019-06"), inspection(2, "monitoring_visit", date="2019-06")]
    judgements = [inspection(1, date="2018", judgement="good"), inspection(2, date="2018", judgement="inadequate")]
    for claims in (days, kinds, judgements):
        assert len(facts(claims, world())) == 2


def test_a_vague_date_joins_no_inspection_where_two_would_do() -> None:
    claims = [
        inspection(1, "monitoring_visit", date="2019-02-05"),
        inspection(2, "monitoring_visit", date="2019-06-11"),
        inspection(3, "monitoring_visit", date="2019"),
    ]
    assert len(facts(claims, world())) == 3


def test_a_direction_keeps_whom_it_appoints() -> None:
    claims = [
        direction(1, "commissioner_appointment", "ann-lee", date="2021-09"),
        direction(2, "commissioner_appointment", "ann-lee", date="2021"),
        direction(3, "commissioner_appointment", "bo-ray", date="2021-09"),
    ]
    assert _names(*claims) == [
        "Commissioner appointment of Ann Lee for Aldermere, September 2021",
        "Commissioner appointment of Bo Ray for Aldermere, September 2021",
    ]


def test_a_trust_goes_from_plan_to_end() -> None:
    claims = [
        trust(1, "planned", date="2021"),
        trust(2, "established", date="2022-04-01"),
        trust(3, "ended", date="2024"),
    ]
    (found,) = facts(claims, world())
    assert found.links == (("delegate", TRUST), ("delegatedBy", COUNCIL))
    assert [found.properties[name] for name in ("status", "date", "end")] == ["ended", "2022-04-01", "2024"]
