"""What is known of a post as its claims come one after another: its holders' spells, and the facts of them. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from graph.conflicts import of_holding, two_holders
from graph.records import ClaimRecord, FactRecord, World
from graph.spells import Growing, Spell
from graph.tenures import Holding, tenure


class Roll:
    """The spells of a post's holders, by the claims added so far; of some people only, where they are given."""

    def __init__(self, world: World, people: Collection[str] | None = None) -> None:
        self.by_person: dict[str, tuple[Spell, ...]] = {}
        self._world, self._people = world, people
        self._holders: dict[str, Growing] = {}

    def add(self, claims: Iterable[ClaimRecord]) -> set[str]:
        """Add claims, each of which names a person: those whose spells this changes."""
        told: dict[str, list[ClaimRecord]] = defaultdict(list)
        for claim in claims:
            told[self._world.canonical(str(claim.one("aboutPerson")))].append(claim)
        touched = {person for person in told if self._people is None or person in self._people}
        for person in touched:
            holder = self._holders.setdefault(person, Growing(person))
            holder.add(told[person])
            self.by_person[person] = holder.spells
        return touched


def in_order(spells: Mapping[str, tuple[Spell, ...]]) -> Iterator[Spell]:
    """Spells by person, in the order of people's ids."""
    return (spell for _, told in sorted(spells.items()) for spell in told)


class Maker:
    """Makes the facts of holdings, each only once."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._of_one: dict[Holding, tuple[FactRecord, ...]] = {}
        self._of_two: dict[tuple[Holding, Holding], FactRecord] = {}

    def of_one(self, holding: Holding) -> tuple[FactRecord, ...]:
        """The tenure, and what documents disagree on about it."""
        made = self._of_one.get(holding)
        if made is None:
            made = self._of_one[holding] = (tenure(holding, self._world), *of_holding(holding, self._world))
        return made

    def of_two(self, one: Holding, other: Holding) -> FactRecord:
        """That two hold a post at one time."""
        made = self._of_two.get((one, other))
        if made is None:
            made = self._of_two[one, other] = two_holders(one, other, self._world)
        return made
