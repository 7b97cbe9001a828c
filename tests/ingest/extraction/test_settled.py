"""Somebody who left before a page was published is no holder on the day of the page, whatever one of its lines says."""

import pytest

from ingest.extraction.drafts import Draft
from ingest.extraction.settled import settled
from ingest.names import Mention

NORA = Mention(start=0, end=9, text="Nora Bell", name="Nora Bell", kind="person", key="nora bell")


def _draft(**fields: object) -> Draft:
    told = {"person": NORA, "role": "chief executive", "org": "Aldermere Council", "begin": 0, "finish": 9}
    return Draft(**{**told, "confidence": 0.9, **fields})  # type: ignore[arg-type]


@pytest.mark.parametrize("end", ["2021-10", "2021", "2022-02-14"])
def test_a_title_beside_a_name_attests_nobody_who_has_left(end: str) -> None:
    titled, left = settled([_draft(), _draft(end=end)], "2022-02-15")
    assert titled.status == "ended"
    assert left.status == "ended"
    assert titled.statement("2022-02-15").as_of is None


@pytest.mark.parametrize("end", ["2022-03", "2022", "2022-02-15"])
def test_who_is_still_to_leave_holds_the_post(end: str) -> None:
    assert {each.status for each in settled([_draft(), _draft(end=end)], "2022-02-15")} == {"held"}


def test_who_came_back_holds_the_post_again() -> None:
    back = settled([_draft(end="2018-05"), _draft(start="2020-01")], "2022-02-15")[1]
    assert back.status == "held"


def test_an_interim_spell_that_is_over_does_not_end_the_permanent_one() -> None:
    permanent = settled([_draft(end="2018-05", interim=True), _draft()], "2022-02-15")[1]
    assert permanent.status == "held"


def test_another_post_of_the_same_person_goes_on() -> None:
    other = settled([_draft(end="2018-05"), _draft(role="commissioner")], "2022-02-15")[1]
    assert other.status == "held"


def test_without_a_date_of_publication_nothing_is_concluded() -> None:
    assert settled([_draft(), _draft(end="2018-05")], None)[0].status == "held"
