"""Which council a whole document is about: how it is named, how often, where, and in what part of its sentences."""

from __future__ import annotations

import bisect
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log1p

from spacy.tokens import Doc

from ingest.extraction.asides import is_aside
from ingest.extraction.layout import Paragraph
from ingest.mention import Mention
from ingest.trained import Features, chances

MODEL = "document_council"
FORM = re.compile(r"council|authority|borough", re.IGNORECASE)
LEAD = re.compile(r"\b([a-z]+) (?:the )?$", re.IGNORECASE)
WITHIN, BESIDE = frozenset("in at of for".split()), frozenset("from to by with and than like as".split())
OPENING = 5  # paragraphs in which a text says what it is about
COMPARED = ("share", "paragraphs", "firm", "span", "first", "words", "opening")


@dataclass(frozen=True)
class Page:
    """What a document offers to say what it is about."""

    title: str
    text: str
    doc: Doc
    paragraphs: tuple[Paragraph, ...]
    orgs: tuple[Mention, ...]


def weights(page: Page) -> dict[str, float]:
    """How probable it is of each council named, by key, that most of what the document states is about it."""
    offered = candidates(page)
    return dict(zip(offered, chances(MODEL, list(offered.values())), strict=True))


def candidates(page: Page) -> dict[str, Features]:
    """Every council named, by key, with its features: its own and those beside the other councils'."""
    named: dict[str, list[Mention]] = defaultdict(list)
    for each in page.orgs:
        if each.kind == "council":
            named[each.key].append(each)
    total = sum(map(len, named.values()))
    alone = {key: _alone(page, mentions, total) for key, mentions in named.items()}
    return {
        key: {**own, **_beside_others(own, list(alone.values())), "contained": _contained(named, key)}
        for key, own in alone.items()
    }


def _alone(page: Page, mentions: Sequence[Mention], total: int) -> dict[str, float]:
    length, starts = max(1, len(page.text)), [each.start for each in page.paragraphs]
    places = {bisect.bisect_right(starts, each.start) for each in mentions}
    opening = page.paragraphs[min(OPENING, len(page.paragraphs) - 1)].end if page.paragraphs else 0
    first = mentions[0]
    return {
        "count": log1p(len(mentions)),
        "share": len(mentions) / total,
        "paragraphs": len(places) / max(1, len(starts)),
        "in paragraphs": float(min(len(places), 15)),
        "first": log1p(first.start),
        "last": mentions[-1].start / length,
        "span": (mentions[-1].start - first.start) / length,
        "title": float(any(each.text in page.title for each in mentions)),
        "opening": float(sum(each.start < opening for each in mentions)),
        "known": float(bool(re.match(r"council/[EW]\d", first.key))),
        "words": page.text.count(_word(first)) / len(mentions),
        "in other bodies": float(
            any(first.text.split()[0] in each.name for each in page.orgs if each.kind != "council")
        ),
        **_manners(page, mentions, starts),
    }


def _manners(page: Page, mentions: Sequence[Mention], starts: Sequence[int]) -> dict[str, float]:
    """How the mentions stand in their sentences and paragraphs, as shares of them."""
    text, count = page.text, len(mentions)
    leads = Counter(_lead(text, each) for each in mentions)
    parts = Counter(_part(page.doc, each) for each in mentions)
    aside = sum(is_aside(text, each) for each in mentions)
    at = [max(bisect.bisect_right(starts, each.start) - 1, 0) for each in mentions]
    return {
        "aside": aside / count,
        "firm": float(min(count - aside, 10)),
        "form": sum(bool(FORM.search(each.text)) for each in mentions) / count,
        "possessive": sum(text[each.end : each.end + 2] in {"’s", "'s"} for each in mentions) / count,
        "headings": float(sum(page.paragraphs[index].is_heading for index in at)),
        "opens": sum(each.start - starts[index] < 6 for each, index in zip(mentions, at, strict=True)) / count,
        "subject": (parts["nsubj"] + parts["nsubjpass"]) / count,
        "object": parts["pobj"] / count,
        "modifier": (parts["compound"] + parts["poss"] + parts["nmod"]) / count,
        "within": sum(leads[word] for word in WITHIN) / count,
        "beside": sum(leads[word] for word in BESIDE) / count,
    }


def _beside_others(own: Mapping[str, float], all_of_them: Sequence[Mapping[str, float]]) -> dict[str, float]:
    found = {"rivals": float(min(len(all_of_them), 12))}
    for name in COMPARED:
        values = [each[name] for each in all_of_them]
        best = min(values) if name == "first" else max(values)
        found |= {f"best {name}": float(own[name] == best), f"behind in {name}": abs(own[name] - best)}
    return found


def _contained(named: Mapping[str, Sequence[Mention]], key: str) -> float:
    """In how many other councils' names the first word of its own stands."""
    word = _word(named[key][0])
    return float(sum(word in mentions[0].name for other, mentions in named.items() if other != key))


def _word(mention: Mention) -> str:
    return mention.text.split()[0]


def _lead(text: str, mention: Mention) -> str:
    match = LEAD.search(text[max(0, mention.start - 20) : mention.start])
    return match.group(1).lower() if match else ""


def _part(doc: Doc, mention: Mention) -> str:
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    return span.root.dep_ if span is not None and len(span) else ""
