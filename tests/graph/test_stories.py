"""The story lines of ../shared, fed with what careful readers found: who is who, who held the post, what disagrees."""

import json
from collections import Counter
from typing import Any

import pytest

from graph.edtf import bounds
from graph.facts import facts
from graph.records import FactRecord, World
from ingest.told_elsewhere import read_claims
from tests.records import reading_of, records, resolved
from tests.shared import SHARED, needs_shared

pytestmark = needs_shared
LINES = ("kirklees", "oldham", "wexborough", "wirral")
DIRECTOR = "director of children's services"
RIGHT_OF_WANTED_AND_DERIVED = (89, 90, 90)
UNDECIDABLE = {"2025-05-25"}  # certain only by words (“confirmed on 20 May”) that the claims' fields do not carry


def _line(name: str) -> tuple[dict[str, Any], list[FactRecord], World]:
    evaluation = SHARED / "evaluation"
    story = json.loads((evaluation / "stories" / f"{name}.json").read_text(encoding="utf-8"))
    claims, known = records(
        reading_of(evaluation / "documents" / f"{each}.txt", read_claims([evaluation / "gold" / f"{each}.jsonl"]))
        for each in story["documents"]
    )
    world = resolved(claims, known)
    return story, list(facts(claims, world)), world


def _names(world: World) -> dict[str, set[str]]:
    """All names of each person, by the id that stands for them."""
    found: dict[str, set[str]] = {}
    for thing in world.things.values():
        if thing.id.startswith("person/"):
            found.setdefault(world.canonical(thing.id), set()).add(thing.name)
    return found


def _agree(wanted: object, found: object) -> bool:
    """Whether a date allows some day that another does; none where the other is none."""
    if wanted is None or found is None:
        return wanted is found
    return bounds(str(wanted)).overlaps(bounds(str(found)))


def _is(told: dict[str, Any], found: FactRecord, world: World, names: dict[str, set[str]]) -> bool:
    """Whether a tenure as derived is one of a story: the person, the post, interim or not, and both bounds."""
    links = dict(found.links)
    post = world.thing(links["inRole"])
    at = world.thing(post.post_in or "").name.split()[0] if told["org"] else None  # not told by the story: any
    return (
        bool(names[links["holder"]] & {told["person"], *told["variants"]})
        and (post.role_kind, at) == (told["role"], told["org"] and told["org"].split()[0])
        and bool(found.properties["interim"]) == told["interim"]
        and all(_agree(told[name], found.properties.get(name)) for name in ("start", "end"))
    )


def _within(span: str, day: str) -> bool:
    first, last = span.split("/")
    return (first == ".." or first <= day) and (last == ".." or day <= last)


@pytest.mark.parametrize("name", LINES)
def test_each_person_of_a_story_is_one_and_nobody_is_merged(name: str) -> None:
    story, _, world = _line(name)
    variants = {
        variant: told["person"] for told in story["tenures"] for variant in told["variants"] if " " in variant.strip()
    }
    groups = [{variants[each] for each in names if each in variants} for names in _names(world).values()]
    assert all(len(group) <= 1 for group in groups)
    assert max(Counter(person for group in groups for person in group).values()) == 1


@pytest.mark.parametrize("name", LINES)
def test_who_was_director_on_a_day_is_certain_or_possible_as_the_documents_have_it(name: str) -> None:
    story, found, world = _line(name)
    names = _names(world)
    post = next(
        thing.id
        for thing in world.things.values()
        if thing.role_kind == DIRECTOR and name in world.thing(thing.post_in or "").name.lower()
    )
    held = [each for each in found if ("inRole", post) in each.links]
    for asked in story["director_on"]:
        certain, possible = set(), set()
        for each in held:
            holder, spans = dict(each.links)["holder"], each.properties.get("certainOn", [])
            assert isinstance(spans, list)
            if any(_within(span, asked["date"]) for span in spans):
                certain.add(holder)
            if _within(str(each.properties["possibleOn"]), asked["date"]):
                possible.add(holder)
        wanted = {kind: {h for h in names if names[h] & set(asked[kind])} for kind in ("certain", "possible")}
        assert possible | certain == wanted["possible"], asked
        if asked["date"] not in UNDECIDABLE:
            assert certain == wanted["certain"], asked


def test_tenures_of_the_stories_have_the_bounds_of_all_their_documents() -> None:
    wanted = derived = right = 0
    for name in LINES:
        story, found, world = _line(name)
        names, left = _names(world), [each for each in found if each.label == "Tenure"]
        wanted, derived = wanted + len(story["tenures"]), derived + len(left)
        for told in story["tenures"]:
            match = next((each for each in left if _is(told, each, world, names)), None)
            if match:
                left.remove(match)
                right += 1
    assert (right, wanted, derived) == RIGHT_OF_WANTED_AND_DERIVED


def test_every_date_that_documents_of_a_story_disagree_on_is_a_conflict() -> None:
    words = {
        "kirklees": [
            "statutory direction",
            "Number",
            "Start of Rukhsana",
            "End of Malcolm",
            "Interim or not: Malcolm",
            "End of Philippa",
            "Name of Philippa",
            "Name of Rukhsana",
            "Date of inspection",
        ],
        "oldham": [
            "Date of inspection",
            "commissioner appointment",
            "Name of a trust",
            "Start of Families",
            "Name of Lor",
            "Name of Patricia",
        ],
        "wexborough": ["Date of inspection", "statutory direction", "End of Robert", "Name of Ines"],
        "wirral": [
            "Date of inspection",
            "improvement notice",
            "End of Fergus",
            "Interim or not: Bernadet",
            "Name of Bern",
        ],
    }
    for line, wanted in words.items():
        _, found, _ = _line(line)
        told = [each.name for each in found if each.label == "Conflict"]
        missing = [each for each in wanted if not any(each in name for name in told)]
        assert missing == [], (line, told)
        assert len(told) <= len(wanted) + 1, (line, told)
