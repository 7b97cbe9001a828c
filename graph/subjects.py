"""What else than an entity a picture can be of: the answer of a canned query, or what a search finds."""

from __future__ import annotations

from graph.answer import Answer
from graph.catalogue import internal
from graph.database import Database
from graph.names import find_entities
from graph.neighbourhood import Edge, Neighbourhood, Node, around, node_of

FOUND_MOST = 12  # entities of a search around which a picture is made


def of_answer(db: Database, answered: Answer, limit: int) -> Neighbourhood:
    """The facts and entities that an answer's rows name, and nothing else that surrounds them; no more than `limit`.

    An entity that was asked about is the centre.
    """
    columns = [column.name for column in answered.columns if column.type == "id"]
    told = {str(row[column]) for row in answered.rows for column in columns if row[column]}
    asked = [str(value) for value in answered.parameters.values() if "/" in str(value)]
    joined = [row["id"] for row in db.read(internal("ends"), {"ids": sorted(told)})]
    starts = _nodes(db, sorted({*told, *asked, *joined}))
    known = {node.id for node in starts}
    whole = around(db, starts, 1, limit)
    edges = tuple(edge for edge in whole.edges if edge.id in told or _among(edge, known, told))
    ends = {end for edge in edges for end in (edge.source, edge.target)}
    nodes = tuple(node for node in whole.nodes if node.id in ends | told)
    centre = next((each for each in asked if any(node.id == each for node in nodes)), None)
    return Neighbourhood(nodes, edges, whole.truncated or answered.next is not None, centre)


def of_search(db: Database, words: str, depth: int, limit: int) -> Neighbourhood:
    """What surrounds the entities whose names are most like the words."""
    found = find_entities(db, words, limit=FOUND_MOST)
    return around(db, _nodes(db, [each.id for each in found]), depth, limit)


def _nodes(db: Database, ids: list[str]) -> list[Node]:
    rows = db.read(internal("entity"), {"ids": ids})
    return [node_of(row) for row in rows if "Entity" in row["labels"]]


def _among(edge: Edge, known: set[str], told: set[str]) -> bool:
    """Whether an edge that is no fact of its own joins what was told: an inspection and its council, a predecessor."""
    return (
        edge.type not in ("HELD", "RUNS_SERVICES_FOR")
        and {edge.source, edge.target} <= known
        and (edge.source in told or edge.target in told)
    )
