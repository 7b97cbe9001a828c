"""What the page of one fact says of it: an inspection, a direction, a tenure, a trust's work or a conflict."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from api.fact_lines import Section, events, in_time, joined, what
from api.rendering import address, when, words
from api.saying import exact, first_day, lasted
from api.tables import Cell
from graph.lookup import EntityPage

Row = Mapping[str, Any]
MOST_FOLLOWING = 12
FACTS = ("Tenure", "Inspection", "Direction", "Delegation", "Conflict")
ENTITIES = {
    "HOLDER": "Holder",
    "IN_ROLE": "Post",
    "INSPECTED": "Inspected",
    "INSPECTED_BY": "Inspectors",
    "ADDRESSEE": "To",
    "ISSUER": "Issued by",
    "APPOINTS": "Appoints",
    "DELEGATE": "Trust",
    "DELEGATED_BY": "For",
    "CONCERNS": "About",
}
Told = tuple[str, tuple[Cell, ...]]


def summary(fact: Row, around: EntityPage | None) -> tuple[Told, ...]:
    """The fact in terms and what is known under each; `around` has the other facts of the body that it befell."""
    told = [(name, tuple(_named(each) for each in joined(fact, relation))) for relation, name in ENTITIES.items()]
    told += _OWN[fact["label"]](fact)
    if fact["label"] == "Inspection" and around:
        told += _judgements(fact, around)
    return tuple((name, cells) for name, cells in told if cells and any(cell.text for cell in cells))


def body(fact: Row) -> str | None:
    """The id of the council, trust or body that an event befell."""
    found = [*joined(fact, "INSPECTED"), *joined(fact, "ADDRESSEE")]
    return str(found[0]["id"]) if found else None


def followed(fact: Row, around: EntityPage) -> Section | None:
    """What happened to the body after it, up to the next judgement."""
    later: list[Row] = []
    for each in _after(fact, around):
        later.append(each)
        if _judgement(each) or len(later) == MOST_FOLLOWING:
            break
    return events("What followed", later, around.id) if later else None


def _named(entity: Row) -> Cell:
    return Cell("", str(entity["name"] or entity["id"]), address(entity["id"]))


def _dated(name: str, edtf: str | None, otherwise: str = "") -> Told:
    return name, (Cell("", when(edtf) or otherwise, None, edtf),)


def _said(name: str, value: object) -> Told:
    return name, (Cell("", words(str(value)) if value else ""),)


def _tenure(fact: Row) -> list[Told]:
    values = fact["properties"]
    return [
        ("In post", (Cell("", lasted(values) or "at a time not told", None, exact(values)),)),
        ("Certainly", tuple(Cell("", when(each), None, each) for each in values.get("certainOn") or ())),
        ("Possibly", (Cell("", when(values.get("possibleOn")), None, values.get("possibleOn")),)),
    ]


def _inspection(fact: Row) -> list[Told]:
    values = fact["properties"]
    return [
        ("What", (Cell("", what(fact)),)),
        _dated("Visit", values.get("date"), "no document tells when"),
        _dated("Report published", values.get("published")),
        _said("Judgement", values.get("judgement")),
    ]


def _direction(fact: Row) -> list[Told]:
    values = fact["properties"]
    return [
        ("What", (Cell("", what(fact)),)),
        _dated("Issued", values.get("date"), "no document tells when"),
        _dated("Ended", values.get("end"), "no document tells of its end"),
    ]


def _delegation(fact: Row) -> list[Told]:
    values = fact["properties"]
    begins = "Planned for" if values.get("status") == "planned" else "Since"
    return [
        _said("State", values.get("status")),
        _dated(begins, values.get("date"), "no document tells when"),
        _dated("Ended", values.get("end")),
    ]


def _conflict(fact: Row) -> list[Told]:
    values = fact["properties"]
    return [
        _said("Kind", values.get("conflictKind")),
        _said("State", values.get("conflictState")),
        ("Explained by", (Cell("", str(values.get("explanation") or "")),)),
    ]


_OWN = {
    "Tenure": _tenure,
    "Inspection": _inspection,
    "Direction": _direction,
    "Delegation": _delegation,
    "Conflict": _conflict,
}


def _judgements(fact: Row, around: EntityPage) -> list[Told]:
    """The body's judgements before and after this one."""
    before = [each for each in _before(fact, around) if _judgement(each)][-1:]
    after = [each for each in _after(fact, around) if _judgement(each)][:1]
    return [("Judgement before", tuple(map(_judged, before))), ("Next judgement", tuple(map(_judged, after)))]


def _judged(fact: Row) -> Cell:
    date = when(fact["properties"].get("date") or fact["properties"].get("published"))
    return Cell("", ", ".join(part for part in (_judgement(fact), date) if part), address(fact["id"]))


def _judgement(fact: Row) -> str:
    return str(fact["properties"].get("judgement") or "")


def _before(fact: Row, around: EntityPage) -> list[Row]:
    return [each for each in _dated_events(around) if first_day(each["properties"]) < first_day(fact["properties"])]


def _after(fact: Row, around: EntityPage) -> list[Row]:
    return [each for each in _dated_events(around) if first_day(each["properties"]) > first_day(fact["properties"])]


def _dated_events(around: EntityPage) -> list[Row]:
    told = ("Inspection", "Direction", "Delegation")
    return [each for each in in_time(around.facts) if each["label"] in told and first_day(each["properties"]) != "9999"]
