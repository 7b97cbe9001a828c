"""What went wrong in a document, told in a line each with the words that it is about."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.evaluation.figures import Error
from ingest.evaluation.matching import Found, Matched, slots_told
from ingest.evaluation.tellings import Telling, of_fact

SHOWN = ("person", "role", "org", "kind", "name", "councils", "judgement", "status", "start", "end", "date")


def errors_of(matched: Matched) -> Iterator[Error]:
    """Facts missed, claims too many, wrong slots of right claims, in this order."""
    for fact in matched.missed:
        yield Error(
            what="missed", document=matched.document, type=fact.type, summary=told(of_fact(fact)), quote=fact.quote
        )
    for extra in matched.extra:
        claim = extra.claims[0]
        yield Error(
            what="too many",
            document=matched.document,
            type=claim.statement.type,
            summary=told(extra.telling),
            quote=claim.quote,
        )
    for found in matched.found:
        yield from _wrong_slots(matched.document, found)


def told(telling: Telling) -> str:
    """A fact or a claim in a line: names as they stand, dates and grades with the field's name."""
    return " · ".join(part for field in SHOWN for part in _part(field, telling.given(field)))


def _part(field: str, value: object) -> Iterator[str]:
    if isinstance(value, tuple) and value:
        yield ", ".join(map(str, value))
    elif isinstance(value, str) and value:
        yield value if field in SHOWN[:6] else f"{field} {value}"


def _wrong_slots(document: str, found: Found) -> Iterator[Error]:
    fact, claim = of_fact(found.fact), found.told.telling
    for slot, right in slots_told(found):
        if not right:
            wanted, got = fact.given(slot) or "nothing", claim.given(slot) or "nothing"
            who = claim.text("person") or claim.text("org") or claim.text("name") or "unnamed"
            summary = f"{who}: {slot} is {got}, should be {wanted}"
            quote = found.told.claims[0].quote
            yield Error(what="wrong", document=document, type=found.fact.type, summary=summary, quote=quote)
