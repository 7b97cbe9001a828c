"""Pin another version of Neo4j: `python -m graph.server.pin 2026.09.0 > graph/server/jars.lock`."""

from __future__ import annotations

import hashlib
import sys

from jgo.maven import MavenContext

from graph.server.repositories import remote_repositories

HEADER = """\
# What a Neo4j Community server is made of: coordinates, SHA-256, bytes. The first line is the server itself.
# Made by: python -m graph.server.pin VERSION
"""


def lock(version: str) -> str:
    """Resolve the server and all it needs by Maven's rules, fetch it, and give the lock file's text."""
    context = MavenContext(remote_repos=remote_repositories(), timeout=60)
    roots, others = context.resolver.resolve([context.create_dependency(f"org.neo4j:neo4j:jar:{version}:compile")])
    needed = [each.artifact for each in others if each.scope in ("compile", "runtime")]
    lines = {_coordinates(artifact): artifact.resolve().read_bytes() for artifact in needed}
    root = roots[0].artifact
    rows = [(_coordinates(root), root.resolve().read_bytes()), *sorted(lines.items())]
    return HEADER + "".join(f"{name} {hashlib.sha256(data).hexdigest()} {len(data)}\n" for name, data in rows)


def _coordinates(artifact: object) -> str:
    group, name, version, classifier, _ = getattr(artifact, "key")  # noqa: B009
    return ":".join(filter(None, (group, name, version, classifier)))


if __name__ == "__main__":
    sys.stdout.write(lock(sys.argv[1]))
