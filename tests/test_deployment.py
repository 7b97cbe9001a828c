"""What those with Docker get: checked as far as it can be without an engine."""

import re
from pathlib import Path
from typing import Any

import yaml

PROJECT = Path(__file__).resolve().parents[1]
COMPOSE: dict[str, Any] = yaml.safe_load((PROJECT / "docker-compose.yml").read_text())
DOCKERFILE = (PROJECT / "Dockerfile").read_text()


def test_compose_runs_the_same_neo4j_as_the_project_itself() -> None:
    """A graph made with one must be readable by the other."""
    own = re.search(r"^org\.neo4j:neo4j:(\S+) ", (PROJECT / "graph/server/jars.lock").read_text(), re.MULTILINE)
    assert own
    assert COMPOSE["services"]["neo4j"]["image"] == f"neo4j:{own[1]}"


def test_compose_publishes_on_loopback_only_and_has_no_password_of_its_own() -> None:
    """Nothing that is started by default can be reached from outside or guessed."""
    for service in COMPOSE["services"].values():
        assert all(port.startswith("127.0.0.1:") for port in service["ports"])
    assert COMPOSE["services"]["app"]["environment"]["NEO4J_PASSWORD"].startswith("${NEO4J_PASSWORD:?")


def test_the_image_has_every_room_that_the_program_needs() -> None:
    """A room that is added to the wheel and forgotten in the Dockerfile would fail only in production."""
    wheel = re.search(r"^include = \[(.*)\]$", (PROJECT / "pyproject.toml").read_text(), re.MULTILINE)
    assert wheel
    copied = " ".join(re.findall(r"^COPY (.*)$", DOCKERFILE, re.MULTILINE))
    assert all(name in copied.split() for name in re.findall(r'"([^"]+)"', wheel[1]))
