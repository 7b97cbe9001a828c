"""How a text words that a post is a body's: the words around both, with all names in them made alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from spacy.tokens import Token

from ingest.dates import DateMention
from ingest.extraction.deciding.wording import HOLDER, Name, Names, around, of_another
from ingest.extraction.drafts import Draft
from ingest.extraction.posts import Post
from ingest.names import Mention

MODEL = "owner_wording"
BEFORE, BEHIND = 10, 8  # words
FAR = 400  # characters from which on a body stands too far for the words between to matter
UNNAMED = 4  # characters of a post that is not named: "the head of it"


def wordings(names: Names, draft: Draft, bodies: Sequence[Mention]) -> list[str]:
    """The words around a post and each body, parted by blanks; those before both begin with "b_", behind with "a_"."""
    return [" ".join(_around(names, draft, each)) for each in bodies]


def _around(names: Names, draft: Draft, body: Mention) -> Iterator[str]:
    post = names.named(draft.at)
    seat = (post.start, post.end) if isinstance(post, Post) else (draft.at, draft.at + UNNAMED)
    both = (min(seat[0], body.start), max(seat[1], body.end))
    is_far = both[1] - both[0] > FAR
    yield "FAR" if is_far else "NEAR"
    yield f"KIND_{body.kind}"
    told = around(names, seat if is_far else both, (BEFORE, BEHIND), partial(_word, draft, seat, body))
    yield from (part + word for part, word in told)


def _word(draft: Draft, seat: tuple[int, int], body: Mention, token: Token, found: Name | str) -> str:
    if body.start <= token.idx < body.end:
        return "BODY"
    if seat[0] <= token.idx < seat[1]:
        return "POST"
    return found if isinstance(found, str) else _alike(draft, body, found)


def _alike(draft: Draft, body: Mention, found: Name) -> str:
    """What stands for a name: whether it is the holder, the body again, or another."""
    if isinstance(found, Post | DateMention):
        return of_another(found)
    if found.kind == "person":
        return HOLDER if found.key == draft.person.key else of_another(found)
    return "BODY_TOO" if found.key == body.key else "A_BODY" if found.kind == body.kind else "OTHER_BODY"
