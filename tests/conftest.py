"""What all tests share: one real Neo4j in a folder of its own, never the user's."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph.database import Database, Settings, connect
from graph.load import load
from graph.model import Reading
from graph.schema import ensure_schema
from graph.server import Server, ensure_running
from ingest.rdf import to_dataset
from tests.sample import readings
from tests.tale import tale


@pytest.fixture(scope="session", autouse=True)
def server_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keep every test, and every command that a test runs, away from the user's data and databases."""
    home = tmp_path_factory.mktemp("whoheld-home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WHOHELD_HOME", str(home))
        for name in ("NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE"):
            patch.delenv(name, raising=False)
        yield home


@pytest.fixture(scope="session")
def server(server_home: Path) -> Iterator[Server]:
    """The session's Neo4j: started for the first test that asks, stopped after the last."""
    with ensure_running(server_home, progress=print) as running:
        yield running


@pytest.fixture(scope="session")
def sample_graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """The documents of `tests.sample` in a Neo4j of their own, which no test writes to."""
    with _graph_of(readings(), tmp_path_factory.mktemp("sample-home")) as database:
        yield database


@pytest.fixture(scope="session")
def tale_graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """The documents of `tests.tale` in a Neo4j of their own, which no test writes to."""
    with _graph_of(tale(), tmp_path_factory.mktemp("tale-home")) as database:
        yield database


@contextmanager
def _graph_of(told: Iterable[Reading], home: Path) -> Iterator[Database]:
    with (
        ensure_running(home, progress=print) as own,
        connect(Settings(own.uri, own.username, own.password)) as database,
    ):
        ensure_schema(database)
        for reading in told:
            load(database, to_dataset(reading))
        yield database
