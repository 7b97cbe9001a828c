"""Keys that let programs do more over HTTP than read pages: made once, kept as hashes, known again by them.

The file is `keys.json` in the data folder, readable by its user only and replaced as a whole.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import Field, TypeAdapter, ValidationError

from graph.model import Value, WhoheldError
from graph.server.home import home_at
from graph.server.locks import locked

Scope = Literal["read", "cypher", "write"]
SCOPES: tuple[Scope, ...] = get_args(Scope)
PREFIX = "wh_"


class BadKeys(WhoheldError):
    """The file of keys can't be used, or a key can't be made or revoked."""


class Key(Value):
    """What is kept of a key: never the key itself."""

    name: Annotated[str, Field(pattern=r"^[\w.@-]{1,64}$")]
    scopes: Annotated[tuple[Scope, ...], Field(min_length=1)]
    created: datetime
    last_four: str
    sha256: str

    @classmethod
    def of(cls, text: str, name: str, scopes: Iterable[str], created: datetime) -> Key:
        """What is kept of a key with that text."""
        chosen = tuple(scope for scope in SCOPES if scope in set(scopes))
        return cls(name=name, scopes=chosen, created=created, last_four=text[-4:], sha256=_hash(text))


Keys = tuple[Key, ...]
FILE = TypeAdapter(Keys)


def verify(keys: Iterable[Key], text: str) -> Key | None:
    """The key that has this text; all are compared, so that the time taken tells nothing."""
    given, found = _hash(text), None
    for key in keys:
        if hmac.compare_digest(key.sha256, given):
            found = key
    return found


def create(name: str, scopes: Iterable[str], path: Path | None = None) -> str:
    """Make a key and keep its hash; the text returned is nowhere else. Raises `BadKeys` for a name that is taken."""
    text = PREFIX + secrets.token_urlsafe(32)
    try:
        made = Key.of(text, name, scopes, datetime.now(UTC).replace(microsecond=0))
    except ValidationError as error:
        raise BadKeys(
            f"“{name}” can't be a key's name: give 1 to 64 letters, digits or . _ - @, and at least one scope of "
            f"{', '.join(SCOPES)}"
        ) from error
    _change(lambda keys: _with(keys, made), path)
    return text


def revoke(name: str, path: Path | None = None) -> None:
    """Forget a key, which from then on opens nothing. Raises `BadKeys` when there is none of that name."""
    _change(lambda keys: _without(keys, name), path)


def load(path: Path | None = None) -> Keys:
    """The keys kept in the file; none without one. Raises `BadKeys` for a file that is broken."""
    file = path or keys_file()
    try:
        return FILE.validate_json(file.read_bytes())
    except FileNotFoundError:
        return ()
    except (OSError, ValidationError) as error:
        raise BadKeys(
            f"The keys can't be read from {file} ({_reason(error)}). Put a good copy of the file there, or remove it "
            "and make the keys again with: whoheld key create NAME --scope SCOPE"
        ) from error


def save(keys: Keys, path: Path | None = None) -> None:
    """Replace the file at once as a whole; from its first byte on only its user can read it."""
    file = path or keys_file()
    part = file.with_name(f".{file.name}-{os.getpid()}")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as stream:
        stream.write(FILE.dump_json(keys, indent=2) + b"\n")
        stream.flush()
        os.fsync(stream.fileno())
    part.replace(file)


def keys_file() -> Path:
    """Where the keys are kept: in `WHOHELD_HOME`, or in whoheld's folder among the user's data."""
    return home_at().root / "keys.json"


def _change(change: Callable[[Keys], Keys], path: Path | None) -> None:
    """Read, change and write while nobody else does."""
    file = path or keys_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with locked(file.with_name("keys.lock")):
            save(change(load(file)), file)
    except OSError as error:
        raise BadKeys(
            f"The keys can't be kept in {file} ({error.strerror}). Is the folder yours to write in?"
        ) from error


def _with(keys: Keys, made: Key) -> Keys:
    if any(key.name == made.name for key in keys):
        raise BadKeys(f"There is a key “{made.name}” already: choose another name, or revoke it first")
    return (*keys, made)


def _without(keys: Keys, name: str) -> Keys:
    if all(key.name != name for key in keys):
        there = ", ".join(key.name for key in keys) or "none"
        raise BadKeys(f"There is no key “{name}” to revoke; there are: {there}")
    return tuple(key for key in keys if key.name != name)


def _hash(text: str) -> str:
    # Neither salt nor a slow hash: nobody guesses 256 random bits, and no table of them can be made.
    return hashlib.sha256(text.encode()).hexdigest()


def _reason(error: OSError | ValidationError) -> str:
    """What is wrong in a few words, without anything of the file's content."""
    return str(error.strerror) if isinstance(error, OSError) else error.errors(include_input=False)[0]["msg"]
