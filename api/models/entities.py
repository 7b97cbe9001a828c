"""What entities look like, with the facts that touch them."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from api.models.base import Model
from api.models.rows import Source


class EntityHit(Model):
    """An entity whose name is like what was asked for."""

    id: str = Field(description="The entity's id.", examples=["council/E08000032"])
    name: str = Field(description="Its name.", examples=["Bradford"])
    label: str = Field(description="Its class.", examples=["Council"])
    names: tuple[str, ...] = Field(description="Every name it has.", examples=[["Bradford", "Bradford Council"]])
    note: str | None = Field(default=None, description="What tells it from its like.", examples=["until 2021-03-31"])
    score: float = Field(description="How like the name is, 0 to 100.", examples=[95.0])
    href: str = Field(description="Its address.", examples=["/entities/council/E08000032"])


class Counted(Model):
    """How many names of a class are like the one asked for."""

    label: str = Field(description="The class.", examples=["Council"])
    number: int = Field(description="How many.", examples=[2])


class Entities(Model):
    """Entities found by name."""

    q: str = Field(description="The name asked for.", examples=["bradford"])
    entities: tuple[EntityHit, ...] = Field(description="What was found, best first.")
    counts: tuple[Counted, ...] = Field(description="How many were found of each class, whatever the limit.")


class Related(Model):
    """An entity that a fact or claim joins."""

    relation: str = Field(description="The relation's type.", examples=["HOLDER"])
    id: str = Field(description="The entity's id.", examples=["person/mark-douglas"])
    name: str | None = Field(description="The entity's name.", examples=["Mark Douglas"])


class FactModel(Model):
    """What all claims about one thing together support."""

    id: str = Field(description="The fact's id.", examples=["tenure/0f3a5b7c9d1e2f40"])
    label: str = Field(description="Its class.", examples=["Tenure"])
    name: str | None = Field(description="The fact in words.", examples=["Mark Douglas, director at Bradford"])
    properties: dict[str, Any] = Field(
        description="Its properties.", examples=[{"start": "2019-07-01", "end": "2021-10"}]
    )
    entities: tuple[Related, ...] = Field(description="What it joins.")
    sources: tuple[Source, ...] = Field(description="The words that support it.")
    stated: bool = Field(
        description="Whether a claim that is likelier right than wrong says that it was, not only that it is planned.",
        examples=[True],
    )


class EntityModel(Model):
    """An entity with the facts that touch it."""

    id: str = Field(description="The entity's id.", examples=["council/E08000032"])
    label: str = Field(description="Its class.", examples=["Council"])
    name: str = Field(description="Its name.", examples=["Bradford"])
    properties: dict[str, Any] = Field(description="Its properties.", examples=[{"gssCode": "E08000032"}])
    facts: tuple[FactModel, ...] = Field(description="Every fact about it.")


class FactsModel(Model):
    """The facts that touch an entity."""

    entity: str = Field(description="The entity's id.", examples=["council/E08000032"])
    facts: tuple[FactModel, ...] = Field(description="Every fact about it.")
