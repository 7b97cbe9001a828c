"""Councils that no register knows are known by their form, or because the text treats a place as one."""

import pytest

from ingest.language import parse
from ingest.names import names
from ingest.places import councils

TREATED = [
    ("Bexmoor's former director of children's services spoke.", {"Bexmoor"}),
    ("He was director of children's services at Hampton-on-Sea.", {"Hampton-on-Sea"}),
    ("Three councils, Bexmoor, Leeds and Stony Marsh, were inspected.", {"Bexmoor", "Leeds", "Stony Marsh"}),
    ("Good: Isle of Bexay, Walsall.", {"Isle of Bexay", "Walsall"}),
    ("A commissioner in Bexmoor said so. Bexmoor agreed.", {"Bexmoor"}),
    ("Bexmoor, rated inadequate in May, has a new leader.", {"Bexmoor"}),
    ("BEXMOOR'S director for children left.", {"BEXMOOR"}),
    ("She was chief executive of Bexmoor and East Carrow.", {"Bexmoor", "East Carrow"}),
    ("Bexmoor's cabinet met.", {"Bexmoor"}),
    ("But Bexmoor's children's services are better. Bexmoor agreed.", {"Bexmoor"}),
    ("What went wrong at Bexmoor\n\nMinisters told Bexmoor to act. Bexmoor agreed, and Bexmoor paid.", {"Bexmoor"}),
    ("Directors in Bexmoor come and go.", {"Bexmoor"}),
    ("In the north Bexmoor, a small and stubborn borough, improved.", {"Bexmoor"}),
    ("It became part of the small unitary of Port Bexay.", {"Port Bexay"}),
    ("She was sent to Bexmoor, where the council was under a notice.", {"Bexmoor"}),
    ("Bexmoor's services went from bad to worse.", {"Bexmoor"}),
    ("Ministers have told Bexmoor, which has failed three inspections.", {"Bexmoor"}),
    ("Who is where\n\nBexmoor (inadequate, 2021). A fifth visit is to come.", {"Bexmoor"}),
    ("Bexay-on-Tees retains a director of its own.", {"Bexay-on-Tees"}),
    (
        "One director for North and South\n\nNorth Carrowshire agreed. So did South Carrowshire.",
        {"North Carrowshire", "South Carrowshire"},
    ),
    (
        "Carrowshire County Council was split. The leader of South Carrowshire spoke for Carrowshire.",
        {"Carrowshire County Council", "South Carrowshire", "Carrowshire"},
    ),
    ("She runs services in Bournemouth, Christchurch and Poole.", {"Bournemouth, Christchurch and Poole"}),
    ("She ran services in Bournemouth, Dorset and Poole.", {"Bournemouth", "Dorset", "Poole"}),
    ("What can be learnt from West Carrowshire? West Carrowshire was split.", {"West Carrowshire"}),
]
NO_PLACE = [
    "Q8. Does the council have any plans?",
    "Jones, a small and stubborn man, improved.",
    "She has a borough (Good, said Ofsted of its school).",
    "Everton has a new director of football.",
    "Pride requires improvement before a fall, they said.",
    "Monday's council meeting was long.",
    "Ann Rowe spoke. Rowe's director of finance resigned.",
    "The director of Communities spoke.",
    "Labour's former council leader spoke.",
    "Children were rated as happy.",
    "Ofsted's director agreed.",
    "The Police Authority met.",
    "They had been judged inadequate. Safeguarding was found to be poor.",
    "The Carrowshire Mercury and the Carrowshire Gazette said so.",
]


def councils_in(text: str) -> set[str]:
    return {each.text for each in names(parse(text), text)[1] if each.kind == "council"}


@pytest.mark.parametrize(("text", "places"), TREATED)
def test_a_place_is_a_council_where_the_text_treats_it_so(text: str, places: set[str]) -> None:
    assert councils_in(text) == places


@pytest.mark.parametrize("text", NO_PLACE)
def test_other_capitals_are_no_council(text: str) -> None:
    assert councils_in(text) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Eight weeks ago Dorset's county council was merged.", "Dorset county council"),
        ("Bradford’s council met.", "Bradford council"),
        ("King's Lynn and West Norfolk Borough Council met.", "King's Lynn and West Norfolk Borough Council"),
        ("Staff of Tanwood Council were told.", "Tanwood Council"),
        ("Residents of Bury Council's homes ask.", "Bury Council"),
    ],
)
def test_a_council_is_called_without_what_owns_it_or_speaks_of_it(text: str, name: str) -> None:
    assert [each.name for each in councils(text)] == [name]


def test_a_councils_web_address_names_it() -> None:
    assert _councils("eastsussex.gov.uk > Who runs what\n\nAnn Rowe\nChief Executive") == ["East Sussex County Council"]
    assert _councils("See lettings.gov.uk for more.") == []


def _councils(text: str) -> list[str]:
    return [each.name for each in names(parse(text), text)[1] if each.kind == "council"]
