"""What the graph as a whole and the server look like."""

from __future__ import annotations

from pydantic import Field

from api.models.base import Model


class Dump(Model):
    """The whole graph as a file."""

    href: str = Field(description="Its address.", examples=["/export.nq"])
    media_type: str = Field(description="Its format.", examples=["application/n-quads"])


class DatasetModel(Model):
    """What is served here."""

    title: str = Field(description="Its name.", examples=["whoheld"])
    description: str = Field(description="What it holds.", examples=["Who held which post …"])
    counts: dict[str, int] = Field(description="Nodes by class.", examples=[{"Document": 6, "Person": 9}])
    changed: str | None = Field(description="When the graph last changed.", examples=["2026-03-02T09:00:00+00:00"])
    ontology: str = Field(description="The address of the ontology.", examples=["/ontology"])
    queries: str = Field(description="The address of the canned queries.", examples=["/queries"])
    openapi: str = Field(description="The address of the OpenAPI document.", examples=["/openapi.json"])
    dumps: tuple[Dump, ...] = Field(description="The whole graph as files.")


class Health(Model):
    """How the server is."""

    status: str = Field(description="“ok” when it is well.", examples=["ok"])


class Readiness(Health):
    """Whether the graph answers, and how much is in it."""

    counts: dict[str, int] = Field(description="Nodes by class.", examples=[{"Document": 6, "Person": 9}])
