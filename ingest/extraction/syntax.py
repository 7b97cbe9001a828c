"""Small questions to the dependency parse: whose verb, which subject, which clause, what tense."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from spacy.tokens import Token

from ingest.extraction.context import Context
from ingest.extraction.factuality import ANNOUNCING, MODALS, NEGATORS, is_announced
from ingest.extraction.givennames import gender
from ingest.names import Mention

GENDERS = {"she": "f", "her": "f", "herself": "f", "he": "m", "his": "m", "him": "m", "himself": "m"}
REACH = 600
VERBAL = frozenset({"VERB", "AUX"})
JOBS = frozenset({"post", "role", "job", "position", "title"})
BEFORE_NAME = re.compile(r"(?: (?:of|from|at|in) [\w’' -]{2,40})?, (?:[A-Z]\w+ )?")
SOMEBODY = frozenset("one person man woman officer colleague figure somebody someone insider outsider manager".split())
OBJECT_CONTROL = frozenset(
    "appoint ask bring hire recruit name choose select persuade invite promote tell second send".split()
)
PERFECT = frozenset({"have", "has", "had", "having", "'ve", "’ve", "'d", "’d"})
RELATIVE = frozenset({"who", "that", "which", "whom", "whose"})


def verb_of(token: Token) -> Token | None:
    """The verb whose clause the token stands in."""
    current = token
    for _ in range(25):
        if current.pos_ in VERBAL and current.dep_ not in {"aux", "auxpass"}:
            return current
        if current.head == current:
            return None
        current = current.head
    return None


FINITE = frozenset(("VBZ", "VBD", "VBP"))


def subject(verb: Token) -> Token | None:
    """The subject of a verb, inherited through coordination, participles and infinitives; antecedent of a relative."""
    current = _joined_to(verb)
    for _ in range(6):
        own = [
            child
            for child in current.children
            if child.dep_ in {"nsubj", "nsubjpass", "agent"} and child.dep_ != "agent"
        ]
        if own:
            found = own[0]
            return current.head if found.lower_ in RELATIVE and current.dep_ == "relcl" else found
        if current.dep_ in {"acl", "relcl"}:
            return current.head
        if current.dep_ == "xcomp" and current.head.lemma_ in OBJECT_CONTROL:
            made = [child for child in current.head.children if child.dep_ == "dobj"]
            if made:
                return made[0]
        if current.dep_ not in {"conj", "advcl", "xcomp", "ccomp", "pcomp", "prep", "aux"} or current.head == current:
            return None
        current = current.head
    return None


def _joined_to(verb: Token) -> Token:
    """The verb itself, or the finite one above it where the parser joins a finite verb to a gerund by mistake."""
    if (
        verb.dep_ == "conj"
        and verb.tag_ in FINITE
        and verb.head.tag_ == "VBG"
        and not any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)
    ):
        return next((above for above in verb.ancestors if above.tag_ in FINITE), verb)
    return verb


def is_passive(verb: Token) -> bool:
    """Whether the verb's subject undergoes what it tells."""
    if any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children):
        return True
    return verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl", "relcl"} and not _has(verb, PERFECT)


def is_told(context: Context, verb: Token) -> bool:
    """Told as fact; an announced departure ("told staff that she would go") counts as well."""
    under = (each for child in verb.children if child.dep_ == "advcl" for each in child.children)
    if any(each.dep_ == "mark" and each.lower_ in {"if", "unless"} for each in under):
        return False
    if context.is_factual(verb) or is_announced(verb):
        return True
    head = verb.head
    can = any(child.lower_ == "can" for child in head.children if child.dep_ == "aux")
    words = {"neg", "aux", "mark"}
    unreal = [child for child in verb.children if child.dep_ in words and child.lower_ in MODALS | NEGATORS | {"if"}]
    return can and verb.dep_ == "ccomp" and head.lemma_ in ANNOUNCING and not unreal


def is_past(verb: Token) -> bool:
    """Whether the verb tells of a time gone by: a past tense or a perfect before the past, not "has been"."""
    if any(child.lower_ in {"has", "have", "'s", "’s"} for child in verb.children if child.dep_ == "aux"):
        return False
    if any(child.lower_ in {"had", "was", "were"} for child in verb.children if child.dep_ in {"aux", "auxpass"}):
        return True
    return verb.tag_ == "VBD" or verb.lower_ in {"was", "were"}


def is_future(verb: Token) -> bool:
    """Whether the verb tells of a time to come: "will", "is to", "is due to"."""
    if _has(verb, {"will", "shall", "'ll", "’ll"}):
        return True
    head = verb.head
    to = any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
    return to and verb.dep_ == "xcomp" and (head.lemma_ == "be" or head.lower_ in {"due", "set", "about"})


def _has(verb: Token, words: Set[str]) -> bool:
    return any(child.lower_ in words for child in verb.children if child.dep_ in {"aux", "auxpass"})


def agent(verb: Token) -> Token | None:
    """Who does what a passive verb tells: "by X", also behind an inserted clause."""
    direct = next((each for child in verb.children if child.dep_ == "agent" for each in child.children), None)
    if direct is not None or not is_passive(verb):
        return direct
    by = (each for each in verb.subtree if each.lower_ == "by" and each.i > verb.i and each.ent_type_ == "")
    return next((each for prep in by for each in prep.children if each.dep_ == "pobj" and each.pos_ == "PROPN"), None)


def objects(verb: Token) -> Iterator[Token]:
    """Direct objects of a verb, with what is coordinated to them."""
    for child in verb.children:
        if child.dep_ in {"dobj", "dative", "oprd"} or (child.dep_ in {"nsubj"} and child.i > verb.i):
            yield child
            yield from (each for each in child.conjuncts if each.i > child.i)


def person_at(context: Context, token: Token | None) -> Mention | None:
    """The person that a noun phrase names: by its head, a name in apposition to it, or a pronoun."""
    if token is None or (token.lower_ == "who" and token.sent.text.rstrip().endswith("?")):
        return None
    found = context.person_of(token)
    if found:
        return _fitting(context, token, found) if token.lower_ in GENDERS else found
    return None if token.pos_ in VERBAL else _person_around(context, token)


def _fitting(context: Context, token: Token, found: Mention) -> Mention:
    """The person that a pronoun refers to: the one found, unless the name is of the other sex; then the nearest."""
    wanted = GENDERS[token.lower_]
    if _gender(context, found) in {wanted, None}:
        return found
    before = [each for each in context.people_in(max(0, token.idx - REACH), token.idx) if each.key != found.key]
    sure = [each for each in before if _gender(context, each) == wanted]
    open_ = [each for each in before if _gender(context, each) is None]
    return (sure or open_ or [found])[-1]


def _gender(context: Context, person: Mention) -> str | None:
    forms = [each.text for each in context.people if each.key == person.key]
    return gender(person.name, *forms)


def _person_around(context: Context, token: Token) -> Mention | None:
    """The person named beside a noun: what it stands in apposition to, who owns the post, a name under it."""
    above = context.mention(token.head) if token.dep_ == "appos" else None
    if above and above.kind == "person":
        return above
    owner = (
        next((each for each in token.children if each.dep_ == "poss"), None) if token.lemma_.lower() in JOBS else None
    )
    if owner is not None:
        return context.person_of(owner)
    for child in token.subtree:
        mention = context.mention(child)
        if mention and mention.kind == "person" and _belongs(child, token):
            return mention
    return _generic(context, token) if token.lemma_.lower() in SOMEBODY else None


def _generic(context: Context, token: Token) -> Mention | None:
    """Who "one of them, X", "a colleague, X", "the first person to be director was X" mean: the name beside or told."""
    finish = token.right_edge.idx + len(token.right_edge)
    for each in context.people_in(token.idx, token.sent.end_char):
        if BEFORE_NAME.fullmatch(context.text[token.idx + len(token) : each.start]):
            return each
    head = token.head
    if head.lemma_ == "be" and token.dep_ in {"attr", "nsubj"}:
        others = [each for each in head.children if each.dep_ in {"attr", "nsubj"} and each != token]
        return next((found for each in others if (found := context.person_of(each))), None)
    return next((each for each in context.people if finish <= each.start <= finish + 2), None)


def _belongs(child: Token, top: Token) -> bool:
    current = child
    while current != top:
        if current.dep_ not in {"appos", "compound", "flat", "nmod", "amod", "conj", "punct"}:
            return False
        current = current.head
    return True
