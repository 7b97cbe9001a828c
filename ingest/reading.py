"""From files to documents: plain text, web pages and PDF, each with its title, publisher and date.

What cannot be read raises `UnreadableDocument`, which says why; nothing is read in half.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from graph.model import Document, WhoheldError
from ingest.dating import Hints, published
from ingest.html import web_page
from ingest.masking import mask
from ingest.pdf import pdf_text

PDFIUM: Any = import_module("pypdfium2")  # without types
MEDIA_TYPES = {
    ".txt": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".pdf": "application/pdf",
}
MASTHEAD = re.compile(
    r"(?:The )?(?:[\w&’'-]+ ){0,5}(?:Gazette|Echo|Chronicle|Telegraph|Mercury|Post|News|Times|Mail|Courier|Observer|"
    r"Herald|Journal|Argus|Guardian|Advertiser|Star|Today)",
    re.IGNORECASE,
)
NO_TITLE = re.compile(
    r"(?:by|published|date|updated|image|photo|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|"
    r".*(?: [|>] |\bpage \d|\b(?:street|road|textphone|gov\.uk|www\.)\b|@)|[^A-Za-z]*$",
    re.IGNORECASE,
)
OFSTED = re.compile(
    r"\A\s*Ofsted\n|Piccadilly Gate|^Lead inspector:|^(?:Her|His) Majesty[’']s Inspector$", re.MULTILINE
)
ADDRESS = re.compile(r"^(?:source|url|address|from|retrieved from)?:? ?(https?://\S+)$", re.IGNORECASE | re.MULTILINE)
FIRST_LINES = 15


CORRECTION = re.compile(
    r"^\W*(correction|clarification)s?\b|\ban earlier version of this (article|story|page|report|release)\b|"
    r"\bwe (wrongly|incorrectly|mistakenly) (said|stated|reported|gave)\b|\bthis (article|page|story) (was|has been) "
    r"corrected\b|\bcorrects an earlier\b",
    re.IGNORECASE | re.MULTILINE,
)


class UnreadableDocument(WhoheldError):
    """A file that cannot be read: missing, empty, locked, not text, or of a kind that is not known."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a file of any kind yields before it is dated."""

    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    hints: Hints | None = None
    page_starts: tuple[int, ...] = (0,)


def documents_in(paths: Iterable[Path]) -> list[Path]:
    """The files to read: those given, and in folders all of a known kind, sorted, each once.

    Raises `UnreadableDocument` where a path does not exist or a folder has nothing to read.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if not path.exists():
            raise UnreadableDocument(f"There is no file or folder {path}. Check the name.")
        files = [path] if path.is_file() else sorted(each for each in path.rglob("*") if _is_document(each))
        if not files:
            raise UnreadableDocument(f"The folder {path} has no {_kinds()} file. Name another folder or file.")
        found.update(dict.fromkeys(files))
    return list(found)


def read(path: Path) -> Document:
    """The document in a file; raises `UnreadableDocument` where it has no text that can be read.

    Its id is the file's name without the ending, with hyphens for what cannot stand in an IRI.
    """
    media_type = MEDIA_TYPES.get(path.suffix.lower())
    if media_type is None:
        raise UnreadableDocument(f"{path.name} is of a kind that is not read. Give a {_kinds()} file.")
    data = _bytes(path)
    content = {"text/plain": _plain, "text/html": _html, "application/pdf": _pdf}[media_type](path, data)
    edtf, basis = published(content.text, content.hints)
    return Document(
        id=re.sub(r"[^\w.~-]+", "-", path.stem),
        source=path.name,
        sha256=hashlib.sha256(data).hexdigest(),
        text=content.text,
        title=content.title or title_of(content.text, media_type) or path.stem,
        media_type=media_type,
        url=content.url,
        publisher=content.publisher or publisher_of(content.text),
        published=edtf,
        published_basis=basis,
        corrects=bool(CORRECTION.search(content.text)),
        page_starts=content.page_starts,
    )


def title_of(text: str, media_type: str) -> str | None:
    """The headline: a letter's subject, otherwise the first line that reads like a title."""
    lines = [" ".join(line.split()) for line in mask(text, media_type).splitlines() if line.strip(" \ufeff\t")]
    greeting = next((place for place, line in enumerate(lines[:60]) if line.startswith("Dear ")), None)
    if greeting is not None and greeting + 1 < len(lines):
        return _short(lines[greeting + 1])
    likely = (line for line in lines[:FIRST_LINES] if len(line.split()) >= 4 and not _is_aside(line))
    return _short(next(likely, lines[0] if lines else ""))


def publisher_of(text: str) -> str | None:
    """Ofsted for its letters and reports, the paper that the first lines name; None where that is not clear."""
    first = [" ".join(line.split()) for line in text.lstrip("\ufeff").splitlines() if line.strip()][:4]
    if OFSTED.search(text):
        return "Ofsted"
    return next((line for line in first[:2] if MASTHEAD.fullmatch(line) and len(line) < 50), None)


def _is_document(path: Path) -> bool:
    return path.is_file() and path.suffix.lower() in MEDIA_TYPES and not path.name.startswith(".")


def _kinds() -> str:
    return ", ".join(list(MEDIA_TYPES)[:-1]) + " or " + list(MEDIA_TYPES)[-1]


def _bytes(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableDocument(f"There is no file {path}. Check the name.") from None
    except OSError as error:
        raise UnreadableDocument(f"{path.name} cannot be opened: {error.strerror}.") from error
    if not data.strip():
        raise UnreadableDocument(f"{path.name} is empty. Give a file that has text.")
    return data


def _plain(path: Path, data: bytes) -> Content:
    text = _decoded(path, data).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip("\ufeff \n\t"):
        raise UnreadableDocument(f"{path.name} is empty. Give a file that has text.")
    address = ADDRESS.search(text[:1000])
    url = address.group(1) if address else None
    return Content(text, url=url, hints=Hints(url=url))


def _decoded(path: Path, data: bytes) -> str:
    """The text of a file in UTF-8, in UTF-16 with a mark, or in the old Western code page."""
    for encoding in ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not re.search(r"[\x00-\x08\x0e-\x1f]", text):
            return text
    raise UnreadableDocument(f"{path.name} is not text but binary data. Save it as UTF-8 text, HTML or PDF.")


def _html(path: Path, data: bytes) -> Content:
    page = web_page(_decoded(path, data))
    if page is None:
        raise UnreadableDocument(f"{path.name} has no text in it. Save the page with its article.")
    hints = Hints(date=page.date, date_field=page.date_field, url=page.url)
    return Content(page.text, page.title, page.url, page.publisher, hints)


def _pdf(path: Path, data: bytes) -> Content:
    try:
        text, starts = pdf_text(data)
    except PDFIUM.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableDocument(f"{path.name} is locked with a password. Save it without one.") from error
        raise UnreadableDocument(f"{path.name} is not a whole PDF file. Fetch it again.") from error
    if not text.strip():
        raise UnreadableDocument(f"{path.name} has pictures of pages but no text. Give a PDF with text, made by OCR.")
    return Content(text, page_starts=starts)


def _is_aside(line: str) -> bool:
    """A paper's name, a date, an address or a byline: not a headline."""
    is_name = MASTHEAD.fullmatch(line) is not None and line.istitle() | line.isupper()
    return is_name or bool(NO_TITLE.match(line)) or bool(re.search(r"\b(?:19|20)\d\d$", line) and len(line.split()) < 6)


def _short(line: str) -> str | None:
    return line if len(line) <= 200 else line[:200].rsplit(" ", 1)[0] + " …"
