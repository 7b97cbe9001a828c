"""What a claim is of, apart from its words: claims that agree in it repeat each other, or are rivals."""

from __future__ import annotations

from graph.model import Claim, TenureStatement, TrustStatement


def org(claim: Claim) -> str | None:
    """The body that a claim is of; a trust's own name."""
    told = claim.statement
    return told.name if isinstance(told, TrustStatement) else told.org


def subject(claim: Claim) -> tuple[str, ...]:
    """What a claim is about, apart from where and when: claims of one subject can be rivals."""
    told = claim.statement
    if isinstance(told, TenureStatement):
        return told.type, told.person, told.role
    return told.type, org(claim) or "", told.status if isinstance(told, TrustStatement) else told.kind


def gist(claim: Claim) -> tuple[str, ...]:
    """The same with its body and, but for tenures, its day: claims of one gist say the same."""
    told = claim.statement
    date = told.date if not isinstance(told, TenureStatement) else None
    return (*subject(claim), org(claim) or "", date or "")
