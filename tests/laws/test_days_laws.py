"""Laws of days: in a post of one holder nobody is certainly in it on a day that others' documents have for another."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.days import Span
from graph.records import ClaimRecord
from graph.tenures import holdings
from tests.graph.claims import in_document, tenure, world

PEOPLE = ("ann-lee", "bo-ray", "cy-fox")
BEGIN = date(2019, 1, 1)
SEEN = st.tuples(st.sampled_from(PEOPLE), st.sampled_from("abcd"), st.integers(0, 40))


def _attested(number: int, person: str, document: str, day: int) -> ClaimRecord:
    return in_document(document, tenure(number, person, asOf=(BEGIN + timedelta(days=day)).isoformat()))


def _numbers(span: Span) -> set[int]:
    return set(range((span[0] - BEGIN).days, (span[1] - BEGIN).days + 1))


@settings(deadline=None)
@given(st.lists(SEEN, min_size=1, max_size=10))
def test_of_holders_only_attested_each_is_certain_between_where_no_other_is(seen: list[tuple[str, str, int]]) -> None:
    claims = [_attested(number, *each) for number, each in enumerate(seen)]
    days = {person: [day for each, _, day in seen if each == person] for person in {each for each, _, _ in seen}}
    between = {f"person/{person}": set(range(min(told), max(told) + 1)) for person, told in days.items()}
    (held,) = holdings(claims, world(*PEOPLE))
    for holding in held:
        mine = holding.spell.person
        others = set().union(*(told for person, told in between.items() if person != mine))
        certain = [_numbers(span) for span in holding.days.certain]
        assert set().union(*certain) == between[mine] - others
        assert sum(map(len, certain)) == len(between[mine] - others)
