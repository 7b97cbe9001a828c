"""The connection to Neo4j: the server that the environment names, or the local one, started when needed.

Reads go through sessions with READ access, which the server itself holds to reading.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from neo4j import Driver, GraphDatabase, ManagedTransaction, Query, Record, Result, Session, Transaction, unit_of_work
from neo4j.exceptions import AuthError, ConfigurationError, DriverError, Neo4jError, ServiceUnavailable
from neo4j.time import Date, DateTime

from graph.memory import Memory
from graph.model import WhoheldError
from graph.server import ensure_running

Row = dict[str, Any]
Progress = Callable[[str], None]
Done = TypeVar("Done")
READ_SECONDS = 60.0
WRITE_SECONDS = 300.0
STREAM_SECONDS = 1800.0
CONNECTIONS = 100  # that wait for no other's end


class DatabaseUnavailable(WhoheldError):
    """Neo4j does not answer, or refuses the log-in."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Which Neo4j, and as whom; `uri` None means the local server."""

    uri: str | None = None
    username: str = "neo4j"
    password: str = field(default="", repr=False)
    database: str | None = None

    @classmethod
    def from_environment(cls) -> Settings:
        """What `NEO4J_URI`, `NEO4J_USERNAME`, `NEO4J_PASSWORD` and `NEO4J_DATABASE` say."""
        given = os.environ.get
        return cls(
            uri=given("NEO4J_URI") or None,
            username=given("NEO4J_USERNAME") or "neo4j",
            password=given("NEO4J_PASSWORD") or "",
            database=given("NEO4J_DATABASE") or None,
        )


class Database:
    """A graph in Neo4j; safe to share among threads."""

    def __init__(self, driver: Driver, name: str | None = None) -> None:
        self._driver = driver
        self._name = name
        self.writes = 0  # made here, so that whoever remembers what was read knows when to read again
        self.memory = Memory()
        self.in_use = 0  # connections, of at most CONNECTIONS
        self._counting = Lock()
        # In a cluster (neo4j://) reads go to replicas: bookmarks have them wait for what was written here before.
        self._bookmarks = GraphDatabase.bookmark_manager()

    def read(
        self, cypher: str, parameters: Mapping[str, object] | None = None, timeout: float = READ_SECONDS
    ) -> list[Row]:
        """Rows of a reading query, dates as Python's; `timeout` in seconds. Raises `DatabaseUnavailable`."""

        with self._connected():
            return self._driver.execute_query(  # in fewer round trips than a session's transaction takes
                Query(cypher, timeout=timeout),
                dict(parameters or {}),
                routing_="r",
                database_=self._name,
                bookmark_manager_=self._bookmarks,
                result_transformer_=_rows,
            )

    @contextmanager
    def reading(self, timeout: float) -> Iterator[Transaction]:
        """A transaction that only reads, for a block, of at most `timeout` seconds; it is never tried again."""
        with (
            self._connected(),
            self._session("READ") as session,
            session.begin_transaction(timeout=timeout) as transaction,
        ):
            yield transaction

    def stream(
        self, cypher: str, parameters: Mapping[str, object] | None = None, timeout: float = STREAM_SECONDS
    ) -> Iterator[Row]:
        """As `read`, row by row as they come, so that any number of them takes no more memory than a few."""
        with self.reading(timeout) as transaction:
            for record in transaction.run(cypher, dict(parameters or {})):
                yield _row(record)

    def write(self, work: Callable[[ManagedTransaction], Done], timeout: float = WRITE_SECONDS) -> Done:
        """Do `work` in one transaction, again when another one was in its way; all of it holds, or nothing."""
        with self._connected(), self._session("WRITE") as session:
            done = session.execute_write(unit_of_work(timeout=timeout)(work))
            self.writes += 1
            self.memory.forget()
            return done

    def bookmarks(self) -> frozenset[str]:
        """What a later read must have seen: the bookmarks of the last writes."""
        return frozenset(self._bookmarks.get_bookmarks())

    def define(self, cypher: str) -> None:
        """Run a schema command, which Neo4j wants in a transaction of its own."""
        with self._connected(), self._session("WRITE") as session:
            session.run(cypher).consume()

    @contextmanager
    def _connected(self) -> Iterator[None]:
        """Count a connection as in use for the block; failures to connect are told in words."""
        with self._counting:
            self.in_use += 1
        try:
            with _failures():
                yield
        finally:
            with self._counting:
                self.in_use -= 1

    def _session(self, access: str) -> Session:
        return self._driver.session(database=self._name, default_access_mode=access, bookmark_manager=self._bookmarks)

    def verify(self) -> None:
        """Raise `DatabaseUnavailable` unless the server answers a query now."""
        self.read("RETURN 1")


def rows(transaction: ManagedTransaction, cypher: str, parameters: Mapping[str, object] | None = None) -> list[Row]:
    """The rows of a query within a transaction, Neo4j's dates as Python's."""
    return _rows(transaction.run(cypher, dict(parameters or {})))


def _rows(result: Result) -> list[Row]:
    return [_row(record) for record in result]


def _row(record: Record) -> Row:
    return {key: _native(value) for key, value in zip(record.keys(), record.values(), strict=True)}


def _native(value: Any) -> Any:  # noqa: ANN401 - whatever a row may hold
    kind = type(value)  # the driver gives no subclasses, and large answers have tens of thousands of values
    if kind is list:
        return [_native(each) for each in value]
    if kind is dict:
        return {key: _native(each) for key, each in value.items()}
    return value.to_native() if kind is Date or kind is DateTime else value


@contextmanager
def connect(
    settings: Settings | None = None, home: Path | None = None, progress: Progress | None = None
) -> Iterator[Database]:
    """The graph for a block: `settings`, or the environment's, or the local server in `home`, started when needed."""
    wanted = settings or Settings.from_environment()
    if wanted.uri:
        with _driver(wanted) as database:
            yield database
        return
    with ensure_running(home, progress) as server:
        local = Settings(server.uri, server.username, server.password, wanted.database)
        with _driver(local) as database:
            yield database


@contextmanager
def _driver(settings: Settings) -> Iterator[Database]:
    try:
        driver = GraphDatabase.driver(
            str(settings.uri),
            auth=(settings.username, settings.password),
            max_connection_pool_size=CONNECTIONS,
            notifications_disabled_classifications=["UNRECOGNIZED"],
        )
    except (ConfigurationError, ValueError) as error:
        raise DatabaseUnavailable(
            f"NEO4J_URI is “{settings.uri}”: write it like bolt://localhost:7687 or neo4j+s://host ({error})"
        ) from error
    with driver:
        database = Database(driver, settings.database)
        database.verify()
        yield database


@contextmanager
def _failures() -> Iterator[None]:
    """The driver's failures to connect, in words."""
    try:
        yield
    except AuthError as error:
        raise DatabaseUnavailable(
            "Neo4j refuses the log-in: check NEO4J_USERNAME and NEO4J_PASSWORD of the server that NEO4J_URI names"
        ) from error
    except (ServiceUnavailable, OSError) as error:
        raise DatabaseUnavailable(f"Neo4j does not answer: is the server of NEO4J_URI running? ({error})") from error
    except Neo4jError as error:
        if error.code and "DatabaseNotFound" in error.code:
            raise DatabaseUnavailable(f"Neo4j has no such database: check NEO4J_DATABASE ({error.message})") from error
        raise
    except DriverError as error:
        raise DatabaseUnavailable(f"Neo4j cannot be used: {error}") from error
