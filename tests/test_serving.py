"""The image's own command, run by hand: pages over HTTP on a Neo4j that the environment names."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from graph.server import Server

PROJECT = Path(__file__).resolve().parents[1]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def served(server: Server) -> Iterator[str]:
    """Where the image's command answers, with the port and the host of a test."""
    command = re.search(r"^CMD (\[.*\])$", (PROJECT / "Dockerfile").read_text(), re.MULTILINE)
    assert command
    port = _free_port()
    swapped = {"whoheld": [sys.executable, "-m", "whoheld"], "0.0.0.0": ["127.0.0.1"], "8000": [str(port)]}  # noqa: S104
    arguments = [part for word in json.loads(command[1]) for part in swapped.get(word, [word])]
    given = {"NEO4J_URI": server.uri, "NEO4J_USERNAME": server.username, "NEO4J_PASSWORD": server.password}
    process = subprocess.Popen(arguments, cwd=PROJECT, env={**os.environ, **given})
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) in (0, 130, -signal.SIGINT)


def test_the_image_serves_a_graph_that_the_environment_names(served: str) -> None:
    """Ready only when Neo4j answers; then the catalogue is there."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            if httpx.get(f"{served}/readyz", timeout=30).status_code == 200:
                break
        except httpx.TransportError:
            time.sleep(0.3)
    assert httpx.get(f"{served}/healthz").status_code == 200
    listed = httpx.get(f"{served}/queries", headers={"Accept": "application/json"}).text
    assert "who-held" in listed
