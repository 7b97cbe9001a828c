"""How a text words that a post is a body's: the words around both, with all names in them made alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.dates import DateMention
from ingest.extraction.context import Context
from ingest.extraction.deciding.wording import Name, Names
from ingest.extraction.drafts import Draft
from ingest.extraction.posts import Post
from ingest.names import Mention

MODEL = "owner_wording"
BEFORE, BEHIND = 10, 8  # words
FAR = 400  # characters from which on a body stands too far for the words between to matter
UNNAMED = 4  # characters of a post that is not named: "the head of it"


def wordings(context: Context, names: Names, draft: Draft, bodies: Sequence[Mention]) -> list[str]:
    """The words around a post and each body, parted by blanks; those before both begin with "b_", behind with "a_"."""
    return [" ".join(_around(context, names, draft, each)) for each in bodies]


def _around(context: Context, names: Names, draft: Draft, body: Mention) -> Iterator[str]:
    post = names.named(draft.at)
    seat = (post.start, post.end) if isinstance(post, Post) else (draft.at, draft.at + UNNAMED)
    low, high = min(seat[0], body.start), max(seat[1], body.end)
    is_far = high - low > FAR
    low, high = seat if is_far else (low, high)
    yield "FAR" if is_far else "NEAR"
    yield f"KIND_{body.kind}"
    span = context.doc.char_span(low, high, alignment_mode="expand")
    last = ""
    for token in context.doc[max(0, span.start - BEFORE) : span.end + BEHIND] if span is not None else ():
        at = token.idx
        found = names.words[token.i]
        word = (
            "BODY" if body.start <= at < body.end else "POST" if seat[0] <= at < seat[1] else _alike(found, draft, body)
        )
        if word != last or word.islower():
            yield ("b_" if at < low else "a_" if at >= high else "") + word
        last = word


def _alike(found: Name | str, draft: Draft, body: Mention) -> str:
    """What stands for a word: itself, or for a name whether it is the holder, the body again, or another."""
    if isinstance(found, str):
        return found
    if isinstance(found, Post | DateMention):
        return "A_POST" if isinstance(found, Post) else "A_DATE"
    if found.kind == "person":
        return "PERSON" if found.key == draft.person.key else "A_PERSON"
    return "BODY_TOO" if found.key == body.key else "A_BODY" if found.kind == body.kind else "OTHER_BODY"
