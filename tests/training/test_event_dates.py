"""The model of dates of inspections and directions learns from what readers say that dates are of."""

from typing import Any

from ingest.evaluation import GoldFact
from tests.ingest.extraction.reading import document
from training.corpus import Annotated
from training.eventdates import of_event_dates
from training.examples import Lesson

VISIT = "Inspectors came to Bury Council on 4 May 2021"
TEXT = (
    f"{VISIT} and their letter was published on 9 June 2021. It said that a new leader was chosen in March 2020. "
    "A direction was issued in July 2019. Nothing else is told for a while, and what is told is of no weight: the "
    "weather was fair, the fields were green, the river ran on to the sea and the birds sang in the trees as ever. "
    "On 4 May 2021 the mayor planted a tree."
)


def facts(*told: dict[str, Any]) -> tuple[GoldFact, ...]:
    return tuple(GoldFact.model_validate({"org": "Bury Council", **each}) for each in told)


def labels(wanted: tuple[GoldFact, ...], optional: tuple[GoldFact, ...] = ()) -> list[str]:
    return [label for _, label in of_event_dates(Lesson(Annotated("one", document(TEXT), wanted, optional, "test")))]


def test_dates_are_of_what_the_readers_found_there() -> None:
    visit = {"type": "inspection", "kind": "other", "date": "2021-05-04", "published": "2021-06-09", "quote": VISIT}
    order = {"type": "direction", "kind": "other", "date": "2019-07", "quote": "A direction was issued in July 2019."}
    told = labels(facts(visit, order))
    assert told == ["inspection other", "published", "none", "direction other"]  # the tree's date is left out


def test_what_is_neither_wanted_nor_wrong_teaches_nothing() -> None:
    visit = {"type": "inspection", "kind": "other", "date": "2021-05-04", "quote": VISIT}
    assert labels((), facts(visit)) == ["none"] * 3


def test_days_of_tenures_are_of_no_event() -> None:
    leader = {"type": "tenure", "person": "Ann Rowe", "role": "leader", "start": "2020-03", "quote": TEXT[90:140]}
    assert labels(facts(leader)) == ["none"] * 5


def test_the_words_around_a_date_have_its_name_and_others_made_alike() -> None:
    wording, *_ = (each for each, _ in of_event_dates(Lesson(Annotated("one", document(TEXT), (), (), "test"))))
    assert wording.startswith("b_inspectors b_came b_to b_A_COUNCIL b_on THE_DATE a_and a_their a_letter")
    assert "a_A_DATE" in wording
