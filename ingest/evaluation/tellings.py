"""Gold facts and claims in one form, so that they can be compared: fields, each with all values that are as good."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.model import Claim, Statement
from ingest.evaluation.days import contradict
from ingest.evaluation.gold import GoldFact
from ingest.evaluation.likeness import same_body, same_name, same_person, same_post

AS_GOOD = ("inferable", "canonical", "as_written")


@dataclass(frozen=True, slots=True)
class Telling:
    """What a fact or a claim tells: its `type`, and its fields as they stand in JSON."""

    type: str
    fields: Mapping[str, object]

    def given(self, field: str) -> object:
        """The value of a field, None where it has none."""
        return self.fields.get(field)

    def text(self, field: str) -> str | None:
        """The value of a field that is text."""
        return _text(self.given(field))

    def values(self, field: str) -> list[object]:
        """The value of a field and all that are as good."""
        more = [self.given(f"{field}_{kind}") for kind in AS_GOOD]
        return [self.given(field), *_list(self.given(f"{field}_alt")), *(value for value in more if value)]

    def texts(self, field: str) -> list[str | None]:
        """The same, of a field that is text."""
        return [_text(value) for value in self.values(field)]


@dataclass(frozen=True, slots=True)
class Told:
    """Claims that complete each other (one has the start, another the end), and what they tell together."""

    telling: Telling
    claims: tuple[Claim, ...]


def of_fact(fact: GoldFact) -> Telling:
    """What a gold fact tells."""
    return Telling(fact.type, fact.model_dump())


def of_claim(claim: Claim) -> Telling:
    """What a claim tells."""
    return of_statement(claim.statement)


def of_statement(statement: Statement) -> Telling:
    """What a claim with this statement would tell."""
    return Telling(statement.type, statement.model_dump())


def same_event(fact: Telling, claim: Telling) -> bool:
    """Whether a claim tells of what the fact tells of; in their slots (dates, grades) they may still differ."""
    if fact.type != claim.type:
        return False
    if fact.type == "tenure":
        return _same_tenure(fact, claim)
    return _same_trust(fact, claim) if fact.type == "trust" else _same_act(fact, claim)


def joined(claims: Iterable[Claim]) -> list[Told]:
    """The claims of a document, those of one tenure that do not contradict each other as one."""
    kept: list[Told] = []
    for claim in claims:
        telling = of_claim(claim)
        place = next((i for i, told in enumerate(kept) if _completes(told.telling, telling)), None)
        if place is None:
            kept.append(Told(telling, (claim,)))
        else:
            kept[place] = Told(_completed(kept[place].telling, telling), (*kept[place].claims, claim))
    return kept


def _same_tenure(fact: Telling, claim: Telling) -> bool:
    return (
        any(same_person(a, b) for a in fact.texts("person") for b in claim.texts("person"))
        and any(same_post(a, b) for a in fact.texts("role") for b in claim.texts("role"))
        and (not fact.given("org") or any(same_body(a, b) for a in fact.texts("org") for b in claim.texts("org")))
    )


def _same_trust(fact: Telling, claim: Telling) -> bool:
    if fact.given("name") and claim.given("name"):
        return any(same_name(a, b) for a in fact.texts("name") for b in claim.texts("name"))
    ours, theirs = _list(fact.given("councils")), _list(claim.given("councils"))
    return any(same_body(_text(a), _text(b)) for a in ours for b in theirs)


def _same_act(fact: Telling, claim: Telling) -> bool:
    """An inspection or a direction: its body and kind, and a date that can be the same."""
    bodies = [*fact.texts("org"), *filter(None, [fact.text("council")])]
    return (
        any(same_body(body, claim.text("org")) for body in bodies)
        and claim.given("kind") in fact.values("kind")
        and any(not contradict(date, claim.text("date")) for date in fact.texts("date"))
    )


def _completes(told: Telling, telling: Telling) -> bool:
    return (
        telling.type == "tenure"
        and same_event(told, telling)
        and not any(contradict(told.text(slot), telling.text(slot)) for slot in ("start", "end"))
        and bool(told.given("interim")) == bool(telling.given("interim"))
    )


def _completed(told: Telling, more: Telling) -> Telling:
    empty: tuple[object, ...] = (None, "", [], ())
    added = {field: value for field, value in more.fields.items() if told.given(field) in empty}
    return Telling(told.type, {**told.fields, **added})


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, (list, tuple)) else []
