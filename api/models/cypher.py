"""What queries of one's own take and give."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, StrictBool

from api.models.base import Model


class CypherQuery(BaseModel):
    """A query of one's own."""

    model_config = ConfigDict(extra="forbid")

    query: str = Field(
        description="Cypher that only reads.",
        max_length=20_000,
        examples=["MATCH (council:Council) WHERE council.name = $name RETURN council.gssCode AS code"],
    )
    parameters: dict[str, Any] = Field(
        default_factory=dict, description="Values for its $parameters.", examples=[{"name": "Bradford"}]
    )
    limit: int = Field(default=1000, ge=1, strict=True, description="Rows at most.", examples=[1000])
    plan: StrictBool = Field(default=False, description="Whether to tell how Neo4j goes about it.", examples=[True])


class PlanStep(Model):
    """A step of the plan by which Neo4j answers."""

    operator: str = Field(description="What is done.", examples=["NodeIndexSeek"])
    details: str = Field(description="With what.", examples=["council:Council(name) WHERE name = $name"])
    estimated_rows: float = Field(description="On how many rows, by Neo4j's estimate.", examples=[1.0])
    children: tuple[PlanStep, ...] = Field(default=(), description="The steps before it.", examples=[[]])


class CypherAnswer(Model):
    """What a query of one's own gave."""

    columns: tuple[str, ...] = Field(description="The columns in order.", examples=[["code"]])
    rows: tuple[dict[str, Any], ...] = Field(
        description="The rows; nodes have id, labels and properties, days are ISO strings.",
        examples=[[{"code": "E08000032"}]],
    )
    truncated: bool = Field(description="Whether a limit cut the rows off.", examples=[False])
    milliseconds: float = Field(description="How long the database took.", examples=[3.2])
    plan: PlanStep | None = Field(default=None, description="How Neo4j went about it, when that was asked for.")
