"""A person runs commands; a real Neo4j is there when needed, is shared, and is gone afterwards."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import neo4j
import psutil
import pytest

from graph import server
from graph.server import FolderInUse, PortTaken, Server, ServerError, ensure_running
from graph.server.home import home_at
from graph.server.jars import cache_folder, ensure_jars
from graph.server.locks import wait_for

CLIENT = """
import sys
from pathlib import Path
from graph import server
with server.ensure_running(Path(sys.argv[1])) as running:
    print(running.pid, running.uri, flush=True)
    sys.stdin.read()
"""
STARTER = "import sys; from pathlib import Path; from graph import server; server.start(Path(sys.argv[1]))"
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="looks into Linux's /proc")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home that these tests use one after another; each leaves it without a server."""
    place = tmp_path_factory.mktemp("home with a space")
    yield place
    server.stop(place)


def client(home: Path) -> subprocess.Popen[str]:
    """A command that uses the server until its input ends, or until it is killed."""
    arguments = [sys.executable, "-c", CLIENT, str(home)]
    return subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def said(process: subprocess.Popen[str]) -> tuple[int, str]:
    """The server's process id and address, once the command has it."""
    assert process.stdout
    pid, uri = process.stdout.readline().split()
    return int(pid), uri


def end(process: subprocess.Popen[str], number: signal.Signals | None = None) -> None:
    if number:
        process.send_signal(number)
    process.communicate()


def holds(condition: Callable[[], bool], within: float = 40) -> bool:
    deadline = time.monotonic() + within
    while not (fulfilled := condition()) and time.monotonic() < deadline:
        time.sleep(0.1)
    return fulfilled


def gone(pid: int) -> bool:
    return holds(lambda: not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE)


def test_two_commands_at_once_share_one_server_and_the_last_one_killed_ends_it(home: Path) -> None:
    one, other = client(home), client(home)
    (pid, uri), (same_pid, same_uri) = said(one), said(other)
    assert (pid, uri) == (same_pid, same_uri)
    end(one)
    time.sleep(1)
    assert server.status(home).pid == pid
    end(other, signal.SIGKILL)
    assert gone(pid)
    assert holds(lambda: server.status(home).state == "stopped")


def test_ctrl_c_leaves_no_server_behind(home: Path) -> None:
    command = client(home)
    pid, _ = said(command)
    supervisor = home_at(home).state()["supervisor"]
    end(command, signal.SIGINT)
    assert gone(pid)
    assert gone(supervisor)


def test_a_command_killed_while_the_server_starts_leaves_none_behind(home: Path) -> None:
    command = client(home)
    assert holds(lambda: home_at(home).state().get("phase") == "starting")
    pid = home_at(home).state()["pid"]
    end(command, signal.SIGKILL)
    assert gone(pid)
    assert holds(lambda: server.status(home).state == "stopped")


def test_a_home_that_is_no_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ServerError, match=r"can't be kept in .*file .*WHOHELD_HOME"), ensure_running(tmp_path / "file"):
        pass


@linux_only
def test_a_killed_supervisor_takes_the_server_along_and_the_next_command_starts_a_new_one(home: Path) -> None:
    with server.ensure_running(home) as first:
        os.kill(home_at(home).state()["supervisor"], signal.SIGKILL)
        assert gone(first.pid)
        lingering = wait_for(home_at(home).supervising, shared=False)  # the kernel may let go of its lock late
        threading.Timer(0.5, lingering.release).start()
        with server.ensure_running(home) as second:
            assert second.pid != first.pid
            assert one_from(second) == 1


def one_from(running: server.Server) -> int:
    with neo4j.GraphDatabase.driver(running.uri, auth=(running.username, running.password)) as driver:
        return int(driver.execute_query("RETURN 1 AS one").records[0]["one"])


def test_a_started_server_outlives_its_starter_until_it_is_stopped(home: Path) -> None:
    subprocess.run([sys.executable, "-c", STARTER, str(home)], check=True)
    status = server.status(home)
    assert (status.state, status.pinned) == ("running", True)
    with server.ensure_running(home) as running:
        assert running.pid == status.pid
    time.sleep(1)
    assert server.status(home).state == "running"
    assert server.stop(home) is True
    assert server.status(home).state == "stopped"
    assert status.pid is not None
    assert gone(status.pid)
    assert server.stop(home) is False


def test_only_the_user_can_read_the_password_and_no_process_list_shows_it(home: Path) -> None:
    with server.ensure_running(home) as running:
        assert home_at(home).password_file.stat().st_mode & 0o777 == 0o600
        assert home_at(home).neo4j.stat().st_mode & 0o777 == 0o700
        assert running.password not in " ".join(psutil.Process(running.pid).cmdline())
        listening = psutil.Process(running.pid).net_connections()
        assert {each.laddr.ip.removeprefix("::ffff:") for each in listening if each.status == "LISTEN"} == {"127.0.0.1"}


def test_a_server_that_dies_in_use_is_replaced_for_the_next_command(home: Path) -> None:
    with server.ensure_running(home) as first:
        psutil.Process(first.pid).kill()
        assert holds(lambda: server.status(home).state == "stopped")
        with server.ensure_running(home) as second:
            assert one_from(second) == 1


def test_a_taken_port_that_the_user_insists_on_is_named(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = server.uri.rpartition(":")[2]
    monkeypatch.setenv("WHOHELD_BOLT_PORT", port)
    with pytest.raises(PortTaken, match=rf"Port {port} is taken.*WHOHELD_BOLT_PORT"), ensure_running(tmp_path):
        pass
    monkeypatch.setenv("WHOHELD_BOLT_PORT", "many")
    with pytest.raises(ServerError, match=r"'many', which is no port"), ensure_running(tmp_path):
        pass


def test_a_folder_that_another_neo4j_uses_is_named(tmp_path: Path, server: Server) -> None:
    (tmp_path / "neo4j").mkdir()
    (tmp_path / "neo4j" / "data").symlink_to(server.home / "neo4j" / "data")
    with pytest.raises(FolderInUse, match=r"Another Neo4j.*WHOHELD_HOME"), ensure_running(tmp_path):
        pass


def test_a_server_that_can_not_start_says_its_last_words(tmp_path: Path) -> None:
    (tmp_path / "neo4j" / "data").mkdir(parents=True)
    (tmp_path / "neo4j" / "data" / "databases").write_text("not a folder")
    last_words = r"(?s)ended by itself with code \d+.*Unable to create path"
    with pytest.raises(server.ServerDied, match=last_words), server.ensure_running(tmp_path):
        pass
    assert server.status(tmp_path).state == "stopped"


@linux_only
def test_a_warm_start_uses_the_cache_that_the_first_clean_stop_made_and_survives_a_broken_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    jars = ensure_jars()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    cache_folder().mkdir(parents=True)
    for jar in jars:
        (cache_folder() / jar.name).hardlink_to(jar)
    home = tmp_path / "home"
    with server.ensure_running(home):
        assert not list(cache_folder().glob("start-*.aot"))
    assert holds(lambda: bool(list(cache_folder().glob("start-*.aot"))), within=120)
    (cache,) = cache_folder().glob("start-*.aot")
    with server.ensure_running(home) as warm:
        assert str(cache) in Path(f"/proc/{warm.pid}/maps").read_text()
    server.stop(home)
    cache.write_bytes(cache.read_bytes()[:1_000_000])
    with server.ensure_running(home) as recovered:
        assert one_from(recovered) == 1
    assert holds(lambda: not cache.exists())
