"""What is known of a date that may begin or end a tenure, as numbers and words that a model can weigh."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from ingest.dating import DATED, LABEL
from ingest.extraction.comings import SPELL
from ingest.extraction.deciding.features import CLASS
from ingest.extraction.deciding.timings import Tenure, Timing, Told
from ingest.extraction.drafts import Draft
from ingest.extraction.syntax import objects, person_at, subject, verb_of
from ingest.moments import days
from ingest.trained import Features

LEAVING = re.compile(
    r"\b(?:left|leav\w+|resign\w*|retir\w+|quit|depart\w*|stepp?\w* (?:down|aside)|stood down|until|sacked|dismissed|"
    r"exit|replaced|succeeded|moved|ended|go(?:es|ing)?|went|last day|farewell)\b",
    re.IGNORECASE,
)
COMING = re.compile(
    r"\b(?:join\w*|appoint\w*|start\w*|beg[aiu]n\w*|became|becom\w+|took|takes?|taking|since|arriv\w+|named|promoted|"
    r"elected|succeed\w*|replac\w+|from|return\w*|recruited|hired|installed|came)\b",
    re.IGNORECASE,
)
COMMON = frozenset(
    (
        "director of children's services",
        "inspector",
        "cabinet member for children",
        "leader of the council",
        "chief executive",
        "commissioner",
        "adviser",
        "chief executive of trust",
        "chair of trust",
        "education secretary",
        "children's minister",
        "assistant director",
    )
)
BRACKET = re.compile(r"\((?:(?:until|till|up to|to|from|since) )?$")
OF_THING = re.compile(
    r"\b(?:boards?|teams?|councils?|cabinets?|panels?|committees?|reports?|letters?|plans?|reviews?|budgets?) of $"
)
WHO_FOLLOWS = re.compile(r"[ \t]*(?:joined|joining|appointed|arrived|left|leaving)\b[^:]{0,20}", re.IGNORECASE)
COMPARED = re.compile(r"\b(?:than|compared (?:with|to))\b[^,;:.()\n]{0,30}$")
PARTED = re.compile(r"[|\t]|\S {2,}\S")  # cells of a row
COLON = re.compile(r":[ \t]*(?=\S)")
NEAR = 12  # characters that may stand between a name and the bracket that is about it
ENDING = frozenset("end finish expire begin start open close last".split())
GIVING_UP = frozenset({"give", "stop", "quit"})
LEADING = frozenset("lead run head chair manage direct work act be serve cover stand oversee hold do".split())
SAYING = frozenset("say speak tell write add".split())
Place = tuple[int, int, str]  # start, end, what it is to the tenure


def features(told: Told, timing: Timing) -> Features:
    """One timing's features: what the frames said, words, place, names beside, other tenures, parse."""
    sentence = told.context.sentence(timing.date.start)
    low, high = sentence.start_char, sentence.end_char
    return {
        **_framed(told, timing),
        **_words(told, timing, low, high),
        **_place(told, timing, low, high),
        **_between(told, timing, low, high),
        **_beside(told, timing, low, high),
        **_others(told, timing, low, high),
        **_clause(told, timing),
    }


def _framed(told: Told, timing: Timing) -> Features:
    own = told.of[timing.tenure]
    role = timing.tenure[1]
    return {
        "framed start": float(any(each.start == timing.value for each in own)),
        "framed end": float(any(each.end == timing.value for each in own)),
        "other start": float(any(each.start and each.start != timing.value for each in own)),
        "other end": float(any(each.end and each.end != timing.value for each in own)),
        "status": timing.draft.status,
        "statuses": " ".join(sorted({each.status for each in own})),
        "drafts": float(min(6, len(own))),
        "interim": float(timing.draft.interim),
        "role": role if role in COMMON else "another",
        "relation": timing.date.relation,
        "part": timing.part,
        "precision": timing.date.precision,
    }


def _words(told: Told, timing: Timing, low: int, high: int) -> Features:
    date, text, published = timing.date, told.context.text, told.context.document.published
    words, ahead, behind = text[low:high], text[max(low, date.start - 40) : date.start], text[date.end : date.end + 40]
    return {
        "leaving before": float(bool(LEAVING.search(ahead))),
        "coming before": float(bool(COMING.search(ahead))),
        "leaving after": float(bool(LEAVING.search(behind))),
        "coming after": float(bool(COMING.search(behind))),
        "leaving": float(bool(LEAVING.search(words))),
        "coming": float(bool(COMING.search(words))),
        "lead": re.sub(r"[^a-z(–-]", "", (ahead.lower().split() or [""])[-1])[:10],
        "past": _age(timing.value, published),
        "same as published": float(timing.value == published),
        "ends line": float("\n" in behind[:2] and not behind[:1].strip()),
    }


def _place(told: Told, timing: Timing, low: int, high: int) -> Features:
    date, context = timing.date, told.context
    places, seats = told.of_person(timing.tenure[0]), told.seats(timing.tenure)
    nearest = _nearest(places, date.start)
    post = _nearest(seats, date.start)
    others = {each.key for each in context.people_in(*sorted((nearest, date.start)))} - {timing.tenure[0]}
    people = {each.key for each in context.people_in(low, high)}
    tenures = [each for each in told.of if each[0] == timing.tenure[0]]
    return {
        "from person": float(min(abs(nearest - date.start), 600)),
        "person before": float(nearest < date.start),
        "person in sentence": float(any(low <= place < high for place in places)),
        "from post": float(min(abs(post - date.start), 900)),
        "post before": float(post < date.start),
        "post in sentence": float(low <= post < high),
        "others between": float(len(others)),
        "people in sentence": float(len(people)),
        "posts of person": float(len(tenures)),
        "nearest post of person": float(_is_nearest(told, timing, tenures)),
        "gap": context.text[post : date.start].strip()[-6:].lower() if 0 < date.start - post < 60 else "",
    }


def _nearest(places: Iterable[int], to: int) -> int:
    return min(places, key=lambda place: abs(place - to), default=to)


def _is_nearest(told: Told, timing: Timing, tenures: Sequence[Tenure]) -> bool:
    def far(tenure: Tenure) -> int:
        return min(abs(each.at - timing.date.start) for each in told.of[tenure])

    return far(timing.tenure) == min(far(each) for each in tenures)


def _between(told: Told, timing: Timing, low: int, high: int) -> Features:
    """What stands between the person's nearest place and the date."""
    date, context = timing.date, told.context
    left, right = sorted((_nearest(told.of_person(timing.tenure[0]), date.start), date.start))
    told_here = context.dates_in(low, high)
    return {
        "dates in sentence": float(len(told_here)),
        "date's number": float(sum(each.start < date.start for each in told_here)),
        "dates between": float(min(5, sum(left < each.start < right for each in context.dates))),
        "sentences between": float(min(9, sum(left < each.start_char <= right for each in context.sentences))),
        "lines between": float(min(5, context.text.count("\n", left, right))),
    }


def _beside(told: Told, timing: Timing, low: int, high: int) -> Features:
    """The posts, bodies and people next to the date in its sentence: the tenure's own or others."""
    person, role, body = timing.tenure
    seats = told.seats(timing.tenure)
    posts = [
        (each.start, each.end, "own" if each.start in seats else "role" if each.role == role else "other")
        for each in told.posts
        if low <= each.start < high
    ]
    bodies = [
        (each.start, each.end, "own" if each.name == body else "other") for each in told.context.orgs_in(low, high)
    ]
    people = [
        (place, place + 1, "own" if key == person else "other")
        for place, key in told.people[bisect_left(told.people, (low, "")) : bisect_left(told.people, (high, ""))]
    ]
    return {
        **_next("post", posts, timing),
        **_next("body", bodies, timing),
        **_next("person", people, timing),
    }


def _next(what: str, found: Sequence[Place], timing: Timing) -> Features:
    before, after = _before(found, timing.date.start), _after(found, timing.date.end)
    return {
        f"{what} ahead": before[2] if before else "none",
        f"{what} behind": after[2] if after else "none",
        f"far from {what}": float(min(200, timing.date.start - before[1])) if before else 300.0,
        f"far to {what}": float(min(200, after[0] - timing.date.end)) if after else 300.0,
    }


def _before(found: Sequence[Place], start: int) -> Place | None:
    return max((each for each in found if each[1] <= start), key=lambda each: each[1], default=None)


def _after(found: Sequence[Place], end: int) -> Place | None:
    return min((each for each in found if each[0] >= end), default=None)


def _others(told: Told, timing: Timing, low: int, high: int) -> Features:
    """The same date in other tenures: of the person, of the post, of anybody."""
    person, *post = timing.tenure
    others = [each for each in told.drafts if each.person.key != person]
    mine = [each for each in told.drafts if each.person.key == person and [each.role, each.org] != post]
    holders = [each for each in others if [each.role, each.org] == post]
    here = {key for place, key in told.people if low <= place < high}
    return {
        **_dated("another", others, timing.value),
        **_dated("person's other", mine, timing.value),
        **_dated("other holder", holders, timing.value),
        "other holder in sentence": float(any(each.person.key in here for each in holders)),
        "other holder dated": float(any(each.start or each.end for each in holders)),
        "holders": float(min(4, len({each.person.key for each in holders}))),
    }


def _dated(whose: str, drafts: Sequence[Draft], value: str) -> Features:
    return {
        f"{whose} start": float(any(each.start == value for each in drafts)),
        f"{whose} end": float(any(each.end == value for each in drafts)),
    }


def _clause(told: Told, timing: Timing) -> Features:
    context, key = told.context, timing.tenure[0]
    span = context.doc.char_span(timing.date.start, timing.date.end, alignment_mode="expand")
    head = span.root if span is not None and len(span) else None
    verb = verb_of(head) if head is not None else None
    if head is None or verb is None:
        return {"verb": "none"}
    agent = subject(verb)
    who = person_at(context, agent)
    whom = next((found for each in objects(verb) if (found := person_at(context, each))), None)
    return {
        "by": head.head.lower_ if head.head.dep_ == "prep" else head.head.dep_,
        "verb": CLASS.get(verb.lemma_, "other"),
        "lemma": verb.lemma_[:12],
        "particle": next((each.lower_ for each in verb.children if each.dep_ == "prt"), ""),
        "object": next((each.lower_[:14] for each in verb.children if _is_thing(each)), ""),
        "verb's part": verb.dep_,
        "tense": verb.tag_,
        "passive": float(any(each.dep_ == "auxpass" for each in verb.children)),
        "denied": float(any(each.dep_ == "neg" for each in verb.children)),
        "is subject": float(who is not None and who.key == key),
        "is object": float(whom is not None and whom.key == key),
        "another is subject": float(who is not None and who.key != key),
        "factual": float(context.is_factual(verb)),
        "of a thing": float((who is None and verb.lemma_ in ENDING and _is_no_spell(agent)) or _is_beside_post(verb)),
        "will": float(any(each.lower_ in {"will", "would", "due"} for each in verb.children)),
    }


def _is_no_spell(token: Token | None) -> bool:
    return token is not None and token.pos_ == "NOUN" and token.lemma_ not in SPELL and token.ent_type_ != "PERSON"


def _is_beside_post(verb: Token) -> bool:
    """Whether the verb tells of what is said or done beside a post: "gave up smoking", "spoke to the board"."""
    given_up = [
        each for each in verb.children if each.lower_.endswith("ing") and each.dep_ in {"xcomp", "dobj", "pcomp"}
    ]
    habit = verb.lemma_ in GIVING_UP and any(
        each.lemma_ not in LEADING and not any(child.dep_ in {"det", "poss"} for child in each.children)
        for each in given_up
    )
    return habit or (verb.lemma_ in SAYING and verb.dep_ == "ROOT")


def is_of_other_words(told: Told, timing: Timing) -> bool:
    """Whether the date is of a thing ("the board of 2016") or in brackets behind words that are not the tenure's.

    Or the paper's own ("Date: 4 May 2021"), or of whom the rest of its line names ("Joined in May 2016: Bo Dale"), or
    in a row of a table that tells it of another ("Ann Rowe | April 2009 | Cllr Bo Dale"), or of what is compared ("more
    than it did in 2016, says Ann Rowe").
    """
    text = told.context.text
    before = text[text.rfind("\n", 0, timing.date.start) + 1 : timing.date.start]
    if PARTED.search(before) and _is_another_in_row(told, timing, len(before)):
        return True
    if _is_label(before) or (WHO_FOLLOWS.fullmatch(before) and _is_of_another(told, timing)):
        return True
    if COMPARED.search(before):
        return True
    if OF_THING.search(text, max(0, timing.date.start - 30), timing.date.start):
        return True
    opened = BRACKET.search(text, max(0, timing.date.start - 30), timing.date.start)
    if not opened:
        return False
    person, role, body = timing.tenure
    own = (
        *(each.end for each in told.context.people if each.key == person),
        *(each.end for each in told.context.orgs if each.name == body),
        *(each.end for each in told.posts if each.role == role or each.start in told.seats(timing.tenure)),
    )
    return not any(0 <= opened.start() - end <= NEAR for end in own)


def _is_another_in_row(told: Told, timing: Timing, column: int) -> bool:
    """Whether frames read the date in its line as another person's, and not as the tenure's own."""
    row = range(timing.date.start - column, timing.date.start)
    dated = [each for each in told.drafts if timing.value in {each.start, each.end}]
    others = [each for each in dated if each.person.key != timing.tenure[0] and each.person.start in row]
    return bool(others) and not any(each.tenure == timing.tenure for each in dated)


def _is_label(before: str) -> bool:
    """Whether what stands before a date on its line says that it is the paper's own: "Date:", "Published:"."""
    words, colon, behind = before.strip().rpartition(":")
    return bool(colon) and not behind and bool(DATED.fullmatch(words) or LABEL.fullmatch(words))


def _is_of_another(told: Told, timing: Timing) -> bool:
    """Whether a colon follows the date, and the rest of the line does not name the tenure's person."""
    text, colon = told.context.text, COLON.match(told.context.text, timing.date.end)
    if not colon:
        return False
    end = text.find("\n", colon.end())
    return not any(
        colon.end() <= place < (end if end >= 0 else len(text)) for place in told.of_person(timing.tenure[0])
    )


def _is_thing(token: Token) -> bool:
    return token.dep_ in {"dobj", "attr", "oprd"} and token.ent_type_ != "PERSON"


def _age(value: str, published: str | None) -> float:
    """Years from a date to the document's; -99 where either is open."""
    then, now = days(value), days(published)
    return max(-10.0, min(30.0, (now[0] - then[0]).days / 365)) if then and now else -99.0
