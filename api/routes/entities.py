"""People, councils, trusts, bodies, posts and events: found by name, shown by id."""

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response

from api.dependencies import Graph, Limits
from api.disputes import by_fact
from api.entity_page import MOST, shown
from api.event_lines import FACTS, body, followed, summary
from api.formats import OF_ENTITY, graph_part
from api.models.entities import Counted, Entities, EntityHit, EntityModel, FactsModel
from api.negotiation import MEDIA_TYPES, chosen_format
from api.rendering import address, as_json, page
from api.tables import quotes
from graph.answer import BadParameter, find_entities
from graph.database import Database
from graph.lookup import EntityPage, conflicts_of, entity_with_facts
from graph.names import count_entities

CLASSES = ("Person", "Organisation", "Council", "Trust", "Role", "Inspection", "Direction")
PAGE: dict[int | str, dict[str, Any]] = {200: {"content": {"text/html": {}}}}
ALL: dict[int | str, dict[str, Any]] = {
    200: {"content": {MEDIA_TYPES[each]: {} for each in OF_ENTITY if each != "json"}}
}


def router() -> APIRouter:
    """`/entities` and `/entities/{id}`."""
    routes = APIRouter(tags=["entities"])
    routes.get("/entities", summary="Find by name", operation_id="entities", response_model=Entities, responses=PAGE)(
        entities
    )
    routes.get(
        "/entities/{id:path}/facts",
        summary="The facts about an entity",
        operation_id="facts",
        response_model=FactsModel,
    )(facts)
    routes.get(
        "/entities/{id:path}",
        summary="An entity and its facts",
        operation_id="entity",
        response_model=EntityModel,
        responses=ALL,
    )(entity)
    return routes


def entities(
    request: Request,
    db: Graph,
    limits: Limits,
    q: Annotated[str, Query(description="A name, its beginning, or nearly so.", examples=["bradford"])] = "",
    label: Annotated[str, Query(description=f"Only of this class: {', '.join(CLASSES)}.", examples=["Council"])] = "",
    limit: Annotated[int, Query(ge=1, description="How many at most.", examples=[10])] = 20,
) -> Response:
    """The entities whose names are like `q`, best first."""
    if label and label not in CLASSES:
        raise BadParameter("label", f"“{label}” is no class of entities; give {', '.join(CLASSES)}")
    found = find_entities(db, q, label or None, min(limit, limits.rows_most))
    hits = tuple(
        EntityHit(
            id=each.id,
            name=each.name,
            label=each.label,
            names=each.names,
            note=each.note,
            score=round(each.score, 1),
            href=address(each.id),
        )
        for each in found
    )
    if chosen_format(request, "json", "html") == "json":
        counts = tuple(Counted(label=name, number=number) for name, number in count_entities(db, q).items())
        return as_json(Entities(q=q, entities=hits, counts=counts))
    return page(request, "entities.html.jinja", q=q, label=label, classes=CLASSES, entities=hits)


def facts(
    db: Graph,
    identity: Annotated[str, Path(alias="id", description="The entity's id.", examples=["council/E08000032"])],
) -> Response:
    """Every fact that touches it, each with the words that support it."""
    found = entity_with_facts(db, identity)
    return as_json(FactsModel.model_validate({"entity": found.id, "facts": asdict(found)["facts"]}))


def entity(
    request: Request,
    db: Graph,
    identity: Annotated[str, Path(alias="id", description="The entity's id.", examples=["council/E08000032"])],
) -> Response:
    """With every fact that touches it, each with the words that support it; also as RDF or as a network."""
    chosen = chosen_format(request, *OF_ENTITY)
    found = entity_with_facts(db, identity, MOST if chosen == "html" else None)
    if chosen == "json":
        told = {name: value for name, value in asdict(found).items() if name != "left_out"}
        return as_json(EntityModel.model_validate(told))
    if chosen != "html":
        return graph_part(db, [found.id, *(each["id"] for each in found.facts)], chosen, found.id.replace("/", "-"))
    return _fact_page(request, db, found) if found.label in FACTS else _entity_page(request, db, found)


def _entity_page(request: Request, db: Database, found: EntityPage) -> Response:
    """A person, post or organisation: its facts on one axis of time and in tables, with what is disputed in them."""
    return page(request, "entity.html.jinja", **shown(found, conflicts_of(db, found.id)))


def _fact_page(request: Request, db: Database, found: EntityPage) -> Response:
    """An inspection, direction, tenure, trust's work or conflict: what is known of it, in whose words."""
    (fact,) = found.facts
    befell = body(fact)
    around = entity_with_facts(db, befell) if befell else None
    about = [each["id"] for each in fact["entities"]] if found.label != "Conflict" else []
    conflicts = conflicts_of(db, befell or about[0]) if about else ()
    return page(
        request,
        "fact.html.jinja",
        entity=found,
        summary=summary(fact, around),
        conflicts=by_fact(conflicts, found.facts).get(found.id, ()),
        followed=followed(fact, around) if around else None,
        quotes=quotes(fact["sources"]),
    )
