"""Where a local server keeps what is its own: data, configuration, password, locks."""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import platformdirs

from graph.server.errors import ServerError


@dataclass(frozen=True)
class Home:
    """The folder of one local server, only for its user's eyes.

    `WHOHELD_HOME`, or whoheld's folder among the user's data.
    """

    root: Path

    @property
    def neo4j(self) -> Path:
        """Neo4j's own home: data, conf and logs."""
        return self.root / "neo4j"

    @property
    def configuration(self) -> Path:
        """The folder of neo4j.conf."""
        return self.neo4j / "conf"

    @property
    def log(self) -> Path:
        """What the server's process prints."""
        return self.neo4j / "logs" / "process.log"

    @property
    def supervisor_log(self) -> Path:
        """What the supervisor prints, which should be nothing."""
        return self.neo4j / "logs" / "supervisor.log"

    @property
    def leases(self) -> Path:
        """Locked, shared, by everyone who uses the server."""
        return self.root / "leases.lock"

    @property
    def starting(self) -> Path:
        """Locked by the one who starts the server."""
        return self.root / "starting.lock"

    @property
    def supervising(self) -> Path:
        """Locked by the supervisor while it lives."""
        return self.root / "supervisor.lock"

    @property
    def pin(self) -> Path:
        """Is there while the server is to run without leases."""
        return self.root / "pinned"

    @property
    def state_file(self) -> Path:
        """The supervisor's word on how the server is."""
        return self.root / "state.json"

    @property
    def password_file(self) -> Path:
        """The generated password."""
        return self.root / "password"

    def make(self) -> None:
        """Make the folders; nobody else may look into Neo4j's."""
        try:
            for folder in (self.configuration, self.log.parent):
                folder.mkdir(parents=True, exist_ok=True)
            self.neo4j.chmod(0o700)
        except OSError as problem:
            raise ServerError(
                f"The graph can't be kept in {self.root} ({problem.strerror}). Set WHOHELD_HOME to a folder of yours."
            ) from problem

    def password(self) -> str:
        """Give the password, made on first use and readable only by the user."""
        if not self.password_file.exists():
            part = self.root / f".password-{os.getpid()}"
            handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "w") as stream:
                stream.write(secrets.token_hex(24))
            part.replace(self.password_file)
        return self.password_file.read_text().strip()

    def state(self) -> dict[str, Any]:
        """Give the supervisor's last word; empty when there is none."""
        try:
            return dict(json.loads(self.state_file.read_text()))
        except (FileNotFoundError, ValueError):
            return {}

    def write_state(self, **state: object) -> None:
        """Replace the supervisor's word at once as a whole."""
        part = self.state_file.with_suffix(".part")
        part.write_text(json.dumps(state))
        part.replace(self.state_file)


def home_at(path: Path | None = None) -> Home:
    """Choose the folder: the one given, `WHOHELD_HOME`, or the user's data folder."""
    chosen = path or os.environ.get("WHOHELD_HOME") or platformdirs.user_data_path("whoheld", appauthor=False)
    return Home(Path(chosen).expanduser().resolve())


def size_of(folder: Path) -> int:
    """Add up the bytes of a folder's files."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) if folder.is_dir() else 0
