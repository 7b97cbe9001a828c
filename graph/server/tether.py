"""Run a command that dies with its parent: `tether.py PARENT COMMAND…`, a process of its own before it is the command.

Asking the kernel between fork and exec would not be safe in a program with threads; here there are none.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1


def main() -> None:
    """Bind this process to its parent where the kernel can do that, and become the command."""
    parent, command = int(sys.argv[1]), sys.argv[2:]
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        sys.exit("the supervisor is gone already")
    os.execv(command[0], command)  # noqa: S606


if __name__ == "__main__":
    main()
