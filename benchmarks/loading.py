"""Loading against the least that any loader must do."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path

from neo4j import ManagedTransaction

from graph.database import Database, connect
from graph.load import load, retract
from graph.mapping import Rows, to_rows
from graph.schema import ensure_schema
from ingest.pipeline import reading_of
from ingest.rdf import to_dataset
from ingest.reading import documents_in

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


def against_bare_driver() -> tuple[str, ...]:
    """Loading documents with their facts against writing the same nodes and edges by bare UNWIND, no facts."""
    datasets = [to_dataset(reading_of(path)) for path in documents_in([EXAMPLES])]
    parts = [to_rows(dataset) for dataset in datasets]
    size = sum(len(part.nodes) + len(part.edges) for part in parts)
    with connect() as database:
        ensure_schema(database)
        bare = _seconds(database, parts)
        begin = time.perf_counter()
        for dataset in datasets:
            load(database, dataset)
        ours = time.perf_counter() - begin
        for path in documents_in([EXAMPLES]):
            retract(database, f"document/{path.stem}")
    return f"load, {size} nodes and edges", f"{size / ours:.0f}/s", f"{size / bare:.0f}/s", f"{bare / ours:.2f}"


def _seconds(database: Database, parts: list[Rows]) -> float:
    """The time of writing rows under labels of their own, which are removed afterwards."""
    begin = time.perf_counter()
    for part in parts:
        database.write(partial(_write, part=part))
    took = time.perf_counter() - begin
    database.write(lambda transaction: transaction.run("MATCH (n:Bare) DETACH DELETE n").consume())
    return took


def _write(transaction: ManagedTransaction, part: Rows) -> None:
    nodes = [{"id": node.id, "properties": node.properties} for node in part.nodes]
    edges = [{"source": edge.source, "target": edge.target} for edge in part.edges]
    transaction.run("UNWIND $nodes AS row MERGE (n:Bare {id: row.id}) SET n += row.properties", nodes=nodes).consume()
    transaction.run(
        "UNWIND $edges AS row MATCH (a:Bare {id: row.source}), (b:Bare {id: row.target}) MERGE (a)-[:BARE]->(b)",
        edges=edges,
    ).consume()
