"""Values that a query of anybody's may give, in JSON's types."""

from __future__ import annotations

from typing import Any

from neo4j.graph import Node, Path, Relationship


def json_value(value: Any) -> Any:  # noqa: ANN401 - whatever a query may return
    """Nodes, relationships and paths with what they are; lists and maps within; days and times as ISO."""
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, Node | Relationship | Path):
        return _of_graph(value)
    if isinstance(value, list | tuple):
        return [json_value(each) for each in value]
    if isinstance(value, dict):
        return {str(key): json_value(each) for key, each in value.items()}
    return value.iso_format() if hasattr(value, "iso_format") else str(value)


def _of_graph(value: Node | Relationship | Path) -> dict[str, Any]:
    if isinstance(value, Node):
        return {"id": value.get("id"), "labels": sorted(value.labels), "properties": json_value(dict(value))}
    if isinstance(value, Relationship):
        start, end = (node.get("id") if node else None for node in value.nodes)
        return {"type": value.type, "start": start, "end": end, "properties": json_value(dict(value))}
    return {
        "nodes": [json_value(each) for each in value.nodes],
        "relationships": [json_value(each) for each in value.relationships],
    }
