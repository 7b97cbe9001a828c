"""Neo4j's jars: pinned with their checksums, fetched once for all homes, verified before use."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import platformdirs

from graph.server.errors import BrokenJar, NoNetwork
from graph.server.locks import locked

Progress = Callable[[str], None]
LOCK_FILE = Path(__file__).with_name("jars.lock")


@dataclass(frozen=True)
class Jar:
    """A pinned file: Maven coordinates group:artifact:version[:classifier], SHA-256, bytes."""

    coordinates: str
    sha256: str
    size: int

    @property
    def name(self) -> str:
        """The file's name, unique among the pinned ones."""
        return "-".join(self.coordinates.split(":")[1:]) + ".jar"

    def is_in(self, folder: Path) -> bool:
        """Tell whether the folder has a whole file of that name; a quick look, at the size."""
        file = folder / self.name
        return file.is_file() and file.stat().st_size == self.size


@cache
def pinned() -> tuple[Jar, ...]:
    """Read the pinned jars; the first is the server itself."""
    lines = [line.split() for line in LOCK_FILE.read_text().splitlines() if line and not line.startswith("#")]
    return tuple(Jar(coordinates, sha256, int(size)) for coordinates, sha256, size in lines)


def version() -> str:
    """Tell the version of Neo4j that is pinned."""
    return pinned()[0].coordinates.split(":")[2]


def cache_folder() -> Path:
    """The folder of the jars and of the JVM's start-up cache, shared by all homes of a user."""
    return platformdirs.user_cache_path("whoheld", appauthor=False) / f"neo4j-{version()}"


def ensure_jars(progress: Progress | None = None, jars: Iterable[Jar] | None = None) -> list[Path]:
    """Give the paths of all jars, fetching what is missing; only verified files get into the folder."""
    wanted = tuple(pinned() if jars is None else jars)
    folder = cache_folder()
    if not all(jar.is_in(folder) for jar in wanted):
        folder.mkdir(parents=True, exist_ok=True)
        with locked(folder / "fetching.lock"):
            for leftover in folder.glob("fetching-*/"):
                shutil.rmtree(leftover, ignore_errors=True)
            _fetch_all([jar for jar in wanted if not jar.is_in(folder)], folder, progress or (lambda _: None))
    return [folder / jar.name for jar in wanted]


def verify(files: Iterable[Path], jars: Iterable[Jar] | None = None) -> None:
    """Compare the checksums of files with the pinned ones."""
    for file, jar in zip(files, pinned() if jars is None else jars, strict=True):
        with file.open("rb") as stream:
            found = hashlib.file_digest(stream, "sha256").hexdigest()
        if found != jar.sha256:
            raise BrokenJar(
                f"{file} is not the file that was pinned for {jar.coordinates} (SHA-256 {found[:12]}…, "
                f"expected {jar.sha256[:12]}…). Delete it and try again; if it comes back, your Maven mirror alters it."
            )


def _fetch_all(missing: list[Jar], folder: Path, progress: Progress) -> None:
    total, done = sum(jar.size for jar in missing), 0
    with tempfile.TemporaryDirectory(prefix="fetching-", dir=folder) as scratch, ThreadPoolExecutor(8) as pool:
        fetches = {pool.submit(_fetch, jar, Path(scratch)): jar for jar in missing}
        try:
            for fetch in as_completed(fetches):
                jar, file = fetches[fetch], fetch.result()
                verify([file], [jar])
                file.replace(folder / jar.name)
                done += jar.size
                progress(f"Fetching Neo4j {version()}, once: {done >> 20} of {total >> 20} MB")
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def _fetch(jar: Jar, scratch: Path) -> Path:
    """Fetch one jar by Maven's rules into a folder of its own."""
    from jgo.maven import MavenContext  # noqa: PLC0415 -- slow to import, and needed only on the first run

    from graph.server.repositories import remote_repositories  # noqa: PLC0415

    group, artifact, number, *classifier = jar.coordinates.split(":")
    context = MavenContext(repo_cache=scratch, remote_repos=remote_repositories(), timeout=60)
    try:
        found = context.project(group, artifact).at_version(number).artifact(*classifier).resolve()
    except (OSError, RuntimeError) as problem:
        raise NoNetwork(
            f"{jar.coordinates}, a part of Neo4j, can't be fetched ({type(problem).__name__}). The first run needs "
            "a network that reaches a Maven repository: a mirror in ~/.m2/settings.xml, one under [repositories] in "
            "jgo.conf and HTTPS_PROXY are respected. Or point NEO4J_URI at a Neo4j that runs already."
        ) from problem
    return Path(shutil.move(found, scratch / jar.name))
