"""Questions that can't be answered: the reason, and the nearest ones that can be."""

from __future__ import annotations

from collections.abc import Iterator

from graph import reasons
from graph.catalogue import catalogue
from graph.database import Database
from graph.names import AmbiguousName, Found, UnknownName, find_entities, normalise, short
from graph.phrases import Fit
from graph.question_names import Names
from graph.readings import Attempt, Reading, distinct, parameter_of, reading_of, text_of, told

BARE = 3
OFFERED = 6
NAME_LONGEST = 5


def why_not(names: Names, question: str, attempts: list[Attempt], edtf: str | None) -> tuple[str, tuple[Reading, ...]]:
    """Why none of the attempts answers the question, and what can be asked instead, the nearest first."""
    telling = [each for each in attempts if _tells(each, question)]
    offers: tuple[Reading, ...] = ()
    reason = reasons.of_words(question)
    if any(not each.problems for each in attempts):
        reason = reasons.NEEDS_DATE
    elif telling:
        reason, offers = _about_a_name(names, min(telling, key=_badness), edtf)
    offers = offers or distinct(_about_what_it_names(names.db, question))
    return reason, offers[:OFFERED]


def _about_a_name(names: Names, best: Attempt, edtf: str | None) -> tuple[str, tuple[Reading, ...]]:
    """What is wrong with the first name that stands for nothing or too much, and the question with those like it."""
    problems = {name: _problem(names, best.fit, name) for name in best.fit.slots if name in best.problems}
    name, problem = next(iter(problems.items()))
    return reasons.of_name(parameter_of(best.fit.query, name), problem), distinct(_repaired(best, problems, edtf))


def _tells(attempt: Attempt, question: str) -> bool:
    """Whether the question was meant as the attempt reads it, so that the names in it are what is wrong."""
    meant = attempt.found or len(attempt.fit.slots) == 1
    named = all(_may_be_written(attempt, name) for name in attempt.problems)
    return bool(attempt.problems and meant and named and (attempt.fit.weight or len(question.split()) <= BARE))


def _may_be_written(attempt: Attempt, name: str) -> bool:
    """Whether somebody may have written these words as a name, which only of a document is long."""
    words = text_of(attempt.fit, name).split()
    return len(words) <= NAME_LONGEST or parameter_of(attempt.fit.query, name).class_ == "Document"


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
