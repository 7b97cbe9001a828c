"""What a text speaks of: the organisation behind "the council", the person behind "she"."""

from __future__ import annotations

from spacy.tokens import Token

from ingest.extraction.layout import Paragraph
from ingest.names import Mention


class Focus:
    """Antecedents for a document's references, by place."""

    def __init__(
        self,
        title: str,
        text: str,
        paragraphs: tuple[Paragraph, ...],
        people: tuple[Mention, ...],
        orgs: tuple[Mention, ...],
    ) -> None:
        self._title, self._text, self._paragraphs, self._people, self._orgs = title, text, paragraphs, people, orgs

    def organisation(self, offset: int, text: str) -> Mention | None:
        """The organisation that words like "the council" or "the trust" mean at this place."""
        wanted = {"trust"} if "trust" in text.lower() else {"council"}
        before = [each for each in self._orgs if each.kind in wanted and each.start < offset]
        return before[-1] if before else None

    def person(self, offset: int, text: str) -> Mention | None:
        """The person that a pronoun at this place refers to."""
        before = [each for each in self._people if each.start < offset]
        return before[-1] if before else None

    def referred(self, token: Token, phrase: str) -> Mention | None:
        """The organisation that a definite noun phrase refers to; None where the phrase means none."""
        if token.lemma_.lower() in {"council", "authority", "trust", "city", "borough", "county"}:
            return self.organisation(token.idx, phrase)
        return None
