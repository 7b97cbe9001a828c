"""What a text speaks of: the organisation behind "the council" or "the trust", the person behind "she" and "I"."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

from spacy.tokens import Token

from ingest.extraction.layout import Paragraph
from ingest.names import Mention

TRUST_WORDS = re.compile(r"\b(?:trust|company|charity)\b", re.IGNORECASE)
COUNCIL_NOUNS = frozenset({"council", "authority", "city", "borough", "county", "department", "town", "it", "its", "their", "our"})
ASIDE = re.compile(
    r"(?:\b(?:from|neighbouring|nearby|like|unlike|formerly|previously|than|left|leave|as in|elsewhere|include|including|"
    r"joins|joined|moving to|for example|with|to|by)|\bdirector (?:of [\w’' ]+ )?(?:at|in|for)|\b[Cc]urrently[\w ’',]* (?:at|in))\s+(?:the )?$"
)
STRONG = 3
SPEAKING = re.compile(r"\b(?:said|says|added|told|commented|writes|wrote|asked|explained|admitted|insisted)\b")


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

    @cached_property
    def _weights(self) -> Counter[str]:
        weights: Counter[str] = Counter()
        for position, each in enumerate(each for each in self._orgs if each.kind == "council"):
            aside = ASIDE.search(self._text[max(0, each.start - 60) : each.start])
            word = 2.0 if re.search(r"council|authority", each.text, re.IGNORECASE) else 1.0
            early = 2.0 if position < 2 or each.text in self._title else 0.0
            weights[each.key] += int(10 * (word + early) * (0.3 if aside else 1.0))
        return weights

    @cached_property
    def council(self) -> Mention | None:
        """The council that the whole document is about, if it is about one."""
        if not self._weights:
            return None
        key, weight = self._weights.most_common(1)[0]
        share = weight / sum(self._weights.values())
        return next(each for each in self._orgs if each.key == key) if share >= 0.34 else None

    @cached_property
    def trust(self) -> Mention | None:
        """The trust that the document speaks of most."""
        counts = Counter(each.key for each in self._orgs if each.kind == "trust")
        if not counts:
            return None
        key = counts.most_common(1)[0][0]
        return next(each for each in self._orgs if each.key == key)

    def organisation(self, offset: int, text: str) -> Mention | None:
        """The organisation that words like "the council" or "the trust" mean at this place."""
        if TRUST_WORDS.search(text):
            before = [each for each in self._orgs if each.kind == "trust" and each.start < offset]
            return before[-1] if before else self.trust
        return self._council_at(offset)

    def _council_at(self, offset: int) -> Mention | None:
        paragraph = self.paragraph(offset)
        here = [each for each in self._orgs if each.kind == "council" and paragraph.start <= each.start < offset]
        main = self.council
        if main and any(each.key == main.key for each in here):
            return main if not self._opens_with_other(here, paragraph, main) else here[0]
        firm = [each for each in here if not self._is_aside(each)]
        if main is None:
            return (firm or here or self._earlier(paragraph) or self._later(paragraph, offset) or [None])[-1]
        strong = [each for each in firm if self._is_topic(each, paragraph)]
        return strong[-1] if strong else main

    def _opens_with_other(self, here: list[Mention], paragraph: Paragraph, main: Mention) -> bool:
        return here[0].key != main.key and here[0].start == paragraph.start and len(here) > 2

    def _earlier(self, paragraph: Paragraph) -> list[Mention]:
        return [each for each in self._orgs if each.kind == "council" and each.start < paragraph.start and not self._is_aside(each)]

    def _later(self, paragraph: Paragraph, offset: int) -> list[Mention]:
        later = [each for each in self._orgs if each.kind == "council" and each.start >= offset]
        return later[:1]

    def _is_aside(self, mention: Mention) -> bool:
        return bool(ASIDE.search(self._text[max(0, mention.start - 60) : mention.start]))

    def _is_topic(self, mention: Mention, paragraph: Paragraph) -> bool:
        """Named at the opening of its paragraph or sentence, or with the word council and as the one acted on."""
        before = self._text[paragraph.start : mention.start]
        opening = re.split(r"[.!?:] ", before)[-1]
        is_open = len(opening.split()) <= 3 and not re.search(r"\b[a-z]+s\b.*\b(?:of|at)\b", opening)
        return is_open or bool(re.search(r"council|authority", mention.text, re.IGNORECASE))

    def paragraph(self, offset: int) -> Paragraph:
        """The paragraph around a place."""
        found = [each for each in self._paragraphs if each.start <= offset]
        return found[-1] if found else Paragraph(0, len(self._text), False)

    def person(self, offset: int, text: str) -> Mention | None:
        """The person that a pronoun at this place refers to; "I" and "my" are the one who speaks."""
        if text.lower() in {"i", "my", "me"}:
            return self._speaker(offset)
        before = [each for each in self._people if each.start < offset]
        if not before:
            return None
        paragraph = self.paragraph(offset)
        here = [each for each in before if each.start >= paragraph.start]
        clause = [each for each in here if not re.search(r"[.!?] ", self._text[each.end : offset])]
        return self._chosen(clause or here or before[-1:], text)

    def _chosen(self, candidates: list[Mention], pronoun: str) -> Mention:
        wrong = {"she": r"\b(?:Mr|Sir|Lord)\b", "her": r"\b(?:Mr|Sir|Lord)\b", "he": r"\b(?:Mrs|Ms|Miss|Dame|Lady)\b", "his": r"\b(?:Mrs|Ms|Miss|Dame|Lady)\b"}
        pattern = wrong.get(pronoun.lower())
        fit = [each for each in candidates if not (pattern and any(re.match(pattern, other.text) for other in self._forms(each)))]
        return (fit or candidates)[0] if len(candidates) > 1 else candidates[0]

    def _forms(self, person: Mention) -> list[Mention]:
        return [each for each in self._people if each.key == person.key]

    def _speaker(self, offset: int) -> Mention | None:
        paragraph = self.paragraph(offset)
        here = [each for each in self._people if paragraph.start <= each.start < paragraph.end]
        said = [
            each for each in here if SPEAKING.search(self._text[max(paragraph.start, each.start - 25) : each.end + 40])
        ]
        if said:
            return said[0]
        before = [each for each in self._people if each.start < paragraph.start]
        spoke = [each for each in before if SPEAKING.search(self._text[max(0, each.start - 20) : each.end + 80])]
        return spoke[-1] if spoke else None

    def referred(self, token: Token, phrase: str) -> Mention | None:
        """The organisation that a definite noun phrase refers to; None where the phrase means none."""
        if token.lower_ in COUNCIL_NOUNS or token.lemma_.lower() in {"council", "authority", "trust", "company", "borough"}:
            return self.organisation(token.idx, phrase)
        return None
