"""Who holds which post as tables, charts, forms and broken print lay it out, in documents of our own."""

import pytest

from tests.ingest.extraction.tenures_read import Expected, assert_tells, found_in

DCS = "director of children's services"

CASES: dict[str, list[tuple[str, list[Expected]]]] = {
    "flattened tables": [
        (
            "Kirkholm Borough Council - Senior officers\n"
            "Updated 4 March 2021\n"
            "\n"
            "| Post | Name | In post since |\n"
            "|------|------|---------------|\n"
            "| Chief Executive | Dorothy Marsden | May 2017 |\n"
            "| Director of Children's Services | Piers Okafor | 12/09/2019 |\n"
            "| Assistant Director, Early Help | Vacant | |\n"
            "| Assistant Director, Safeguarding | Tom Allerton (interim) | Jan 2021 |\n"
            "| Monitoring Officer | Sue Platt | 2012 |\n",
            [
                ("Dorothy Marsden", "chief executive", "2017-05", None, False),
                ("Piers Okafor", DCS, "2019-09-12", None, False),
                ("Tom Allerton", "assistant director", "2021-01", None, True),
                ("Sue Platt", "monitoring officer", "2012", None, False),
            ],
        ),
        (
            "Kirkholm Borough Council\n"
            "Corporate leadership team at 4 March 2021\n"
            "\n"
            "Name                 Position                                 Responsibilities\n"
            "Dorothy Marsden      Chief Executive                          Head of paid service\n"
            "Piers Okafor         Director of Children's Services          Schools, social care\n"
            "Hilary Tranmer       Director of Public Health                Public health\n"
            "Anwar Rashid         Director of Resources                    Finance, HR\n",
            [
                ("Dorothy Marsden", "chief executive", None, None, False),
                ("Piers Okafor", DCS, None, None, False),
                ("Hilary Tranmer", "director of public health", None, None, False),
                ("Anwar Rashid", "director of resources", None, None, False),
            ],
        ),
        (
            "Directors of Children's Services in Kirkholm since 2005\n"
            "\n"
            "Name / from / to / basis\n"
            "Janet Birkett / 1 May 2005 / 3 June 2009 / permanent\n"
            "Ruth Appiah / 4 June 2009 / 28 March 2014 / interim\n",
            [
                ("Janet Birkett", DCS, "2005-05-01", "2009-06-03", False),
                ("Ruth Appiah", DCS, "2009-06-04", "2014-03-28", True),
            ],
        ),
        (
            "Directors of Children's Services in Kirkholm since 2005\n"
            "\n"
            "Name\tFrom\tTo\n"
            "Janet Birkett\t2005\t2009\n"
            "Malcolm Orr\tJune 2009\tMarch 2014\n"
            "Ruth Appiah (acting)\tMarch 2014\tSeptember 2014\n"
            "Piers Okafor\tSeptember 2014\tpresent\n"
            "\n"
            "Page updated 4 March 2021\n",
            [
                ("Janet Birkett", DCS, "2005", "2009", False),
                ("Malcolm Orr", DCS, "2009-06", "2014-03", False),
                ("Ruth Appiah", DCS, "2014-03", "2014-09", True),
                ("Piers Okafor", DCS, "2014-09", None, False),
            ],
        ),
        (
            "Who runs children's services in the region (May 2022)\n"
            "\n"
            "Council              Director               Lead member             Last Ofsted grade\n"
            "Bolton               Bernard Ashby          Cllr Martha Rigg        Good\n"
            "Bury                 Joyce Whelan           Cllr Tamoor Aziz        Inadequate\n"
            "Oldham               Gerard Toft (interim)  Cllr Shaid Mushtaq-Cole Requires improvement\n",
            [
                ("Bernard Ashby", DCS, None, None, False),
                ("Martha Rigg", "cabinet member", None, None, False),
                ("Joyce Whelan", DCS, None, None, False),
                ("Tamoor Aziz", "cabinet member", None, None, False),
                ("Gerard Toft", DCS, None, None, True),
            ],
        ),
        (
            "Who runs children's services in the region (May 2022)\n"
            "\n"
            "Council | Director | In post since | Lead member\n"
            "Bolton | Bernard Ashby | April 2009 | Cllr Martha Rigg\n"
            "Bury | Joyce Whelan | June 2011 | Cllr Tamoor Aziz\n",
            [
                ("Bernard Ashby", DCS, "2009-04", None, False),
                ("Martha Rigg", "cabinet member", None, None, False),
                ("Joyce Whelan", DCS, "2011-06", None, False),
                ("Tamoor Aziz", "cabinet member", None, None, False),
            ],
        ),
        (
            "Kirkholm Borough Council: the Cabinet\n"
            "\n"
            "Portfolio                         Member               Ward\n"
            "Leader of the Council             Cllr Ian Brack       Netherby\n"
            "Children and Families             Cllr Vi Sharrow      Westfield\n"
            "Finance                           Cllr Bob Dean        Old Town\n",
            [
                ("Ian Brack", "leader of the council", None, None, False),
                ("Vi Sharrow", "cabinet member for children", None, None, False),
            ],
        ),
        (
            "Kirkholm Borough Council - pay policy statement 2021\n"
            "\n"
            "Job title                          Post holder          Grade    Start date\n"
            "Chief Executive                    D Marsden            CX1      01/05/2017\n"
            "Director of Children's Services    P Okafor             D2       12/09/2019\n",
            [
                ("D Marsden", "chief executive", "2017-05-01", None, False),
                ("P Okafor", DCS, "2019-09-12", None, False),
            ],
        ),
        (
            "New directors of children's services, 2021\n"
            "\n"
            "Council | New director | Previous director | Date\n"
            "Bolton | Bernard Ashby | Una Dale | 1 March 2021\n"
            "Bury | Joyce Whelan | Rolf Egan | April 2021\n",
            [
                ("Bernard Ashby", DCS, "2021-03-01", None, False),
                ("Una Dale", DCS, None, "2021-03-01", False),
                ("Joyce Whelan", DCS, "2021-04", None, False),
                ("Rolf Egan", DCS, None, "2021-04", False),
            ],
        ),
    ],
    "charts": [
        (
            "Kirkholm Borough Council\n"
            "Structure chart, March 2021\n"
            "\n"
            "CHIEF EXECUTIVE\n"
            "Dorothy Marsden\n"
            "\n"
            "DIRECTOR OF CHILDREN'S SERVICES\n"
            "Piers Okafor\n"
            "\n"
            "ASSISTANT DIRECTOR, SAFEGUARDING\n"
            "Nell Tarn\n"
            "\n"
            "ASSISTANT DIRECTOR, EDUCATION\n"
            "Vacant\n"
            "\n"
            "HEAD OF VIRTUAL SCHOOL\n"
            "Oona Fairley\n",
            [
                ("Dorothy Marsden", "chief executive", None, None, False),
                ("Piers Okafor", DCS, None, None, False),
                ("Nell Tarn", "assistant director", None, None, False),
                ("Oona Fairley", "head of virtual school", None, None, False),
            ],
        ),
        (
            "Kirkholm Borough Council\n"
            "4 March 2021\n"
            "\n"
            "Dear colleague,\n"
            "\n"
            "I am writing about the changes to our front door.\n"
            "\n"
            "Yours sincerely,\n"
            "\n"
            "Piers Okafor\n"
            "Director of Children's Services\n"
            "\n"
            "cc: Dorothy Marsden, Chief Executive; Cllr Ian Brack, Leader of the Council\n"
            "    Nell Tarn, Assistant Director\n",
            [
                ("Piers Okafor", DCS, None, None, False),
                ("Dorothy Marsden", "chief executive", None, None, False),
                ("Ian Brack", "leader of the council", None, None, False),
                ("Nell Tarn", "assistant director", None, None, False),
            ],
        ),
    ],
    "forms": [
        (
            "DECLARATION OF INTERESTS\n"
            "\n"
            "Name: Piers Okafor\n"
            "Post: Director of Children's Services\n"
            "Organisation: Kirkholm Borough Council\n"
            "Date of appointment: 12 September 2019\n"
            "\n"
            "Name: Nell Tarn\n"
            "Job title: Assistant Director, Safeguarding\n"
            "Organisation: Kirkholm Borough Council\n"
            "Date of appointment: 3 February 2020\n",
            [
                ("Piers Okafor", DCS, "2019-09-12", None, False),
                ("Nell Tarn", "assistant director", "2020-02-03", None, False),
            ],
        ),
    ],
    "contacts and notes": [
        (
            "Head of Fostering, Kirkholm Borough Council\n"
            "Salary £60,000. Closing date 4 March 2021.\n"
            "\n"
            "For an informal discussion please contact Nell Tarn, Assistant Director "
            "(Safeguarding), on 01234 567890, or Piers Okafor (Director of Children's Services) "
            "at piers@kirkholm.example.\n",
            [
                ("Nell Tarn", "assistant director", None, None, False),
                ("Piers Okafor", DCS, None, None, False),
            ],
        ),
    ],
    "broken print": [
        (
            "Kirkholm Borough Council Annual Report 2021                     Page 3\n"
            "\n"
            "The council's director of children's ser-\n"
            "vices, Piers Okafor, who joined in Septem-\n"
            "ber 2019, said that the year had been hard.\n"
            "\n"
            "Kirkholm Borough Council Annual Report 2021                     Page 4\n"
            "\n"
            "The chief executive, Dorothy Mars-\n"
            "den, agreed.\n",
            [
                ("Piers Okafor", DCS, "2019-09", None, False),
                ("Dorothy Marsden", "chief executive", None, None, False),
            ],
        ),
    ],
    "traps": [
        (
            "Kirkholm Borough Council - establishment list\n"
            "Post                              Holder\n"
            "Director of Children's Services   Vacant\n"
            "Chief Executive                   To be appointed\n"
            "Contact                           Nell Tarn\n",
            [],
        ),
        (
            "Kirkholm Borough Council\n"
            "Shortlist for the post of Director of Children's Services\n"
            "\n"
            "Candidates for interview\n"
            "1. Nell Tarn\n"
            "2. Rhys Denby\n"
            "3. Oona Fairley\n",
            [],
        ),
        (
            "Kirkholm Council: towns and their sizes\n\nName / from / to\nGreat Moss / 1 May 2010 / 3 June 2011\n",
            [],
        ),
        (
            "Kirkholm Council: who voted how\n"
            "\n"
            "For           Against\n"
            "Ian Moss      Vi Sharrow\n"
            "Bob Dean      Asif Mir\n",
            [],
        ),
    ],
}


@pytest.mark.parametrize(("text", "expected"), [case for cases in CASES.values() for case in cases])
def test_every_layout_tells_its_holders(text: str, expected: list[Expected]) -> None:
    assert_tells(text, expected)


def test_each_row_has_its_own_body_and_no_holder_of_another_row() -> None:
    found = found_in(
        "Who leads children's services in the region\n\n"
        "Council              Director               Chief executive\n"
        "Bolton               Bernard Ashby          Tom Oake\n"
        "Bury                 Vacant                 Zora Lund\n"
        "Oldham               Gerard Toft (interim)  Vacant\n",
        "2022-05-20",
    )
    assert set(found) == {
        ("Bernard Ashby", DCS, "bolton", False),
        ("Tom Oake", "chief executive", "bolton", False),
        ("Zora Lund", "chief executive", "bury", False),
        ("Gerard Toft", DCS, "oldham", True),
    }
