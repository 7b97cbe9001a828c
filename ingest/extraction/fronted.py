"""Posts that stand before the name or pronoun of their holder, or instead of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extraction.context import Context
from ingest.extraction.link import Link
from ingest.extraction.posts import Post

INTRODUCING = re.compile(r"\W*(?:As|Now|Currently|Formerly|Previously|Once|Until recently)\b")
DATED_COMMA = re.compile(r"(?: (?:since|from|until|between) [\w /–-]{3,30})?, ")


def introduced(context: Context, post: Post) -> Iterator[Link]:
    """ "As director from 2013 to 2018, Ann Lee …", "Now chief executive of Hull, Lee …": the holder is the subject."""
    sentence = context.sentence(post.mention.start)
    if not INTRODUCING.match(context.text, sentence.start_char, post.mention.end):
        return
    after = DATED_COMMA.match(context.text, post.end)
    at = after.end() if after else -1
    person = next((each for each in context.people if each.start == at), None)
    if person:
        yield Link(person, post, "introduced", 0.85, post.start, person.end)


def instead_of_name(context: Context, post: Post) -> Iterator[Link]:
    """ "The former head of fostering will start in May": a past post stands for the name of its holder."""
    sentence = context.sentence(post.mention.start)
    if post.mention.ended and re.fullmatch(r"\W*The ", context.text[sentence.start_char : post.mention.start]):
        verbs = [token for token in sentence if token.idx >= post.end and token.pos_ in {"VERB", "AUX"}]
        person = context.person_before(sentence.start_char, "she")
        if (
            person
            and verbs
            and context.paragraph(person.start) == context.paragraph(post.start)
            and verbs[0].idx < post.end + 8
        ):
            yield Link(person, post, "instead-of-name", 0.7, post.start, post.end)


def fronted(context: Context, post: Post) -> Iterator[Link]:
    """ "Currently head of fostering in Hull, she will …": the post stands before the pronoun of its holder."""
    before = re.sub(r"(?:\b(?:the|a|an))? $", "", context.text[: post.start])
    if re.match(r", (?:she|he) ", context.text[post.end : post.end + 6]) and not re.search(
        r"\b(?:of|by|with|to)$", before
    ):
        person = context.person_before(post.start, context.text[post.end + 2 : post.end + 5].strip())
        if person:
            yield Link(person, post, "fronted", 0.8, post.start, post.end + 5)
