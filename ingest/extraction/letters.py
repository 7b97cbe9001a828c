"""Ofsted's own forms: letters about visits and reports of inspections; and tables of grades in others' papers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from graph.model import InspectionKind, Judgement
from ingest.extraction.context import Context
from ingest.extraction.forms import GREETING, team
from ingest.extraction.layout import Paragraph
from ingest.extraction.sightings import Sighting
from ingest.names import Mention
from ingest.registers import register

HEAD = 3500
FIELD = re.compile(
    r"(?:^|(?<=\s))(?P<previous>(?:dates? of (?:the )?)?(?:previous|last) )?"
    r"(?:inspection dates?|inspected|dates? of (?:the )?(?:inspection|visit)|(?<=previous )inspection)\s*:?\s*(?=\d)",
    re.IGNORECASE,
)
SUMMARY = re.compile(
    r"\b(?:summarises? the findings|outcome|findings|report|inform you|following) of (?:a|an|the|our|Ofsted[’']s)\b|"
    r"\breport on (?=(?:a|the|our|my) (?:\w+ ){0,2}?(?:visit|inspection)\b)|"
    r"\bFollowing (?=(?:the|our|Ofsted[’']s) (?:\w+ )?(?:monitoring |focused )?visit\b)",
    re.IGNORECASE,
)
FORM = re.compile(
    r"\bThis letter (?:summarises|contains)|Inspection dates? ?:|\bLead inspector ?:|^ *Inspected:? {1,14}\d|"
    r"\bThis is (?:my|our) report on the \w* ?(?:visit|inspection)\b|"
    r"\bI (?:write|am writing) (?:on behalf of (?:Her|His) Majesty[’']s Chief Inspector|"
    r"to (?:confirm|report|notify you of|inform you of) (?:(?:the|our) (?:\w+ )?(?:findings|outcome)|what we found))\b",
    re.IGNORECASE | re.MULTILINE,
)
GRADE: dict[Judgement, str] = {
    "requires improvement": r"requires? improvement(?: to be good)?",
    "inadequate": "inadequate",
    "outstanding": "outstanding",
    "good": "good",
}
ANY_GRADE = "|".join(f"(?P<g{index}>{words})" for index, words in enumerate(GRADE.values()))
OVERALL = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"Overall effectiveness\W{{1,6}}(?:{ANY_GRADE})\b",
        rf"overall judge?ment is (?:that )?[^.\n]{{0,80}}?(?:\b(?:are|is|as)\b )?(?:{ANY_GRADE})\b",
        r"(?:^|\n)(?:Children[’']s (?:social care )?services|(?:The )?[Ss]ervices for children(?: and families)?) in "
        rf"[^.\n]{{2,60}}? (?:are |is |remain )?(?:{ANY_GRADE})\b",
    )
)
KINDS: tuple[tuple[str, InspectionKind], ...] = (
    (r"joint targeted area|\bJTAI\b|\bSEND\b|special educational needs|area partnership", "other"),
    (r"monitoring visit", "monitoring_visit"),
    (r"focused (?:assurance )?visit", "focused_visit"),
    (r"children[’']s home", "home_inspection"),
)
JOINT = re.compile(KINDS[0][0], re.IGNORECASE)
OPENS = re.compile(r"(?:report (?:of|on) )?(?:the |a )?(?:joint targeted area|area SEND) inspection\b", re.IGNORECASE)
PARTNERSHIP = re.compile(r"\b(?:[A-Z][\w’-]+\s+(?:and |with |upon |on )?){1,4}?\s*Local Area Partnership\b")
SUBJECT = re.compile(
    r"\b(?:[Vv]isit|[Ii]nspection) (?:to|of|at) (?:the )?(?P<name>[A-Z][\w’&, -]{2,70}?)(?:[’']s?)?,? "
    r"(?:local authority |council )?(?:[Cc]hildren[’']s|services)"
)
ROW = re.compile(r"\b(?P<kind>(?:focused|monitoring) visit|inspection|ILACS|SIF|JTAI)\b", re.IGNORECASE)


def is_form(context: Context) -> bool:
    """Whether the document is one of Ofsted's letters or reports."""
    return bool(FORM.search(context.text, 0, 6000))


def sightings(context: Context) -> Iterator[Sighting]:
    """What the document tells of inspections by its form."""
    if is_form(context):
        yield from _fields(context)
        yield from _summary(context)
    yield from _rows(context)


def of_form(context: Context, told: Iterable[Sighting]) -> list[Sighting]:
    """The sightings, that which a joint inspection's letter is about known as such, and published with the letter.

    Its sentences say "this inspection" or "a joint inspection"; only the subject tells of what kind.
    """
    found = list(told)
    subject = context.document.title
    is_letter = JOINT.search(subject) and GREETING.search(context.text, 0, HEAD)
    if not is_letter and not OPENS.match(subject):
        return found
    dated = [each for each in found if each.at < HEAD and each.date and re.match(r"\d{4}-\d\d-\d\d", each.date)]
    own = max(dated, key=lambda each: each.date or "", default=None)
    return [_joint(context, each) if own and each.date == own.date else each for each in found]


def _joint(context: Context, each: Sighting) -> Sighting:
    later = _published(context, each.date or "")
    kind: InspectionKind | None = "other" if each.kind in {None, "inspection"} else each.kind
    return replace(each, kind=kind, published=each.published or later)


@lru_cache(maxsize=4)
def overall(text: str) -> Judgement | None:
    """The overall judgement that a report gives, in its table or in its words."""
    for pattern in OVERALL:
        match = pattern.search(text)
        if match:
            return list(GRADE)[int((match.lastgroup or "g0")[1:])]
    return None


def _fields(context: Context) -> Iterator[Sighting]:
    """“Inspection dates: 13 May to 24 May 2019” and “Dates of previous inspection: …”."""
    org = _body(context)
    opening = FIELD.split(context.text[:HEAD], maxsplit=1)[0]
    kind = _kind(opening, "inspection")
    for match in FIELD.finditer(context.text, 0, HEAD):
        date = next((each for each in context.dates if match.end() <= each.start <= match.end() + 3), None)
        if org is None or date is None:
            continue
        if match["previous"]:
            yield Sighting(org, match.start(), match.start(), date.end, kind, date.edtf, back=False)
        else:
            grade = overall(context.text) if kind == "inspection" else None
            yield Sighting(
                org,
                match.start(),
                match.start(),
                date.end,
                kind,
                date.edtf,
                _published(context, date.edtf),
                grade,
                inspectors(context),
                False,
            )


def _published(context: Context, day: str) -> str | None:
    """The day of publication, where the document tells it and it can be: a report comes after its inspection."""
    told, basis = context.document.published, context.document.published_basis
    if told is None or "copyright" in basis or "/" in told:
        return None
    return told if told >= day.split("/", maxsplit=1)[0] else None


def _summary(context: Context) -> Iterator[Sighting]:
    """“This letter summarises the findings of … to … on 2 and 3 May 2017.”"""
    for match in SUMMARY.finditer(context.text, 0, HEAD):
        sentence = context.sentence(match.start())
        words = context.text[match.start() : sentence.end_char]
        dates = context.dates_in(match.end(), sentence.end_char)
        here = [each for each in context.orgs_in(match.end(), sentence.end_char) if each.kind in {"council", "trust"}]
        org = here[0] if here else _body(context)
        if dates and org and re.search(r"\b(?:visit|inspection)\b", words):
            above = _kind(context.text[: match.start()], "other")
            kind = _kind(words, "inspection" if "inspection" in words else above)
            grade = overall(context.text) if kind == "inspection" else None
            published = _published(context, dates[0].edtf)
            yield Sighting(
                org,
                match.start(),
                sentence.start_char,
                sentence.end_char,
                kind,
                dates[0].edtf,
                published,
                grade,
                inspectors(context),
                False,
            )
            return


def _kind(words: str, otherwise: InspectionKind) -> InspectionKind:
    return next((kind for pattern, kind in KINDS if re.search(pattern, words, re.IGNORECASE)), otherwise)


def _body(context: Context) -> Mention | None:
    """The body that the form is about: the partnership, trust or council named first, title before text."""
    partnership = PARTNERSHIP.search(context.text, 0, HEAD)
    if partnership:
        name = " ".join(partnership.group().split())
        return Mention(partnership.start(), partnership.end(), name, name, "organisation", name.lower())
    first = [each for each in context.orgs if each.kind in {"council", "trust"} and each.start < HEAD]
    titled = [each for each in first if each.text in context.document.title and each.kind == "council"]
    council = context.focus.council
    found = titled or ([council] if council else []) or first
    return found[0] if found else _subject(context)


def _subject(context: Context) -> Mention | None:
    """The council in words like “visit to … children’s services”, where nothing else names it."""
    for match in SUBJECT.finditer(context.text, 0, HEAD):
        council = register().find(match["name"], context.document.published)
        if council:
            start, end = match.span("name")
            return Mention(start, end, match["name"], match["name"], "council", council.id)
    return None


def inspectors(context: Context) -> tuple[str, ...]:
    """The inspectors whom a form names as its own."""
    return tuple(dict.fromkeys(each.name for each in team(context)))


# Tables


def _rows(context: Context) -> Iterator[Sighting]:
    """Rows of a table of inspections: a council or a kind of visit, a date and a grade, and no verb."""
    for paragraph in context.paragraphs:
        words = context.text[paragraph.start : paragraph.end]
        if len(words) > 130 or not re.search(r"\d{4}", words):
            continue
        found = _row(context, paragraph, words)
        if found:
            yield found


def _row(context: Context, paragraph: Paragraph, words: str) -> Sighting | None:
    dates = context.dates_in(paragraph.start, paragraph.end)
    grade = re.search(rf"(?<![\w-])(?:{ANY_GRADE})\b", words, re.IGNORECASE)
    kind = ROW.search(words)
    orgs = [each for each in context.orgs_in(paragraph.start, paragraph.end) if each.kind in {"council", "trust"}]
    if (
        len(dates) != 1
        or not (grade or (kind and re.search(r"visit", words, re.IGNORECASE)))
        or (" | " not in words and _has_verb(context, paragraph))
    ):
        return None
    above = context.text[max(0, paragraph.start - 900) : paragraph.start]
    starts = orgs[0] if orgs and orgs[0].start - paragraph.start < 5 else None
    if starts is None and kind is None:
        return None
    if starts and not kind and not re.search(r"inspect|ofsted|grade|overall|judge?ment", above, re.IGNORECASE):
        return None
    org = starts or context.org_at(paragraph.start)
    if org is None:
        return None
    judgement = list(GRADE)[int((grade.lastgroup or "g0")[1:])] if grade else None
    told = _kind(words, "inspection")
    return Sighting(
        org, paragraph.start, paragraph.start, paragraph.end, told, dates[0].edtf, None, judgement, (), False
    )


def _has_verb(context: Context, paragraph: Paragraph) -> bool:
    span = context.doc.char_span(paragraph.start, paragraph.end, alignment_mode="expand")
    return span is None or any(
        token.tag_ in {"VBD", "VBZ", "VBP", "MD"}
        and not token.lower_.startswith("require")
        and token.lower_ not in {"focused"}
        for token in span
    )
