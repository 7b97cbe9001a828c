"""The register of England's councils with children's services: their names in all forms, how long they were, and what
came after them.

A name is found only when all of it is a known form: a likeness is never enough (Hull is not Solihull, Bradford-on-Avon
is not Bradford).
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import qlacref_authorities  # type: ignore[import-untyped]  # a package without types

CHANGES_PATH = Path(__file__).with_name("councils.csv")
FOUNDED = {"E06": None, "E08": "1974-04-01", "E09": "1965-04-01", "E10": "1974-04-01"}
KINDS = {
    "E06": ("borough", "city", "county", "district"),
    "E08": ("borough", "city", "district"),
    "E09": ("borough", "city"),
    "E10": ("county",),
}
ABBREVIATIONS = {
    "mbc": "borough",
    "mdc": "district",
    "lbc": "borough",
    "bc": "borough",
    "cc": "",
    "dc": "district",
    "ccl": "",
}
KIND_WORDS = r"metropolitan|london|royal|unitary|borough|city|county|district"
HEAD = re.compile(
    r"(?:council of )?(?:the )?((?:(?:london|royal|metropolitan) )?(?:borough|city|county|district)|lb|rb|lbc)(?: of)? "
    r"(?:the )?(.+)"
)
TAIL = re.compile(
    rf"(.+?)((?: (?:{KIND_WORDS}))*) "
    rf"(?:council|authority|local authority|corporation|borough|la|{'|'.join(ABBREVIATIONS)})"
)
LOCAL_CALL = re.compile(r"\b(?:town|parish|youth|county court)\b")


@dataclass(frozen=True, slots=True)
class Council:
    """A council: `id` as in the graph, `name` as people say it, `names` all other forms, EDTF dates of its existence
    (None: still there, or not known), and the ids of the councils that took its place."""

    id: str
    gss: str
    name: str
    names: tuple[str, ...] = ()
    valid_from: str | None = None
    valid_to: str | None = None
    successors: tuple[str, ...] = ()


class Register:
    """The councils by every form of their names."""

    def __init__(self, councils: Iterable[Council]) -> None:
        self.councils = tuple(councils)
        self._by_id = {council.id: council for council in self.councils}
        self._by_place: dict[str, tuple[Council, ...]] = {}
        for council in self.councils:
            for name in (council.name, *council.names):
                key = normalised(name)
                self._by_place[key] = tuple(dict.fromkeys((*self._by_place.get(key, ()), council)))
        self._by_domain = {place.replace(" ", ""): found for place, found in self._by_place.items()}
        self._find = lru_cache(maxsize=20_000)(self._look_up)

    def get(self, council_id: str) -> Council | None:
        """The council with this id."""
        return self._by_id.get(council_id)

    def find(self, text: str, on: str | None = None) -> Council | None:
        """The council that the whole text names, or None.

        Where an abolished council and its successor share a name ("Somerset"), the one there was on the day `on`
        (ISO date, month or year) is meant, without a day the present one; "Somerset County Council" is the old one.
        """
        return self._find(text, on)

    def of_domain(self, word: str) -> Council | None:
        """The council whose web address has this word before "gov.uk": its place, written as one; or None."""
        found = self._by_domain.get(word.lower().replace("-", ""))
        return _valid(found, None) if found else None

    def _look_up(self, text: str, on: str | None) -> Council | None:
        forms = dict.fromkeys(normalised(form) for form in (text, re.sub(r"['’]s?\s*$", "", text)))
        for form in forms:
            whole = self._by_place.get(form)
            if whole:
                return _valid(whole, on)
        for form in forms:
            for place, kinds in _taken_apart(form):
                fitting = _fitting(self._by_place.get(place, ()), kinds)
                if fitting:
                    return _valid(fitting, on)
        return None


def normalised(name: str) -> str:
    """Lower-case words without accents, points, commas, apostrophes, hyphens and a leading "the"; "&" is "and"."""
    spaced = re.sub(r"[-‐‑–\s]+", " ", re.sub(r"\s*&\s*", " and ", name))
    plain = unicodedata.normalize("NFKD", spaced).encode("ascii", "ignore").decode().lower()
    return re.sub(r"^the ", "", re.sub(r"['`.,]", "", plain).strip())


def _taken_apart(form: str) -> Iterator[tuple[str, frozenset[str]]]:
    """A name without its council words, with the kind of council that these told: ("bradford", {"district"})."""
    if LOCAL_CALL.search(form):
        return
    tail = TAIL.fullmatch(form)
    rest, kinds = form, ""
    if tail:
        last = form.rsplit(" ", 1)[1]
        rest, kinds = tail.group(1), f"{tail.group(2)} {ABBREVIATIONS.get(last, last)}"
        yield rest, _kinds(kinds)
    head = HEAD.fullmatch(rest)
    if head:
        yield head.group(2), _kinds(f"{kinds} {head.group(1)}")


def _kinds(words: str) -> frozenset[str]:
    return frozenset(word for word in words.split() if word in {"borough", "city", "county", "district"})


def _fitting(councils: Iterable[Council], kinds: frozenset[str]) -> tuple[Council, ...]:
    """Those councils that can be called so; a county council proper where one is asked for and there is one."""
    found = tuple(each for each in councils if kinds <= _callable(each))
    if "county" in kinds:
        return tuple(each for each in found if each.gss.startswith("E10")) or found
    return found


def _callable(council: Council) -> frozenset[str]:
    kinds = frozenset(KINDS[council.gss[:3]])
    return kinds - {"county"} if "City" in council.name else kinds


def _valid(councils: tuple[Council, ...], on: str | None) -> Council:
    if on:
        for each in councils:
            if (each.valid_from or "")[: len(on)] <= on <= (each.valid_to or "9999")[: len(on)]:
                return each
    return next((each for each in councils if not each.valid_to), councils[0])


@cache
def register() -> Register:
    """The register of the councils of 2009 to today, read once."""
    own = {row["gss"]: row for row in csv.DictReader(CHANGES_PATH.read_text(encoding="utf-8").splitlines())}
    places = {
        row["UTLA21CD"]: row["UTLA21NM"] for row in qlacref_authorities.records if row["UTLA21CD"].startswith("E")
    }
    codes = sorted({**places, **own})
    return Register(_council(code, places.get(code, ""), own.get(code, {})) for code in codes)


def _council(gss: str, place: str, own: dict[str, str]) -> Council:
    place, listed = own.get("place") or place, place
    kind = gss[:3]
    name = own.get("name") or f"{place} {'County ' if kind == 'E10' else ''}Council"
    others = (place, *_official(kind, place, name), *own.get("names", "").split("|"), listed)
    return Council(
        id=f"council/{gss}",
        gss=gss,
        name=name,
        names=tuple(form for form in dict.fromkeys(others) if form and form != name),
        valid_from=own.get("valid_from") or FOUNDED[kind],
        valid_to=own.get("valid_to") or None,
        successors=tuple(f"council/{code}" for code in own.get("successors", "").split("|") if code),
    )


def _official(kind: str, place: str, name: str) -> Iterator[str]:
    if kind == "E09" and place != "City of London":
        yield f"London Borough of {place}"
    if "City" in name and "of" not in place.split():
        yield from (f"City of {place}", f"{place} City Council", f"City of {place} Council")
    elif kind == "E08":
        yield f"{place} Metropolitan Borough Council"
    elif kind == "E06" and "Council" in name and "shire" not in place:
        yield f"{place} Borough Council"
    if place in {"Bradford", "Wakefield"}:
        yield from (f"City of {place} Metropolitan District Council", f"{place} Metropolitan District Council")
    if place == "Doncaster":
        yield "City of Doncaster Council"
