"""Dates in English text as EDTF: explicit, elliptic ("4 and 5 December 2018") and relative ("last September").

Relative dates are resolved against the day of publication, "that June" and "two years later" against the date told
before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from ingest.date_clauses import clause_of, sentence_start
from ingest.date_rules import DAY, MONTH, RULES, WEEKDAY, YEAR
from ingest.date_told import Make, Setting, Value
from ingest.moments import Moment, Precision, last_moment, moment, month_number, precision, valid

Relation = Literal["at", "since", "until", "from", "by", "between", "after", "before"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date at a place in a text: `text` without its preposition, `relation` what the preposition says.

    `edtf` is a date or, for several days and ranges, an interval; `precision` is of its first part.
    """

    start: int
    end: int
    text: str
    edtf: str
    relation: Relation
    precision: Precision


TURNS = "retirement|departure|resignation|death|appointment|arrival|election"  # that begin or end a time in post
EVENT = rf"(?:his|her|their) (?:\w+ )?(?:{TURNS}) (?:in|on|at)(?: the)?"
BEFORE = (
    ("since", r"\bsince(?: the)?(?: as long ago as)?"),
    ("since", rf"\bsince {EVENT}"),
    ("until", rf"\b(?:until|till|up to) {EVENT}"),
    ("until", r"\b(?:until|till|up to|up until|through to|to|runs to)(?: the)?"),
    ("from", r"\b(?:from|as of|as from|with effect from|effective|starting(?: on)?|beginning(?: on)?)(?: the)?"),
    ("by", r"\bby(?: the)?"),
    ("after", r"\b(?:after|following)(?: the)?"),
    ("before", r"\b(?:before|prior to|ahead of)(?: the)?"),
)
RELATIONS = tuple((relation, re.compile(rf"{words}\s+$", re.IGNORECASE)) for relation, words in BEFORE)


# No date begins inside a word: said in front, most places are passed over without trying the rule.
COMPILED = tuple((re.compile(rf"\b(?=\w)(?:{pattern})", re.IGNORECASE), make) for pattern, make in RULES)
BETWEEN = re.compile(r"\bbetween\s+$", re.I)
ROW = re.compile(r"[\W_]{0,4}((?:19|20)\d\d)(?:\t| {2,}|\s?[:|]\s| [–—-] |\.\s(?=[A-Z]))")
OVER_ROWS = re.compile(r"(?m)^\W{0,4}((?:19|20)\d\d)\W{0,4}$")
OVER_ENTRIES = re.compile(rf"(?mi)^\W{{0,4}}{WEEKDAY}(?:{DAY}\s+)?{MONTH}\s+{YEAR}\W{{0,4}}$")
ROWS, ENTRY_LINES = 6, 3  # lines that stand under a year, under a month or day
YEARED = re.compile(
    r"(?:19|20)\d\d|\b(?:later|earlier|before|after|previously|that|same|following|previous|(?:last|this) year)\b", re.I
)
INSERTED = re.compile(r",\s+(?:who|which|whose|where|\w+ since)\b[^,;]*$", re.IGNORECASE)
PERFECT = re.compile(
    r"\b(?:has|have) (?:(?:now|just|since|already|also) )?(?:had|been|come|gone|got|made|left|\w+ed)\b"
)
UNCAPITALISED = re.compile(r"\b(?:may|march|mar)\b")


def date_mentions(text: str, published: str | None) -> list[DateMention]:
    """Every date in a text, in order; `published` (EDTF) is what "last week" and "in October" are relative to."""
    found: list[DateMention] = []
    now, latest, told = *_publication(published), None
    entries = len(OVER_ENTRIES.findall(text)) > 1
    for match, make in _matches(text):
        start = _start(match)
        sentence = sentence_start(text, start)
        here = [each for each in found if each.start >= sentence]
        near = [each for each in here if _places(text, each, start)]
        row = _row(text, start)
        entry = None if row or not entries else _entry(text, start)
        clause = clause_of(text, start, match.end())
        ahead = not row and clause.is_ahead
        setting = Setting(
            published=entry or now,
            latest=None if entry else latest,
            told=told,
            same_sentence=last_moment(near[-1].edtf) if near else row,
            beside=last_moment(here[-1].edtf) if here else None,
            onward=bool(near and BETWEEN.search(text, 0, near[-1].start)),
            ahead=ahead,
            likely=0 if ahead or row else clause.likely,
            until=clause.is_until,
            since=clause.is_since,
            past=not ahead and clause.is_past,
        )
        edtf = _edtf(make(match, setting))
        if edtf is None:
            continue
        relation: Relation = _relation(text, start, edtf)
        found.append(DateMention(start, match.end(), text[start : match.end()], edtf, relation, precision(edtf)))
        told = last_moment(edtf) or told
    return found


def _places(text: str, told: DateMention, start: int) -> bool:
    """Whether a date told before in a sentence has the year of one told at a place."""
    between = text[told.end : start]
    in_brackets = ")" in between and "(" not in between.partition(")")[0]
    return (
        told.relation not in {"since", "until", "from"}
        and bool(YEARED.search(told.text))
        and not in_brackets
        and not PERFECT.search(between)
        and not (between.startswith(",") and INSERTED.search(text, sentence_start(text, told.start), told.start))
    )


def _publication(published: str | None) -> tuple[Moment | None, Moment | None]:
    """The moment that relative dates count from, and its bound: of an interval the year and the month that end it.

    A page that tells no date of its own is taken to be written in the month of the latest that it tells.
    """
    if published and published.endswith("/.."):
        bound = last_moment(published.removesuffix("/.."))
        return bound and (bound.to("month") if bound.month else bound), None
    if published and "/" in published:
        last = last_moment(published)
        return last and last.to("year"), last
    return moment(published), None


def _matches(text: str) -> Iterable[tuple[re.Match[str], Make]]:
    """The rules' matches in order of place, none over another; an earlier rule wins."""
    taken = bytearray(len(text))
    kept: list[tuple[re.Match[str], Make]] = []
    for pattern, make in COMPILED:
        for match in pattern.finditer(text):
            start, end = _start(match), match.end()
            if any(taken[start:end]) or "\n\n" in match.group() or UNCAPITALISED.search(match.group()):
                continue
            taken[start:end] = b"\1" * (end - start)
            kept.append((match, make))
    return sorted(kept, key=lambda pair: pair[0].start())


def _start(match: re.Match[str]) -> int:
    """Where the date itself begins, after the preposition that its rule asks for."""
    return match.end("lead") if match.groupdict().get("lead") else match.start()


def _edtf(value: Value) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, Moment):
        return str(value) if valid(value) else None
    first, last = value
    return f"{first}/{last}" if valid(first) and valid(last) and str(first) < str(last) else None


def _relation(text: str, start: int, edtf: str) -> Relation:
    if edtf.endswith("/.."):
        return "since"
    if "/" in edtf:
        return "between"
    before = text[max(0, start - 30) : start]
    for relation, pattern in RELATIONS:
        if pattern.search(before):
            return relation  # type: ignore[return-value]
    return "at"


def _row(text: str, start: int) -> Moment | None:
    """The year that the line opens with, or stands under, as those of a timeline do."""
    lines = text[max(0, start - 1500) : start].split("\n")
    if opening := ROW.match(lines[-1]):
        return Moment(int(opening[1]))
    above = [line for line in lines[:-1] if line.strip()][-ROWS:]
    years = [year[1] for line in above if (year := OVER_ROWS.match(line))]
    return Moment(int(years[-1])) if years and len(OVER_ROWS.findall(text)) > 1 else None


def _entry(text: str, start: int) -> Moment | None:
    """The date that the entry stands under, as those of a log do: what it tells is as of then."""
    above = [line for line in text[max(0, start - 1500) : start].split("\n")[:-1] if line.strip()][-ENTRY_LINES:]
    dated = [each for line in above if (each := OVER_ENTRIES.match(line))]
    if not dated:
        return None
    last = dated[-1]
    return Moment(int(last["y"]), month_number(last["m"]), int(last["d"]) if last["d"] else None)
