"""What every reader of a document needs: its parse, who and what is named where, what is spoken of, and what is fact.

Offsets count in the context's own flowing text; `claim` leads them back to the document.
`Context` answers; `names`, `focus` and `factuality` find out.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from graph.model import Claim, Document, Statement
from ingest.dates import DateMention, date_mentions
from ingest.extraction.deciding.subject import Page
from ingest.extraction.factuality import is_factual
from ingest.extraction.focus import Focus
from ingest.extraction.layout import Flow, Paragraph, flowing, paragraphs
from ingest.language import parse
from ingest.masking import mask
from ingest.names import Mention, names

METHOD = "spacy-frames-models"
METHOD_VERSION = "2"


@dataclass(frozen=True)
class Context:
    """A document and its reading. `text` is the document's without boilerplate, its wrapped lines joined."""

    document: Document
    text: str
    doc: Doc
    paragraphs: tuple[Paragraph, ...]
    people: tuple[Mention, ...]
    orgs: tuple[Mention, ...]
    dates: tuple[DateMention, ...]
    _at_token: dict[int, Mention] = field(repr=False)
    _flow: Flow = field(repr=False)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences in order; none crosses a paragraph."""
        return tuple(span for span in self.doc.sents if span.text.strip())

    @property
    def page(self) -> Page:
        """What says which council it is about."""
        return Page(self.document.title, self.text, self.doc, self.paragraphs, self.orgs)

    @cached_property
    def focus(self) -> Focus:
        """What the document and each place in it speak of."""
        return Focus(self.page, self.people)

    def mention(self, token: Token) -> Mention | None:
        """The person or organisation whose name the token is part of."""
        return self._at_token.get(token.i)

    def org_at(self, offset: int, text: str = "the council") -> Mention | None:
        """The organisation that words like "the council", "the trust", "the city" mean at this place."""
        return self.focus.organisation(offset, text)

    def person_before(self, offset: int, text: str = "she") -> Mention | None:
        """The person that a pronoun or "the director" at this place refers to."""
        return self.focus.person(offset, text)

    def org_of(self, token: Token) -> Mention | None:
        """The organisation that the noun phrase of this token names or refers to; None where it is no organisation."""
        found = self.mention(token)
        if found:
            return found if found.kind != "person" else None
        phrase = self.text[token.left_edge.idx : token.idx + len(token)]
        return self.focus.referred(token, phrase)

    def person_of(self, token: Token) -> Mention | None:
        """The person that this token names or, for a personal pronoun, refers to."""
        found = self.mention(token)
        if found:
            return found if found.kind == "person" else None
        if token.lower_ in {"he", "she", "his", "her", "him", "who", "herself", "himself", "i", "my"}:
            return self.person_before(token.idx, token.lower_)
        return None

    def dates_in(self, start: int, end: int) -> tuple[DateMention, ...]:
        """The dates written between two offsets, in order."""
        return tuple(each for each in self.dates if start <= each.start and each.end <= end)

    def people_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """The people named between two offsets, in order."""
        return tuple(each for each in self.people if start <= each.start and each.end <= end)

    def orgs_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """The organisations named between two offsets, in order."""
        return tuple(each for each in self.orgs if start <= each.start and each.end <= end)

    def paragraph(self, offset: int) -> Paragraph:
        """The paragraph (or list item, or heading) at this place."""
        index = bisect.bisect_right([each.start for each in self.paragraphs], offset) - 1
        return self.paragraphs[max(index, 0)]

    def heading(self, offset: int) -> str:
        """The section heading that this place stands under; empty before the first."""
        before = [each for each in self.paragraphs if each.is_heading and each.start <= offset]
        return self.text[before[-1].start : before[-1].end] if before else ""

    def sentence(self, offset: int) -> Span:
        """The sentence at this place."""
        index = bisect.bisect_right([each.start_char for each in self.sentences], offset) - 1
        return self.sentences[max(index, 0)]

    def is_factual(self, token: Token) -> bool:
        """Whether this token's clause is told as fact: not denied, called for, hoped, conditional or only possible."""
        return is_factual(token)

    def place(self, offset: int) -> int:
        """Where in the flowing text an offset of the document lies."""
        return min(bisect.bisect_left(self._flow.offsets, offset), max(len(self.text) - 1, 0))

    def claim(self, statement: Statement, start: int, end: int, confidence: float) -> Claim:
        """A claim whose quote is exactly the document's words between the offsets, white space trimmed."""
        raw = self.document.text
        start, end = self._flow.origin(start, end)
        while start < end and raw[start].isspace():
            start += 1
        while end > start and raw[end - 1].isspace():
            end -= 1
        return Claim(
            document=self.document.id,
            statement=statement,
            quote=raw[start:end],
            start_offset=start,
            end_offset=end,
            page=max(1, bisect.bisect_right(self.document.page_starts, start)),
            confidence=confidence,
            method=METHOD,
            method_version=METHOD_VERSION,
        )


@dataclass(frozen=True)
class Parsed:
    """A document's flowing text, and its parse."""

    document: Document
    flow: Flow
    doc: Doc


def parsed(document: Document) -> Parsed:
    """Parse a document."""
    flow = flowing(mask(document.text, document.media_type))
    return Parsed(document, flow, parse(flow.text))


def read_context(document: Document) -> Context:
    """Parse a document and find its people, organisations and dates."""
    return context_of(parsed(document))


def context_of(read: Parsed) -> Context:
    """A document's people, organisations and dates."""
    document, flow, doc = read.document, read.flow, read.doc
    text = flow.text
    persons, orgs = names(doc, text)
    return Context(
        document=document,
        text=text,
        doc=doc,
        paragraphs=paragraphs(text),
        people=persons,
        orgs=orgs,
        dates=tuple(date_mentions(text, document.published)),
        _at_token=_by_token(doc, (*orgs, *persons)),
        _flow=flow,
    )


def _by_token(doc: Doc, mentions: Iterable[Mention]) -> dict[int, Mention]:
    found: dict[int, Mention] = {}
    for mention in mentions:
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        found.update({token.i: mention for token in span or ()})
    return found
