"""What a route needs of the application: the graph and the settings."""

from typing import Annotated

from fastapi import Depends, Request

from api.settings import Settings
from graph.database import Database


def _database(request: Request) -> Database:
    database: Database = request.app.state.database
    return database


def _settings(request: Request) -> Settings:
    settings: Settings = request.app.state.settings
    return settings


Graph = Annotated[Database, Depends(_database)]
Limits = Annotated[Settings, Depends(_settings)]
