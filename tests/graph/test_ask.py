"""Questions in words: answered by the right query, or not at all with the reason."""

from datetime import date

import pytest

from graph.ask import ask
from graph.database import Database
from tests.sample import ALDERMERE, BRADFORD, DIRECTOR, LEEDS

TODAY = date(2026, 1, 2)
OF_BRADFORD = {"organisation": BRADFORD, "role": DIRECTOR}
UNDERSTOOD = [
    ("who held DCS at Bradford when", "who-held", OF_BRADFORD),
    ("Who held the post of director of children's services at Bradford Council?", "who-held", OF_BRADFORD),
    ("Please tell me who has held the DCS post at Bradford", "who-held", OF_BRADFORD),
    ("who were the directors of children’s services at Bradford?", "who-held", OF_BRADFORD),
    ("Bradford DCS", "who-held", OF_BRADFORD),
    ("Bradford's director of children's services", "who-held", OF_BRADFORD),
    ("DCS at Bradford Metropolitan District Council", "who-held", OF_BRADFORD),
    (
        "Who is the current director of children services in Bradford",
        "who-held",
        {**OF_BRADFORD, "as_of": "2026-01-02"},
    ),
    ("Who took over as DCS at Bradford?", "who-held", OF_BRADFORD),
    ("Can you tell me who the DCS at Bradford was?", "who-held", OF_BRADFORD),
    ("who was the commissioner in Bradford", "who-held", {"organisation": BRADFORD, "role": "commissioner"}),
    ("Who's the chief executive of Aldermere?", "who-held", {"organisation": ALDERMERE, "role": "chief executive"}),
    ("who was DCS of Bradford on 3 May 2020", "who-held", {**OF_BRADFORD, "as_of": "2020-05-03"}),
    ("On 3 May 2020, who was DCS of Bradford?", "who-held", {**OF_BRADFORD, "as_of": "2020-05-03"}),
    ("Who has been DCS in Bradford since 2019?", "who-held", {**OF_BRADFORD, "as_of": "2019/.."}),
    ("who is Bradford's DCS now", "who-held", {**OF_BRADFORD, "as_of": "2026-01-02"}),
    (
        "director of children's services in Leeds in 2018",
        "who-held",
        {"organisation": LEEDS, "role": DIRECTOR, "as_of": "2018"},
    ),
    (
        "who was in charge of children's services in Leeds in 2018?",
        "who-held",
        {"organisation": LEEDS, "as_of": "2018"},
    ),
    ("Who ran Bradford's children's services in 2020?", "who-held", {"organisation": BRADFORD, "as_of": "2020"}),
    (
        "who led children's services at Aldermere between 2018 and 2020",
        "who-held",
        {"organisation": ALDERMERE, "as_of": "2018/2020"},
    ),
    ("what is the career of Steve Walker", "career", {"person": "person/steve-walker"}),
    ("Where has Steve Walker worked?", "career", {"person": "person/steve-walker"}),
    ("who is Mark Douglas?", "career", {"person": "person/mark-douglas"}),
    ("which posts has Mr Douglas held", "career", {"person": "person/mark-douglas"}),
    ("Gladys Rhodes White", "career", {"person": "person/gladys-rhodes-white"}),
    (
        "when did Mark Douglas leave Bradford?",
        "career",
        {"person": "person/mark-douglas", "organisation": BRADFORD},
    ),
    (
        "When did Steve Walker become director of children's services in Leeds?",
        "career",
        {"person": "person/steve-walker", "organisation": LEEDS, "role": DIRECTOR},
    ),
    ("how was Bradford inspected", "inspections", {"organisation": BRADFORD}),
    ("How has Bradford been rated?", "inspections", {"organisation": BRADFORD}),
    ("when did Ofsted inspect Bradford in 2019", "inspections", {"organisation": BRADFORD, "during": "2019"}),
    ("which directions were given to Aldermere?", "directions", {"organisation": ALDERMERE}),
    ("When was Aldermere Council given an improvement notice?", "directions", {"organisation": ALDERMERE}),
    ("does Bradford have a children's trust?", "trusts", {"organisation": BRADFORD}),
    ("What happened at Bradford in 2021?", "timeline", {"organisation": BRADFORD, "during": "2021"}),
    ("Bradford", "timeline", {"organisation": BRADFORD}),
]


@pytest.mark.parametrize(("question", "query", "parameters"), UNDERSTOOD)
def test_a_question_is_understood(
    sample_graph: Database, question: str, query: str, parameters: dict[str, str]
) -> None:
    asked = ask(sample_graph, question, TODAY)
    assert (asked.query, asked.parameters) == (query, parameters)
    assert asked.reason is None
    assert asked.answer is not None
    assert asked.answer.query == query


def test_what_was_understood_is_told_in_words_with_the_default(sample_graph: Database) -> None:
    asked = ask(sample_graph, "who was in charge of children's services in Leeds in 2018?")
    assert asked.understood is not None
    assert asked.understood.startswith("who held the post of director of children's services at Leeds")
    assert "2018" in asked.understood
    assert asked.answer is not None
    assert [row["person"] for row in asked.answer.rows] == ["Steve Walker"]


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("", "Please type a question"),
        ("What is the weather today?", "I don’t know how to answer this. I can tell who held which post"),
        ("Why did Mark Douglas resign?", "I don’t know how to answer this."),
        ("How many children are in care in Bradford?", "I don’t know how to answer this."),
        ("Is Jane Okafor still at Aldermere?", "I don’t know how to answer this."),
        ("who held DCS at Bradford " * 20, "Please ask it in 40 words or fewer."),
        ("who was wizard of Bradford", "“wizard” is no post that I know. Please write it as the council does"),
        ("who was DCS at Atlantis", "The documents name no council or other organisation called “Atlantis”."),
        ("who was DCS at Mark Douglas", "no council or other organisation called “Mark Douglas”"),
        ("what is the career of Nobody Atall", "The documents name nobody called “Nobody Atall”."),
        ("who was director of children's services before Mark Douglas", "I don’t know how to answer this."),
        ("who held DCS at Bradford on 31 February 2020", "no council or other organisation called “Bradford"),
        ("who was not DCS at Bradford", "“not DCS” is no post that I know."),
        ("who was DCS at Bradford and Leeds", "called “Bradford and Leeds”. If these are two, please ask about one"),
        ("who held DCS at Bradfrod", "called “Bradfrod”. Did you mean Bradford"),
        ("who was Walker in 2018?", "“Walker” can be Anna Walker or Steve Walker. Please say which you mean."),
        ("which councils are rated splendid", "“splendid” is no judgement of Ofsted’s. Please write outstanding"),
    ],
)
def test_a_question_that_cannot_be_answered_says_why(sample_graph: Database, question: str, reason: str) -> None:
    asked = ask(sample_graph, question, TODAY)
    assert asked.query is None
    assert asked.answer is None
    assert reason in (asked.reason or "")


def test_a_name_of_two_is_not_guessed_but_offered(sample_graph: Database) -> None:
    asked = ask(sample_graph, "who was Walker in 2018?")
    assert asked.query is None
    assert [each.parameters for each in asked.alternatives] == [
        {"person": "person/anna-walker", "as_of": "2018"},
        {"person": "person/steve-walker", "as_of": "2018"},
    ]


def test_a_misspelt_name_is_not_guessed_but_offered(sample_graph: Database) -> None:
    asked = ask(sample_graph, "who held DCS at Bradfrod")
    assert asked.query is None
    assert asked.alternatives[0].parameters == OF_BRADFORD


def test_what_can_be_told_of_a_name_in_the_question_is_offered(sample_graph: Database) -> None:
    asked = ask(sample_graph, "Why did Mark Douglas resign?")
    assert [each.understood for each in asked.alternatives] == [
        "what is the career of Mark Douglas",
        "who worked with Mark Douglas",
        "what happened while Mark Douglas was in post",
        "how did what is known about Mark Douglas change",
    ]
