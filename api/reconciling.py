"""The Reconciliation API without HTTP and without the database: from what the graph gave to what is answered.

One table of properties serves three ends: to tell candidates of one name apart, to fetch, and to be suggested.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any

from api.reconcile_models import (
    MOST_QUERIES,
    Candidate,
    EntityGiven,
    EntityType,
    EntityValue,
    Extender,
    Feature,
    GivenValue,
    PreviewTemplate,
    PropertyGiven,
    ProposedProperty,
    ServiceAddress,
    ServiceManifest,
    SuggestedEntity,
    Suggesters,
    TextValue,
    TypeId,
    UrlTemplate,
)
from graph.answer import BadParameter
from graph.lookup import EntityPage
from graph.names import NAMESPACE, Found, normalise, short
from graph.ontology import WH, concepts, names, ontology

SCHEMA = str(WH)
TYPES = ("Person", "Organisation", "Council", "Trust", "Role")
ROOTS = ("Person", "Organisation", "Role")
WIDTH, HEIGHT = 430, 300
PENALTY = 15.0
UNFETCHED = frozenset(("name", "nameKey"))
DIRECTORS = "/director-of-childrens-services"
MEANINGS = "SELECT ?term ?label ?comment WHERE { ?term rdfs:label ?label ; rdfs:comment ?comment }"
Value = EntityValue | TextValue


@dataclass(frozen=True, slots=True)
class Known:
    """An entity with its facts and, of a person, the rows of the query `career`."""

    page: EntityPage
    career: Sequence[Mapping[str, Any]] = ()


@dataclass(frozen=True, slots=True)
class Property:
    """Something that is known of the entities of some classes; `type` is the class of values that are entities."""

    id: str
    name: str
    meaning: str
    classes: tuple[str, ...]
    values: Callable[[Known], tuple[Value, ...]]
    type: str | None = None

    def proposed(self) -> ProposedProperty:
        """As the answers have it."""
        return ProposedProperty(id=self.id, name=self.name, description=self.meaning)

    def is_of(self, label: str) -> bool:
        """Whether entities of the class may have it."""
        return bool(set(self.classes) & set(names().labels[label]))


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


@cache
def meanings() -> dict[str, tuple[str, str]]:
    """Label and comment of every class and property of the ontology by its name there."""
    rows = [[str(each) for each in row] for row in ontology().query(MEANINGS) if not isinstance(row, bool)]
    return {term.removeprefix(SCHEMA): (label, comment) for term, label, comment in rows if term.startswith(SCHEMA)}


def type_id(label: str) -> TypeId:
    """A class by name."""
    return TypeId(id=label, name=meanings()[label][0])


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


def find_property(field: str, name: str) -> Property:
    """The property of that name or IRI; raises `BadParameter`."""
    bare = name.removeprefix(SCHEMA)
    for each in properties():
        if each.id == bare:
            return each
    known = ", ".join(each.id for each in properties())
    raise BadParameter(field, f"“{name}” is no property here; give {known}")


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


@cache
def properties() -> tuple[Property, ...]:
    """Every property: those that follow from facts, then those of the ontology."""
    return (*DERIVED, *_stated())


def properties_of(label: str | None) -> tuple[Property, ...]:
    """Those that entities of a class may have; all for None."""
    return tuple(each for each in properties() if label is None or each.is_of(label))


def _stated() -> Iterable[Property]:
    """The ontology's properties of the classes offered, but for names, which every answer has."""
    labels = set(chain.from_iterable(names().labels[each] for each in TYPES))
    for name, told in names().properties.items():
        own = tuple(each for each in told.domain if each in labels)
        if own and not told.of_relationship and name not in UNFETCHED:
            label, comment = meanings()[name]
            yield Property(name, label, comment, own, _property_of(name))


def _property_of(name: str) -> Callable[[Known], tuple[Value, ...]]:
    def values(known: Known) -> tuple[Value, ...]:
        told = known.page.properties.get(name)
        listed = told if isinstance(told, list) else [told]
        return tuple(TextValue(text=_text(each)) for each in listed if each not in (None, ""))

    return values


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _joined(label: str, relation: str, ending: str = "") -> Callable[[Known], tuple[Value, ...]]:
    """Entities that an entity's facts of a class join to it, but those only planned; `ending` is of the post's id."""

    def values(known: Known) -> tuple[Value, ...]:
        facts = (fact for fact in _in_time(known.page) if fact["label"] == label and _is_at(fact, ending))
        joined = (each for fact in facts for each in fact["entities"] if each["relation"] == relation)
        return _distinct((each["id"], each["name"]) for each in joined)

    return values


def _is_at(fact: Mapping[str, Any], ending: str) -> bool:
    """Whether a fact is of a post whose id ends so, and more than a plan where it is a tenure."""
    if fact["label"] != "Tenure":
        return True
    posts = [each["id"] for each in fact["entities"] if each["relation"] == "IN_ROLE"]
    return fact["properties"].get("status") != "planned" and any(post.endswith(ending) for post in posts)


def _in_time(page: EntityPage) -> list[Mapping[str, Any]]:
    days = ("startEarliest", "startLatest", "attestedEarliest", "dateEarliest", "endEarliest", "endLatest")

    def first(fact: Mapping[str, Any]) -> tuple[str, str]:
        return next((str(fact["properties"][day]) for day in days if fact["properties"].get(day)), "9999"), fact["id"]

    return sorted(page.facts, key=first)


def _distinct(pairs: Iterable[tuple[str, str | None]]) -> tuple[Value, ...]:
    return tuple(EntityValue(id=identity, name=name or identity) for identity, name in dict(pairs).items())


def _organisations(known: Known) -> tuple[Value, ...]:
    return _distinct((row["organisation_id"], row["organisation"]) for row in known.career)


def _kinds_of_post(known: Known) -> tuple[Value, ...]:
    return tuple(TextValue(text=kind) for kind in dict.fromkeys(row["role"] for row in known.career) if kind)


def _last_judged(name: str) -> Callable[[Known], tuple[Value, ...]]:
    """A property of the last inspection that ended in a judgement."""

    def values(known: Known) -> tuple[Value, ...]:
        page = known.page
        told: list[Mapping[str, Any]] = [fact["properties"] for fact in page.facts if _judges(fact, page.id)]
        last = max(told, key=_last_day) if told else {}
        return (TextValue(text=str(last[name])),) if last.get(name) else ()

    return values


def _judges(fact: Mapping[str, Any], inspected: str) -> bool:
    joined = {(each["relation"], each["id"]) for each in fact["entities"]}
    return bool(fact["properties"].get("judgement")) and ("INSPECTED", inspected) in joined


def _last_day(told: Mapping[str, Any]) -> tuple[str, str]:
    """When an inspection was, for want of that when its report came."""
    return str(told.get("dateLatest") or told.get("publishedLatest") or ""), str(told["id"])


DERIVED = (
    Property(
        "organisation",
        "organisations",
        "Where the person held or was to hold a post, or was appointed by a direction.",
        ("Person",),
        _organisations,
        "Organisation",
    ),
    Property(
        "role",
        "kinds of post",
        "What the person was or was to be, such as director of children's services; any name of it fits.",
        ("Person",),
        _kinds_of_post,
    ),
    Property(
        "post",
        "posts held",
        "Of a person the posts held, of an organisation those that somebody held there.",
        ("Person", "Organisation"),
        _joined("Tenure", "IN_ROLE"),
        "Role",
    ),
    Property(
        "holder",
        "holders",
        "The people who held the post, or a post at the organisation, in order of time.",
        ("Role", "Organisation"),
        _joined("Tenure", "HOLDER"),
        "Person",
    ),
    Property(
        "directorOfChildrensServices",
        "directors of children's services",
        "The council's directors of children's services in order of time, interim ones too.",
        ("Council",),
        _joined("Tenure", "HOLDER", DIRECTORS),
        "Person",
    ),
    Property(
        "latestJudgement",
        "latest judgement",
        "What the last inspection that ended in a judgement judged.",
        ("Organisation",),
        _last_judged("judgement"),
    ),
    Property(
        "latestJudgementDate",
        "date of the latest judgement",
        "When that inspection was, as far as it is known (EDTF).",
        ("Organisation",),
        _last_judged("date"),
    ),
    Property(
        "trust",
        "children's trusts",
        "The trusts that run, ran or are to run the council's services.",
        ("Council",),
        _joined("Delegation", "DELEGATE"),
        "Trust",
    ),
    Property(
        "council",
        "councils served",
        "The councils whose services the trust runs, ran or is to run.",
        ("Trust",),
        _joined("Delegation", "DELEGATED_BY"),
        "Council",
    ),
)
