"""Laws of what a document changes of a post: what is spared is told as before, and the rest as when all is made so."""

from dataclasses import replace

from hypothesis import event, given, settings
from hypothesis import strategies as st

from graph.edtf import bounds
from graph.published import Part, Told, parts, told_by_days
from graph.records import ClaimRecord, Scope, Source
from graph.sparing import Share, share_of, spared
from tests.graph.claims import DIRECTOR, tenure
from tests.laws.test_facts_laws import DATES, PEOPLE, known_from

DOCUMENT = "document/a"
SOURCES = st.builds(
    Source,
    st.sampled_from([DOCUMENT, *(f"document/{each}" for each in "bcdefg")]),
    st.sampled_from(["2018", "2019-06", "2019-07-02", "2019-09-01", "2020-03-01", "2021", "2021-05-06"]),
    st.sampled_from([None, "Gazette"]),
    st.booleans(),
)
SELDOM = st.one_of(st.none(), st.none(), DATES)


@st.composite
def _claim(draw: st.DrawFn) -> ClaimRecord:
    """A claim that somebody was director, most of which only attest it."""
    told = {"asOf": draw(DATES), "start": draw(SELDOM), "end": draw(SELDOM)}
    said = {name: value for name, value in told.items() if value}
    status, interim = (
        draw(st.sampled_from(["held", "held", "held", "appointed", "ended"])),
        draw(st.integers(0, 5)) == 0,
    )
    made = tenure(draw(st.integers(0, 9999)), draw(st.sampled_from(PEOPLE)), status=status, interim=interim, **said)
    return replace(made, source=draw(SOURCES))


CLAIMS = st.lists(_claim(), max_size=14, unique_by=lambda claim: claim.id)


def _told(told: list[Told], share: Share, *, of_others: bool) -> set[tuple[str, str, str]]:
    """What was told of people in a share, or of others, as the spans of days on which it was."""
    return {
        (repr(fact), str(start), str(until))
        for fact, start, until in told
        if spared(str(fact.properties["key"]), [share]) is of_others
    }


@settings(deadline=None, max_examples=300)
@given(CLAIMS, st.data())
def test_a_document_leaves_what_was_told_of_others_in_a_post_as_it_was(
    claims: list[ClaimRecord], data: st.DataObject
) -> None:
    known = known_from(claims)
    (part,) = parts(claims, known, Scope(posts=frozenset({DIRECTOR})))
    of_it = [claim for claim in part.claims if claim.source.id == DOCUMENT]
    versions = data.draw(st.lists(st.sampled_from(["former", "new", "both"]), min_size=len(of_it), max_size=len(of_it)))
    lost = [claim for claim, version in zip(of_it, versions, strict=True) if version != "new"]
    others = [claim for claim in part.claims if claim.source.id != DOCUMENT]
    now = [*others, *(claim for claim, version in zip(of_it, versions, strict=True) if version != "former")]
    since = min((day for claim in of_it if (day := bounds(claim.source.published).latest)), default=None)
    share = share_of(Part(part.scope, tuple(now)), DOCUMENT, lost, known, since)
    event("shared" if share else "anew")
    if share is None:
        return
    told = told_by_days(Part(part.scope, tuple(now)), known, since)
    before = told_by_days(Part(part.scope, (*others, *lost)), known, since)
    assert _told(list(share.told), share, of_others=True) == set()
    assert _told(list(share.told), share, of_others=False) == _told(told, share, of_others=False)
    assert _told(told, share, of_others=True) == _told(before, share, of_others=True)
    event("spares some" if _told(told, share, of_others=True) else "spares none")
