"""The application over the sample graph, served on a free port as whoever runs it would."""

from collections.abc import Iterator

import httpx
import pytest

from graph.database import Database
from tests.serving import served


@pytest.fixture(scope="session")
def client(sample_graph: Database) -> Iterator[httpx.Client]:
    """A program that asks over real HTTP."""
    with served(sample_graph) as address, httpx.Client(base_url=address, timeout=30) as client:
        yield client


@pytest.fixture(scope="session")
def tale_client(tale_graph: Database) -> Iterator[httpx.Client]:
    """The same for the longer tale."""
    with served(tale_graph) as address, httpx.Client(base_url=address, timeout=30) as client:
        yield client
