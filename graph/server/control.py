"""What commands do with the local server: use it, start it to stay, stop it, ask how it is."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.server import jars
from graph.server.errors import KINDS, ServerDied, ServerError, StartTimeout
from graph.server.home import Home, home_at, size_of
from graph.server.locks import PATIENCE, is_held, locked
from graph.server.process import end_orphan, is_running

USERNAME = "neo4j"


@dataclass(frozen=True)
class Server:
    """Where a running server answers, and as whom."""

    uri: str
    username: str
    password: str
    version: str
    home: Path
    pid: int


@dataclass(frozen=True)
class Status:
    """How the local server is. `state`: running, starting, stopping or stopped; sizes in bytes."""

    state: str
    home: Path
    version: str
    uri: str | None
    pid: int | None
    pinned: bool
    data_size: int
    cache: Path
    cache_size: int

    def rows(self) -> list[tuple[str, str]]:
        """Give what a person wants to read, as names and values."""
        stays = "until 'whoheld database stop'" if self.pinned else "while a command uses it"
        running = [("uri", self.uri), ("pid", str(self.pid)), ("stays", stays)] if self.uri else []
        return [
            ("state", self.state),
            *[(name, value or "") for name, value in running],
            ("version", f"Neo4j Community {self.version}"),
            ("home", f"{self.home} ({self.data_size >> 20} MB)"),
            ("jars", f"{self.cache} ({self.cache_size >> 20} MB)"),
        ]


@contextmanager
def ensure_running(home: Path | None = None, progress: jars.Progress | None = None) -> Iterator[Server]:
    """Lease the local server for a block, starting it if it doesn't run; `progress` is told of long steps.

    It stops when its last lease ends, however that ends, unless `start` made it stay.
    """
    place = home_at(home)
    place.make()
    with locked(place.leases, shared=True):
        with locked(place.starting):
            state = _ready_state(place) or _start(place, progress or (lambda _: None))
        yield _server(place, state)


def start(home: Path | None = None, progress: jars.Progress | None = None) -> Status:
    """Start the server, or go on with the one that runs, and let it stay until `stop`."""
    with ensure_running(home, progress) as server:
        home_at(server.home).pin.touch()
        return status(server.home)


def stop(home: Path | None = None) -> bool:
    """Stop the server cleanly, whoever uses it; False when none ran."""
    place = home_at(home)
    was_running = is_held(place.supervising)
    deadline = time.monotonic() + PATIENCE
    while is_held(place.supervising):
        if time.monotonic() > deadline:
            raise StartTimeout(f"The server at {place.root} does not stop; see {place.log}.")
        if supervisor := place.state().get("supervisor"):
            with contextlib.suppress(ProcessLookupError):
                os.kill(int(supervisor), signal.SIGTERM)
        time.sleep(0.1)
    return was_running


def status(home: Path | None = None) -> Status:
    """Tell how the server is, without starting it."""
    place = home_at(home)
    state = place.state() if is_held(place.supervising) else {}
    words = {"ready": "running", "starting": "starting", "stopping": "stopping"}
    running = state.get("phase") == "ready"
    return Status(
        state=words.get(state.get("phase", ""), "stopped"),
        home=place.root,
        version=jars.version(),
        uri=_uri(state) if running else None,
        pid=state["pid"] if running else None,
        pinned=running and place.pin.exists(),
        data_size=size_of(place.root),
        cache=jars.cache_folder(),
        cache_size=size_of(jars.cache_folder()),
    )


def _uri(state: dict[str, Any]) -> str:
    return f"bolt://127.0.0.1:{state['port']}"


def _server(place: Home, state: dict[str, Any]) -> Server:
    return Server(_uri(state), USERNAME, place.password(), state["version"], place.root, state["pid"])


def _ready_state(place: Home) -> dict[str, Any] | None:
    """Wait for a server that starts or stops just now; None when there is none to share."""
    deadline = time.monotonic() + PATIENCE
    while is_held(place.supervising) and time.monotonic() < deadline:
        state = place.state()
        if state.get("phase") == "ready" and is_running(state["supervisor"]) and is_running(state["pid"]):
            return state
        time.sleep(0.05)
    return None


def _start(place: Home, progress: jars.Progress) -> dict[str, Any]:
    jars.ensure_jars(progress)
    progress("Starting the database …")
    end_orphan(place)
    place.state_file.unlink(missing_ok=True)
    with place.supervisor_log.open("wb") as log:
        subprocess.run(  # noqa: S603 -- it leaves a supervisor behind and comes back at once
            [sys.executable, "-m", "graph.server.supervisor", str(place.root)],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=Path(__file__).parents[2],
            check=False,
        )
    state = _ready_state(place)
    if state is None:
        raise _failure(place)
    return state


def _failure(place: Home) -> ServerError:
    state = place.state()
    if state.get("phase") == "failed":
        return KINDS.get(state["error"], ServerError)(state["message"])
    words = place.supervisor_log.read_text(encoding="utf-8", errors="replace").strip()
    return ServerDied(f"The process that watches over Neo4j ended: {words[-800:] or 'it was stopped or killed'}")
