"""A real Neo4j that the project runs itself: no Docker, no system Java, nothing left behind."""

from graph.server.control import Server, Status, ensure_running, start, status, stop
from graph.server.errors import (
    BrokenJar,
    FolderInUse,
    NoNetwork,
    PortTaken,
    ServerDied,
    ServerError,
    StartTimeout,
)

__all__ = [
    "BrokenJar",
    "FolderInUse",
    "NoNetwork",
    "PortTaken",
    "Server",
    "ServerDied",
    "ServerError",
    "StartTimeout",
    "Status",
    "ensure_running",
    "start",
    "status",
    "stop",
]
