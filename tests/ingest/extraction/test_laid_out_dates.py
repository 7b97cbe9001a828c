"""Dates of tenures that registers, reports, lists, tables and forms lay out; dates of something else are not theirs."""

import pytest

from ingest.extraction import tenures
from tests.ingest.extraction.reading import told

COUNCIL = "Marlow Borough Council\n\n"
TRUST = "Marlow Children's Trust\n\n"

REGISTER = """MARLOW CHILDREN'S TRUST LIMITED
Company number 09999999
Officers

OKORO, Samuel Chidi
Role: Director       RESIGNED
Date of birth: May 1961
Appointed on: 2 April 2018
Resigned on: 30 September 2021
Occupation: Head teacher

FENWICK, Alice
Role: Director   ACTIVE
Appointed on 12 July 2020

LUND, Zora, Dr
Role: Secretary  RESIGNED
Appointed on 3 March 2017
Resigned on 1 May 2018
"""

CASES = [
    (
        REGISTER,
        [
            ("Alice Fenwick", "2020-07-12", None),
            ("Samuel Chidi Okoro", "2018-04-02", "2021-09-30"),
            ("Zora Lund", "2017-03-03", "2018-05-01"),
        ],
    ),
    (
        f"{TRUST}Board of directors\n\n"
        "Sir Neil Oakley        Chair (appointed 1 June 2019)\n"
        "D Pickard              Director of Finance (appointed 4 February 2019, resigned 3 May 2020)\n"
        "Bea Crabtree           Chief Executive (resigned 31 March 2020)\n"
        "Joy Amadi              Non-executive Director\n",
        [
            ("Bea Crabtree", None, "2020-03-31"),
            ("D Pickard", "2019-02-04", "2020-05-03"),
            ("Joy Amadi", None, None),
            ("Neil Oakley", "2019-06-01", None),
        ],
    ),
    (
        f"{TRUST}Non-executive directors\nA Linford (to 30 September 2021)\nB Crabtree (from 1 October 2021)\n"
        "Carl Dale (appointed 3 May 2020; resigned 4 June 2021)\n",
        [
            ("A Linford", None, "2021-09-30"),
            ("B Crabtree", "2021-10-01", None),
            ("Carl Dale", "2020-05-03", "2021-06-04"),
        ],
    ),
    (
        f"{COUNCIL}Former leaders of the council\n\n* Bea Crabtree (1999-2009, the first woman)\n"
        "* Norman Tetley (2009–2013)\n* Ann Lee (2013– )\n* Una Marsh (born 1961)\n",
        [("Ann Lee", "2013", None), ("Bea Crabtree", "1999", "2009"), ("Norman Tetley", "2009", "2013")],
    ),
    (
        f"{TRUST}Formation ....... 4 July 2016\nDissolved ....... 31 March 2023\n"
        "Chairs .......... Hugo Fairlie (2016–2019), Annis Dell (2019–2023)\n"
        "Chief executives ..... Walter Pym (2016–20); Kamala Rao (2020– )\nStaff ........... 702 (2020)\n",
        [
            ("Annis Dell", "2019", "2023"),
            ("Hugo Fairlie", "2016", "2019"),
            ("Kamala Rao", "2020", None),
            ("Walter Pym", "2016", "2020"),
        ],
    ),
    (
        f"{COUNCIL}Holders of the post of Director of Children's Services since 2010:\n"
        "         Deborah Moss ................ until April 2016\n"
        "         Philip Ogle (acting) ........ April 2016 to January 2017\n"
        "         Elaine Norths ................. since 3 September 2018\n",
        [
            ("Deborah Moss", None, "2016-04"),
            ("Elaine Norths", "2018-09-03", None),
            ("Philip Ogle", "2016-04", "2017-01"),
        ],
    ),
    (
        "Six directors of children's services have run Marlow Borough Council. A list was given to inspectors:\n\n"
        " Penny Gates           to June 2014\n Alun Marsh            September 2016 – 31 July 2017\n"
        " Patricia Quirk        interim, since 1 August 2017\n",
        [
            ("Alun Marsh", "2016-09", "2017-07-31"),
            ("Patricia Quirk", "2017-08-01", None),
            ("Penny Gates", None, "2014-06"),
        ],
    ),
    (
        f"{COUNCIL}Post: Director of Children's Services\nPost holder: Ann Lee\nStart date: 4 May 2015\n"
        "Left: 30 June 2019\n\nPost: Head of Fostering\nPost holder: Bo Diaz\nTenure: 2012 to 2018\n"
        "Last appraisal: May 2017\n\nPost: Monitoring Officer\nPost holder: Dee Marsh\n"
        "In post: March 2014 – July 2019\nReport dated 4 May 2021\n",
        [
            ("Ann Lee", "2015-05-04", "2019-06-30"),
            ("Bo Diaz", "2012", "2018"),
            ("Dee Marsh", "2014-03", "2019-07"),
        ],
    ),
    (
        f"{TRUST}DIRECTORS WHO SERVED IN THE YEAR\n\nDesmond Utley (Chair)           appointed 1 September 2023\n"
        "Jocasta Bram (Chief Executive)\nIanthe Coke (Secretary)         resigned 22 December 2023\n",
        [("Desmond Utley", "2023-09-01", None), ("Ianthe Coke", None, "2023-12-22"), ("Jocasta Bram", None, None)],
    ),
    (
        f"{COUNCIL}Q1. Who held the post, and from when to when?\n\n"
        "(a) Sir Alun Pender, Strategic Director, Children's Service: from before 2010 to 30 September 2012.\n"
        "(b) Corinne Weth, Chief Executive: 1 October 2012 to 24 December 2016. She went to Hull.\n"
        "(c) Henrietta Duff, Director of Children and Education: 18 April 2017 to date.\n",
        [
            ("Alun Pender", None, "2012-09-30"),
            ("Corinne Weth", "2012-10-01", "2016-12-24"),
            ("Henrietta Duff", "2017-04-18", None),
        ],
    ),
    (
        "Marlow Borough Council: news\n\nBo Diaz, chief executive, thanked the board of 2016 (until May 2018).\n"
        "Cy Ash, leader of the council, praised the centre (to 2014 a school).\n",
        [("Bo Diaz", None, None), ("Cy Ash", None, None)],
    ),
    (
        f"{TRUST}Harry List, Chief executive\nBorn: 4 May 1970\nTerm of office: June 2018 to 31 May 2021\n"
        "Declaration signed: 1 June 2021\n",
        [("Harry List", "2018-06", "2021-05-31")],
    ),
    (
        f"{COUNCIL}Name: Ann Lee\nPosition: Monitoring Officer\nDate: 4 May 2021\n",
        [("Ann Lee", None, None)],
    ),
    (
        f"{COUNCIL}Director of Children's Services\n\nName / from / to / basis\n"
        "Ernestine Marsh / before 2009 / 30 April 2010 / permanent\n"
        "Cressida Holm / 2 October 2017 / present / permanent\n",
        [("Cressida Holm", "2017-10-02", None), ("Ernestine Marsh", None, "2010-04-30")],
    ),
    (
        f"{COUNCIL}Senior officers\n\nName | Role | Appointed | Resigned | Date of birth\n"
        "Jean-Luc Abbott | Chief Executive | Jan 2018 | Sept 2019 | 1961\n"
        "Ann Lee | Monitoring Officer | 2019 | | 1970\n",
        [("Ann Lee", "2019", None), ("Jean-Luc Abbott", "2018-01", "2019-09")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_what_is_laid_out_tells_from_when_to_when(
    text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert sorted(set(told(tenures.offers, text, "person", "start", "end")), key=repr) == expected


def test_a_register_lists_directors_of_the_company() -> None:
    found = set(told(tenures.offers, REGISTER, "person", "role", "org"))
    assert ("Alice Fenwick", "director", "Marlow Children's Trust") in found
    assert ("Zora Lund", "secretary", "Marlow Children's Trust") in found


def test_a_table_below_a_sentence_is_of_its_post() -> None:
    text = (
        "The names of all persons designated as Director of Children's Services of Marlow Borough Council since 2009, "
        "with dates, are these.\n\nName | From | To\nAnn Lee | 2009 | 2012\nBo Diaz | 2012 | present\n"
    )
    assert set(told(tenures.offers, text, "person", "role", "start", "end")) == {
        ("Ann Lee", "director of children's services", "2009", "2012"),
        ("Bo Diaz", "director of children's services", "2012", None),
    }


def test_acting_in_brackets_is_for_a_time_only() -> None:
    text = f"{COUNCIL}Chief executives: Walter Pym (2016–20); Kamala Rao (acting, 2020–21); Ian Self (2021– )\n"
    assert set(told(tenures.offers, text, "person", "interim")) >= {("Kamala Rao", True), ("Walter Pym", False)}
