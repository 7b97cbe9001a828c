"""The figures that extraction reaches on the shared evaluation set, the same as its own scorer counts."""

import json
import random
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

import pytest

from graph.model import Claim, Judgement
from ingest.evaluation import Evaluation, GoldFact, evaluate, read_facts, read_gold
from ingest.extraction import extract
from ingest.reading import read
from ingest.wire import as_line, from_line
from tests.shared import SHARED, needs_shared
from training.corpus import set_aside

EVALUATION = SHARED / "evaluation"
FIELDS = {
    "tenure": ("person", "role", "org", "start", "end", "interim", "status"),
    "inspection": ("org", "kind", "date", "published", "judgement"),
    "direction": ("org", "kind", "date"),
    "trust": ("name", "councils", "status", "date"),
}
MAY_BE_UNTOLD = ("start", "end", "date", "published", "judgement", "name")
pytestmark = needs_shared
Claims = Mapping[str, Sequence[Claim]]


@pytest.fixture(scope="module")
def gold() -> dict[str, tuple[GoldFact, ...]]:
    return read_gold(EVALUATION / "gold")


@pytest.fixture(scope="module")
def claims(gold: dict[str, tuple[GoldFact, ...]]) -> Claims:
    return {name: extract(read(EVALUATION / "documents" / f"{name}.txt")) for name in gold}


@pytest.fixture(scope="module")
def measured(gold: dict[str, tuple[GoldFact, ...]], claims: Claims) -> Evaluation:
    return our_figures(gold, claims)


def our_figures(gold: dict[str, tuple[GoldFact, ...]], claims: Claims) -> Evaluation:
    optional = {name: read_facts(EVALUATION / "optional" / f"{name}.jsonl") for name in gold}
    texts = {name: (EVALUATION / "documents" / f"{name}.txt").read_text() for name in gold}
    return evaluate(gold, claims, optional=optional, texts=texts)


def their_figures(folder: Path, claims: Claims) -> dict[str, Any]:
    """The shared scorer's report."""
    written = folder / "claims.jsonl"
    written.write_text("\n".join(as_line(claim) for found in claims.values() for claim in found), encoding="utf-8")
    command = [sys.executable, str(EVALUATION / "score.py"), str(EVALUATION / "gold"), str(written), "--json"]
    command += ["--documents", str(EVALUATION / "documents")]
    report: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return report


def assert_same(ours: Evaluation, theirs: dict[str, Any]) -> None:
    for kind, figures in {**ours.kinds, "all": ours.total}.items():
        assert [figures.hits, figures.claims, figures.gold] == [theirs[kind][n] for n in ("hits", "claims", "gold")]
        assert figures.f1 == pytest.approx(theirs[kind]["f1"], abs=0.0006)
    assert {name: (share.right, share.of) for name, share in ours.slots.items() if share.of} == {
        name: (each["right"], each["of"]) for name, each in theirs["slots"].items()
    }
    assert (ours.quotes.right, ours.quotes.of) == (theirs["grounded"]["right"], theirs["grounded"]["of"])


def noisy(gold: Mapping[str, Sequence[GoldFact]], seed: int) -> dict[str, list[Claim]]:
    """Claims of a careless reader: facts are left out or told twice, with fields missing or taken from others."""
    chance = random.Random(seed)  # noqa: S311
    borderline = [fact for path in sorted((EVALUATION / "optional").glob("*.jsonl")) for fact in read_facts(path)]
    found: dict[str, list[Claim]] = {}
    for name, facts in gold.items():
        own = [*facts, *read_facts(EVALUATION / "optional" / f"{name}.jsonl"), chance.choice(borderline)]
        told = [fact for fact in own for _ in range(chance.choice((0, 1, 1, 2)))]
        found[name] = [careless(chance, name, fact, own) for fact in told]
        chance.shuffle(found[name])
    return found


def careless(chance: random.Random, name: str, fact: GoldFact, others: Sequence[GoldFact]) -> Claim:
    fields = FIELDS[fact.type]
    told = {field: getattr(fact, field) for field in fields}
    other = chance.choice([each for each in others if each.type == fact.type])
    field = chance.choice(fields)
    told[field] = None if field in MAY_BE_UNTOLD and chance.random() < 0.5 else getattr(other, field)
    if told.get("judgement") not in get_args(Judgement):
        told.pop("judgement", None)
    if fact.type == "tenure":
        told["interim"] = bool(told["interim"])
    quote = fact.quote if chance.random() < 0.9 else "never written"
    place = {"document": name, "quote": quote, "start_offset": 0, "end_offset": len(quote)}
    return from_line(json.dumps({"type": fact.type, **told, **place}))


@pytest.mark.parametrize("seed", range(5))
def test_any_claims_get_the_same_figures_as_from_the_shared_scorer(
    gold: dict[str, tuple[GoldFact, ...]], tmp_path: Path, seed: int
) -> None:
    claims = noisy(gold, seed)
    assert_same(our_figures(gold, claims), their_figures(tmp_path, claims))


def test_what_is_extracted_gets_the_same_figures_too(measured: Evaluation, claims: Claims, tmp_path: Path) -> None:
    assert_same(measured, their_figures(tmp_path, claims))


def test_the_five_seed_pages_are_read_well(measured: Evaluation) -> None:
    assert measured.genres["seed"].f1 >= 0.85


def test_all_documents_are_read_fairly_and_every_quote_is_verbatim(measured: Evaluation) -> None:
    assert measured.total.f1 >= 0.75
    assert measured.quotes.share == 1


def test_documents_that_no_model_learnt_from_are_read_fairly(
    gold: dict[str, tuple[GoldFact, ...]], claims: Claims
) -> None:
    aside = {name: facts for name, facts in gold.items() if name in set_aside(gold)}
    measured = our_figures(aside, claims)
    assert measured.total.precision >= 0.8
    assert measured.total.recall >= 0.6


def test_what_is_held_for_sure_is_right_95_times_in_100(measured: Evaluation) -> None:
    assert (measured.calibration.above.share or 0) >= 0.95
    assert measured.calibration.above.of > 100
