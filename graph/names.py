"""Names that people write, resolved to the entities and concepts of the graph: never by a silent guess.

A name counts when it is an id, a name or another name of an entity; then without "council", "city of" and the like;
then when all its words are in the name ("Walker"). What fits several is ambiguous, what fits none is unknown.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from graph.catalogue import internal
from graph.database import Database, Row
from graph.model import WhoheldError
from graph.ontology import concepts
from graph.schema import index_of_names

PREFIXES = ("council", "trust", "organisation", "person")  # of ids that people give without them
NAMESPACE = "https://w3id.org/whoheld/id/"
SPECIFIC = (
    "Person",
    "Council",
    "Trust",
    "Role",
    "Inspection",
    "Direction",
    "Tenure",
    "Delegation",
    "TenureClaim",
    "InspectionClaim",
    "DirectionClaim",
    "TrustClaim",
    "Organisation",
)
COUNCIL_WORDS = frozenset(
    {
        "council",
        "city",
        "borough",
        "metropolitan",
        "district",
        "county",
        "of",
        "royal",
        "unitary",
        "authority",
        "mbc",
        "mdc",
        "bc",
        "cc",
    }
)
ARTICLES = frozenset({"a", "an", "the"})
TITLES = frozenset(
    {"mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "cllr", "councillor", "coun", "professor"}
)
CANDIDATES = 60
NEAR = 55.0


@dataclass(frozen=True, slots=True)
class Found:
    """An entity that a name may stand for; `label` is its most specific class, `score` runs from 0 to 100."""

    id: str
    name: str
    label: str
    names: tuple[str, ...] = ()
    note: str | None = None
    score: float = 0.0


class UnknownName(WhoheldError):
    """No entity or concept has this name; `nearest` has those whose names are most like it."""

    def __init__(self, text: str, kind: str, nearest: tuple[Found, ...]) -> None:
        hint = f" Nearest: {', '.join(each.name for each in nearest)}." if nearest else ""
        super().__init__(f"No {kind} is known by the name “{text}”.{hint}")
        self.text, self.kind, self.nearest = text, kind, nearest


class AmbiguousName(WhoheldError):
    """Several entities have this name; `choices` has them all, to be asked for by id."""

    def __init__(self, text: str, kind: str, choices: tuple[Found, ...]) -> None:
        listed = "; ".join(f"{each.name} ({each.note or each.label}, {each.id})" for each in choices)
        super().__init__(f"“{text}” can be any {kind} of these: {listed}. Give the id of one.")
        self.text, self.kind, self.choices = text, kind, choices


def normalise(text: str) -> str:
    """Lower-case words without accents, punctuation, possessive endings and "the"."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).encode("ascii", "ignore").decode().casefold()
    words = re.sub(r"[^a-z0-9]+", " ", plain.replace("&", " and ").replace("'", "")).split()
    return " ".join(word for word in words if word != "the")


def short(text: str) -> str:
    """The bare place or surname: "City of Bradford Metropolitan District Council" → "bradford", "Mr Lee" → "lee"."""
    words = normalise(re.sub(r"\blondon borough of\b", " ", text, flags=re.IGNORECASE)).split()
    return " ".join(word for word in words if word not in COUNCIL_WORDS | TITLES) or " ".join(words)


def find_entities(db: Database, text: str, label: str | None = None, limit: int = 10) -> tuple[Found, ...]:
    """Entities whose names are like the text, best first, at most `limit`; `label` keeps one class of them."""
    wanted = normalise(text)
    if not wanted:
        return ()
    rows = alike(db, like(wanted), label, max(CANDIDATES, limit))
    found: dict[str, Found] = {}
    for row in rows:
        each = _found(row, wanted)
        if each.id not in found or found[each.id].score < each.score:
            found[each.id] = each
    return tuple(sorted(found.values(), key=lambda each: _rank(each, wanted))[:limit])


def _rank(found: Found, wanted: str) -> tuple[float, float, str, str]:
    """By likeness; of equals those whose name says least beside what is wanted, as facts name what they are about."""
    closest = max(fuzz.ratio(wanted, normalise(name)) for name in (found.name, *found.names))
    return -found.score, -closest, found.name, found.id


def alike(db: Database, words: str, label: str | None, limit: int) -> list[Row]:
    """The entities (of a class) whose names fit a Lucene query, best first."""
    asked = {"words": words, "label": label, "limit": limit, "index": index_of_names(label)}
    return db.read(internal("search"), asked) if words else []


def count_entities(db: Database, text: str) -> dict[str, int]:
    """How many entities of each class have names like the text, most first."""
    wanted = normalise(text)
    rows = db.read(internal("search-counts"), {"words": like(wanted)}) if wanted else []
    counts: dict[str, int] = {}
    for row in rows:
        label = specific(row["labels"])
        counts[label] = counts.get(label, 0) + row["number"]
    return dict(sorted(counts.items(), key=lambda each: (-each[1], each[0])))


def resolve_entity(db: Database, text: str, label: str | None = None) -> str:
    """The id of the one entity (of a class) that a person means; raises `UnknownName` or `AmbiguousName`."""
    return resolve(db, text, label).id


def resolve(db: Database, text: str, label: str | None = None) -> Found:
    """As `resolve_entity`, with the entity's name and class."""
    found = db.memory.recall((text, label), lambda: _looked_up(db, text, label))
    return db.memory.recall((found.id, label), lambda: found)


def _looked_up(db: Database, text: str, label: str | None) -> Found:
    if label == "Document":
        return _document(db, text.strip())
    if by_id := _by_id(db, text.strip(), label):
        return by_id
    kind = label.lower() if label else "entity"
    searched = (label,) if label else ("Organisation", "Person", "Entity")
    candidates = tuple(dict.fromkeys(each for one in searched for each in find_entities(db, text, one, CANDIDATES)))
    fitting = _fitting(text, candidates)
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise AmbiguousName(text, kind, fitting)
    raise UnknownName(text, kind, tuple(each for each in candidates if each.score >= NEAR)[:5])


def _document(db: Database, text: str) -> Found:
    """The document of that id, with or without “document/”, or of that title."""
    bare = text.removeprefix(NAMESPACE).removeprefix("document/")
    near = near_documents(db, bare)
    same = tuple(each for each in near if bare == each.id.removeprefix("document/")) or tuple(
        each for each in near if _bare_title(each.name) == _bare_title(bare)
    )
    if len(same) == 1:
        return same[0]
    if same:
        raise AmbiguousName(text, "document", same)
    raise UnknownName(text, "document", near)


def near_documents(db: Database, text: str, limit: int = 5) -> tuple[Found, ...]:
    """The documents whose id or title has most of the text's words."""
    rows = db.read(internal("document-ids"), {"words": text.lower().split(), "limit": limit})
    return tuple(Found(row["id"], row["title"] or row["id"], "Document", note=row["id"]) for row in rows)


def _bare_title(text: str) -> str:
    return " ".join(word for word in normalise(text).split() if word not in ARTICLES)


def resolve_concept(db: Database, text: str, scheme: str) -> str:
    """The notation of a concept by any of its labels; a role also as it is written on a post in the graph."""
    if notation := _scheme(scheme).get(normalise(text)):
        return notation  # without a look at all posts of the graph, which could not change it
    known = concept_names(db, scheme)
    for form in _singulars(normalise(text)):
        if notation := known.get(form):
            return notation
    near = sorted(((fuzz.WRatio(normalise(text), name), notation) for name, notation in known.items()), reverse=True)
    names = dict.fromkeys(notation for score, notation in near if score >= NEAR)
    raise UnknownName(text, scheme, tuple(Found(name, name, scheme) for name in names)[:5])


def _singulars(text: str) -> tuple[str, ...]:
    """The text, and with its first or last word without a plural s."""
    return text, re.sub(r"^(\w+)s\b", r"\1", text), text.removesuffix("s")


def concept_names(db: Database, scheme: str) -> dict[str, str]:
    """Every normalised name of a scheme's concepts with the notation it stands for."""
    known = _scheme(scheme)
    if scheme != "role":
        return known
    written = db.memory.recall("role-kinds", lambda: [row["kind"] for row in db.read(internal("role-kinds"), {})])
    return {**{normalise(kind): kind for kind in written if kind}, **known}


@cache
def _scheme(scheme: str) -> dict[str, str]:
    names: dict[str, str] = {}
    for concept in concepts(scheme):
        for name in (concept.notation, concept.label, *concept.alternatives):
            names.setdefault(normalise(name), concept.notation)
    return names


def _by_id(db: Database, text: str, label: str | None) -> Found | None:
    bare = text.removeprefix(NAMESPACE)
    if re.search(r"\s", bare):
        return None  # no id has a space: a round trip less for most names
    ids = [bare] if "/" in bare else [f"{prefix}/{bare}" for prefix in PREFIXES]
    rows = [row for row in db.read(internal("entity"), {"ids": ids}) if label in (None, *row["labels"])]
    return Found(rows[0]["id"], rows[0]["name"], specific(rows[0]["labels"])) if len(rows) == 1 else None


def specific(labels: Iterable[str]) -> str:
    """The most telling of a node's labels."""
    given = set(labels)
    return next((label for label in SPECIFIC if label in given), min(given, default="Entity"))


def like(words: str, edits: int = 2) -> str:
    """Each word as it is, as a beginning, and with some letters wrong, for which the words of councils' titles are too
    common; words are bare letters and digits, so nothing is syntax."""
    return " ".join(_like_one(word, edits) for word in words.split())


def _like_one(word: str, edits: int) -> str:
    if len(word) <= 2:
        return word
    return f"{word}^4 {word}*^2" if word in COUNCIL_WORDS else f"{word}^4 {word}*^2 {word}~{edits}"


def _found(row: dict[str, object], wanted: str) -> Found:
    names = tuple(dict.fromkeys(name for name in _strings(row["names"]) if name))
    score = max((fuzz.WRatio(wanted, normalise(name)) for name in names), default=0.0)
    note = f"until {row['valid_to']}" if row["valid_to"] else None
    return Found(str(row["id"]), str(row["name"]), specific(_strings(row["labels"])), names, note, score)


def _strings(value: object) -> list[str]:
    return [str(each) for each in value if each is not None] if isinstance(value, list) else []


def _fitting(text: str, candidates: tuple[Found, ...]) -> tuple[Found, ...]:
    """Those that have the name by the first of the ways of comparing that any passes."""
    wanted, bare = normalise(text), short(text)
    words = set(bare.split())
    ways: tuple[Callable[[str], bool], ...] = (
        lambda name: normalise(name) == wanted,
        lambda name: short(name) == bare,
        lambda name: words <= set(normalise(name).split()),
    )
    for way in ways:
        if fitting := tuple(each for each in candidates if any(way(name) for name in each.names)):
            return fitting
    return ()
