"""Instruments in the making: what ministers impose on a council, as one place of a text tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from graph.model import DirectionKind, DirectionStatement
from ingest.dates import DateMention
from ingest.extraction.antecedents import meant
from ingest.extraction.attach import told as named_by
from ingest.extraction.context import Context
from ingest.extraction.sightings import finer, overlap
from ingest.extraction.when import verb_of
from ingest.names import Mention
from ingest.trustnames import place_of

GOVERNMENT = re.compile(
    r"\b(?:[Ss]ecretary of [Ss]tate(?: for (?:Education|Levelling Up))?|[Ee]ducation [Ss]ecretary|[Mm]inisters?|"
    r"[Gg]overnment|Whitehall|DfE|"
    r"Department for Education|the Department)\b"
)
ENDED = re.compile(
    r"\b(?:lifted|revoked|withdrawn|replaced|ended|until|remained|removed|superseded|out of|out from under)\b"
    r"(?![^,;]*\b(?:imposed|issued|given|served|made|sent|since)\b)[^,;]*$"
)
PLACES = ("prep:to", "prep:on", "prep:in", "prep:into", "prep:at", "prep:for", "prep:against", "dative")


@dataclass(frozen=True, slots=True)
class Imposed:
    """One telling of one instrument; `begin` and `finish` are its quote's offsets, `at` its own place.

    `owned` is the chance of the council, `ahead` how far that is before the next council's.
    """

    org: Mention
    kind: DirectionKind
    begin: int
    finish: int
    date: str | None = None
    issuer: str | None = None
    person: str | None = None
    at: int = 0
    owned: float = 1.0
    ahead: float = 1.0

    @property
    def gist(self) -> str:
        """Its kind."""
        return self.kind

    def statement(self) -> DirectionStatement:
        """The claim's statement."""
        return DirectionStatement(
            org=self.org.name, kind=self.kind, date=self.date, issuer=self.issuer, person=self.person
        )


def joined(told: list[Imposed]) -> list[Imposed]:
    """The tellings of one document, those of one instrument joined, dated ones first."""
    facts: list[Imposed] = []
    for each in sorted(told, key=lambda one: one.date is None):
        match = next((other for other in facts if _same(other, each)), None)
        if match is None:
            facts.append(each)
            continue
        facts[facts.index(match)] = replace(
            match,
            date=finer(match.date, each.date),
            issuer=match.issuer or each.issuer,
            person=match.person or each.person,
        )
    return facts


def _same(first: Imposed, second: Imposed) -> bool:
    alike = first.org.key == second.org.key and first.kind == second.kind and overlap(first.date, second.date)
    return alike and (not first.person or not second.person or first.person == second.person)


def is_told(context: Context, token: Token) -> bool:
    """Whether the clause asserts: told as fact, and not as what is to come."""
    if token.dep_ == "pobj" and token.head.lower_ in {"under", "by", "in", "with", "of"} and token.pos_ == "NOUN":
        return not any(child.dep_ == "det" and child.lower_ in {"no", "any"} for child in token.children)
    verb = verb_of(token)
    if verb.dep_ not in {"conj", "ROOT"} and any(
        child.dep_ == "aux" and child.lower_ == "to" for child in verb.children
    ):
        return False
    coming = any(child.dep_ in {"aux", "auxpass"} and child.lower_ in {"will", "'ll", "’ll"} for child in verb.children)
    likely = verb.dep_ == "xcomp" and verb.head.lower_ in {
        "likely",
        "set",
        "due",
        "ready",
        "expected",
        "able",
        "minded",
        "going",
    }
    return not coming and not likely and context.is_factual(token)


def council(context: Context, found: Mention | None, token: Token) -> Mention | None:
    """The council: ministers direct councils, so where a trust is named it is the council that is spoken of."""
    if found is None or found.kind == "council":
        return found
    place = place_of(found.name)
    named = [each for each in context.orgs if each.kind == "council" and place and each.name.find(place) >= 0]
    other = next(iter(named), context.focus.council) if found.kind == "trust" else context.org_at(token.idx)
    return other if other and other.kind == "council" else None


def concerned(context: Context, trigger: Token, *relations: str) -> Mention | None:
    """The body that an instrument is for: not the one that a person in its sentence comes from."""
    words = context.text[trigger.sent.start_char : trigger.sent.end_char]
    for each in context.orgs_in(trigger.sent.start_char, trigger.sent.end_char):
        before = words[: each.start - trigger.sent.start_char]
        if each.kind == "council" and re.search(
            r"\b(?:[Cc]ommissioner|[Aa]dvis[eo]r)s? (?:for|to|in|at) (?:the )?$", before
        ):
            return each
    found = named_by(context, trigger, *relations)
    return found if found and not _of_person(context, trigger, found) else meant(context, trigger)


def _of_person(context: Context, trigger: Token, body: Mention) -> bool:
    subjects = (child for child in verb_of(trigger).children if child.dep_ in {"nsubj", "nsubjpass", "dobj"})
    return any(
        context.person_of(each) is not None and each.left_edge.idx <= body.start <= each.right_edge.idx
        for each in subjects
    )


def spread(context: Context, token: Token) -> list[tuple[Mention, str | None]]:
    """“notices to Bury, Leeds and Hull”, “to Bury in May and to Hull in June”: every council, with its own date if
    there are as many; empty where fewer than two are named, or the word is of one."""
    if token.tag_ != "NNS":
        return []
    sentence = token.sent
    found = [
        each
        for each in context.orgs_in(sentence.start_char, sentence.end_char)
        if each.kind == "council" and not _is_origin(context, each)
    ]
    bodies = list({each.key: each for each in reversed(found)}.values())[::-1]
    dates = context.dates_in(sentence.start_char, sentence.end_char)
    if len(bodies) == 2 and len(dates) == 1 and "/" in dates[0].edtf and " and " in dates[0].text:
        return list(zip(bodies, dates[0].edtf.split("/"), strict=True))
    if len(bodies) < 2 or len(dates) not in {0, 1, len(bodies)}:
        return []
    return [
        (each, (dates[index] if len(dates) > 1 else dates[0]).edtf if dates else None)
        for index, each in enumerate(bodies)
    ]


def _is_origin(context: Context, body: Mention) -> bool:
    """Whether a body is named as where somebody comes from or works."""
    before = context.text[max(0, body.start - 40) : body.start]
    return bool(
        re.search(r"\b(?:from|of|like|unlike|former\b[^.;,]*) (?:the )?$|\b(?:director|executive) (?:at|in) $", before)
    )


def in_row(context: Context, dates: list[DateMention]) -> list[DateMention]:
    """A date with those that go on a row from it: “in May 2012, June 2013 and July 2014”."""
    row = [min(dates, key=lambda each: each.start)]
    for each in context.dates:
        if each.start >= row[-1].end and re.fullmatch(
            r",? (?:and )?(?:in |on )?", context.text[row[-1].end : each.start]
        ):
            row.append(each)
    return sorted({*row, *dates}, key=lambda each: each.start)


def places(verb: Token) -> Iterator[Token]:
    """The objects of the prepositions through which a verb or noun names the body concerned."""
    for child in verb.children:
        if child.dep_ in {"prep", "dative"} and child.lower_ in {"to", "on", "in", "into", "at", "for", "against"}:
            yield from (each for each in child.children if each.dep_ == "pobj")


def issuer(context: Context, verb: Token) -> str | None:
    """The minister or department that acts: the subject of an active verb, the agent of a passive."""
    agents = [child for child in verb.children if child.dep_ in {"nsubj", "agent"}]
    for participle in (child for child in verb.subtree if child.dep_ == "acl"):
        agents += [child for child in participle.children if child.dep_ == "agent"]
    for agent in agents:
        words = context.text[agent.left_edge.idx : agent.right_edge.idx + len(agent.right_edge)]
        office = GOVERNMENT.search(words)
        if office:
            people = context.people_in(agent.left_edge.idx, agent.right_edge.idx + len(agent.right_edge))
            return people[0].name if people else full(office.group())
    return None


def full(office: str) -> str:
    """The name of an office or department in full."""
    return "Department for Education" if office in {"DfE", "the Department"} else office
