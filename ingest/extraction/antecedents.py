"""Which council or trust is meant where none is named: "it", "the council", "services", or no word at all.

Every body named before (and, a little, the document's own) weighs by how it was named: subjects and openings of
sentences more than objects, asides hardly; less with each sentence and paragraph since. The heaviest is meant.
"""

from __future__ import annotations

import re
from collections import Counter

from spacy.tokens import Token

from ingest.extraction.context import Context
from ingest.names import Mention

SERVED = frozenset({"council", "trust"})
REACH = 4
FADE, PARAGRAPH_FADE = 0.6, 0.75
OWN_SHARE = 1.6
NEAR_FADE, NEAR_SHARE, NEAR_LATEST = 0.35, 0.15, 2.0
ASIDE = 0.2
OF_TYPE = 3
MASTHEAD, HEAD, LEAST_OURS = 60, 600, 3
OURS = re.compile(r"\b(?:[Ww]e|[Oo]urs?|us)\b")
TYPES = frozenset({"county", "city", "borough"})
TOPIC, TOPIC_FADE = 2.5, 0.9
COUNCIL_WORDS = r"(?:(?:local )?authority|[\w]* ?council|city|borough|county)"
TRUST_ONLY = frozenset({"trust"})
PRONOUNS = frozenset({"it", "its", "itself", "they", "their", "them"})
OPENING = re.compile(
    r"(?:\W*\d+(?:\.\d+)?\.? )?(?:(?:And|But|Meanwhile|Elsewhere|Today|So|Or|Take|Now|Then|Yet|Not so),? )?"
    r"(?:(?:[Ii]n|[Aa]t|[Oo]ver in|[Ff]or|take|on to) )?(?:neighbouring |nearby |the )?\W*"
)
INSPECTED = frozenset("inspect visit rate rat judge grade direct condemn criticise find brand".split())
EVENTS = frozenset("inspection reinspection visit report letter service rating verdict grade".split())
TRUSTS = frozenset({"trust", "company"})
COUNCILS = frozenset({"council", "authority", "city", "borough", "county", "town"})


def meant(context: Context, token: Token, kinds: frozenset[str] = SERVED) -> Mention | None:
    """The body that a word or clause refers to without naming it."""
    said = _kinds_said(token) if kinds == SERVED else None
    kinds = said if said and any(each.kind in said for each in context.orgs) else kinds
    before = [each for each in _recent(context, token) if each.kind in kinds]
    near = token.lower_ in PRONOUNS or _points_back(context, token)
    weights: Counter[str] = Counter()
    for each in before:
        weights[each.key] += int(1000 * _weight(context, each, token, near))
    for key, share in _shares(context, kinds).items():
        weights[key] += int(1000 * (NEAR_SHARE if near and before else OWN_SHARE) * share)
    if not weights:
        return context.org_at(token.idx) if kinds == SERVED else meant(context, token)
    for key in _of_type(context, token):
        weights[key] += 1000 * OF_TYPE
    key = max(weights, key=lambda each: weights[each])
    found = [each for each in before if each.key == key] or [each for each in context.orgs if each.key == key]
    return found[-1]


def _of_type(context: Context, token: Token) -> set[str]:
    """The councils whose names say that they are what the word, or the sentence's opening, says: a county or a city."""
    opening = re.match(r"(?:But |And )?(?:[Ii]n|[Aa]t|[Ff]or) the (county|city|borough)\b", token.sent.text)
    word = token.lower_ if token.lower_ in TYPES else opening[1] if opening else None
    named = {each.key: each.name.lower() for each in context.orgs if each.kind == "council"}
    found = {key for key, name in named.items() if word and re.search(rf"\b{word}\b", name)}
    return found if len(found) < len(named) else set()


def _shares(context: Context, kinds: frozenset[str]) -> dict[str, float]:
    """How much the document as a whole is about each body."""
    trust = context.focus.trust
    of_trust = trust is not None and "trust" in kinds and (_is_of_trust(context) or kinds == TRUST_ONLY)
    shares = {trust.key: 1.0} if trust is not None and of_trust else {}
    if "council" in kinds:
        shares.update({key: share * (0.5 if shares else 1) for key, share in context.focus.shares.items()})
    return shares


def _kinds_said(token: Token) -> frozenset[str] | None:
    """The kind of body that the sentence of a word speaks of: “the company”, “the local authority”."""
    if token.lower_ in PRONOUNS:
        return None
    trust, council = (
        re.search(rf"\b[Tt]he {words}\b", token.sent.text) for words in ("(?:trust|company)", COUNCIL_WORDS)
    )
    return None if bool(trust) == bool(council) else TRUST_ONLY if trust else frozenset({"council"})


def _points_back(context: Context, token: Token) -> bool:
    """Whether the sentence opens with "There" or "Here", or the place stands before "where" in it."""
    opening = context.text[token.sent.start_char : token.idx]
    return bool(re.match(r"(?:But )?(?:[Tt]here|[Hh]ere)\b", opening) or re.search(r"\bwhere [^,;]*$", opening))


def kinds_of(token: Token) -> frozenset[str]:
    """Which kinds of body a common noun or pronoun can mean."""
    if token.lemma_.lower() in TRUSTS:
        return TRUST_ONLY
    return frozenset({"council"}) if token.lemma_.lower() in COUNCILS else SERVED


def _recent(context: Context, token: Token) -> list[Mention]:
    """The bodies named before the word in its sentence, the few before it, and the heading above."""
    index = context.sentences.index(context.sentence(token.idx))
    start = context.sentences[max(0, index - REACH)].start_char
    return list(context.orgs_in(start, token.idx))


def _weight(context: Context, mention: Mention, token: Token, near: bool) -> float:
    sentences = sum(mention.start < each.start_char <= token.idx for each in context.sentences)
    breaks = sum(mention.start < each.start <= token.idx for each in context.paragraphs)
    salience = _salience(context, mention)
    fade = NEAR_FADE if near else (TOPIC_FADE if salience >= TOPIC and not breaks else FADE)
    latest = NEAR_LATEST if near and not sentences else 0.0
    since = len(context.orgs_in(mention.end, token.idx))
    return (salience + latest / (1 + since)) * fade**sentences * PARAGRAPH_FADE**breaks


def _salience(context: Context, mention: Mention) -> float:
    span = context.doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if span is None:
        return ASIDE
    root = span.root
    if context.paragraph(mention.start).is_heading or OPENING.fullmatch(
        context.text[root.sent.start_char : mention.start]
    ):
        return 3.0
    if root.dep_ == "pobj" and root.head.head.lemma_.lower() in EVENTS:
        return 2.5
    return ASIDE if context.focus.is_aside(mention) else _by_place(root)


def _by_place(root: Token) -> float:
    if root.dep_ in {"poss", "compound", "nmod"}:
        root = root.head
    if root.dep_ in {"nsubj", "nsubjpass"}:
        return 2.5 if root.head.dep_ in {"ROOT", "conj"} else 1.5
    if root.dep_ == "dobj":
        return 2.5 if root.head.lemma_ in INSPECTED else 1.2
    return 0.8


def own(context: Context) -> Mention | None:
    """The body that a document speaks as: "we" and "our"."""
    return context.focus.trust if _is_of_trust(context) else context.focus.council


def _is_of_trust(context: Context) -> bool:
    """Whether a document is about a trust, or speaks as one: it is named at the head of what says "we"."""
    focus = context.focus
    if focus.trust is None:
        return False
    council = next((each for each in context.orgs if each.kind == "council"), None)
    if focus.is_of_trust:
        return council is None or council.start > MASTHEAD or focus.trust.start < council.start
    speaks = len(OURS.findall(context.text)) >= LEAST_OURS
    return speaks and focus.trust.start < HEAD and (council is None or focus.trust.start < council.start)
