"""Claims made elsewhere, by hand or by another extractor, beside their documents."""

import json
from pathlib import Path

import pytest

from graph.model import DirectionStatement, TenureStatement
from ingest.reading import read
from ingest.told_elsewhere import BadClaimsFile, read_claims

TEXT = (
    "Council news\n4 July 2019\nAnn Lee became director of children’s services at Leeds City Council on 1 July 2019.\n"
)
QUOTE = "Ann Lee became director of children’s services at Leeds City Council on 1 July 2019."
FIELDS = {
    "type": "tenure",
    "document": "news",
    "person": "Ann Lee",
    "role": "director of children's services",
    "org": "Leeds City Council",
    "start": "2019-07-01",
    "end": None,
    "interim": False,
    "as_of": None,
    "status": "held",
    "quote": QUOTE,
}


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def _claims(tmp_path: Path, *lines: object, by: str = "hand") -> object:
    path = tmp_path / "mine.jsonl"
    path.write_text("\n".join(each if isinstance(each, str) else json.dumps(each) for each in lines), encoding="utf-8")
    return read_claims([path], by)


def test_a_claim_gets_its_place_page_and_maker(news: Path, tmp_path: Path) -> None:
    (claim,) = _claims(tmp_path, FIELDS, by="Jo Reader")(read(news))  # type: ignore[operator]
    assert isinstance(claim.statement, TenureStatement)
    assert (claim.statement.start, claim.method, claim.page) == ("2019-07-01", "Jo Reader", 1)
    assert read(news).text[claim.start_offset : claim.end_offset] == claim.quote == QUOTE


def test_an_annotators_remarks_are_passed_over_and_a_lifting_is_an_end(news: Path, tmp_path: Path) -> None:
    remarks = {"start_alt": ["2019-07"], "note": "sic", "date_quote": "x", "role_inferred": True, "person_alt": None}
    direction = {"type": "direction", "org": "Leeds", "kind": "improvement_notice", "date": "2018", "quote": QUOTE}
    claims = _claims(tmp_path, FIELDS | remarks, direction | {"document": "news", "lifted": "2019-06"})(read(news))  # type: ignore[operator]
    assert len(claims) == 2
    assert isinstance(claims[1].statement, DirectionStatement)
    assert claims[1].statement.end == "2019-06"


def test_a_line_without_a_document_is_about_the_one_that_has_the_files_name(news: Path, tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text(json.dumps({k: v for k, v in FIELDS.items() if k != "document"}), encoding="utf-8")
    assert len(read_claims([path])(read(news))) == 1


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"quote": "Ann Lee left"}, "mine.jsonl, line 1: quote: news.txt does not have the words “Ann Lee left”"),
        ({"quote": None}, "mine.jsonl, line 1: quote: give the exact words"),
        ({"start": "1 July"}, "mine.jsonl, line 1: start: “1 July” is no EDTF date: write 2019-07-01"),
        ({"status": "gone"}, "mine.jsonl, line 1: status: Input should be 'held'"),
        ({"persn": "Ann"}, "mine.jsonl, line 1: persn: Extra inputs are not permitted"),
        ({"person": None}, "mine.jsonl, line 1: person: Field required"),
    ],
)
def test_what_the_document_does_not_bear_out_is_refused_with_file_line_and_field(
    news: Path, tmp_path: Path, change: dict[str, object], message: str
) -> None:
    with pytest.raises(BadClaimsFile) as caught:
        _claims(tmp_path, FIELDS | change)(read(news))  # type: ignore[operator]
    assert str(caught.value).startswith(message)


def test_lines_that_are_no_json_objects_and_files_that_are_not_there_are_named(tmp_path: Path) -> None:
    for line, message in (
        ("{", "mine.jsonl, line 1: this is no JSON"),
        ("[]", "mine.jsonl, line 1: this is no JSON obj"),
    ):
        with pytest.raises(BadClaimsFile, match=message):
            _claims(tmp_path, line)
    with pytest.raises(BadClaimsFile, match=r"none\.jsonl cannot be read"):
        read_claims([tmp_path / "none.jsonl"])
