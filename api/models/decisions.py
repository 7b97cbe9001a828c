"""What decisions on who is who look like."""

from __future__ import annotations

from pydantic import Field

from api.models.base import Model
from graph.decide import Listed
from graph.load import Difference


class Decisions(Model):
    """Decisions on who is who."""

    decisions: tuple[Listed, ...] = Field(description="With their reasons and some words of both sides.")


class Decided(Model):
    """What a decision changed: how facts read, that are new, other than before, or gone."""

    added: tuple[str, ...] = Field(description="New facts.", examples=[["Ann Lee, director at Leeds, from 2019"]])
    changed: tuple[str, ...] = Field(description="Facts that read differently.", examples=[[]])
    removed: tuple[str, ...] = Field(description="Facts that are gone.", examples=[[]])

    @classmethod
    def of(cls, difference: Difference) -> Decided:
        """What a difference tells."""
        return cls(added=difference.added, changed=difference.changed, removed=difference.removed)
