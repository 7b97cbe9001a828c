"""Answers kept in memory while the graph stays as it is, so that what is asked often is worked out once."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

from starlette.types import Message, Scope, Send

MOST = 32 * 2**20  # bytes of all answers together
LARGEST = 512 * 2**10  # bytes of one; what is longer is streamed, not kept


@dataclass(frozen=True, slots=True)
class Kept:
    """A whole answer as the application gave it; `route` is the one that it came by."""

    start: Message
    body: bytes
    route: Any

    async def send_to(self, scope: Scope, send: Send) -> None:
        """Give the answer again."""
        scope["route"] = self.route
        await send({**self.start, "headers": list(self.start["headers"])})
        await send({"type": "http.response.body", "body": self.body})


class Answers:
    """The answers used last, each by its entity tag; the oldest go when there are too many. For one event loop."""

    def __init__(self, most: int = MOST) -> None:
        self.most = most
        self.size = 0
        self._kept: OrderedDict[str, Kept] = OrderedDict()

    def get(self, tag: str) -> Kept | None:
        """The answer that has this tag, None where it is not kept."""
        if kept := self._kept.get(tag):
            self._kept.move_to_end(tag)
        return kept

    def put(self, tag: str, kept: Kept) -> None:
        """Keep an answer, in the place of those that were not asked for the longest."""
        if tag in self._kept:
            return
        self._kept[tag] = kept
        self.size += len(kept.body)
        while self.size > self.most:
            _, oldest = self._kept.popitem(last=False)
            self.size -= len(oldest.body)

    def keeping(self, tag: str, scope: Scope, send: Send) -> Send:
        """Send on what the application gives, and keep it when it is whole, good and not too large."""
        begun: Message = {}
        body = bytearray()

        async def send_and_keep(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = {**message, "headers": list(message["headers"])} if message["status"] == 200 else {}
            elif begun:
                body.extend(message.get("body", b""))
                if len(body) > LARGEST:
                    begun = {}
                elif not message.get("more_body"):
                    self.put(tag, Kept(begun, bytes(body), scope.get("route")))
            await send(message)

        return send_and_keep
