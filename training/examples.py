"""What each model learns from: the candidates of annotated documents, with what the readers' facts say of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ingest.evaluation.days import days
from ingest.evaluation.likeness import same_body
from ingest.evaluation.tellings import Telling, of_fact, of_statement, same_event
from ingest.extraction import directions, inspections, tenures
from ingest.extraction.context import Context, Parsed, context_of, parsed
from ingest.extraction.deciding import timefeatures, timewording
from ingest.extraction.deciding import timings as dates
from ingest.extraction.deciding.concerns import Concerns, Told
from ingest.extraction.deciding.eventdates import event_dates
from ingest.extraction.deciding.features import evidence, features
from ingest.extraction.deciding.owners import EXECUTIVES, Offered, Owners
from ingest.extraction.deciding.pairs import Pair, pairs
from ingest.extraction.deciding.subject import candidates
from ingest.extraction.deciding.wording import MODEL as WORDING
from ingest.extraction.deciding.wording import wordings
from ingest.extraction.drafts import Draft
from ingest.extraction.letters import is_form
from ingest.extraction.posts import Post, posts
from ingest.extraction.sightings import Sighting
from ingest.trained import Features, likelihoods
from training.corpus import Annotated

Example = tuple[Features, str]
LEAST_FACTS, OF_MOST = 2, 0.75
"""A document is about a council with so many facts, and with such a share of those that the foremost has."""


@dataclass(frozen=True)
class Lesson:
    """An annotated document, read."""

    annotated: Annotated

    @cached_property
    def parsed(self) -> Parsed:
        """Its text and parse."""
        return parsed(self.annotated.document)

    @cached_property
    def context(self) -> Context:
        """Its parse, people, bodies and dates, as the model of places in use has them."""
        return context_of(self.parsed)

    @cached_property
    def posts(self) -> tuple[Post, ...]:
        """Its posts."""
        return posts(self.context)

    @cached_property
    def framed(self) -> list[Draft]:
        """The tenures that frames find in it."""
        return tenures.framed(self.context, self.posts)

    def is_about_foremost(self) -> bool:
        """Whether the model in use finds what the readers tell most about; the reading goes by it from now on."""
        told = {key: _facts_about(self, key) for key in candidates(self.context.page)}
        found = self.context.focus.council
        return max(told.values(), default=0) == (told[found.key] if found else 0)

    @cached_property
    def pairs(self) -> tuple[Example, ...]:
        """Its people and posts as examples, as far as no other model has a part in them."""
        return tuple(example for example, _ in self._worded)

    @cached_property
    def wordings(self) -> tuple[str, ...]:
        """How the text words each of its people and posts."""
        return tuple(wording for _, wording in self._worded)

    @cached_property
    def _worded(self) -> tuple[tuple[Example, str], ...]:
        return tuple(_of_pairs(self))

    @cached_property
    def wanted(self) -> tuple[Telling, ...]:
        """The readers' facts."""
        return tuple(of_fact(each) for each in self.annotated.facts)

    @cached_property
    def optional(self) -> tuple[Telling, ...]:
        """The readers' facts that are neither wanted nor wrong."""
        return tuple(of_fact(each) for each in self.annotated.optional)

    def judge(self, telling: Telling) -> str | None:
        """Whether the readers found it too; None where it is neither wanted nor wrong."""
        if any(same_event(fact, telling) for fact in self.wanted):
            return "yes"
        return None if any(same_event(fact, telling) for fact in self.optional) else "no"


def tenure(person: str, role: str, org: str | None) -> Telling:
    """A tenure that a candidate would tell."""
    return Telling("tenure", {"person": person, "role": role, "org": org})


def of_councils(lesson: Lesson) -> Iterator[Example]:
    """The councils that a document names: is one of them what most of the readers' facts are about?"""
    offered = candidates(lesson.context.page)
    told = {key: _facts_about(lesson, key) for key in offered}
    most = max(told.values(), default=0)
    if most >= LEAST_FACTS:
        for key, each in offered.items():
            yield each, "yes" if told[key] >= max(LEAST_FACTS, OF_MOST * most) else "no"


def _facts_about(lesson: Lesson, key: str) -> int:
    names = {each.name for each in lesson.context.orgs if each.key == key}
    return sum(any(same_body(body, name) for body in bodies_of(fact) for name in names) for fact in lesson.wanted)


def bodies_of(fact: Telling) -> list[str]:
    """The bodies that a fact is about: the councils of a trust."""
    found = fact.given("councils") if fact.type == "trust" else [fact.given("org")]
    return [each for each in (found if isinstance(found, list | tuple) else ()) if isinstance(each, str)]


def of_wordings(lesson: Lesson) -> Iterator[tuple[str, str]]:
    """How people and posts are worded."""
    yield from ((wording, verdict) for wording, (_, verdict) in zip(lesson.wordings, lesson.pairs, strict=True))


def of_pairs(lesson: Lesson) -> Iterator[Example]:
    """People and posts; of a post that is named, whose it is does not matter here."""
    scores = likelihoods(WORDING, lesson.wordings)
    for (known, verdict), wording in zip(lesson.pairs, scores, strict=True):
        yield {**known, "wording": wording}, verdict


def _of_pairs(lesson: Lesson) -> Iterator[tuple[Example, str]]:
    known = evidence(lesson.context, lesson.framed)
    found = pairs(lesson.context, lesson.posts)
    for pair, wording in zip(found, wordings(lesson.context, lesson.posts, found), strict=True):
        verdict = _of_any_body(lesson, pair)
        if verdict:
            yield (features(lesson.context, pair, known), verdict), wording


def _of_any_body(lesson: Lesson, pair: Pair) -> str | None:
    person, post = pair.holder.person.name, pair.seat.post
    if not pair.seat.is_named:
        return _best(lesson.judge(tenure(person, post.role, org)) for org in post.orgs or (None,))
    told = {str(org) for fact in (*lesson.wanted, *lesson.optional) for org in fact.texts("org")}
    roles = EXECUTIVES.values() if post.role in EXECUTIVES.values() else (post.role,)
    return _best(lesson.judge(tenure(person, role, org)) for org in told for role in roles)


def _best(verdicts: Iterable[str | None]) -> str | None:
    found = set(verdicts)
    return "yes" if "yes" in found else None if None in found else "no"


def owners_of(lesson: Lesson) -> Owners:
    """The posts of a document for which a body may be chosen."""
    return Owners(lesson.context, lesson.posts, tenures.unowned(lesson.context, lesson.posts, lesson.framed))


def of_owners(lesson: Lesson, owners: Owners) -> Iterator[tuple[Offered, list[str]]]:
    """Posts with the bodies offered and a verdict on each, where the readers found the holder with one of them."""
    for each in owners.offered:
        verdicts = [_owned(lesson, owners, each.draft, body.name) for body in each.bodies]
        if "yes" in verdicts:
            yield each, verdicts


def of_owners_among(lesson: Lesson, owners: Owners) -> Iterator[Example]:
    """The same bodies, in the light of what the models in use make of every other post of the document."""
    choices = owners.alone()
    for choice, offered in zip(choices, owners.among(choices), strict=True):
        verdicts = [_owned(lesson, owners, choice.draft, name) for name in choice.names if offered]
        if "yes" in verdicts:
            yield from zip(offered, verdicts, strict=True)


def _owned(lesson: Lesson, owners: Owners, draft: Draft, org: str) -> str:
    told = [fact for fact in (*lesson.wanted, *lesson.optional) if fact.given("org")]
    telling = tenure(draft.person.name, owners.role_at(draft.role, org), org)
    return "yes" if any(same_event(fact, telling) for fact in told) else "no"


def of_events(lesson: Lesson) -> Iterator[Example]:
    """Bodies for an inspection or direction, where the readers found it with one of them."""
    context, dates = lesson.context, event_dates(lesson.context)
    if not is_form(context):
        seen = [*inspections.sightings(context, dates)]
        yield from _concerned(lesson, Concerns(context, seen), [_inspected(context, each) for each in seen])
    imposed = directions.imposed(context, dates)
    told = [of_statement(each.statement()) for each in imposed]
    yield from _concerned(lesson, Concerns(context, imposed, directions.COUNCILS), told)


def _inspected(context: Context, each: Sighting) -> Telling:
    return of_statement(each.statement(inspections.kind_of(context, each)))


def _concerned(lesson: Lesson, concerns: Concerns[Told], tellings: Sequence[Telling]) -> Iterator[Example]:
    for place, telling in enumerate(tellings):
        offered = concerns.offered(place) if concerns.is_open(place) else []
        verdicts = [_of_body(lesson, telling, each.name) for each, _ in offered]
        if "yes" in verdicts:
            yield from ((features, verdict) for (_, features), verdict in zip(offered, verdicts, strict=True))


def _of_body(lesson: Lesson, telling: Telling, org: str) -> str:
    other = Telling(telling.type, {**telling.fields, "org": org})
    grade = telling.text("judgement")
    return (
        "yes"
        if any(
            same_event(fact, other) and (not grade or grade in fact.texts("judgement") or not fact.text("judgement"))
            for fact in (*lesson.wanted, *lesson.optional)
        )
        else "no"
    )


@dataclass(frozen=True, slots=True)
class Dated:
    """A date near a tenure: how it is worded, its features, and whether the readers have it as start, end or neither.

    Without a verdict where the readers did not find the tenure.
    """

    timing: dates.Timing
    wording: str
    features: Features
    verdict: str | None


def of_times(lesson: Lesson) -> Iterator[Dated]:
    """Dates for tenures."""
    told = dates.Told(lesson.context, lesson.posts, tenures.untimed(lesson.context, lesson.posts))
    offered = dates.timings(told)
    for timing, wording in zip(offered, timewording.wordings(told, offered), strict=True):
        draft = timing.draft
        telling = tenure(draft.person.name, draft.role, draft.org)
        facts = [fact for fact in (*lesson.wanted, *lesson.optional) if same_event(fact, telling)]
        yield Dated(timing, wording, timefeatures.features(told, timing), _side(facts, timing) if facts else None)


def _side(facts: Sequence[Telling], timing: dates.Timing) -> str:
    for side in ("start", "end"):
        if any(value and days(value) == days(timing.value) for fact in facts for value in fact.texts(side)):
            return side
    return "neither"
