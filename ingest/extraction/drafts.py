"""Tenures in the making: what one place of the text says of one person in one post."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import TenureStatement, TenureStatus
from ingest.names import Mention


@dataclass(frozen=True, slots=True)
class Draft:
    """A person in a post as one place tells it; dates are EDTF, `begin` and `finish` bound the quote.

    `is_owned` says that a column or heading of its own tells the body. What models make of it: `paired` is the chance
    that person and post belong together (-1 where it was not asked), `owned` that of the body, `ahead` how far it is
    before the next body.
    """

    person: Mention
    role: str
    org: str | None
    begin: int
    finish: int
    confidence: float
    interim: bool = False
    status: TenureStatus = "held"
    start: str | None = None
    end: str | None = None
    role_as_written: str | None = None
    at: int = 0
    is_owned: bool = False
    paired: float = -1.0
    owned: float = 1.0
    ahead: float = 1.0

    @property
    def tenure(self) -> tuple[str, str, str | None]:
        """What it tells of: the person's key, the role, the body."""
        return self.person.key, self.role, self.org

    def statement(self, as_of: str | None) -> TenureStatement:
        """The claim's statement; `as_of` is when the document attests a holder, and only of holders."""
        return TenureStatement(
            person=self.person.name,
            role=self.role,
            org=self.org,
            start=self.start,
            end=self.end,
            interim=self.interim,
            as_of=as_of if self.status == "held" else None,
            status=self.status,
            role_as_written=self.role_as_written,
        )
