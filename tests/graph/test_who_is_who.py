"""How often automatic decisions on who is who are right: on pairs made by hand, and on real and told documents."""

import hashlib
import json
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path
from typing import Any

from graph.likeness import words
from graph.model import Claim, Document, Reading, TenureStatement
from graph.records import World
from graph.resolve import decisions, joined, mentions
from ingest.extraction import extract
from ingest.resolution import resolve
from ingest.told_elsewhere import read_claims
from tests.records import reading_of, records, resolved
from tests.shared import SHARED, needs_shared

HERE = Path(__file__).parent
TEXT = "x " * 8


def _side(name: str, told: dict[str, Any]) -> Reading:
    """One person as one document tells of them."""
    document = Document(id=name, source=name, sha256="0" * 64, text=TEXT, title=name, media_type="text/plain")
    claims = [
        Claim(
            document=name,
            statement=TenureStatement(person=told["name"], **post),
            quote="x",
            start_offset=2 * place,
            end_offset=2 * place + 1,
            method="hand",
            method_version="1",
        )
        for place, post in enumerate(told["told"])
    ]
    return resolve(document, claims)


def _decided(pair: dict[str, Any]) -> str:
    sides = [_side(name, pair[name]) for name in ("a", "b")]
    claims, known = records(sides)
    found = decisions(claims, World(known))
    same = joined(found, mentions(claims))
    one, other = (
        {same.get(each, each) for claim in side.claims for each in claim.about["aboutPerson"]} for side in sides
    )
    if one & other:
        return "same"
    return "unsure" if any(each.verdict == "unsure" for each in found) else "different"


def test_of_200_pairs_of_names_in_context_none_is_joined_wrongly_and_most_that_are_one_are_joined() -> None:
    pairs = [json.loads(line) for line in (HERE / "name_pairs.jsonl").read_text(encoding="utf-8").splitlines()]
    found = Counter((pair["same"], _decided(pair)) for pair in pairs)
    print({f"{'same' if truth else 'different'}, decided {told}": count for (truth, told), count in found.items()})
    assert len(pairs) >= 150
    assert found[True, "same"] / (found[True, "same"] + found[False, "same"]) >= 0.98
    assert found[True, "same"] / sum(count for (truth, _), count in found.items() if truth) >= 0.85


def _people_of_shared() -> dict[tuple[str, str], set[str]]:
    """The people whom each name in each document stands for, after all decisions."""
    wanted = [json.loads(line) for line in (HERE / "mentions.jsonl").read_text(encoding="utf-8").splitlines()]
    reports = {each["document"] for each in wanted if each["claims"] == "read"}
    readings = [
        reading_of(path, read_claims([SHARED / "evaluation" / "gold" / f"{path.stem}.jsonl"]))
        for path in sorted((SHARED / "evaluation" / "documents").glob("*.txt"))
    ]
    readings += [
        reading_of(path, extract) for path in sorted((SHARED / "reports").rglob("*.pdf")) if path.stem in reports
    ]
    claims, known = records(readings)
    world = resolved(claims, known)
    people: dict[tuple[str, str], set[str]] = defaultdict(set)
    for claim in claims:
        document = claim.source.id.removeprefix("document/")
        for person in (*claim.about.get("aboutPerson", ()), *claim.about.get("aboutInspector", ())):
            for name in {known[person].name, claim.text("personAsWritten") or known[person].name}:
                people[document, _hashed(name)].add(world.canonical(person))
    return people


def _hashed(name: str) -> str:
    return hashlib.sha256(" ".join(words(name)).encode()).hexdigest()[:12]


@needs_shared
def test_of_220_mentions_in_real_and_told_documents_those_of_one_person_are_found_to_be() -> None:
    people = _people_of_shared()
    sample = [json.loads(line) for line in (HERE / "mentions.jsonl").read_text(encoding="utf-8").splitlines()]
    pairs: Counter[tuple[bool, bool]] = Counter()
    for one, other in combinations(sample, 2):
        first, second = (people[each["document"], each["name"]] for each in (one, other))
        pairs[one["person"] == other["person"], bool(first & second)] += 1
    right, wrong, missed = pairs[True, True], pairs[False, True], pairs[True, False]
    print(f"precision {right / (right + wrong):.3f}, recall {right / (right + missed):.3f} of {right + missed} pairs")
    assert right / (right + wrong) >= 0.98
    assert right / (right + missed) >= 0.95
