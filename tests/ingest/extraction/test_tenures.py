"""Who held which post when, phenomenon by phenomenon, in sentences of our own."""

import pytest

from ingest.extraction.tenures import offers
from tests.ingest.extraction.tenures_read import context_of, found_in, tenures_in

DCS = "director of children's services"
Expected = tuple[str, str, str, bool, str | None, str | None]


def held(person: str, role: str, org: str, start: str | None = None, end: str | None = None) -> Expected:
    return person, role, org, False, start, end


def interim(person: str, role: str, org: str, start: str | None = None, end: str | None = None) -> Expected:
    return person, role, org, True, start, end


CASES: dict[str, list[tuple[str, list[Expected]]]] = {
    "apposition": [
        ("Ann Cann, chief executive of Bury Council, said so.", [held("Ann Cann", "chief executive", "bury")]),
        ("The leader of Bury Council, Cllr Tim Shah, agreed.", [held("Tim Shah", "leader of the council", "bury")]),
        ("Mr Luke Ford, Chief Executive, Swindon Borough Council", [held("Luke Ford", "chief executive", "swindon")]),
        (
            "The monitoring visit to Torbay was carried out by Mary Platt, Her Majesty's Inspector, and Joe "
            "Bell, Ofsted inspector.",
            [held("Mary Platt", "inspector", "ofsted"), held("Joe Bell", "inspector", "ofsted")],
        ),
    ],
    "possessive": [
        (
            "Hackney Council's chief executive, Tim Shah, and its director of children's services, Ann "
            "Cann, have apologised.",
            [held("Tim Shah", "chief executive", "hackney"), held("Ann Cann", DCS, "hackney")],
        ),
        ("Kent's chief executive, Sue Cole, welcomed it.", [held("Sue Cole", "chief executive", "kent")]),
        (
            "Solihull Council's lead member for children's services, Councillor Ken Meeks, agreed.",
            [held("Ken Meeks", "cabinet member for children", "solihull")],
        ),
    ],
    "former": [
        ("Former Derby DCS Ola Finch will speak.", [held("Ola Finch", DCS, "derby")]),
        (
            "Sue Cole, a former assistant director at Dudley Council, now heads children's services at Solihull.",
            [held("Sue Cole", "assistant director", "dudley"), held("Sue Cole", DCS, "solihull")],
        ),
        (
            "Ola Finch, previously chief executive of Bury Council, wrote the report.",
            [held("Ola Finch", "chief executive", "bury")],
        ),
    ],
    "appointment": [
        (
            "Education secretary Paula Hind has appointed Sir Alan Cope as commissioner for children's "
            "services in Torbay.",
            [
                held("Paula Hind", "education secretary", "department for education"),
                held("Alan Cope", "commissioner", "torbay"),
            ],
        ),
        (
            "Bromley Council. Jo Park has been appointed as director of children's services and will take "
            "up the post in September.",
            [held("Jo Park", DCS, "bromley", "2020-09")],
        ),
        (
            "Kirklees Council has promoted Oona Threlkeld to strategic director for children's services.",
            [held("Oona Threlkeld", DCS, "kirklees")],
        ),
    ],
    "interim": [
        (
            "Interim director Bola Ade, who has run children's services in Croydon since January, will leave in June.",
            [interim("Bola Ade", DCS, "croydon", "2020-01")],
        ),
        (
            "Croydon Council said that its DCS, Bola Ade, had resigned. Deputy director Liz Orr will act up.",
            [held("Bola Ade", DCS, "croydon"), interim("Liz Orr", DCS, "croydon")],
        ),
        (
            "Deb Nash (acting), Director of Children's Services, Swindon Borough Council\nDeb Nash is "
            "acting director of children's services at Swindon Borough Council.",
            [interim("Deb Nash", DCS, "swindon")],
        ),
    ],
    "succession": [
        (
            "Tim Bowen succeeded Ann Lyle as leader of Trafford Council in May 2016.",
            [
                held("Tim Bowen", "leader of the council", "trafford", "2016-05"),
                held("Ann Lyle", "leader of the council", "trafford", None, "2016-05"),
            ],
        ),
        (
            "Birmingham Children's Trust has appointed Priya Nandra as its chief executive. "
            "She takes over from Andy Cole on 1 September 2020.",
            [
                held("Priya Nandra", "chief executive of trust", "birmingham children's trust", "2020-09-01"),
                held("Andy Cole", "chief executive of trust", "birmingham children's trust", None, "2020-09-01"),
            ],
        ),
        (
            "Councillor Ken Meeks was replaced as lead member for children's services at Solihull Council "
            "by Councillor Tess Wade in May 2019.",
            [
                held("Ken Meeks", "cabinet member for children", "solihull", None, "2019-05"),
                held("Tess Wade", "cabinet member for children", "solihull", "2019-05"),
            ],
        ),
        (
            "Leeds City Council agreed. Sunita Dey, cabinet member for children, resigned. Her successor, "
            "Terry Oxo, was silent.",
            [
                held("Sunita Dey", "cabinet member for children", "leeds"),
                held("Terry Oxo", "cabinet member for children", "leeds"),
            ],
        ),
    ],
    "ranges": [
        (
            "Ann Lyle was director of children's services at Hull City Council from 2010 to 2016.",
            [held("Ann Lyle", DCS, "hull", "2010", "2016")],
        ),
        (
            "Walker Tate was the DCS at Leeds from 2016-20.",
            [held("Walker Tate", DCS, "leeds", "2016", "2020")],
        ),
        (
            "Ann Lyle, who led Trafford Council from 2010 to 2016, has died.",
            [held("Ann Lyle", "leader of the council", "trafford", "2010", "2016")],
        ),
    ],
    "exit": [
        (
            "Ola Finch left Derby City Council in 2017, where she had been chief executive since 2011.",
            [held("Ola Finch", "chief executive", "derby", "2011", "2017")],
        ),
        (
            "Cllr Uma Rees, cabinet member for children at Torbay Council, resigned yesterday.",
            [held("Uma Rees", "cabinet member for children", "torbay", None, "2020-06-14")],
        ),
        (
            "Rochdale's director of children's services Ivan Petts is stepping down at the end of March "
            "2019 after six years.",
            [held("Ivan Petts", DCS, "rochdale", "2013", "2019-03")],
        ),
    ],
    "pronouns": [
        (
            "Sue Cole spoke first. She is chief executive of Sandwell Council.",
            [held("Sue Cole", "chief executive", "sandwell")],
        ),
        (
            'Solihull Council leader Tess Wade said: "When I became leader in May 2018, we had work to do."',
            [held("Tess Wade", "leader of the council", "solihull", "2018-05")],
        ),
        (
            "Currently head of fostering in Leicester, Harriet Kay is known. Head of fostering in "
            "Leicester, she will leave.",
            [held("Harriet Kay", "head of fostering", "leicester")],
        ),
    ],
    "focus": [
        (
            "Trouble at Wigan Council\n\nWigan Council was rated inadequate.\n\nThe council's chief "
            "executive, Sue Cole, apologised.",
            [held("Sue Cole", "chief executive", "wigan")],
        ),
        (
            "Wigan Council was rated inadequate.\n\nIts leader, Cllr Tess Wade, who once worked for Bolton "
            "Council, apologised.",
            [held("Tess Wade", "leader of the council", "wigan")],
        ),
        (
            "Nadia Brook joins Leeds City Council from Hull City Council, where she had been deputy director of "
            "children's services.",
            [held("Nadia Brook", "deputy director of children's services", "hull")],
        ),
    ],
    "introduction": [
        (
            "As director of children's services at Hull from 2013 to 2018, Theo March oversaw cuts.",
            [held("Theo March", DCS, "hull", "2013", "2018")],
        ),
        (
            "Theo March was quiet. Now chief executive of Bury Council, March says he has no regrets.",
            [held("Theo March", "chief executive", "bury")],
        ),
        (
            "The minister for children, Ada Voss, agreed.",
            [held("Ada Voss", "children's minister", "department for education")],
        ),
    ],
    "verbs": [
        (
            "Hull City Council lost its director of children's services, Ann Moss. Phil Crane will hold the reins.",
            [held("Ann Moss", DCS, "hull"), interim("Phil Crane", DCS, "hull")],
        ),
        (
            "The inspection of Hull City Council was led by Pam Grant.",
            [held("Pam Grant", "inspector", "ofsted")],
        ),
        (
            "Sir Jon Hale chairs the board of Sandwell Children's Trust.",
            [held("Jon Hale", "chair of trust", "sandwell children's trust")],
        ),
    ],
    "careers": [
        (
            "Pat Fenn\n\nDirector of Children's Services, Bury Council, 2015 to 2018\n"
            "Assistant Director, Dudley Council, 2010 to 2015",
            [held("Pat Fenn", DCS, "bury", "2015", "2018"), held("Pat Fenn", "assistant director", "dudley")],
        ),
    ],
    "lists": [
        (
            "Swindon Borough Council\n\nOur senior team\n\nChief Executive: Lucy Ford\nDirector of "
            "Children's Services: Tom Marr",
            [held("Lucy Ford", "chief executive", "swindon"), held("Tom Marr", DCS, "swindon")],
        ),
        (
            "Swindon Borough Council\n\nLucy Ford – Chief Executive\nTom Marr – Director of Children's Services",
            [held("Lucy Ford", "chief executive", "swindon"), held("Tom Marr", DCS, "swindon")],
        ),
        (
            "12 March 2020\n\nLucy Ford\nChief Executive\nSwindon Borough Council\nCivic Offices\n\nDear Ms Ford",
            [held("Lucy Ford", "chief executive", "swindon")],
        ),
        (
            "Directors of Children's Services at Kent County Council:\n\n  Dee Vane: 2010 to 2014\n  Ian "
            "Gill (interim): 2014 to 2015",
            [held("Dee Vane", DCS, "kent", "2010", "2014"), interim("Ian Gill", DCS, "kent", "2014", "2015")],
        ),
        (
            "Council          Rating         Director\nBolton           Good           Bea Lowe\nWigan      "
            "      Good           Jon McBain (interim)",
            [held("Bea Lowe", DCS, "bolton"), interim("Jon McBain", DCS, "wigan")],
        ),
    ],
    "handover": [
        (
            "Ann Cann becomes chief executive of Bury Council on 1 May 2020. She takes over from Tim Shah, who held "
            "the post on an interim basis.",
            [
                held("Ann Cann", "chief executive", "bury", "2020-05-01"),
                interim("Tim Shah", "chief executive", "bury", None, "2020-05-01"),
            ],
        ),
        (
            "From 1 July a new Chief Executive of Bury Council, Ann Cann, will be in post. Ann has a record of "
            "mending services and takes over from Tim Shah who had stepped in on an interim basis.",
            [interim("Tim Shah", "chief executive", "bury", None, "2020-07-01")],
        ),
    ],
}
TRAPS = [
    "Hull City Council is looking for a new director of children's services. Ann Moss, a "
    "campaigner, said it should hurry.",
    "The council denied that Ann Moss had been appointed director of children's services at Hull.",
    "Ann Moss could be appointed chief executive of Hull City Council.",
    "MPs called for Ann Moss to be made commissioner in Hull.",
    "If Ann Moss becomes leader of Hull City Council, taxes will rise.",
    "Ann Moss never was chief executive of Hull City Council.",
    "The post of chief executive at Hull City Council is vacant, Ann Moss said.",
    "Ofsted, the inspectorate, told the director of children's services at Hull to act.",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(*case, id=f"{name}-{n}") for name, cases in CASES.items() for n, case in enumerate(cases)],
)
def test_a_tenure_is_read(text: str, expected: list[Expected]) -> None:
    found = found_in(text)
    for person, role, org, is_interim, start, end in expected:
        key = (person, role, org, is_interim)
        assert key in found, f"{key} not among {found}"
        got = found[key]
        assert start is None or got[0] == start
        assert end is None or got[1] == end


@pytest.mark.parametrize("text", TRAPS)
def test_what_is_not_told_as_fact_yields_nothing(text: str) -> None:
    assert found_in(text) == {}


def test_what_is_to_be_done_by_a_day_does_not_begin_on_it() -> None:
    found = found_in("Bury Council appointed Ann Cann as commissioner, who is to report by July 2021.")
    assert {start for start, _ in found.values()} == {None}


def test_a_past_holder_is_not_attested_by_the_document() -> None:
    statuses = {
        each.person: (each.status, each.as_of)
        for each in tenures_in("Ann Cann, chief executive of Bury Council, replaced former chief executive Tim Shah.")
    }
    assert statuses["Ann Cann"] == ("held", "2020-06-15")
    assert statuses["Tim Shah"][1] is None


def test_quotes_are_the_documents_words_even_over_broken_lines() -> None:
    text = (
        "Report of the Chief Executive on the services which the council offers to families\nHer "
        "predecessor was Ann Moss, Direc-\n   tor of Finance at Bury Council."
    )
    context = context_of(text)
    found = [claim for claim, _ in offers(context)]
    assert found
    assert all(claim.quote == text[claim.start_offset : claim.end_offset] for claim in found)


def test_ofsted_is_no_person_and_a_city_no_surname() -> None:
    context = context_of(
        "Jeanette Sunderland spoke in Sunderland. Ofsted and Sunderland City Council listened to Mrs Sunderland."
    )
    assert {each.name for each in context.people} == {"Jeanette Sunderland"}
    assert any(each.text == "Sunderland" and each.kind == "council" for each in context.orgs)
