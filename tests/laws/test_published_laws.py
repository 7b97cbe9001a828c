"""Laws of what was told by days: every shortcut tells what deriving all facts anew for each day tells."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.edtf import bounds
from graph.facts import facts
from graph.published import Part, Told, as_published, moment, parts, told_by_days, told_now
from graph.records import ClaimRecord, FactRecord, Scope, Source, World
from tests.graph.claims import COUNCIL, DIRECTOR, MEMBER, TRUST
from tests.laws.test_facts_laws import CLAIMS, PEOPLE, known_from

SOURCES = st.builds(
    Source,
    st.sampled_from(["document/a", "document/b", "document/c", "document/d"]),
    st.sampled_from([None, "2018", "2019-06", "2019-07-02", "2020-03-01", "2021"]),
    st.sampled_from([None, "Gazette"]),
    st.booleans(),
)


@st.composite
def _published(draw: st.DrawFn) -> list[ClaimRecord]:
    """Claims of documents with days, some numbered, and of names in more than one form."""
    names = st.sampled_from(["Ann Lee", "Anne Lee", "Ann Leigh"])
    found = []
    for claim in draw(CLAIMS):
        more = {"personAsWritten": draw(names)} if "aboutPerson" in claim.about else {}
        number = (
            {"ordinal": draw(st.integers(1, 3))} if claim.label == "InspectionClaim" and draw(st.booleans()) else {}
        )
        found.append(replace(claim, properties={**claim.properties, **more, **number}, source=draw(SOURCES)))
    return found


def _everything(known: World) -> Scope:
    heads = frozenset(known.canonical(f"person/{each}") for each in PEOPLE)
    shared = frozenset((MEMBER, head) for head in heads)
    return Scope(frozenset({DIRECTOR}), shared, frozenset({COUNCIL}), frozenset({TRUST}), heads)


def _days(claims: Iterable[ClaimRecord]) -> list[date]:
    return sorted({day for claim in claims if (day := bounds(claim.source.published).latest)})


def _day_by_day(claims: list[ClaimRecord], known: World) -> set[tuple[str, str, str]]:
    """The facts by each day, all derived anew, as the spans of days on which they were told."""
    days = _days(claims)
    spans: set[tuple[str, str, str]] = set()
    begun: dict[str, tuple[FactRecord, date]] = {}
    for day in [*days, None]:
        told = [c for c in claims if day and (out := bounds(c.source.published).latest) and out <= day]
        now = {each.id: each for each in facts(told, known)}
        over = {key for key, (fact, _) in begun.items() if day is None or now.get(key) != fact}
        spans |= {(repr(begun[key][0]), str(moment(begun[key][1])), str(day and moment(day))) for key in over}
        begun = {key: each for key, each in begun.items() if key not in over}
        begun |= {key: (fact, day) for key, fact in now.items() if key not in begun and day}
    return spans


def _spans(told: Iterable[Told]) -> set[tuple[str, str, str]]:
    return {(repr(fact), str(start), str(until)) for fact, start, until in told}


@settings(deadline=None)
@given(_published())
def test_what_was_told_by_days_is_what_all_claims_out_by_each_day_support(claims: list[ClaimRecord]) -> None:
    known = known_from(claims)
    assert _spans(as_published(claims, known, _everything(known))) == _day_by_day(claims, known)


@settings(deadline=None)
@given(_published(), st.dates(date(2018, 1, 1), date(2022, 1, 1)))
def test_from_a_day_on_the_same_is_told(claims: list[ClaimRecord], since: date) -> None:
    known, begin = known_from(claims), moment(since)
    whole = as_published(claims, known, _everything(known))
    later = {
        (repr(fact), str(start if start and start >= begin else None), str(until))
        for fact, start, until in whole
        if until is None or until >= begin
    }
    assert _spans(as_published(claims, known, _everything(known), since)) == later


@settings(deadline=None)
@given(_published(), st.sampled_from(["document/a", "document/b"]))
def test_a_document_changes_nothing_in_the_parts_that_have_no_claim_of_it(
    claims: list[ClaimRecord], document: str
) -> None:
    known = known_from(claims)
    left = [claim for claim in claims if claim.source.id != document]
    untouched: list[Part] = []
    reached: list[Part] = []
    for part in parts(claims, known, _everything(known)):
        of_it = any(claim.source.id == document for claim in part.claims)
        (reached if of_it else untouched).append(part)
    without = [Part(part.scope, tuple(claim for claim in part.claims if claim in left)) for part in reached]
    told = [each for part in [*untouched, *without] for each in told_by_days(part, known, None)]
    assert _spans(told) == _spans(as_published(left, known, _everything(known)))


@settings(deadline=None)
@given(_published())
def test_the_facts_of_all_parts_are_the_facts_of_all_claims(claims: list[ClaimRecord]) -> None:
    known = known_from(claims)
    found = {
        repr(each)
        for part in parts(claims, known, _everything(known))
        for each in told_now(part, told_by_days(part, known, None), known)
    }
    assert found == {repr(each) for each in facts(claims, known)}
