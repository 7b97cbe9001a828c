"""Which Maven repositories to ask: those that the user's own settings name, else jgo's default."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from jgo.config import GlobalSettings
from jgo.constants import MAVEN_CENTRAL_URL

from graph.server.errors import NoNetwork

_EVERYTHING = {"*", "central", "external:*"}


@cache
def remote_repositories() -> dict[str, str]:
    """Give the repositories by name: a mirror of Maven's settings, jgo's own settings, the default."""
    settings = Path.home() / ".m2" / "settings.xml"
    central = mirror(settings.read_text(encoding="utf-8")) if settings.is_file() else None
    return {**GlobalSettings.load().repositories, "central": central or MAVEN_CENTRAL_URL}


def mirror(settings: str) -> str | None:
    """Find in a Maven settings.xml the mirror that stands for the central repository."""
    try:
        root = ElementTree.fromstring(settings)  # noqa: S314 -- the user's own settings, which Maven trusts as well
    except ElementTree.ParseError as problem:
        raise NoNetwork(f"Maven's settings.xml can't be read: {problem}. Mend it and try again.") from problem
    for element in root.iterfind("{*}mirrors/{*}mirror"):
        stands_for = (element.findtext("{*}mirrorOf") or "").replace(" ", "").split(",")
        url = (element.findtext("{*}url") or "").strip()
        if url and _EVERYTHING & set(stands_for) and "!central" not in stands_for:
            return url.rstrip("/")
    return None
