"""What a text speaks of: the organisation behind "the council" or "the trust", the person behind "she" and "I"."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

from spacy.tokens import Token

from ingest.extraction.layout import Paragraph
from ingest.names import Mention

TRUST_WORDS = re.compile(r"\b(?:trust|company|charity)\b", re.IGNORECASE)
COUNCIL_NOUNS = frozenset(
    {"council", "authority", "city", "borough", "county", "department", "town", "it", "its", "their", "our"}
)
ASIDE = re.compile(
    r"(?:\b(?:from|neighbouring|nearby|like|unlike|formerly|previously|than|left|leave|as in|"
    r"elsewhere|include|including|"
    r"joins|joined|moving to|for example|with|to|by)|\b(?:former|formerly|ex|previously|once|[Cc]urrently|"
    r"at present|now)\b[^.;\n]{0,60} (?:of|at|for|in)|\bdirector (?:of [\w’' ]+ )?(?:at|in|for)|"
    r"\b[Cc]urrently[\w ’',]* (?:at|in))\s+(?:the )?$"
)
LISTED, LISTED_BEFORE = re.compile(r"\s?[·|•]"), re.compile(r"[·|•]\s?$")
LEAST_SHARE = 0.15
SPEAKING = re.compile(r"\b(?:said|says|added|told|commented|explained|admitted|insisted)\b")


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
        """How much it speaks of each council: once a paragraph, more in title and first lines, less in asides."""
        opening = self._paragraphs[min(5, len(self._paragraphs) - 1)].end if self._paragraphs else 0
        best: dict[tuple[str, int], float] = {}
        for each in self._orgs:
            if each.kind == "council":
                weight = 2.0 if re.search(r"council|authority", each.text, re.IGNORECASE) else 1.0
                weight += 2.0 if each.start < opening else 0.0
                place = (each.key, self.paragraph(each.start).start)
                best[place] = max(best.get(place, 0.0), weight * (0.2 if self.is_aside(each) else 1.0))
        weights: Counter[str] = Counter()
        for each in self._orgs:
            if each.kind == "council" and not self.is_aside(each):
                weights[each.key] += 3
        for (key, _), weight in best.items():
            weights[key] += int(10 * weight) + (
                30 if any(each.key == key and each.text in self._title for each in self._orgs) else 0
            )
        return weights

    @cached_property
    def council(self) -> Mention | None:
        """The council that the whole document is about, if it is about one."""
        if not self._weights:
            return None
        key, weight = self._weights.most_common(1)[0]
        share = weight / sum(self._weights.values())
        return next(each for each in self._orgs if each.key == key) if share >= LEAST_SHARE else None

    @cached_property
    def share(self) -> float:
        """How much of what the document says of councils is about the one that it says most of, 0 to 1."""
        weights = self._weights
        return max(weights.values()) / sum(weights.values()) if weights else 0.0

    @cached_property
    def shares(self) -> dict[str, float]:
        """How much of what the document says of councils is about each, by key; they add up to 1."""
        weights = self._weights
        total = sum(weights.values())
        return {key: weight / total for key, weight in weights.items()} if total else {}

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
        """Whether a body is named only in passing: where somebody comes from, a neighbour, a former employer."""
        if re.match(
            r" (?:director|DCS|assistant|deputy|chief|headteacher|MP)\b", self._text[mention.end : mention.end + 20]
        ):
            return True
        if LISTED.match(self._text, mention.end) or LISTED_BEFORE.search(
            self._text, max(0, mention.start - 3), mention.start
        ):
            return True
        return bool(ASIDE.search(self._text[max(0, mention.start - 60) : mention.start]))

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
        return self._chosen(clause or here or before[-1:], text)

    def _chosen(self, candidates: list[Mention], pronoun: str) -> Mention:
        wrong = {
            "she": r"\b(?:Mr|Sir|Lord)\b",
            "her": r"\b(?:Mr|Sir|Lord)\b",
            "he": r"\b(?:Mrs|Ms|Miss|Dame|Lady)\b",
            "his": r"\b(?:Mrs|Ms|Miss|Dame|Lady)\b",
        }
        pattern = wrong.get(pronoun.lower())
        right = {"she": r"(?:Mrs|Ms|Miss|Dame|Lady)\b", "he": r"(?:Mr|Sir|Lord)\b"}.get(
            {"her": "she", "his": "he", "him": "he"}.get(pronoun, pronoun)
        )
        sure = [each for each in candidates if right and re.match(right, each.text)]
        if sure:
            return sure[-1]
        fit = [
            each
            for each in candidates
            if not (pattern and any(re.match(pattern, other.text) for other in self._forms(each)))
        ]
        return (fit or candidates)[0] if len(candidates) > 1 else candidates[0]

    def _forms(self, person: Mention) -> list[Mention]:
        return [each for each in self._people if each.key == person.key]

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
