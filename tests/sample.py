"""A small graph that many tests share: three short documents of our own about two councils, real and invented.

Pure readings, as `ingest` would make them; the fixture `sample_graph` loads them into a real Neo4j.
"""

from graph.model import (
    Claim,
    DirectionStatement,
    Document,
    Entity,
    InspectionStatement,
    Reading,
    ResolvedClaim,
    Statement,
    TenureStatement,
    TrustStatement,
)

DIRECTOR = "director of children's services"
BRADFORD, LEEDS, ALDERMERE = "council/E08000032", "council/E08000035", "council/aldermere"
THORNBY = "council/thornby"
DEPARTMENT, TRUST = "organisation/department-for-education", "trust/of-E08000032"

COUNCIL_NEWS = Document(
    id="document/sample_council_news",
    source="sample_council_news.txt",
    sha256="1" * 64,
    title="New director for children's services",
    media_type="text/plain",
    url="https://news.example/new-director",
    published="2019-07-04",
    published_basis="a date line in the text",
    text=(
        "New director for children's services\n4 July 2019\n"
        "Mark Douglas became director of children's services at Bradford Council on 1 July 2019. "
        "Gladys Rhodes White held the post on an interim basis until the end of June 2019.\n"
        "Ofsted judged children's services in Bradford to be inadequate after an inspection in September 2018. "
        "A monitoring visit followed on 11 June 2019."
    ),
)
GAZETTE = Document(
    id="document/sample_gazette",
    source="sample_gazette.html",
    sha256="2" * 64,
    title="A trust will run children's services in Bradford",
    media_type="text/html",
    published="2022-01-26",
    published_basis="the page's metadata",
    text=(
        "A trust will run children's services in Bradford\n"
        "Steve Walker was director of children's services in Leeds from 2016 to 2020. "
        "The Department for Education appointed Steve Walker as commissioner in Bradford in September 2021.\n"
        "Mark Douglas resigned as director of children's services at Bradford in October 2021.\n"
        "A new trust will run children's services for Bradford Council, which was rated inadequate in October 2018. "
        "Susan Hinchcliffe, leader of Bradford Council, said that families came first."
    ),
)
THORNBY_NOTES = Document(
    id="document/sample_thornby_notes",
    source="sample_thornby_notes.txt",
    sha256="4" * 64,
    title="Notes on Thornby",
    media_type="text/plain",
    published="2024",
    published_basis="a date line in the text",
    text=(
        "Notes on Thornby\nRavi Oduya was leader of Thornby Council from 2 May 2018 to 9 May 2022. "
        "Once, Petra Sloane was leader of Thornby Council."
    ),
)
ALDERMERE_REPORT = Document(
    id="document/sample_aldermere_report",
    source="sample_aldermere_report.pdf",
    sha256="3" * 64,
    title="Report on Aldermere",
    media_type="application/pdf",
    published="2022-03",
    published_basis="a date line in the text",
    page_starts=(0, 177),
    text=(
        "Report on Aldermere\n"
        "Jane Okafor is director of children's services at Aldermere Council and took up the post in April 2018. "
        "Anna Walker is chief executive of Aldermere Council.\n"
        "Tomasz Lind will become director of children's services at Aldermere in September 2022. "
        "The Department for Education sent Aldermere an improvement notice on 3 February 2020. "
        "Inspectors found services in Aldermere good in November 2021."
    ),
)


def _slug(text: str) -> str:
    return text.lower().replace("'", "").replace(" ", "-")


def _person(name: str) -> Entity:
    return Entity(id=f"person/{_slug(name)}", label="Person", name=name)


def _council(entity_id: str, name: str, *names: str) -> Entity:
    gss = {"gssCode": entity_id.removeprefix("council/")} if entity_id.endswith(tuple("0123456789")) else {}
    return Entity(id=entity_id, label="Council", name=name, names=names, properties={**gss})


COUNCILS = {
    BRADFORD: _council(BRADFORD, "Bradford", "Bradford Council", "City of Bradford Metropolitan District Council"),
    THORNBY: _council(THORNBY, "Thornby"),
    LEEDS: _council(LEEDS, "Leeds", "Leeds City Council"),
    ALDERMERE: _council(ALDERMERE, "Aldermere", "Aldermere Council"),
}
BODIES = {
    DEPARTMENT: Entity(id=DEPARTMENT, label="Organisation", name="Department for Education"),
    TRUST: Entity(id=TRUST, label="Trust", name="children’s trust of Bradford"),
}


def _post(role: str, council: str) -> Entity:
    return Entity(
        id=f"role/{council.removeprefix('council/')}/{_slug(role)}",
        label="Role",
        name=f"{role} at {COUNCILS[council].name}",
        properties={"roleKind": role, "soleHolder": True, "postIn": council},
    )


class _Reader:
    """Gathers the claims and entities of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.claims: list[ResolvedClaim] = []
        self.entities: dict[str, Entity] = {}

    def add(self, quote: str, statement: Statement, **about: Entity) -> None:
        """One claim with the words that make it; `about` maps the ontology's property to its entity."""
        start = self.document.text.index(quote)
        page = sum(start >= each for each in self.document.page_starts)
        claim = Claim(
            document=self.document.id,
            statement=statement,
            quote=quote,
            start_offset=start,
            end_offset=start + len(quote),
            page=page,
            confidence=0.9,
            method="sample",
            method_version="1",
        )
        self.entities.update({entity.id: entity for entity in about.values()})
        self.claims.append(ResolvedClaim(claim=claim, about={key: (entity.id,) for key, entity in about.items()}))

    def tenure(self, quote: str, statement: TenureStatement, council: str) -> None:
        """A claim of who held a post at a council."""
        person = _person(statement.person).model_copy(update={"properties": {"namedAt": council}})
        about = {"aboutPerson": person, "aboutRole": _post(statement.role, council)}
        self.add(quote, statement, aboutOrganisation=COUNCILS[council], **about)

    def reading(self) -> Reading:
        """All that was gathered."""
        return Reading(document=self.document, claims=tuple(self.claims), entities=tuple(self.entities.values()))


def _council_news() -> Reading:
    reader = _Reader(COUNCIL_NEWS)
    reader.tenure(
        "Mark Douglas became director of children's services at Bradford Council on 1 July 2019.",
        TenureStatement(
            person="Mark Douglas", role=DIRECTOR, org="Bradford Council", start="2019-07-01", status="appointed"
        ),
        BRADFORD,
    )
    reader.tenure(
        "Gladys Rhodes White held the post on an interim basis until the end of June 2019.",
        TenureStatement(
            person="Gladys Rhodes White",
            role=DIRECTOR,
            org="Bradford Council",
            end="2019-06-30",
            interim=True,
            status="ended",
        ),
        BRADFORD,
    )
    reader.add(
        "Ofsted judged children's services in Bradford to be inadequate after an inspection in September 2018.",
        InspectionStatement(org="Bradford", date="2018-09", judgement="inadequate"),
        aboutOrganisation=COUNCILS[BRADFORD],
    )
    reader.add(
        "A monitoring visit followed on 11 June 2019.",
        InspectionStatement(org="Bradford", kind="monitoring_visit", date="2019-06-11"),
        aboutOrganisation=COUNCILS[BRADFORD],
    )
    return reader.reading()


def _gazette() -> Reading:
    reader = _Reader(GAZETTE)
    reader.tenure(
        "Steve Walker was director of children's services in Leeds from 2016 to 2020.",
        TenureStatement(person="Steve Walker", role=DIRECTOR, org="Leeds", start="2016", end="2020", status="ended"),
        LEEDS,
    )
    reader.add(
        "The Department for Education appointed Steve Walker as commissioner in Bradford in September 2021.",
        DirectionStatement(
            org="Bradford",
            kind="commissioner_appointment",
            date="2021-09",
            issuer="Department for Education",
            person="Steve Walker",
        ),
        aboutOrganisation=COUNCILS[BRADFORD],
        aboutIssuer=BODIES[DEPARTMENT],
        aboutPerson=_person("Steve Walker"),
    )
    reader.tenure(
        "Mark Douglas resigned as director of children's services at Bradford in October 2021.",
        TenureStatement(person="Mark Douglas", role=DIRECTOR, org="Bradford", end="2021-10", status="ended"),
        BRADFORD,
    )
    reader.add(
        "Bradford Council, which was rated inadequate in October 2018.",
        InspectionStatement(org="Bradford Council", date="2018-10", judgement="inadequate"),
        aboutOrganisation=COUNCILS[BRADFORD],
    )
    reader.add(
        "A new trust will run children's services for Bradford Council",
        TrustStatement(name=None, councils=("Bradford Council",), status="planned"),
        aboutTrust=BODIES[TRUST],
        aboutCouncil=COUNCILS[BRADFORD],
    )
    reader.tenure(
        "Susan Hinchcliffe, leader of Bradford Council, said that families came first.",
        TenureStatement(
            person="Susan Hinchcliffe", role="leader of the council", org="Bradford Council", as_of="2022-01-26"
        ),
        BRADFORD,
    )
    return reader.reading()


def _aldermere_report() -> Reading:
    reader = _Reader(ALDERMERE_REPORT)
    reader.tenure(
        "Jane Okafor is director of children's services at Aldermere Council and took up the post in April 2018.",
        TenureStatement(person="Jane Okafor", role=DIRECTOR, org="Aldermere Council", start="2018-04", as_of="2022-03"),
        ALDERMERE,
    )
    reader.tenure(
        "Anna Walker is chief executive of Aldermere Council.",
        TenureStatement(person="Anna Walker", role="chief executive", org="Aldermere Council", as_of="2022-03"),
        ALDERMERE,
    )
    reader.tenure(
        "Tomasz Lind will become director of children's services at Aldermere in September 2022.",
        TenureStatement(person="Tomasz Lind", role=DIRECTOR, org="Aldermere", start="2022-09", status="planned"),
        ALDERMERE,
    )
    reader.add(
        "The Department for Education sent Aldermere an improvement notice on 3 February 2020.",
        DirectionStatement(
            org="Aldermere", kind="improvement_notice", date="2020-02-03", issuer="Department for Education"
        ),
        aboutOrganisation=COUNCILS[ALDERMERE],
        aboutIssuer=BODIES[DEPARTMENT],
    )
    reader.add(
        "Inspectors found services in Aldermere good in November 2021.",
        InspectionStatement(org="Aldermere", date="2021-11", judgement="good"),
        aboutOrganisation=COUNCILS[ALDERMERE],
    )
    return reader.reading()


def leaders_of_thornby() -> Reading:
    """Two holders of one post, one with dates and one without; no part of the sample's graph."""
    reader, role, org = _Reader(THORNBY_NOTES), "leader of the council", "Thornby Council"
    reader.tenure(
        "Ravi Oduya was leader of Thornby Council from 2 May 2018 to 9 May 2022.",
        TenureStatement(person="Ravi Oduya", role=role, org=org, start="2018-05-02", end="2022-05-09", status="ended"),
        THORNBY,
    )
    reader.tenure(
        "Petra Sloane was leader of Thornby Council.",
        TenureStatement(person="Petra Sloane", role=role, org=org, status="ended"),
        THORNBY,
    )
    return reader.reading()


def readings() -> tuple[Reading, ...]:
    """The three documents' readings: fourteen claims that make thirteen facts."""
    return _council_news(), _gazette(), _aldermere_report()
