"""Which dates are weighed as a tenure's start or end, and how the text words them."""

import pytest

from ingest.extraction import tenures
from ingest.extraction.deciding.timewording import wordings
from ingest.extraction.deciding.timings import Told, timings
from ingest.extraction.posts import posts
from tests.ingest.extraction.tenures_read import context_of


def told(text: str, published: str | None = "2020-05-20") -> Told:
    context = context_of(text, published)
    found = posts(context)
    return Told(context, found, tenures.untimed(context, found))


def offered(text: str, published: str | None = "2020-05-20") -> set[tuple[str, str]]:
    return {(each.tenure[0], each.value) for each in timings(told(text, published))}


def worded(text: str) -> list[str]:
    found = told(text)
    return wordings(found, timings(found))


def test_a_date_is_offered_to_whoever_is_spoken_of_in_its_sentence_or_right_before() -> None:
    far = "The council has a library. " * 12
    text = f"Ann Rowe is chief executive of Bury Council. She came in May 2018. {far}It opened in June 2019."
    assert offered(text) == {("ann rowe", "2018-05")}


def test_a_date_is_offered_to_whoever_is_spoken_of_in_the_next_sentences_of_its_paragraph() -> None:
    text = "In May 2018 the council looked again. It took a week. It chose Ann Rowe as chief executive of Bury Council."
    assert offered(text) == {("ann rowe", "2018-05")}
    assert not offered(f"In June 2015 it rained. {text.replace('May 2018', 'haste')}")
    assert not offered(text.replace("again. ", "again.\n"))


def test_of_a_range_both_parts_are_offered() -> None:
    assert {"2014", "2017"} <= {value for _, value in offered("Ann Rowe was leader of Bury Council, 2014-2017.")}


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("She has held the job for eight years.", "2012"),
        ("Three months into the job, she smiles.", "2020-02"),
        ("She came eight years ago.", "2012"),
    ],
)
def test_a_duration_is_offered_as_so_long_before_publication(words: str, start: str) -> None:
    assert ("ann rowe", start) in offered(f"Ann Rowe is chief executive of Bury Council. {words}")


@pytest.mark.parametrize(
    "words", ["She is 40 years old.", "She had left eight years earlier.", "She waited for years."]
)
def test_other_years_are_not(words: str) -> None:
    assert not offered(f"Ann Rowe is chief executive of Bury Council. {words}")


def test_without_a_date_of_publication_no_duration_is_offered() -> None:
    assert not offered("Ann Rowe is chief executive of Bury Council. She has held the job for eight years.", None)


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        ("She has held the job since then.", "since"),
        ("Since then she has held the job.", "since"),
        ("She has held the job ever since.", "since"),
        ("From then on she held the job.", "since"),
        ("Until then she held the job.", "until"),
    ],
)
def test_then_is_the_date_told_before(words: str, relation: str) -> None:
    text = f"Ofsted came in May 2015. Ann Rowe is chief executive of Bury Council. {words}"
    found = [each for each in timings(told(text)) if each.date.start > text.index("Ann")]
    assert {(each.value, each.date.relation) for each in found} == {("2015-05", relation)}


@pytest.mark.parametrize(
    "words", ["Ever since she came, it has rained.", "It was raining then.", "Since then she ran it."]
)
def test_without_a_date_told_before_then_is_none(words: str) -> None:
    assert not offered(f"Ann Rowe is chief executive of Bury Council. {words}")


def test_a_date_is_worded_the_same_whoever_it_is_about() -> None:
    one = worded("Ann Rowe was leader of Bury Council until May 2018.")
    assert one == worded("Ben Okafor was leader of Leeds Council until June 2016.")
    assert one
    assert "b_PERSON b_was b_POST b_BODY b_until THE_DATE a_." in one[0]


def test_other_people_and_posts_are_worded_as_others() -> None:
    found = worded("Ann Rowe, leader of Bury Council, met Al Moss, mayor of Leeds, in May 2018.")
    assert any("b_PERSON" in each and "b_A_PERSON" in each and "b_A_POST" in each for each in found)
