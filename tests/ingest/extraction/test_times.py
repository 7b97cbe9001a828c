"""When a tenure began and ended, as sentences around the post tell it."""

import pytest

from tests.ingest.extraction.tenures_read import found_in

DCS = "director of children's services"
HOLDER = "Ann Cann was director of children's services at Bury Council. "
HEAD = "Ann Cann, director of children's services at Bury Council, has spoken. "

TIMES: dict[str, list[tuple[str, str | None, str | None]]] = {
    "nominal events": [
        (HEAD + "Her departure on 28 May was announced to staff.", None, "2020-05-28"),
        (HEAD + "The team has waited since Ms Cann's resignation in March.", None, "2020-03"),
        (HEAD + "The retirement of Ann Cann in May 2020 was no surprise.", None, "2020-05"),
        (HEAD + "She announced her departure three weeks ago.", None, None),
        (HEAD + "Her retirement, which nobody expected, was told to a meeting in May.", None, None),
    ],
    "the end of a term": [
        (HEAD + "Her contract ends on 30 June.", None, "2020-06-30"),
        (HEAD + "Cann's term came to an end in March.", None, "2020-03"),
        (HEAD + "Her last day was 29 May 2020.", None, "2020-05-29"),
        (HEAD + "The programme ends on 30 June.", None, None),
        (HEAD + "Her holiday ended on 30 May.", None, None),
    ],
    "leaving": [
        (HEAD + "She gave up the post in March.", None, "2020-03"),
        (HEAD + "She quit with immediate effect.", None, None),
        (HEAD + "She gave up smoking in March.", None, None),
        (HEAD + "Ms Cann bowed out at Easter 2020.", None, "2020-04"),
        (HEAD + "Ms Cann left the room at noon.", None, None),
    ],
    "durations": [
        (HOLDER + "She left in May 2018 after nine years in the post.", "2009", "2018-05"),
        (HOLDER + "She resigned in May 2018 after 14 months.", "2017-03", "2018-05"),
        (HOLDER + "She retired in May 2018 after nearly nine years.", None, "2018-05"),
        (HOLDER + "She left in May 2018 after a three-year stint.", "2015", "2018-05"),
        (HOLDER + "She left in May 2018, two years ago.", None, "2018-05"),
    ],
    "ranges": [
        (HOLDER + "She did that job between June 2016 and last November.", "2016-06", "2019-11"),
        (HOLDER + "She did that job between June 2016 and her retirement in March 2019.", "2016-06", "2019-03"),
        ("Ann Cann was director of children's services at Bury Council from 2014 to 2017.", "2014", "2017"),
        ("Ann Cann (director of children's services at Bury Council 2014-17) spoke.", "2014", "2017"),
        (HEAD + "She spoke between two and three hours in May.", None, None),
    ],
    "behind the body": [
        ("Ann Cann, director of children's services at Bury Council until 2019, spoke.", None, "2019"),
        ("Ann Cann, director of children's services in neighbouring Bury until 2019, spoke.", None, "2019"),
        ("Ann Cann, director of children's services at Bury until her retirement in 2019, spoke.", None, "2019"),
        ("Ann Cann, director of children's services at Bury, wants a plan like Bolton's until 2019.", None, None),
        ("Ann Cann, director of children's services at Bury, spoke to Bolton Council until 2019.", None, None),
    ],
    "in post since": [
        (
            "Bury Council's DCS, Ann Cann, in post since the election of May 2018, spoke.",
            "2018-05",
            None,
        ),
        (
            "Bury Council's DCS, Ann Cann, in office since the notice of 4 May 2018, spoke.",
            "2018-05-04",
            None,
        ),
        (HOLDER + "She lasted from June 2012 until October 2013.", "2012-06", "2013-10"),
        (HOLDER + "She stayed from June 2012 to October 2013.", "2012-06", "2013-10"),
        (HEAD + "In the office, since the inspection of May 2018, there has been a clock.", None, None),
        (HEAD + "Her patience lasted from June 2012 until October 2013.", None, None),
    ],
    "leaving for a post": [
        ("Ann Cann went to Bury Council as director of children's services in 2014.", "2014", None),
        ("Ann Cann moved to Bury Council as director of children's services in May 2014.", "2014-05", None),
        ("Ann Cann left Leeds on 3 May to be director of children's services at Bury Council.", None, None),
        ("Ann Cann quit in May 2019 to become director of children's services at Bury Council.", None, None),
    ],
    "what is compared": [
        ("Bury Council spends more than it did in 2016, says its commissioner, Ann Cann.", None, None),
        ("Bury has more children in care than in May 2018, says its commissioner, Ann Cann.", None, None),
        ("Fewer children come into care in Bury than it had in 2016, writes the commissioner, Ann Cann.", None, None),
        ("Ann Cann, commissioner at Bury Council since May 2018, spends more than her neighbours.", "2018-05", None),
        ("More than two years ago, in May 2018, Ann Cann became commissioner at Bury Council.", "2018-05", None),
    ],
    "several dates in a sentence": [
        (HEAD + "She joined in May 2018 and left in June 2019.", "2018-05", "2019-06"),
        (HEAD + "She joined in May 2018, a month after Ofsted had come in April 2018.", "2018-05", None),
        (HEAD + "Rated inadequate in 2017, the service improved after she arrived in May 2018.", "2018-05", None),
        (HEAD + "The report came in March and she resigned in May.", None, "2020-05"),
        (HEAD + "The report came in March, and inspectors will be back in May.", None, None),
    ],
}
CASES = [(kind, *case) for kind, cases in TIMES.items() for case in cases]


@pytest.mark.parametrize(("kind", "text", "start", "end"), CASES)
def test_starts_and_ends_are_of_the_words_that_tell_them(
    kind: str, text: str, start: str | None, end: str | None
) -> None:
    times = {value for key, value in found_in(text).items() if key[0] == "Ann Cann"}
    assert times == {(start, end)}, kind
