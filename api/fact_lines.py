"""An entity's facts as tables: each fact a line with its time, whom it joins, its quotes and what is disputed in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from api.rendering import address, when, words
from api.saying import exact, first_day, lasted, possible_days
from api.tables import Cell, Line, Table, quoted
from api.timeline import gaps
from graph.edtf import Bounds, as_edtf, in_words
from graph.lookup import EntityPage
from graph.quotes import one_line, telling

Row = Mapping[str, Any]
AnyRow = TypeVar("AnyRow", bound=Mapping[str, Any])
MANY_FACTS, MOST_QUOTES, FEW_QUOTES = 30, 2, 1
COLUMNS: dict[str, tuple[tuple[str, str], ...]] = {
    "Tenure": (("Holder", "HOLDER"), ("Post", "IN_ROLE")),
    "Inspection": (("Inspected", "INSPECTED"), ("By", "INSPECTED_BY")),
    "Direction": (("To", "ADDRESSEE"), ("By", "ISSUER"), ("Appoints", "APPOINTS")),
    "Delegation": (("Trust", "DELEGATE"), ("For", "DELEGATED_BY")),
}
TITLES = {
    "Tenure": "Posts held",
    "Inspection": "Inspections and visits",
    "Direction": "Directions and appointments",
    "Delegation": "Trusts and the councils they serve",
}


@dataclass(frozen=True, slots=True)
class Section:
    """A table under a title; `href` leads on from the title."""

    title: str
    table: Table
    href: str | None = None

    @property
    def count(self) -> int:
        """How many facts there are."""
        return sum(not line.gap for line in self.table.lines)


def sections(page: EntityPage, disputes: Mapping[str, Sequence[Row]]) -> tuple[Section, ...]:
    """The entity's facts, a table for each kind, and of an organisation one for each post; oldest first.

    `disputes` has the conflicts of each fact by its id.
    """
    ordered = in_time(page.facts)
    posts = by_post(ordered) if page.label in ("Council", "Trust", "Organisation") else ()
    found = [_section(role["name"], facts, page, disputes, role["id"]) for role, facts in posts]
    for label, title in TITLES.items():
        facts = [] if label == "Tenure" and posts else [fact for fact in ordered if fact["label"] == label]
        if facts:
            found.append(_section(title, facts, page, disputes))
    return tuple(found)


def in_time(facts: Iterable[AnyRow]) -> list[AnyRow]:
    """Facts in order of time."""
    return sorted(facts, key=lambda fact: (first_day(fact["properties"]), fact["id"]))


def joined(fact: Row, relation: str) -> list[Row]:
    """The entities that a fact joins by a relation."""
    return [each for each in fact["entities"] if each["relation"] == relation]


def anchor(identity: str) -> str:
    """The fragment of a fact's line on a page."""
    return "f-" + identity.replace("/", "-")


def what(fact: Row) -> str:
    """What kind of inspection or direction it is: "Monitoring visit", "Statutory direction"."""
    kind = str(fact["properties"].get("kind") or fact["label"]).replace("_", " ")
    number = fact["properties"].get("ordinal")
    return f"{kind.capitalize()}{f' no. {number}' if number else ''}" if kind != "other" else str(fact["label"])


def vacancies(facts: Iterable[Row]) -> tuple[Bounds, ...]:
    """The days between holders of one post on which no document allows one."""
    return gaps(map(possible_days, facts))


def events(title: str, facts: Sequence[Row], around: str) -> Section:
    """Facts of several kinds in one short table, without their quotes."""
    lines = [_event(fact, around) for fact in facts]
    return Section(title, Table(tuple(cell.heading for cell in lines[0].cells), tuple(lines)))


def _event(fact: Row, around: str) -> Line:
    values = fact["properties"]
    others = [each for each in fact["entities"] if each["id"] != around]
    name = what(fact) if fact["label"] != "Delegation" else f"Trust, {words(str(values.get('status') or ''))}"
    told = ", ".join(part for part in (name, str(values.get("judgement") or "")) if part)
    return Line(
        (
            Cell("When", lasted(values) or when(values.get("published")), None, exact(values)),
            Cell("What", told, address(fact["id"])),
            _cell("With", others),
        ),
        (),
        values.get("status") == "planned",
    )


def by_post(facts: Iterable[Row]) -> tuple[tuple[Row, list[Row]], ...]:
    """Each post that facts are of, with those facts; the posts with most holders first."""
    posts: dict[str, tuple[Row, list[Row]]] = {}
    for fact in facts:
        for role in joined(fact, "IN_ROLE")[:1]:
            posts.setdefault(role["id"], (role, []))[1].append(fact)
    return tuple(sorted(posts.values(), key=lambda post: -len(post[1])))


def _section(
    title: str, facts: Sequence[Row], page: EntityPage, disputes: Mapping[str, Sequence[Row]], post: str | None = None
) -> Section:
    """A table of facts of one kind, with fewer quotes where the page has many facts."""
    most = MOST_QUOTES if len(page.facts) <= MANY_FACTS else FEW_QUOTES
    lines = [(first_day(fact["properties"]), _line(fact, disputes.get(fact["id"], ()), most)) for fact in facts]
    if post or page.label == "Role":
        lines += [(str(gap.earliest), _vacant(as_edtf(gap))) for gap in vacancies(facts)]
    told = [line for _, line in sorted(lines, key=lambda each: each[0])]
    return Section(
        one_line(title)[:1].upper() + one_line(title)[1:],
        _without_known(told, [page.id, post]),
        address(post) if post else None,
    )


def _line(fact: Row, disputes: Sequence[Row], most: int) -> Line:
    values = fact["properties"]
    told = telling(fact["sources"])
    links = tuple(_cell(heading, joined(fact, relation)) for heading, relation in COLUMNS[fact["label"]])
    return Line(
        (*_FIRST[fact["label"]](fact), *links),
        quoted(told[:most]),
        values.get("status") == "planned",
        anchor=anchor(fact["id"]),
        href=address(fact["id"]),
        more=max(0, len(told) - most),
        disputes=tuple((one_line(each["name"]), address(each["id"])) for each in disputes),
    )


def _tenure_cells(fact: Row) -> tuple[Cell, ...]:
    return (Cell("When", lasted(fact["properties"]) or "at a time not told", None, exact(fact["properties"])),)


def _inspection_cells(fact: Row) -> tuple[Cell, ...]:
    values = fact["properties"]
    return (
        Cell("When", when(values.get("date")), None, values.get("date")),
        Cell("What", what(fact), address(fact["id"])),
        Cell("Judgement", str(values.get("judgement") or "")),
        Cell("Report", when(values.get("published")), None, values.get("published")),
    )


def _direction_cells(fact: Row) -> tuple[Cell, ...]:
    values = fact["properties"]
    return (
        Cell("When", lasted(values), None, exact(values)),
        Cell("What", what(fact), address(fact["id"])),
    )


def _delegation_cells(fact: Row) -> tuple[Cell, ...]:
    values = fact["properties"]
    since = "since " if values.get("date") and not values.get("end") and values.get("status") != "planned" else ""
    return (
        Cell("When", f"{since}{lasted(values)}", None, exact(values)),
        Cell("State", words(str(values.get("status") or ""))),
    )


_FIRST: dict[str, Callable[[Row], tuple[Cell, ...]]] = {
    "Tenure": _tenure_cells,
    "Inspection": _inspection_cells,
    "Direction": _direction_cells,
    "Delegation": _delegation_cells,
}


def _cell(heading: str, entities: Sequence[Row]) -> Cell:
    first = entities[0] if entities else None
    rest = f" and {len(entities) - 1} more" if len(entities) > 1 else ""
    return Cell(
        heading, f"{first['name'] or first['id']}{rest}" if first else "", address(first["id"]) if first else None
    )


def _vacant(edtf: str | None) -> Line:
    return Line((Cell("When", in_words(edtf), None, edtf), Cell("Holder", "no holder named")), (), True, gap=True)


def _without_known(lines: Sequence[Line], known: Iterable[str | None]) -> Table:
    """The lines as a table, without columns that say nothing or only what the page is about."""
    own = {address(each) for each in known if each}
    told = [line for line in lines if not line.gap]
    headings = tuple(
        cell.heading
        for place, cell in enumerate(told[0].cells)
        if any(line.cells[place].text and line.cells[place].href not in own for line in told)
    )
    return Table(headings, tuple(replace(line, cells=_arranged(line, headings)) for line in lines))


def _arranged(line: Line, headings: Sequence[str]) -> tuple[Cell, ...]:
    cells = {cell.heading: cell for cell in line.cells}
    return tuple(cells.get(heading, Cell(heading, "")) for heading in headings)
