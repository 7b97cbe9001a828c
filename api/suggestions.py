"""Questions that can be asked about a thing of each class, for the question box to offer while somebody types."""

from __future__ import annotations

import re
from functools import cache

from graph.catalogue import Query, catalogue
from graph.ontology import names
from graph.phrases import tidy

CLASSES = ("Person", "Council", "Trust", "Organisation", "Role")
MOST = 5


@cache
def questions() -> dict[str, tuple[str, ...]]:
    """For each class some questions, with {} for the name of a thing of that class."""
    return {label: _about(label) for label in CLASSES}


def _about(label: str) -> tuple[str, ...]:
    """The first wording of each query that needs one thing of the class and nothing else."""
    classes = names().labels.get(label, (label,))
    told = (
        _wording(query, parameter.name)
        for query in catalogue().values()
        for parameter in query.parameters
        if parameter.required and parameter.class_ in classes and parameter.class_ != "Entity"
    )
    return tuple(dict.fromkeys(each for each in told if each))[:MOST]


def _wording(query: Query, parameter: str) -> str | None:
    alone = (each for each in query.question if re.findall(r"\{(\w+)\}", each) == [parameter])
    found = next((each for each in alone if each != f"{{{parameter}}}"), None)
    return tidy(found.replace(f"{{{parameter}}}", "{}")) if found else None
