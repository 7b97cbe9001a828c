"""What a document's words on a move from post to post tell of when the one ended and the next began."""

import pytest

from graph.model import Claim, TenureStatement
from ingest.moves import moved

DIRECTOR, DEPUTY = "director of children's services", "deputy director of children's services"
COMES = "Ann Lee became director at Norbury on 5 May 2019. "


def _claim(text: str, quote: str, **said: object) -> Claim:
    told = {"person": "Ann Lee", "role": DIRECTOR, "org": "Norbury Council", **said}
    at = text.index(quote)
    return Claim(
        document="news",
        statement=TenureStatement.model_validate(told),
        quote=quote,
        start_offset=at,
        end_offset=at + len(quote),
        method="hand",
        method_version="1",
    )


def _dates(text: str, *claims: Claim) -> list[tuple[str | None, str | None]]:
    found = [claim.statement for claim in moved(text, claims)]
    return [(each.start, each.end) for each in found if isinstance(each, TenureStatement)]


def _former(words: str, **said: object) -> tuple[str | None, str | None]:
    """What is found of a former post at Easthaven, of one who came to Norbury on 5 May 2019, by the words on it."""
    text = COMES + words
    told = {"role": "operations director", "org": "Easthaven Council", "status": "ended", **said}
    claims = [_claim(text, COMES.strip(), start="2019-05-05", as_of="2019-06-01"), _claim(text, words, **told)]
    first, former = _dates(text, *claims)
    assert first == ("2019-05-05", None)
    return former


@pytest.mark.parametrize(
    "words",
    [
        "She comes from Easthaven, where she was operations director.",
        "She was recruited from neighbouring Easthaven, where she had been operations director.",
        "She was operations director at Easthaven before she moved to Norbury.",
        "She ran operations at Easthaven before crossing the county boundary.",
        "Before joining Norbury, Ms Lee was operations director at Easthaven.",
        "Before Norbury she was operations director at Easthaven.",
        "As operations director she left Easthaven for Norbury.",
        "Until then operations director at Easthaven, she resigned there to take up the director’s post at Norbury.",
    ],
)
def test_a_post_left_for_the_next_had_ended_when_that_began(words: str) -> None:
    assert _former(words) == (None, "../2019-05-05")


@pytest.mark.parametrize(
    "words",
    [
        "She is a former operations director of Easthaven.",
        "She has also been operations director at Easthaven.",
        "She was operations director at Easthaven before moving to Westmarch.",
        "She was operations director at Easthaven before the inspection of Norbury.",
        "She comes from a family of teachers, and was operations director at Easthaven.",
        "She was operations director at Easthaven, and stepped down to be with her children.",
    ],
)
def test_without_words_of_a_move_to_it_the_next_post_tells_nothing(words: str) -> None:
    assert _former(words) == (None, None)


def test_posts_that_are_held_beside_others_are_not_taken_for_left() -> None:
    assert _former("She comes from Easthaven, where she was chair of the board.", role="chair") == (None, None)
    assert _former("She came from Easthaven, an adviser there.", role="adviser") == (None, None)


def test_what_is_told_stands_and_what_cannot_be_is_not_told() -> None:
    words = "She comes from Easthaven, where she was operations director."
    assert _former(words, end="2019-03") == (None, "2019-03")
    assert _former(words, start="2020") == ("2020", None)
    assert _former(words, status="appointed") == (None, None)


def test_years_in_a_post_left_for_the_next_tell_by_when_it_had_begun() -> None:
    assert _former("Before Norbury she spent four years as operations director at Easthaven.")[0] == "../2015-11"
    assert _former("She ran operations at Easthaven for two years before moving to Norbury.")[0] == "../2017-11"
    assert _former("She comes from Easthaven, where she was operations director.")[0] is None


def test_where_another_is_named_beside_it_is_not_clear_who_moved() -> None:
    text = f"{COMES}She follows Bo Ray, who came from Easthaven, where he led operations."
    quote = text.removeprefix(COMES)
    claims = [
        _claim(text, COMES.strip(), start="2019-05-05"),
        _claim(text, quote, org="Easthaven", status="ended"),
        _claim(text, quote, person="Bo Ray", status="ended"),
    ]
    assert _dates(text, *claims)[1] == (None, None)


def _now(words: str, post: str = DIRECTOR, /, **next_post: object) -> str | None:
    """The end of a post held at Easthaven in March 2019, of one who is to come to Norbury in May."""
    text = f"{words} Norbury has chosen her."
    told = {"start": "2019-05", "status": "appointed", **next_post}
    claims = [
        _claim(text, words, role=post, org="Easthaven", as_of="2019-03-01"),
        _claim(text, "Norbury has chosen her", **told),
    ]
    return _dates(text, *claims)[0][1]


def test_a_post_held_currently_ends_by_the_start_of_the_one_to_come() -> None:
    assert _now("Ann Lee is currently director at Easthaven.") == "../2019-05"
    assert _now("Ann Lee is director at Easthaven.") is None
    assert _now("Ann Lee is currently director at Easthaven, and will also keep that post.") is None
    assert _now("Ann Lee currently chairs the board of Easthaven.", "chair of the improvement board") is None


def test_a_post_under_a_head_is_left_for_a_headship() -> None:
    assert _now("Ann Lee is the deputy director at Easthaven.", DEPUTY) == "../2019-05"
    assert _now("Ann Lee is the deputy director at Easthaven.", DEPUTY, interim=True) is None
    assert _now("Ann Lee is the deputy director at Easthaven.", DEPUTY, role="commissioner") is None
    assert _now("Ann Lee is the deputy director at Easthaven.", DEPUTY, status="planned") is None
    assert _now("Ann Lee is the deputy director at Easthaven.", DEPUTY, start="2018-05") is None


def test_the_next_post_begins_no_earlier_than_the_one_left_for_it() -> None:
    text = "Ann Lee, director at Norbury, will step down on 31 March to become chief executive of Kestrel Homes."
    claims = [
        _claim(text, text, end="2021-03-31", as_of="2021-02-01"),
        _claim(text, text, role="chief executive", org="Kestrel Homes", status="appointed", as_of="2021-02-01"),
    ]
    assert _dates(text, *claims) == [(None, "2021-03-31"), ("2021-03-31/..", None)]


def test_who_is_seen_in_the_next_post_before_has_not_begun_it_later() -> None:
    text = "Ann Lee left Norbury in March to become chief executive of Kestrel Homes."
    claims = [
        _claim(text, text, end="2021-03", status="ended"),
        _claim(text, text, role="chief executive", org="Kestrel Homes", as_of="2020"),
    ]
    assert _dates(text, *claims)[1] == (None, None)


def test_a_move_told_beside_a_post_is_not_from_that_post() -> None:
    text = "She left Easthaven for Norbury in 2012. She was later director at Westmarch."
    claims = [
        _claim(text, "for Norbury in 2012", start="2012", status="ended"),
        _claim(text, text, org="Westmarch", status="ended"),
        _claim(text, text, org="Easthaven", role="operations director", status="ended"),
    ]
    assert _dates(text, *claims) == [("2012", None), (None, None), (None, "../2012")]


def test_a_name_within_a_longer_one_is_no_place() -> None:
    text = f"{COMES}She was operations director at Easthaven before moving to Norburyshire."
    quote = text.removeprefix(COMES)
    claims = [_claim(text, COMES.strip(), start="2019-05-05"), _claim(text, quote, org="Easthaven", status="ended")]
    assert _dates(text, *claims)[1] == (None, None)


def test_of_several_next_posts_the_earliest_bounds_the_end_in_whatever_order_they_are_told() -> None:
    text = f"{COMES}She comes from Easthaven. She has been Norbury’s chief executive since 2021."
    claims = [
        _claim(text, "She comes from Easthaven", role="operations director", org="Easthaven", status="ended"),
        _claim(text, COMES.strip(), start="2019-05-05"),
        _claim(text, "chief executive since 2021", role="chief executive", start="2021"),
    ]
    assert _dates(text, *claims)[0] == (None, "../2019-05-05")
    assert _dates(text, *reversed(claims))[2] == (None, "../2019-05-05")


def test_to_look_for_moves_again_finds_nothing_new() -> None:
    text = f"{COMES}Before Norbury she spent four years as operations director at Easthaven."
    quote = text.removeprefix(COMES)
    once = moved(
        text, [_claim(text, COMES.strip(), start="2019-05-05"), _claim(text, quote, org="Easthaven", status="ended")]
    )
    assert once[1].statement.end == "../2019-05-05"  # type: ignore[union-attr]
    assert moved(text, once) == once
