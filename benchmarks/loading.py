"""Loading against the least that any loader must do."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from neo4j import ManagedTransaction
from rdflib import Dataset

from graph.database import Database, Settings, connect
from graph.load import load, retract
from graph.mapping import Rows, to_rows
from graph.schema import ensure_schema
from ingest.pipeline import reading_of
from ingest.rdf import to_dataset
from ingest.reading import documents_in

ROUNDS = 3
EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


def against_bare_driver() -> tuple[str, ...]:
    """Loading documents with their facts against writing the same nodes and edges by bare UNWIND, no facts."""
    datasets = [to_dataset(reading_of(path)) for path in documents_in([EXAMPLES])]
    parts = [to_rows(dataset) for dataset in datasets]
    size = sum(len(part.nodes) + len(part.edges) for part in parts)
    with TemporaryDirectory() as home, connect(Settings(), Path(home)) as database:
        ensure_schema(database)
        database.define("CREATE CONSTRAINT bare_id FOR (n:Bare) REQUIRE n.id IS UNIQUE")
        for _ in range(ROUNDS):  # the last round counts: the server has compiled both by then
            bare = _bare(database, parts)
            ours = _ours(database, datasets)
    return f"load, {size} nodes and edges", f"{size / ours:.0f}/s", f"{size / bare:.0f}/s", f"{bare / ours:.2f}"


def _bare(database: Database, parts: list[Rows]) -> float:
    """Seconds of writing rows under a label of their own, which are removed afterwards."""
    begin = time.perf_counter()
    for part in parts:
        database.write(partial(_write, part=part))
    took = time.perf_counter() - begin
    database.write(lambda transaction: transaction.run("MATCH (n:Bare) DETACH DELETE n").consume())
    return took


def _ours(database: Database, datasets: list[Dataset]) -> float:
    """Seconds of loading documents into a graph that has none of them; they are retracted afterwards."""
    begin = time.perf_counter()
    done = [load(database, dataset) for dataset in datasets]
    took = time.perf_counter() - begin
    for each in done:
        retract(database, each.document)
    return took


def _write(transaction: ManagedTransaction, part: Rows) -> None:
    nodes = [{"id": node.id, "properties": node.properties} for node in part.nodes]
    edges = [{"source": edge.source, "target": edge.target} for edge in part.edges]
    transaction.run("UNWIND $nodes AS row MERGE (n:Bare {id: row.id}) SET n += row.properties", nodes=nodes).consume()
    transaction.run(
        "UNWIND $edges AS row MATCH (a:Bare {id: row.source}), (b:Bare {id: row.target}) MERGE (a)-[:BARE]->(b)",
        edges=edges,
    ).consume()
