"""Ofsted's own forms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.model import Claim
from ingest.extraction.context import Context
from ingest.extraction.sightings import Sighting


def sightings(context: Context) -> Iterator[Sighting]:
    """Nothing yet."""
    yield from ()


def claims(context: Context) -> Iterable[Claim]:
    """Nothing yet."""
    return ()
