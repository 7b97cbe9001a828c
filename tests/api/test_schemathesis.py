"""Schemathesis sends what the OpenAPI document allows, and what it forbids, to every operation: all checks pass.

A request may be well formed by the document and still be refused: a date or a cursor in words, Cypher that does not
parse, a name that is nobody's. For these the documented 4xx is right, and so counts as accepted.
"""

import subprocess
import sys
from pathlib import Path

import httpx

CONFIGURATION = """
[checks.positive_data_acceptance]
expected-statuses = ["2xx", "303", "403", "404", "406", "409", "415", "422"]
"""


def test_no_operation_breaks_its_description(tale_client: httpx.Client, tmp_path: Path) -> None:
    (tmp_path / "schemathesis.toml").write_text(CONFIGURATION)
    command = [
        *(str(Path(sys.executable).with_name("schemathesis")), "run", f"{tale_client.base_url}/openapi.json"),
        *("--checks", "all", "--max-examples", "2", "--workers", "2", "--seed", "7"),
        *("--phases", "examples,coverage,fuzzing", "--no-color"),
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=900)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
