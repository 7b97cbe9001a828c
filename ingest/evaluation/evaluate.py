"""The evaluation itself: pure, from facts and claims by document to all figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Literal

from graph.model import Claim
from ingest.evaluation.calibration import calibration, judged
from ingest.evaluation.errors import errors_of
from ingest.evaluation.figures import Evaluation, Figures, Share
from ingest.evaluation.gold import KINDS, GoldFact
from ingest.evaluation.likeness import post
from ingest.evaluation.matching import DATE_SLOTS, SLOTS, Matched, match, slots_told
from ingest.evaluation.tellings import Telling, of_fact

ROLES_SHOWN = 12
OTHER_ROLES = "other posts"
Counted = Literal["hits", "claims", "gold"]
Tally = tuple[str, Telling, Counted]
"""A document, what was told there, and what it counts as; a hit counts as a claim and as gold, too."""


def evaluate(
    gold: Mapping[str, Sequence[GoldFact]],
    claims: Mapping[str, Sequence[Claim]],
    *,
    optional: Mapping[str, Sequence[GoldFact]] | None = None,
    texts: Mapping[str, str] | None = None,
    set_aside: Collection[str] = (),
    threshold: float = 0.9,
) -> Evaluation:
    """Measure claims against gold, document by document; documents without gold are left out.

    `optional` facts are neither wanted nor wrong; `texts` are what quotes must be verbatim in (all pass where a text is
    not given); `set_aside` names documents that are counted apart, too; `threshold` is the confidence to be stated.
    """
    matched = [match(name, facts, claims.get(name, ()), (optional or {}).get(name, ())) for name, facts in gold.items()]
    tallies = [tally for each in matched for tally in _tallies(each)]
    by_kind = _grouped(tallies, lambda _, telling: [telling.type])
    slots = _slots(matched)
    return Evaluation(
        documents=len(gold),
        total=sum(by_kind.values(), Figures()),
        kinds={kind: by_kind.get(kind, Figures()) for kind in KINDS},
        roles=_by_role(tallies),
        genres=dict(sorted(_grouped(tallies, lambda document, _: _genres(document)).items())),
        halves=_halves(tallies, set_aside),
        slots=slots,
        dates=Share(right=sum(slots[slot].right for slot in DATE_SLOTS), of=sum(slots[slot].of for slot in DATE_SLOTS)),
        quotes=_quotes(gold, claims, texts or {}),
        calibration=calibration([claim for each in matched for claim in judged(each)], threshold),
        errors=tuple(error for each in matched for error in errors_of(each)),
    )


def _tallies(matched: Matched) -> Iterator[Tally]:
    for found in matched.found:
        yield matched.document, of_fact(found.fact), "hits"
    for fact in matched.missed:
        yield matched.document, of_fact(fact), "gold"
    for told in matched.extra:
        yield matched.document, told.telling, "claims"


def _grouped(tallies: Iterable[Tally], groups: Callable[[str, Telling], Iterable[str]]) -> dict[str, Figures]:
    counts: dict[str, Counter[str]] = {}
    for document, telling, counted in tallies:
        for group in groups(document, telling):
            counts.setdefault(group, Counter())[counted] += 1
    return {group: _figures(count) for group, count in counts.items()}


def _figures(count: Mapping[str, int]) -> Figures:
    hits = count["hits"]
    return Figures(hits=hits, claims=hits + count["claims"], gold=hits + count["gold"])


def _by_role(tallies: Iterable[Tally]) -> dict[str, Figures]:
    tenures = [tally for tally in tallies if tally[1].type == "tenure"]
    found = _grouped(tenures, lambda _, telling: [post(telling.text("role"))])
    ranked = sorted(found, key=lambda role: (-found[role].gold, -found[role].claims, role))
    shown = {role: found[role] for role in ranked[:ROLES_SHOWN]}
    others = ranked[ROLES_SHOWN:]
    return {**shown, OTHER_ROLES: sum((found[role] for role in others), Figures())} if others else shown


def _genres(document: str) -> list[str]:
    """What its name begins with; single pages and pages of a story also count together."""
    genre = document.partition("_")[0]
    return [genre, "seed + page"] if genre in ("seed", "page") else [genre]


def _halves(tallies: Iterable[Tally], set_aside: Collection[str]) -> dict[str, Figures]:
    if not set_aside:
        return {}
    return _grouped(tallies, lambda document, _: ["set aside" if document in set_aside else "read"])


def _slots(matched: Iterable[Matched]) -> dict[str, Share]:
    told = [slot for each in matched for found in each.found for slot in slots_told(found)]
    names = dict.fromkeys(slot for kind in KINDS for slot in SLOTS[kind])
    right, of = Counter(slot for slot, is_right in told if is_right), Counter(slot for slot, _ in told)
    return {name: Share(right=right[name], of=of[name]) for name in names}


def _quotes(documents: Iterable[str], claims: Mapping[str, Sequence[Claim]], texts: Mapping[str, str]) -> Share:
    quoted = [(claim.quote, texts.get(name)) for name in documents for claim in claims.get(name, ())]
    right = sum(bool(quote) and (text is None or quote in text) for quote, text in quoted)
    return Share(right=right, of=len(quoted))
