"""Networks fitted to wordings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import numpy as np
from thinc.api import Adam, fix_random_seed

from ingest.trained import use
from ingest.trained.network import Network, parted, untrained

ROUNDS, AT_ONCE = 10, 64  # times that each text is read; texts read before the network is mended
RATE = 0.003
LEAST = 4  # times that a word must stand in the texts to be known by itself, not by its vector alone


def fit_network(name: str, told: Iterable[tuple[str, str]]) -> Network:
    """A network that tells how something is worded, in use from now on."""
    texts, verdicts = zip(*told, strict=True)
    fix_random_seed(0)
    network = untrained(known(texts), sorted(set(verdicts)))
    _learn(network, np.array(texts, dtype=object), np.array(verdicts))
    use(name, network)
    return network


def known(texts: Iterable[str]) -> dict[str, int]:
    """The words that stand often enough in the texts, numbered from 1."""
    counted = Counter(parted(word)[1] for text in texts for word in text.split())
    return {word: place for place, word in enumerate((each for each, count in counted.items() if count >= LEAST), 1)}


def _learn(network: Network, texts: np.ndarray, verdicts: np.ndarray) -> None:
    wanted = np.stack([verdicts == each for each in network.classes_], 1).astype("f")
    order, mend = np.random.default_rng(0), Adam(RATE, L2=1e-5)
    steps = ROUNDS * (len(texts) // AT_ONCE + 1)
    for step, chosen in enumerate(_batches(len(texts), order)):
        mend.learn_rate = RATE * (1 - step / steps)
        found, back = network.layers.begin_update(network.batch(texts[chosen].tolist()))
        back((found - wanted[chosen]) / len(chosen))
        network.layers.finish_update(mend)


def _batches(count: int, order: np.random.Generator) -> Iterable[np.ndarray]:
    for _ in range(ROUNDS):
        mixed = order.permutation(count)
        yield from np.array_split(mixed, count // AT_ONCE + 1)
