"""Laws of facts: order and repetition never matter, agreement only tightens, nothing is without a claim."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.edtf import Bounds, bounds
from graph.facts import facts
from graph.records import ClaimRecord, World
from graph.resolve import decisions, joined, mentions
from tests.graph.claims import DIRECTOR, MEMBER, direction, inspection, tenure, trust, world

PEOPLE = ("ann-lee", "anne-lee", "bo-ray", "cy-fox")
DATES = st.sampled_from(
    [None, *"2018 2019 2019-06 2019-07 2019-07-01 2019-07-02 2018/2020 ../2021 2019-07/.. 2021-10".split()]
)
JUDGEMENTS = st.sampled_from([None, "good", "inadequate"])


def _given(**properties: str | bool | None) -> dict[str, str | bool]:
    return {name: value for name, value in properties.items() if value is not None}


@st.composite
def _claim(draw: st.DrawFn) -> ClaimRecord:
    number, first, second = draw(st.integers(0, 999)), draw(DATES), draw(DATES)
    match draw(st.sampled_from(["tenure", "tenure", "inspection", "direction", "trust"])):
        case "tenure":
            status = draw(st.sampled_from(["held", "appointed", "ended", "planned"]))
            said = _given(start=first, end=second, asOf=draw(DATES), interim=draw(st.booleans()), status=status)
            made = tenure(number, draw(st.sampled_from(PEOPLE)), draw(st.sampled_from([DIRECTOR, MEMBER])), **said)
        case "inspection":
            said = _given(date=first, published=second, judgement=draw(JUDGEMENTS))
            made = inspection(number, draw(st.sampled_from(["inspection", "monitoring_visit"])), **said)  # type: ignore[arg-type]
        case "direction":
            person = draw(st.sampled_from([None, *PEOPLE]))
            made = direction(number, "commissioner_appointment", person, **_given(date=first))  # type: ignore[arg-type]
        case _:
            made = trust(number, draw(st.sampled_from(["planned", "established", "ended"])), **_given(date=first))  # type: ignore[arg-type]
    return made


CLAIMS = st.lists(_claim(), max_size=12, unique_by=lambda claim: claim.id)


def known_from(claims: list[ClaimRecord]) -> World:
    known = world(*PEOPLE)
    return World(known.things, joined(decisions(claims, known), mentions(claims)))


@settings(deadline=None)
@given(CLAIMS, st.randoms(use_true_random=False))
def test_the_order_of_claims_never_matters(claims: list[ClaimRecord], random: object) -> None:
    shuffled = sorted(claims, key=lambda _: random.random())  # type: ignore[attr-defined]
    assert facts(shuffled, known_from(shuffled)) == facts(claims, known_from(claims))


@settings(deadline=None)
@given(CLAIMS)
def test_saying_it_twice_is_saying_it_once(claims: list[ClaimRecord]) -> None:
    assert facts(claims + claims, known_from(claims + claims)) == facts(claims, known_from(claims))


@settings(deadline=None)
@given(CLAIMS, CLAIMS)
def test_taking_claims_away_leaves_what_the_others_support(first: list[ClaimRecord], second: list[ClaimRecord]) -> None:
    both = {claim.id: claim for claim in second} | {claim.id: claim for claim in first}
    facts(both.values(), known_from(list(both.values())))
    gone = both.keys() - {claim.id for claim in first}
    left = [claim for key, claim in both.items() if key not in gone]
    assert facts(left, known_from(left)) == facts(first, known_from(first))


@settings(deadline=None)
@given(CLAIMS)
def test_a_fact_has_a_claim_and_a_claim_of_a_post_has_a_fact(claims: list[ClaimRecord]) -> None:
    found = facts(claims, known_from(claims))
    assert all(each.claims and each.properties["claimCount"] == len(each.claims) for each in found)
    assert {claim for each in found for claim in each.claims} == {claim.id for claim in claims}
    assert len({each.id for each in found}) == len(found)


@settings(deadline=None)
@given(st.dates(date(2010, 1, 1), date(2020, 1, 1)), st.lists(st.sampled_from([4, 7, 10]), min_size=2, max_size=5))
def test_bounds_only_tighten_as_sources_agree(day: date, sizes: list[int]) -> None:
    claims = [tenure(number, "ann-lee", start=day.isoformat()[:size]) for number, size in enumerate(sizes)]
    spans = [_start(claims[: count + 1]) for count in range(len(claims))]
    assert all(later.days <= earlier.days and later.overlaps(earlier) for earlier, later in pairwise(spans))
    assert all(span.earliest and span.latest and span.earliest <= day <= span.latest for span in spans)


def _start(claims: list[ClaimRecord]) -> Bounds:
    (found,) = facts(claims, world())
    return bounds(str(found.properties["start"]))


@settings(deadline=None)
@given(CLAIMS)
def test_a_bound_from_who_came_before_or_next_is_open_and_allows_what_is_attested(claims: list[ClaimRecord]) -> None:
    by_id = {claim.id: claim for claim in claims}
    for each in facts(claims, known_from(claims)):
        told = {name: {by_id[claim].text(name) for claim in each.claims} - {None} for name in ("start", "end")}
        first, last = each.properties.get("attestedEarliest"), each.properties.get("attestedLatest")
        if each.label == "Tenure" and each.properties.get("start") and not told["start"]:
            assert str(each.properties["start"]).endswith("/..")
            assert not first or bounds(str(each.properties["start"])).earliest <= first  # type: ignore[operator]
        if each.label == "Tenure" and each.properties.get("end") and not told["end"]:
            assert str(each.properties["end"]).startswith("../")
            assert not last or last <= bounds(str(each.properties["end"])).latest  # type: ignore[operator]


@settings(deadline=None)
@given(st.lists(st.sampled_from(["2018", "2018-03", "2018-03-31"]), min_size=1, max_size=4))
def test_a_start_bounded_by_an_end_only_tightens_as_sources_agree_on_it(ends: list[str]) -> None:
    seen = tenure(99, "bo-ray", asOf="2020-01-10")
    left = [tenure(number, "ann-lee", end=end, status="ended") for number, end in enumerate(ends)]
    firsts = [_start_of("bo-ray", [*left[: count + 1], seen]).earliest for count in range(len(left))]
    assert all(first and later and first <= later <= date(2018, 3, 31) for first, later in pairwise(firsts))


def _start_of(person: str, claims: list[ClaimRecord]) -> Bounds:
    (found,) = [each for each in facts(claims, world(*PEOPLE)) if ("holder", f"person/{person}") in each.links]
    return bounds(str(found.properties["start"]))


@settings(deadline=None)
@given(st.lists(st.integers(0, 900), min_size=1, max_size=6, unique=True))
def test_attestations_only_widen(days: list[int]) -> None:
    told = [date(2018, 1, 1) + timedelta(days=each) for each in days]
    (found,) = facts([tenure(number, "ann-lee", asOf=day.isoformat()) for number, day in enumerate(told)], world())
    assert (found.properties["attestedEarliest"], found.properties["attestedLatest"]) == (min(told), max(told))
