"""Extraction of claims from a document's text, one file a kind of claim."""

from __future__ import annotations

from graph.model import Claim, Document
from ingest.extraction import directions, inspections, tenures, trusts
from ingest.extraction.appointees import begun
from ingest.extraction.context import Context, read_context
from ingest.extraction.deciding.confidence import Confidence
from ingest.extraction.deciding.eventdates import event_dates
from ingest.trained import Features


def extract(document: Document) -> tuple[Claim, ...]:
    """Every claim that a document makes, in order of its words."""
    context = read_context(document)
    return Confidence(context, offered(context)).weighed()


def offered(context: Context) -> dict[Claim, Features]:
    """The claims that frames and models read, with what is known of each; they are not weighed yet."""
    dates = event_dates(context)
    told = [
        *tenures.offers(context),
        *inspections.offers(context, dates),
        *directions.offers(context, dates),
        *trusts.offers(context),
    ]
    once = {offer[0].id: offer for offer in (*told, *begun(told))}
    return dict(sorted(once.values(), key=lambda each: (each[0].start_offset, each[0].end_offset, each[0].id)))
