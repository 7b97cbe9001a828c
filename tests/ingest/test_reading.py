"""A file becomes a document with its own words, or an error that says what is wrong with it."""

import csv
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import Document, WhoheldError
from ingest.reading import UnreadableDocument, documents_in, read
from tests.shared import SHARED, needs_shared

PAGE = """<html><head><title>Gazette</title>
<meta property="og:title" content="Aldermere names a director"/>
<meta property="og:site_name" content="Aldermere Gazette"/>
<meta property="article:published_time" content="2021-05-03T09:00:00Z"/>
<link rel="canonical" href="https://gazette.example/a-director"/></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Aldermere names a director</h1>
<p>Ann Archer will be the director of children’s services at Aldermere Council from June, the council said on Monday,
after a search of five months.</p>
<p>She comes from Dunmarsh, where she has led the department since 2016, and where inspectors found good work in the
spring.</p></article><footer>All rights reserved</footer></body></html>"""
LETTER = [
    "Ofsted",
    "12 February 2021",
    "Ann Archer",
    "Director of Children's Services",
    "Dear Ms Archer",
    "Focused visit to Aldermere children's services",
    "Here are the findings of our focused visit to the children's team of Aldermere local autho-",
    "rity on 4 December 2020. The inspectors were Bea Baker and Cy Carter, who looked",
    "at the front door.",
]


def pdf(pages: Sequence[Sequence[str]]) -> bytes:
    """A PDF file of such lines in Helvetica; of several pages, each has a running head and its number."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", ""]
    for number, lines in enumerate(pages, 1):
        printed = [(720 - 14 * at, line) for at, line in enumerate(lines)]
        printed += [(760, "Aldermere report"), (40, str(number))] if len(pages) > 1 else []
        marks = "".join(f"BT /F1 11 Tf 60 {y} Td ({line}) Tj ET\n" for y, line in printed if line)
        font = "<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
        content = len(objects) + 2
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {content} 0 R/Resources{font}>>")
        objects.append(f"<</Length {len(marks)}>>\nstream\n{marks}\nendstream")
    kids = " ".join(f"{3 + 2 * at} 0 R" for at in range(len(pages)))
    objects[1] = f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>"
    body = "".join(f"{at} 0 obj\n{each}\nendobj\n" for at, each in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}trailer\n<</Root 1 0 R/Size {len(objects) + 1}>>\n%%EOF".encode("latin-1")


def read_bytes(name: str, data: bytes) -> Document:
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        return read(path)


def test_plain_text_is_kept_as_python_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "a page_2020.txt"
    path.write_bytes("Ann Archer’s post\r\n\r\nPublished: 04/07/2019\rEnd  \n".encode())
    document = read(path)
    assert document.text == path.read_text(encoding="utf-8")
    assert (document.id, document.source, document.media_type) == ("a-page_2020", "a page_2020.txt", "text/plain")
    assert (document.title, document.published) == ("Ann Archer’s post", "2019-07-04")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_usual_encodings_give_the_same_words(encoding: str) -> None:
    words = "Ann Archer’s post – “director” since May 2019"
    assert read_bytes("a.txt", words.encode(encoding)).text.lstrip("\ufeff") == words


def test_a_web_page_gives_its_article_and_what_it_tells_of_itself() -> None:
    document = read_bytes("page.html", PAGE.encode())
    assert "Ann Archer will be the director" in document.text
    assert "All rights reserved" not in document.text
    assert document.title == "Aldermere names a director"
    assert document.publisher == "Aldermere Gazette"
    assert document.url == "https://gazette.example/a-director"
    assert (document.published, document.published_basis) == (
        "2021-05-03",
        "the page’s own data (article:published_time)",
    )


def test_a_letter_in_pdf_gives_paragraphs_and_keeps_its_address_lines() -> None:
    document = read_bytes("letter.pdf", pdf([LETTER]))
    assert "Ann Archer\nDirector of Children’s Services\n" in document.text
    assert (
        "Aldermere local authority on 4 December 2020. The inspectors were Bea Baker and Cy Carter, who looked at the"
        in (document.text)
    )
    assert document.title == "Focused visit to Aldermere children’s services"
    assert (document.published, document.publisher) == ("2021-02-12", "Ofsted")


def test_running_heads_and_page_numbers_go_and_pages_are_known() -> None:
    words = ["First things first, it says.", "Then more is said of it.", "The end is told here."]
    document = read_bytes("report.pdf", pdf([[each, "", "", "More."] for each in words]))
    assert "Aldermere report" not in document.text
    assert not any(line.isdigit() for line in document.text.splitlines())
    assert [
        document.text[start:].startswith(each) for start, each in zip(document.page_starts, words, strict=True)
    ] == [True] * 3


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\n ", "is empty"),
        ("a.txt", b"\x00\x01\x02\xff\x00abc", "not text but binary"),
        ("a.docx", b"words", "of a kind that is not read"),
        ("a.pdf", b"words", "not a whole PDF"),
        ("a.pdf", pdf([[]]), "no text"),
        ("a.html", b"<html><body></body></html>", "has no text"),
    ],
)
def test_what_cannot_be_read_is_told_with_the_files_name(name: str, data: bytes, words: str) -> None:
    with pytest.raises(UnreadableDocument, match=words) as error:
        read_bytes(name, data)
    assert name in str(error.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    for call in (lambda: read(tmp_path / "none.txt"), lambda: documents_in([tmp_path / "none"])):
        with pytest.raises(UnreadableDocument, match="There is no file"):
            call()


def test_folders_are_walked_in_order_and_each_file_comes_once(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "sub/c.PDF", "d.docx", ".hidden.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("words")
    found = documents_in([tmp_path, tmp_path / "b.txt"])
    assert [path.name for path in found] == ["a.html", "b.txt", "c.PDF"]


def test_a_folder_without_documents_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match=r"has no \.txt"):
        documents_in([tmp_path])


@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from([".txt", ".html", ".pdf"]),
    st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.sampled_from([b"", b"%PDF-1.4\n", b"<html><body><p>"]),
)
def test_any_bytes_give_a_document_or_an_error_for_people(ending: str, data: bytes, opening: bytes) -> None:
    try:
        document = read_bytes("any" + ending, opening + data)
    except WhoheldError as error:
        assert "any" + ending in str(error)
    else:
        assert document.text.strip("\ufeff\n\t ")
        assert all(0 <= start <= len(document.text) for start in document.page_starts)


@needs_shared
def test_letters_have_the_date_on_which_they_were_published() -> None:
    reports = SHARED / "reports"
    told = {row["file"]: row for row in csv.DictReader((reports / "index.csv").read_text().splitlines())}
    letters = [name for name in sorted(told) if told[name]["kind"] == "focused-visit"][::8]
    dates = [read(reports / name).published == told[name]["published"] for name in letters]
    assert sum(dates) >= len(letters) - 1


@needs_shared
def test_offsets_of_the_evaluation_documents_are_those_of_their_files() -> None:
    for path in documents_in([SHARED / "evaluation" / "documents"]):
        assert read(path).text == path.read_text(encoding="utf-8")
