"""What a text speaks of: the organisation behind "the council" or "the trust", the person behind "she" and "I"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from math import sqrt

from spacy.tokens import Token

from ingest.extraction.asides import is_aside
from ingest.extraction.deciding.subject import Page, weights
from ingest.extraction.layout import Paragraph
from ingest.genders import fits, title_says
from ingest.names import Mention

TRUST_WORDS = re.compile(r"\b(?:trust|company|charity)\b", re.IGNORECASE)
COUNCIL_NOUNS = frozenset(
    {"council", "authority", "city", "borough", "county", "department", "town", "it", "its", "their", "our"}
)
LEAST = 0.3  # how probable the likeliest council must be; a round-up of many is about none
BACK = 2  # people named before the paragraph whom a pronoun may mean
SPEAKING = re.compile(r"\b(?:said|says|added|told|commented|explained|admitted|insisted)\b")


class Focus:
    """Antecedents for a document's references, by place."""

    def __init__(self, page: Page, people: tuple[Mention, ...]) -> None:
        self._page, self._people = page, people
        self._title, self._text, self._paragraphs, self._orgs = page.title, page.text, page.paragraphs, page.orgs

    @cached_property
    def _chances(self) -> dict[str, float]:
        return weights(self._page)

    @cached_property
    def shares(self) -> dict[str, float]:
        """How much of what the document says is about each council, by key; they add up to 1.

        By the root of the chance: a council that the document is hardly about is still told of.
        """
        roots = {key: sqrt(chance) for key, chance in self._chances.items()}
        total = sum(roots.values())
        return {key: root / total for key, root in roots.items()} if total else {}

    @cached_property
    def council(self) -> Mention | None:
        """The council that the whole document is about, if it is about one."""
        key = max(self._chances, key=lambda each: self._chances[each], default=None)
        if key is None or self._chances[key] < LEAST:
            return None
        return next(each for each in self._orgs if each.key == key)

    @cached_property
    def trust(self) -> Mention | None:
        """The trust that the document speaks of most."""
        counts = Counter(each.key for each in self._orgs if each.kind == "trust")
        if not counts:
            return None
        key = counts.most_common(1)[0][0]
        return next(each for each in self._orgs if each.key == key)

    @cached_property
    def is_of_trust(self) -> bool:
        """Whether the document speaks as or mainly of a trust: in its first lines, and more than of any council."""
        if self.trust is None:
            return False
        if self.trust.text.lower() in self._title.lower() and "ouncil" not in self._title:
            return True
        opening = self._paragraphs[min(3, len(self._paragraphs) - 1)].end
        count = sum(each.key == self.trust.key for each in self._orgs)
        words = len(re.findall(r"\b[Tt]he (?:[Tt]rust|[Cc]ompany)\b", self._text))
        councils = Counter(each.key for each in self._orgs if each.kind == "council")
        return self.trust.start < opening and count + words > max(councils.values(), default=0)

    def organisation(self, offset: int, text: str) -> Mention | None:
        """The organisation that words like "the council" or "the trust" mean at this place."""
        if TRUST_WORDS.search(text):
            before = [each for each in self._orgs if each.kind == "trust" and each.start < offset]
            return before[-1] if before else self.trust
        return self._council_at(offset)

    def _council_at(self, offset: int) -> Mention | None:
        paragraph = self.paragraph(offset)
        here = [each for each in self._orgs if each.kind == "council" and paragraph.start <= each.start < offset]
        firm = [each for each in here if not self.is_aside(each)]
        main = self.council
        if main is None:
            found = firm or here or self._earlier(paragraph) or self._later(offset)
            return found[-1] if found else None
        if any(each.key == main.key for each in here):
            return main
        topics = [each for each in firm if self._is_topic(each, paragraph)]
        return topics[-1] if topics else self._carried(paragraph) or main

    def _carried(self, paragraph: Paragraph) -> Mention | None:
        """The council of a heading right above, when it is not the document's."""
        index = self._paragraphs.index(paragraph) if paragraph in self._paragraphs else 0
        if index == 0 or not self._paragraphs[index - 1].is_heading:
            return None
        above = self._paragraphs[index - 1]
        return next(
            (each for each in self._orgs if each.kind == "council" and above.start <= each.start < above.end), None
        )

    def _earlier(self, paragraph: Paragraph) -> list[Mention]:
        return [
            each
            for each in self._orgs
            if each.kind == "council" and each.start < paragraph.start and not self.is_aside(each)
        ]

    def _later(self, offset: int) -> list[Mention]:
        return [each for each in self._orgs if each.kind == "council" and each.start >= offset][:1]

    def is_aside(self, mention: Mention) -> bool:
        """Whether a body is named only in passing."""
        return is_aside(self._text, mention)

    def _is_topic(self, mention: Mention, paragraph: Paragraph) -> bool:
        """Named at the opening of its paragraph, where a text turns to another council."""
        before = self._text[paragraph.start : mention.start]
        return len(before.split()) <= 3 or (
            bool(re.match(r"(?:Meanwhile|Elsewhere)\b", before))
            and bool(re.search(r"council|authority", mention.text, re.IGNORECASE))
        )

    def paragraph(self, offset: int) -> Paragraph:
        """The paragraph around a place."""
        found = [each for each in self._paragraphs if each.start <= offset]
        return found[-1] if found else Paragraph(0, len(self._text), False)

    def person(self, offset: int, text: str, other_than: str = "") -> Mention | None:
        """The person that a pronoun at this place refers to; "I" and "my" are the one who speaks."""
        if text.lower() in {"i", "my", "me"}:
            return self._speaker(offset)
        before = [each for each in self._people if each.start < offset and each.key != other_than]
        if not before:
            return None
        paragraph = self.paragraph(offset)
        here = [each for each in before if each.start >= paragraph.start]
        clause = [each for each in here if not re.search(r"[.!?] ", self._text[each.end : offset])]
        near = clause or here or before[-1:]
        return self._fitting((clause, here, before[: -BACK - 1 : -1]), text) or near[0]

    def _fitting(self, groups: Iterable[list[Mention]], pronoun: str) -> Mention | None:
        """Whom the pronoun may mean of the nearest people: one with a title that says so, else the first."""
        for group in groups:
            fit = [each for each in group if fits(pronoun, self._forms(each))]
            titled = [each for each in fit if title_says(pronoun, each.text)]
            if fit:
                return titled[-1] if titled else fit[0]
        return None

    def _forms(self, person: Mention) -> list[str]:
        return [each.text for each in self._people if each.key == person.key] + [person.name]

    def _speaker(self, offset: int) -> Mention | None:
        paragraph = self.paragraph(offset)
        here = [each for each in self._people if paragraph.start <= each.start < paragraph.end]
        said = [each for each in here if self._speaks(each, paragraph)]
        if said:
            return said[0]
        before = [each for each in self._people if each.start < paragraph.start]
        spoke = [each for each in before if self._speaks(each, self.paragraph(each.start))]
        return spoke[-1] if spoke else None

    def _speaks(self, person: Mention, paragraph: Paragraph) -> bool:
        """Whether a person outside quotation marks is the one who says something."""
        before = self._text[paragraph.start : person.start]
        if before.count("“") > before.count("”") or before.count('"') % 2:
            return False
        near = self._text[max(paragraph.start, person.start - 25) : min(paragraph.end, person.end + 90)]
        return bool(SPEAKING.search(near))

    def referred(self, token: Token, phrase: str) -> Mention | None:
        """The organisation that a definite noun phrase refers to; None where the phrase means none."""
        if token.lower_ in COUNCIL_NOUNS or token.lemma_.lower() in {
            "council",
            "authority",
            "trust",
            "company",
            "borough",
        }:
            return self.organisation(token.idx, phrase)
        return None
