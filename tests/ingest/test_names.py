"""Names in a text: who is a person, what is a council, a trust or another body, and under which full name."""

import pytest

from ingest.language import parse
from ingest.names import names


def people_in(text: str) -> dict[str, str]:
    return {each.text: each.name for each in names(parse(text), text)[0]}


def bodies_in(text: str) -> dict[str, tuple[str, str]]:
    return {each.text: (each.name, each.kind) for each in names(parse(text), text)[1]}


def test_surnames_titles_and_first_names_lead_to_the_full_name() -> None:
    found = people_in("Cllr Rita Mole spoke. Mole said so. Rita agreed, and so did Mrs Mole and R Mole, chair.")
    assert set(found.values()) == {"Rita Mole"}


def test_a_person_needs_a_title_or_a_full_name() -> None:
    assert people_in("Smithers resigned. Ofsted welcomed it.") == {}
    assert people_in("Mr Smithers resigned.") == {"Mr Smithers": "Smithers"}


def test_a_surname_that_is_a_place_is_told_from_the_place() -> None:
    text = "Jeanette Sunderland resigned. Mrs Sunderland had worked in Sunderland."
    assert set(people_in(text).values()) == {"Jeanette Sunderland"}
    assert bodies_in(text)["Sunderland"][1] == "council"


@pytest.mark.parametrize(
    "text",
    [
        "Bexmoor's children's services are poor. Bexmoor Value said so. Staff in Bexmoor agreed.",
        "Why were they there? Because Bexmoor was judged inadequate. Was Bexmoor told? Nobody in Bexmoor knows.",
        "Should Bexmoor fail, ministers will act. Bexmoor's director of children's services has left Bexmoor.",
    ],
)
def test_a_council_is_no_person_whatever_stands_beside_it(text: str) -> None:
    assert people_in(text) == {}
    assert bodies_in(text)["Bexmoor"][1] == "council"


@pytest.mark.parametrize(
    "text",
    [
        "From Sunderland Polytechnic she went to Cumbria County Council as assistant director.",
        "He left the Pay Corps for Bury Council in 1986.",
        "A vacancy looms at Gun Wharf, the seat of Medway Council.",
    ],
)
def test_a_college_a_corps_or_a_quay_is_no_person(text: str) -> None:
    assert people_in(text) == {}


def test_a_person_whose_first_name_is_a_place_is_a_person() -> None:
    text = "Kent Whitlow, chief executive of Bury Council, resigned. Kent said so. Devon Marsh, its leader, agreed."
    assert set(people_in(text).values()) == {"Kent Whitlow", "Devon Marsh"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Royal Borough of Windsor and Maidenhead", "Royal Borough of Windsor and Maidenhead"),
        ("in Blackburn with Darwen", "Blackburn with Darwen"),
        ("Bournemouth, Christchurch and Poole Council", "Bournemouth, Christchurch and Poole Council"),
        ("City of York Council was told", "City of York Council"),
        ("fostering in North East Lincolnshire", "North East Lincolnshire"),
    ],
)
def test_a_council_is_named_in_full(text: str, name: str) -> None:
    assert (name, "council") in bodies_in(text).values()


def test_a_place_that_no_register_knows_is_a_council_where_it_acts_as_one() -> None:
    assert bodies_in("Bexmoor's chief executive was pleased.")["Bexmoor"] == ("Bexmoor", "council")
    assert bodies_in("Marchester City Council met. Marchester is large.")["Marchester"][0] == "Marchester City Council"


def test_a_trust_and_its_initials_are_one() -> None:
    found = bodies_in("Together for Children said no. TfC would not budge.")
    assert found["TfC"] == ("Together for Children", "trust")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Perpetua Mbali HMI rang in May.", "Perpetua Mbali"),
        ("Its chief executive is Colm Evers.", "Colm Evers"),
        ("The minister for children, Eluned Schofield, wrote.", "Eluned Schofield"),
        ("His place was taken by Damaris Wolfe.", "Damaris Wolfe"),
        ("Lord Fenwick of Carr stood down.", "Fenwick of Carr"),
        ("Oisín Ó Briain, director of children's services, spoke.", "Oisín Ó Briain"),
        ("Adaeze Okonkwo-Bell, service manager, spoke.", "Adaeze Okonkwo-Bell"),
        ("They are Huw Prys-Lane (interim) and others.", "Huw Prys-Lane"),
    ],
)
def test_a_person_is_known_by_what_stands_around_the_name(text: str, name: str) -> None:
    assert name in people_in(text).values()


@pytest.mark.parametrize(
    "text",
    [
        "Director of Children's Services\nSessions House\nKent",
        "Service Manager, Youth Justice",
        "Lead inspector: Her Majesty's Inspector\nJudgement Grade",
        "The staff of Castle Street were told.",
        "Head of Service, Leaving Care",
    ],
)
def test_places_and_services_are_no_people(text: str) -> None:
    assert people_in(text) == {}


def test_a_person_of_a_council_and_the_council_are_two() -> None:
    text = "Ann Lee of Bury Council met staff of the East Riding of Yorkshire Council."
    assert people_in(text) == {"Ann Lee": "Ann Lee"}
    assert set(bodies_in(text)) == {"Bury Council", "East Riding of Yorkshire Council"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Unison’s branch secretary disagreed.", "UNISON"),
        ("A GMB organiser spoke.", "GMB"),
        ("Unite's regional officer spoke.", "Unite"),
        ("The Met’s commander apologised.", "Metropolitan Police"),
        ("She chairs Bexmoor and Coast ICB.", "Bexmoor and Coast ICB"),
    ],
)
def test_unions_forces_and_boards_are_bodies(text: str, name: str) -> None:
    assert (name, "organisation") in bodies_in(text).values()


def test_a_plain_word_is_no_union_and_no_force() -> None:
    assert bodies_in("Unite the town, he said. They met the leader.") == {}


def test_a_name_in_capitals_ends_before_honours_and_begins_after_a_title() -> None:
    text = (
        "PROFESSOR ISOBEL MARCH-FENN CBE, Chief Executive\n\nProfessor March-Fenn joined in 2015. Isobel is a doctor."
    )
    assert set(people_in(text).values()) == {"Isobel March-Fenn"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann ROWE was the director until May.", "Ann Rowe"),
        ("Cllr Griselda MBATHA-HOLROYD spoke first.", "Griselda Mbatha-Holroyd"),
        ("Present\nThandiwe OKORO\nApologies\nnone", "Thandiwe Okoro"),
        ("Cllr J SMITH took the chair.", "J Smith"),
    ],
)
def test_a_surname_may_stand_in_capitals(text: str, name: str) -> None:
    assert [each.name for each in names(parse(text), text)[0]] == [name]


@pytest.mark.parametrize(
    "text",
    ["Bury MBC agreed with Leeds NHS.", "The ILACS report came.", "Read the whole LSCB report.", "Ofsted SEND team"],
)
def test_abbreviations_in_capitals_are_no_surnames(text: str) -> None:
    assert not names(parse(text), text)[0]


def test_a_persons_letters_are_no_surname() -> None:
    text = "Auditor: Simon Goodwin FCA, of the audit office."
    assert {each.name for each in names(parse(text), text)[0]} <= {"Simon Goodwin"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("WEIR, Rosemary Ann\nRole: Director\n", "Rosemary Ann Weir"),
        ("DE LA CRUZ, Ann Mary, Dr\nRole: Director\n", "Ann Mary De La Cruz"),
        ("O'BRIEN-LEE, Bo\nRole: Secretary\n", "Bo O'Brien-Lee"),
    ],
)
def test_a_register_of_companies_has_surnames_first(text: str, name: str) -> None:
    assert name in people_in(text).values()


def test_a_post_behind_a_name_in_capitals_is_no_first_name() -> None:
    text = "ANN LEE, Chief Executive\nBury Council"
    assert "Chief Executive Ann Lee" not in people_in(text).values()


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Ann Cole becomes chief executive of the Canal Street Sleepover on 7 January.", "Canal Street Sleepover"),
        ("He is a trustee of the Lantern Lane Sleepover.", "Lantern Lane Sleepover"),
        ("Gavin Thorley, chief executive of the South Wessex Chamber, agreed.", "South Wessex Chamber"),
        ("She left to be head of skills at Blue Door Lettings.", "Blue Door Lettings"),
        ("Ann Cole is managing director of the fostering company Larch Row.", "Larch Row"),
    ],
)
def test_a_post_shows_a_body_that_nothing_else_shows(text: str, body: str) -> None:
    assert body in {name for name, kind in bodies_in(text).values()}


@pytest.mark.parametrize(
    "text",
    [
        "Ann Cole is chair of the Children and Families Scrutiny Committee.",
        "There is an empty chair for Judith Marlow.",
        "Ann Cole, director at Trafford Town Hall, said no.",
        "He is president of Cllr Ann Cole's party.",
    ],
)
def test_what_stands_behind_a_post_is_not_always_a_body(text: str) -> None:
    assert "organisation" not in {kind for _, kind in bodies_in(text).values()}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He followed Grizel Tolworth, who retired in 2019.", "Grizel Tolworth"),
        ("The two assistant directors are Wole Tollander and Bo Diaz.", "Wole Tollander"),
        ("Her predecessor but one, Evanthe Harbright, sent flowers.", "Evanthe Harbright"),
        ("The team, managed by Devereux Salting, is good.", "Devereux Salting"),
        ("The plan is run by Detective Inspector Morag Swarbeck of the police.", "Morag Swarbeck"),
        ("She replaced Petroc Marshley in May, and nobody objected.", "Petroc Marshley"),
        ("Her successor, Piotr Wolański, had been her deputy.", "Piotr Wolański"),
        ("The Director of Economy, Ursula Burgh-le-Moor; nobody else.", "Ursula Burgh-le-Moor"),
    ],
)
def test_names_that_no_list_knows_are_given_away_by_the_words_around_them(text: str, name: str) -> None:
    assert name in people_in(text).values()


def test_a_person_is_no_trust() -> None:
    text = "He will lead the trust. His successor, Cllr Tamsin Brightley, gets a report every Monday about children."
    assert all(kind != "trust" for _, kind in bodies_in(text).values())


@pytest.mark.parametrize(
    ("title", "whom"), [("Cllr", "Bob Smith"), ("Mr", "Bob Smith"), ("Mrs", "Ann Smith"), ("Dr", "Ann Smith")]
)
def test_of_two_people_with_a_surname_the_title_tells_who_is_meant(title: str, whom: str) -> None:
    text = f"Ann Smith runs the department and Cllr Bob Smith the cabinet. {title} Smith was glad."
    assert people_in(text)[f"{title} Smith"] == whom
