"""Which of an entity's facts its chart draws, and in which rows: posts, inspections, directions and trusts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from api.fact_lines import anchor, by_post, in_time, joined, vacancies, what
from api.saying import certain_days, event_days, exact, lasted, possible_days
from api.timeline import Chart, Stretch, Track, chart
from graph.edtf import Bounds, as_edtf, in_words
from graph.lookup import EntityPage
from graph.quotes import one_line

Row = Mapping[str, Any]


def chart_of(page: EntityPage) -> Chart | None:
    """The chart of a person, post or organisation; None where no fact lasts or none has a date."""
    facts = in_time(page.facts)
    tenures = [fact for fact in facts if fact["label"] == "Tenure"]
    rows = _careers(tenures) if page.label == "Person" else _posts(tenures)
    rows.append(Track("Inspections and visits", tuple(_inspections(_of(facts, "Inspection")))))
    rows.append(Track("Directions and appointments", tuple(_direction(fact) for fact in _of(facts, "Direction"))))
    other = "DELEGATED_BY" if page.label == "Trust" else "DELEGATE"
    rows.append(Track("Trusts and councils", tuple(_delegation(fact, other) for fact in _of(facts, "Delegation"))))
    return chart(rows)


def _of(facts: Iterable[Row], label: str) -> list[Row]:
    return [fact for fact in facts if fact["label"] == label]


def _careers(tenures: Sequence[Row]) -> list[Track]:
    return [Track("Posts", tuple(_tenure(fact, "IN_ROLE") for fact in tenures))]


def _posts(tenures: Sequence[Row]) -> list[Track]:
    """A row for each post, those with most holders first, with the times between its holders."""
    return [_post(role["name"] or role["id"], facts) for role, facts in by_post(tenures)]


def _post(name: str, facts: Sequence[Row]) -> Track:
    held = [_tenure(fact, "HOLDER") for fact in facts]
    vacant = [
        Stretch("no holder named", f"{in_words(as_edtf(gap))}: no holder named", "", "gap", gap)
        for gap in vacancies(facts)
    ]
    return Track(_capital(name), (*held, *vacant))


def _tenure(fact: Row, shown: str) -> Stretch:
    values = fact["properties"]
    named = ", ".join(one_line(each["name"] or each["id"]) for each in joined(fact, shown))
    look = "interim" if values.get("interim") else "post"
    label = f"{named}{' (interim)' if look == 'interim' else ''}{' (planned)' if _planned(fact) else ''}"
    return Stretch(label, _title(fact, named), _href(fact), look, possible_days(fact), certain_days(fact))


def _inspections(facts: Iterable[Row]) -> Iterator[Stretch]:
    """A mark on the day of each visit, or else of its report; none where neither is told."""
    for fact in facts:
        days = event_days(fact["properties"])
        if days.earliest and days.latest:
            yield _inspection(fact, days)


def _inspection(fact: Row, days: Bounds) -> Stretch:
    values = fact["properties"]
    judgement = str(values.get("judgement") or "")
    look = f"mark {judgement.replace(' ', '-') or 'visit'}"
    return Stretch(judgement or what(fact).lower(), one_line(fact["name"]), _href(fact), look, days, point=True)


def _direction(fact: Row) -> Stretch:
    people = "".join(f", {one_line(each['name'] or each['id'])}" for each in joined(fact, "APPOINTS"))
    return _lasting(fact, f"{what(fact)}{people}", "direction")


def _delegation(fact: Row, other: str) -> Stretch:
    named = ", ".join(one_line(each["name"] or each["id"]) for each in joined(fact, other))
    return _lasting(fact, f"{named}{' (planned)' if _planned(fact) else ''}", "trust")


def _lasting(fact: Row, label: str, look: str) -> Stretch:
    return Stretch(label, _title(fact, label), _href(fact), look, possible_days(fact), certain_days(fact))


def _title(fact: Row, named: str) -> str:
    """All of it in words, with the EDTF that the words are made from."""
    edtf = exact(fact["properties"])
    time = lasted(fact["properties"]) or "at a time not told"
    return f"{named}, {time}{f' (EDTF {edtf})' if edtf else ''}"


def _planned(fact: Row) -> bool:
    return bool(fact["properties"].get("status") == "planned")


def _href(fact: Row) -> str:
    return f"#{anchor(fact['id'])}"


def _capital(text: str) -> str:
    told = one_line(text)
    return told[:1].upper() + told[1:]
