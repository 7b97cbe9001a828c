"""Who may do what: all on a server bound to this machine, holders of keys with the scope elsewhere."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import httpx
import pytest
from fastapi import Depends

from api.access import is_loopback, needs
from api.app import create_app
from api.settings import Settings
from graph import keys
from graph.database import Database
from graph.keys import SCOPES, Scope
from tests.serving import serving

ELSEWHERE = Settings(open=False, key="open sesame")
DECISION = {"one": "person/a", "other": "person/b", "verdict": "same", "by": "Jo Reader"}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder without keys."""
    monkeypatch.setenv("WHOHELD_HOME", str(tmp_path))
    return tmp_path


def _serving(database: Database, settings: Settings) -> Any:
    """The application with a room behind each scope, and one that is shut on every server."""
    app = create_app(database, settings)
    for scope in SCOPES:
        app.get(f"/for/{scope}")(_room(scope, always=False))
    app.get("/always")(_room("write", always=True))
    return serving(app)


def _room(scope: Scope, *, always: bool) -> Any:
    check = needs(scope, always=always)

    def room(_: Annotated[None, Depends(check)]) -> str:
        return scope

    return room


@pytest.fixture
def shut(sample_graph: Database, home: Path) -> Iterator[httpx.Client]:
    """A server that others can reach."""
    with _serving(sample_graph, ELSEWHERE) as address, httpx.Client(base_url=address) as client:
        yield client


@pytest.fixture
def unlocked(sample_graph: Database, home: Path) -> Iterator[httpx.Client]:
    """A server that only this machine can reach."""
    with _serving(sample_graph, Settings()) as address, httpx.Client(base_url=address) as client:
        yield client


def _opens(client: httpx.Client, key: str, path: str) -> bool:
    answer = client.get(path, headers={b"X-API-Key": key.encode()} if key else None)
    assert answer.status_code in (200, 403), answer.text
    if answer.status_code == 403:
        assert answer.json()["type"].endswith("/wrong-key")
    return answer.status_code == 200


@pytest.mark.parametrize("scope", SCOPES)
def test_a_key_opens_just_what_its_scope_names(shut: httpx.Client, scope: Scope) -> None:
    text = keys.create("ci", [scope])
    assert {each for each in SCOPES if _opens(shut, text, f"/for/{each}")} == {scope}


def test_the_key_of_the_environment_opens_everything(shut: httpx.Client) -> None:
    assert all(_opens(shut, "open sesame", path) for path in (*(f"/for/{each}" for each in SCOPES), "/always"))


def test_no_key_and_a_wrong_one_open_nothing(shut: httpx.Client) -> None:
    keys.create("ci", SCOPES)
    for text in ("", "wh_guess", "open sesam", "ö" * 40):
        assert not any(_opens(shut, text, f"/for/{each}") for each in SCOPES)


def test_a_revoked_key_opens_nothing_at_once(shut: httpx.Client) -> None:
    text = keys.create("ci", ["write"])
    assert _opens(shut, text, "/always")
    keys.revoke("ci")
    assert not _opens(shut, text, "/always")


def test_on_this_machine_no_key_is_needed_but_for_what_always_needs_one(unlocked: httpx.Client) -> None:
    assert all(_opens(unlocked, "", f"/for/{each}") for each in SCOPES)
    assert not _opens(unlocked, "", "/always")
    assert _opens(unlocked, keys.create("ci", ["write"]), "/always")


def test_a_name_that_was_made_to_point_here_is_not_let_in(unlocked: httpx.Client) -> None:
    for host, status in (("evil.example", 403), ("whoheld.example:8000", 403), ("localhost:8000", 200), ("[::1]", 200)):
        assert unlocked.get("/for/cypher", headers={"Host": host}).status_code == status, host


def test_a_refusal_says_what_to_do(unlocked: httpx.Client, shut: httpx.Client) -> None:
    told = unlocked.get("/always").json()["detail"]
    assert "whoheld key create NAME --scope write" in told
    assert "WHOHELD_KEY" in told
    assert "in the header X-API-Key" in shut.get("/for/read").json()["detail"]
    assert "revoked" in shut.get("/for/read", headers={"X-API-Key": "x"}).json()["detail"]
    text = keys.create("ci", ["read"])
    assert "“ci” may not" in shut.get("/for/write", headers={"X-API-Key": text}).json()["detail"]


def test_decisions_need_a_key_with_the_scope_write_also_on_this_machine(unlocked: httpx.Client) -> None:
    for scope, status in (("read", 403), ("cypher", 403), ("write", 422)):
        text = keys.create(f"for-{scope}", [scope])
        answer = unlocked.post("/decisions", json=DECISION, headers={"X-API-Key": text})
        assert answer.status_code == status, answer.text


def test_keys_that_cannot_be_read_open_nothing_and_show_no_path(shut: httpx.Client, home: Path) -> None:
    (home / "keys.json").write_text("not JSON")
    answer = shut.get("/for/read", headers={"X-API-Key": "wh_any"})
    assert (answer.status_code, answer.json()["type"].rsplit("/", 1)[1]) == (503, "keys-unreadable")
    assert str(home) not in answer.text
    assert _opens(shut, "open sesame", "/for/read")


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        *((host, True) for host in ("127.0.0.1", "127.8.9.1", "::1", "localhost")),
        *((host, False) for host in ("0.0.0.0", "::", "192.168.1.2", "localhost.evil.example", "", "2130706433")),  # noqa: S104
    ],
)
def test_addresses_of_this_machine_are_known(host: str, expected: bool) -> None:
    assert is_loopback(host) == expected


def test_figures_are_told_to_a_key_with_the_scope_read_and_to_this_machine(
    shut: httpx.Client, unlocked: httpx.Client, home: Path
) -> None:
    reader, asker = keys.create("prometheus", ["read"]), keys.create("asker", ["cypher"])
    assert [_opens(shut, key, "/metrics") for key in ("", "wrong", asker, reader, "open sesame")] == [
        False,
        False,
        False,
        True,
        True,
    ]
    assert _opens(unlocked, "", "/metrics")
    assert unlocked.get("/metrics", headers={"Host": "graph.example"}).status_code == 403
    refused = shut.get("/metrics")
    assert "whoheld_" not in refused.text
    assert "whoheld_graph_nodes" in shut.get("/metrics", headers={"X-API-Key": reader}).text


def test_whether_it_lives_and_is_ready_is_told_to_everybody(shut: httpx.Client, home: Path) -> None:
    assert [shut.get(path).status_code for path in ("/healthz", "/readyz")] == [200, 200]
