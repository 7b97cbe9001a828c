"""Titles in any words: "group finance director", "manager of the fostering team", "SEND lead", "convenor".

A title is a noun for an occupation with the nouns before it and what it is "of" or "for". Words that name a body, a
person or only describe ("popular", "Labour", "council") are no part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from ingest.extraction.canonical import canonical
from ingest.extraction.context import Context
from ingest.extraction.deputies import deputies
from ingest.extraction.lexicon import LEAD, RoleMention, qualified
from ingest.extraction.postwords import TOPIC, TOPIC_WORD
from ingest.occupations import HEADS, OFFICES, PROFESSIONS, singular

RANKED = frozenset(
    """senior principal chief regional national clinical financial legal medical operational strategic corporate
    executive general managing deputy assistant associate independent lead public special educational residential
    designated named registered virtual private digital human group branch advanced top head divisional personal
    electoral parliamentary primary secondary commercial technical vice approved commissioning monitoring
    returning planning safeguarding reviewing fostering housing learning teaching training consultant responsible
    nominated practice
    """.split()
)
OWNERS = frozenset(
    """council trust city county borough town hall department authority company union party labour tory conservative
    government charity shire fellow ex district former then new current interim acting previous next late outgoing
    incoming""".split()
)
OWN_TITLE = frozenset("clerk treasurer solicitor secretary auditor manager".split())
WIDE = frozenset({"director", "any"})
OF = re.compile(r" (?:of|for) (?:the |its |our |their )?")
NO_TAIL = re.compile(
    r"(?:the |its |our |their )?(?:(?:city|county|borough|local|whole|same) )?(?:council|authority|trust|company|city|"
    r"borough|county|town|department|board|branch|union|firm|home|school|academy|hospital|centre|office|"
    r"charity|day|moment|time|year|month|week|years|months|weeks|now|change|reasons?)\b|"
    r"(?:the |a |an |its |our |their )(?:[\w-]+ ){1,2}(?:charity|consultancy|trust|company|agency|firm|"
    r"union|college|university)\b",
    re.IGNORECASE,
)
NO_HEAD = re.compile(r" of (?:a |an |her |his |the (?:queue|table|list|river|family|class|room|pile|bed|state|game)\b)")
COMMA = re.compile(rf"(?:, | - | – )(?=(?-i:[A-Z])){TOPIC}|,? \({TOPIC}\)", re.IGNORECASE)
UNIT = re.compile(r" (?:department|team|division|directorate|unit|services?|function|programme)\b")
SEASON = re.compile(
    r"spring|summer|autumn|winter|\w+days?|weeks?|weekly|months?|years?|morning|evening|moment|christmas|easter",
    re.IGNORECASE,
)
LEADER = "leader of the council"
NO_COUNCIL = re.compile(
    r" (?:of|for) (?:the |a |an |our |his |her )?(?![A-Z])(?!(?:\w+ )?(?:council|authority|city|county|borough|"
    r"district|region|town hall|administration|coalition|cabinet|executive)\b)\w+"
)
LINK = (
    r"(?:,|:|[ \t]*\n|[ \t]*[.…]{3,}|\s?[(|–-]|\s\s+| is| was| remains| became)?"
    r"(?: the| a| an| our| its| their| then| now)*[ \t]*"
)
AHEAD, BEHIND = re.compile(LINK), re.compile(rf"{LINK}(?:\w+ )?")
LINE_END = re.compile(r"[ \t]*(?:\n|$|[.…]{3})")
LEADING = frozenset({"lead", "head", "leader", "chief", "boss"})
NEAR = 90
FAR = 60  # a row of dots between a title and its holder


def titled(context: Context, known: Sequence[RoleMention]) -> tuple[RoleMention, ...]:
    """The posts known by their form, in their full width, and those that only a noun for an occupation shows."""
    led = [each for each in known if each.role != LEADER or _leads_council(context, each)]
    wide = [_widened(context, each) if each.family in WIDE else each for each in led]
    under = list(deputies(context.text, wide))
    wide = [*under, *(each for each in wide if not any(a.start <= each.start < a.end for a in under))]
    spans = [(each.start, each.end) for each in wide]
    more = [each for each in _open(context) if not any(a < each.end and each.start < b for a, b in spans)]
    return tuple(sorted([*wide, *more], key=lambda each: each.start))


def _widened(context: Context, mention: RoleMention) -> RoleMention:
    """The mention with the nouns before it and what it is of: "finance director", "director of nursing"."""
    head = context.doc.char_span(mention.core, mention.end, alignment_mode="expand")
    if head is None or mention.role == "director of children's services":
        return mention
    core = _left(context, head[0]) if mention.core == mention.start else mention.core
    bare = singular(head[-1].text) in HEADS or UNIT.match(context.text, mention.end)
    end = _right(context, mention.end) if bare else mention.end
    if (core, end) == (mention.core, mention.end):
        return mention
    words = context.text[core:end]
    role = canonical(words, mention.family)
    start = min(mention.start, core)
    return replace(mention, start=start, core=core, end=end, text=context.text[start:end], role=role or mention.role)


def _leads_council(context: Context, mention: RoleMention) -> bool:
    """Whether a leader is a council's, not of a team, a church or a pack."""
    if NO_COUNCIL.match(context.text, mention.end):
        return False
    head = context.doc.char_span(mention.core, mention.end, alignment_mode="expand")
    before = head[0].nbor(-1) if head is not None and head[0].i else None
    if before is None or before.pos_ not in {"NOUN", "ADJ"} or before.dep_ != "compound":
        return True
    return before.lower_ in OWNERS or context.mention(before) is not None


def _open(context: Context) -> Iterator[RoleMention]:
    for token in context.doc:
        noun = singular(token.text)
        if noun not in HEADS or context.mention(token) or not _is_noun(token, noun):
            continue
        start, end = _left(context, token), _right(context, token.idx + len(token))
        if noun == "head" and end == token.idx + len(token) and start == token.idx:
            continue
        if noun == "leader" and not canonical(context.text[start:end], "council"):
            continue
        near = _is_near_person(context, token) or (
            bool(LINE_END.match(context.text, end)) and _is_beside_person(context, start, end)
        )
        if near and _is_title(context, token, noun, start, end):
            yield _mention(context, token, start, end)


def _is_noun(token: Token, noun: str) -> bool:
    is_noun = token.pos_ in {"NOUN", "PROPN"} or (noun in OFFICES and noun != "principal")
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    if after is None:
        return is_noun
    is_compound = token.dep_ == "compound" and after.pos_ == "NOUN" and after == token.head
    is_verb = noun == "lead" and after.lower_ in {"to", "the", "a"}
    return is_noun and not is_compound and not is_verb and after.text not in {"-", "’s", "'s"}


def _is_title(context: Context, token: Token, noun: str, start: int, end: int) -> bool:
    """Whether the noun names a post: an office, or a profession in a rank or at a body."""
    text = context.text
    before = {word.lower() for word in re.split(r"[\s-]+", text[start : token.idx]) if word}
    beside = _is_beside_person(context, start, end)
    if noun != token.lower_ and not beside:
        return False
    ranked = bool(before & RANKED) or (bool(before) and token.text[0].isupper())
    owned = _is_owned(context, start, end)
    has_more = bool(before) or end > token.idx + len(token)
    if noun in OFFICES:
        return has_more or owned or beside
    if noun in PROFESSIONS:
        return ranked or owned or (beside and token.text[0].isupper() and has_more)
    return has_more and (noun in LEADING or ranked or owned)


def _is_owned(context: Context, start: int, end: int) -> bool:
    """Whether a body stands before a title or is what it is "at", "of" or "for"."""
    match = re.match(r",? (?:at|for|with|of|in) (?:the )?", context.text[end : end + 12])
    after = end + len(match.group()) if match else -1
    return any(each.start == after or 0 <= start - each.end <= 3 for each in context.orgs)


def _is_beside_person(context: Context, start: int, end: int) -> bool:
    text = context.text
    for each in context.people:
        if end <= each.start < end + FAR and AHEAD.fullmatch(text, end, each.start):
            return True
        if start - FAR < each.end <= start and BEHIND.fullmatch(text, each.end, start):
            return True
    return False


def _is_near_person(context: Context, token: Token) -> bool:
    sentence = context.sentence(token.idx)
    low = max(token.idx - NEAR, sentence.start_char) if "\n" not in sentence.text.strip() else token.idx - NEAR
    high = min(token.idx + NEAR, sentence.end_char) if "\n" not in sentence.text.strip() else token.idx + NEAR
    return any(low <= each.start < high for each in context.people) or any(
        word.lower_ in {"she", "he", "who"} for word in sentence
    )


def _left(context: Context, head: Token) -> int:
    """Where a title begins: before the nouns and ranks in front of its head."""
    begin, token = head.idx, head
    while token.i and "\n" not in context.text[token.i and context.doc[token.i - 1].idx : begin]:
        before = context.doc[token.i - 1]
        if before.text == "-" and begin == before.idx + 1 and before.i:
            token = before
            continue
        if not _qualifies(context, before, head) or begin - before.idx - len(before) > 1:
            break
        begin, token = before.idx, before
    return begin


def _qualifies(context: Context, token: Token, head: Token) -> bool:
    word = token.lower_
    if context.mention(token) or (word in OWNERS and singular(head.text) not in OWN_TITLE):
        return False
    if word in RANKED or re.fullmatch(TOPIC_WORD, word, re.IGNORECASE):
        return True
    if LEAD.fullmatch(f"{word} ") or len(word) < 2 or not token.is_alpha or SEASON.fullmatch(word):
        return False
    is_noun = token.pos_ in {"NOUN", "PROPN"} and token.dep_ in {"compound", "nmod", "amod"}
    return is_noun and token.ent_type_ not in {"DATE", "TIME", "GPE", "LOC", "NORP"}


def _right(context: Context, end: int) -> int:
    """Where a title ends: behind what it is of or for, unless that is a body, a person or a stretch of time."""
    text = context.text
    unit = UNIT.match(text, end)
    if unit:
        return unit.end()
    comma = COMMA.match(text, end)
    if comma and not any(end <= each.start < comma.end() for each in context.people):
        return comma.end()
    match = OF.match(text, end)
    if not match or NO_TAIL.match(text, match.end()) or NO_HEAD.match(text, end):
        return end
    span = context.doc.char_span(match.end(), min(match.end() + 60, len(text)), alignment_mode="expand")
    stop = end
    is_capital = text[:end].rsplit(None, 1)[-1][0].isupper()
    for token in span or ():
        if context.mention(token) or "\n" in text[end : token.idx] or not _goes_on(token, is_capital):
            break
        if token.pos_ in {"NOUN", "PROPN"} or re.fullmatch(TOPIC_WORD, token.lower_, re.IGNORECASE):
            stop = token.idx + len(token)
    return stop


def _goes_on(token: Token, is_capital: bool) -> bool:
    """Whether a word belongs to what a title is of; a proper noun only in a title that is written in capitals."""
    if re.fullmatch(TOPIC_WORD, token.lower_, re.IGNORECASE):
        return True
    if token.ent_type_ in {"DATE", "TIME", "GPE"} or (token.pos_ == "PROPN" and not is_capital):
        return False
    is_participle = token.tag_ in {"VBN", "VBG"} and token.i + 1 < len(token.doc) and token.nbor().pos_ == "NOUN"
    return token.pos_ in {"NOUN", "PROPN", "ADJ"} or is_participle or token.lower_ in {"and", "&", "-", "'s", "’s"}


def _mention(context: Context, token: Token, core: int, end: int) -> RoleMention:
    words = context.text[core:end]
    noun = singular(token.text)
    plain = re.sub(r" (of|for) (?:our|its|their) ", r" \1 ", " ".join(words.replace("’", "'").lower().split()))
    role = re.sub(rf"\b{re.escape(token.lower_)}\b", noun, plain, count=1)
    return qualified(context.text, core, end, role, "any", plural=noun != token.lower_)
