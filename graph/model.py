"""The values that cross a border between rooms: documents, claims and the errors people see.

`ingest` makes them, `graph` stores them, `api` shows them. They are immutable; dates are EDTF level 1 strings as known.
"""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

TenureStatus = Literal["held", "appointed", "ended", "planned"]
TrustStatus = Literal["planned", "established", "operating", "ended"]
InspectionKind = Literal["inspection", "monitoring_visit", "focused_visit", "home_inspection", "other"]
DirectionKind = Literal[
    "statutory_direction",
    "improvement_notice",
    "commissioner_appointment",
    "adviser_appointment",
    "trust_direction",
    "other",
]
Judgement = Literal["outstanding", "good", "adequate", "requires improvement", "inadequate"]
EDTF = Annotated[
    str, Field(description="A date as known, EDTF level 1", examples=["2019-07-01", "2021-10", "2016/2020"])
]


class WhoheldError(Exception):
    """An error to be shown to a person: its message says what is wrong, where, and what to do."""


class Value(BaseModel):
    """An immutable value that refuses unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Document(Value):
    """One version of a source's text.

    `id` names the source and survives a new version; `sha256` is of the file's bytes. `text` is what all
    offsets count in (Unicode code points); `page_starts` are offsets into it. `published` is EDTF or None, and
    `published_basis` says in words how it was found. `corrects` is whether it says that it corrects what its publisher
    said before.
    """

    id: str
    source: str
    sha256: str
    text: str
    title: str
    media_type: str
    url: str | None = None
    publisher: str | None = None
    published: EDTF | None = None
    published_basis: str = "not found"
    corrects: bool = False
    page_starts: tuple[int, ...] = (0,)


class TenureStatement(Value):
    """A person in a post, as one document puts it; names as written in full, `role` a canonical label."""

    type: Literal["tenure"] = "tenure"
    person: str
    role: str
    org: str | None
    start: EDTF | None = None
    end: EDTF | None = None
    interim: bool = False
    as_of: EDTF | None = None
    status: TenureStatus = "held"
    role_as_written: str | None = None


class InspectionStatement(Value):
    """An inspection or visit of a body; `date` is of the visit, `published` of the report.

    `ordinal` is which of a row of visits it was: 4 for "the fourth", 5 for one after "four previous visits".
    """

    type: Literal["inspection"] = "inspection"
    org: str
    kind: InspectionKind = "inspection"
    date: EDTF | None = None
    published: EDTF | None = None
    judgement: Judgement | None = None
    inspector: tuple[str, ...] = ()
    ordinal: int | None = None


class DirectionStatement(Value):
    """A direction, notice or appointment imposed on a body; `date` is of its issue."""

    type: Literal["direction"] = "direction"
    org: str
    kind: DirectionKind
    date: EDTF | None = None
    issuer: str | None = None
    person: str | None = None
    end: EDTF | None = None


class TrustStatement(Value):
    """A trust or council company that runs, will run or ran services for councils."""

    type: Literal["trust"] = "trust"
    name: str | None
    councils: tuple[str, ...] = ()
    status: TrustStatus
    date: EDTF | None = None


Statement = Annotated[
    TenureStatement | InspectionStatement | DirectionStatement | TrustStatement, Field(discriminator="type")
]


class Claim(Value):
    """One document's word: a statement, the exact words that make it, and how it was read.

    `quote == document.text[start_offset:end_offset]`; `page` counts from 1; `confidence` runs from 0 to 1.
    """

    document: str
    statement: Statement
    quote: str
    start_offset: int
    end_offset: int
    page: int = 1
    confidence: Annotated[float, Field(ge=0, le=1)] = 0.5
    method: str
    method_version: str

    @property
    def id(self) -> str:
        """A name that depends on nothing but the document, the statement and its place in the text."""
        content = f"{self.document}\n{self.start_offset}\n{self.end_offset}\n{self.statement.model_dump_json()}"
        return f"claim/{hashlib.sha256(content.encode()).hexdigest()[:16]}"


class Entity(Value):
    """A thing that statements are about, resolved: `id` as in IRIs, `label` the ontology's class name.

    `names` has every form seen; `properties` are ontology property names with plain values (gssCode, …), or with the
    id of another entity where the property is a relationship (postIn, namedAt); `successors` are ids of councils.
    """

    id: str
    label: Literal["Person", "Council", "Trust", "Organisation", "Role"]
    name: str
    names: tuple[str, ...] = ()
    properties: dict[str, str | int | bool] = Field(default_factory=dict)
    successors: tuple[str, ...] = ()


class ResolvedClaim(Value):
    """A claim and the entities its names stand for.

    `about` maps the ontology's property to entity ids: aboutPerson, aboutRole, aboutOrganisation, aboutIssuer,
    aboutInspector, aboutTrust, aboutCouncil.
    """

    claim: Claim
    about: dict[str, tuple[str, ...]]


class Reading(Value):
    """All that one document yields: what is turned into its named graph and loaded in one transaction."""

    document: Document
    claims: tuple[ResolvedClaim, ...]
    entities: tuple[Entity, ...]
    retrieved: datetime | None = None
