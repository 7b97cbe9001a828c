"""The server's process: begun, waited for, stopped."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import psutil

from graph.server import configuration
from graph.server.errors import ServerError, StartTimeout, died
from graph.server.home import Home

READY_WITHIN = 150.0  # seconds; a first start on a busy machine takes 20
STOPPED_WITHIN = 90.0  # seconds; half a second, unless the run was recorded for the start-up cache
TETHER = Path(__file__).with_name("tether.py")


def set_first_password(home: Home, class_path: str) -> None:
    """Before the first start of all, tell Neo4j the generated password."""
    home.password()
    if (home.neo4j / "data" / "dbms" / "auth.ini").exists() or (home.neo4j / "data" / "databases").exists():
        return
    run = subprocess.run(  # noqa: S603
        configuration.password_command(home),
        env=configuration.environment(home, class_path),
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        raise ServerError(f"Neo4j would not take its first password: {(run.stderr or run.stdout).strip()[-500:]}")


def launch(home: Home, port: int, class_path: str, flags: Sequence[str]) -> subprocess.Popen[bytes]:
    """Begin a server that can't outlive this process."""
    configuration.write_configuration(home, port)
    with home.log.open("wb") as log:
        return subprocess.Popen(  # noqa: S603
            [sys.executable, "-I", "-S", str(TETHER), str(os.getpid()), *configuration.server_command(home, *flags)],
            env=configuration.environment(home, class_path),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            cwd=home.neo4j,
        )


def wait_until_ready(home: Home, jvm: subprocess.Popen[bytes], port: int, wanted: Callable[[], bool]) -> bool:
    """Wait until the server answers queries; False when nobody wants it any longer."""
    import neo4j  # noqa: PLC0415 -- while the JVM starts, not before
    from neo4j.exceptions import DriverError, Neo4jError  # noqa: PLC0415

    deadline = time.monotonic() + READY_WITHIN
    with neo4j.GraphDatabase.driver(f"bolt://127.0.0.1:{port}", auth=("neo4j", home.password())) as driver:
        while wanted():
            if jvm.poll() is not None:
                raise died(home.log, jvm.returncode, port)
            if time.monotonic() > deadline:
                raise StartTimeout(f"Neo4j did not become ready in {READY_WITHIN:.0f} s; {home.log} may tell why.")
            with contextlib.suppress(DriverError, Neo4jError):
                driver.verify_connectivity()
                return True
            time.sleep(0.1)
    return False


def stop(jvm: subprocess.Popen[bytes]) -> bool:
    """Stop the server, cleanly if it can; True if it could."""
    if jvm.poll() is None:
        jvm.send_signal(signal.SIGTERM)
    try:
        return jvm.wait(STOPPED_WITHIN) in (0, 128 + signal.SIGTERM)
    except subprocess.TimeoutExpired:
        jvm.kill()
        jvm.wait()
        return False


def is_running(pid: int) -> bool:
    """Tell whether the process lives: one that was killed may linger, and its locks with it, until it is reaped."""
    try:
        return psutil.Process(pid).status() not in (psutil.STATUS_ZOMBIE, psutil.STATUS_DEAD)
    except psutil.NoSuchProcess:
        return False


def end_orphan(home: Home) -> None:
    """End a server of this home whose supervisor is gone, where the kernel did not see to it (or not yet)."""
    with contextlib.suppress(psutil.Error):
        orphan = psutil.Process(int(home.state().get("pid") or 0))
        if f"--home-dir={home.neo4j}" in orphan.cmdline():
            orphan.terminate()
            orphan.wait(STOPPED_WITHIN)
