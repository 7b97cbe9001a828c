"""Neo4j's jars come from where the user's Maven settings say, once, and only as they were pinned."""

import hashlib
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from graph.server import BrokenJar, NoNetwork
from graph.server.jars import Jar, cache_folder, ensure_jars, pinned, version
from graph.server.repositories import mirror, remote_repositories

CONTENT = b"a jar, more or less"
COORDINATES = "org.example:thing:1.0:linux-x86_64"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A user with an empty cache whose Maven settings name a repository on this machine."""
    folder = tmp_path / "repository" / "org" / "example" / "thing" / "1.0"
    folder.mkdir(parents=True)
    (folder / "thing-1.0-linux-x86_64.jar").write_bytes(CONTENT)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path / "repository"))) as repository:
        threading.Thread(target=repository.serve_forever, daemon=True).start()
        (tmp_path / ".m2").mkdir()
        (tmp_path / ".m2" / "settings.xml").write_text(settings(f"http://127.0.0.1:{repository.server_port}/"))
        monkeypatch.setenv("HOME", str(tmp_path))
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
        remote_repositories.cache_clear()
        yield tmp_path
        repository.shutdown()
    remote_repositories.cache_clear()


def settings(url: str, mirror_of: str = "*") -> str:
    return (
        '<settings xmlns="http://maven.apache.org/SETTINGS/1.0.0"><mirrors><mirror><id>m</id>'
        f"<mirrorOf>{mirror_of}</mirrorOf><url>{url}</url></mirror></mirrors></settings>"
    )


def jar(content: bytes = CONTENT) -> Jar:
    return Jar(COORDINATES, hashlib.sha256(content).hexdigest(), len(content))


def test_a_jar_is_fetched_once_from_the_users_mirror_and_progress_is_told(user: Path) -> None:
    told: list[str] = []
    (file,) = ensure_jars(told.append, [jar()])
    assert file.read_bytes() == CONTENT
    assert len(told) == 1
    assert "Fetching Neo4j" in told[0]
    ensure_jars(told.append, [jar()])
    assert len(told) == 1


def test_a_jar_that_is_not_the_pinned_one_is_refused_and_not_kept(user: Path) -> None:
    with pytest.raises(BrokenJar, match=r"not the file that was pinned for org\.example:thing"):
        ensure_jars(jars=[jar(b"another jar altogether")])
    assert not list(cache_folder().glob("*.jar"))


def test_a_jar_cut_short_on_disk_is_fetched_again(user: Path) -> None:
    (file,) = ensure_jars(jars=[jar()])
    file.write_bytes(CONTENT[:5])
    ensure_jars(jars=[jar()])
    assert file.read_bytes() == CONTENT


def test_without_a_network_the_message_says_what_the_first_run_needs(user: Path) -> None:
    (user / ".m2" / "settings.xml").write_text(settings("http://127.0.0.1:9/"))
    with pytest.raises(NoNetwork, match=r"first run needs a network.*NEO4J_URI"):
        ensure_jars(jars=[jar()])


@pytest.mark.parametrize(
    ("mirror_of", "found"),
    [("*", True), ("central", True), ("other, central", True), ("*,!central", False), ("other", False)],
)
def test_only_a_mirror_of_the_central_repository_stands_for_it(mirror_of: str, found: bool) -> None:
    assert (mirror(settings("http://mirror.example/maven", mirror_of)) is not None) is found


def test_every_jar_is_pinned_by_its_checksum_under_a_name_of_its_own() -> None:
    assert version() == "2026.09.0"
    assert all(len(each.sha256) == 64 and each.size > 0 for each in pinned())
    assert len({each.name for each in pinned()}) == len(pinned())
