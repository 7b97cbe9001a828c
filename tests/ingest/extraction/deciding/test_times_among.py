"""A tenure's date is weighed in the light of its other dates, and of what it is to other tenures."""

from collections.abc import Mapping
from dataclasses import replace

from ingest.extraction.deciding.times import timed
from ingest.extraction.deciding.timesamong import among
from ingest.extraction.deciding.timings import timings
from ingest.trained import Features
from tests.ingest.extraction.deciding.test_timings import told

TEXT = "Ann Rowe was director of children’s services at Bury Council from May 2014. She left in June 2018."
MOVE = "In May 2018 Ann Rowe followed Bo Dale as leader of Bury Council. "


def weighed(text: str, starts: Mapping[str, float]) -> dict[tuple[str, str], Features]:
    """By person and date; `starts` says how likely a start the first model finds each date, which is no end."""
    found = timings(told(text))
    chances = [{"start": starts.get(each.value, 0.1), "end": 0.0} for each in found]
    return {(each.tenure[0], each.value): known for each, known in zip(found, among(found, chances), strict=True)}


def test_a_date_stands_before_or_behind_the_likelier_ones_of_its_tenure() -> None:
    found = weighed(TEXT, {"2014-05": 0.9, "2018-06": 0.2})
    first, second = found["ann rowe", "2014-05"], found["ann rowe", "2018-06"]
    assert (first["start rank"], second["start rank"]) == (0, 1)
    assert first["is best start"] == 1
    assert first["start lead"] == -float(second["start lead"]) == 0.7
    assert "years from best start" not in first
    assert 4 < float(second["years from best start"]) < 4.2


def test_what_the_same_date_is_to_others_counts() -> None:
    found = weighed(MOVE, {"2018-05": 0.6})
    assert {key for key, _ in found} == {"ann rowe", "bo dale"}
    assert all(known["start of holder here"] == 0.6 for known in found.values())
    assert all(known["start of person here"] == 0.0 for known in found.values())


def test_nothing_offered_is_nothing_known() -> None:
    assert among([], []) == []


def dated(text: str, start: str) -> set[str | None]:
    """The starts that are told in the end where a frame gave this one to every tenure."""
    found = told(text)
    drafts = [replace(each, start=start) for each in found.drafts]
    return {each.start for each in timed(found.context, found.posts, drafts)}


def test_a_frame_s_date_goes_where_it_is_unlikely() -> None:
    text = "Ann Rowe, who was chief executive of Bury Council from 2010, left in June 2015."
    assert "2015-06" not in dated(text, "2015-06")
    assert "2010" in dated(text, "2010")


def test_a_date_that_is_told_elsewhere_or_counted_out_stays() -> None:
    assert dated("Ann Rowe is chief executive of Bury Council.", "2012") == {"2012"}
