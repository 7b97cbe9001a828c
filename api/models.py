"""What the JSON answers look like, each field with its meaning and an example."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, StrictBool

from graph.decide import Listed
from graph.load import Difference

Scalar = str | int | float | bool | None


class Model(BaseModel):
    """A value that is only shown."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Choice(Model):
    """Something that could be asked for instead."""

    id: str = Field(description="The id to ask for.", examples=["council/E08000032"])
    name: str = Field(description="Its name.", examples=["Bradford"])
    note: str | None = Field(default=None, description="What it is, to tell it from the others.", examples=["Council"])
    href: str = Field(
        description="The same request with the id in place of the name.",
        examples=["/queries/who-held?organisation=council/E08000032"],
    )


class FieldError(Model):
    """One parameter that can't be used."""

    field: str = Field(description="The parameter's name.", examples=["as_of"])
    message: str = Field(description="What is wrong and what is accepted.", examples=["“soon” is no date; give a year"])


class Problem(Model):
    """An error, as RFC 9457 has it: the one shape of every answer that is not a success."""

    type: str = Field(description="The kind of problem.", examples=["https://w3id.org/whoheld/problem/unknown-name"])
    title: str = Field(description="The kind in words.", examples=["Nothing is known by this name"])
    status: int = Field(description="The HTTP status.", examples=[404])
    detail: str = Field(
        description="What is wrong and what to do.",
        examples=["No organisation is known by the name “Bradfrod”. Nearest: Bradford."],
    )
    instance: str = Field(description="The path that was asked for.", examples=["/queries/who-held"])
    errors: tuple[FieldError, ...] = Field(default=(), description="Each parameter that can't be used.")
    choices: tuple[Choice, ...] = Field(default=(), description="What could be asked for instead, best first.")


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


class EntityHit(Model):
    """An entity whose name is like what was asked for."""

    id: str = Field(description="The entity's id.", examples=["council/E08000032"])
    name: str = Field(description="Its name.", examples=["Bradford"])
    label: str = Field(description="Its class.", examples=["Council"])
    names: tuple[str, ...] = Field(description="Every name it has.", examples=[["Bradford", "Bradford Council"]])
    note: str | None = Field(default=None, description="What tells it from its like.", examples=["until 2021-03-31"])
    score: float = Field(description="How like the name is, 0 to 100.", examples=[95.0])
    href: str = Field(description="Its address.", examples=["/entities/council/E08000032"])


class Entities(Model):
    """Entities found by name."""

    q: str = Field(description="The name asked for.", examples=["bradford"])
    entities: tuple[EntityHit, ...] = Field(description="What was found, best first.")
    counts: tuple[Counted, ...] = Field(description="How many were found of each class, whatever the limit.")


class Counted(Model):
    """How many names of a class are like the one asked for."""

    label: str = Field(description="The class.", examples=["Council"])
    number: int = Field(description="How many.", examples=[2])


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


class EntityModel(Model):
    """An entity with the facts that touch it."""

    id: str = Field(description="The entity's id.", examples=["council/E08000032"])
    label: str = Field(description="Its class.", examples=["Council"])
    name: str = Field(description="Its name.", examples=["Bradford"])
    properties: dict[str, Any] = Field(description="Its properties.", examples=[{"gssCode": "E08000032"}])
    facts: tuple[FactModel, ...] = Field(description="Every fact about it.")


class ClaimModel(Model):
    """One document's word."""

    id: str = Field(description="The claim's id.", examples=["claim/0f3a5b7c9d1e2f40"])
    label: str = Field(description="Its class.", examples=["TenureClaim"])
    properties: dict[str, Any] = Field(
        description="Its properties: quote, offsets in code points, confidence, dates.",
        examples=[{"quote": "Mark Douglas became director", "startOffset": 48, "endOffset": 76}],
    )
    about: tuple[Related, ...] = Field(description="What it is about.")
    facts: tuple[str, ...] = Field(description="The facts that it supports.", examples=[["tenure/0f3a5b7c9d1e2f40"]])


class FactsModel(Model):
    """The facts that touch an entity."""

    entity: str = Field(description="The entity's id.", examples=["council/E08000032"])
    facts: tuple[FactModel, ...] = Field(description="Every fact about it.")


class ClaimAnswer(ClaimModel):
    """A claim with its place in its document."""

    document: dict[str, Any] = Field(
        description="The document's id, title, published, publisher and url.",
        examples=[{"id": "document/2019-07_council_press", "title": "New director appointed"}],
    )
    annotation: dict[str, Any] = Field(
        description="The same as a Web Annotation (W3C), whose selectors find the words again in the document.",
        examples=[{"type": "Annotation", "target": {"source": "https://news.example/director", "selector": []}}],
    )


class DocumentLine(Model):
    """A document in the list."""

    id: str = Field(description="The document's id.", examples=["document/2019-07_council_press"])
    title: str = Field(description="Its title.", examples=["New director appointed"])
    publisher: str | None = Field(description="Who published it.", examples=["Example News"])
    published: str | None = Field(description="When it was published (EDTF).", examples=["2019-07-04"])
    url: str | None = Field(description="Its address.", examples=["https://news.example/director"])
    media_type: str | None = Field(description="What kind of file it is.", examples=["text/html"])
    claims: int = Field(description="How many claims were read from it.", examples=[7])
    href: str = Field(description="Its address here.", examples=["/documents/2019-07_council_press"])


class Documents(Model):
    """The documents in the graph."""

    q: str = Field(description="The words asked for.", examples=["bradford"])
    documents: tuple[DocumentLine, ...] = Field(description="In the order of their ids.")
    next: str | None = Field(
        description="The `cursor` of the next page, null at the end; `Link: rel=next` has its address.",
        examples=["document/2019-07_council_press"],
    )


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


class DocumentModel(Model):
    """A document with its text and its claims."""

    id: str = Field(description="The document's id.", examples=["document/2019-07_council_press"])
    properties: dict[str, Any] = Field(
        description="title, source, url, publisher, published, text, …", examples=[{"title": "New director appointed"}]
    )
    claims: tuple[ClaimModel, ...] = Field(description="What it says, in the text's order.")


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


class Health(Model):
    """How the server is."""

    status: str = Field(description="“ok” when it is well.", examples=["ok"])


class Readiness(Health):
    """Whether the graph answers, and how much is in it."""

    counts: dict[str, int] = Field(description="Nodes by class.", examples=[{"Document": 6, "Person": 9}])
