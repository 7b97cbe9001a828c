"""Claims as lines: what is written can be read again, and what another extractor writes, too."""

import pytest

from ingest.wire import BadClaim, as_line, from_line
from tests.ingest.evaluation.examples import claim, tenure, visit


def test_a_claim_survives_being_written_and_read() -> None:
    for each in (claim(tenure(start="2016")), claim(visit(inspector=["Jo Bell", "Priya Shah"]))):
        assert from_line(as_line(each)) == each


def test_a_line_may_leave_out_how_it_was_read_and_name_one_inspector() -> None:
    read = from_line(
        '{"type": "inspection", "org": "Aldermere", "inspector": "Jo Bell, Priya Shah", "document": "note",'
        ' "quote": "visited", "start_offset": 3, "end_offset": 10}'
    )
    assert read.statement.type == "inspection"
    assert read.statement.inspector == ("Jo Bell", "Priya Shah")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("not json", "no JSON object"),
        ("[1]", "no JSON object"),
        ('{"type": "trust", "name": null, "status": "ended", "document": "note"}', "quote"),
        ('{"type": "rumour", "document": "note", "quote": "x", "start_offset": 0, "end_offset": 1}', "rumour"),
    ],
)
def test_a_line_that_is_no_claim_says_what_is_wrong(line: str, told: str) -> None:
    with pytest.raises(BadClaim, match=told):
        from_line(line)
