"""From what a model tells to a claim: only with words that the document has."""

from __future__ import annotations

import bisect
from importlib.metadata import version

from graph.model import Claim, DirectionStatement, Document, InspectionStatement, Statement, TenureStatement
from ingest.extractors.llm.alignment import Aligner
from ingest.extractors.llm.answer import Told
from ingest.extractors.llm.parts import Part

NO_QUOTE = "claims whose quote is not in the text"
NO_NAME = "claims about a person whose name is not in the text"


def claim_from(told: Told, document: Document, aligner: Aligner, part: Part, model: str) -> Claim | str:
    """The claim with the document's own words as quote, or the reason why there is none."""
    place = aligner.find(told.quote, part.begin)
    if place is None:
        return NO_QUOTE
    if not all(aligner.has_words(name) for name in _people(told.statement)):
        return NO_NAME
    start, end = place
    return Claim(
        document=document.id,
        statement=told.statement,
        quote=document.text[start:end],
        start_offset=start,
        end_offset=end,
        page=max(1, bisect.bisect_right(document.page_starts, start)),
        method=f"llm:{model}",
        method_version=version("whoheld"),
    )


def _people(statement: Statement) -> tuple[str, ...]:
    match statement:
        case TenureStatement():
            return (statement.person,)
        case InspectionStatement():
            return statement.inspector
        case DirectionStatement(person=str(person)):
            return (person,)
        case _:
            return ()
