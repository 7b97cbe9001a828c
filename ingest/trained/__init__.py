"""The trained models: small files beside this one, made by `python -m training`, loaded once and safely."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from graph.model import Claim, WhoheldError

Features = dict[str, float | str]
Offer = tuple[Claim, Features]  # a claim and what the models on its way made of it
FOLDER = Path(__file__).parent
NETWORK = ".thinc"  # how the file of a network ends
TRUSTED = ("sklearn.tree._tree.Tree", "sklearn.utils._bunch.Bunch")  # arrays, and a dictionary with names
_loaded: dict[str, Any] = {}


class Model(Protocol):
    """What tells how probable each of its classes is for each of some things: a pipeline or a network."""

    @property
    def classes_(self) -> Sequence[str]:
        """The classes, in the order of the columns that it tells."""

    def predict_proba(self, things: Any, /) -> Any:  # noqa: ANN401 -- scikit-learn has no types
        """One row for each thing, one column for each class."""


class NoModel(WhoheldError):
    """A model's file is missing or cannot be read."""


def model(name: str) -> Any:  # noqa: ANN401 -- scikit-learn has no types
    """A trained classifier by its name; nothing but arrays and known classes is loaded from its file."""
    if name not in _loaded:
        _loaded[name] = _read(name)
    return _loaded[name]


def _read(name: str) -> Model:
    path, network = FOLDER / f"{name}.skops", FOLDER / f"{name}{NETWORK}"
    if network.exists():
        from ingest.trained.network import Network  # noqa: PLC0415 -- a second of imports that --help need not wait for

        try:
            return Network.from_bytes(network.read_bytes())
        except (ValueError, LookupError) as error:
            raise NoModel(f"The model {network.name} cannot be read ({error}): make it with 'make models'.") from error
    if not path.exists():
        raise NoModel(f"The model {path.name} is missing from {path.parent.name}: make it with 'make models'.")
    import skops.io  # noqa: PLC0415

    pipeline: Model = skops.io.load(path, trusted=list(TRUSTED))
    return pipeline


def use(name: str, classifier: Any) -> None:  # noqa: ANN401
    """Take this classifier instead of the file's: training does, before there is a file."""
    _loaded[name] = classifier


def distribution(name: str, candidates: Sequence[Features]) -> list[dict[str, float]]:
    """How probable each class is for each candidate, by the class's name, in the order given."""
    if not candidates:
        return []
    vectorizer, trees = model(name).named_steps.values()
    rows: Any = trees.predict_proba(_table(vectorizer.vocabulary_, candidates))
    classes = [str(each) for each in trees.classes_]
    return [dict(zip(classes, map(float, row), strict=True)) for row in rows]


def likelihoods(name: str, texts: Sequence[str]) -> list[float]:
    """How probable a model of words finds each text, 0 to 1, in the order given."""
    return [each["yes"] for each in worded(name, texts)]


def worded(name: str, texts: Sequence[str]) -> list[dict[str, float]]:
    """How probable a model of words finds each class for each text, by the class's name, in the order given."""
    if not texts:
        return []
    words = model(name)
    classes = [str(each) for each in words.classes_]
    return [dict(zip(classes, map(float, row), strict=True)) for row in words.predict_proba(list(texts))]


def in_light(alone: Iterable[Features], others: Iterable[Features]) -> list[Features]:
    """What is known of candidates by themselves, and in the light of the others, as one."""
    return [{**own, **more} for own, more in zip(alone, others, strict=True)]


def _table(columns: Mapping[str, int], candidates: Sequence[Features]) -> Any:  # noqa: ANN401
    """The candidates' features in the columns that a model's `DictVectorizer` gave them, which is slow at it itself."""
    import numpy as np  # noqa: PLC0415

    table = np.zeros((len(candidates), len(columns)), dtype=np.float32)
    for row, features in zip(table, candidates, strict=True):
        for name, value in features.items():
            is_word = type(value) is str
            column = columns.get(f"{name}={value}" if is_word else name)
            if column is not None:
                row[column] = 1 if is_word else value
    return table


def chances(name: str, candidates: Sequence[Features]) -> list[float]:
    """How probable it is that each candidate holds, 0 to 1, in the order given."""
    return [each["yes"] for each in distribution(name, candidates)]
