"""A longer tale than `tests.sample`: two invented councils and two real ones over ten years, in claims made by hand.

Each sentence is a document's words and the claim that they make; ids come from the same resolution as in `ingest`.
"""

from collections.abc import Iterable

from graph.model import (
    Claim,
    DirectionStatement,
    Document,
    InspectionStatement,
    Reading,
    Statement,
    TenureStatement,
    TrustStatement,
)
from ingest.resolution import resolve

DIRECTOR, CHIEF = "director of children's services", "chief executive"
THORNBY, MARLOW = "Thornby Council", "Marlow Fen Council"
DEPARTMENT = "Department for Education"
IN_THE_TALE = ("predecessors", "without-permanent")
"""Queries whose examples find something here, and not in `tests.sample`."""
Told = tuple[str, Statement]

CHRONICLE: tuple[Told, ...] = (
    (
        "Ruth Calder ran children's services in Thornby from 1 April 2015 to 31 March 2018.",
        TenureStatement(
            person="Ruth Calder", role=DIRECTOR, org=THORNBY, start="2015-04-01", end="2018-03-31", status="ended"
        ),
    ),
    (
        "Ivo Lang stood in from 1 April to 30 September 2018.",
        TenureStatement(
            person="Ivo Lang",
            role=DIRECTOR,
            org=THORNBY,
            start="2018-04-01",
            end="2018-09-30",
            interim=True,
            status="ended",
        ),
    ),
    (
        "Ada Finch was director from 1 October 2018 to 30 June 2021.",
        TenureStatement(
            person="Ada Finch", role=DIRECTOR, org=THORNBY, start="2018-10-01", end="2021-06-30", status="ended"
        ),
    ),
    (
        "Sol Marsh became Thornby's director on 1 December 2021 and still is.",
        TenureStatement(person="Sol Marsh", role=DIRECTOR, org=THORNBY, start="2021-12-01", as_of="2023-05-01"),
    ),
    (
        "Owen Pike was chief executive from 2016 to 2020.",
        TenureStatement(person="Owen Pike", role=CHIEF, org=THORNBY, start="2016", end="2020", status="ended"),
    ),
    (
        "Ofsted judged Thornby inadequate in May 2018,",
        InspectionStatement(org=THORNBY, date="2018-05", judgement="inadequate"),
    ),
    (
        "said in March 2020 that it required improvement,",
        InspectionStatement(org=THORNBY, date="2020-03", judgement="requires improvement"),
    ),
    ("and in February 2023 that it was good.", InspectionStatement(org=THORNBY, date="2023-02", judgement="good")),
    (
        "A statutory direction of 2 July 2018 ended on 1 March 2021.",
        DirectionStatement(
            org=THORNBY, kind="statutory_direction", date="2018-07-02", end="2021-03-01", issuer=DEPARTMENT
        ),
    ),
    (
        "The department appointed Nora Quill commissioner for Thornby on 2 July 2018.",
        DirectionStatement(
            org=THORNBY,
            kind="commissioner_appointment",
            date="2018-07-02",
            issuer=DEPARTMENT,
            person="Nora Quill",
        ),
    ),
    (
        "Thornby Children's Trust has run the services since 1 April 2019.",
        TrustStatement(name="Thornby Children's Trust", councils=(THORNBY,), date="2019-04-01", status="operating"),
    ),
)
FEN_NEWS: tuple[Told, ...] = (
    (
        "Ada Finch, who left Thornby on 30 June 2021,",
        TenureStatement(person="Ada Finch", role=DIRECTOR, org=THORNBY, end="2021-06-30", status="ended"),
    ),
    (
        "became director at Marlow Fen on 5 July 2021.",
        TenureStatement(person="Ada Finch", role=DIRECTOR, org=MARLOW, start="2021-07-05", as_of="2022-01-10"),
    ),
    (
        "Nora Quill had been commissioner in Marlow Fen since May 2016.",
        DirectionStatement(org=MARLOW, kind="commissioner_appointment", date="2016-05", person="Nora Quill"),
    ),
    (
        "Quill was sent to Thornby on 2 July 2018.",
        DirectionStatement(org=THORNBY, kind="commissioner_appointment", date="2018-07-02", person="Nora Quill"),
    ),
    (
        "Marlow Fen was rated outstanding in June 2021.",
        InspectionStatement(org=MARLOW, date="2021-06", judgement="outstanding"),
    ),
)
COUNTY_NOTE: tuple[Told, ...] = (
    (
        "Northamptonshire County Council was found inadequate in July 2019.",
        InspectionStatement(org="Northamptonshire County Council", date="2019-07", judgement="inadequate"),
    ),
    (
        "Ita Moss is director at North Northamptonshire Council.",
        TenureStatement(person="Ita Moss", role=DIRECTOR, org="North Northamptonshire Council", as_of="2022"),
    ),
)


def _reading(name: str, title: str, published: str, told: Iterable[Told]) -> Reading:
    sentences = list(told)
    text = " ".join(words for words, _ in sentences)
    document = Document(
        id=name,
        source=f"{name}.txt",
        sha256=f"{len(text):064}",
        text=text,
        title=title,
        media_type="text/plain",
        published=published,
        published_basis="a date line in the text",
    )
    return resolve(document, [_claim(document, words, statement) for words, statement in sentences])


def _claim(document: Document, words: str, statement: Statement) -> Claim:
    start = document.text.index(words)
    return Claim(
        document=document.id,
        statement=statement,
        quote=words,
        start_offset=start,
        end_offset=start + len(words),
        confidence=0.9,
        method="by hand",
        method_version="1",
    )


def tale() -> tuple[Reading, ...]:
    """The three documents of the tale."""
    return (
        _reading("tale_chronicle", "Thornby over ten years", "2023-05-01", CHRONICLE),
        _reading("tale_fen_news", "From Thornby to the Fen", "2022-01-10", FEN_NEWS),
        _reading("tale_county_note", "What became of the county", "2022-03-01", COUNTY_NOTE),
    )
