"""Why a question can't be answered, said as a helpful person would: what is wrong, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.catalogue import Parameter
from graph.names import AmbiguousName, Found, UnknownName
from graph.ontology import concepts

LONGEST = 40
SHOWN = 3
UNKNOWN_WORDS = (
    "I don’t know how to answer this. I can tell who held which post and when, how councils were inspected and rated, "
    "which directions and commissioners were sent, and which trusts run services. Please ask one such question, with "
    "names in full."
)
EMPTY = "Please type a question, for instance: who was director of children’s services at Leeds in 2018?"
TOO_LONG = f"This is too long for me to read as one question. Please ask it in {LONGEST} words or fewer."
NEEDS_DATE = "This needs a date. Please add a day, a month, a year or a time between two, such as “in 2019”."

KNOWN_AS = {
    "Person": "The documents name nobody called “{}”.",
    "Organisation": "The documents name no council or other organisation called “{}”.",
    "Council": "The documents name no council called “{}”.",
    "Trust": "The documents name no children’s trust called “{}”.",
    "Document": "No document called “{}” has been read.",
    "Entity": "The documents name nobody and nothing called “{}”.",
    "role": "“{}” is no post that I know. Please write it as the council does, such as “chief executive” or “DCS”.",
}


def of_words(question: str) -> str:
    """Why a question is none that is known here."""
    words = question.split()
    if not words:
        return EMPTY
    return TOO_LONG if len(words) > LONGEST else UNKNOWN_WORDS


def of_name(parameter: Parameter, problem: UnknownName | AmbiguousName) -> str:
    """What is wrong with a name in the question."""
    if isinstance(problem, AmbiguousName):
        return f"“{problem.text}” can be {_either(_apart(problem.choices))}. Please say which you mean."
    kind = parameter.scheme or parameter.class_ or ""
    if kind == "judgement":
        return f"“{problem.text}” is no judgement of Ofsted’s. Please write {_either(_judgements())}."
    told = KNOWN_AS.get(kind, "I don’t know “{}”.").format(problem.text)
    return " ".join(part for part in (told, _hint(parameter, problem)) if part)


def _hint(parameter: Parameter, problem: UnknownName) -> str:
    """What may have been meant."""
    if parameter.type == "entity" and " and " in f" {problem.text} ":
        return "If these are two, please ask about one at a time."
    named = _either(_apart(each for each in problem.nearest if each.name != problem.text))
    return f"Did you mean {named}?" if named else ""


def _apart(found: Iterable[Found]) -> list[str]:
    """Some names, those that are alike with what tells them apart."""
    listed = list(found)
    names = [each.name for each in listed]
    told = [f"{each.name} ({each.note or each.id})" if names.count(each.name) > 1 else each.name for each in listed]
    return told[:SHOWN] + (["others"] if len(told) > SHOWN else [])


def _either(names: Sequence[str]) -> str:
    """Names with “or” before the last."""
    *before, last = names or [""]
    return f"{', '.join(before)} or {last}" if before else last


def _judgements() -> list[str]:
    return [each.label for each in concepts("judgement")]
