"""When a tenure began and ended: every date told near the person is a candidate for either."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from ingest.dates import DateMention
from ingest.extraction.context import Context
from ingest.extraction.deciding.features import CLASS
from ingest.extraction.drafts import Draft
from ingest.extraction.periods import split
from ingest.extraction.syntax import objects, person_at, subject, verb_of
from ingest.moments import days
from ingest.trained import Features, distribution

Tenure = tuple[str, str, str | None]  # person's key, role, body
LEAST = {"start": 0.5, "end": 0.5}
LEAVING = re.compile(
    r"\b(?:left|leav\w+|resign\w*|retir\w+|quit|depart\w*|stepp?\w* (?:down|aside)|stood down|until|sacked|dismissed|"
    r"exit|replaced|succeeded|moved|ended|go(?:es|ing)?|went|last day|farewell)\b",
    re.IGNORECASE,
)
COMING = re.compile(
    r"\b(?:join\w*|appoint\w*|start\w*|beg[aiu]n\w*|became|becom\w+|took|takes?|taking|since|arriv\w+|named|promoted|"
    r"elected|succeed\w*|replac\w+|from|return\w*|recruited|hired|installed|came)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Timing:
    """A date that may be the start or the end of a tenure; `value` is EDTF, one part where the date is a range."""

    tenure: Tenure
    draft: Draft
    date: DateMention
    value: str
    part: str


class Times:
    """Finds starts and ends for one document's tenures."""

    def __init__(self, context: Context, drafts: Sequence[Draft]) -> None:
        self._context = context
        self._of: dict[Tenure, list[Draft]] = defaultdict(list)
        for each in drafts:
            self._of[each.person.key, each.role, each.org].append(each)
        self._drafts = tuple(drafts)
        self._places: dict[str, list[int]] = defaultdict(list)
        for person in context.people:
            self._places[person.key].append(person.start)
        for token in context.doc:
            if token.lower_ in {"he", "she", "his", "her"} and (found := context.person_of(token)):
                self._places[found.key].append(token.idx)

    def timings(self) -> tuple[Timing, ...]:
        """Every date in or right after a sentence that speaks of a tenure's person or post."""
        return tuple(timing for tenure, own in self._of.items() for timing in self._near(tenure, own))

    def _near(self, tenure: Tenure, own: list[Draft]) -> list[Timing]:
        places = sorted({*self._places[tenure[0]], *(each.at for each in own)})
        found: dict[tuple[int, str], Timing] = {}
        for place in places:
            sentence = self._context.sentence(place)
            for date in self._context.dates_in(sentence.start_char, sentence.end_char + 160):
                draft = min(own, key=lambda each: abs(each.at - date.start))
                first, last = split(date)
                parts = [("whole", first)] if first == last else [("first", first), ("last", last)]
                for part, value in parts:
                    found.setdefault((date.start, part), Timing(tenure, draft, date, value, part))
        return list(found.values())

    def settled(self) -> list[Draft]:
        """The drafts and, where the model finds a start or an end that they lack, one more with it."""
        offered = self.timings()
        weighed = [self.features(each) for each in offered]
        scores = distribution("tenure_times", weighed)
        best: dict[tuple[Tenure, str], tuple[float, Timing]] = {}
        for timing, known, chance in zip(offered, weighed, scores, strict=True):
            if not known.get("factual", 1.0):
                continue  # "denied that she would leave in July"
            for side in ("start", "end"):
                score = chance[side]
                if score > best.get((timing.tenure, side), (LEAST[side],))[0]:
                    best[timing.tenure, side] = (score, timing)
        added = [draft for (tenure, side), (_, timing) in best.items() if (draft := self._with(tenure, side, timing))]
        return [*self._drafts, *added]

    def _with(self, tenure: Tenure, side: str, timing: Timing) -> Draft | None:
        own = self._of[tenure]
        if any(getattr(each, side) for each in own):
            return None
        if side == "end" and any(each.start and _is_before(timing.value, each.start) for each in own):
            return None
        sentence = self._context.sentence(timing.date.start)
        begin, finish = min(timing.draft.begin, sentence.start_char), max(timing.draft.finish, sentence.end_char)
        if finish - begin > 500:
            begin, finish = sentence.start_char, sentence.end_char
        start, end = (timing.value, None) if side == "start" else (None, timing.value)
        return replace(timing.draft, begin=begin, finish=finish, start=start, end=end)

    def features(self, timing: Timing) -> Features:
        """One timing's features: what the frames said, words, parse, place, what else is told."""
        own, date, context = self._of[timing.tenure], timing.date, self._context
        sentence = context.sentence(date.start)
        low, high = sentence.start_char, sentence.end_char
        words = context.text[low:high]
        ahead, behind = context.text[max(low, date.start - 40) : date.start], context.text[date.end : date.end + 40]
        return {
            "framed start": float(any(each.start == timing.value for each in own)),
            "framed end": float(any(each.end == timing.value for each in own)),
            "other start": float(any(each.start and each.start != timing.value for each in own)),
            "other end": float(any(each.end and each.end != timing.value for each in own)),
            "of another start": float(self._is_of_another(timing, "start")),
            "of another end": float(self._is_of_another(timing, "end")),
            "status": timing.draft.status,
            "interim": float(timing.draft.interim),
            "relation": date.relation,
            "part": timing.part,
            "precision": date.precision,
            "leaving before": float(bool(LEAVING.search(ahead))),
            "coming before": float(bool(COMING.search(ahead))),
            "leaving after": float(bool(LEAVING.search(behind))),
            "coming after": float(bool(COMING.search(behind))),
            "leaving": float(bool(LEAVING.search(words))),
            "coming": float(bool(COMING.search(words))),
            "lead": re.sub(r"[^a-z(–-]", "", (ahead.lower().split() or [""])[-1])[:10],
            "past": _age(timing.value, context.document.published),
            "same as published": float(timing.value == context.document.published),
            "dates in sentence": float(len(context.dates_in(low, high))),
            **self._place(timing, low, high),
            **self._clause(timing),
        }

    def _is_of_another(self, timing: Timing, side: str) -> bool:
        key = timing.tenure[0]
        return any(getattr(each, side) == timing.value for each in self._drafts if each.person.key != key)

    def _place(self, timing: Timing, low: int, high: int) -> Features:
        date, context = timing.date, self._context
        places = self._places[timing.tenure[0]]
        nearest = min(places, key=lambda place: abs(place - date.start), default=date.start)
        post = min((each.at for each in self._of[timing.tenure]), key=lambda at: abs(at - date.start))
        left, right = sorted((nearest, date.start))
        others = {each.key for each in context.people_in(left, right)} - {timing.tenure[0]}
        people = {each.key for each in context.people_in(low, high)}
        tenures = [each for each in self._of if each[0] == timing.tenure[0]]
        return {
            "from person": float(min(abs(nearest - date.start), 600)),
            "person before": float(nearest < date.start),
            "person in sentence": float(any(low <= place < high for place in places)),
            "from post": float(min(abs(post - date.start), 900)),
            "post before": float(post < date.start),
            "post in sentence": float(low <= post < high),
            "others between": float(len(others)),
            "people in sentence": float(len(people)),
            "posts of person": float(len(tenures)),
            "nearest post of person": float(self._is_nearest(timing, tenures)),
            "gap": context.text[post : date.start].strip()[-6:].lower() if 0 < date.start - post < 60 else "",
        }

    def _is_nearest(self, timing: Timing, tenures: list[Tenure]) -> bool:
        def far(tenure: Tenure) -> int:
            return min(abs(each.at - timing.date.start) for each in self._of[tenure])

        return far(timing.tenure) == min(far(each) for each in tenures)

    def _clause(self, timing: Timing) -> Features:
        context = self._context
        span = context.doc.char_span(timing.date.start, timing.date.end, alignment_mode="expand")
        verb = verb_of(span.root) if span is not None and len(span) else None
        if verb is None:
            return {"verb": "none"}
        who = person_at(context, subject(verb))
        whom = next((found for each in objects(verb) if (found := person_at(context, each))), None)
        key = timing.tenure[0]
        return {
            "verb": CLASS.get(verb.lemma_, "other"),
            "lemma": verb.lemma_[:12],
            "tense": verb.tag_,
            "passive": float(any(each.dep_ == "auxpass" for each in verb.children)),
            "is subject": float(who is not None and who.key == key),
            "is object": float(whom is not None and whom.key == key),
            "another is subject": float(who is not None and who.key != key),
            "factual": float(context.is_factual(verb)),
            "will": float(_has_will(verb)),
        }


def _has_will(verb: Token) -> bool:
    return any(each.lower_ in {"will", "would", "due"} for each in verb.children)


def _age(value: str, published: str | None) -> float:
    """Years from a date to the document's; -99 where either is open."""
    then, now = days(value), days(published)
    return max(-10.0, min(30.0, (now[0] - then[0]).days / 365)) if then and now else -99.0


def _is_before(value: str, other: str) -> bool:
    one, two = days(value), days(other)
    return one is not None and two is not None and one[1] < two[0]
