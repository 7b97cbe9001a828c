"""The extractor `llm`: a language model behind an OpenAI-compatible endpoint reads, and every quote is checked.

The model's answer is data to be verified: it can only fill the claim models, and what it quotes must be in the text.
"""

from __future__ import annotations

import asyncio
import logging
from time import monotonic

from graph.model import Claim, Document, WhoheldError
from ingest.extractors.llm.account import Account
from ingest.extractors.llm.alignment import Aligner
from ingest.extractors.llm.answer import mended
from ingest.extractors.llm.endpoint import AnsweredPart, FailedPart, answers
from ingest.extractors.llm.evidence import claim_from
from ingest.extractors.llm.parts import parts
from ingest.extractors.llm.settings import LlmSettings, settings_from_environment

logger = logging.getLogger("whoheld.extractors.llm")
logger.addHandler(logging.NullHandler())  # the terminal gets the report; logs go where the program sends them


class NoAnswer(WhoheldError):
    """The endpoint gave no usable answer for any part of a document."""


class LlmExtractor:
    """Reads documents with the model that `WHOHELD_LLM_URL` and `WHOHELD_LLM_MODEL` name, and keeps account of it."""

    def __init__(self, settings: LlmSettings | None = None) -> None:
        self.settings = settings or settings_from_environment()
        self.account = Account(self.settings.model)

    def __call__(self, document: Document, /) -> tuple[Claim, ...]:
        """The claims whose quotes are in the text; raises `NoAnswer` when every part of the document fails."""
        begun = monotonic()
        pieces = parts(document.text, self.settings.part_length)
        try:
            results = asyncio.run(answers(self.settings, document, pieces, self.account.spent))
        finally:
            self.account.seconds += monotonic() - begun
        failed = [each for each in results if isinstance(each, FailedPart)]
        self._note(document, failed, len(pieces))
        if pieces and len(failed) == len(pieces):
            raise NoAnswer(f"{self.settings.model} gave no usable answer for {document.id}: {failed[0].reason}")
        return self._kept(document, [each for each in results if isinstance(each, AnsweredPart)])

    def report(self) -> str:
        """Requests, tokens, seconds, and what was dropped or failed; it also goes to the log."""
        text = str(self.account)
        logger.info(text)
        return text

    def _note(self, document: Document, failed: list[FailedPart], total: int) -> None:
        self.account.parts += total
        for each in failed:
            problem = f"{document.id}, part {each.part.number} of {total}: {each.reason}"
            self.account.failures.append(problem)
            logger.warning("%s", problem)

    def _kept(self, document: Document, answered: list[AnsweredPart]) -> tuple[Claim, ...]:
        """Claims in order of their words; what overlapping parts tell twice is told once."""
        aligner = Aligner(document.text)
        found: dict[str, Claim] = {}
        for each in answered:
            for raw in each.told:
                told = mended(raw, self.account.dropped)
                claim = told and claim_from(told, document, aligner, each.part, self.settings.model)
                if isinstance(claim, Claim):
                    found[claim.id] = claim
                elif claim:
                    self.account.dropped[claim] += 1
        self.account.claims += len(found)
        return tuple(sorted(found.values(), key=lambda claim: (claim.start_offset, claim.end_offset, claim.id)))
