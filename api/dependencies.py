"""What a route needs of the application: the graph, the settings, and what extraction passes over."""

from collections.abc import Callable
from typing import Annotated

from fastapi import Depends, Request

from api.settings import Settings
from graph.database import Database

Mask = Callable[[str, str], str]
"""A text and its media type to the same text with spaces for what is not its own words."""


def as_it_is(text: str, media_type: str) -> str:
    """The mask of those who read everything."""
    return text


def _database(request: Request) -> Database:
    database: Database = request.app.state.database
    return database


def _settings(request: Request) -> Settings:
    settings: Settings = request.app.state.settings
    return settings


def _mask(request: Request) -> Mask:
    mask: Mask = request.app.state.mask
    return mask


Graph = Annotated[Database, Depends(_database)]
Limits = Annotated[Settings, Depends(_settings)]
Masked = Annotated[Mask, Depends(_mask)]
