"""What one client may ask of the server: so many requests a minute, addresses and bodies of a decent size."""

from __future__ import annotations

import ipaddress
import math
import time

from fastapi import Request
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.access import HEADER, holder_of
from api.errors import KeysUnreadable, refuse
from api.settings import Settings

MINUTE = 60.0
UNLIMITED = "/healthz"  # whoever watches the process would else end one that is well


class Buckets:
    """A bucket of tokens for each client, refilled evenly over a minute; each request takes one out."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._left: dict[str, tuple[float, float]] = {}
        self._swept = -math.inf

    def take(self, client: str, now: float) -> float:
        """Take a token; the seconds until there is one, 0 when one was taken."""
        self._sweep(now)
        left, at = self._left.get(client, (float(self.most), now))
        left = min(self.most, left + (now - at) * self.most / MINUTE)
        if left < 1:
            return (1 - left) * MINUTE / self.most
        self._left[client] = (left - 1, now)
        return 0.0

    def _sweep(self, now: float) -> None:
        """Once a minute, forget the buckets that are full again."""
        if now - self._swept >= MINUTE:
            self._swept = now
            self._left = {client: (left, at) for client, (left, at) in self._left.items() if now - at < MINUTE}


class RequestLimits:
    """ASGI middleware that refuses what is too much, too long or too large, before a route sees it."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.settings = settings
        self.buckets = Buckets(settings.requests_per_minute)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer the request, or say which limit it exceeds."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        try:
            self._check(request)
        except HTTPException as error:
            await refuse(request, error)(scope, receive, send)
            return
        await self.app(scope, self._measuring(receive), send)

    def _check(self, request: Request) -> None:
        if self.settings.requests_per_minute and not self.settings.open and request.url.path != UNLIMITED:
            self._check_rate(request)
        length = len(request.scope.get("raw_path") or b"") + len(request.scope["query_string"])
        if length > self.settings.url_longest:
            most = self.settings.url_longest
            raise HTTPException(414, f"The address has {length} characters; this server takes {most} at most.")
        declared = request.headers.get("content-length", "")
        if declared.isdecimal() and int(declared) > self.settings.body_most:
            raise self._too_large()

    def _check_rate(self, request: Request) -> None:
        if wait := self.buckets.take(_client(request, self.settings), time.monotonic()):
            seconds = max(1, math.ceil(wait))
            detail = (
                f"This server takes {self.settings.requests_per_minute} requests a minute from one client: "
                f"ask again in {seconds} second{'s' if seconds > 1 else ''}."
            )
            raise HTTPException(429, detail, {"Retry-After": str(seconds)})

    def _measuring(self, receive: Receive) -> Receive:
        """The body as it comes, until it is larger than any may be, whatever was declared."""
        left = self.settings.body_most

        async def measured() -> Message:
            nonlocal left
            message = await receive()
            left -= len(message.get("body", b""))
            if left < 0:
                raise self._too_large()
            return message

        return measured

    def _too_large(self) -> HTTPException:
        detail = f"The body of this request is too large; this server takes {self.settings.body_most} bytes at most."
        return HTTPException(413, detail, {"Connection": "close"})


def _client(request: Request, settings: Settings) -> str:
    """Who asks: the holder of a key that is good, else the address, of IPv6 the network that one subscriber has."""
    try:
        holder = holder_of(settings, request.headers.get(HEADER, ""))
    except KeysUnreadable:
        holder = None
    if holder:
        return f"key {holder.name}"
    host = request.client.host if request.client else ""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    return str(ipaddress.ip_network((address, 64), strict=False)) if address.version == 6 else host
