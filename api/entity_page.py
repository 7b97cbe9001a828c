"""All that the page of a person, post or organisation shows. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from api.charts import chart_of
from api.disputes import by_fact, elsewhere
from api.fact_lines import sections
from api.facts import offers, properties
from graph.lookup import EntityPage

MOST = 80  # facts on one page, the newest, which so stays small and readable


def shown(found: EntityPage, conflicts: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The values of its template: facts on one axis of time and in tables, with what is disputed in them."""
    disputed = by_fact(conflicts, found.facts)
    return {
        "entity": found,
        "properties": properties(found.properties),
        "conflicts": elsewhere(conflicts, disputed),
        "chart": chart_of(found),
        "sections": sections(found, disputed),
        "offers": offers(found),
        "left_out": found.left_out,
    }
