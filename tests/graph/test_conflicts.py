"""What documents disagree on is told, and what can be explained is told apart."""

from graph.facts import facts
from graph.records import ClaimRecord, FactRecord
from tests.graph.claims import direction, in_document, inspection, named, tenure, trust, world

RATED = "The council was rated inadequate"
INSPECTED = "Inspectors visited the council"


def _found(*claims: ClaimRecord) -> list[FactRecord]:
    return [each for each in facts(claims, world("ann-lee", "bo-ray")) if each.label == "Conflict"]


def _told(*claims: ClaimRecord) -> list[tuple[str, str]]:
    return [(str(each.properties["conflictKind"]), str(each.properties["conflictState"])) for each in _found(*claims)]


def _of(document: str, claim: ClaimRecord) -> ClaimRecord:
    return in_document(document, claim, published="2020-01-01")


def test_dates_that_allow_a_common_day_are_no_conflict() -> None:
    assert _told(tenure(1, "ann-lee", start="2019"), tenure(2, "ann-lee", start="2019-07-01")) == []


def test_two_starts_or_ends_are_a_conflict_that_names_both() -> None:
    (found,) = _found(tenure(1, "ann-lee", start="2019-07"), tenure(2, "ann-lee", start="2019-08"))
    assert found.name == "Start of Ann Lee, director at Aldermere: July 2019 or August 2019"
    assert found.claims == ("claim/001", "claim/002")
    assert ("concerns", "person/ann-lee") in found.links
    assert _told(tenure(1, "ann-lee", end="2019-07"), tenure(2, "ann-lee", end="2019-08")) == [("end", "open")]


def test_two_holders_of_a_sole_post_at_one_time_are_a_conflict_and_a_handover_is_none() -> None:
    two = [
        tenure(1, "ann-lee", start="2018-01-01", end="2020-06-30"),
        tenure(2, "bo-ray", start="2020-01-01", end="2021-01-01"),
    ]
    assert _told(*two) == [("holders", "open")]
    handover = [
        tenure(1, "ann-lee", start="2018", end="2020-01-01"),
        tenure(2, "bo-ray", start="2020-01-01", end="2021"),
    ]
    assert _told(*handover) == []


def test_interim_or_not_is_a_conflict_where_both_tell_of_the_spell() -> None:
    interim = tenure(1, "ann-lee", start="2017-12-05", end="2018-07-13", interim=True)
    assert _told(interim, tenure(2, "ann-lee", start="2017-12", end="2018-07", status="ended")) == [("interim", "open")]
    assert _told(interim, tenure(2, "ann-lee", asOf="2018-01-04")) == []


def test_the_days_of_a_visit_and_of_the_rating_after_it_are_told_apart() -> None:
    visit = _of("a", inspection(1, date="2018-09", published="2018-10-29", quote=INSPECTED))
    assert _told(visit, _of("b", inspection(2, date="2018-10", judgement="inadequate", quote=RATED))) == []
    wrong = _of("b", inspection(2, date="2018-09", judgement="inadequate", quote=RATED))
    assert _told(visit, wrong) == [("date", "open")]


def test_a_rating_after_a_visit_whose_report_nobody_dates_is_explained() -> None:
    visit = _of("a", inspection(1, date="2018-09", judgement="inadequate", quote=INSPECTED))
    (found,) = _found(visit, _of("b", inspection(2, date="2018-10", judgement="inadequate", quote=RATED)))
    assert found.properties["explanation"] == "October 2018 can be when the judgement was published, after the visit"


def test_a_visit_has_one_number_and_a_row_of_visits_counts_up() -> None:
    def visit(number: int, date: str, ordinal: int | None = None) -> ClaimRecord:
        claim = _of(str(number), inspection(number, "monitoring_visit", date=date))
        told = {**claim.properties, **({"ordinal": ordinal} if ordinal else {})}
        return ClaimRecord(claim.id, claim.label, told, claim.about, claim.source)

    assert _told(visit(1, "2019-02-12", 4), visit(2, "2019-02", 5)) == [("number", "open")]
    assert _told(visit(1, "2020-02-04", 4), visit(2, "2021-04-14", 5)) == []
    between = [visit(1, "2020-02-04", 4), visit(2, "2020-10-06"), visit(3, "2021-04-14", 5)]
    assert _told(*between) == [("number", "open")]


def test_two_judgements_of_one_inspection_are_a_conflict() -> None:
    claims = [inspection(1, date="2018-09", judgement="good"), inspection(2, date="2018-09", judgement="inadequate")]
    assert _told(*claims) == [("judgement", "open")]


def test_a_direction_told_a_month_apart_is_one_with_a_conflict() -> None:
    claims = [
        _of("a", direction(1, "statutory_direction", date="2017-12-06")),
        _of("b", direction(2, "statutory_direction", date="2018-01")),
    ]
    assert _told(*claims) == [("date", "open")]
    (fact,) = (each for each in facts(claims, world()) if each.label == "Direction")
    assert fact.properties["date"] == "2017-12-06"


def test_a_plan_that_came_about_later_is_explained() -> None:
    (found,) = _found(trust(1, "planned", date="2021-04-01"), trust(2, "established", date="2021-07-01"))
    assert found.properties["explanation"] == "it was planned for 1 April 2021, and came about on 1 July 2021"


def test_spellings_of_a_name_are_a_conflict_and_titles_and_initials_are_none() -> None:
    known = named({"ann-lee": "Philippa Garside", "b": "Phillipa Garside"})
    same = type(known)(known.things, {"person/b": "person/ann-lee"})

    def kinds(*names: str) -> list[str]:
        claims = [tenure(n, "ann-lee", personAsWritten=name) for n, name in enumerate(names)]
        return [each.name for each in facts(claims, same) if each.label == "Conflict"]

    assert kinds("Philippa Garside", "Phillipa Garside") == [
        "Name of Philippa Garside: Philippa Garside or Phillipa Garside"
    ]
    assert kinds("Philippa Garside", "Mrs Philippa Garside", "P. Garside") == []
