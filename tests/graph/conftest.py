"""A graph that tests of the graph write to."""

from collections.abc import Iterator

import pytest

from graph.database import Database, Settings, connect
from graph.schema import ensure_schema
from graph.server import Server


@pytest.fixture(scope="session")
def connected(server: Server) -> Iterator[Database]:
    """The session's Neo4j with the schema made."""
    with connect(Settings(server.uri, server.username, server.password)) as database:
        ensure_schema(database)
        yield database


@pytest.fixture
def database(connected: Database) -> Iterator[Database]:
    """A graph without documents, before and after."""
    clear(connected)
    yield connected
    clear(connected)


def clear(database: Database) -> None:
    """Take everything out of a graph."""
    database.write(lambda transaction: transaction.run("MATCH (node) DETACH DELETE node").consume())
