"""Which names at one post are decided to be one person's."""

import pytest

from graph.resolve import alike, decisions, joined, kept, mentions
from tests.graph.claims import DIRECTOR, tenure, world


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ("Marc Douglas", "Mark Douglas", "same"),
        ("Steve Walker", "Stephen Walker", "same"),
        ("Bob Ross", "Robert Ross", "same"),
        ("J Smith", "John Smith", "same"),
        ("Philip Hall", "Phillip Hall", "same"),
        ("Catherine Hall", "Katherine Hall", "same"),
        ("Bernadet Hall", "Bernadette Hall", "same"),
        ("Cllr Adrian Farley", "Adrian Farley", "same"),
        ("Siobhán O’Hare", "Siobhan O'Hare", "same"),
        ("Mary Ann Lee", "Mary Lee", "same"),
        ("Susan Hinchcliffe", "Susan Hinchliffe", "same"),
        ("John Smith", "Joan Smith", "unsure"),
        ("Jan Edwards", "Jane Edwards", "unsure"),
        ("Jane Rhodes White", "Jane Rhodes", "unsure"),
        ("Mark Douglas", "Mark Dugdale", None),
        ("Mark Douglas", "Paul Douglas", None),
        ("Ian Ball", "Ian Bell", None),
        ("Douglas", "Mark Douglas", None),
    ],
)
def test_names_are_alike_by_spelling_short_form_or_initial(first: str, second: str, verdict: str | None) -> None:
    for found in (alike(first, second), alike(second, first)):
        assert (found[0] if found else None) == verdict


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


def test_alike_names_at_different_posts_are_left_alone() -> None:
    assert (
        decisions(
            [tenure(1, "marc-ray"), tenure(2, "mark-ray", "role/elsewhere/director")], world("marc-ray", "mark-ray")
        )
        == ()
    )


def test_alike_names_at_times_apart_stay_unsure() -> None:
    claims = [tenure(1, "marc-ray", DIRECTOR, end="2010"), tenure(2, "mark-ray", DIRECTOR, start="2019")]
    (decision,) = decisions(claims, world("marc-ray", "mark-ray"))
    assert (decision.verdict, joined([decision], {})) == ("unsure", {})


def test_an_initial_that_fits_two_people_joins_neither() -> None:
    people = ("j-smith", "john-smith", "jane-smith")
    found = decisions([tenure(number, person) for number, person in enumerate(people)], world(*people))
    assert {each.verdict for each in found} == {"unsure"}
