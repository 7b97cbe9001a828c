"""What belongs to a word that tells of an event: its dates, the body it happened to, the one who did it.

Attachment follows the parse, and the words between where the parse is at a loss; a date that hangs on the verb of
another event is not taken.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Token

from ingest.dates import DateMention
from ingest.extraction.context import Context
from ingest.names import Mention

SERVED = frozenset({"council", "trust"})
LIGHT = frozenset(
    """be take have begin start end finish follow come happen carry conduct undertake complete publish find show say
    note conclude result hold make pay see identify reveal expose highlight report leave give receive get keep
    retain remain lift go arrive issue serve impose place run last cover look focus tell accord do mark require
    send hand name""".split()
)
EVENTS = frozenset(
    (
        "inspection reinspection re-inspection visit report letter review verdict rating grade judgement direction "
        "notice election"
    ).split()
)
BRIDGE = re.compile(
    r"^(?:\s+(?:of|to|into|at|in|for)\s[^.,;()]{1,60}?)?[\s,(–—-]*(?:(?:which|that|was|were|had been|has been|"
    r"first|last|being|having been)\s+)*"
    r"(?:carried out|conducted|undertaken|held|took place|taken place|taking place|made|issued|given|served|"
    r"dated|began|completed|"
    r"imposed|signed)?[\s,(]*(?:of|in|on|from|between|during|over|since|dated|at)?\s*(?:the\s+)?$",
    re.IGNORECASE,
)
SUBORDINATORS = frozenset({"since", "after", "before", "until", "while", "as", "because"})


def verb_of(token: Token) -> Token:
    """The verb whose clause the token stands in; the root where no verb governs it."""
    while token.pos_ not in {"VERB", "AUX"} and token.head != token:
        token = token.head
    return token


def date_token(context: Context, date: DateMention) -> Token | None:
    """The word through which the parse ties a date to its sentence."""
    span = context.doc.char_span(date.start, date.end, alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def governor(token: Token) -> Token:
    """The noun or verb that a date modifies, above its preposition."""
    current = token
    if (
        token.dep_ in {"nummod", "compound", "nmod", "amod", "poss"}
        and token.head.pos_ == "NOUN"
        and not token.head.ent_type_
    ):
        return token.head
    while current.head != current and (
        current.dep_ in {"pobj", "pcomp", "nummod", "compound", "nmod"} or current.pos_ == "ADP"
    ):
        current = current.head
        if current.pos_ in {"NOUN", "VERB", "AUX", "PROPN"} and current.dep_ not in {
            "pobj",
            "compound",
            "nummod",
            "nmod",
        }:
            return current
        if current.pos_ == "ADP":
            return current.head
    return current.head


def is_within(token: Token, ancestor: Token) -> bool:
    """Whether a word is the other or hangs below it."""
    return token == ancestor or ancestor in token.ancestors


def phrase_end(token: Token) -> int:
    """Where the simple noun phrase or verb group of a word ends."""
    return token.idx + len(token)


def dates_of(context: Context, trigger: Token) -> list[DateMention]:
    """The dates in the sentence that tell when the trigger's event was, nearest first."""
    sentence = trigger.sent
    found = []
    for date in context.dates_in(sentence.start_char, sentence.end_char):
        cost = _cost(context, trigger, date)
        if cost is not None:
            found.append((cost, abs(date.start - trigger.idx), date))
    return [date for _, _, date in sorted(found, key=lambda each: each[:2])]


def _cost(context: Context, trigger: Token, date: DateMention) -> int | None:
    """How far a date is from a trigger; None where it belongs to something else."""
    token = date_token(context, date)
    if token is None:
        return None
    while token.dep_ == "conj" and token.head != token and token.head.pos_ in {"PROPN", "NUM", "NOUN"}:
        token = token.head
    between = context.text[phrase_end(trigger) : date.start] if date.start > trigger.idx else ""
    if between and BRIDGE.match(between) and not _has_event(context, phrase_end(trigger), date.start):
        return 0
    if between.count("(") > between.count(")"):
        return None
    return 0 if _when_clause(trigger, token) else _by_parse(context, trigger, governor(token), date)


def _by_parse(context: Context, trigger: Token, above: Token, date: DateMention) -> int | None:
    """How far a date that modifies `above` is from a trigger."""
    if above != trigger and above.lemma_.lower() in EVENTS:
        return None
    if is_within(above, trigger) and (date.relation == "since" or not _foreign_between(above, trigger)):
        return 1
    verb = verb_of(above)
    if trigger.pos_ in {"VERB", "AUX"}:
        return 2 if verb == trigger else None
    return _by_light_verb(context, trigger, verb) if above.pos_ in {"VERB", "AUX"} and verb.lemma_ in LIGHT else None


def _by_light_verb(context: Context, trigger: Token, verb: Token) -> int | None:
    """How far a date is whose verb says little: “the visit took place in May”, “an inspection that began in May”."""
    mine = verb_of(trigger)
    if verb == mine and _is_about(context, trigger, verb):
        return 3
    if verb.dep_ in {"relcl", "acl"} and is_within(verb, trigger):
        return 2
    return 4 if verb.dep_ == "conj" and verb.head == mine and mine.lemma_ in LIGHT else None


def _has_event(context: Context, start: int, end: int) -> bool:
    """Whether another event or a clause of its own is told between two offsets."""
    span = context.doc.char_span(start, end, alignment_mode="contract")
    words = [] if span is None else list(span)
    return any(
        each.lemma_.lower() in EVENTS or (each.tag_ in {"VBD", "VBZ", "VBP", "MD"} and each.lemma_ not in LIGHT)
        for each in words
    )


def _is_about(context: Context, trigger: Token, verb: Token) -> bool:
    """Whether a verb that says little tells of the trigger: it is an argument, and no person acts."""
    subject = next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is not None and context.person_of(subject) is not None:
        return False
    return trigger.head == verb or (trigger.dep_ == "pobj" and trigger.head.head == verb)


def _when_clause(trigger: Token, date: Token) -> bool:
    """“since April 2022, when the council was judged …”: the clause that the date's “when” opens."""
    verb = trigger if trigger.pos_ in {"VERB", "AUX"} else verb_of(trigger)
    opens = any(child.lower_ in {"when", "where"} for child in verb.children)
    return opens and verb.dep_ in {"relcl", "advcl", "acl"} and (date in verb.ancestors or verb.head == governor(date))


def _foreign_between(token: Token, trigger: Token) -> bool:
    """Whether a verb of another event stands between a word and the trigger above it."""
    current = token
    while current != trigger:
        foreign = current.lemma_ not in LIGHT and current.dep_ != "xcomp"
        if current.pos_ == "VERB" and (foreign or _subordinate(current)):
            return True
        if current.head == current:
            return True
        current = current.head
    return False


def _subordinate(verb: Token) -> bool:
    return verb.dep_ == "advcl" and any(child.lower_ in SUBORDINATORS for child in verb.children)


def is_named(context: Context, body: Mention, start: int, end: int) -> bool:
    """Whether the words between two offsets name the body, or the document has no other: so it is no guess."""
    if any(each.key == body.key for each in context.orgs_in(start, end)):
        return True
    return all(each.key == body.key for each in context.orgs if each.kind in SERVED)


def served(context: Context, token: Token) -> Mention | None:
    """The council or trust that a word names or refers to."""
    if context.mention(token) is None and any(child.lower_ in {"a", "an"} for child in token.children):
        return None
    near = _in_sentence(context, token) if token.lower_ in {"it", "its", "council", "authority"} else None
    found = near or context.org_of(token)
    return found if found and found.kind in SERVED else None


def _in_sentence(context: Context, token: Token) -> Mention | None:
    """What “it” or “where the council” means in a sentence that has just named a place."""
    if context.mention(token):
        return None
    before = [each for each in context.orgs_in(token.sent.start_char, token.idx) if each.kind in SERVED]
    if not before:
        return _in_sentence_before(context, token)
    if token.lower_ in {"it", "its"}:
        return before[-1]
    where = re.search(r"\bwhere [^,;]*$", context.text[before[-1].end : token.idx])
    opening = re.match(
        r"(?:Elsewhere,? )?(?:In|At|For|Meanwhile in) (?:neighbouring |nearby )?$",
        context.text[token.sent.start_char : before[0].start],
    )
    return before[-1] if where else (before[0] if opening else None)


def body_in(context: Context, token: Token) -> Mention | None:
    """The council or trust in the noun phrase of a word: named before referred to, outer before inner."""
    words = [each for each in token.subtree if each.pos_ != "VERB" or each == token]
    named = [found for each in words if (found := context.mention(each)) and found.kind in SERVED]
    if named:
        return named[0]
    if any(each.lower_ == "former" for each in token.children):
        return None
    return next((found for each in words if (found := served(context, each))), None)


def arguments(token: Token, *relations: str) -> Iterator[Token]:
    """The children of a verb in given relations, and the objects of its prepositions where one is named ("prep:to")."""
    for child in token.children:
        if child.dep_ in relations:
            yield child
        elif child.dep_ in {"prep", "agent"} and f"prep:{child.lower_}" in relations:
            yield from (each for each in child.children if each.dep_ == "pobj")


def _in_sentence_before(context: Context, token: Token) -> Mention | None:
    """What “It” or “There the council” means: the one body that the sentence before in the paragraph names."""
    there = context.text.startswith(("There", "Here"), token.sent.start_char)
    if not there and token.lower_ not in {"it", "its"}:
        return None
    before = context.sentence(max(0, token.sent.start_char - 2))
    if before.end_char <= context.paragraph(token.idx).start or before.start_char >= token.sent.start_char:
        return None
    found = [each for each in context.orgs_in(before.start_char, before.end_char) if each.kind in SERVED]
    return found[-1] if there and found else (found[0] if len({each.key for each in found}) == 1 else None)


def affected(context: Context, trigger: Token, *relations: str) -> Mention | None:
    """The council or trust that an event happened to: an argument, an antecedent, else what the place speaks of."""
    return told(context, trigger, *relations) or spoken_of(context, trigger)


def topic(context: Context, token: Token) -> Mention | None:
    """The body that the paragraph's sentences before this one speak of: their subject, or what was inspected there."""
    paragraph = context.paragraph(token.idx)
    at = token.sent.start_char
    for _ in range(3):
        if at - 1 <= paragraph.start:
            return None
        before = context.sentence(at - 2)
        if before.start_char >= at:
            return None
        at = before.start_char
        found = [each for each in context.orgs_in(before.start_char, before.end_char) if each.kind == "council"]
        main = [each for each in found if _is_topic(context, each)]
        if main:
            return main[0]
    return None


def spoken_of(context: Context, token: Token) -> Mention | None:
    """The body that a sentence without one is about: of its paragraph, or of those before where there are several."""
    return topic(context, token) or _carried_on(context, token) or context.org_at(token.idx)


def _carried_on(context: Context, token: Token) -> Mention | None:
    """In a document about several councils, the one that the last paragraphs spoke of most."""
    start = context.paragraph(token.idx).start
    earlier = [each for each in context.paragraphs if each.end <= start][-3:]
    if not earlier or context.focus.share >= FIRM_FOCUS or context.orgs_in(start, token.idx):
        return None
    near = (each for each in context.orgs_in(earlier[0].start, start) if each.kind == "council")
    found = [each for each in near if not context.focus.is_aside(each)]
    counts = Counter(each.key for each in found)
    return max(reversed(found), key=lambda each: counts[each.key], default=None)


def _is_topic(context: Context, mention: Mention) -> bool:
    """Whether a body is its sentence's subject, its possessor, or what inspectors or ministers act on."""
    span = context.doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if span is None:
        return False
    root = span.root
    if OPENING.fullmatch(context.text[root.sent.start_char : mention.start]):
        return True
    if root.dep_ in {"poss", "compound"}:
        root = root.head
    if root.dep_ in {"nsubj", "nsubjpass"}:
        return True
    if root.dep_ == "pobj" and root.head.head.lemma_.lower() in EVENTS:
        return True
    return root.dep_ == "dobj" and root.head.lemma_ in ACTS_ON


OPENING = re.compile(
    r"(?:(?:And|But|Meanwhile|Elsewhere|Today),? )?(?:(?:[Ii]n|[Aa]t|[Oo]ver in|[Ff]or) )?"
    r"(?:neighbouring |nearby |the )?"
)
FIRM_FOCUS = 0.6
ACTS_ON = frozenset({"inspect", "visit", "rate", "rat", "judge", "grade", "direct", "condemn", "criticise", "find"})


def told(context: Context, trigger: Token, *relations: str) -> Mention | None:
    """The council or trust that the sentence itself says an event happened to."""
    if trigger.tag_ in {"VBN", "VBD"} and (beside := _beside(context, trigger)):
        return beside
    for argument in arguments(trigger, *relations):
        found = body_in(context, argument)
        if found:
            return found
    return _where(context, trigger) or _antecedent(context, trigger)


def _where(context: Context, trigger: Token) -> Mention | None:
    """“Leeds, one of the largest councils, where services went …”: the place before “where”."""
    where = next((child for child in verb_of(trigger).children if child.lower_ == "where"), None)
    if where is None:
        return None
    before = [each for each in context.orgs_in(trigger.sent.start_char, where.idx) if each.kind in SERVED]
    return before[-1] if before else None


def _beside(context: Context, trigger: Token) -> Mention | None:
    """“Leeds, rated outstanding in 2018”: the body whose name the participle follows."""
    near = [each for each in context.orgs_in(trigger.sent.start_char, trigger.idx) if each.kind in SERVED]
    if near and trigger.tag_ == "VBD" and not context.text.startswith(",", near[-1].end):
        return None
    if near and re.fullmatch(
        r",? (?:which was |then |already |recently |which )?", context.text[near[-1].end : trigger.idx]
    ):
        return near[-1]
    return None


def _antecedent(context: Context, trigger: Token) -> Mention | None:
    """Of a relative or participial clause its noun, of a conjoined or adverbial clause the subject it shares."""
    verb = verb_of(trigger)
    for _ in range(4):
        if verb.dep_ in {"relcl", "acl", "appos"}:
            return served(context, verb.head) or body_in_simple(context, verb.head)
        own = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
        found = next((body for each in own if (body := body_in_simple(context, each))), None)
        if found or verb.head == verb:
            return found
        verb = verb_of(verb.head)
    return None


def body_in_simple(context: Context, token: Token) -> Mention | None:
    """The council or trust that a noun is, or whose it is ("Kent's services", "services in Kent")."""
    found = served(context, token)
    if found:
        return found
    for child in token.children:
        if child.dep_ in {"poss", "compound", "amod", "nmod"}:
            found = served(context, child)
        elif child.dep_ == "prep" and child.lower_ in {"in", "at", "of", "for", "to"}:
            found = next((body for each in child.children if (body := body_in_simple(context, each))), None)
        if found:
            return found
    return None


def is_publication(context: Context, date: DateMention) -> bool:
    """Whether a date is of a report's publication, not of what it reports."""
    before = context.text[max(0, date.start - 45) : date.start]
    return bool(
        re.search(
            r"\b(?:publi(?:shed|cation)|released|report (?:of|dated)|letter (?:of|dated)|came out|"
            r"printed)\b[^.;]{0,25}$",
            before,
        )
    )


def is_ahead(context: Context, date: DateMention) -> bool:
    """Whether a date lies after the document's own."""
    published = context.document.published
    return bool(
        published and date.edtf > published and not published.startswith(date.edtf) and date.edtf[:4] >= published[:4]
    )
