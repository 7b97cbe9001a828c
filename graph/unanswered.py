"""Questions that can't be answered: the reason, and the nearest ones that can be."""

from __future__ import annotations

from collections.abc import Iterator

from graph.catalogue import catalogue
from graph.database import Database
from graph.names import AmbiguousName, Found, UnknownName, find_entities, normalise, short
from graph.phrases import Fit
from graph.question_names import Names
from graph.readings import Attempt, Reading, distinct, parameter_of, reading_of, text_of, told

BARE = 3
OFFERED = 6
UNKNOWN_WORDS = "No question that can be answered has these words. Ask, for instance, who held a post at a council."
NEEDS_DATE = "This question needs a date: a day, a month, a year or a time between two."


def why_not(names: Names, question: str, attempts: list[Attempt], edtf: str | None) -> tuple[str, tuple[Reading, ...]]:
    """Why none of the attempts answers the question, and what can be asked instead, the nearest first."""
    telling = [each for each in attempts if _tells(each, question)]
    reason = UNKNOWN_WORDS
    offers: tuple[Reading, ...] = ()
    if any(not each.problems for each in attempts):
        reason = NEEDS_DATE
    elif telling:
        best = min(telling, key=_badness)
        problems = {name: _problem(names, best.fit, name) for name in best.fit.slots if name in best.problems}
        reason, offers = str(next(iter(problems.values()))), distinct(_repaired(best, problems, edtf))
    offers = offers or distinct(_about_what_it_names(names.db, question))
    return reason, offers[:OFFERED]


def _tells(attempt: Attempt, question: str) -> bool:
    """Whether the question was meant as the attempt reads it, so that the names in it are what is wrong."""
    meant = attempt.found or len(attempt.fit.slots) == 1
    return bool(attempt.problems and meant and (attempt.fit.weight or len(question.split()) <= BARE))


def _problem(names: Names, fit: Fit, name: str) -> UnknownName | AmbiguousName:
    result = names.find(parameter_of(fit.query, name), text_of(fit, name))
    return UnknownName(text_of(fit, name), name, (result,)) if isinstance(result, Found) else result


def _badness(attempt: Attempt) -> tuple[int, int, int]:
    return len(attempt.problems), -attempt.fit.weight, sum(len(attempt.fit.slots[name]) for name in attempt.problems)


def _repaired(
    attempt: Attempt, problems: dict[str, UnknownName | AmbiguousName], edtf: str | None
) -> Iterator[Reading | None]:
    """The readings that the one name with a problem would allow if it were each of those offered for it."""
    if len(problems) == 1:
        ((name, problem),) = problems.items()
        offered = problem.nearest if isinstance(problem, UnknownName) else problem.choices
        for each in offered:
            yield reading_of(attempt, {**attempt.found, name: each}, edtf)


def _about_what_it_names(db: Database, question: str) -> Iterator[Reading]:
    """Readings that need only one entity, for every entity whose name is in the question."""
    asked = f" {normalise(question)} "
    for query in catalogue().values():
        required = [each for each in query.parameters if each.required]
        if len(required) == 1 and required[0].type == "entity":
            for each in find_entities(db, question, required[0].class_, limit=60):
                if any(f" {form} " in asked for name in each.names for form in (normalise(name), short(name))):
                    parameters = {required[0].name: each.id}
                    yield Reading(query.name, parameters, told(query, {required[0].name: each}, parameters))
