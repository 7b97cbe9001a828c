"""What is known of a candidate pair, as numbers and words that a model can weigh."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from ingest.extraction.context import Context
from ingest.extraction.deciding.pairs import Pair
from ingest.extraction.drafts import Draft
from ingest.extraction.politicians import calling, politicians
from ingest.trained import Features

VERBS = {
    "start": "become join start begin take assume arrive return step move land inherit",
    "made": "appoint name make promote hire recruit elect confirm choose select install instal bring second unveil",
    "hold": "be hold serve work act remain stay lead run head chair manage oversee fill cover combine spend do have",
    "leave": "leave resign retire quit depart exit go vacate stand sack dismiss suspend replace oust relinquish",
    "succeed": "succeed replace follow",
    "say": "say tell add write explain admit warn comment insist believe argue think welcome thank praise describe",
    "unreal": "deny rule call urge hope want wish consider recommend suggest propose expect plan seek refuse decline",
}
CLASS = {lemma: kind for kind, lemmas in VERBS.items() for lemma in lemmas.split()}
CAPITAL = re.compile(r"\b[A-Z][a-z]")
QUOTE = re.compile(r"[“”\"]")


@dataclass(frozen=True)
class Evidence:
    """What the frames found in the document, looked up for each candidate."""

    drafts: tuple[Draft, ...]
    roles_of: dict[str, Counter[str]]
    holders_of: dict[str, Counter[str]]
    named: Counter[str]
    politicians: frozenset[str]


def evidence(context: Context, drafts: Sequence[Draft]) -> Evidence:
    """Index the frames' drafts by person and by role."""
    roles_of: dict[str, Counter[str]] = {}
    holders_of: dict[str, Counter[str]] = {}
    for each in drafts:
        roles_of.setdefault(each.person.key, Counter())[each.role] += 1
        holders_of.setdefault(each.role, Counter())[each.person.key] += 1
    named = Counter(each.key for each in context.people)
    return Evidence(tuple(drafts), roles_of, holders_of, named, politicians(context))


def features(context: Context, pair: Pair, known: Evidence) -> Features:
    """One candidate's features: place, words between, parse, post, person, frames."""
    return {
        **_place(context, pair),
        **_words(context, pair),
        **_parse(context, pair),
        **_post(context, pair),
        **_frames(context, pair, known),
    }


def _place(context: Context, pair: Pair) -> Features:
    holder, seat = pair.holder, pair.seat
    before = holder.start < seat.start
    distance = seat.start - holder.end if before else holder.start - seat.end
    return {
        "before": float(before),
        "distance": float(distance),
        "away": float(pair.away),
        "between people": float(pair.between),
        "rank": float(pair.rank),
        "pronoun": float(holder.is_pronoun),
        "named": float(seat.is_named),
        "full name": float(" " in holder.person.text),
        "same paragraph": float(context.paragraph(holder.start) == context.paragraph(seat.start)),
    }


def _words(context: Context, pair: Pair) -> Features:
    spans = (pair.holder.start, pair.holder.end), (pair.seat.start, pair.seat.end)
    (start, stop), (restart, finish) = sorted(spans)
    gap = context.text[stop:restart]
    after = context.text[finish : finish + 3]
    lead = context.text[max(0, start - 25) : start].lower()
    shape = gap.strip(" ") if len(gap) <= 3 else re.sub(r"[^a-z,;:()\n–-]", "", " ".join(gap.lower().split()[:1]))[:8]
    return {
        "gap": shape,
        "commas": float(gap.count(",")),
        "stops": float(len(re.findall(r"[.;:!?]\s", gap))),
        "lines": float(gap.count("\n")),
        "quotes": float(len(QUOTE.findall(gap))),
        "capitals": float(len(CAPITAL.findall(gap))),
        "and": float(" and " in gap or " & " in gap),
        "by": float(bool(re.search(r"\bby\b", gap))),
        "with": float(bool(re.search(r"\b(?:with|told|alongside|under|to)\b", gap))),
        "of after": float(after.lower().startswith(("’s", "'s"))),
        "before word": re.sub(r"[^a-z]", "", (lead.split() or [""])[-1])[:10],
    }


def _parse(context: Context, pair: Pair) -> Features:
    one, other = _head(context, pair.holder.start, pair.holder.end), _head(context, *_core(pair))
    if one is None or other is None or one.sent != other.sent:
        return {"path": "none", "path length": 20.0}
    up, down, top = _path(one, other)
    verb = next((each for each in (top, *top.ancestors) if each.pos_ in {"VERB", "AUX"}), top)
    return {
        "path": ("<".join(up) + "^" + ">".join(down)) if len(up) + len(down) <= 4 else "long",
        "path length": float(len(up) + len(down)),
        "person is": one.dep_,
        "post is": other.dep_,
        "top is person": float(top == one),
        "top is post": float(top == other),
        "top verb": CLASS.get(top.lemma_, "other") if top.pos_ in {"VERB", "AUX"} else top.pos_,
        "verb class": CLASS.get(verb.lemma_, "other"),
        "factual": float(context.is_factual(verb)),
        "passive": float(any(each.dep_ == "auxpass" for each in verb.children)),
        "prepositions": "+".join(sorted({each.lower_ for each in _prepositions(one, other, top)}))[:24],
    }


def _core(pair: Pair) -> tuple[int, int]:
    mention = pair.seat.post.mention
    return (mention.core, mention.end) if pair.seat.is_named else (pair.seat.start, pair.seat.end)


def _head(context: Context, start: int, end: int) -> Token | None:
    span = context.doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def _path(one: Token, other: Token) -> tuple[list[str], list[str], Token]:
    above = [one, *one.ancestors]
    places = {token.i: index for index, token in enumerate(above)}
    down: list[str] = []
    current = other
    while current.i not in places and current.head != current:
        down.append(current.dep_)
        current = current.head
    up = [token.dep_ for token in above[: places.get(current.i, len(above))]]
    return up, down[::-1], current


def _prepositions(one: Token, other: Token, top: Token) -> list[Token]:
    found = []
    for start in (one, other):
        current = start
        while current not in (top, current.head):
            current = current.head
            if current.pos_ == "ADP" and current != top:
                found.append(current)
    return found


def _post(context: Context, pair: Pair) -> Features:
    post = pair.seat.post
    lead = context.text[max(0, post.start - 14) : post.start + 4].lower()
    article = re.search(r"\b(a|an|the|its|their|our|his|her|no|any|every|new|next)\b(?=[^a-z]*\w{0,4}$)", lead)
    return {
        "role": post.role if len(post.role) < 40 else "long",
        "family": post.mention.family,
        "ended": float(post.mention.ended),
        "coming": float(post.mention.coming),
        "interim": float(post.mention.interim),
        "plural": float(post.mention.plural),
        "explicit": float(post.is_explicit),
        "article": article.group(1) if article else "",
        "heading": float(context.paragraph(post.start).is_heading),
        **_reference(context, pair),
    }


def _reference(context: Context, pair: Pair) -> Features:
    """How a post that is only referred to is: the words that refer to it, and what was told since it was named."""
    seat, named = pair.seat, pair.seat.post.mention
    if seat.is_named:
        return {"cue": "named"}
    since = context.people_in(named.end, seat.start)
    return {
        "cue": context.text[seat.start : seat.end].split()[-1].lower()[:12],
        "since": float(min(seat.start - named.end, 1500)),
        "people since": float(min(len({each.key for each in since}), 6)),
        "paragraphs since": float(min(context.text.count("\n", named.end, seat.start), 8)),
    }


def _frames(context: Context, pair: Pair, known: Evidence) -> Features:
    key, role, at = pair.holder.person.key, pair.seat.post.role, pair.seat.post.mention.start
    here = [each for each in known.drafts if each.at == at]
    mine = [each for each in here if each.person.key == key]
    sentence = context.sentence(pair.seat.start)
    near = [
        each for each in known.drafts if each.person.key == key and sentence.start_char <= each.at < sentence.end_char
    ]
    return {
        "politician": f"{key in known.politicians:d}/{calling(role)}",
        "framed callings": "+".join(sorted({calling(each) for each in known.roles_of.get(key, ())})),
        "framed": max((each.confidence for each in mine), default=0.0),
        "framed to another": float(bool(here) and not mine),
        "framed in sentence": float(any(each.role == role for each in near)),
        "other post in sentence": float(any(each.role != role for each in near)),
        "framed in document": float(min(known.roles_of.get(key, Counter())[role], 5)),
        "other posts of person": float(len([each for each in known.roles_of.get(key, ()) if each != role])),
        "other holders of role": float(len([each for each in known.holders_of.get(role, ()) if each != key])),
        "named often": float(min(known.named[key], 9)),
    }
