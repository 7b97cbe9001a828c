"""Keys: known again by their text alone, never kept as text, in a file for one user's eyes."""

import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.keys import BadKeys, Key, create, load, revoke, verify

NOW = datetime(2024, 5, 6, tzinfo=UTC)
TEXTS = st.text(min_size=1, max_size=50)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "home" / "keys.json"


@given(st.lists(TEXTS, unique=True), TEXTS)
def test_just_the_key_with_the_text_is_found(texts: list[str], other: str) -> None:
    keys = [Key.of(text, f"key-{number}", ["read"], NOW) for number, text in enumerate(texts)]
    assert [verify(keys, text) for text in texts] == keys
    assert (verify(keys, other) is None) == (other not in texts)


def test_a_key_that_is_made_is_known_again_and_has_its_scopes(file: Path) -> None:
    text = create("ci", ["write", "read", "read"], file)
    assert text.startswith("wh_")
    assert len(text) == 46
    key = verify(load(file), text)
    assert key is not None
    assert (key.name, key.scopes, key.last_four) == ("ci", ("read", "write"), text[-4:])


def test_the_file_is_for_its_user_only_and_has_no_key_in_it(file: Path) -> None:
    text = create("ci", ["read"], file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert text[:-4] not in file.read_text()
    assert {each.name for each in file.parent.iterdir()} == {"keys.json", "keys.lock"}


def test_a_revoked_key_is_not_known(file: Path) -> None:
    gone, stays = create("gone", ["read"], file), create("stays", ["read"], file)
    revoke("gone", file)
    assert verify(load(file), gone) is None
    assert verify(load(file), stays) is not None


def test_without_a_file_there_are_no_keys(file: Path) -> None:
    assert load(file) == ()


@pytest.mark.parametrize("text", ["", "{", "{}", "[1]", '[{"name": "ci"}]', "\xff"])
def test_a_broken_file_is_named_with_what_to_do_and_left_as_it_is(file: Path, text: str) -> None:
    file.parent.mkdir()
    file.write_text(text, encoding="latin-1")
    for use in (lambda: load(file), lambda: create("ci", ["read"], file), lambda: revoke("ci", file)):
        with pytest.raises(BadKeys, match=r"keys\.json .*remove it and make the keys again"):
            use()
    assert file.read_text(encoding="latin-1") == text


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file where the folder should be")
    with pytest.raises(BadKeys, match="can't be kept in"):
        create("ci", ["read"], tmp_path / "home" / "keys.json")


@pytest.mark.parametrize("name", ["", "a b", "x" * 65, "a\nb"])
def test_a_name_that_is_none_is_refused(file: Path, name: str) -> None:
    with pytest.raises(BadKeys, match="can't be a key's name"):
        create(name, ["read"], file)


def test_a_name_is_taken_once_and_only_one_that_is_there_is_revoked(file: Path) -> None:
    create("ci", ["read"], file)
    with pytest.raises(BadKeys, match="“ci” already"):
        create("ci", ["read"], file)
    with pytest.raises(BadKeys, match="there are: ci"):
        revoke("cd", file)


def test_keys_made_at_once_are_all_kept(file: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        texts = list(pool.map(lambda number: create(f"key-{number}", ["read"], file), range(16)))
    assert all(verify(load(file), text) for text in texts)
