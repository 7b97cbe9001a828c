"""Laws of spells: however its claims come one after another, a person's spells are those of all of them."""

from hypothesis import event, given, settings
from hypothesis import strategies as st

from graph.records import ClaimRecord
from graph.spells import Growing, spells_of
from tests.graph.claims import tenure
from tests.laws.test_facts_laws import DATES


@st.composite
def _claim(draw: st.DrawFn) -> ClaimRecord:
    """A claim that Ann Lee was director, of any days, seldom an interim one."""
    told = {"asOf": draw(DATES), "start": draw(DATES), "end": draw(st.one_of(st.none(), DATES))}
    status = draw(st.sampled_from(["held", "held", "appointed", "ended", "planned"]))
    said = {name: value for name, value in told.items() if value}
    return tenure(draw(st.integers(0, 999)), "ann-lee", status=status, interim=draw(st.integers(0, 9)) == 0, **said)


LOTS = st.lists(st.lists(_claim(), min_size=1, max_size=4), max_size=5)


@settings(deadline=None, max_examples=300)
@given(LOTS)
def test_spells_grow_to_those_of_all_claims(lots: list[list[ClaimRecord]]) -> None:
    growing, known = Growing("person/ann-lee"), dict[str, ClaimRecord]()
    for lot in lots:
        fresh = {claim.id: claim for claim in lot if claim.id not in known}
        known |= fresh
        growing.add(fresh.values())
        assert growing.spells == spells_of("person/ann-lee", [known[key] for key in sorted(known)])
    event(f"{len(growing.spells)} spells")
