"""What whoever serves the graph may change, each by an environment variable `WHOHELD_<NAME>`."""

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Limits of one answer; more rows than `rows_most` are read page by page."""

    model_config = SettingsConfigDict(env_prefix="WHOHELD_", frozen=True)

    rows_default: int = Field(default=100, ge=1, description="Rows of an answer when the request does not say.")
    rows_most: int = Field(default=1000, ge=1, description="Rows that one request may ask for.")
    depth_most: int = Field(default=4, ge=1, description="Steps from an entity that a picture may go.")
    nodes_most: int = Field(default=400, ge=1, description="Nodes that a picture draws, the nearest first.")
    question_longest: int = Field(default=500, ge=20, description="Characters that a question may have.")
    key: str = Field(
        default="", repr=False, description="The key that decisions on who is who need; without one none are taken."
    )
