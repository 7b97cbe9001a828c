"""A question in words, matched to a canned query by the templates of the queries' headers; no language model.

A question is understood only when a template fits all of its words and every name in it stands for one thing.
Otherwise `query` is None, `reason` says why, and `alternatives` has the nearest questions that can be answered.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from graph.answer import Answer, answer
from graph.catalogue import catalogue
from graph.database import Database
from graph.names import Found
from graph.phrases import Fit, fits
from graph.question_names import Names, Once, choice_of
from graph.readings import Attempt, Reading, distinct, parameter_of, reading_of, text_of
from graph.reasons import LONGEST
from graph.spoken_dates import find_date
from graph.unanswered import why_not


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question was understood as, with its answer; or `query` None and the reason."""

    question: str
    query: str | None
    parameters: dict[str, str]
    understood: str | None
    alternatives: tuple[Reading, ...] = ()
    reason: str | None = None
    answer: Answer | None = None


def ask(db: Database, question: str, today: date | None = None, limit: int = 100) -> Asked:
    """Understand a question and answer it, at most `limit` rows; "now" in it means `today`, by default this day."""
    dated = find_date(question, today or date.today())
    edtf, words = dated or (None, question)
    found = list(fits(catalogue().values(), words)) if len(words.split()) <= LONGEST else []
    once = Once(db)
    names = Names(once, words)
    attempts = _attempts(names, found)
    sound = [each for each in attempts if not each.problems]
    readings = distinct(reading_of(each, each.found, edtf) for each in sound)
    if not readings:
        reason, offers = why_not(names, question, attempts, edtf)
        return Asked(question, None, {}, None, offers, reason)
    first = readings[0]
    rows = answer(once, first.query, first.parameters, limit)
    return Asked(question, first.query, first.parameters, first.understood, readings[1:], answer=rows)


def _attempts(names: Names, found: Iterable[Fit]) -> list[Attempt]:
    """Every fit that a query's choices allow with its names resolved, most telling template first."""
    attempts = [_attempt(names, fit) for fit in found if _chosen(fit)]
    return sorted(attempts, key=lambda each: (-each.fit.weight, each.fit.moment is None))


def _attempt(names: Names, fit: Fit) -> Attempt:
    """What can be no name by its words alone is told first, so that names next to it need not be looked up."""
    wanted = {name: (parameter_of(fit.query, name), text_of(fit, name)) for name in fit.slots}
    attempt = Attempt(fit, problems={name for name, slot in wanted.items() if not names.may_be(*slot)})
    for name in sorted(
        (each for each in wanted if each not in attempt.problems), key=lambda each: wanted[each][0].type
    ):
        if attempt.problems and fit.weight == 0:
            break
        result = names.find(*wanted[name])
        if isinstance(result, Found):
            attempt.found[name] = result
        else:
            attempt.problems.add(name)
    return attempt


def _chosen(fit: Fit) -> bool:
    """Whether every slot for a choice has one of its choices."""
    slots = {name: parameter_of(fit.query, name) for name in fit.slots}
    return all(choice_of(each, fit.slots[name]) for name, each in slots.items() if each.type == "choice")
