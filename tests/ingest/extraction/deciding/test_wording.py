"""How a text words that somebody holds a post is the same whoever it is about."""

import pytest

from ingest.extraction.deciding.pairs import pairs
from ingest.extraction.deciding.wording import AROUND, MOST, wordings
from ingest.extraction.posts import posts
from tests.ingest.extraction.tenures_read import context_of


def worded(text: str) -> list[str]:
    context = context_of(text)
    found = posts(context)
    return wordings(context, found, pairs(context, found))


def test_names_dates_and_posts_are_words_for_what_they_are() -> None:
    (words,) = worded("In May 2019 Ann Rowe became chief executive of Bury Council.")
    assert words == "b_in b_A_DATE PERSON became POST a_."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Ann Rowe, director of children's services at Bury Council, left in May 2019.",
            "Ben Okafor, chief executive at Leeds Council, left in June 2021.",
        ),
        ("Cllr Ann Rowe leads. She is leader of the council.", "Cllr Una Moss leads. She is leader of the council."),
    ],
)
def test_it_does_not_matter_whose_post_it_is(one: str, other: str) -> None:
    assert worded(one)
    assert worded(one) == worded(other)


def test_a_post_that_is_only_referred_to_is_worded_by_what_refers_to_it() -> None:
    found = worded("Bury Council has a director of children's services. Ann Rowe took over in May 2019.")
    assert any("PERSON POST_took POST_over" in each or "PERSON POST_took" in each for each in found)


def test_of_a_long_way_between_the_middle_is_left_out() -> None:
    found = worded(f"Ann Rowe, who {'said and said and ' * 20}, is chief executive of Bury Council.")
    assert found
    assert all(len(words.split()) <= MOST + 2 * AROUND + 2 for words in found)
