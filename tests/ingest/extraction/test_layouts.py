"""Who holds which post as tables, charts, forms, lists and timelines lay it out, in documents of our own."""

import pytest

from tests.ingest.extraction.tenures_read import found_in

DCS = "director of children's services"
Expected = tuple[str, str, str | None, str | None, bool]

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
    found = found_in(text, "2021-06-15")
    read = {(person, role, *found[person, role, org, interim], interim) for person, role, org, interim in found}
    for person, role, start, end, interim in expected:
        assert any(each[0] == person and role in each[1] and each[2:] == (start, end, interim) for each in read), (
            f"{person} as {role} is not among {sorted(map(str, read))}"
        )
    assert bool(read) == bool(expected)


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


def test_apologies_do_not_end_a_tenure() -> None:
    found = found_in(
        "Bury Council\nMinutes of the children's board, 4 March 2021\n\nPresent:\nTom Oake (Chief Executive)\n\n"
        "Apologies:\nZora Lund (Director of Children's Services)\n"
    )
    assert found["Zora Lund", DCS, "bury", False] == (None, None)
    assert found["Tom Oake", "chief executive", "bury", False] == (None, None)
