"""Who may do what: everybody on a server bound to this machine, else whoever has a key with the scope."""

from __future__ import annotations

import hmac
import ipaddress
import logging
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Annotated

from fastapi import Header, Request

from api.dependencies import Limits
from api.errors import KeysUnreadable, WrongKey
from api.settings import Settings
from graph import keys
from graph.keys import SCOPES, BadKeys, Key, Scope

HEADER = "X-API-Key"
logger = logging.getLogger("whoheld.api")


def needs(scope: Scope, *, always: bool = False) -> Callable[..., None]:
    """A dependency that raises `WrongKey` unless the request may do what the scope names.

    With `always`, a key is needed also on a server that is open to whoever sits at this machine.
    """

    def check(
        request: Request,
        limits: Limits,
        x_api_key: Annotated[
            str,
            Header(
                description="A key with the scope that this needs, if it needs one.", examples=["wh_k3yFr0mWhoheld"]
            ),
        ] = "",
    ) -> None:
        if not always and is_open(request, limits):
            return
        holder = holder_of(limits, x_api_key)
        if holder is None or scope not in holder.scopes:
            raise WrongKey(_refusal(limits, scope, x_api_key, holder))

    return check


def is_open(request: Request, limits: Settings) -> bool:
    """Whether the request comes without doubt from this machine, whose user may do everything.

    The Host that was asked for counts too: a page from elsewhere whose name was made to point here (DNS rebinding) is
    not let in, nor what a web server passes on under its own name.
    """
    return limits.open and is_loopback(request.url.hostname or "")


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches that address: 127.0.0.0/8, ::1 or localhost."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def holder_of(limits: Settings, text: str) -> Key | None:
    """The key that has this text: the one of `WHOHELD_KEY`, which may do everything, or one that was made.

    Keys are read each time, so that one that is revoked opens nothing from then on.
    """
    if not text:
        return None
    if limits.key and hmac.compare_digest(text.encode(), limits.key.encode()):
        return Key.of(text, "WHOHELD_KEY", SCOPES, datetime.now(UTC))
    return keys.verify(_made(), text)


def _made() -> keys.Keys:
    try:
        return keys.load()
    except BadKeys as error:
        logger.error("%s", error)  # noqa: TRY400 - the message is for whoever runs the server; a trace adds nothing
        raise KeysUnreadable("The server can't read its keys; its log says why. Please tell whoever runs it") from error


def _refusal(limits: Settings, scope: Scope, text: str, holder: Key | None) -> str:
    """What is wrong and what to do."""
    if holder:
        return f"The key “{holder.name}” may not do this, which needs a key with the scope “{scope}”"
    if not limits.key and not any(scope in key.scopes for key in _made()):
        return (
            f"This server has no key with the scope “{scope}”, which this needs: whoever runs it can make one with "
            f"`whoheld key create NAME --scope {scope}`, or set WHOHELD_KEY"
        )
    if text:
        return f"The key in the header {HEADER} is none of this server’s, or was revoked"
    return f"This needs a key with the scope “{scope}” in the header {HEADER}"
