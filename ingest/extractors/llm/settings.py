"""What the extractor `llm` needs to know, from the environment."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from graph.model import WhoheldError

PREFIX = "WHOHELD_LLM_"


class NoEndpoint(WhoheldError):
    """A setting of the extractor `llm` is missing or unusable."""


class LlmSettings(BaseSettings):
    """Each field is an environment variable with `WHOHELD_LLM_` before its name."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, env_ignore_empty=True)

    url: str = Field(default="", description="Base URL of an OpenAI-compatible endpoint, with its /v1.")
    model: str = Field(default="", description="The model's name, as the endpoint knows it.")
    key: SecretStr = Field(default=SecretStr("none"), description="The key, where the endpoint wants one.")
    timeout: float = Field(default=120, gt=0, description="Seconds to wait for one answer, repeats included.")
    retries: int = Field(default=2, ge=0, le=10, description="Repeats after a failure, a time limit or rubbish.")
    part_length: int = Field(default=12_000, ge=200, description="Characters of a document sent in one request.")
    parallel: int = Field(default=4, ge=1, le=64, description="Parts of a document that are read at the same time.")
    output: Literal["schema", "tool", "prompt"] = Field(
        default="schema", description="How the schema is asked for: as response format, as a tool, or in the prompt."
    )


def settings_from_environment() -> LlmSettings:
    """The settings; raises `NoEndpoint` naming the variable that is missing or wrong."""
    try:
        settings = LlmSettings()
    except ValidationError as error:
        first = error.errors()[0]
        raise NoEndpoint(f"{PREFIX}{str(first['loc'][0]).upper()} can't be used: {first['msg']}.") from error
    if not settings.url.startswith(("http://", "https://")):
        raise NoEndpoint(
            "The extractor llm needs WHOHELD_LLM_URL, the http(s) address of an OpenAI-compatible endpoint, such as "
            "http://localhost:11434/v1."
        )
    if not settings.model:
        raise NoEndpoint("The extractor llm needs WHOHELD_LLM_MODEL, the name of a model at WHOHELD_LLM_URL.")
    return settings
