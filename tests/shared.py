"""The folder of measurements beside the project, which CI has and a user's clone does not."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
needs_shared = pytest.mark.skipif(
    not SHARED.is_dir(), reason="needs the evaluation documents in ../shared, which a clone does not have"
)
