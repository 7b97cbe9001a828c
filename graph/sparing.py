"""What a document changes of what was told by days of a post of one holder, where it changes nothing of the holders
that it does not tell of: their facts need not be made, compared or written anew. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from graph.conflicts import at_one_time, beside
from graph.days import days_alone
from graph.published import Part, State, Told, come_out, out, told_of
from graph.records import ClaimRecord, Thing, World
from graph.roll import Maker, Roll, in_order
from graph.tenures import TENURE, holdings_of, trace_of

Day = date | None


@dataclass(frozen=True, slots=True)
class Share:
    """What was told by days of some holders of a post, and who they are: nothing else changed there."""

    post: str
    people: frozenset[str]
    told: tuple[Told, ...]


def share_of(part: Part, document: str, lost: Iterable[ClaimRecord], world: World, since: date | None) -> Share | None:
    """What was told by days of those holders of whom a document tells, or told by claims that are `lost`.

    None where it changed what was told of others, or may have.
    """
    key = next(iter(part.scope.posts), None)
    if key is None or since is None or not all(out(claim) for claim in part.claims):
        return None
    known = [each for each in part.claims if each.one("aboutPerson")]
    others = [each for each in known if each.source.id != document]
    told = [each for each in known if each.source.id == document]
    gone = [each for each in lost if each.label == TENURE and each.one("aboutRole") == key and each.one("aboutPerson")]
    people = frozenset(world.canonical(str(each.one("aboutPerson"))) for each in (*told, *gone))
    post, now, before, maker = world.thing(key), Roll(world), Roll(world, people), Maker(world)
    states: list[State] = []
    apart = False
    for day, (both, come, left) in _by_day(others, told, gone, since=since):
        if not people.isdisjoint(now.add([*both, *come]) | before.add([*both, *left])):
            apart = any(_figures(now, each) != _figures(before, each) for each in people)
        if apart and not _spares_others(post, now, before, people):
            return None
        spells = list(in_order(now.by_person))
        held = holdings_of(post, spells, beside(spells, people))
        found = [fact for each in held if each.spell.person in people for fact in maker.of_one(each)]
        pairs = ((one, other) for one, other in at_one_time(held) if {one.spell.person, other.spell.person} & people)
        states.append((day, {fact.id: fact for fact in (*found, *(maker.of_two(*each) for each in pairs))}))
    return Share(key, people, tuple(told_of(states)))


def spared(key: str, shares: Iterable[Share]) -> bool:
    """Whether a fact is, by its key, of holders of a post of which only that of others changed."""
    words = key.split("|")
    told = [(words[place + 1], words[place + 2]) for place, word in enumerate(words) if word == "tenure"]
    changed = {share.post: share.people for share in shares}
    return bool(told) and all(post in changed and person not in changed[post] for person, post in told)


def _by_day(*claims: Iterable[ClaimRecord], since: date) -> Iterator[tuple[Day, list[list[ClaimRecord]]]]:
    """The days on which some of several lots of claims came out, and of each lot which."""
    lots = [dict(come_out(each, since)) for each in claims]
    for day in sorted({day for lot in lots for day in lot}, key=lambda day: day or date.min):
        yield day, [lot.get(day, []) for lot in lots]


def _figures(roll: Roll, person: str) -> list[object]:
    """All of a person's spells that what is told of others in their post depends on."""
    told = [(each, days_alone(each)) for each in roll.by_person.get(person, ())]
    return [(each.firm, each.start, each.end, days.certain, days.stated, trace_of(each)) for each, days in told]


def _spares_others(post: Thing, now: Roll, before: Roll, people: frozenset[str]) -> bool:
    """Whether all others hold a post as they would without what changed of these people's spells."""
    others = {each: spells for each, spells in now.by_person.items() if each not in people}
    held, held_before = (
        holdings_of(post, in_order(others | {each: roll.by_person.get(each, ()) for each in people}), others)
        for roll in (now, before)
    )
    return held == held_before
