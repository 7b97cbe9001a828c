"""Dates in English text as EDTF: explicit, elliptic ("4 and 5 December 2018") and relative ("last September").

Relative dates are resolved against the day of publication, "that June" and "two years later" against the date told
before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from ingest.date_rules import RULES
from ingest.date_told import Make, Setting, Value
from ingest.moments import Moment, Precision, last_moment, moment, precision, valid

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


AHEAD = re.compile(
    r"\b(will|shall|is to|are to|due|would(?! have)|expected|starts?|takes? (over|up|on)|joins?|begins|leaves|"
    r"retires?|moves? (up|on|to)|steps? (down|up)|stands? down|goes|becomes?|stays?|remains?|acts|continue|"
    r"until further|next|(?:is|are) (?:now |also )?(?:leaving|standing|stepping|retiring|joining|taking|moving|"
    r"starting|returning|going|coming|becoming|handing)|"
    r"for [\w-]+ (?:months|years) from|has (?:been )?(?:appointed|named|made|chosen)\b[^.;]*\bfrom|asked to|"
    r"hands? over|finish(?:es)?|to [a-z]+ [^.;:]*\bby)\b(?! (?:was|were))",
    re.IGNORECASE,
)
PAST = re.compile(
    r"\b(?:(?<!is )(?<!are )(?<!be )\w+ed|beg[au]n|came|took|taken|was|were|been|had|left|"
    r"went|made|held|met|found|said|gave|given|got|saw|seen|"
    r"told|spoke|wrote|written|brought|ran|led|rose|fell|became|chose|chosen|knew|kept|lost|sent|stood|stepped|quit|won|"
    r"paid|set up|did|done|spent|ago|already|since)\b",
    re.IGNORECASE,
)
UNSTARTED = re.compile(
    r"\b(?:visit|inspection|inspected|report|letter|rating|review|judge?ment|survey|figures|since|after|following)\b",
    re.I,
)
BEFORE = (
    ("since", r"\bsince(?: the)?(?: as long ago as)?"),
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
ROWS = 6  # lines that stand under a year
YEARED = re.compile(
    r"(?:19|20)\d\d|\b(?:later|earlier|before|after|previously|that|same|following|previous|(?:last|this) year)\b", re.I
)
SENTENCE_ENDS = (". ", ".\n", "\n", "? ", "! ", ".” ", '." ')
UNCAPITALISED = re.compile(r"\b(?:may|march|mar)\b")


def date_mentions(text: str, published: str | None) -> list[DateMention]:
    """Every date in a text, in order; `published` (EDTF) is what "last week" and "in October" are relative to."""
    found: list[DateMention] = []
    now, latest, told = *_publication(published), None
    for match, make in _matches(text):
        start = _start(match)
        sentence = _sentence_start(text, start)
        here = [each for each in found if each.start >= sentence]
        near = [each for each in here if each.relation not in {"since", "until", "from"} and YEARED.search(each.text)]
        row = _row(text, start)
        ahead = not row and _ahead(text, start, match.end())
        setting = Setting(
            published=now,
            latest=latest,
            told=told,
            same_sentence=last_moment(near[-1].edtf) if near else row,
            beside=last_moment(here[-1].edtf) if here else None,
            onward=bool(near and BETWEEN.search(text, 0, near[-1].start)),
            ahead=ahead,
            tenseless=not (ahead or row) and _is_tenseless(text, start, match.end()),
        )
        edtf = _edtf(make(match, setting))
        if edtf is None:
            continue
        relation: Relation = _relation(text, start, edtf)
        found.append(DateMention(start, match.end(), text[start : match.end()], edtf, relation, precision(edtf)))
        told = last_moment(edtf) or told
    return found


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


def _sentence_start(text: str, offset: int) -> int:
    ends = ((text.rfind(mark, 0, offset), len(mark)) for mark in SENTENCE_ENDS)
    return max((at + length for at, length in ends if at >= 0), default=0)


def _ahead(text: str, start: int, end: int) -> bool:
    """Whether the clause speaks of what is to come; a date that opens its clause is told by the words after it."""
    clause = _clause_start(text, start)
    cue = AHEAD.search(text, clause, start)
    if cue:
        return not PAST.search(text[cue.end() : start])
    behind = _behind(text, end)
    cue = AHEAD.search(behind)
    return bool(cue) and not PAST.search(text[clause:start] + behind[: cue.start() if cue else 0])


def _behind(text: str, end: int) -> str:
    """The rest of the clause after a date."""
    return re.split(r"[.;\n]|, (?:and|but|who|which)\b", text[end : end + 80], maxsplit=1)[0]


def _is_tenseless(text: str, start: int, end: int) -> bool:
    """Whether no word of the clause tells that the date is past."""
    clause = f"{text[_clause_start(text, start) : start]} {_behind(text, end)}"
    return not PAST.search(clause) and not UNSTARTED.search(clause)


def _clause_start(text: str, offset: int) -> int:
    sentence = _sentence_start(text, offset)
    marks = [
        text.rfind(mark, sentence, offset) for mark in (", and ", "; ", ", who ", ", which ", ", but ", ", having ")
    ]
    return max(sentence, *marks)
