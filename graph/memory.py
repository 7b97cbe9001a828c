"""What was looked up a moment ago, kept for as long as the graph is known to be as it was then."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

Found = TypeVar("Found")
SURE = 0.5  # seconds after a look at the graph's version for which what was found by it is used
MOST = 20_000  # things at most


class Memory:
    """Things found in one state of the graph. Nothing is kept unless somebody looks at the graph's version."""

    def __init__(self) -> None:
        self._version: object = None
        self._found: dict[Hashable, Any] = {}
        self._until = 0.0

    def confirm(self, version: object) -> None:
        """The graph has this version now: what was found in another is forgotten."""
        if version != self._version or len(self._found) >= MOST:
            self._version, self._found = version, {}
        self._until = time.monotonic() + SURE

    def forget(self) -> None:
        """The graph was written to."""
        self._version, self._found, self._until = None, {}, 0.0

    def recall(self, key: Hashable, find: Callable[[], Found]) -> Found:
        """What was found for the key in this state of the graph, or what `find` finds now; its errors are not kept."""
        if time.monotonic() > self._until:
            return find()
        found = self._found  # of this state: a change meanwhile begins another
        if key not in found:
            found[key] = find()
        kept: Found = found[key]
        return kept
