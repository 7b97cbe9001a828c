"""The language model is the pinned one, and no sentence runs over the end of a paragraph."""

from pathlib import Path

from ingest.language import MODEL, PINNED, fingerprint, parse


def test_the_installed_model_is_the_pinned_one() -> None:
    assert fingerprint(MODEL) == PINNED


def test_a_changed_or_renamed_file_changes_the_fingerprint(tmp_path: Path) -> None:
    (tmp_path / "weights").write_bytes(b"one")
    before = fingerprint(tmp_path)
    (tmp_path / "weights").write_bytes(b"two")
    changed = fingerprint(tmp_path)
    (tmp_path / "weights").rename(tmp_path / "other")
    assert len({before, changed, fingerprint(tmp_path)}) == 3


def test_a_heading_is_its_own_sentence() -> None:
    sentences = [each.text.strip() for each in parse("Ann Cann\nDirector of Finance\n\nShe spoke.").sents]
    assert sentences == ["Ann Cann", "Director of Finance", "She spoke."]
