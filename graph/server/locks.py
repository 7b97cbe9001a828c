"""Locks on files, which the kernel lets go of however their holder ends."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.server.errors import StartTimeout

PATIENCE = 180.0  # seconds for another command to start or stop the server


class FileLock:
    """A lock held from its making until `release`, or until the process ends."""

    def __init__(self, handle: int) -> None:
        self._handle: int | None = handle

    def release(self) -> None:
        """Let go; a second call does nothing."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def try_lock(path: Path, *, shared: bool) -> FileLock | None:
    """Lock the file if nobody's lock stands against it."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        return None
    return FileLock(handle)


@contextmanager
def locked(path: Path, *, shared: bool = False) -> Iterator[FileLock]:
    """Hold a lock for the length of a block, after waiting for it."""
    lock = wait_for(path, shared=shared)
    try:
        yield lock
    finally:
        lock.release()


def wait_for(path: Path, *, shared: bool, patience: float = PATIENCE) -> FileLock:
    """Lock the file, waiting for others to let go of it."""
    deadline = time.monotonic() + patience
    while (lock := try_lock(path, shared=shared)) is None:
        if time.monotonic() > deadline:
            raise StartTimeout(f"Another whoheld holds {path} and does not let go. Look for it with 'ps', and end it.")
        time.sleep(0.05)
    return lock


def is_held(path: Path) -> bool:
    """Tell whether somebody holds the lock alone."""
    if not path.exists():
        return False
    lock = try_lock(path, shared=True)
    if lock is not None:
        lock.release()
    return lock is None
