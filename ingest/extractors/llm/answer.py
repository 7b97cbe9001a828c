"""What a model may answer: statements of the claim models with their quotes, and nothing else.

The schema shown to the model is made from `graph.model`. The answer is then read leniently, claim by claim, so that one
bad field costs that field and one bad claim that claim.
"""

from __future__ import annotations

from collections import Counter
from typing import Annotated, Any, get_args

from pydantic import BaseModel, Field, GetCoreSchemaHandler, ValidationError, ValidatorFunctionWrapHandler
from pydantic_core import CoreSchema, core_schema

from graph.edtf import is_valid
from graph.model import Statement, Value

DATES = frozenset(("start", "end", "as_of", "date", "published"))
MODELS: dict[str, type[Value]] = {
    model.model_fields["type"].default: model for model in get_args(get_args(Statement)[0])
}
NOT_A_CLAIM = "claims that fit no claim model"
BAD_FIELD = "fields with a value that can't be"


class Told(Value):
    """One claim: what is stated, and the words of the document that state it."""

    statement: Statement
    quote: Annotated[str, Field(description="The document's own words that state this, verbatim and in one piece.")]


class RawTold(dict[str, Any]):
    """A claim as it was answered, not yet checked; in the schema it is a `Told`."""

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_wrap_validator_function(cls._keep, handler(Told))

    @classmethod
    def _keep(cls, value: object, _strict: ValidatorFunctionWrapHandler) -> RawTold:
        if not isinstance(value, dict):
            raise ValueError("a claim must be an object with statement and quote")  # noqa: TRY004 # pydantic's way
        return cls(value)


class Answer(BaseModel):
    """All claims that the given part of the document makes; an empty list where it makes none."""

    claims: list[RawTold]


def mended(raw: RawTold, dropped: Counter[str]) -> Told | None:
    """The claim without its invalid optional fields; None when what is left is no claim. Both are counted."""
    statement, quote = raw.get("statement"), raw.get("quote")
    model = MODELS.get(str(statement.get("type"))) if isinstance(statement, dict) else None
    if model is None or not isinstance(statement, dict) or not isinstance(quote, str):
        dropped[NOT_A_CLAIM] += 1
        return None
    given = {name: value for name, value in statement.items() if value is not None and value != ""}
    bad = _bad_fields(model, given)
    try:
        kept = model.model_validate(_complete(model, {name: given[name] for name in given if name not in bad}))
    except ValidationError:
        dropped[NOT_A_CLAIM] += 1
        return None
    if bad:
        dropped[BAD_FIELD] += len(bad)
    return Told.model_validate({"statement": kept, "quote": quote})


def _complete(model: type[Value], given: dict[str, Any]) -> dict[str, Any]:
    """With null for what must be told and isn't: models that allow it take it, others refuse."""
    required = {name: None for name, field in model.model_fields.items() if field.is_required()}
    return {**required, **given}


def _bad_fields(model: type[Value], given: dict[str, Any]) -> set[str]:
    """Fields that can be left out without saying something else: a status or kind that is wrong can't."""
    bad = {name for name in DATES & set(given) if not (isinstance(given[name], str) and is_valid(given[name]))}
    try:
        model.model_validate(_complete(model, given))
    except ValidationError as error:
        bad |= {str(each["loc"][0]) for each in error.errors()}
    return {name for name in bad if name in given and _optional(model, name)}


def _optional(model: type[Value], name: str) -> bool:
    field = model.model_fields.get(name)
    return field is None or (not field.is_required() and not field.default)
