"""Claims as JSON lines: flat objects with the statement's fields beside the quote and its place in the text."""

from __future__ import annotations

import json

from graph.model import Claim


def as_line(claim: Claim) -> str:
    """One claim as one line of JSON; dates are EDTF, a field that the document does not tell is null."""
    place = claim.model_dump(mode="json", exclude={"statement"})
    return json.dumps({**claim.statement.model_dump(mode="json"), **place}, ensure_ascii=False)
