"""What is not the page's own text is blanked, what is stays, and no offset moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.masking import comments_start, mask

MORE = "The leader thanked her, and said that the search for a new director would begin after the summer holidays."
CAPTIONS = [
    "Image: Ann Archer at the opening",
    "The town hall (image: B. Baker)",
    "Image caption, The council said sorry",
    "Photograph: Ann Archer, director at Hull, with her deputy Bea Baker",
    "Picture by Bea Baker",
    "[Photo: Ann Archer, former leader of Hull City Council]",
    "Image source, Aldermere Council",
]
PROSE = (
    "Ann Archer told councillors on Monday that she would leave the post in June, after nine years with the authority."
)


@given(st.text(max_size=400))
def test_a_mask_keeps_the_length_and_invents_nothing(text: str) -> None:
    masked = mask(text)
    assert len(masked) == len(text)
    assert all(new in (old, " ") for old, new in zip(text, masked, strict=True))


@given(
    st.lists(
        st.sampled_from(["3 Comments", "Read More", "Hide Ad", PROSE, "", "A headline", "Home | News"]), max_size=20
    )
)
def test_pages_of_such_lines_keep_their_length(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert len(mask(text)) == len(text)


@pytest.mark.parametrize("heading", ["Related articles", "READ MORE", "More on this story", "Most read", "Don’t miss"])
def test_a_box_of_headlines_amid_the_text_is_blanked_to_its_last(heading: str) -> None:
    box = f"{heading}\nHull director quits\nLeeds council rated good by Ofsted\nBury leader to go"
    masked = mask(f"A headline of the page\n\n{PROSE}\n\n{box}\n\n{MORE}\n\n{PROSE}\n")
    assert masked.split() == ["A", "headline", "of", "the", "page", *PROSE.split(), *MORE.split(), *PROSE.split()]


def test_a_short_line_below_a_box_and_a_gap_is_text() -> None:
    masked = mask(f"News\n\n{PROSE}\n\nRead more\nHull director quits\n\nA new leader\n\n{MORE}\n\n{PROSE}\n")
    assert "A new leader" in masked
    assert "Hull" not in masked


@pytest.mark.parametrize(
    "line",
    [
        "The picture: Ann Archer inherited debts, a queue of cases and a tired staff when she came in May.",
        "Images of Ann Archer, the director, were all that she left behind when she went away in May.",
    ],
)
def test_a_sentence_about_a_picture_is_text(line: str) -> None:
    assert line in mask(f"A headline of the page\n\n{PROSE}\n\n{line}\n\n{MORE}\n")


@pytest.mark.parametrize(
    "line",
    [
        *CAPTIONS,
        "Hide Ad",
        "- Advertisement -",
        "Story continues below",
        "READ MORE: Council chief to go",
        "Home > News > Council",
        "Home | News | Sport | Jobs",
        "Skip to main content",
        "Sign up for our newsletter",
        "Page views: 1,204",
        "Tags: Ofsted, Aldermere Council",
        "» More council news",
    ],
)
def test_a_line_of_furniture_is_blanked(line: str) -> None:
    masked = mask(f"A headline of the page\n\n{line}\n\n{PROSE}\n")
    assert masked.split() == ["A", "headline", "of", "the", "page", *PROSE.split()]


@pytest.mark.parametrize(
    "line",
    [
        PROSE,
        "Ann Archer | Director of Children’s Services | 2019",
        "» Ann Archer, until lately at Hull, has joined Leeds as head of fostering.",
        "Comments",
        "About the inspection",
        "The picture is mixed, inspectors said.",
        "Related documents were published with the report in May 2020.",
    ],
)
def test_the_pages_own_words_stay(line: str) -> None:
    text = f"A headline of the page\n\n{line}\n\n{MORE}\n"
    assert mask(text) == text


def test_of_a_caption_in_sentences_only_the_credit_goes() -> None:
    assert mask("Ann Archer will leave in May. Picture: B. Baker").rstrip() == "Ann Archer will leave in May."


def test_readers_comments_are_blanked_to_the_end() -> None:
    said = "2 Comments\n\nbob, 3 May 2020 at 10:15\nShe should have gone long ago. Bring back Mr Baker.\n"
    text = f"{PROSE}\n\n{MORE}\n\n{said}"
    assert mask(text).rstrip() == f"{PROSE}\n\n{MORE}"
    assert comments_start(text) == text.index("2 Comments")


def test_a_report_in_pdf_has_no_readers() -> None:
    text = f"{PROSE}\n\n{MORE}\n\nComments\n\nPosted by the clerk, 3 May 2020 at 10:15\n"
    assert mask(text, "application/pdf") == text


def test_links_after_the_text_go_and_one_within_it() -> None:
    text = f"{PROSE}\n\nRead More\nBins to be emptied\n\n{PROSE}\n\nLatest News\nMarket opens\nRoad closed\n"
    assert mask(text).split() == [*PROSE.split(), *PROSE.split()]


def test_of_a_letterhead_only_the_senders_name_stays() -> None:
    head = "Ofsted\n1 Long Row\nNottingham\nNG1 9ZZ\n\nT 0300 000 0000\nus@inspectors.example\nwww.inspectors.example"
    rest = f"8 May 2019\n\nAnn Archer\nTown Hall\nLeeds\n\nDear Ms Archer\n\n{PROSE}\n"
    assert mask(f"{head}\n\n{rest}").split() == ["Ofsted", *rest.split()]


@pytest.mark.parametrize(
    "text",
    [
        f"Town Hall\nLeeds\n\n8 May 2019\n\nWrite to us@council.example\n\nDear Ms Archer\n\n{PROSE}\n",
        f"8 May 2019\n\nAnn Archer\nTown Hall\nLeeds\nann@leeds.example\n\nDear Ms Archer\n\n{PROSE}\n",
        f"A headline of the page\n\n{PROSE}\n\nT 0300 000 0000\n\n{MORE}\n",
    ],
)
def test_an_addressees_block_and_a_page_without_a_greeting_stay(text: str) -> None:
    assert mask(text) == text


def test_what_an_inspectorate_says_of_itself_at_the_end_goes() -> None:
    imprint = (
        "The Office for Standards in Education, Children’s Services and Skills (Ofsted) inspects much.\n\nManchester\n"
    )
    text = f"{PROSE}\n\n{MORE}\n\nMary Pole\nInspector\n\n"
    assert mask(text + imprint, "application/pdf").rstrip() == text.rstrip()
