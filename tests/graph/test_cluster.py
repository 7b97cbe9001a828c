"""What a cluster needs, as far as one server shows it: routing by `neo4j://`, and reads that wait for one's writes."""

from collections.abc import Iterator

import pytest

from graph.database import Database, Settings, connect
from graph.load import load
from graph.schema import ensure_schema
from graph.server import Server
from ingest.rdf import to_dataset
from tests.graph.conftest import clear
from tests.sample import readings


@pytest.fixture
def routed(server: Server) -> Iterator[Database]:
    """The session's server by its routing table, as drivers reach a cluster."""
    address = server.uri.replace("bolt://", "neo4j://")
    with connect(Settings(address, server.username, server.password)) as database:
        ensure_schema(database)
        clear(database)
        yield database
        clear(database)


def test_reads_and_writes_go_by_the_routing_table(routed: Database) -> None:
    news, *_ = readings()
    load(routed, to_dataset(news))
    assert routed.read("MATCH (document:Document) RETURN count(*) AS number") == [{"number": 1}]


def test_a_read_waits_for_what_was_written_before(routed: Database) -> None:
    before = routed.bookmarks()
    load(routed, to_dataset(readings()[0]))
    written = routed.bookmarks()
    assert written
    assert written != before
    with routed.reading(5) as transaction:
        assert transaction.run("MATCH (document:Document) RETURN count(*) AS number").single(strict=True)["number"] == 1
