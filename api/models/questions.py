"""What the answer to a question in words looks like."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from api.models.base import Model
from api.models.rows import ColumnMeaning


class Reading(Model):
    """One way to understand a question."""

    query: str = Field(description="The query.", examples=["who-held"])
    parameters: dict[str, str] = Field(description="Its parameters.", examples=[{"organisation": "council/E08000032"}])
    understood: str = Field(description="The same in words.", examples=["who held director at Bradford"])
    href: str = Field(description="Its address.", examples=["/queries/who-held?organisation=council/E08000032"])


class AskedModel(Model):
    """A question, what it was understood as, and the answer."""

    question: str = Field(description="The question asked.", examples=["who held DCS at Bradford when"])
    query: str | None = Field(description="The query that answers it, null when none does.", examples=["who-held"])
    parameters: dict[str, str] = Field(description="Its parameters.", examples=[{"organisation": "council/E08000032"}])
    understood: str | None = Field(description="How it was understood.", examples=["who held director at Bradford"])
    alternatives: tuple[Reading, ...] = Field(description="Other ways to understand it.")
    reason: str | None = Field(description="Why it can't be answered.", examples=[None])
    columns: tuple[ColumnMeaning, ...] = Field(description="The rows' columns in order.")
    rows: tuple[dict[str, Any], ...] = Field(
        description="The rows.", examples=[[{"person": "Mark Douglas", "start": "2019-07-01", "certainty": "certain"}]]
    )
    next: str | None = Field(description="The `cursor` of the query's next page.", examples=[None])
