"""Who is joined to a post that stands apart from the name: passed on, taken up, minded, or told by a verb only."""

import pytest

from ingest.extraction.events import happenings
from ingest.extraction.posts import posts
from ingest.extraction.tenures import framed
from tests.ingest.extraction.tenures_read import bare, context_of

DCS = "director of children's services"
CEO = "chief executive"
LEAD = "cabinet member for children"
Held = tuple[str, str, str]


def frames_in(text: str) -> set[tuple[str, str, str, bool]]:
    """Person, role, body and interim of every tenure that frames find, without what models add."""
    context = context_of(text)
    told = framed(context, posts(context))
    return {(each.person.name, each.role, bare(each.org), each.interim) for each in (*told, *happenings(context, told))}


def lasting(person: str, role: str, org: str = "derby") -> tuple[str, str, str, bool]:
    return person, role, org, False


def interim(person: str, role: str = DCS, org: str = "derby") -> tuple[str, str, str, bool]:
    return person, role, org, True


OPENING = "Derby City Council's director of children's services, Ann Cole, will leave in July. "
CASES: dict[str, list[tuple[str, tuple[str, str, str, bool]]]] = {
    "the post passes": [
        (OPENING + "The job goes to Tim Shah.", lasting("Tim Shah", DCS)),
        (OPENING + "Tim Shah has been given the job.", lasting("Tim Shah", DCS)),
        (OPENING + "Her role passed to Tim Shah.", lasting("Tim Shah", DCS)),
        (OPENING + "Tim Shah has landed the post.", lasting("Tim Shah", DCS)),
        (OPENING + "Tim Shah was chosen for the role.", lasting("Tim Shah", DCS)),
        (OPENING + "The job went to one of her colleagues, Tim Shah.", lasting("Tim Shah", DCS)),
    ],
    "portfolios": [
        (OPENING + "The children's portfolio has gone to Cllr Liz Orr.", lasting("Liz Orr", LEAD)),
        (OPENING + "Cllr Liz Orr has held the children's brief since 2018.", lasting("Liz Orr", LEAD)),
        (OPENING + "The children's portfolio belongs to Cllr Liz Orr.", lasting("Liz Orr", LEAD)),
        (OPENING + "The council has picked Cllr Liz Orr for the children's portfolio.", lasting("Liz Orr", LEAD)),
        (OPENING + "Cllr Liz Orr was handed the children's brief in May.", lasting("Liz Orr", LEAD)),
    ],
    "stand-ins": [
        (OPENING + "Tim Shah will stand in.", interim("Tim Shah")),
        (OPENING + "Tim Shah is minding the shop.", interim("Tim Shah")),
        (OPENING + "Her job is being covered by Tim Shah.", interim("Tim Shah")),
        (OPENING + "Tim Shah, head of fostering, is acting up.", interim("Tim Shah")),
        (OPENING + "Tim Shah has agreed to be interim.", interim("Tim Shah")),
    ],
    "succession": [
        (OPENING + "She will be succeeded by Tim Shah.", lasting("Tim Shah", DCS)),
        (OPENING + "She will hand over to Tim Shah.", lasting("Tim Shah", DCS)),
        (OPENING + "She took over from Bo Li in 2015.", lasting("Bo Li", DCS)),
        (OPENING + "She took the reins from Bo Li in 2015.", lasting("Bo Li", DCS)),
        (OPENING + "Tim Shah will step into her shoes.", lasting("Tim Shah", DCS)),
        (OPENING + "Her predecessor, Bo Li, retired in 2015.", lasting("Bo Li", DCS)),
        (OPENING + "She followed Bo Li, now chief executive of Bury Council.", lasting("Bo Li", DCS)),
    ],
    "moves": [
        ("Ann Cole joins Derby City Council as director of children's services from Bury.", lasting("Ann Cole", DCS)),
        (
            "Tim Shah comes from Bury Council, where he was chief executive.",
            lasting("Tim Shah", CEO, "bury"),
        ),
        ("Tim Shah left Bury Council, where he had been chief executive.", lasting("Tim Shah", CEO, "bury")),
        (
            "Ann Cole moves to Derby City Council to become chief executive.",
            lasting("Ann Cole", CEO),
        ),
        ("Tim Shah spent six years as chief executive of Bury Council.", lasting("Tim Shah", CEO, "bury")),
    ],
    "pronouns": [
        (
            "Ann Cole told Tim Shah so at Derby City Council. He is its chief executive.",
            lasting("Tim Shah", CEO),
        ),
        (
            "Tim Shah wrote to Ann Cole at Derby City Council. She is its chief executive.",
            lasting("Ann Cole", CEO),
        ),
        ("Ann Cole is at Derby City Council. She has been its chief executive since 2018.", lasting("Ann Cole", CEO)),
        (
            "Tim Shah met Ann Cole. Since 2017 she has been chief executive of Bury Council.",
            lasting("Ann Cole", CEO, "bury"),
        ),
        (OPENING + "In her place the council has appointed Tim Shah as director.", lasting("Tim Shah", DCS)),
    ],
    "nominalised": [
        (OPENING + "It was the departure of Bo Li in 2015 that brought her in.", lasting("Bo Li", DCS)),
        (OPENING + "After the resignation of Bo Li in 2015 she came from Bury.", lasting("Bo Li", DCS)),
        (OPENING + "Bo Li's dismissal in 2015 had cost the council £40,000.", lasting("Bo Li", DCS)),
        (OPENING + "Since the death of Bo Li in 2015 much has changed.", lasting("Bo Li", DCS)),
        (OPENING + "Then came the appointment of Tim Shah.", lasting("Tim Shah", DCS)),
    ],
    "two posts in a row": [
        ("Derby City Council's chief executive and returning officer Ann Cole agreed.", lasting("Ann Cole", CEO)),
        ("The chair of the board has been, since May, Tim Shah.", lasting("Tim Shah", "chair", "")),
    ],
}


@pytest.mark.parametrize(("text", "expected"), [case for many in CASES.values() for case in many])
def test_a_holder_is_joined_to_the_post_spoken_of(text: str, expected: tuple[str, str, str, bool]) -> None:
    found = frames_in(text)
    assert any(each[:2] == expected[:2] and each[3] == expected[3] for each in found), found
    assert not expected[2] or expected in found, found


TRAPS = [
    "Tim Shah has not been given the job.",
    "Tim Shah refused when he was offered the post.",
    "Tim Shah might take the job.",
    "Friends hope that Tim Shah will get the job.",
    "Tim Shah did a good job.",
    "Tim Shah took part in the meeting.",
    "Who is in charge, Tim Shah asked?",
    "Tim Shah lost his seat at the election.",
    "If Tim Shah gets the job, he will start in May.",
    "Nobody would say whether Tim Shah will succeed her.",
    "Tim Shah never held the post.",
    "The job will not go to Tim Shah.",
]


@pytest.mark.parametrize("sentence", TRAPS)
def test_who_is_only_spoken_of_holds_nothing(sentence: str) -> None:
    assert not [each for each in frames_in(OPENING + sentence) if each[0] == "Tim Shah"]
