"""What goes on in the server: an id and a log line for each request, and figures that Prometheus reads."""

from __future__ import annotations

import logging
import platform
import re
import secrets
import time
from importlib.metadata import version

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, Info, ProcessCollector
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.logging_setup import FIELDS, request_id

HEADER = "X-Request-ID"
USABLE_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
NO_ROUTE = "none"
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
access = logging.getLogger("whoheld.access")


class Measures:
    """The figures of one application, in a registry of its own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "whoheld_http_requests", "Requests answered.", ("method", "route", "status"), registry=self.registry
        )
        self.seconds = Histogram(
            "whoheld_http_request_duration_seconds",
            "How long answers took, to their last byte.",
            ("route",),
            buckets=SECONDS,
            registry=self.registry,
        )
        self.in_progress = Gauge(
            "whoheld_http_requests_in_progress", "Requests being answered now.", registry=self.registry
        )
        build = {"version": version("whoheld"), "python": platform.python_version()}
        Info("whoheld_build", "What is running.", registry=self.registry).info(build)
        ProcessCollector(registry=self.registry)

    def count(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count an answer. Clients choose methods and paths, so both are brought down to what the server knows."""
        self.requests.labels(method if method in METHODS else "other", route, str(status)).inc()
        self.seconds.labels(route).observe(seconds)


class Exchange:
    """One request and what was sent in answer."""

    def __init__(self, scope: Scope, send: Send, measures: Measures) -> None:
        given = Headers(scope=scope).get(HEADER, "")
        self.id = given if USABLE_ID.fullmatch(given) else secrets.token_hex(16)
        self.status = 500  # when the application ends without an answer
        self.bytes = 0
        self._send = send
        self._scope = scope
        self._measures = measures
        self._begun = time.perf_counter()
        self._ended = False
        measures.in_progress.inc()

    async def send(self, message: Message) -> None:
        """Send on, with the id, and remember how the answer began and how large it is."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            MutableHeaders(scope=message)[HEADER] = self.id
        self.bytes += len(message.get("body", b""))
        if message["type"] == "http.response.body" and not message.get("more_body"):
            self.end()  # before the client has the last of it, who may look at the figures next
        await self._send(message)

    def end(self) -> None:
        """Count it and log it, once."""
        if self._ended:
            return
        self._ended = True
        self._measures.in_progress.dec()
        seconds = time.perf_counter() - self._begun
        method, path = self._scope["method"], self._scope["path"]
        self._measures.count(method, route_of(self._scope), self.status, seconds)
        fields = {
            "request_id": self.id,
            "method": method,
            "path": path,  # without the query string, which has the names that people ask for
            "status": self.status,
            "milliseconds": round(seconds * 1000, 1),
            "bytes": self.bytes,
        }
        access.info("%s %s %s", method, path, self.status, extra={FIELDS: fields})


class Observing:
    """ASGI middleware around everything else, so that it sees the answers to faults too."""

    def __init__(self, app: ASGIApp, measures: Measures) -> None:
        self.app = app
        self.measures = measures

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer the request and tell of it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        exchange = Exchange(scope, send, self.measures)
        request_id.set(exchange.id)
        try:
            await self.app(scope, receive, exchange.send)
        finally:
            exchange.end()


def route_of(scope: Scope) -> str:
    """The template of the route that was taken: one name for a whole room, however many things it shows."""
    route = scope.get("route")
    template = getattr(route, "path_format", None) or getattr(route, "path", None)
    return str(template or scope.get("root_path") or NO_ROUTE)  # what is mounted, such as /static, has a root instead
