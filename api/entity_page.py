"""All that the page of a person, post or organisation shows. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from api.charts import chart_of
from api.disputes import by_fact, elsewhere
from api.fact_lines import in_time, sections
from api.facts import offers, properties
from graph.lookup import EntityPage

MOST = 80  # facts on one page, which so stays small and readable


def shown(found: EntityPage, conflicts: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The values of its template: facts on one axis of time and in tables, with what is disputed in them.

    Of very many facts only the newest; `left_out` is the number of the others.
    """
    newest = replace(found, facts=tuple(in_time(found.facts)[-MOST:]))
    disputed = by_fact(conflicts, newest.facts)
    return {
        "entity": newest,
        "properties": properties(newest.properties),
        "conflicts": elsewhere(conflicts, disputed),
        "chart": chart_of(newest),
        "sections": sections(newest, disputed),
        "offers": offers(newest),
        "left_out": found.left_out + len(found.facts) - len(newest.facts),
    }
