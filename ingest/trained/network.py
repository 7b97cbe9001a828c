"""A small convolutional network that reads how a text words something: it knows words alike by their vectors.

"Stood down", "bowed out" and "left" have vectors near each other in the spaCy pipeline, so that what the network learns
of one holds for the others; a model of the words themselves has to see each. Built of the layers of thinc, on which
spaCy stands; after Nguyen and Grishman, "Relation Extraction: Perspective from Convolutional Neural Networks" (2015).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import srsly
from thinc.api import (
    Embed,
    Linear,
    Maxout,
    Model,
    NumpyOps,
    Ragged,
    Softmax,
    chain,
    expand_window,
    reduce_max,
    residual,
    with_array,
)

from ingest.language import nlp

WIDTH, PLACES, VECTOR = 48, 16, 300  # columns of a word, of its place, of a vector of the spaCy pipeline
FAR = 20  # words; all that stand farther off have the same place
DROPPED = 0.15  # of what layers hand on, while they learn
AT_ONCE = 256  # texts
OPS = NumpyOps(use_blis=False)  # NumPy's own products take half the time of blis'
SIDES = {"b_": -1, "a_": 1}
Array = Any  # NumPy's, which thinc and NumPy type in different ways


@dataclass(frozen=True)
class Batch:
    """Texts as arrays: of each word its number and place, its vector; how many words, and which one is the middle."""

    codes: Array
    vectors: Array
    lengths: Array
    middles: Array


@dataclass(frozen=True)
class Network:
    """A trained reader of wordings: the numbers of the words that it knows, its classes, its layers.

    It takes texts as `ingest.extraction.deciding.wording.around` words them, like scikit-learn's classifiers do.
    """

    words: Mapping[str, int]
    classes_: Sequence[str]
    layers: Model[Batch, Array]

    def predict_proba(self, texts: Sequence[str]) -> Array:
        """How probable each class is (columns) for each text (rows)."""
        parts = [texts[start : start + AT_ONCE] for start in range(0, len(texts), AT_ONCE)]
        return np.concatenate([self.layers.predict(self.batch(part)) for part in parts])

    def batch(self, texts: Sequence[str]) -> Batch:
        """The texts as what the layers read."""
        told = [[parted(word) for word in text.split()] for text in texts]
        lengths = np.array([len(each) for each in told], dtype="i4")
        places = [_places([part for part, _ in each]) for each in told]
        words = [word for each in told for _, word in each]
        codes = np.stack([[self.words.get(word, 0) for word in words], np.concatenate(places) + FAR], 1)
        middles = np.array([int(np.argmin(abs(each))) for each in places]) + np.cumsum(lengths) - lengths
        return Batch(codes.astype("i4"), np.stack([_vector(word) for word in words]), lengths, middles)

    def to_bytes(self) -> bytes:
        """All of it, for a file."""
        parts = {"words": dict(self.words), "classes": list(self.classes_), "layers": self.layers.to_bytes()}
        return bytes(srsly.msgpack_dumps(parts))

    @classmethod
    def from_bytes(cls, data: bytes) -> Network:
        """What `to_bytes` wrote; it holds numbers and words alone, so a foreign file can run nothing."""
        parts = srsly.msgpack_loads(data)
        network = untrained(parts["words"], parts["classes"])
        network.layers.from_bytes(parts["layers"])
        return network


def untrained(words: Mapping[str, int], classes: Sequence[str]) -> Network:
    """A network that has learnt nothing; `words` are numbered from 1, 0 is for those that it does not know."""
    layers: list[Model[Any, Any]] = [
        Embed(WIDTH, len(words) + 1, column=0),
        Embed(PLACES, 2 * FAR + 1, column=1),
        Linear(WIDTH, VECTOR),
        _mixed(2 * WIDTH + PLACES),
        _near(),
        _near(),
        chain(_mixed(2 * WIDTH), Softmax(len(classes), WIDTH)),
        reduce_max(),
    ]
    reader: Model[Batch, Array] = Model("reader", _forward, layers=layers, ops=OPS)
    for each in reader.walk():
        each.ops = OPS
    for each in layers:
        each.initialize()
    return Network(words, classes, reader)


def _mixed(width: int) -> Model[Array, Array]:
    return Maxout(WIDTH, width, nP=2, normalize=True, dropout=DROPPED)


def _near() -> Model[Any, Any]:
    """Each word in the light of the one before and the one behind it."""
    return residual(chain(expand_window(1), with_array(_mixed(3 * WIDTH))))


def _forward(model: Model[Batch, Array], batch: Batch, is_train: bool) -> tuple[Array, Callable[[Array], Any]]:
    """Words and vectors mixed, read with those beside them, pooled over the text beside the middle, classified."""
    words, places, vectors, mixed, near, nearer, classes, pool = model.layers
    named, name = words(batch.codes, is_train)
    placed, place = places(batch.codes, is_train)
    alike, like = vectors(batch.vectors, is_train)
    rows, mix = mixed(np.concatenate([named, placed, alike], 1), is_train)
    once, see = near(_ragged(rows, batch), is_train)
    twice, look = nearer(once, is_train)
    most, top = pool(twice, is_train)
    found, decide = classes(np.concatenate([most, twice.dataXd[batch.middles]], 1), is_train)

    def back(wrong: Array) -> None:
        wrong = decide(wrong)
        pooled = top(np.ascontiguousarray(wrong[:, :WIDTH]))
        rows = np.array(pooled.dataXd)
        np.add.at(rows, batch.middles, wrong[:, WIDTH:])
        rows = mix(see(look(_ragged(rows, batch))).dataXd)
        for learn, own in zip((name, place, like), np.split(rows, (WIDTH, WIDTH + PLACES), 1), strict=True):
            learn(np.ascontiguousarray(own))

    return found, back


def _ragged(rows: Array, batch: Batch) -> Ragged:
    return Ragged(rows, batch.lengths)


def parted(word: str) -> tuple[int, str]:
    """Whether a word stands before (-1), in (0) or behind (1) the middle, and the word."""
    side = SIDES.get(word[:2], 0)
    return side, word[2:] if side else word


def _places(sides: Sequence[int]) -> Array:
    """How many words each stands before (less than 0) or behind the middle; 0 for those in it."""
    before, behind = sides.count(-1), len(sides) - sides.count(1)
    order = np.arange(len(sides))
    return np.clip(np.minimum(order - before, 0) + np.maximum(order - behind + 1, 0), -FAR, FAR)


@lru_cache(100_000)
def _vector(word: str) -> Array:
    """The vector of a word; nothing but zeros for names, which are in capitals, and words without one."""
    vocab = nlp().vocab
    is_known = word.islower() and vocab.has_vector(word)
    return vocab.get_vector(word) if is_known else np.zeros(VECTOR, dtype="f")
