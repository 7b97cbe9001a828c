"""Which names at one post are decided to be one person's."""

import pytest

from graph.likeness import alike
from graph.resolve import Decision, decisions, joined, kept, mentions
from tests.graph.claims import DIRECTOR, MEMBER, elsewhere, in_document, named, tenure, world


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("Marc Douglas", "Mark Douglas", "spelling"),
        ("Steve Walker", "Stephen Walker", "nickname"),
        ("Bob Ross", "Robert Ross", "nickname"),
        ("Femi Cole", "Oluwafemi Cole", "nickname"),
        ("J Smith", "John Smith", "initial"),
        ("A. J. Walker", "Andrew Walker", "initial"),
        ("Raj Patel", "Rajesh Patel", "initial"),
        ("Philip Hall", "Phillip Hall", "spelling"),
        ("Catherine Hall", "Katherine Hall", "spelling"),
        ("Bernadet Hall", "Bernadette Hall", "spelling"),
        ("Ann Clark", "Ann Clarke", "spelling"),
        ("Alex Macdonald", "Alex McDonald", "spelling"),
        ("Ann Reilly", "Ann O’Reilly", "spelling"),
        ("Cllr Adrian Farley", "Adrian Farley", "equal"),
        ("Siobhán O’Hare", "Siobhan O'Hare", "equal"),
        ("Paweł Nowak", "Pawel Nowak", "equal"),
        ("Mary Ann Lee", "Mary Lee", "form"),
        ("D. Keith Marsh", "Keith Marsh", "form"),
        ("Rob van der Berg", "Rob Vanderberg", "form"),
        ("Susan Hinchcliffe", "Susan Hinchliffe", "spelling"),
        ("Jane Rhodes White", "Jane Rhodes", "half"),
        ("John Smith", "Joan Smith", "letter"),
        ("Jan Edwards", "Jane Edwards", "letter"),
        ("David M. Pryce", "David R. Pryce", None),
        ("Mark Douglas", "Mark Dugdale", None),
        ("Mark Douglas", "Paul Douglas", None),
        ("Ian Ball", "Ian Bell", None),
        ("Douglas", "Mark Douglas", None),
    ],
)
def test_names_are_alike_by_spelling_short_form_or_initial(first: str, second: str, kind: str | None) -> None:
    for found in (alike(first, second), alike(second, first)):
        assert (found.kind if found else None) == kind


def test_variants_at_one_post_are_joined_with_a_reason() -> None:
    claims = [
        tenure(1, "marc-ray", end="2021-10"),
        tenure(2, "mark-ray", start="2019"),
        tenure(3, "mark-ray", start="2019-07"),
    ]
    (decision,) = decided = decisions(claims, world("marc-ray", "mark-ray"))
    assert (decision.a, decision.b, decision.verdict) == ("person/marc-ray", "person/mark-ray", "same")
    assert "Marc and Mark are spellings of one forename" in decision.reason
    assert "director at Aldermere" in decision.reason
    same = joined(decided, mentions(claims))
    assert same == {"person/marc-ray": "person/mark-ray"}
    assert list(kept(decided, same)) == [("person/marc-ray", "person/mark-ray", decision)]


def test_of_names_with_as_many_claims_the_first_stands() -> None:
    claims = [tenure(1, "marc-ray"), tenure(2, "mark-ray")]
    assert joined(decisions(claims, world("marc-ray", "mark-ray")), mentions(claims)) == {
        "person/mark-ray": "person/marc-ray"
    }


def test_spellings_of_a_name_at_one_council_are_one_person_and_short_forms_in_other_posts_are_unsure() -> None:
    people = ("marc-ray", "mark-ray", "bob-day", "robert-day")
    claims = [
        tenure(number, person, post)
        for number, (person, post) in enumerate(zip(people, [DIRECTOR, MEMBER] * 2, strict=True))
    ]
    found = {each.pair: each.verdict for each in decisions(claims, world(*people))}
    assert found == {
        ("person/marc-ray", "person/mark-ray"): "same",
        ("person/bob-day", "person/robert-day"): "unsure",
    }


def test_one_name_at_two_councils_is_two_people_until_a_document_joins_them() -> None:
    here, there = "ann-lee-of-here", "ann-lee-of-there"
    known = named({here: "Ann Lee", there: "Ann Lee"})
    apart = [tenure(1, here), elsewhere(2, there)]
    (unsure,) = decisions(apart, known)
    assert (unsure.verdict, joined([unsure], {})) == ("unsure", {})
    assert "nothing joins them" in unsure.reason
    story = [in_document("story", each) for each in (tenure(3, here, status="ended"), elsewhere(4, there))]
    (same,) = decisions([*apart, *story], known)
    assert (same.verdict, same.reason) == ("same", "the same name; story tells of both under one name")


def test_a_councillor_and_an_officer_at_one_time_are_two() -> None:
    claims = [
        tenure(1, "ann-lee", MEMBER, asOf="2019-05-01", roleKind="cabinet member"),
        tenure(2, "anne-lee", DIRECTOR, start="2018", asOf="2020-01-01", roleKind="director"),
    ]
    (found,) = decisions(claims, named({"ann-lee": "Ann Lee", "anne-lee": "Anne Lee"}))
    assert found.verdict == "different"


def test_what_a_person_decides_stands_and_is_undone_by_leaving_it_out() -> None:
    claims = [tenure(1, "marc-ray"), tenure(2, "mark-ray")]
    known = world("marc-ray", "mark-ray")
    by_hand = Decision("person/marc-ray", "person/mark-ray", "different", "brothers", 0.0, "Jo")
    assert decisions(claims, known, [by_hand]) == (by_hand,)
    assert joined([by_hand, *decisions(claims, known)], {}) == {}
    assert decisions(claims, known)[0].verdict == "same"


def test_alike_names_at_times_apart_stay_unsure() -> None:
    claims = [tenure(1, "marc-ray", DIRECTOR, end="2010"), tenure(2, "mark-ray", DIRECTOR, start="2019")]
    (decision,) = decisions(claims, world("marc-ray", "mark-ray"))
    assert (decision.verdict, joined([decision], {})) == ("unsure", {})


def test_an_initial_that_fits_two_people_joins_neither() -> None:
    people = ("j-smith", "john-smith", "jane-smith")
    found = decisions([tenure(number, person) for number, person in enumerate(people)], world(*people))
    assert {each.verdict for each in found} == {"unsure"}
