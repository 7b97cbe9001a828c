"""A council is found by any form of its name, and by nothing that only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.registers import register


@pytest.mark.parametrize(
    ("written", "gss"),
    [
        ("City of Bradford Metropolitan District Council", "E08000032"),
        ("Bradford MDC", "E08000032"),
        ("Bradford’s", "E08000032"),
        ("the London Borough of Lambeth", "E09000022"),
        ("Royal Borough of Windsor and Maidenhead", "E06000040"),
        ("Windsor & Maidenhead Council", "E06000040"),
        ("Hull", "E06000010"),
        ("Kingston upon Hull City Council", "E06000010"),
        ("Kingston", "E09000021"),
        ("Stoke", "E06000021"),
        ("Newcastle City Council", "E08000021"),
        ("Richmond", "E09000027"),
        ("St. Helens Council", "E08000013"),
        ("St Helen’s", "E08000013"),
        ("Kent CC", "E10000016"),
        ("Durham County Council", "E06000047"),
        ("Slough local authority", "E06000039"),
        ("City of Wolverhampton Council", "E08000031"),
        ("BCP Council", "E06000058"),
    ],
)
def test_every_usual_form_names_the_council(written: str, gss: str) -> None:
    council = register().find(written)
    assert council is not None
    assert council.id == f"council/{gss}"


@pytest.mark.parametrize(
    "written",
    [
        "Bradford-on-Avon",
        "Newcastle-under-Lyme",
        "Cambridge City Council",
        "Wokingham Town Council",
        "Derby County",
        "Hull City",
        "Nottingham County Council",
        "Northamptonshire Children’s Trust",
        "Aldermere Borough Council",
        "Council",
        "",
    ],
)
def test_what_only_looks_like_a_council_is_none(written: str) -> None:
    assert register().find(written) is None


def test_hull_is_not_solihull() -> None:
    assert register().find("Solihull") != register().find("Hull")


def test_people_read_the_name_they_use() -> None:
    found = [register().find(written) for written in ("Leeds", "Kent", "Croydon")]
    names = {council.name for council in found if council}
    assert names == {"Leeds City Council", "Kent County Council", "Croydon Council"}


@pytest.mark.parametrize(
    ("old", "successors"),
    [
        ("Northamptonshire County Council", {"North Northamptonshire Council", "West Northamptonshire Council"}),
        ("Cumbria", {"Cumberland Council", "Westmorland and Furness Council"}),
        ("Poole", {"Bournemouth, Christchurch and Poole Council"}),
        ("Buckinghamshire County Council", {"Buckinghamshire Council"}),
        ("North Yorkshire County Council", {"North Yorkshire Council"}),
        ("Somerset County Council", {"Somerset Council"}),
    ],
)
def test_an_abolished_council_leads_to_those_that_followed(old: str, successors: set[str]) -> None:
    council = register().find(old)
    assert council is not None
    following = [register().get(each) for each in council.successors]
    assert {each.name for each in following if each} == successors
    assert council.valid_to is not None
    assert all(each is not None and (each.valid_from or "") > council.valid_to for each in following)


def test_a_shared_name_means_the_council_of_that_day() -> None:
    assert register().find("Somerset", "2019-05") != register().find("Somerset", "2024")
    assert register().find("Somerset") == register().find("Somerset", "2024")
    assert register().find("Somerset County Council", "2024") == register().find("Somerset", "2019")


def test_every_council_is_found_by_each_of_its_names_on_its_days() -> None:
    for council in register().councils:
        day = council.valid_to or "2024-01-01"
        assert all(register().find(name, day) == council for name in (council.name, *council.names)), council


def test_successors_are_in_the_register_and_codes_are_unique() -> None:
    councils = register().councils
    assert len({council.gss for council in councils}) == len(councils)
    assert sum(council.valid_to is None for council in councils) == 153
    assert all(register().get(each) for council in councils for each in council.successors)


@given(st.text(max_size=60))
def test_any_text_is_a_council_or_none(text: str) -> None:
    found = register().find(text)
    assert found is None or found in register().councils
