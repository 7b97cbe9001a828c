"""The Reconciliation API without HTTP and without the database: from what the graph gave to what is answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from api.reconcile_models import (
    MOST_QUERIES,
    Candidate,
    EntityGiven,
    EntityType,
    Extender,
    Feature,
    GivenValue,
    PreviewTemplate,
    PropertyGiven,
    ServiceAddress,
    ServiceManifest,
    SuggestedEntity,
    Suggesters,
    TextValue,
    TypeId,
    UrlTemplate,
)
from api.reconciled_properties import SCHEMA, TYPES, Known, Property, Value, meanings, type_id
from graph.answer import BadParameter
from graph.lookup import EntityPage
from graph.names import NAMESPACE, Found, normalise, short
from graph.ontology import concepts, names

ROOTS = ("Person", "Organisation", "Role")
WIDTH, HEIGHT = 430, 300
PENALTY = 15.0


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate's evidence: whether it has each property given, and the class asked for (None: none was)."""

    found: Found
    exact: bool
    of_type: bool | None
    has: Mapping[str, bool]

    @property
    def fits(self) -> bool:
        """Whether nothing speaks against it."""
        return self.exact and self.of_type is not False and all(self.has.values())

    @property
    def score(self) -> float:
        """How like the name is, less a penalty for each thing asked for that it has not."""
        lacking = sum(not each for each in self.has.values()) + (self.of_type is False)
        return max(0.0, round(self.found.score - PENALTY * lacking, 1))


def manifest(base: str, version: str) -> ServiceManifest:
    """What the service says of itself; `base` is its own address, without a slash at the end."""
    here = f"{base}/reconcile"
    return ServiceManifest(
        versions=("0.2",),
        name="whoheld: who held which post in English children's services",
        identifierSpace=NAMESPACE,
        schemaSpace=SCHEMA,
        documentation=f"{base}/docs",
        serviceVersion=version,
        defaultTypes=tuple(entity_type(each) for each in TYPES),
        batchSize=MOST_QUERIES,
        view=UrlTemplate(url=f"{base}/entities/{{{{id}}}}"),
        preview=PreviewTemplate(url=f"{here}/preview?id={{{{id}}}}", width=WIDTH, height=HEIGHT),
        suggest=Suggesters(
            entity=ServiceAddress(service_url=here, service_path="/suggest/entity"),
            property=ServiceAddress(service_url=here, service_path="/suggest/property"),
            type=ServiceAddress(service_url=here, service_path="/suggest/type"),
        ),
        extend=Extender(propose_properties=ServiceAddress(service_url=here, service_path="/extend/propose")),
    )


def entity_type(label: str) -> EntityType:
    """A class by name, with its meaning and the class above it."""
    name, meaning = meanings()[label]
    broader = tuple(type_id(each) for each in names().labels[label][1:] if each in TYPES)
    return EntityType(id=label, name=name, description=meaning, broader=broader)


def classes(field: str, given: Iterable[str]) -> tuple[str, ...]:
    """The classes by name or IRI; raises `BadParameter` for one that is not offered."""
    asked = tuple(each.removeprefix(SCHEMA) for each in given)
    for each in asked:
        if each not in TYPES:
            raise BadParameter(field, f"“{each}” is no class of entities here; give {', '.join(TYPES)}")
    return asked


def searched(types: Sequence[str], strict: str) -> tuple[str, ...]:
    """The classes to look in for candidates."""
    return tuple(types) if types and strict != "should" else ROOTS


def of_types(found: Found, types: Sequence[str], strict: str) -> bool | None:
    """Whether an entity is of the classes asked for, None when none were."""
    own = names().labels[found.label]
    return (all if strict == "all" else any)(each in own for each in types) if types else None


def named(page: EntityPage, text: str) -> Found:
    """An entity that was asked for by its id."""
    alternatives = page.properties.get("alternativeName") or ()
    return Found(page.id, page.name, page.label, (page.name, *alternatives, text), score=100.0)


def judged(found: Found, text: str, of_type: bool | None, has: Mapping[str, bool]) -> Judged:
    """A candidate with what speaks for it."""
    exact = any(normalise(name) == normalise(text) for name in found.names)
    return Judged(found, exact, of_type, has)


def candidates(judgements: Sequence[Judged], limit: int) -> tuple[Candidate, ...]:
    """The best candidates; one matches when it alone has all that was asked for."""
    alone = sum(each.fits for each in judgements) == 1
    ordered = sorted(judgements, key=lambda each: (-each.score, each.found.name, each.found.id))
    return tuple(_candidate(each, alone and each.fits) for each in ordered[:limit])


def _candidate(judgement: Judged, match: bool) -> Candidate:
    found = judgement.found
    return Candidate(
        id=found.id,
        name=found.name,
        description=description(found),
        type=types_of(found),
        score=judgement.score,
        match=match,
        features=tuple(_features(judgement)),
    )


def _features(judgement: Judged) -> Iterable[Feature]:
    yield Feature(id="name_similarity", value=round(judgement.found.score, 1))
    yield Feature(id="exact_name", value=judgement.exact)
    if judgement.of_type is not None:
        yield Feature(id="of_type", value=judgement.of_type)
    yield from (Feature(id=f"has_{name}", value=has) for name, has in judgement.has.items())


def types_of(found: Found) -> tuple[TypeId, ...]:
    """An entity's classes, the narrowest first."""
    return tuple(type_id(each) for each in names().labels[found.label] if each in TYPES)


def description(found: Found) -> str:
    """What tells an entity from others of its name."""
    others = [name for name in dict.fromkeys(found.names) if name not in (found.name, found.id)]
    parts = (meanings()[found.label][0], found.note, f"also {', '.join(others)}" if others else None)
    return "; ".join(part for part in parts if part)


def suggested(found: Found) -> SuggestedEntity:
    """An entity whose name begins as somebody types."""
    return SuggestedEntity(id=found.id, name=found.name, description=description(found), notable=types_of(found))


def begins(prefix: str, *texts: str) -> bool:
    """Whether a text, or a word in it, begins so; everything begins with nothing."""
    wanted = normalise(prefix)
    return any(f" {normalise(text)}".find(f" {wanted}") >= 0 for text in texts)


def given_values(given: Iterable[PropertyGiven]) -> dict[str, list[str]]:
    """The values given for each property as text, without those that are empty."""
    values: dict[str, list[str]] = {}
    for each in given:
        listed: list[GivenValue] = each.v if isinstance(each.v, list) else [each.v]
        texts = [value.id if isinstance(value, EntityGiven) else str(value) for value in listed]
        values.setdefault(each.pid, []).extend(text for text in texts if text.strip())
    return {name: texts for name, texts in values.items() if texts}


def has(known: Known, wanted: Property, forms: frozenset[str]) -> bool:
    """Whether one of an entity's values is one of those given."""
    return any(forms & value_forms(value) for value in wanted.values(known))


def value_forms(value: Value) -> frozenset[str]:
    """How a value can be written."""
    if isinstance(value, TextValue):
        return text_forms(value.text)
    return text_forms(value.name) | {value.id, value.id.rsplit("/", 1)[-1].casefold()}


def text_forms(text: str) -> frozenset[str]:
    """How a text that was given can be meant: as it is, as the bare place, as an id, as a kind of post."""
    bare = text.strip().removeprefix(NAMESPACE)
    written = {bare, bare.casefold(), normalise(text), short(text)}
    return frozenset(written | {_kinds().get(each, "") for each in written}) - {""}


@cache
def _kinds() -> dict[str, str]:
    """The kind of post by each of its names, both normalised."""
    kinds = ((each.notation, (each.label, *each.alternatives)) for each in concepts("role"))
    return {normalise(name): normalise(notation) for notation, written in kinds for name in written}
