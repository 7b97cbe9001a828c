"""What the model of unregistered councils learns from: capital names, and whether the readers tell facts of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from ingest.evaluation.likeness import plain, same_body
from ingest.places import bare, councils
from ingest.trained import Features
from ingest.trustnames import trusts
from ingest.unregistered import candidates
from training.examples import Example, Lesson, bodies_of

NO_PLACE = re.compile(
    r"\b(?:Trust|Police|Constabulary|School|Academy|College|University|Hospital|Home|House|Lodge|Board|Partnership|Group|"
    r"Ltd|Limited|Association|Society|Union|Unison|Ofsted|Department|Ministry|Service|Services|Company|Futures|First|"
    r"Together|Alliance|Foundation|Cottage|Court)\b"
)


PARAGRAPH = re.compile(r"[^\n]{60,}")


def of_places(lesson: Lesson) -> Iterator[Example]:
    """The names in a document that can be councils': did the readers find one by it?

    They are asked of the whole, and of each paragraph as if it were one: short texts have to be read as well. What is
    another body's name, as a home's, says neither; nor does a paragraph of a council that the whole names in full.
    """
    doc, text = lesson.parsed.doc, lesson.parsed.flow.text
    told = {body for fact in (*lesson.wanted, *lesson.optional) for body in bodies_of(fact)}
    in_full = {bare(each.name) for each in councils(text)}
    yield from _judged(candidates(doc, text, list(councils(text)), trusts(text)), told)
    for match in PARAGRAPH.finditer(text):
        span = doc.char_span(*match.span(), alignment_mode="expand")
        if span is not None:
            part = span.as_doc()
            offered = candidates(part, part.text, list(councils(part.text)), trusts(part.text))
            yield from _judged({name: each for name, each in offered.items() if name not in in_full}, told)


def _judged(offered: Mapping[str, Features], told: Collection[str]) -> Iterator[Example]:
    others = {word for body in told if NO_PLACE.search(body) for word in plain(body).split()}
    for name, each in offered.items():
        if any(same_body(body, name) for body in told if not NO_PLACE.search(body)):
            yield each, "yes"
        elif not others.intersection(plain(name).split()):
            yield each, "no"
