"""What can go wrong with the project's own Neo4j, in words for the person who started it."""

from __future__ import annotations

from pathlib import Path

from graph.model import WhoheldError


class ServerError(WhoheldError):
    """The local Neo4j can't be had; the message says why and what to do."""


class PortTaken(ServerError):
    """The port that the user fixed is in use by something else."""


class FolderInUse(ServerError):
    """A Neo4j that isn't ours holds the data folder."""


class ServerDied(ServerError):
    """The server's process ended by itself; the message ends with its last words."""


class NoNetwork(ServerError):
    """Neo4j's jars aren't on this machine yet and can't be fetched."""


class BrokenJar(ServerError):
    """A fetched file isn't the one that was pinned."""


class StartTimeout(ServerError):
    """The server didn't become ready in time."""


def port_taken(port: int) -> PortTaken:
    """Name the port and the two ways out."""
    return PortTaken(
        f"Port {port} is taken by another program. Set WHOHELD_BOLT_PORT to a free port, "
        "or unset it and a free one is chosen."
    )


def died(log: Path, exit_code: int, port: int) -> ServerError:
    """Read from the log why the server's process ended."""
    text = log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
    if "locked by another process" in text or "StoreLockException" in text:
        return FolderInUse(
            f"Another Neo4j that whoheld did not start uses {log.parent.parent}. "
            "Stop that one, or set WHOHELD_HOME to another folder."
        )
    if "Address already in use" in text or "PortBindException" in text:
        return port_taken(port)
    lines = [line for line in text.splitlines() if line.strip() and "][aot" not in line]
    last = "\n".join(lines[-12:]) or "(it said nothing)"
    return ServerDied(f"Neo4j ended by itself with code {exit_code}. Its last words in {log}:\n{last}")


_ALL = (ServerError, PortTaken, FolderInUse, ServerDied, BrokenJar, NoNetwork, StartTimeout)
KINDS: dict[str, type[ServerError]] = {kind.__name__: kind for kind in _ALL}
