"""What the answers to canned queries look like, and the catalogue of those."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from api.models.base import Model

Scalar = str | int | float | bool | None


class Source(Model):
    """One document's words that support a row or a fact."""

    document: str = Field(description="The document's id.", examples=["document/2019-07_council_press"])
    title: str | None = Field(default=None, description="The document's title.", examples=["New director appointed"])
    published: str | None = Field(default=None, description="When it was published (EDTF).", examples=["2019-07-04"])
    quote: str = Field(description="The exact words.", examples=["Mark Douglas became director on 1 July 2019."])
    url: str | None = Field(
        default=None, description="The document's address.", examples=["https://news.example/director"]
    )
    claim: str | None = Field(default=None, description="The claim's id.", examples=["claim/0f3a5b7c9d1e2f40"])
    page: int | None = Field(default=None, description="The page, counted from 1.", examples=[1])


class ColumnMeaning(Model):
    """What a column of the rows holds."""

    name: str = Field(description="The key in each row.", examples=["start"])
    type: str = Field(description="text, date (EDTF), boolean, number, id, list or sources.", examples=["date"])
    meaning: str = Field(description="What it says.", examples=["First day as known (EDTF)."])


class Cypher(Model):
    """What was run to get an answer."""

    text: str = Field(description="The Cypher.", examples=["MATCH (organisation:Organisation {id: $organisation}) …"])
    parameters: dict[str, Any] = Field(
        description="What it was given.", examples=[{"organisation": "council/E08000032", "limit": 101}]
    )


class QueryAnswer(Model):
    """The one envelope of every canned query."""

    query: str = Field(description="The query's name.", examples=["who-held"])
    title: str = Field(description="What it answers.", examples=["Who held a post"])
    parameters: dict[str, Scalar] = Field(
        description="The parameters as they were understood: ids, notations, EDTF dates.",
        examples=[{"organisation": "council/E08000032", "role": "director of children's services", "as_of": None}],
    )
    columns: tuple[ColumnMeaning, ...] = Field(description="The rows' columns in order.")
    rows: tuple[dict[str, Any], ...] = Field(
        description="The rows; each has its sources.",
        examples=[[{"person": "Mark Douglas", "start": "2019-07-01", "end": "2021-10", "certainty": "certain"}]],
    )
    next: str | None = Field(
        description="The `cursor` of the next page, null at the end; `Link: rel=next` has its address.",
        examples=["MjAxOS0wNy0wMSBtYXJr"],
    )
    permalink: str = Field(
        description="The address that asks the same, with names resolved to ids.",
        examples=["/queries/who-held?organisation=council%2FE08000032&role=director+of+children%27s+services"],
    )
    cypher: Cypher | None = Field(default=None, description="With `include=cypher`, what was run.")


class ParameterMeaning(Model):
    """What a query takes."""

    name: str = Field(description="Its name.", examples=["organisation"])
    type: str = Field(description="entity, concept, date, number or choice.", examples=["entity"])
    meaning: str = Field(description="What it is.", examples=["The council: a name or an id."])
    example: str = Field(description="A value.", examples=["Bradford"])
    required: bool = Field(description="Whether it must be given.", examples=[True])
    default: str | None = Field(
        None, description="What it is when not given.", examples=["director of children's services"]
    )
    choices: tuple[str, ...] = Field(
        (), description="The values of a choice.", examples=[["inspection", "focused_visit"]]
    )


class QueryMeaning(Model):
    """A canned query."""

    name: str = Field(description="Its name, the last part of its address.", examples=["who-held"])
    title: str = Field(description="What it answers.", examples=["Who held a post"])
    meaning: str = Field(description="The same at length.", examples=["Everybody who held a post at an organisation."])
    question: str = Field(description="The question in words.", examples=["who held {role} at {organisation}"])
    href: str = Field(description="Its address.", examples=["/queries/who-held"])
    parameters: tuple[ParameterMeaning, ...] = Field(description="What it takes.")
    columns: tuple[ColumnMeaning, ...] = Field(description="What it gives.")


class Queries(Model):
    """The catalogue."""

    queries: tuple[QueryMeaning, ...] = Field(description="Every canned query.")
