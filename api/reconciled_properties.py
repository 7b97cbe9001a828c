"""What is known of the entities that are reconciled: one table of properties, to tell candidates of one name apart, to
fetch, and to be suggested."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any

from api.reconcile_models import EntityValue, ProposedProperty, TextValue, TypeId
from graph.answer import BadParameter
from graph.lookup import EntityPage
from graph.ontology import WH, names, ontology

SCHEMA = str(WH)
TYPES = ("Person", "Organisation", "Council", "Trust", "Role")
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


@cache
def meanings() -> dict[str, tuple[str, str]]:
    """Label and comment of every class and property of the ontology by its name there."""
    rows = [[str(each) for each in row] for row in ontology().query(MEANINGS) if not isinstance(row, bool)]
    return {term.removeprefix(SCHEMA): (label, comment) for term, label, comment in rows if term.startswith(SCHEMA)}


def type_id(label: str) -> TypeId:
    """A class by name."""
    return TypeId(id=label, name=meanings()[label][0])


def find_property(field: str, name: str) -> Property:
    """The property of that name or IRI; raises `BadParameter`."""
    bare = name.removeprefix(SCHEMA)
    for each in properties():
        if each.id == bare:
            return each
    known = ", ".join(each.id for each in properties())
    raise BadParameter(field, f"“{name}” is no property here; give {known}")


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
