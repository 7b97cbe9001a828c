"""How probable the model finds it that people hold posts: those that frames joined, and those that no frame did."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from ingest.extraction.context import Context
from ingest.extraction.deciding.features import evidence, features
from ingest.extraction.deciding.pairs import Pair, pairs
from ingest.extraction.deciding.wording import MODEL as WORDING
from ingest.extraction.deciding.wording import wordings
from ingest.extraction.drafts import Draft
from ingest.extraction.links import Link
from ingest.extraction.posts import Post
from ingest.trained import chances, likelihoods

LEAST, OF_DATE, OVER_LINES, OF_ANOTHER = 0.5, 0.6, 0.7, 0.8
"""How likely a pair must be; where only a date speaks for it, an empty line parts the two, or the post has a holder in
its own sentence (who is `SURE`), likelier."""
SURE = 0.9
Weighed = Sequence[tuple[float, Pair]]


def weighed(context: Context, posts: Sequence[Post], framed: Sequence[Draft]) -> Weighed:
    """Every candidate with its chance, the likeliest first."""
    candidates = pairs(context, posts)
    known = evidence(context, framed)
    words = likelihoods(WORDING, wordings(context, posts, candidates))
    told = [
        {**features(context, each, known), "wording": wording} for each, wording in zip(candidates, words, strict=True)
    ]
    scores = chances("tenure_pairs", told)
    return sorted(zip(scores, candidates, strict=True), key=lambda each: -each[0])


def added(context: Context, candidates: Weighed, framed: Sequence[Draft]) -> Iterator[Link]:
    """Links of people and posts that the frames left apart: the likeliest place of each pair."""
    told: set[tuple[str | None, ...]] = {
        key for each in framed for key in ((each.person.key, each.role), (each.person.key, each.role, each.org))
    }
    held = {pair.seat.start for score, pair in candidates if pair.seat.is_named and not pair.away and score > SURE}
    for score, pair in candidates:
        key = _key(pair)
        if score >= _least(context, pair, held) and key not in told:
            told.add(key)
            yield _link(pair, float(score))


def _least(context: Context, pair: Pair, held: Collection[int]) -> float:
    if not pair.seat.is_named:
        return OF_DATE if pair.seat.is_dated else LEAST
    (_, end), (start, _) = sorted([(pair.holder.start, pair.holder.end), (pair.seat.start, pair.seat.end)])
    is_far = pair.away != 0 and "\n\n" in context.text[end:start]
    is_anothers = pair.away != 0 and pair.seat.start in held
    return max(LEAST, OVER_LINES * is_far, OF_ANOTHER * is_anothers)


def paired(candidates: Weighed, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts, each with the chance of its person in its post where that was a candidate."""
    known = {(pair.holder.person.key, _at(pair)): score for score, pair in reversed(candidates)}
    return [replace(each, paired=known.get((each.person.key, each.at), each.paired)) for each in drafts]


def _at(pair: Pair) -> int:
    """Where a draft of the pair says that the post is."""
    return pair.seat.post.mention.start if pair.seat.is_named else pair.seat.start


def _key(pair: Pair) -> tuple[str | None, ...]:
    """What one place suffices for: a person's post or, where it is only referred to, their post at its body."""
    person, post = pair.holder.person.key, pair.seat.post
    return (person, post.role) if pair.seat.is_named else (person, post.role, next(iter(post.orgs), None))


def _link(pair: Pair, score: float) -> Link:
    seat, post = pair.seat, pair.seat.post
    if not seat.is_named:
        mention = replace(post.mention, start=seat.start, end=seat.end, core=seat.start, ended=False, coming=False)
        post = replace(post, start=seat.start, end=seat.end, mention=mention)
    begin, finish = min(pair.holder.start, seat.start), max(pair.holder.end, seat.end)
    return Link(pair.holder.person, post, "weighed", score, begin, finish)
