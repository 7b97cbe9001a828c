"""Claims of inspections and visits: nouns ("a focused visit"), verbs ("Ofsted inspected"), grades ("rated inadequate")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from graph.model import Claim, InspectionKind, Judgement
from ingest.dates import DateMention
from ingest.extraction.attach import affected, body_in, dates_of, served, verb_of
from ingest.extraction.context import Context
from ingest.extraction import letters
from ingest.extraction.sightings import Sighting, alike, join, joined
from ingest.names import Mention

INSPECTORS = re.compile(r"\b(?:ofsted|inspectors?|inspectorate|watchdog|hmis?|team of \w+)\b", re.IGNORECASE)
KINDS: tuple[tuple[InspectionKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(words, re.IGNORECASE))
    for kind, words in (
        (
            "other",
            r"joint targeted|\bJTAI\b|\bSEND\b|special educational|area review|fostering (?:agency|service)|adoption agency|area partnership",
        ),
        ("monitoring_visit", r"\bmonitoring\b"),
        ("focused_visit", r"\bfocus+ed\b"),
        ("home_inspection", r"\bhome\b(?! (?:visit|secretary|office))|secure unit"),
        ("inspection", r"inspection|\bILACS\b|\bSIF\b"),
    )
)
NOT_INSPECTIONS = re.compile(
    r"\b(?:peer|LGA|serious case|practice|diagnostic|commissioner[’']?s?|ministerial|home|school|statutory|family|supervised|contact|"
    r"framework|regime|handbook|cycle|process|next|forthcoming|future|planned|upcoming|further|no|any|every|each|mock|site|"
    r"self|follow-up work|unit|arrangements for|purpose|scope|readiness for|preparation for|another)\b",
    re.IGNORECASE,
)
NOUNS = frozenset({"inspection", "reinspection", "re-inspection", "visit", "jtai", "ilacs", "review"})
BACK = re.compile(r"\b(?:the|this|that|its|their|our|last|previous|latest|since|earlier|these|those)\b", re.IGNORECASE)
# The lemmatizer takes “rated” for a form of “rat”.
JUDGES = frozenset("judge rate rat grade deem declare brand label class".split())
WEAK_JUDGES = frozenset({"find", "describe", "condemn", "consider", "mark", "call", "say"})
SERVICES = frozenset({"service", "effectiveness", "council", "authority"})
LOOSE = re.compile(
    r"[’'”\"]?\s*(?:or (?:better|outstanding|good)|enough|progress|practice|care\b|quality|work|links|understanding|relationships?|use)",
    re.IGNORECASE,
)
COMES = frozenset("come arrive return visit call inspect go spend be descend".split())
RATINGS = frozenset(
    "rating grade verdict judgement judgment outcome result answer mark inspection one report conclusion finding".split()
)
HAPPENS_TO_GRADE = frozenset(
    "be remain become give get leave receive keep hand earn achieve award lift move go rise fall drop slip steer take climb improve "
    "retain require secure result end return bring see come".split()
)
GRADES: tuple[tuple[Judgement, str], ...] = (
    ("requires improvement", r"[Rr]equir(?:es?|ed|ing)[ -](?:[Ii]mprovement)(?:[’'”\"]? to be good)?"),
    ("inadequate", r"[Ii]nadequate"),
    ("outstanding", r"[Oo]utstanding"),
    ("good", r"[Gg]ood"),
)
GRADE = re.compile("|".join(rf"\b(?P<g{index}>{words})\b" for index, (_, words) in enumerate(GRADES)))
ANY = "|".join(words for _, words in GRADES)
COURSE = re.compile(
    rf"\bfrom (?:an? )?[‘“\"']?(?P<before>{ANY})[’”\"']?(?: [^.;,]{{0,40}}?)? to (?:an? )?[‘“\"']?(?P<after>{ANY})\b"
)
STRAND = re.compile(
    r"\b(?:adoption|fostering|care leavers?|looked[- ]after|leadership|early help|help and protection|in care|front door|"
    r"category|categories|practice|experiences|arrangements|health|school|nursery|college|safeguarding|support|quality of|partnership|"
    r"assessments?|plans?|supervision|decision-making|work with|oversight|areas?|staff|workers?|management|governance|seven|"
    r"aspects?|elements?|strands?|permanence|homes)\b",
    re.IGNORECASE,
)
WHOLE = re.compile(
    r"\b(?:children[’']s (?:social care )?services|services for children(?! (?:looked|in care))|overall|council|authority|trust)\b",
    re.IGNORECASE,
)
ORDINAL = re.compile(
    r"(?:^|(?<=[.;:,–-] )|(?<=\n)|\band )(?:(?:The|Its|Their) (?P<n>first|second|third|fourth|fifth|sixth|last|latest|most recent)"
    r"(?: of (?:them|these|those))?(?:, which)?|It(?= took| was carried| lasted| ran)),? (?:\(|(?=(?:in|on|took|was|came|began|happened)\b))",
    re.IGNORECASE,
)


GRADED: frozenset[InspectionKind | None] = frozenset({None, "inspection", "home_inspection"})
CANCELLED = frozenset({"cancel", "postpone", "scrap", "delay", "plan", "expect", "await", "schedule", "abandon"})


def claims(context: Context) -> Iterable[Claim]:
    """Every inspection or visit that the document tells of as having been, each once."""
    prose = [*sightings(context)]
    if letters.is_form(context):
        prose = [each for each in prose if each.date or each.published or not each.judged]
    told = [*letters.sightings(context), *prose]
    for each in joined(told):
        kind = each.kind or _open_kind(context, each)
        certainty = 0.5 + 0.2 * bool(each.date) + 0.15 * bool(each.judgement or kind != "inspection")
        yield context.claim(each.statement(kind), each.begin, each.finish, certainty)


def sightings(context: Context) -> Iterator[Sighting]:
    """What each sentence tells of inspections."""
    last: list[Sighting] = []
    for sentence in context.sentences:
        events = [*_by_noun(context, sentence), *_by_verb(context, sentence)]
        found = [*_in_sentence(events, [*_by_grade(context, sentence)]), *_elliptic(context, sentence)]
        last, told = _continued(context, last, found)
        yield from told
    yield from last


def _continued(context: Context, last: list[Sighting], found: list[Sighting]) -> tuple[list[Sighting], list[Sighting]]:
    """What is open after a sentence, and what is told: a grade without a date is of the dated inspection just told."""
    for grade in [each for each in found if each.judged and not each.date and not each.published]:
        near = [
            each for each in last if each.date and not each.judgement and each.kind in GRADED and alike(each, grade)
        ]
        close = (
            near and grade.begin - near[-1].finish < 4 and context.paragraph(grade.at) == context.paragraph(near[-1].at)
        )
        if close:
            last = [join(each, grade) if each == near[-1] else each for each in last]
            found = [each for each in found if each != grade]
    return found, last


def _in_sentence(events: list[Sighting], grades: list[Sighting]) -> Iterator[Sighting]:
    """The events of a sentence, each with the grade that is told of it."""
    pairs = sorted((abs(event.at - grade.at), i, j) for i, event in enumerate(events) for j, grade in enumerate(grades))
    taken: set[int] = set()
    for _, i, j in pairs:
        event, grade = events[i], grades[j]
        if grade.kind == "home_inspection" and event.kind == "inspection":
            event = replace(event, kind="home_inspection")
        if j not in taken and not event.judgement and event.kind in GRADED and alike(event, grade):
            events[i] = join(event, grade)
            taken.add(j)
    yield from (grade for j, grade in enumerate(grades) if j not in taken)
    yield from events


# Nouns


def _by_noun(context: Context, sentence: Span) -> Iterator[Sighting]:
    for token in sentence:
        if token.lemma_.lower() in NOUNS and token.pos_ in {"NOUN", "PROPN"}:
            yield from _of_noun(context, token)


def _of_noun(context: Context, token: Token) -> Iterator[Sighting]:
    before = _premodifiers(context, token)
    kind = _kind(context, token, before)
    if NOT_INSPECTIONS.search(before) or (token.lemma_ == "review" and kind != "other"):
        return
    if kind is None and not _is_by_inspectors(context, token):
        return
    dates = [each for each in dates_of(context, token) if not _ahead(context, each)]
    deep = token.dep_ == "pobj" and bool(dates) and bool(BACK.search(before))
    if _is_cancelled(token) or not (deep or context.is_factual(token)):
        return
    org = _inspected(context, token)
    plural = token.tag_ in {"NNS", "NNPS"}
    if org is None or token.dep_ == "compound" and not dates:
        return
    days = [each for each in dates if not _is_publication(context, each)]
    published = next((each.edtf for each in dates if _is_publication(context, each)), None)
    chosen: list[str | None] = list(dict.fromkeys(each.edtf for each in days)) if plural else [_range(context, days)]
    back = plural or bool(BACK.search(before)) or token.dep_ == "compound" or not _is_told(token)
    for date in chosen if not plural or days else []:
        grade = _after_colon(context, days[0].end) if days and not plural else None
        yield Sighting(
            org, token.idx, token.sent.start_char, token.sent.end_char, kind, date, published, grade, (), back
        )


def _after_colon(context: Context, end: int) -> Judgement | None:
    """The grade of “… was last inspected in March 2022: Good”."""
    match = re.match(rf"\)?\s*[:–-]\s*[‘“\"']?(?:{GRADE.pattern})", context.text[end : end + 50])
    return _grade_of(match) if match else None


def _is_by_inspectors(context: Context, token: Token) -> bool:
    """Whether "a visit" is one of inspectors: the sentence says so, or the text before it speaks of them."""
    if INSPECTORS.search(token.sent.text):
        return True
    owner = next((child for child in token.children if child.dep_ == "poss"), None)
    if owner is not None and context.person_of(owner) is not None:
        return False
    return token.tag_ == "NN" and bool(INSPECTORS.search(context.text, max(0, token.idx - 500), token.idx))


def _is_cancelled(token: Token) -> bool:
    return verb_of(token).lemma_ in CANCELLED or any(
        child.dep_ == "acl" and child.lemma_ in CANCELLED for child in token.children
    )


def _premodifiers(context: Context, token: Token) -> str:
    start = min([token.i, *(child.left_edge.i for child in token.lefts)])
    return context.text[context.doc[max(start, token.sent.start)].idx : token.idx + len(token)]


def _kind(context: Context, token: Token, before: str) -> InspectionKind | None:
    after = context.text[token.idx : token.idx + 60].split(".")[0]
    for kind, words in KINDS[:3]:
        if words.search(before):
            return kind
    if KINDS[0][1].search(after) and re.match(r"\w+ (?:of|into|for) ", after):
        return "other"
    if re.search(r"children[’']s home\b", before) or re.match(
        r"\w+ (?:of|to|at) (?:a|the|one|its) [\w’' ]*\bhome\b", after
    ):
        return "home_inspection"
    return "inspection" if "inspection" in token.lemma_.lower() or token.lemma_.lower() == "ilacs" else None


def _inspected(context: Context, token: Token) -> Mention | None:
    owner = next(
        (
            found
            for child in token.children
            if child.dep_ in {"poss", "compound", "nmod"} and (found := served(context, child))
        ),
        None,
    )
    if owner and any(context.mention(child) for child in token.children if child.dep_ in {"poss", "compound", "nmod"}):
        return owner
    for child in token.children:
        if child.dep_ in {"prep", "dative"} and child.lower_ in {"to", "of", "at", "in", "into"}:
            for each in child.children:
                found = body_in(context, each)
                if found:
                    return found
    if owner:
        return owner
    verb = verb_of(token)
    if token.dep_ in {"dobj", "nsubj", "nsubjpass", "attr", "pobj"}:
        return affected(context, verb, "nsubjpass", "dobj", "prep:to", "prep:of", "nsubj", "prep:in", "prep:at")
    return context.org_at(token.idx)


def _is_told(token: Token) -> bool:
    """Whether the sentence tells of the visit as its news, not in passing."""
    return token.dep_ in {"dobj", "nsubj", "nsubjpass", "attr", "ROOT"} and verb_of(token).tag_ in {
        "VBD",
        "VBN",
        "VBZ",
        "VBP",
    }


def _range(context: Context, days: list[DateMention]) -> str | None:
    """One date of several: “began on 17 September and ended on 5 October” is an interval."""
    if not days:
        return None
    ordered = sorted(days[:2], key=lambda each: each.start)
    if len(ordered) == 2 and all(each.precision in {"day", "month"} and "/" not in each.edtf for each in ordered):
        between = context.text[ordered[0].end : ordered[1].start]
        if (
            re.search(r"\b(?:ended|finished|left|to|until|and)\b", between)
            and ordered[0].edtf < ordered[1].edtf
            and len(between) < 30
        ):
            return f"{ordered[0].edtf}/{ordered[1].edtf}"
    return days[0].edtf


def _is_publication(context: Context, date: DateMention) -> bool:
    before = context.text[max(0, date.start - 45) : date.start]
    return bool(
        re.search(
            r"\b(?:publi(?:shed|cation)|released|report (?:of|dated)|letter (?:of|dated)|came out|printed)\b[^.;]{0,25}$",
            before,
        )
    )


def _ahead(context: Context, date: DateMention) -> bool:
    published = context.document.published
    return bool(
        published and date.edtf > published and not published.startswith(date.edtf) and date.edtf[:4] >= published[:4]
    )


# Verbs


def _by_verb(context: Context, sentence: Span) -> Iterator[Sighting]:
    for token in sentence:
        if token.pos_ not in {"VERB", "AUX"} or token.lemma_.lower() not in COMES:
            continue
        subject = next((child for child in token.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
        if token.lemma_ == "inspect" or _are_inspectors(context, subject):
            yield from _of_verb(context, token, subject)


def _are_inspectors(context: Context, subject: Token | None) -> bool:
    if subject is None:
        return False
    if subject.lower_ in {"who", "which", "that"} and subject.head.dep_ == "relcl":
        subject = subject.head.head
        words = context.text[subject.left_edge.idx : subject.idx + len(subject)]
    else:
        words = " ".join(each.text for each in subject.subtree)
    return bool(INSPECTORS.search(words)) and subject.lower_ not in {
        "report",
        "letter",
        "visit",
        "inspection",
        "grade",
        "rating",
    }


def _of_verb(context: Context, token: Token, subject: Token | None) -> Iterator[Sighting]:
    if not context.is_factual(token) or token.tag_ == "VBG":
        return
    dates = [
        each for each in dates_of(context, token) if not _is_publication(context, each) and not _ahead(context, each)
    ]
    if token.lemma_ in {"be", "go", "spend", "call", "come", "return", "arrive"} and not dates:
        return
    follow = [
        child for child in token.children if child.dep_ == "conj" and child.lemma_ in {"leave", "end", "finish", "go"}
    ]
    dates += [date for verb in follow for date in dates_of(context, verb)]
    if token.lemma_ == "inspect":
        org = affected(context, token, "dobj", "nsubjpass")
    else:
        org = affected(context, token, "dobj", "prep:to", "prep:in", "prep:into")
    if org is None or re.search(
        r"\b(?:home|school|nurser)", " ".join(each.lower_ for each in token.subtree if each.dep_ == "dobj")
    ):
        return
    focused = _kind_in(context, token)
    yield Sighting(
        org, token.idx, token.sent.start_char, token.sent.end_char, focused, _range(context, dates), back=not dates
    )


def _kind_in(context: Context, token: Token) -> InspectionKind | None:
    """The kind that the clause names, or for “inspected” an inspection; None where the words leave it open."""
    words = " ".join(each.text for each in token.subtree)
    for kind, pattern in KINDS[1:3]:
        if pattern.search(words):
            return kind
    return "inspection" if token.lemma_ == "inspect" else None


def _open_kind(context: Context, each: Sighting) -> InspectionKind:
    """The kind of "a visit": of the visits told before, else other; of inspectors' coming an inspection."""
    word = context.text[each.at : each.at + 7].lower()
    is_noun = word.startswith("visit") and word != "visited"
    start = max(0, each.at - 700) if is_noun else context.paragraph(each.at).start
    before = context.text[start : each.at]
    named = [
        match.group().lower()
        for match in re.finditer(r"(?i)monitoring|focus+ed visit|\binspection|re-?inspection", before)
    ]
    if each.judgement and not is_noun:
        return "inspection"
    if is_noun:
        visits = [name for name in named if not name.endswith("inspection")]
        return _kind_of_word(visits[-1]) if visits else "other"
    return _kind_of_word(named[-1]) if named else "inspection"


def _kind_of_word(word: str) -> InspectionKind:
    if word.startswith("monitoring"):
        return "monitoring_visit"
    return "focused_visit" if word.startswith("focus") else "inspection"


def _elliptic(context: Context, sentence: Span) -> Iterator[Sighting]:
    """“The first, in September, …” after “two monitoring visits”."""
    for match in ORDINAL.finditer(context.text, sentence.start_char, sentence.end_char):
        before = context.text[max(0, match.start() - 400) : match.start()]
        visits = list(re.finditer(r"(?i)(?P<kind>monitoring|focus+ed) visits?\b|\b(?:full )?inspections\b", before))
        dates = context.dates_in(match.end(), sentence.end_char)
        org = context.org_at(match.start())
        if match["n"] is None and not re.search(r"(?i)(?:visit|inspection)s?\b[^.]*\.\s*$", before):
            continue
        if visits and org and dates and dates[0].start - match.end() < 22 and not _ahead(context, dates[0]):
            kind = _kind_of_word((visits[-1]["kind"] or "inspection").lower())
            yield Sighting(org, match.start(), sentence.start_char, sentence.end_char, kind, dates[0].edtf, back=False)


# Grades


def _by_grade(context: Context, sentence: Span) -> Iterator[Sighting]:
    course = COURSE.search(context.text, sentence.start_char, sentence.end_char)
    if course:
        yield from _of_course(context, sentence, course)
    for match in GRADE.finditer(context.text, sentence.start_char, sentence.end_char):
        if course and course.start() <= match.start() < course.end():
            continue
        span = context.doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if span is not None:
            found = _of_grade(context, span, _grade_of(match))
            if found:
                yield found


def _of_course(context: Context, sentence: Span, course: re.Match[str]) -> Iterator[Sighting]:
    """“from inadequate in 2015 to good in July 2022”: two inspections."""
    at = context.sentence(course.start())
    token = next(each for each in at if each.idx + len(each) > course.start())
    org = affected(context, verb_of(token), "nsubj", "nsubjpass", "dobj")
    if org is None or not context.is_factual(verb_of(token)):
        return
    for name in ("before", "after"):
        found = GRADE.search(context.text, course.start(name), course.end(name))
        span = context.doc.char_span(course.start(name), course.end(name), alignment_mode="expand")
        if found and span is not None:
            near = _beside(context, span)
            date = near[0].edtf if near else None
            yield Sighting(
                org,
                found.start(),
                sentence.start_char,
                sentence.end_char,
                "inspection",
                date,
                None,
                _grade_of(found),
                judged=True,
            )


def _grade_of(match: re.Match[str]) -> Judgement:
    return GRADES[int((match.lastgroup or "g0")[1:])][0]


def _of_grade(context: Context, span: Span, grade: Judgement) -> Sighting | None:
    trigger = _grading(context, span, grade)
    if trigger is None or not context.is_factual(trigger) or _negated(span):
        return None
    words = _graded_words(context, trigger, span)
    if STRAND.search(words) and not WHOLE.search(words):
        return None
    org = _graded(context, trigger, span)
    if org is None:
        return None
    kind: InspectionKind = "home_inspection" if re.search(r"\b(?:children[’']s )?home\b", words) else "inspection"
    dates = _beside(context, span) or [
        each
        for each in dates_of(context, trigger)
        if not _ahead(context, each) and not _of_another(context, span, each)
    ]
    days = [each for each in dates if not _is_publication(context, each)]
    published = next((each.edtf for each in dates if _is_publication(context, each)), None)
    date = days[0].edtf if days else None
    return Sighting(
        org, span.start_char, span.sent.start_char, span.sent.end_char, kind, date, published, grade, judged=True
    )


def _of_another(context: Context, span: Span, date: DateMention) -> bool:
    """Whether another grade stands between a grade and a date, so that the date is the other's."""
    first, last = sorted(((span.start_char, span.end_char), (date.start, date.end)))
    return bool(GRADE.search(context.text, first[1], last[0]))


def _beside(context: Context, span: Span) -> list[DateMention]:
    """A date right after the grade: “inadequate in 2014”."""
    near = context.dates_in(span.end_char, min(span.end_char + 45, span.sent.end_char))
    return [
        each
        for each in near
        if re.fullmatch(
            r"[\s’'”\",)]*(?:(?:rating|grade|verdict|judgement|to be good)[’'”\"]?\s+)?(?:in|since|of|on|from)?\s*(?:the\s+)?",
            context.text[span.end_char : each.start],
        )
    ][:1]


def _grading(context: Context, span: Span, grade: Judgement) -> Token | None:
    """The word that gives the grade: a verb of judging, a noun like "rating", a copula of the services, the grade itself."""
    token, text = span.root, context.text
    quoted = text[max(0, span.start_char - 1) : span.start_char] in {"‘", "“", '"', "'", "’"}
    firm = quoted or grade in {"inadequate", "requires improvement"}
    if not quoted and LOOSE.match(text[span.end_char : span.end_char + 25]):
        return None
    if (
        token.dep_ == "amod"
        and not quoted
        and token.head.lemma_.lower() not in RATINGS | SERVICES
        and not served(context, token.head)
    ):
        return None
    current = token
    for _ in range(5):
        lemma = current.lemma_.lower()
        if current.pos_ in {"VERB", "AUX"} and (lemma in JUDGES or (lemma in WEAK_JUDGES and firm)):
            return current
        if current.pos_ in {"VERB", "AUX"} and lemma in HAPPENS_TO_GRADE and _is_of_services(context, current, firm):
            above = current.head
            return above if current.dep_ in {"xcomp", "ccomp"} and above.lemma_ in JUDGES | WEAK_JUDGES else current
        if lemma in RATINGS and current.pos_ in {"NOUN", "PROPN"} and current != token:
            verb = verb_of(current)
            return verb if verb.lemma_ in HAPPENS_TO_GRADE | JUDGES else current
        if current.head == current:
            break
        current = current.head
    if token.dep_ in {"amod", "appos", "acomp"} and grade == "inadequate" and served(context, token.head):
        return token
    return None


def _is_of_services(context: Context, verb: Token, firm: bool) -> bool:
    """Whether the clause of a grade speaks of a council or its services as a whole."""
    subject = next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    opening = context.text[verb.sent.start_char : verb.idx]
    if firm and re.search(r"\b(?:[Oo]verall|grade|rating)\b[^.;]*\b(?:is|was|as)\b", opening):
        return True
    if subject is None:
        return firm and verb.dep_ in {"relcl", "conj", "xcomp", "ccomp", "advcl", "acl"}
    words = " ".join(each.text for each in subject.subtree)
    if served(context, subject) or re.search(
        r"[Cc]hildren[’']s (?:social care )?services|[Oo]verall|\bgrade\b|\brating\b", words
    ):
        return True
    return firm and subject.lower_ in {
        "services",
        "it",
        "which",
        "they",
        "that",
        "judgement",
        "result",
        "answer",
        "outcome",
        "inspectors",
        "ofsted",
    }


def _negated(span: Span) -> bool:
    return any(
        child.dep_ == "neg" or child.lower_ in {"not", "longer", "never"}
        for child in (*span.root.children, *span.root.head.children)
    )


def _graded_words(context: Context, trigger: Token, span: Span) -> str:
    """The words for what was graded: the subject or object of the grading, and a “for …” after the grade."""
    parts = [
        " ".join(each.text for each in child.subtree)
        for child in trigger.children
        if child.dep_ in {"nsubj", "nsubjpass", "dobj"}
        and not (child.i <= span.root.i <= child.right_edge.i and child.left_edge.i <= span.root.i)
    ]
    after = re.match(r"[’'”\"]?\s+(?:for|in|at) ([\w’' -]+)", context.text[span.end_char : span.end_char + 80])
    head = span.root.head
    noun = head.text if span.root.dep_ == "amod" else ""
    antecedent = verb_of(trigger).head if trigger.dep_ in {"relcl", "acl"} else None
    of_clause = (
        context.text[antecedent.left_edge.idx : antecedent.idx + len(antecedent)] if antecedent is not None else ""
    )
    return " ".join([*parts, after[1] if after else "", noun, of_clause])


def _graded(context: Context, trigger: Token, span: Span) -> Mention | None:
    if trigger.pos_ not in {"VERB", "AUX"}:
        return served(context, trigger.head) or affected(
            context, trigger, "poss", "compound", "prep:of", "prep:for", "prep:in"
        )
    found = next(
        (body for child in span.root.children if child.dep_ == "nsubj" and (body := body_in(context, child))), None
    )
    return found or affected(context, trigger, "dobj", "nsubjpass", "nsubj", "ccomp")
