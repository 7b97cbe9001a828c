"""Who holds which post as lists, attendance, careers, timelines and answers tell it, in documents of our own."""

import pytest

from tests.ingest.extraction.tenures_read import Expected, assert_tells, found_in

DCS = "director of children's services"

CASES: dict[str, list[tuple[str, list[Expected]]]] = {
    "lists of names and posts": [
        (
            "Regional directors' network: members\n"
            "\n"
            "Bolton: Bernard Ashby, Director of Children's Services\n"
            "Bury: Joyce Whelan, Executive Director of Children and Young People\n"
            "Oldham: Gerard Toft, interim Director of Children's Services\n"
            "\n"
            "March 2022\n",
            [
                ("Bernard Ashby", DCS, None, None, False),
                ("Joyce Whelan", DCS, None, None, False),
                ("Gerard Toft", DCS, None, None, True),
            ],
        ),
        (
            "Kirkholm Children's Trust\n"
            "Board of directors\n"
            "\n"
            "Chair: Faye Dunmore (appointed 1 April 2019)\n"
            "Chief Executive: Harry Lister (from June 2020)\n"
            "Non-executive directors: Priya Nair, Oliver Stamp and Gwen Fold\n"
            "Company secretary: Ned Brook\n",
            [
                ("Faye Dunmore", "chair of trust", "2019-04-01", None, False),
                ("Harry Lister", "chief executive of trust", "2020-06", None, False),
                ("Priya Nair", "non-executive director", None, None, False),
                ("Oliver Stamp", "non-executive director", None, None, False),
                ("Gwen Fold", "non-executive director", None, None, False),
                ("Ned Brook", "company secretary", None, None, False),
            ],
        ),
        (
            "Kirkholm Borough Council\n"
            "Who is who, March 2021\n"
            "\n"
            "Chief Executive ................ Dorothy Marsden\n"
            "Director of Children's Services ........ Piers Okafor\n"
            "Director of Place ..... vacant\n"
            "\n"
            "Heads of service\n"
            "Early help ............. Oona Fairley\n"
            "Children in care ....... Rhys Denby (since 2018)\n"
            "Fostering and adoption - Jill Strand\n",
            [
                ("Dorothy Marsden", "chief executive", None, None, False),
                ("Piers Okafor", DCS, None, None, False),
                ("Oona Fairley", "head of early help", None, None, False),
                ("Rhys Denby", "head of children in care", "2018", None, False),
                ("Jill Strand", "head of fostering and adoption", None, None, False),
            ],
        ),
        (
            "The Cabinet of Kirkholm Borough Council (May 2021)\n"
            "\n"
            "Cllr Ian Brack - Leader of the Council\n"
            "Cllr Vi Sharrow - Children, Young People and Families\n"
            "Cllr Bob Dean - Finance and Resources\n"
            "Cllr Asif Mir - Adult Social Care and Health\n",
            [
                ("Ian Brack", "leader of the council", None, None, False),
                ("Vi Sharrow", "cabinet member for children", None, None, False),
            ],
        ),
        (
            "Kirkholm Borough Council\n"
            "Report to Cabinet, 4 March 2021\n"
            "\n"
            "1. Piers Okafor – Director of Children's Services\n"
            "2. Nell Tarn – Assistant Director, Safeguarding\n"
            "3. Jill Strand – Head of Fostering\n"
            "(a) Oona Fairley: Head of Virtual School\n",
            [
                ("Piers Okafor", DCS, None, None, False),
                ("Nell Tarn", "assistant director", None, None, False),
                ("Jill Strand", "head of fostering", None, None, False),
                ("Oona Fairley", "head of virtual school", None, None, False),
            ],
        ),
        (
            "Kirkholm Borough Council\n"
            "Previous chief executives\n"
            "\n"
            "• Neville Yarm: 1997 to 2004\n"
            "• Rosemary Dent: 2004 to 2011\n"
            "• Hugh Pell: 2011 to 2017 (died in office)\n"
            "Current chief executive\n"
            "• Dorothy Marsden: from 2017\n",
            [
                ("Neville Yarm", "chief executive", "1997", "2004", False),
                ("Rosemary Dent", "chief executive", "2004", "2011", False),
                ("Hugh Pell", "chief executive", "2011", "2017", False),
                ("Dorothy Marsden", "chief executive", "2017", None, False),
            ],
        ),
        (
            "Kirkholm Borough Council\n"
            "\n"
            "Type: Metropolitan borough\n"
            "Leader: Ian Brack (Labour) since May 2018\n"
            "Chief executive: Dorothy Marsden since 2017\n"
            "Director of children's services: Piers Okafor\n"
            "Seats: 63\n"
            "Website: www.kirkholm.example\n",
            [
                ("Ian Brack", "leader of the council", "2018-05", None, False),
                ("Dorothy Marsden", "chief executive", "2017", None, False),
                ("Piers Okafor", DCS, None, None, False),
            ],
        ),
        (
            "Kirkholm Borough Council\n"
            "\n"
            "Leadership\n"
            "Leader\n"
            "Ian Brack, Labour\n"
            "since May 2018\n"
            "Chief executive\n"
            "Dorothy Marsden\n"
            "since 2017\n"
            "Director of children's services\n"
            "Piers Okafor\n"
            "since September 2019\n",
            [
                ("Ian Brack", "leader of the council", "2018-05", None, False),
                ("Dorothy Marsden", "chief executive", "2017", None, False),
                ("Piers Okafor", DCS, "2019-09", None, False),
            ],
        ),
    ],
    "attendance": [
        (
            "KIRKHOLM SAFEGUARDING CHILDREN PARTNERSHIP\n"
            "Minutes of the meeting held on 4 March 2021\n"
            "\n"
            "Present:\n"
            "Lorna Tysoe (Independent Chair)\n"
            "Piers Okafor (Director of Children's Services, Kirkholm Borough Council)\n"
            "Supt Craig Holme (Northshire Police)\n"
            "Dr Amy Sefton (Designated Doctor, Kirkholm CCG)\n"
            "\n"
            "In attendance:\n"
            "Meg Rowley (Business Manager)\n"
            "\n"
            "Apologies:\n"
            "Dorothy Marsden (Chief Executive, Kirkholm Borough Council)\n"
            "Cllr Ian Brack (Cabinet Member for Children)\n",
            [
                ("Lorna Tysoe", "chair", None, None, False),
                ("Piers Okafor", DCS, None, None, False),
                ("Amy Sefton", "designated doctor", None, None, False),
                ("Meg Rowley", "business manager", None, None, False),
                ("Dorothy Marsden", "chief executive", None, None, False),
                ("Ian Brack", "cabinet member for children", None, None, False),
            ],
        ),
        (
            "Kirkholm Borough Council\n"
            "Children's Scrutiny Panel, 4 March 2021\n"
            "\n"
            "Present: Councillors Brack (Chair), Doyle, Fenn and Hart.\n"
            "Also present: Councillor Ian Moss, Cabinet Member for Children and Families\n"
            "Officers: Piers Okafor, Director of Children's Services; Nell Tarn, Assistant "
            "Director (Safeguarding); Raj Puri, Democratic Services Officer\n"
            "Apologies for absence were received from Dorothy Marsden, Chief Executive.\n",
            [
                ("Ian Moss", "cabinet member for children", None, None, False),
                ("Piers Okafor", DCS, None, None, False),
                ("Nell Tarn", "assistant director", None, None, False),
                ("Dorothy Marsden", "chief executive", None, None, False),
                ("Raj Puri", "democratic services officer", None, None, False),
            ],
        ),
        (
            "Kirkholm Improvement Board\n"
            "Note of the sixth meeting, 4 March 2021\n"
            "\n"
            "Attendees\n"
            "Lorna Tysoe (LT)      Independent Chair\n"
            "Dorothy Marsden (DM)  Chief Executive, Kirkholm Borough Council\n"
            "Piers Okafor (PO)     Director of Children's Services, Kirkholm Borough Council\n"
            "Cllr Ian Brack (IB)   Leader, Kirkholm Borough Council\n"
            "Vera Stott (VS)       Department for Education\n"
            "Apologies\n"
            "Nell Tarn (NT)        Assistant Director, Kirkholm Borough Council\n",
            [
                ("Lorna Tysoe", "chair", None, None, False),
                ("Dorothy Marsden", "chief executive", None, None, False),
                ("Piers Okafor", DCS, None, None, False),
                ("Ian Brack", "leader of the council", None, None, False),
                ("Nell Tarn", "assistant director", None, None, False),
            ],
        ),
    ],
    "careers": [
        (
            "Piers Okafor\n"
            "\n"
            "Career\n"
            "2019-present: director of children's services, Kirkholm Council\n"
            "2015-2019: assistant director, Leeds City Council\n"
            "2011-15: head of safeguarding, Bradford Council\n"
            "2003-11: social worker, then team manager, Calderdale Council\n"
            "\n"
            "Education\n"
            "BA social work, University of Leeds, 1999-2002\n",
            [
                ("Piers Okafor", DCS, "2019", None, False),
                ("Piers Okafor", "assistant director", "2015", "2019", False),
                ("Piers Okafor", "head of safeguarding", "2011", "2015", False),
            ],
        ),
        (
            "Curriculum vitae\n"
            "Piers Okafor MA DipSW\n"
            "\n"
            "Director of Children's Services, Kirkholm Borough Council (September 2019 to date)\n"
            "Assistant Director - Safeguarding, Leeds City Council (2015 - 2019)\n"
            "Head of Service, City of Bradford Metropolitan District Council, April 2011 to June 2015\n",
            [
                ("Piers Okafor", DCS, "2019-09", None, False),
                ("Piers Okafor", "assistant director", "2015", "2019", False),
                ("Piers Okafor", "head of service", "2011-04", "2015-06", False),
            ],
        ),
        (
            "About our new director: Piers Okafor\n"
            "\n"
            "Employment history\n"
            "Employer                    Post                              Dates\n"
            "Kirkholm Borough Council    Director of Children's Services   2019 to present\n"
            "Leeds City Council          Assistant Director                2015 to 2019\n"
            "Bradford Council            Head of Safeguarding              2011 to 2015\n",
            [
                ("Piers Okafor", DCS, "2019", None, False),
                ("Piers Okafor", "assistant director", "2015", "2019", False),
                ("Piers Okafor", "head of safeguarding", "2011", "2015", False),
            ],
        ),
    ],
    "timelines": [
        (
            "Kirkholm Council: how it happened\n"
            "\n"
            "May 2017\n"
            "Dorothy Marsden joins as chief executive.\n"
            "\n"
            "12 September 2019\n"
            "Piers Okafor takes up post as director of children's services.\n"
            "\n"
            "January 2021\n"
            "Cabinet member for children Ian Brack steps down. Councillor Vi Sharrow replaces him.\n",
            [
                ("Dorothy Marsden", "chief executive", "2017-05", None, False),
                ("Piers Okafor", DCS, "2019-09-12", None, False),
                ("Ian Brack", "cabinet member for children", None, "2021-01", False),
                ("Vi Sharrow", "cabinet member for children", "2021-01", None, False),
            ],
        ),
    ],
    "answers": [
        (
            "Kirkholm Council: frequently asked questions\n"
            "\n"
            "Who is the director of children's services?\n"
            "Piers Okafor. He has held the post since September 2019.\n"
            "\n"
            "Who was in charge before?\n"
            "Malcolm Orr, from 2014 until 2019.\n"
            "\n"
            "Who is the lead member?\n"
            "Councillor Vi Sharrow.\n",
            [
                ("Piers Okafor", DCS, "2019-09", None, False),
                ("Malcolm Orr", DCS, "2014", "2019", False),
                ("Vi Sharrow", "cabinet member", None, None, False),
            ],
        ),
    ],
}


@pytest.mark.parametrize(("text", "expected"), [case for cases in CASES.values() for case in cases])
def test_every_layout_tells_its_holders(text: str, expected: list[Expected]) -> None:
    assert_tells(text, expected)


def test_apologies_do_not_end_a_tenure() -> None:
    found = found_in(
        "Bury Council\nMinutes of the children's board, 4 March 2021\n\nPresent:\nTom Oake (Chief Executive)\n\n"
        "Apologies:\nZora Lund (Director of Children's Services)\n"
    )
    assert found["Zora Lund", DCS, "bury", False] == (None, None)
    assert found["Tom Oake", "chief executive", "bury", False] == (None, None)
