"""How a text words whose a post is: the same whoever holds it and whichever body it is."""

from ingest.extraction import tenures
from ingest.extraction.deciding.owners import Owners
from ingest.extraction.posts import posts
from tests.ingest.extraction.tenures_read import context_of


def worded(text: str) -> dict[str, str]:
    context = context_of(text)
    found = posts(context)
    owners = Owners(context, found, tenures.unowned(context, found, tenures.framed(context, found)))
    return {
        body.name: wording for each in owners.offered for body, wording in zip(each.bodies, each.wordings, strict=True)
    }


def test_a_body_is_worded_by_where_it_stands_to_the_post_and_its_holder() -> None:
    found = worded("Bury Council has a new chief executive. Ann Rowe came from Leeds Council.")
    assert found
    assert all(each.startswith("NEAR KIND_council") for each in found.values())
    assert "BODY has POST" in found["Bury Council"]
    assert "POST" in found["Leeds Council"]
    assert "A_BODY" in found["Leeds Council"]


def test_it_does_not_matter_which_body_it_is() -> None:
    one = worded("Ann Rowe left Bury Council, where she was chief executive.")
    assert one
    assert [*one.values()] == [*worded("Una Moss left Leeds Council, where she was chief executive.").values()]


def test_of_a_body_far_away_only_the_words_around_the_post_count() -> None:
    found = worded(f"Bury Council met. {'It talked and it voted. ' * 30}Ann Rowe was chief executive.")
    assert found["Bury Council"].startswith("FAR")
    assert len(found["Bury Council"].split()) < 25
