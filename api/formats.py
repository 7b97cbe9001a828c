"""Rows and parts of the graph in the formats that other programs read: lines streamed, RDF, networks."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any

from fastapi.responses import Response, StreamingResponse

from api.negotiation import MEDIA_TYPES, Format
from api.spreadsheet import csv_lines
from graph.answer import Answer
from graph.catalogue import Column
from graph.database import Database
from graph.drawable import gexf, graphml
from graph.export import serialise
from graph.mapping import Rows
from graph.part import part

RDF: dict[str, str] = {"ttl": "turtle", "jsonld": "jsonld", "nq": "nquads"}
NETWORKS: frozenset[Format] = frozenset({"jsonld", "ttl", "graphml", "gexf"})
"""Formats in which an answer is a part of the graph: whole unless a limit is given, within the server's bound."""
OF_ENTITY: tuple[Format, ...] = ("json", "jsonld", "ttl", "graphml", "gexf", "html")
LINES = 200  # rows that are sent at once


def lines(
    columns: Sequence[Column], rows: Iterable[Mapping[str, Any]], chosen: Format, name: str, headers: Mapping[str, str]
) -> StreamingResponse:
    """Rows as CSV or as JSON Lines, sent while they come; what is wrong with the first one is told before it begins."""
    told = csv_lines(columns, rows) if chosen == "csv" else _json_lines(rows)
    begun = chain(list(islice(told, 2)), told)
    return StreamingResponse(
        _in_pieces(begun), media_type=f"{MEDIA_TYPES[chosen]}; charset=utf-8", headers=_headers(name, chosen, headers)
    )


def graph_part(
    db: Database, ids: Iterable[str], chosen: Format, name: str, headers: Mapping[str, str] | None = None
) -> Response:
    """What these ids name, and what is needed to understand it, as RDF or as a network."""
    body = _written(part(db, ids), chosen)
    return Response(body, media_type=MEDIA_TYPES[chosen], headers=_headers(name, chosen, headers or {}))


def ids_of(answered: Answer) -> set[str]:
    """The ids that an answer's rows have, and those of the claims that they quote."""
    columns = [column.name for column in answered.columns if column.type == "id"]
    found = {str(row[column]) for row in answered.rows for column in columns if row[column]}
    sources = (source for row in answered.rows for source in row.get("sources") or ())
    return found | {str(source["claim"]) for source in sources if source.get("claim")}


def _written(rows: Rows, chosen: Format) -> bytes:
    if chosen in RDF:
        return serialise(rows, RDF[chosen])
    return gexf(rows) if chosen == "gexf" else b"".join(graphml([rows]))


def _json_lines(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    return (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _in_pieces(told: Iterator[str]) -> Iterator[bytes]:
    while piece := "".join(islice(told, LINES)):
        yield piece.encode()


def _headers(name: str, chosen: Format, more: Mapping[str, str]) -> dict[str, str]:
    return {"Vary": "Accept", "Content-Disposition": f'inline; filename="{name}.{chosen}"', **more}
