"""`whoheld key` and `whoheld serve --log` as somebody types them."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from graph.keys import load, verify
from graph.server import Server

PROJECT = Path(__file__).resolve().parents[1]
COMMAND = (sys.executable, "-m", "whoheld")


def whoheld(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "WHOHELD_HOME": str(home), "COLUMNS": "160", "NO_COLOR": "1"}
    return subprocess.run(
        [*COMMAND, *arguments], cwd=PROJECT, env=environment, capture_output=True, text=True, timeout=60, check=False
    )


def test_a_key_is_made_listed_and_revoked(tmp_path: Path) -> None:
    made = whoheld(tmp_path, "key", "create", "ci", "--scope", "write", "--scope", "read")
    assert made.returncode == 0, made.stderr
    (text,) = made.stdout.splitlines()
    key = verify(load(tmp_path / "keys.json"), text)
    assert key is not None
    assert key.scopes == ("read", "write")
    listed = whoheld(tmp_path, "key", "list").stdout
    assert all(word in listed for word in ("ci", "read, write", f"{key.created:%Y-%m-%d %H:%M}", f"…{text[-4:]}"))
    assert text not in listed
    assert "revoked" in whoheld(tmp_path, "key", "revoke", "ci").stdout
    assert "ci" not in whoheld(tmp_path, "key", "list").stdout.split()


def test_what_cannot_be_is_told_in_one_sentence(tmp_path: Path) -> None:
    assert whoheld(tmp_path, "key", "create", "ci").returncode == 2
    assert whoheld(tmp_path, "key", "create", "ci", "--scope", "all").returncode == 2
    whoheld(tmp_path, "key", "create", "ci", "--scope", "read")
    (tmp_path / "two").mkdir()
    (tmp_path / "two" / "keys.json").write_text("not JSON")
    for refused, words in (
        (whoheld(tmp_path, "key", "create", "ci", "--scope", "read"), "“ci” already"),
        (whoheld(tmp_path, "key", "revoke", "cd"), "no key “cd”"),
        (whoheld(tmp_path / "two", "key", "list"), "keys.json"),
        (whoheld(tmp_path / "two", "serve"), "keys.json"),
    ):
        assert refused.returncode == 1
        assert refused.stderr.startswith("error: ")
        assert words in refused.stderr
        assert "Traceback" not in refused.stderr


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _told(server: Server, host: str, log: str, errors: Path) -> tuple[int, str]:
    """The status of the last of many requests, of which others may make sixty a minute, and what was logged."""
    port = _free_port()
    given = {"NEO4J_URI": server.uri, "NEO4J_USERNAME": server.username, "NEO4J_PASSWORD": server.password}
    environment = {**os.environ, **given, "WHOHELD_REQUESTS_PER_MINUTE": "60"}
    command = [*COMMAND, "serve", "--host", host, "--port", str(port), "--log", log]
    with errors.open("w") as stderr, subprocess.Popen(command, cwd=PROJECT, env=environment, stderr=stderr) as process:
        try:
            with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
                _wait_for(client)
                statuses = [client.get("/static/style.css").status_code for _ in range(150)]
        finally:
            process.send_signal(signal.SIGINT)
    return statuses[-1], errors.read_text()


def _wait_for(client: httpx.Client) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            client.get("/healthz")
        except httpx.TransportError:
            time.sleep(0.2)
        else:
            return


@pytest.mark.parametrize(
    ("host", "log", "last"),
    [("127.0.0.1", "json", 200), ("0.0.0.0", "json", 429), ("127.0.0.1", "plain", 200), ("127.0.0.1", "off", 200)],  # noqa: S104
)
def test_what_others_can_reach_is_limited_and_the_log_is_as_wanted(
    server: Server, host: str, log: str, last: int, tmp_path: Path
) -> None:
    status, logged = _told(server, host, log, tmp_path / "errors")
    assert status == last
    lines = logged.splitlines()
    if log == "json":
        requests = [each for each in map(json.loads, lines) if each["logger"] == "whoheld.access"]
        assert len(requests) > 150
        assert {"/healthz", "/static/style.css"} == {each["path"] for each in requests}
    else:
        assert lines == []
