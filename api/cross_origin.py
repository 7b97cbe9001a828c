"""Which answers a browser lets pages of other addresses read.

`/reconcile` is read by pages of every address: the Reconciliation API 0.2 demands it of a service, and it is safe,
since the answers are the same for everyone (no cookies, only what needs no key) and nothing there changes the graph.
JSONP, which the specification leaves open, is not offered: it would have the client run what the server sends.
Everything else is read by pages of the origins that `WHOHELD_CORS_ORIGINS` names, by default none.
"""

from __future__ import annotations

from collections.abc import Sequence

from starlette.datastructures import MutableHeaders
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.access import HEADER as KEY_HEADER
from api.observing import HEADER as ID_HEADER

ROOM = "/reconcile"
ASKING = (KEY_HEADER, ID_HEADER)
TOLD = (ID_HEADER, "ETag", "Last-Modified", "Link", "Retry-After", "Content-Disposition")
METHODS = ("GET", "HEAD", "POST", "DELETE")


class CrossOrigin:
    """ASGI middleware around all that answers, so that errors can be read as well."""

    def __init__(self, app: ASGIApp, origins: Sequence[str]) -> None:
        self._named = _for(app, origins, METHODS) if origins else app
        self._everybody = _for(app, ("*",), METHODS[:3])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer the request, with what its browser needs to be told."""
        path = scope.get("path", "")
        if scope["type"] != "http" or not (path == ROOM or path.startswith(f"{ROOM}/")):
            await self._named(scope, receive, send)
            return

        async def send_openly(message: Message) -> None:
            if message["type"] == "http.response.start":  # also without an Origin: a cache may keep it for a page
                MutableHeaders(scope=message)["Access-Control-Allow-Origin"] = "*"
            await send(message)

        await self._everybody(scope, receive, send_openly)


def _for(app: ASGIApp, origins: Sequence[str], methods: Sequence[str]) -> CORSMiddleware:
    return CORSMiddleware(app, allow_origins=origins, allow_methods=methods, allow_headers=ASKING, expose_headers=TOLD)
