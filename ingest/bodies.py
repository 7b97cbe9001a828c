"""Which words of a text name a council, a trust or another body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from ingest.naming import PAPERS, WORD, Found, skip_openers, slug
from ingest.places import bare_councils, councils, known_places
from ingest.postbodies import of_posts
from ingest.trustnames import trusts
from ingest.unregistered import guessed

FIXED = {
    "Department for Education": r"Department (?:for|of) Education|DfE",
    "Ofsted": r"Ofsted|OFSTED|Office for Standards in Education(?:, Children[’']s Services and Skills)?",
    "Care Quality Commission": r"Care Quality Commission|CQC",
    "HMICFRS": r"HMICFRS|HMIC|(?:Her|His) Majesty[’']s Inspectorate of Constabulary[\w ,]*",
    "HMI Probation": r"HMIP|HMI Probation|(?:Her|His) Majesty[’']s Inspectorate of Probation",
    "Local Government Association": r"Local Government Association|LGA",
    "NHS England": r"NHS England",
    "Barnardo's": r"Barnardo[’']s",
    "NSPCC": r"NSPCC",
    "Action for Children": r"Action for Children",
    "The Children’s Society": r"(?:The )?Children[’']s Society",
    "National Children’s Bureau": r"National Children[’']s Bureau",
    "Cafcass": r"Cafcass|CAFCASS",
    "Social Work England": r"Social Work England",
    "Home Office": r"Home Office",
    "Association of Directors of Children’s Services": r"ADCS|Association of Directors of Children[’']s Services",
    "Association of Directors of Social Services": r"ADSS|Association of Directors of Social Services",
    "British Association of Social Workers": r"BASW|British Association of Social Workers",
    "Audit Commission": r"Audit Commission",
    "Welsh Government": r"Welsh (?:Assembly )?Government",
    "Metropolitan Police": r"Metropolitan Police(?: Service)?|(?<=[Tt]he )Met(?![\w-])",
    "UNISON": r"UNISON|Unison",
    "GMB": r"GMB",
    "Unite": r"Unite(?= (?:union|the Union|official|officer|branch|regional)|[’']s (?:regional|branch|union))",
    "National Education Union": r"National Education Union|NEU",
}
BODY = re.compile(
    rf"\b(?:NHS (?:{WORD} ?(?:and |of )?){{1,6}}|University of {WORD}|(?:{WORD} (?:(?:and|for|the|"
    rf"&) )*){{1,6}}(?:Police(?: (?:Service|Force))?|Constabulary|"
    r"Probation Service|Youth (?:Justice|Offending) Service|Community Rehabilitation Company|Ambulance Service|"
    r"University|College|Academy|Hospital|Foundation Trust|NHS Trust|Safeguarding Children (?:Board|Partnership)|"
    r"Improvement Board|Integrated Care Board|ICB|Clinical Commissioning Group|CCG|Federation|"
    r"Association|Society|Chamber of \w+|"
    r"Employment Law|Solicitors|Consulting|LLP|Ltd|Limited|plc|Foundation|Charity|Kinship Trust|"
    r"Trust|Union|Group|Partnership|LEP|Holdings|Consultancy|Recruitment|"
    r"(?:Primary|Secondary|Grammar|High|Infant|Junior|Special) School|Primary|"
    rf"{PAPERS}))(?![\w])"
)


def bodies(doc: Doc, text: str) -> list[Found]:
    """Every body named in the parsed text, in order, the longest name at each place."""
    taken: list[Found] = []
    of_councils, of_trusts = list(councils(text)), trusts(text)
    for found in (
        *_fixed(text),
        *of_trusts,
        *of_councils,
        *_bodies(text),
        *bare_councils(text, of_councils),
        *known_places(doc, text),
        *guessed(doc, text, of_councils, of_trusts),
        *of_posts(text),
    ):
        elsewhere = re.match(r"-(?:based|born|wide|area|[a-z]+-[A-Z])", text[found.end : found.end + 12])
        if not elsewhere and not any(each.start < found.end and found.start < each.end for each in taken):
            taken.append(found)
    return sorted(taken, key=lambda each: each.start)


def _fixed(text: str) -> Iterator[Found]:
    for name, pattern in FIXED.items():
        for match in re.finditer(rf"\b(?:{pattern})\b", text):
            yield Found(match.start(), match.end(), match.group(), name, "organisation", name.lower())


def _bodies(text: str) -> Iterator[Found]:
    for match in BODY.finditer(text):
        start = skip_openers(match.group(), match.start(), is_place=False)
        name = text[start : match.end()].rstrip()
        if " " in name and not re.search(r"[’']t\b|\bthe \w+$", name):
            yield Found(start, start + len(name), name, name, "organisation", slug(name))
