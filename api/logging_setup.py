"""How the server logs: plain lines for people, JSON lines for programs, or nothing."""

from __future__ import annotations

import json
import logging
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Literal

How = Literal["plain", "json", "off"]
FIELDS = "fields"  # the attribute of a record with what a JSON line has beside the message
request_id: ContextVar[str] = ContextVar("request_id", default="")


class JsonFormatter(logging.Formatter):
    """A record as one line of JSON, with the fields that came with it and the request during which it was made."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, which no text that is logged can break."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if current := request_id.get():
            line["request_id"] = current
        line |= getattr(record, FIELDS, {})
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


def set_up(how: How) -> None:
    """Log to standard error: warnings and worse; as JSON also each request, and the server's start and end."""
    handler: logging.Handler = logging.NullHandler() if how == "off" else logging.StreamHandler()
    handler.setFormatter(JsonFormatter() if how == "json" else logging.Formatter("%(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    for name in ("whoheld", "uvicorn"):
        logging.getLogger(name).setLevel(logging.INFO if how == "json" else logging.WARNING)
