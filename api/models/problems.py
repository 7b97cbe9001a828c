"""What every error looks like."""

from __future__ import annotations

from pydantic import Field

from api.models.base import Model


class Choice(Model):
    """Something that could be asked for instead."""

    id: str = Field(description="The id to ask for.", examples=["council/E08000032"])
    name: str = Field(description="Its name.", examples=["Bradford"])
    note: str | None = Field(default=None, description="What it is, to tell it from the others.", examples=["Council"])
    href: str = Field(
        description="The same request with the id in place of the name.",
        examples=["/queries/who-held?organisation=council/E08000032"],
    )


class FieldError(Model):
    """One parameter that can't be used."""

    field: str = Field(description="The parameter's name.", examples=["as_of"])
    message: str = Field(description="What is wrong and what is accepted.", examples=["“soon” is no date; give a year"])


class Problem(Model):
    """An error, as RFC 9457 has it: the one shape of every answer that is not a success."""

    type: str = Field(description="The kind of problem.", examples=["https://w3id.org/whoheld/problem/unknown-name"])
    title: str = Field(description="The kind in words.", examples=["Nothing is known by this name"])
    status: int = Field(description="The HTTP status.", examples=[404])
    detail: str = Field(
        description="What is wrong and what to do.",
        examples=["No organisation is known by the name “Bradfrod”. Nearest: Bradford."],
    )
    instance: str = Field(description="The path that was asked for.", examples=["/queries/who-held"])
    errors: tuple[FieldError, ...] = Field(default=(), description="Each parameter that can't be used.")
    choices: tuple[Choice, ...] = Field(default=(), description="What could be asked for instead, best first.")
