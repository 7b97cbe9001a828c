"""Which of a row of visits a text has a visit be."""

import pytest

from graph.model import Claim, InspectionStatement
from ingest.ordinals import numbered


def _number(text: str, quote: str) -> int | None:
    at = text.index(quote)
    claim = Claim(
        document="news",
        statement=InspectionStatement(org="Leeds", kind="monitoring_visit", date="2020-02"),
        quote=quote,
        start_offset=at,
        end_offset=at + len(quote),
        method="hand",
        method_version="1",
    )
    (found,) = numbered(text, [claim])
    assert isinstance(found.statement, InspectionStatement)
    return found.statement.ordinal


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [
        ("Ofsted’s fourth monitoring visit was on 4 February.", 4),
        ("The fourth and final monitoring visit was on 4 February.", 4),
        ("Inspectors came on 4 February for a third follow-up visit.", 3),
        ("Inspectors came on 4 February. In contrast to four previous visits they saw progress.", 5),
        ("It was the second visit since the report. It took place on 4 February.", 2),
        ("Inspectors came on 4 February. A second visit is planned for June.", None),
        ("York had one of the first of the new focused visits on 4 February.", None),
        ("Inspectors came on 4 February. She has changed since her first visit, she said.", None),
    ],
)
def test_a_visit_has_the_number_that_its_words_or_those_beside_them_give(text: str, ordinal: int | None) -> None:
    quote = next(each for each in text.split(". ") if "4 February" in each)
    assert _number(text, quote.rstrip(".")) == ordinal


def test_of_two_visits_each_has_its_own_number() -> None:
    text = "The first monitoring visit was in June. The second monitoring visit followed in October."
    claims = [
        Claim(
            document="news",
            statement=InspectionStatement(org="Leeds", kind="monitoring_visit", date=date),
            quote=quote,
            start_offset=text.index(quote),
            end_offset=text.index(quote) + len(quote),
            method="hand",
            method_version="1",
        )
        for date, quote in (("2019-10", text[40:]), ("2019-06", text[:39]))
    ]
    assert [claim.statement.ordinal for claim in numbered(text, claims)] == [2, 1]  # type: ignore[union-attr]
