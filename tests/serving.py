"""The application on a free port for the length of a block."""

import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

import uvicorn
from fastapi import FastAPI

from api.app import create_app
from api.settings import Settings
from graph.database import Database


def served(database: Database, settings: Settings | None = None) -> AbstractContextManager[str]:
    """The address of a real server over the graph; it ends with the block."""
    return serving(create_app(database, settings))


@contextmanager
def serving(app: FastAPI) -> Iterator[str]:
    """The same for an application that is already made."""
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            assert thread.is_alive(), "the server did not start"
            time.sleep(0.01)
        (listening,) = server.servers[0].sockets
        yield "http://{}:{}".format(*listening.getsockname())
    finally:
        server.should_exit = True
        thread.join()
