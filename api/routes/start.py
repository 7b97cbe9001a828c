"""The start page; for programs, what is served here: as JSON, and in DCAT and VoID as Turtle or JSON-LD."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from api.dependencies import Graph
from api.models.dataset import DatasetModel, Dump
from api.negotiation import MEDIA_TYPES, Format, chosen_format
from api.rendering import as_json, page
from graph.catalogue import Parameter, Query, catalogue
from graph.condition import version
from graph.database import Database
from graph.dataset import DESCRIPTION, TITLE, description
from graph.dataset import MEDIA_TYPES as DUMPS
from graph.overview import counts, overview
from graph.phrases import tidy

EXAMPLES = 8
OFFERED: tuple[Format, ...] = ("json", "ttl", "jsonld", "html")


def router() -> APIRouter:
    """`/`."""
    routes = APIRouter(tags=["dataset"])
    routes.get(
        "/",
        summary="What is served here",
        operation_id="dataset",
        response_model=DatasetModel,
        responses={200: {"content": {MEDIA_TYPES[each]: {} for each in OFFERED if each != "json"}}},
    )(start)
    return routes


def start(request: Request, db: Graph) -> Response:
    """The start page, or a description of the dataset: JSON, or DCAT and VoID as Turtle or JSON-LD."""
    chosen = chosen_format(request, *OFFERED)
    if chosen == "html":
        examples = [example(each) for each in _most_telling()]
        return page(request, "start.html.jinja", overview=overview(db), examples=examples)
    if chosen == "json":
        return as_json(_dataset(db))
    base = str(request.base_url).rstrip("/")
    body = description(base, counts(db), version(db).changed, chosen)
    return Response(body, media_type=MEDIA_TYPES[chosen], headers={"Vary": "Accept"})


def _dataset(db: Database) -> DatasetModel:
    changed = version(db).changed
    return DatasetModel(
        title=TITLE,
        description=DESCRIPTION,
        counts=counts(db),
        changed=changed.isoformat() if changed else None,
        ontology="/ontology",
        queries="/queries",
        openapi="/openapi.json",
        dumps=tuple(Dump(href=f"/export.{suffix}", media_type=kind) for suffix, kind in DUMPS.items()),
    )


def _most_telling() -> list[Query]:
    """Queries to begin with: those that are about something in the world, the more it takes the better."""
    about = (each for each in catalogue().values() if any(_is_thing(slot) for slot in each.parameters))
    return sorted(about, key=lambda query: -query.question[0].count("{"))[:EXAMPLES]


def _is_thing(slot: Parameter) -> bool:
    return slot.required and slot.class_ != "Document"


def example(query: Query) -> str:
    """A query's question with its parameters' examples filled in."""
    text = query.question[0]
    for parameter in query.parameters:
        text = text.replace(f"{{{parameter.name}}}", parameter.example)
    return tidy(text)
