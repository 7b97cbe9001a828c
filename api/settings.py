"""What whoever serves the graph may change, each by an environment variable `WHOHELD_<NAME>`."""

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Limits of one answer; more rows than `rows_most` are read page by page."""

    model_config = SettingsConfigDict(env_prefix="WHOHELD_", frozen=True)

    rows_default: int = Field(default=100, ge=1, description="Rows of an answer when the request does not say.")
    rows_most: int = Field(default=1000, ge=1, description="Rows that one request may ask for.")
    depth_most: int = Field(default=4, ge=1, description="Steps from an entity that a picture may go.")
    nodes_most: int = Field(default=400, ge=1, description="Nodes that a picture draws, the most connected.")
    cypher_rows: int = Field(default=10_000, ge=1, description="Rows that a query of one's own gives at most.")
    cypher_seconds: float = Field(default=10.0, gt=0, description="Seconds that a query of one's own may take.")
    question_longest: int = Field(default=500, ge=20, description="Characters that a question may have.")
    key: str = Field(default="", repr=False, description="A key that opens everything, beside those that were made.")
    open: bool = Field(
        default=True, description="Whether everything may be used without a key: bound to this machine only."
    )
    requests_per_minute: int = Field(default=600, ge=0, description="Requests of one client a minute; 0: no limit.")
    url_longest: int = Field(default=8000, ge=100, description="Characters that an address may have.")
    body_most: int = Field(default=1_000_000, ge=0, description="Bytes that the body of a request may have.")
    cors_origins: str = Field(
        default="", description="Origins whose pages may ask from a browser, comma separated; * for all."
    )

    @property
    def origins(self) -> tuple[str, ...]:
        """The origins of `cors_origins`, one by one."""
        return tuple(origin.strip() for origin in self.cors_origins.split(",") if origin.strip())
