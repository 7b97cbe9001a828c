"""Claims as JSON lines: flat objects with the statement's fields beside the quote and its place in the text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from graph.model import Claim, WhoheldError

NULLABLE = frozenset({"org", "name"})  # fields without a default that may be null
PLACE = tuple(name for name in Claim.model_fields if name != "statement")


class BadClaim(WhoheldError):
    """A line that is not a claim."""


def as_line(claim: Claim) -> str:
    """One claim as one line of JSON; dates are EDTF, a field that the document does not tell is null."""
    place = claim.model_dump(mode="json", exclude={"statement"})
    return json.dumps({**claim.statement.model_dump(mode="json"), **place}, ensure_ascii=False)


def from_line(line: str) -> Claim:
    """The claim that a line of JSON tells, also one of another extractor, which may leave out how it was read.

    Raises `BadClaim` with the field that is missing or wrong.
    """
    try:
        return from_fields({"method": "unknown", "method_version": "unknown", **json.loads(line)})
    except (json.JSONDecodeError, TypeError):
        raise BadClaim("this is no JSON object: write one claim a line, as `whoheld extract` does") from None


def from_fields(fields: Mapping[str, Any]) -> Claim:
    """The claim of flat fields: the statement's beside the quote and its place; raises `BadClaim` with the field."""
    told = {name: value for name, value in fields.items() if value is not None or name in NULLABLE}
    if isinstance(told.get("inspector"), str):
        told["inspector"] = told["inspector"].split(", ")
    place = {name: told.pop(name) for name in PLACE if name in told}
    try:
        return Claim.model_validate({"statement": told, **place})
    except ValidationError as error:
        first = error.errors()[0]
        raise BadClaim(f"{'.'.join(map(str, first['loc'][-1:]))}: {first['msg']}") from None
