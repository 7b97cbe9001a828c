"""A real HTTP server on this machine that speaks the chat-completions protocol and answers what a test tells it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from graph.model import Document
from ingest.extractors.llm import LlmExtractor
from ingest.extractors.llm.settings import LlmSettings


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer: the assistant's text, or an HTTP error, or a body of any kind; `wait` seconds go by before it."""

    content: str = ""
    status: int = 200
    wait: float = 0
    body: str | None = None
    finish: str = "stop"


Script = Callable[[dict[str, Any]], Reply]


@dataclass(slots=True)
class Endpoint:
    """Where the server listens, what it was asked, and how it answers."""

    url: str
    script: Script
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)

    def extractor(self, **settings: Any) -> LlmExtractor:
        """An extractor that asks here."""
        return LlmExtractor(LlmSettings(url=self.url, model="tester", **settings))


def claims(*told: tuple[dict[str, Any], str]) -> Reply:
    """A good answer: statements with their quotes."""
    return Reply(json.dumps({"claims": [{"statement": statement, "quote": quote} for statement, quote in told]}))


def tenure(person: str = "Jane Doe", **fields: Any) -> dict[str, Any]:
    """A statement as a model would answer it."""
    return {
        "type": "tenure",
        "person": person,
        "role": "director of children's services",
        "org": "Kent County Council",
        **fields,
    }


def document(text: str, name: str = "page") -> Document:
    """A document of that text."""
    return Document(
        id=f"document/{name}", source=f"{name}.txt", sha256="0" * 64, text=text, title="Page", media_type="text/plain"
    )


def question(request: dict[str, Any]) -> str:
    """What the user's message of a request says."""
    return next(str(each["content"]) for each in request["messages"] if each["role"] == "user")


@contextmanager
def serving(script: Script) -> Iterator[Endpoint]:
    """The endpoint while it runs."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            endpoint.asked.append(request)
            endpoint.keys.append(self.headers["Authorization"])
            reply = endpoint.script(request)
            time.sleep(reply.wait)
            body = _body(reply).encode()
            try:
                self.send_response(reply.status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.send_header("retry-after-ms", "5")
                self.end_headers()
                self.wfile.write(body)
            except BrokenPipeError:
                self.close_connection = True

        def log_message(self, format: str, *_arguments: object) -> None:
            """Nothing on the terminal."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    endpoint = Endpoint(f"http://127.0.0.1:{server.server_port}/v1", script)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield endpoint
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _body(reply: Reply) -> str:
    if reply.body is not None:
        return reply.body
    return json.dumps(_completion(reply) if reply.status == 200 else {"error": {"message": "no luck"}})


def _completion(reply: Reply) -> dict[str, Any]:
    message = {"role": "assistant", "content": reply.content}
    return {
        "id": "one",
        "object": "chat.completion",
        "created": 1,
        "model": "tester",
        "choices": [{"index": 0, "message": message, "finish_reason": reply.finish}],
        "usage": {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120},
    }
