"""Claims that were made elsewhere: by hand, corrected, or by another extractor, as JSON lines beside their documents.

The format is that of `whoheld extract`. A line may leave out where its quote stands, which is then looked for, and may
carry an annotator's remarks, which are passed over.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from graph.edtf import is_valid
from graph.model import Claim, Document, WhoheldError
from ingest.wire import BadClaim, from_fields

REMARKS = re.compile(
    r".*_(alt|quote|note|basis|inferred|inferable|canonical|scope|judgements)|notes?|count|scope|not_(before|after)|council|why|"
    r"quote\d|detail|(person|org|judgement|issuer|status|kind)_as_written"
)
BY_HAND, BY_PROGRAM = 0.99, 0.5  # confidence where a line gives none, by whether it names a method
DATES = ("start", "end", "as_of", "date", "published")


class BadClaimsFile(WhoheldError):
    """A file of claims that cannot be loaded; the message names the file, the line and the field."""


class ClaimsFile:
    """The claims of one or more files, by document; as an extractor it gives each document its own."""

    def __init__(self, lines: Mapping[str, list[tuple[Path, int, dict[str, Any]]]], made_by: str) -> None:
        self._lines = lines
        self._made_by = made_by

    @property
    def documents(self) -> frozenset[str]:
        """The names of the documents that the claims are about."""
        return frozenset(self._lines)

    def __call__(self, document: Document) -> tuple[Claim, ...]:
        """The claims about a document; raises `BadClaimsFile` for one that its text does not bear out."""
        return tuple(
            _claim(document, fields, f"{path.name}, line {number}", self._made_by)
            for path, number, fields in self._lines.get(document.id, ())
        )


def read_claims(paths: Iterable[Path], made_by: str = "hand") -> ClaimsFile:
    """The claims of JSON-lines files; `made_by` names who made those that do not say by what method they were read.

    A line without a document is about the one that has the file's name. Raises `BadClaimsFile`.
    """
    lines: dict[str, list[tuple[Path, int, dict[str, Any]]]] = defaultdict(list)
    for path in paths:
        for number, line in enumerate(_text(path).splitlines(), 1):
            if line.strip():
                fields = _fields(line, f"{path.name}, line {number}")
                lines[str(fields.get("document") or path.stem)].append((path, number, fields))
    return ClaimsFile(lines, made_by)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadClaimsFile(f"{path} cannot be read as claims: give a file of JSON lines in UTF-8 ({error})") from error


def _fields(line: str, where: str) -> dict[str, Any]:
    try:
        fields = json.loads(line)
    except json.JSONDecodeError as error:
        raise BadClaimsFile(f"{where}: this is no JSON: write one object a line ({error.msg})") from error
    if not isinstance(fields, dict):
        raise BadClaimsFile(f"{where}: this is no JSON object: write one claim a line, as `whoheld extract` does")
    return fields


def _claim(document: Document, fields: Mapping[str, Any], where: str, made_by: str) -> Claim:
    told = {name: value for name, value in fields.items() if not REMARKS.fullmatch(name) and name != "lifted"}
    if fields.get("lifted") and not told.get("end"):
        told["end"] = fields["lifted"]
    if told.get("judgement") == "requires improvement to be good":
        told["judgement"] = "requires improvement"
    if told.get("type") != "tenure":
        told.pop("as_of", None)
    if told.get("type") != "inspection":
        told.pop("published", None)
    _check_dates(told, where)
    told |= {"document": document.id} | _place(document, told, where)
    method = {"method": fields.get("method") or made_by, "method_version": fields.get("method_version") or "1"}
    try:
        return from_fields({"confidence": BY_PROGRAM if fields.get("method") else BY_HAND, **told, **method})
    except BadClaim as error:
        raise BadClaimsFile(f"{where}: {error}") from error


def _check_dates(told: Mapping[str, Any], where: str) -> None:
    for name in DATES:
        value = told.get(name)
        if value is not None and not (isinstance(value, str) and is_valid(value)):
            raise BadClaimsFile(f"{where}: {name}: “{value}” is no EDTF date: write 2019-07-01, 2019-07 or 2016/2020")


def _place(document: Document, told: Mapping[str, Any], where: str) -> dict[str, Any]:
    """Where the quote stands: where the line says, if the words are there, or its first place in the text."""
    quote, start, end = told.get("quote"), told.get("start_offset"), told.get("end_offset")
    if not isinstance(quote, str) or not quote.strip():
        raise BadClaimsFile(f"{where}: quote: give the exact words of the document that make the claim")
    if isinstance(start, int) and isinstance(end, int) and document.text[start:end] == quote:
        return {"page": _page(document, start)}
    found = document.text.find(quote)
    if found < 0:
        raise BadClaimsFile(
            f"{where}: quote: {document.source} does not have the words “{quote[:60]}”: copy them exactly"
        )
    return {"start_offset": found, "end_offset": found + len(quote), "page": _page(document, found)}


def _page(document: Document, offset: int) -> int:
    return max(1, sum(start <= offset for start in document.page_starts))
