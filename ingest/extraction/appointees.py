"""Since when those whom ministers appoint are in post: from the day of their appointment, where no other is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.model import Claim, DirectionStatement, TenureStatement
from ingest.trained import Offer

POSTS = {"commissioner_appointment": "commissioner", "adviser_appointment": "adviser"}


def begun(offers: Iterable[Offer]) -> Iterator[Offer]:
    """For each tenure that an appointment told elsewhere in the document begins, one more, dated, in its words."""
    told = list(offers)
    for claim, _ in told:
        made = claim.statement
        if isinstance(made, DirectionStatement) and made.kind in POSTS and made.person and made.date:
            held = [each for each in told if _is_of(each[0], made.person, POSTS[made.kind])]
            if held and not any(_has_start(each) for each, _ in held):
                yield _with_start(claim, held[0], made.date)


def _is_of(claim: Claim, person: str, role: str) -> bool:
    told = claim.statement
    return isinstance(told, TenureStatement) and (told.person, told.role) == (person, role)


def _has_start(claim: Claim) -> bool:
    return isinstance(claim.statement, TenureStatement) and claim.statement.start is not None


def _with_start(appointment: Claim, held: Offer, date: str) -> Offer:
    tenure, known = held
    statement = tenure.statement.model_copy(update={"start": date})
    return appointment.model_copy(update={"statement": statement, "confidence": tenure.confidence}), known
