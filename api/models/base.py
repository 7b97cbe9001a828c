"""What all models share."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A value that is only shown."""

    model_config = ConfigDict(frozen=True, extra="forbid")
