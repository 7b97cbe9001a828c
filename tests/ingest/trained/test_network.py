"""A network knows words by what they are like, reads each text by itself, and is the same when read from its file."""

from functools import cache
from pathlib import Path

import numpy as np
import pytest

from ingest import trained
from ingest.trained.network import Network
from training.networks import fit_network, known

LEAVING = ("left", "quit", "resigned", "departed", "retired", "went")
COMING = ("joined", "started", "began", "arrived", "became", "came")


def worded(verb: str) -> str:
    return f"b_PERSON b_, b_the b_POST b_, b_{verb} b_in THE_DATE a_, a_the a_BODY a_said"


@cache
def network() -> Network:
    told = [(worded(verb), side) for verbs, side in ((LEAVING, "end"), (COMING, "start")) for verb in verbs] * 40
    return fit_network("test", told)


def test_what_it_was_shown_it_knows() -> None:
    rows = network().predict_proba([worded("left"), worded("joined")])
    assert network().classes_ == ["end", "start"]
    assert rows[0][0] > 0.9
    assert rows[1][1] > 0.9


def test_a_word_that_it_has_never_seen_counts_as_those_like_it() -> None:
    ending, starting = network().predict_proba([worded("departing"), worded("starts")])
    assert ending[0] > starting[0]


def test_a_text_is_read_by_itself_whatever_is_asked_with_it() -> None:
    texts = [worded(verb) for verb in (*LEAVING, *COMING)]
    alone = np.concatenate([network().predict_proba([text]) for text in texts])
    assert np.allclose(alone, network().predict_proba(texts), atol=1e-5)


def test_a_file_holds_all_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trained, "_loaded", {})
    monkeypatch.setattr(trained, "FOLDER", tmp_path)
    (tmp_path / f"one{trained.NETWORK}").write_bytes(network().to_bytes())
    texts = [worded("left"), worded("bowed")]
    rows = network().predict_proba(texts)
    assert trained.worded("one", texts) == [dict(zip(("end", "start"), map(float, row), strict=True)) for row in rows]


@pytest.mark.parametrize("kept", [0, 400, -5])
def test_a_file_that_is_broken_says_how_to_make_it(kept: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trained, "_loaded", {})
    monkeypatch.setattr(trained, "FOLDER", tmp_path)
    (tmp_path / f"one{trained.NETWORK}").write_bytes(network().to_bytes()[:kept])
    with pytest.raises(trained.NoModel, match=r"one\.thinc cannot be read .* 'make models'"):
        trained.worded("one", ["THE_DATE"])


def test_the_same_texts_make_the_same_network() -> None:
    told = [(worded("left"), "end"), (worded("joined"), "start")] * 20
    one, other = (fit_network("test", told) for _ in range(2))
    assert one.to_bytes() == other.to_bytes()


def test_rare_words_are_known_by_their_vectors_alone() -> None:
    assert set(known(["b_often a_rare"] + ["b_often"] * 4)) == {"often"}
