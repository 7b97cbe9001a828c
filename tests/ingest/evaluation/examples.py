"""Short ways to write facts and claims of one document."""

from typing import Any

from graph.model import Claim
from ingest.evaluation import GoldFact


def tenure(person: str = "Priya Shah", role: str = "chief executive", **fields: Any) -> dict[str, Any]:
    return {"type": "tenure", "person": person, "role": role, "org": "Aldermere Council", **fields}


def visit(**fields: Any) -> dict[str, Any]:
    return {"type": "inspection", "org": "Aldermere Council", "kind": "monitoring_visit", **fields}


def trust(name: str | None, **fields: Any) -> dict[str, Any]:
    return {"type": "trust", "name": name, "status": "operating", **fields}


def fact(fields: dict[str, Any]) -> GoldFact:
    return GoldFact.model_validate({"quote": "as the text says", **fields})


def claim(fields: dict[str, Any], confidence: float = 0.9, quote: str = "as the text says") -> Claim:
    place = {"document": "note", "quote": quote, "start_offset": 0, "end_offset": len(quote)}
    how = {"confidence": confidence, "method": "test", "method_version": "1"}
    return Claim.model_validate({"statement": fields, **place, **how})
