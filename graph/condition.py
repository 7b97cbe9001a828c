"""How the graph is: whether it can be asked, how much is in it, and when it last changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from graph.catalogue import internal
from graph.database import READ_SECONDS, Database
from graph.model import WhoheldError
from graph.overview import counts
from graph.schema import statements

USABLE = "SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' RETURN name"


class SchemaMissing(WhoheldError):
    """Constraints or indexes that answers rely on are not there, or not yet usable."""


@dataclass(frozen=True, slots=True)
class Condition:
    """`counts` are nodes by class; `changed` is when what is known last changed, in seconds since 1970."""

    counts: dict[str, int]
    changed: float | None


@dataclass(frozen=True, slots=True)
class Version:
    """`turn` grows with each change of the graph, `changed` is when that was; the number of `facts`."""

    turn: int
    changed: datetime | None
    facts: int


def check_schema(db: Database) -> None:
    """Raise `SchemaMissing` unless every constraint and index is there and usable."""
    usable = {str(row["name"]) for row in db.read(USABLE)}
    if missing := [name for name, _ in statements() if name not in usable]:
        raise SchemaMissing(
            f"{len(missing)} constraints or indexes of the graph are not there yet, such as {missing[0]}: "
            "any whoheld command makes them, so does starting the server again"
        )


def condition(db: Database, timeout: float) -> Condition:
    """How much is in the graph and when it last changed; `timeout` in seconds."""
    now = version(db, timeout)
    return Condition({**counts(db), "Fact": now.facts}, now.changed.timestamp() if now.changed else None)


def version(db: Database, timeout: float = READ_SECONDS) -> Version:
    """Which state the graph is in."""
    (row,) = db.read(internal("version"), timeout=timeout)
    return Version(row["turn"], row["changed"], row["facts"])
