"""Short texts made by a grammar: posts told in many ways, and what looks alike and tells none. They teach caution.

Each text has a few sentences about one or two bodies; the facts are known because the grammar made them.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from graph.model import Document
from ingest.evaluation.gold import GoldFact
from training.corpus import Annotated

TEXTS = 240
FIRST = "Ada Amir Beth Carl Dina Ewan Fay Gita Hugh Iris Jess Kofi Lena Milo Nora Omar Pia Rosa Seth Tess Uma".split()
LAST = (
    "Abbot Barlow Chaudhry Dunmore Ekwueme Farrant Greaves Hollis Ingram Jarrold Keswick Lomax Mistry Norbury "
    "Osgood Prewett Quirke Rendell Sagar Tolliver Usher Varley Whitlam Yardley"
).split()
PLACES = "Alford Bexwick Cranley Dunholme Elmstow Farleigh Garstang Hexley Ickford Kelbourne Lydcote Marfield".split()
KINDS = ("City Council", "County Council", "Council", "Borough Council")
ROLES = {
    "director of children's services": ("director of children’s services", "DCS", "children’s services director"),
    "chief executive": ("chief executive",),
    "leader of the council": ("leader", "council leader"),
    "commissioner": ("commissioner", "children’s services commissioner"),
    "cabinet member for children": ("cabinet member for children", "lead member for children’s services"),
}
TOLD = (
    "{a}, {role} at {org}, said the year had been hard.",
    "{org} has appointed {a} as its {role}.",
    "{a} has been named {role} at {org}.",
    "{org}’s {role}, {a}, thanked the staff.",
    "{org}’s {role} is {a}.",
    "Asked about the plan, {role} {a} of {org} said it was late.",
    "{a} is the {role} of {org}.",
    "The report was signed by {a}, {role}, {org}.",
    "{a} became {role} at {org} in {start}.",
    "{a} joined {org} as {role} in {start}.",
    "In {start} {a} took over as {role} at {org}.",
    "{a}, who was {role} at {org} until {end}, gave evidence.",
    "{a}, a former {role} of {org}, now writes novels.",
    "{a} stepped down as {role} of {org} in {end}.",
    "{b} was told of it by {a}, {role} of {org}.",
    "{b}, whose son is in care, met {a}, the {role} at {org}.",
    "The vacancy at {org} was filled by {a}, who had been its {role} on an interim basis.",
    "{org} said that {a} would start as its {role} in May.",
)
UNTOLD = (
    "{org} denied that {a} had been appointed {role}.",
    "{org} denied reports that {a} would become its {role}.",
    "{a} could be appointed {role} of {org}.",
    "{a} might yet become {role} at {org}.",
    "MPs called for {a} to be made {role} in {org}.",
    "Unions want {a} to be {role} at {org}.",
    "{a} hopes to be {role} of {org} one day.",
    "{a} was never {role} of {org}.",
    "{a} said that the post of {role} at {org} was vacant.",
    "The post of {role} at {org} is vacant, {a} said.",
    "{org} should have a new {role} by now, said {a}.",
    "If {a} were {role} of {org}, things would be better.",
    "{a} turned down the job of {role} at {org}.",
    "{a} was interviewed for the post of {role} at {org} but withdrew.",
    "{a} called on the {role} of {org} to resign.",
    "{a} wrote to the {role} of {org}.",
    "{a} criticised the {role} at {org}.",
    "{a} accused the {role} of {org} of hiding the report.",
    "{a}, a foster carer, met the {role} of {org}.",
    "{a} asked whether {org} had a {role} at all.",
    "{org} is looking for a {role}; {a} of the union said it was urgent.",
    "{a} will be asked to recommend a {role} for {org}.",
    "The {role} of {org} told {a} that nothing would change.",
    "{org} plans to recruit a {role}, {a} told the meeting.",
    "{a} withdrew from the contest for {role} of {org}.",
    "{a} pulled out of the running to be {role} at {org}.",
    "{a} applied to be {role} of {org} but was not shortlisted.",
    "{a} was passed over for {role} at {org}.",
    "{a} failed to become {role} of {org}.",
    "{a} refused to serve as {role} of {org}.",
    "{a} had expected to be {role} of {org}.",
    "{a}, tipped as the next {role} of {org}, said nothing.",
    "{a} is among the candidates for {role} at {org}.",
    "{a} denied being {role} of {org}.",
    "{a} blamed the {role} of {org} for the delay.",
    "{a} resigned after a row with the {role} of {org}.",
    "{a} recommended that {org} should appoint a {role}.",
)
MIXED = (
    ("{a}, {role} at {org}, said {b} had been right.", "a"),
    ("{a} succeeded {b} as {role} of {org} in {start}.", "ab"),
    ("{b} was replaced as {role} of {org} by {a}.", "ab"),
    ("{org}’s {role}, {a}, and the author {b} spoke.", "a"),
    ("{b} told {a}, the {role} of {org}, that she was tired.", "a"),
    ("{b} asked {org}’s {role} {a} for an answer.", "a"),
)


HEADS = {
    "director of children's services": ("Directors of children’s services", "Director of children’s services"),
    "chief executive": ("Chief executives", "Chief executive"),
    "leader of the council": ("Leaders of the council", "Leader of the council"),
    "commissioner": ("Commissioners", "Commissioner"),
    "cabinet member for children": ("Lead members", "Cabinet members for children", "Cabinet member for children"),
}
ROWS = (
    ("{start}-{end}   {a}", "{start}-   {a}"),
    ("{start} to {end}: {a}", "{start} to date: {a}"),
    ("{a} ({start}–{end})", "{a} (since {start})"),
    ("{a}, {start}–{end}", "{a}, {start}–present"),
)
EVERY = 6  # every so many texts one is a list


def generated(count: int = TEXTS, seed: int = 1) -> tuple[Annotated, ...]:
    """Texts with their facts, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 -- no secret
    return tuple((_text if (number + 1) % EVERY else _list)(f"grammar/{number:03}", chance) for number in range(count))


def _list(name: str, chance: random.Random) -> Annotated:
    """Who held a post, a row each, under its name and that of the body."""
    org = f"{chance.choice(PLACES)} {chance.choice(KINDS)}"
    role = chance.choice(list(HEADS))
    years = sorted(chance.sample(range(2001, 2024), chance.randint(3, 5)))
    former, present = chance.choice(ROWS)
    rows, facts = [], []
    for place, start in enumerate(years):
        end = years[place + 1] if place + 1 < len(years) else None
        person = f"{chance.choice(FIRST)} {LAST[(start + place) % len(LAST)]}"
        rows.append((former if end else present).format(a=person, start=start, end=end))
        until = str(end) if end else None
        facts.append(GoldFact(type="tenure", person=person, role=role, org=org, start=str(start), end=until))
    text = "\n".join((org, "", chance.choice(HEADS[role]), "", *rows, ""))
    return _annotated(name, text, facts)


def _text(name: str, chance: random.Random) -> Annotated:
    orgs = [f"{place} {chance.choice(KINDS)}" for place in chance.sample(PLACES, 2)]
    sentences, facts = zip(*(_sentence(chance.choice(orgs), chance) for _ in range(chance.randint(1, 4))), strict=True)
    text = chance.choice((" ", "\n\n")).join(sentences) + "\n"
    return _annotated(name, text, [fact for found in facts for fact in found])


def _annotated(name: str, text: str, facts: Sequence[GoldFact]) -> Annotated:
    document = Document(id=name, source=name, sha256="", text=text, title="", media_type="text/plain")
    return Annotated(name, document, tuple(facts), (), "grammar")


def _sentence(org: str, chance: random.Random) -> tuple[str, list[GoldFact]]:
    role = chance.choice(list(ROLES))
    people = [f"{chance.choice(FIRST)} {surname}" for surname in chance.sample(LAST, 2)]
    template, holders = chance.choice((*((each, "a") for each in TOLD), *((each, "") for each in UNTOLD), *MIXED))
    words = {"a": people[0], "b": people[1], "org": org, "role": chance.choice(ROLES[role])}
    year = str(chance.randint(2009, 2024))
    sentence = template.format(**words, start=year, end=year)
    starts = {"a": year} if "{start}" in template else {}
    ends = {"a": year} if "{end}" in template else {"b": year} if starts else {}
    facts = [
        GoldFact(type="tenure", person=words[each], role=role, org=org, start=starts.get(each), end=ends.get(each))
        for each in holders
    ]
    return sentence[0].upper() + sentence[1:], facts
