"""Who holds a post that the text names: by apposition, by a verb that joins them, in lists and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.extraction.beside import beside
from ingest.extraction.context import Context
from ingest.extraction.fronted import fronted, instead_of_name, introduced
from ingest.extraction.joined import by_verb
from ingest.extraction.link import APPOINT, Link
from ingest.extraction.posts import Post

__all__ = ["APPOINT", "Link", "links"]

AND_POST = re.compile(
    r"^(?:,? and(?: also)?(?: the| a| its| as)?|,? &|,(?: the| a)?|, also| as well as)(?: (?:the|its|our))?\s*$"
)


def links(context: Context, posts: tuple[Post, ...]) -> Iterator[Link]:
    """Every pair of a post and a holder that the text states."""
    previous: list[Link] = []
    waiting: list[Post] = []
    for index, post in enumerate(posts):
        found = (
            list(beside(context, post, previous))
            or list(introduced(context, post))
            or list(fronted(context, post))
            or list(instead_of_name(context, post))
            or list(by_verb(context, post))
        )
        before = posts[index - 1] if index else None
        if before and not found and previous:
            found = list(_shared(context, previous, before, post))
        if not (before and AND_POST.match(context.text[before.end : post.start])):
            waiting = []
        yield from (replace(link, post=each, frame="shared") for each in waiting for link in found)
        waiting = [] if found else [*waiting, post]
        yield from found
        previous = found


def _shared(context: Context, previous: list[Link], before: Post, post: Post) -> Iterator[Link]:
    """The holder of a post is also of the one joined to it by "and"."""
    if AND_POST.match(context.text[before.end : post.start]):
        for link in previous:
            yield Link(
                link.person,
                post,
                "shared",
                0.8,
                link.begin,
                max(link.finish, post.end),
                link.verb,
                link.ended,
                link.coming,
            )
