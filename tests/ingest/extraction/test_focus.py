"""Which council a whole document is about, also where it names others more often."""

import pytest

from ingest.extraction.context import read_context
from tests.ingest.extraction.reading import document

MINUTES = (
    "Lydham County Council\n\nMeeting of the Cabinet, 14 November 2018\n\n"
    "Services for children in Lydham were judged good. Members noted how Essex County Council, Surrey County Council, "
    "Kent County Council and Devon County Council pay their managers.\n\n"
    "The Director said that she had met colleagues from Essex County Council and that Essex County Council had shared "
    "its plan with the Council. Lydham’s own plan would follow."
)
NEWS = (
    "Hexworth council sorry for delays\n\n"
    "Families in Hexworth waited too long for help, inspectors say. Hexworth Borough Council has apologised.\n\n"
    "Its new director joins from Leeds City Council. Hexworth's leader said that the borough would learn from Leeds, "
    "from Hull City Council and from Bolton Council.\n\nThe council expects a visit in the spring."
)
ABOUT = [(MINUTES, "Lydham County Council"), (NEWS, "Hexworth Borough Council")]


@pytest.mark.parametrize(("text", "council"), ABOUT)
def test_a_document_is_about_the_council_that_it_speaks_for_or_of(text: str, council: str) -> None:
    found = read_context(document(text, title=text.splitlines()[0])).focus.council
    assert found is not None
    assert found.name == council


def test_shares_of_the_councils_add_up_to_one_and_the_foremost_has_the_greatest() -> None:
    focus = read_context(document(MINUTES, title="Lydham County Council")).focus
    assert sum(focus.shares.values()) == pytest.approx(1)
    assert focus.council is not None
    assert max(focus.shares, key=lambda key: focus.shares[key]) == focus.council.key


def test_a_text_that_names_no_council_is_about_none() -> None:
    focus = read_context(document("The rain has stopped. Nobody said a word.")).focus
    assert focus.council is None
    assert focus.shares == {}


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Margaret Cole met David Shah. In 2019 he left.", "he", "David Shah"),
        ("Margaret Cole met David Shah. In 2019 she left.", "she", "Margaret Cole"),
        ("David Shah told Margaret Cole that she had been heard.", "she", "Margaret Cole"),
        ("Mrs Cole met Sir Tariq Shah. In 2019 he left.", "he", "Tariq Shah"),
        ("Margaret Cole resigned.\n\nDavid Shah was told that she had gone.", "she", "Margaret Cole"),
        ("Wole Tollander is director. In 2019 she left.", "she", "Wole Tollander"),
    ],
)
def test_a_pronoun_means_somebody_whose_name_or_title_allows_it(text: str, pronoun: str, name: str) -> None:
    context = read_context(document(text))
    found = context.focus.person(text.index(f" {pronoun} ") + 1, pronoun)
    assert found is not None
    assert found.name == name
