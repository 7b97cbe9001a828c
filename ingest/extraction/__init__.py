"""Extraction of claims from a document's text, one file a kind of claim."""

from __future__ import annotations

from graph.model import Claim, Document
from ingest.extraction import directions, inspections, tenures, trusts
from ingest.extraction.context import Context, read_context
from ingest.extraction.deciding.confidence import Confidence


def extract(document: Document) -> tuple[Claim, ...]:
    """Every claim that a document makes, in order of its words."""
    context = read_context(document)
    return Confidence(context, offered(context)).weighed()


def offered(context: Context) -> tuple[Claim, ...]:
    """The claims that frames and models read, before they are weighed against each other."""
    readers = (tenures, inspections, directions, trusts)
    found = {claim.id: claim for reader in readers for claim in reader.claims(context)}
    return tuple(sorted(found.values(), key=lambda claim: (claim.start_offset, claim.end_offset, claim.id)))
