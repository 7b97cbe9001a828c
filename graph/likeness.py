"""How alike two people's names are: by spelling, sound, short form, initial, or half of a double name. Pure."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from nicknames import NickNamer
from rapidfuzz.distance import DamerauLevenshtein

Kind = Literal["equal", "form", "spelling", "nickname", "initial", "half", "letter"]
TITLES = re.compile(
    r"(mrs?|ms|miss|mx|dr|sir|dame|lord|lady|baroness|baron|cllr|coun(cillor)?|alderman|prof(essor)?|rev(erend)?|"
    r"rt|right|hon(ourable)?|obe|cbe|mbe|hmi|mp|qc|kc|jp|phd)"
)
PARTICLES = frozenset({"de", "da", "van", "von", "der", "den", "la", "le", "al", "el", "bin", "ibn", "st", "ap"})
VOWELS = re.compile(r"[aeiou]")
IRISH = re.compile(r"^o(?=[^aeiou])")
SOUNDS = (
    (r"^(mc|mac)(?=[a-z]{3})", "m"), (r"ph", "f"), (r"ck|c(?![eihy])|q", "k"), (r"c(?=[eiy])|z", "s"), (r"th", "t"),
    (r"(?<=[a-z])h", ""), (r"ie\b|ey\b|ee\b|y", "i"), (r"(?<=nn|tt|ll|ss|rk|wn)e\b", ""), (r"mps", "ms"),
    (r"v", "f"), (r"(.)\1", r"\1"),
)  # fmt: skip
SPELLINGS = (
    frozenset({"mohammed", "muhammad", "mohamed", "mohammad", "muhammed", "mohamad", "mo"}),
    frozenset({"hussain", "hussein", "husain"}),
    frozenset({"ahmed", "ahmad", "ahmet"}),
    frozenset({"kathryn", "catherine", "katherine", "kathrin", "catharine", "cathryn"}),
    frozenset({"sean", "shaun", "shawn"}),
    frozenset({"stephen", "steven"}),
    frozenset({"geoffrey", "jeffrey", "geoff", "jeff"}),
    frozenset({"graham", "graeme", "grahame"}),
    frozenset({"chaudhry", "choudhury", "chowdhury", "chaudhuri", "choudhry", "chaudhary", "choudhary"}),
)
SHORT = (frozenset({"margaret", "mags"}), frozenset({"eleanor", "nell"}))
PLAIN = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "ß": "ss", "æ": "ae", "’": "'"})


class Likeness(NamedTuple):
    """How two names are alike: `kind` the loosest of the ways needed, a reason in words, a score from 0 to 1."""

    kind: Kind
    reason: str
    score: float


LOOSENESS: tuple[Kind, ...] = ("equal", "form", "spelling", "nickname", "initial", "half", "letter")


@lru_cache(maxsize=50_000)
def alike(first: str, second: str) -> Likeness | None:
    """How two full names are alike; None when they are different names, or one has a single word."""
    one, other = words(first), words(second)
    if one == other:
        return Likeness("equal", "the same name", 1.0)
    if len(one) < 2 or len(other) < 2 or _middles_differ(one, other):
        return None
    if len(one) != len(other):
        one, other = _without_initial(one), _without_initial(other)
    if "".join(one) == "".join(other) or (sorted(one) == sorted(other) and set(one[1:]) & set(other[1:])):
        return Likeness("form", "the same names but for their order, a hyphen or an initial", 0.95)
    surname, forename = _surnames(one[1:], other[1:]), _forenames(one, other)
    return _joined(forename, surname) if surname and forename else None


def _joined(forename: Likeness, surname: Likeness) -> Likeness | None:
    """Both parts of a name as one: no likelier than the less likely, and a mere letter allows no other looseness."""
    loose = [each.kind for each in (surname, forename) if each.kind not in ("equal", "form")]
    reason = f"{forename.reason}, {surname.reason}"
    if len(loose) > 1 and "letter" in loose:
        return None
    if len(loose) > 1 and loose != ["spelling", "spelling"]:
        return Likeness("letter", reason, 0.6)
    kind = max(surname.kind, forename.kind, key=LOOSENESS.index)
    return Likeness(kind, reason, round(forename.score * surname.score, 2))


def words(name: str) -> list[str]:
    """The words of a name in plain lower case, without titles; O'Hare and Mc Donald are one word each."""
    return list(_words(name))


@lru_cache(maxsize=50_000)
def _words(name: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKD", name.translate(PLAIN)).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"\b(mac|mc|o)[' ](?=[a-z]{3})", r"\1", plain.replace("-", " ")).replace("'", "")
    found = re.findall(r"[a-z]+", plain)
    return tuple([word for word in found if not TITLES.fullmatch(word)] or found)


@lru_cache(maxsize=50_000)
def surname_keys(name: str) -> frozenset[str]:
    """What alike names have in common: how the surname begins by its sound, its vowels apart, or one of its words."""
    told = words(name)
    if not told:
        return frozenset()
    sound = _sound(IRISH.sub("", _squeezed(told[1:] or told)))
    return frozenset({sound[:1] + VOWELS.sub("", sound[1:])[:1] + "~", *told[1:]})


def name_key(name: str) -> str:
    """A name in plain letters joined by hyphens: what forms of it that differ in case, accents or titles share."""
    return "-".join(words(name))


def _middles_differ(one: list[str], other: list[str]) -> bool:
    """Whether both tell of a middle name, and of another: David M. and David R. Pryce."""
    both = len(one) == len(other) == 3 and one[0] == other[0] and one[2] == other[2]
    return both and 1 in (len(one[1]), len(other[1])) and one[1][0] != other[1][0]


def _without_initial(name: list[str]) -> list[str]:
    """A name of three words without an initial before it: D. Keith Openshaw is Keith Openshaw."""
    return name[1:] if len(name) > 2 and len(name[0]) == 1 and len(name[1]) > 1 else name


def _surnames(one: list[str], other: list[str]) -> Likeness | None:
    """Equal last names; a middle name more or less; one slip in a long name; one half of a double name."""
    first, second = _squeezed(one), _squeezed(other)
    if first == second or one[-1] == other[-1]:
        return Likeness(
            "equal" if one == other else "form", f"surname {one[-1].title()}", 1.0 if one == other else 0.97
        )
    shown = f"surnames {' '.join(one).title()} and {' '.join(other).title()}"
    same = _sound(first) == _sound(second) or any({first, second} <= each for each in SPELLINGS)
    if same or first == f"o{second}" or second == f"o{first}":
        return Likeness("spelling", shown, 0.95)
    shorter = min(len(first), len(second))
    if shorter >= 5 and DamerauLevenshtein.distance(first, second) == 1:
        return Likeness("spelling" if shorter >= 7 else "letter", shown, 0.93 if shorter >= 7 else 0.7)
    if (len(one) > 1 or len(other) > 1) and ({one[-1], other[-1]} & (set(one) & set(other) - PARTICLES)):
        return Likeness("half", shown, 0.8)
    return None


def _squeezed(names: list[str]) -> str:
    """A surname with its particles as one word: "van der berg" is "vanderberg"."""
    at = len(names) - 1
    while at and names[at - 1] in PARTICLES:
        at -= 1
    return "".join(names[at:])


def _forenames(ones: list[str], others: list[str]) -> Likeness | None:
    one, other = ones[0], others[0]
    shown = f"{one.title()} and {other.title()}"
    if one == other:
        return Likeness("equal", f"forename {one.title()}", 1.0)
    if 1 in (len(one), len(other)):
        return Likeness("initial", f"the initial of {shown}", 0.9) if _initials_fit(ones, others) else None
    return _spelt(one, other, shown)


def _spelt(one: str, other: str, shown: str) -> Likeness | None:
    """How two forenames in full are alike."""
    found: Likeness | None = None
    if _sound(one) == _sound(other) or any({one, other} <= each for each in SPELLINGS):
        found = Likeness("spelling", f"{shown} are spellings of one forename", 0.95)
    elif _is_nickname(one, other) and not _by_a_letter(one, other):
        found = Likeness("nickname", f"{shown} are forms of one forename", 0.95)
    elif abs(len(one) - len(other)) >= 2 and (one.startswith(other) or other.startswith(one)):
        found = Likeness("initial", f"{shown}, which may be short for it", 0.9)
    elif DamerauLevenshtein.distance(one, other) == 1 and min(len(one), len(other)) >= 3:
        found = Likeness("letter", f"{shown} differ by a letter", 0.6)
    return found


def _by_a_letter(one: str, other: str) -> bool:
    """Whether one letter makes another name: John and Joan, though both are forms of Johanna."""
    return len(one) == len(other) and one[0] == other[0] and DamerauLevenshtein.distance(one, other) == 1


def _initials_fit(one: list[str], other: list[str]) -> bool:
    """Whether all that both tell of forenames begins alike: A J Walker, Andrew Walker."""
    return all(a[0] == b[0] for a, b in zip(one[:-1], other[:-1], strict=False))


@lru_cache(maxsize=1)
def _namer() -> NickNamer:
    return NickNamer()


@lru_cache(maxsize=50_000)
def _is_nickname(one: str, other: str) -> bool:
    """Whether one is short for the other, or both are for a third."""
    forms = [{name, *_namer().nicknames_of(name)} for name in (one, other)]
    tail, whole = sorted((one, other), key=len)
    ends = 4 <= len(tail) < len(whole) and whole.endswith(tail)
    return one in forms[1] or other in forms[0] or ends or any({one, other} <= each for each in SHORT)


@cache
def _sound(name: str) -> str:
    """A rough spelling by sound, in which Marc is Mark and Philip Phillip, but John is not Joan."""
    for pattern, plain in SOUNDS:
        name = re.sub(pattern, plain, name)
    return name
