"""Print becomes text: what one line broke in two is whole again, and what stands apart stays apart."""

import pytest

from ingest.pdf import pdf_text

Words = tuple[int, int, int, str]  # left and bottom in points, size of the type, words


def pdf(*words: Words) -> bytes:
    """A page with such words on it, in Helvetica."""
    marks = "".join(f"BT /F1 {size} Tf {left} {bottom} Td ({text}) Tj ET\n" for left, bottom, size, text in words)
    font = "<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Count 1/Kids[3 0 R]>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources{font}>>",
        f"<</Length {len(marks)}>>\nstream\n{marks}\nendstream",
    ]
    body = "".join(f"{at} 0 obj\n{each}\nendobj\n" for at, each in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}trailer\n<</Root 1 0 R/Size {len(objects) + 1}>>\n%%EOF".encode("latin-1")


def text(*lines: str) -> str:
    """The text of a page with these lines, one below the other; an empty one is a gap."""
    return pdf_text(pdf(*((60, 700 - 14 * at, 11, line) for at, line in enumerate(lines) if line)))[0]


WIDE = "It sets the margin, for no line of this page is as long as this one, which goes on for a while."


def test_a_word_broken_at_a_lines_end_is_whole() -> None:
    broken = "The inspectors looked at the front door, at the audits and at all the work with care lea-"
    assert "with care leavers in" in text(WIDE, "", broken, "vers in the town.")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The inspectors who came for these two days were Bea Baker,", "Cy Carter-Longlastname and Di Dent."),
        ("The inspectors who came for these two days were Bea Baker and", "Cy Carter-Longlastname."),
    ],
)
def test_a_list_of_names_goes_on_after_a_short_line(first: str, second: str) -> None:
    assert f"{first} {second}" in text(WIDE, "", first, second)


@pytest.mark.parametrize(
    "lines", [("Town Hall,", "Long Row,", "Leeds"), ("Ann Archer", "Director of Services", "Leeds")]
)
def test_the_lines_of_an_address_stay(lines: tuple[str, ...]) -> None:
    assert "\n".join(lines) in text(WIDE, "", *lines)


def test_the_addressees_of_a_letter_to_several_stay_apart_on_full_lines() -> None:
    widest = "Ann Archer, Director of Children and Families, at the Council of Aldermere-on-the-Water"
    lines = (widest, "Bartholomew-James Baker, Chief Constable", "Cy Carter, Chair")
    assert "\n".join(lines) in text(*lines)


def test_a_raised_ordinal_is_part_of_its_number() -> None:
    around = [(60, 780 - 14 * at, 11, name) for at, name in enumerate(["Ann Archer", "Director", "Hall"])]
    below = [(60, 680 - 14 * at, 11, name) for at, name in enumerate(["Leeds", "LS1 9ZZ", "Dear Ms Archer"])]
    found, _ = pdf_text(pdf(*around, (60, 700, 11, "1"), (66, 704, 7, "st Floor, Long Row"), *below))
    assert "1st Floor, Long Row" in found.splitlines()


def test_the_rows_of_a_table_are_lines_of_their_own() -> None:
    rows = ("Children in care Good", "Care leavers Inadequate", "Overall effectiveness Good")
    assert "\n".join(rows) in text(WIDE, "", "Judgement Grade", *rows)
