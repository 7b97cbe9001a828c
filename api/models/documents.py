"""What documents and the claims in them look like."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from api.models.base import Model
from api.models.entities import Related


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


class DocumentModel(Model):
    """A document with its text and its claims."""

    id: str = Field(description="The document's id.", examples=["document/2019-07_council_press"])
    properties: dict[str, Any] = Field(
        description="title, source, url, publisher, published, text, …", examples=[{"title": "New director appointed"}]
    )
    claims: tuple[ClaimModel, ...] = Field(description="What it says, in the text's order.")
