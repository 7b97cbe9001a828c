"""Which word gives a grade, and what it grades: a body and its services as a whole, a home, or only one strand."""

from __future__ import annotations

import re
from itertools import islice

from spacy.tokens import Span, Token

from ingest.dates import DateMention
from ingest.extraction.antecedents import SERVED
from ingest.extraction.attach import affected, body_in, served
from ingest.extraction.context import Context
from ingest.extraction.gradewords import FIRM, LOOSE, Grade, is_quoted
from ingest.extraction.homes import home_named
from ingest.extraction.when import verb_of
from ingest.names import Mention

# The lemmatizer takes “rated” for a form of “rat”.
JUDGES = frozenset(
    "judge judg rate rat grade grad deem declare brand label class upgrade downgrade promote demote score".split()
)
WEAK_JUDGES = frozenset("find describe condemn consider mark call say raise lower record pronounce regard".split())
SERVICES = frozenset({"service", "effectiveness", "council", "authority"})
RATINGS = frozenset(
    "rating grade verdict judgement judgment outcome result answer mark inspection one report conclusion word grading "
    "finding status category score card".split()
)
HAPPENS_TO_GRADE = frozenset(
    (
        "be remain become give get leave receive keep hand earn achieve award lift move go rise fall drop slip steer "
        "take climb improve retain require secure result end return bring see come win gain deliver lose hold stay "
        "slide plunge tumble sink land bounce reach merit scrape collect"
    ).split()
)
STRAND = re.compile(
    r"\b(?:adoption|fostering|leaders?|care leavers?|looked[- ]after|leadership|early help|help and protection|in care|"
    r"front door|"
    r"category|categories|practice|experiences|arrangements|health|school|nursery|college|safeguarding|support|"
    r"quality of|partnership|"
    r"assessments?|plans?|supervision|decision-making|work with|oversight|areas?|staff|workers?|management|"
    r"governance|seven|"
    r"aspects?|elements?|strands?|permanence|homes)\b",
    re.IGNORECASE,
)
APPOSED = re.compile(
    r"(?:[’']s (?:children[’']s )?services)?\*{0,2}(?:,| \(|:| [-–—]) ?(?:(?:once|still|again|itself|also|previously|"
    r"already|twice|long|rated|judged) )*[‘“\"']?"
)
# Until 2013 an inspection could have one service as its whole scope.
SCOPE = re.compile(r"\b(?:safeguarding|child protection|protecti(?:on|ng) (?:of )?children)\b", re.IGNORECASE)
FOR_STRAND = re.compile(r"[’'”\"]?\s+for [\w’' -]+")
HOPES = frozenset("hope hopes plan bid aim ambition target goal promise expect want wish way".split())
RUMOURS = frozenset("rumour suggestion claim fear speculation prediction allegation myth".split())
OBJECT_GRADE = re.compile(r"(?:[’']s (?:children[’']s )?(?:services|department))? (?:as |to be |to )?(?:an? )?[‘“\"']?")
RATES = frozenset({"rates", "rated", "judges", "judged", "grades", "graded"})
AFTER_GRADE = re.compile(
    r"[\s’'”\",()]*(?:(?:rating|grade|verdict|judgement|to be good|overall|again|once more|back|by Ofsted|"
    r"by inspectors)[’'”\",]*\s+)?(?:in|since|of|on|from|as of|by|back in|as recently as|at the end of)?\s*(?:the\s+)?"
)
REPORTS = re.compile(r"\b(?:[Ii]nspect\w+|Ofsted|watchdog|report)\b")
SUBJECT = re.compile(
    r"[Cc]hildren[’']s|\b(?:services?|provision|council|authorit(?:y|ies)|borough|county|city|department|trust|company|"
    r"overall|effectiveness|child protection|safeguarding|care|arrangements|it|they|them|which|that|who|whose|both|all|"
    r"children|looked[- ]after|"
    r"we|us|each|one|two|three|four|others?|performance|operation|agency|homes?|inspectors?|ofsted|watchdog|area|place|"
    rf"neither|first|second|third|next|last|latest|previous|this|{'|'.join(sorted(RATINGS))})\b",
    re.IGNORECASE,
)
OVERALL = re.compile(
    r"[Cc]hildren[’']s (?:social care )?services|services for [\w ]*children|[Oo]verall|"
    rf"\b(?:{'|'.join(sorted(RATINGS))})\b"
)
WHOLE = re.compile(
    r"\b(?:children[’']s (?:social care )?services|services for children(?! (?:looked|in care))|overall|council|"
    r"authority|trust|both (?:safeguarding|child protection|services)|"
    r"safeguarding and (?:services for )?looked[- ]after)\b",
    re.IGNORECASE,
)


def is_told(context: Context, trigger: Token) -> bool:
    """Whether a grading is told as a fact: not hoped for ("hopes to be rated good") and no rumour."""
    infinitive = any(child.lower_ == "to" and child.dep_ == "aux" for child in trigger.children)
    if infinitive and trigger.dep_ in {"acl", "relcl", "xcomp"} and trigger.head.lemma_ in HOPES:
        return False
    rumours = (each.lemma_ in RUMOURS and each.pos_ == "NOUN" for each in islice(trigger.ancestors, 2))
    return context.is_factual(trigger) and not any(rumours)


def is_strand(context: Context, trigger: Token, span: Span, words: str) -> bool:
    """Whether the grade is of one strand of the services, or of something else."""
    old = context.dates_in(span.sent.start_char, span.sent.end_char)[:1]
    if old and old[0].edtf < "2014" and SCOPE.search(words):
        return False
    if STRAND.search(words) and not WHOLE.search(words):
        return True
    if is_strand_after(context, span.end_char):
        return True
    if apposed(context, span):
        return False
    return bool(words.strip()) and not SUBJECT.search(words) and not _names_body(context, trigger)


def is_strand_after(context: Context, end: int) -> bool:
    """Whether the words right after a grade make it one of a strand: “good for adoption”."""
    after = FOR_STRAND.match(context.text, end, end + 80)
    return bool(after and STRAND.search(after.group()) and not WHOLE.search(after.group()))


def beside(context: Context, span: Span) -> list[DateMention]:
    """A date right after the grade: “inadequate in 2014”, “good (May 2022)”."""
    near = context.dates_in(span.end_char, min(span.end_char + 45, span.sent.end_char))
    return [each for each in near if AFTER_GRADE.fullmatch(context.text[span.end_char : each.start])][:1]


def grading(context: Context, span: Span, grade: Grade) -> Token | None:
    """The word that gives the grade: a verb of judging, a noun like "rating", the services' copula, or itself."""
    token, text = span.root, context.text
    quoted = is_quoted(text, span.start_char)
    labels = span.start_char == span.sent.start_char and text.startswith(": ", span.end_char)
    reported = bool(REPORTS.search(span.sent.text)) and token.dep_ != "amod"
    firm = quoted or reported or grade in FIRM or " " in span.text
    if apposed(context, span) or (labels and context.orgs_in(span.end_char, span.end_char + 40)):
        return token
    if judging := _judging(context, span):
        return judging[0]
    if not quoted and (LOOSE.match(text[span.end_char : span.end_char + 25]) or _praises(context, token)):
        return None
    for current in (token, *islice(token.ancestors, 4)):
        found = _gives_grade(context, current, firm) or (_rating(current) if current != token else None)
        if found is not None:
            return found
    dated = firm and bool(beside(context, span)) and (quoted or token.dep_ != "amod")
    bare = dated or (token.dep_ in {"amod", "appos", "acomp"} and grade == "inadequate" and served(context, token.head))
    if grade == "requires improvement":
        return verb_of(token)
    return token if bare else None


def apposed(context: Context, span: Span) -> Mention | None:
    """The body that a grade follows like another name: “Leeds, inadequate since May, …”, “Leeds (good, 2019)”."""
    near = [each for each in context.orgs_in(span.sent.start_char, span.start_char) if each.kind in SERVED][-1:]
    return next((each for each in near if APPOSED.fullmatch(context.text[each.end : span.start_char])), None)


def _judging(context: Context, span: Span) -> tuple[Token, Mention] | None:
    """Verb and body of “Ofsted rated Leeds good”, which parses go wrong on: the body stands between verb and grade."""
    near = [each for each in context.orgs_in(span.sent.start_char, span.start_char) if each.kind in SERVED][-1:]
    for each in near:
        if not OBJECT_GRADE.fullmatch(context.text[each.end : span.start_char]):
            continue
        body = context.doc.char_span(each.start, each.end, alignment_mode="expand")
        before = (
            [] if body is None else [t for t in context.doc[max(0, body.start - 2) : body.start] if t.pos_ != "DET"]
        )
        if before and (
            before[-1].lemma_.lower() in JUDGES | {"find", "call", "consider"} or before[-1].lower_ in RATES
        ):
            return before[-1], each
    return None


def _praises(context: Context, token: Token) -> bool:
    """Whether the grade's word only describes something: “good practice”."""
    described = (
        token.dep_ == "amod"
        and token.head.pos_ in {"NOUN", "PROPN"}
        and token.head.lemma_.lower() not in RATINGS | SERVICES
    )
    return described and not served(context, token.head)


def _gives_grade(context: Context, verb: Token, firm: bool) -> Token | None:
    """The verb, or the verb of judging above it, where it judges or tells what became of the services' grade."""
    lemma = verb.lemma_.lower()
    if verb.pos_ not in {"VERB", "AUX"}:
        return None
    if lemma in JUDGES or (lemma in WEAK_JUDGES and firm):
        return verb
    if lemma not in HAPPENS_TO_GRADE or not _is_of_services(context, verb, firm):
        return None
    above = verb.head
    return above if verb.dep_ in {"xcomp", "ccomp"} and above.lemma_ in JUDGES | WEAK_JUDGES else verb


def _rating(noun: Token) -> Token | None:
    """A noun like “rating”, or the verb that tells what became of it."""
    if noun.lemma_.lower() not in RATINGS or noun.pos_ not in {"NOUN", "PROPN"}:
        return None
    verb = verb_of(noun)
    return verb if verb.lemma_ in HAPPENS_TO_GRADE | JUDGES else noun


def _is_of_services(context: Context, verb: Token, firm: bool) -> bool:
    """Whether the clause of a grade speaks of a council or its services as a whole."""
    subject = next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    opening = context.text[verb.sent.start_char : verb.idx]
    if firm and re.search(r"\b(?:[Oo]verall|grade|rating)\b[^.;]*\b(?:is|was|as)\b", opening):
        return True
    found = (
        verb.head
        if verb.dep_ == "ccomp" and verb.head.lemma_ in {"find", "say", "conclude", "report", "rule"}
        else None
    )
    if subject is not None and subject.lower_ == "services" and found is not None and REPORTS.search(verb.sent.text):
        return True
    if subject is None:
        return firm and verb.dep_ in {"relcl", "conj", "xcomp", "ccomp", "advcl", "acl"}
    words = " ".join(each.text for each in subject.subtree)
    if served(context, subject) or OVERALL.search(words):
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


def _names_body(context: Context, trigger: Token) -> bool:
    """Whether the subject or object of a grading names a body."""
    return any(
        (found := context.mention(word)) is not None and found.kind != "person"
        for child in trigger.children
        if child.dep_ in {"nsubj", "nsubjpass", "dobj"}
        for word in child.subtree
    )


def is_negated(span: Span) -> bool:
    """Whether a grade is denied: “not inadequate”, “no longer inadequate”."""
    return any(
        child.dep_ == "neg" or child.lower_ in {"not", "longer", "never"}
        for child in (*span.root.children, *span.root.head.children)
    )


def graded_words(context: Context, trigger: Token, span: Span) -> str:
    """The words for what was graded: the subject or object of the grading, and a “for …” after the grade."""
    parts = [
        " ".join(each.text for each in child.subtree)
        for child in trigger.children
        if child.dep_ in {"nsubj", "nsubjpass", "dobj"}
        and not (span.start <= child.i < span.end or child.left_edge.i <= span.root.i <= child.right_edge.i)
    ]
    after = re.match(r"[’'”\"]?\s+(?:for|in|at) ([\w’' -]+)", context.text[span.end_char : span.end_char + 80])
    if after and context.dates_in(span.end_char, span.end_char + after.end()):
        after = None
    head = span.root.head
    noun = head.text if span.root.dep_ == "amod" else ""
    antecedent = verb_of(trigger).head if trigger.dep_ in {"relcl", "acl"} else None
    if antecedent is not None and antecedent.dep_ == "pobj" and antecedent.head.lower_ in {"of", "at", "in"}:
        antecedent = antecedent.head.head
    of_clause = (
        context.text[antecedent.left_edge.idx : antecedent.idx + len(antecedent)] if antecedent is not None else ""
    )
    return " ".join([*parts, after[1] if after else "", noun, of_clause])


def body_graded(context: Context, trigger: Token, span: Span) -> Mention | None:
    """The body whose services the trigger grades, or the home it grades."""
    if home := home_named(context, span.sent, span.start_char):
        return home
    if judging := _judging(context, span):
        return judging[1]
    if trigger.pos_ not in {"VERB", "AUX"}:
        return served(context, trigger.head) or affected(
            context, trigger, "poss", "compound", "prep:of", "prep:for", "prep:in"
        )
    found = next(
        (body for child in span.root.children if child.dep_ == "nsubj" and (body := body_in(context, child))), None
    )
    return found or affected(context, trigger, "dobj", "nsubjpass", "nsubj", "ccomp")
