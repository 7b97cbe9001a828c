"""Whose a post, an inspection or a direction is, where a text names several bodies."""

import pytest

from graph.model import DirectionStatement, InspectionStatement, TenureStatement
from ingest.extraction import extract
from tests.ingest.extraction.reading import document

OPENING = (
    "Tanwood’s children’s services get a helping hand\n\nTanwood Council was rated inadequate by Ofsted in March 2019. "
    "Tanwood’s leader, Cllr Bo Hale, said the council would improve.\n\n"
)


@pytest.mark.parametrize(
    ("text", "org", "judgement"),
    [
        ("Ashby Council is lending it a director. Ashby was rated good in May 2018.", "Ashby", "good"),
        ("Its neighbour, Ashby Council, judged outstanding in June 2017, will help.", "Ashby", "outstanding"),
        ("Ashby Council has offered help. Ofsted judged services in Tanwood good in 2014.", "Tanwood", "good"),
    ],
)
def test_a_judgement_is_of_the_body_that_the_words_speak_of(text: str, org: str, judgement: str) -> None:
    found = [each.statement for each in extract(document(OPENING + text))]
    inspections = [each for each in found if isinstance(each, InspectionStatement) and each.judgement == judgement]
    assert inspections
    assert all(org in each.org for each in inspections)


@pytest.mark.parametrize(
    ("text", "org"),
    [
        ("Ashby Council is under a statutory direction, issued in May 2018.", "Ashby"),
        ("A statutory direction was issued to Tanwood Council in May 2019. Ashby Council has none.", "Tanwood"),
    ],
)
def test_a_direction_is_of_the_council_that_got_it(text: str, org: str) -> None:
    found = [each.statement for each in extract(document(OPENING + text))]
    directions = [each for each in found if isinstance(each, DirectionStatement)]
    assert directions
    assert all(org in each.org for each in directions)


@pytest.mark.parametrize(
    ("text", "person", "org"),
    [
        (
            "In Ashby the service is led by Ann Roe, director of children’s services at Ashby Council. "
            "Her deputy director of children’s services, Al Moss, joined in May 2018.",
            "Al Moss",
            "Ashby",
        ),
        ("Una Lake has been director of children’s services at Tanwood Council since 2019.", "Una Lake", "Tanwood"),
        ("Ashby Council’s director of children’s services, Ann Roe, was pleased.", "Ann Roe", "Ashby"),
    ],
)
def test_a_post_is_of_the_body_of_those_whom_it_is_told_with(text: str, person: str, org: str) -> None:
    found = [each.statement for each in extract(document(OPENING + text))]
    posts = [each for each in found if isinstance(each, TenureStatement) and each.person == person]
    assert posts
    assert all(org in (each.org or "") for each in posts)


@pytest.mark.parametrize(
    ("post", "role"),
    [
        ("chief executive of Ashby Council", "chief executive"),
        ("chief executive of Ashby Children’s Trust", "chief executive of trust"),
    ],
)
def test_a_chief_executive_is_a_councils_or_a_trusts_by_the_body(post: str, role: str) -> None:
    text = f"{OPENING}Ashby Children’s Trust runs the homes of Ashby Council. Ann Roe has been {post} since May 2018."
    found = [each.statement for each in extract(document(text))]
    assert {each.role for each in found if isinstance(each, TenureStatement) and each.person == "Ann Roe"} == {role}


@pytest.mark.parametrize(
    ("post", "org"),
    [
        ("Deputy Director for Interventions at the Department for Education", "Department for Education"),
        ("Regional Director at Ofsted", "Ofsted"),
    ],
)
def test_a_post_at_a_ministry_or_inspectorate_is_not_given_to_the_council(post: str, org: str) -> None:
    text = f"{OPENING}A letter came from Ann Roe, {post}, in May 2019. The council answered it."
    found = [each.statement for each in extract(document(text))]
    assert {each.org for each in found if isinstance(each, TenureStatement) and each.person == "Ann Roe"} == {org}
