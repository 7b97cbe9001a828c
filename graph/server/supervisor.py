"""The small process that owns the server: `python -m graph.server.supervisor HOME`.

It leaves its parent's terminal, begins the JVM, and stops it when no lease and no pin is left.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from graph.server import configuration, process
from graph.server.errors import PortTaken, ServerError, died
from graph.server.home import Home
from graph.server.jars import ensure_jars, verify, version
from graph.server.locks import FileLock, locked, try_lock
from graph.server.warmth import Warmth, warmth

POLL = 0.25  # seconds between looks at the leases
PORTS_TO_TRY = 3
CRASHES = {-signal.SIGABRT, -signal.SIGBUS, -signal.SIGSEGV}


class Supervisor:
    """Watches over one server, from its start to its end."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self.told_to_stop = False
        self.last_lease: FileLock | None = None
        self.class_path = ""
        self.to_settle: Warmth | None = None

    def run(self) -> None:
        """Serve until nobody wants the server; what goes wrong is left in the state file."""
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, self._stop)
        try:
            self._serve()
            self.home.state_file.unlink(missing_ok=True)
        except ServerError as error:
            self.home.write_state(phase="failed", error=type(error).__name__, message=str(error))
        finally:
            self.home.pin.unlink(missing_ok=True)

    def tidy(self) -> None:
        """After the server's end, when others may start one again: see to the JVM's start-up cache."""
        if self.last_lease:
            self.last_lease.release()
        if self.to_settle:
            os.nice(19)
            self.to_settle.settle(self.home, self.class_path)

    def _stop(self, *_: object) -> None:
        self.told_to_stop = True

    def _wanted(self) -> bool:
        """Tell whether to go on; once the leases are ours, nobody new gets in before the end."""
        if self.told_to_stop or self.last_lease:
            return False
        if self.home.pin.exists():
            return True
        self.last_lease = try_lock(self.home.leases, shared=False)
        return self.last_lease is None

    def _serve(self) -> None:
        files = ensure_jars()
        self.class_path = os.pathsep.join(map(str, files))
        process.set_first_password(self.home, self.class_path)
        for attempt in range(PORTS_TO_TRY):
            try:
                return self._serve_on(configuration.choose_port(usual=attempt == 0))
            except PortTaken:
                if configuration.fixed_port() or attempt == PORTS_TO_TRY - 1:
                    raise
            except ServerError:
                verify(files)  # a broken jar explains the death better than the JVM does
                raise
        return None

    def _serve_on(self, port: int) -> None:
        warm = warmth()
        jvm = process.launch(self.home, port, self.class_path, warm.flags)
        self._record("starting", jvm, port)
        try:
            if process.wait_until_ready(self.home, jvm, port, self._wanted):
                self._record("ready", jvm, port)
                self._watch(jvm, port)
            self._record("stopping", jvm, port)
        finally:
            self.to_settle = warm if process.stop(jvm) else None
            if jvm.returncode in CRASHES:
                warm.cache.unlink(missing_ok=True)  # a JVM that crashes may have been led astray by it

    def _watch(self, jvm: subprocess.Popen[bytes], port: int) -> None:
        while self._wanted():
            if jvm.poll() is not None:
                raise died(self.home.log, jvm.returncode, port)
            time.sleep(POLL)

    def _record(self, phase: str, jvm: subprocess.Popen[bytes], port: int) -> None:
        self.home.write_state(phase=phase, pid=jvm.pid, supervisor=os.getpid(), port=port, version=version())


def main() -> None:
    """Become a process of its own, with the supervisor's lock, before the parent goes on."""
    home = Home(Path(sys.argv[1]))
    with locked(home.supervising):
        if os.fork():
            os._exit(0)
        os.setsid()
        os.chdir("/")
        home.pin.unlink(missing_ok=True)
        supervisor = Supervisor(home)
        supervisor.run()
    supervisor.tidy()


if __name__ == "__main__":
    main()
