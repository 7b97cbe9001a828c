"""When a tenure began and ended: the likeliest of the dates told near it.

Each date is weighed by itself first, then in the light of what that made of all others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ingest.extraction.context import Context
from ingest.extraction.deciding.timefeatures import features, is_of_other_words
from ingest.extraction.deciding.timesagreed import UNKNOWN, Likeliest, agreed
from ingest.extraction.deciding.timesamong import MODEL as AMONG
from ingest.extraction.deciding.timesamong import SIDES, Chances, among
from ingest.extraction.deciding.timewording import MODEL as WORDING
from ingest.extraction.deciding.timewording import wordings
from ingest.extraction.deciding.timings import Tenure, Timing, Told, timings
from ingest.extraction.drafts import Draft
from ingest.extraction.factuality import ANNOUNCING
from ingest.extraction.posts import Post
from ingest.moments import days
from ingest.trained import Features, distribution, in_light, worded

MODEL = "tenure_times"
LEAST = 0.4  # chance of a date that is told, whether frames or the model found it
FRAMED = 0.2  # where frames found it, and its wording by itself has so much as `LEAST`
Best = dict[tuple[Tenure, str], Timing]


def timed(context: Context, posts: Sequence[Post], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts and, where the model finds a start or an end that they lack, one more with it."""
    told = Told(context, posts, drafts)
    offered = timings(told)
    known = weighed(told, offered)
    chances = distribution(AMONG, known)
    likeliest = _likeliest(offered, known, chances)
    kept = _undoubted(drafts, likeliest)
    told = replace(told, drafts=kept)
    best = _best(told, offered, known, chances)
    added = [draft for (tenure, side), timing in best.items() if (draft := _with(told, tenure, side, timing))]
    return agreed([*kept, *added], likeliest)


def _likeliest(offered: Sequence[Timing], known: Sequence[Features], chances: Sequence[Chances]) -> Likeliest:
    """How likely the likeliest mention of each date makes it a tenure's start or end.

    Where the trees doubt what frames and the wording agree on, what the wording makes of it counts.
    """
    found: dict[tuple[Tenure, str, str | None], float] = {}
    for timing, each, chance in zip(offered, known, chances, strict=True):
        for side in SIDES:
            key, words = (timing.tenure, side, timing.value), float(each[f"worded {side}"])
            is_agreed = bool(each[f"framed {side}"]) and chance[side] > FRAMED and words > LEAST
            found[key] = max(chance[side], words * is_agreed, found.get(key, 0.0))
    return found


def _undoubted(drafts: Sequence[Draft], likeliest: Likeliest) -> list[Draft]:
    """The drafts, without the dates that frames gave them and the model finds unlikely."""

    def kept(draft: Draft, side: str, value: str | None) -> str | None:
        return value if likeliest.get((draft.tenure, side, value), UNKNOWN) > LEAST else None

    return [replace(each, start=kept(each, "start", each.start), end=kept(each, "end", each.end)) for each in drafts]


def weighed(told: Told, offered: Sequence[Timing]) -> list[Features]:
    """The features of each timing, with what the models of wordings and of single dates make of all."""
    words = worded(WORDING, wordings(told, offered))
    alone = [{**features(told, timing), **of_words(chance)} for timing, chance in zip(offered, words, strict=True)]
    return in_light(alone, among(offered, distribution(MODEL, alone)))


def of_words(chance: Mapping[str, float]) -> Features:
    """What the model of wordings finds, as features."""
    return {f"worded {side}": chance[side] for side in SIDES}


def _best(told: Told, offered: Sequence[Timing], known: Sequence[Features], chances: Sequence[Chances]) -> Best:
    """The likeliest start and end of each tenure."""
    best: dict[tuple[Tenure, str], tuple[float, Timing]] = {}
    for timing, each, chance in zip(offered, known, chances, strict=True):
        for side in _sides(told, timing, each):
            if chance[side] > best.get((timing.tenure, side), (LEAST,))[0]:
                best[timing.tenure, side] = (chance[side], timing)
    return {key: timing for key, (_, timing) in best.items()}


def _sides(told: Told, timing: Timing, known: Features) -> Sequence[str]:
    """What a date can be at all.

    Nothing where it is denied ("denied that she would leave in July"), told of a thing ("her holiday ended in May"), is
    of other words ("the board of 2016 (until May)") or of the telling ("announced it three weeks ago"); no start that
    is a bound ("before 2010"), or when the person left a post ("quit in May to become").
    """
    is_of_telling = known.get("lemma") in ANNOUNCING and timing.date.text.endswith(" ago")
    if not known.get("factual", 1.0) or known.get("of a thing") or is_of_telling or is_of_other_words(told, timing):
        return ()
    is_leaving = known["verb"] == "leave" and bool(known.get("is subject"))
    return SIDES[1:] if timing.date.relation == "before" or is_leaving else SIDES


def _with(told: Told, tenure: Tenure, side: str, timing: Timing) -> Draft | None:
    own = told.of[tenure]
    if any(getattr(each, side) for each in own) or (side == "end" and _ends_too_soon(own, timing.value)):
        return None
    sentence = told.context.sentence(timing.date.start)
    begin, finish = min(timing.draft.begin, sentence.start_char), max(timing.draft.finish, sentence.end_char)
    if finish - begin > 500:
        begin, finish = sentence.start_char, sentence.end_char
    start, end = (timing.value, None) if side == "start" else (None, timing.value)
    return replace(timing.draft, begin=begin, finish=finish, start=start, end=end)


def _ends_too_soon(own: Iterable[Draft], end: str) -> bool:
    return any(each.start and _is_before(end, each.start) for each in own)


def _is_before(value: str, other: str) -> bool:
    one, two = days(value), days(other)
    return one is not None and two is not None and one[1] < two[0]
