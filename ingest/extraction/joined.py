"""Posts joined to their holder by a verb: what one is, becomes, is made, holds."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ingest.extraction.context import Context
from ingest.extraction.factuality import UNREAL
from ingest.extraction.link import APPOINT, HOLD, JOB, SERVE, Link
from ingest.extraction.posts import Post
from ingest.extraction.syntax import is_future, is_passive, is_past, is_told, objects, person_at, subject, verb_of
from ingest.names import Mention

SEEKING = frozenset("look search hunt seek advertise recruit interview".split())
VACANT = frozenset({"vacant", "empty", "unfilled", "open"})


def by_verb(context: Context, post: Post) -> Iterator[Link]:
    """The holders that the verbs above a post give it."""
    span = context.doc.char_span(post.mention.core, post.mention.end, alignment_mode="expand")
    if span is None:
        return
    for token, verb, role in _governors(span.root):
        people = [each for each in _holders(context, token, verb, role) if each]
        if people and is_told(context, verb):
            sentence = verb.sent
            for person in people:
                yield Link(
                    person,
                    post,
                    f"verb-{role}",
                    0.82,
                    sentence.start_char,
                    sentence.end_char,
                    verb,
                    ended=_is_ended(verb),
                    coming=is_future(verb),
                )
            return


def is_stated(context: Context, link: Link) -> bool:
    """Whether the clause around a post lets it have a holder: it is not denied, wished for, only possible or vacant."""
    span = context.doc.char_span(link.post.start, link.post.end, alignment_mode="expand")
    if span is None:
        return True
    root = span.root
    verb = verb_of(root)
    if any(child.lower_ in {"no", "any"} for child in root.children):
        return False
    return verb is None or (is_told(context, verb) and not _is_vacant(verb) and not _is_sought(verb))


def _is_sought(verb: Token) -> bool:
    """Whether a holder is looked for ("is looking for a director") or wished for ("called for X to be made …")."""
    to = any(child.lower_ == "to" for child in verb.children if child.dep_ == "aux")
    return verb.lemma_ in SEEKING or (to and any(each.lemma_ in UNREAL for each in verb.ancestors))


def _is_vacant(verb: Token) -> bool:
    return any(child.lower_ in VACANT for child in verb.children if child.dep_ in {"acomp", "attr", "oprd"})


def _is_ended(verb: Token) -> bool:
    return is_past(verb) and verb.lemma_ in {
        "be",
        "serve",
        "work",
        "act",
        "remain",
        "leave",
        "resign",
        "retire",
        "quit",
    }


def _governors(token: Token) -> Iterator[tuple[Token, Token, str]]:
    """The verbs above a post, each with the part that the post plays: what one is, becomes, is made, holds."""
    current = token
    for _ in range(7):
        head = current.head
        if head == current:
            return
        if head.pos_ in {"VERB", "AUX"}:
            part = _part(current, head)
            if part:
                yield current, head, part
            return
        if current.dep_ == "pobj" and head.lower_ in {"as", "to"} and head.head.pos_ in {"VERB", "AUX"}:
            yield current, head.head, "as"
            return
        if current.dep_ == "pobj" and head.lower_ in {"of", "as", "in"} and head.head.lemma_.lower() in JOB:
            current = head.head
            continue
        if (
            current.dep_ in {"conj", "appos", "compound", "pobj", "prep", "nmod", "poss"}
            or current.lemma_.lower() in JOB
        ):
            current = head
            continue
        return


def _part(current: Token, verb: Token) -> str | None:
    if current.dep_ in {"attr", "acomp"} and verb.lemma_ in {"be", "become", "remain", "stay"}:
        return "is"
    if current.dep_ == "nsubj" and current.i < verb.i:
        return None
    if verb.lemma_ in APPOINT and current.dep_ in {
        "oprd",
        "dobj",
        "attr",
        "ccomp",
        "xcomp",
        "nsubj",
        "pobj",
        "appos",
        "npadvmod",
    }:
        return "made"
    if verb.lemma_ in HOLD and current.dep_ == "dobj":
        return "holds"
    if current.dep_ == "prep" and current.lower_ == "as":
        return "as"
    return None


def _holders(context: Context, token: Token, verb: Token, part: str) -> list[Mention | None]:
    if verb.lemma_ in APPOINT:
        if is_passive(verb):
            return [person_at(context, subject(verb))]
        made = [person_at(context, each) for each in objects(verb) if each != token]
        return [each for each in made if each] or (
            [person_at(context, subject(verb))] if part == "as" and verb.lemma_ not in {"name", "appoint"} else []
        )
    if part == "as" and verb.lemma_ not in SERVE:
        return []
    return [person_at(context, subject(verb))]
