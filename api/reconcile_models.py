"""What the Reconciliation API 0.2 takes and gives, each field with its meaning and an example."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import ConfigDict, Field

from api.models.base import Model

MOST_QUERIES = 50
MOST_IDS = 100


class TypeId(Model):
    """A class of entities."""

    id: str = Field(description="The class's name in the ontology.", examples=["Council"])
    name: str = Field(description="The same in words.", examples=["council"])


class EntityType(TypeId):
    """A class of entities with what it means."""

    description: str = Field(description="What belongs to it.", examples=["A local authority."])
    broader: tuple[TypeId, ...] = Field(
        description="The class that it is part of.", examples=[[{"id": "Organisation", "name": "organisation"}]]
    )


class UrlTemplate(Model):
    """An address with a place for an id."""

    url: str = Field(
        description="The address; `{{id}}` stands for the id.", examples=["https://whoheld.example/entities/{{id}}"]
    )


class PreviewTemplate(UrlTemplate):
    """The address of an entity's preview and how large that is."""

    width: int = Field(description="The frame's width in pixels.", examples=[430])
    height: int = Field(description="The frame's height in pixels.", examples=[300])


class ServiceAddress(Model):
    """Where a service is: both parts in a row are its address."""

    service_url: str = Field(description="The address's beginning.", examples=["https://whoheld.example/reconcile"])
    service_path: str = Field(description="The rest of it.", examples=["/suggest/entity"])


class Suggesters(Model):
    """Where names are completed while somebody types."""

    entity: ServiceAddress = Field(description="Names of entities.")
    property: ServiceAddress = Field(description="Names of properties.")
    type: ServiceAddress = Field(description="Names of classes.")


class Extender(Model):
    """How more is learnt of entities that are already found."""

    propose_properties: ServiceAddress = Field(description="What can be learnt of a class.")
    property_settings: tuple[dict[str, Any], ...] = Field(
        default=(), description="What a property can be set to; there is nothing to set.", examples=[[]]
    )


class ServiceManifest(Model):
    """What this service is and does."""

    versions: tuple[str, ...] = Field(description="The versions of the API.", examples=[["0.2"]])
    name: str = Field(description="What the service is called.", examples=["whoheld"])
    identifierSpace: str = Field(  # noqa: N815  # the specification's name
        description="What ids begin with as IRIs.", examples=["https://w3id.org/whoheld/id/"]
    )
    schemaSpace: str = Field(  # noqa: N815
        description="What classes and properties begin with.", examples=["https://w3id.org/whoheld/ontology#"]
    )
    documentation: str = Field(description="Where it is explained.", examples=["https://whoheld.example/docs"])
    serviceVersion: str = Field(description="The program's version.", examples=["0.1.0"])  # noqa: N815
    defaultTypes: tuple[EntityType, ...] = Field(description="The classes to look in.")  # noqa: N815
    batchSize: int = Field(description="The most queries of one batch.", examples=[MOST_QUERIES])  # noqa: N815
    view: UrlTemplate = Field(description="An entity's page.")
    preview: PreviewTemplate = Field(description="An entity in a small frame.")
    suggest: Suggesters = Field(description="Completing names.")
    extend: Extender = Field(description="Learning more of entities.")


class EntityGiven(Model):
    """A property's value that is an entity already known."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str = Field(max_length=500, description="The entity's id.", examples=["council/E08000032"])


GivenValue = str | bool | int | float | EntityGiven


class PropertyGiven(Model):
    """What else is known of the entity that is looked for."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    pid: str = Field(description="The property, as `/reconcile/suggest/property` has it.", examples=["organisation"])
    v: GivenValue | list[GivenValue] = Field(
        description="A value or several, of which one must fit: a name, an id, or `{“id”: …}`.", examples=["Bradford"]
    )


class ReconciliationQuery(Model):
    """A name to be found in the graph."""

    query: str = Field(default="", max_length=500, description="The name, or an id.", examples=["Mark Douglas"])
    type: str | list[str] = Field(default_factory=list, description="A class, or several.", examples=["Person"])
    limit: int = Field(default=10, ge=1, description="How many candidates at most; never more than 50.", examples=[3])
    properties: list[PropertyGiven] = Field(
        default_factory=list, max_length=10, description="What else is known: those that have it come first."
    )
    type_strict: Literal["any", "should", "all"] = Field(
        default="any",
        description="Of several classes the entity has `any`, or `all`; with `should`, others come further down.",
        examples=["any"],
    )

    @property
    def types(self) -> tuple[str, ...]:
        """The classes asked for, each once."""
        given = [self.type] if isinstance(self.type, str) else self.type
        return tuple(dict.fromkeys(each for each in given if each))


class Feature(Model):
    """One thing that speaks for a candidate or against it."""

    id: str = Field(
        description="`name_similarity`, `exact_name`, `of_type`, or `has_` and a property.", examples=["exact_name"]
    )
    value: bool | float = Field(description="Whether, or how far (0 to 100).", examples=[True])


class Candidate(Model):
    """An entity that the name may stand for."""

    id: str = Field(description="The entity's id.", examples=["person/mark-douglas"])
    name: str = Field(description="Its name.", examples=["Mark Douglas"])
    description: str = Field(description="What tells it from its like.", examples=["person"])
    type: tuple[TypeId, ...] = Field(description="Its classes, the narrowest first.")
    score: float = Field(description="How well it fits, 0 to 100.", examples=[100.0])
    match: bool = Field(
        description="Whether it alone has exactly this name, the class and the properties asked for.", examples=[True]
    )
    features: tuple[Feature, ...] = Field(description="What the score was made of.")


class Candidates(Model):
    """What was found for one query."""

    result: tuple[Candidate, ...] = Field(description="The candidates, best first.")


class PropertyAsked(Model):
    """A property to be fetched."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str = Field(description="The property, as proposed.", examples=["gssCode"])


class ExtensionQuery(Model):
    """What is to be learnt of which entities."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    ids: list[str] = Field(max_length=MOST_IDS, description="The entities' ids.", examples=[["council/E08000032"]])
    properties: list[PropertyAsked] = Field(max_length=20, description="The properties.")


class ExtensionColumn(Model):
    """A property that was fetched."""

    id: str = Field(description="The property.", examples=["organisation"])
    name: str = Field(description="The same in words.", examples=["organisations"])
    type: TypeId | None = Field(default=None, description="The class of its values, where they are entities.")


class EntityValue(Model):
    """A value that is an entity."""

    id: str = Field(description="The entity's id.", examples=["council/E08000032"])
    name: str = Field(description="Its name.", examples=["Bradford"])


class TextValue(Model):
    """A value in words; dates are EDTF."""

    text: str = Field(serialization_alias="str", description="The words.", examples=["inadequate"])


class Extension(Model):
    """What was learnt."""

    meta: tuple[ExtensionColumn, ...] = Field(description="The properties in the order asked for.")
    rows: dict[str, dict[str, tuple[EntityValue | TextValue, ...]]] = Field(
        description="By entity and property the values; none where nothing is known.",
        examples=[{"council/E08000032": {"gssCode": [{"str": "E08000032"}]}}],
    )


class ProposedProperty(Model):
    """A property that can be fetched, and given with a query."""

    id: str = Field(description="The property.", examples=["latestJudgement"])
    name: str = Field(description="The same in words.", examples=["latest judgement"])
    description: str = Field(description="What it says.", examples=["What the last inspection judged."])


class Proposal(Model):
    """What can be learnt of a class."""

    type: str | None = Field(default=None, description="The class.", examples=["Council"])
    limit: int | None = Field(default=None, description="How many were asked for.", examples=[10])
    properties: tuple[ProposedProperty, ...] = Field(description="The properties.")


class SuggestedEntity(Model):
    """An entity whose name may be meant."""

    id: str = Field(description="The entity's id.", examples=["council/E08000032"])
    name: str = Field(description="Its name.", examples=["Bradford"])
    description: str = Field(description="What tells it from its like.", examples=["council; also Bradford Council"])
    notable: tuple[TypeId, ...] = Field(description="Its classes, the narrowest first.")


class SuggestedEntities(Model):
    """Entities whose names begin so."""

    result: tuple[SuggestedEntity, ...] = Field(description="The best first.")


class SuggestedProperties(Model):
    """Properties whose names begin so."""

    result: tuple[ProposedProperty, ...] = Field(description="In order.")


class SuggestedTypes(Model):
    """Classes whose names begin so."""

    result: tuple[EntityType, ...] = Field(description="In order.")
