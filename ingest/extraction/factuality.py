"""Whether a clause is told as fact: negation, modality, calls, conditions, hopes, denials, vacancies are not."""

from __future__ import annotations

from spacy.tokens import Token

MODALS = frozenset({"would", "could", "might", "may", "should", "must", "shall", "can", "ca", "ought"})
# The lemmatizer takes “hoping” and “hopes” for forms of “hop”.
UNREAL = frozenset(
    """hop deny rule call urge hope want wish consider recommend suggest propose ask demand seek expect plan intend
    threaten fear rumour speculate allege claim need wonder doubt discuss debate refuse decline fail campaign lobby
    request invite advertise recruit""".split()
)
ANNOUNCING = frozenset({"tell", "announce", "say", "confirm", "reveal"})
TEMPORAL = frozenset({"after", "before", "since", "following", "in", "on", "during", "until"})
NEGATORS = frozenset({"no", "not", "n't", "never", "neither", "nor", "without"})
NOMINAL = frozenset(
    {"call", "calls", "plan", "plans", "proposal", "proposals", "possibility", "threat", "vacancy", "hope"}
    | set("race contest running bid application candidacy candidate candidates shortlist chance offer".split())
)


def is_factual(token: Token) -> bool:
    """Whether the clause around this token, and the clauses it depends on, assert what it says."""
    current = token
    for _ in range(12):
        if _unreal_itself(current):
            return False
        head = current.head
        if head == current:
            return True
        if _unreal_above(current, head):
            return False
        if current.dep_ in {"relcl", "acl"} and current.pos_ in {"VERB", "AUX"} and not _is_to(current):
            return True
        current = head
    return True


def is_announced(verb: Token) -> bool:
    """Whether the verb tells what was announced as fixed: "told staff that she would go"."""
    would = any(child.lower_ in {"would", "'d"} for child in verb.children if child.dep_ == "aux")
    denied = any(child.dep_ == "neg" for child in (*verb.children, *verb.head.children))
    return would and not denied and verb.dep_ == "ccomp" and verb.head.lemma_ in ANNOUNCING


def _is_to(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def _unreal_itself(token: Token) -> bool:
    if token.pos_ not in {"VERB", "AUX"}:
        return any(child.dep_ == "det" and child.lower_ == "no" for child in token.children)
    for child in token.children:
        if child.dep_ == "neg" or (child.dep_ in {"aux", "advmod"} and child.lower_ in MODALS | NEGATORS):
            return True
        if child.dep_ == "aux" and child.lower_ == "to" and child.i and child.nbor(-1).lemma_ in NOMINAL:
            return True  # "withdrew from the race to be", whatever the parser hangs it on
        if child.dep_ == "mark" and child.lower_ in {"if", "unless", "whether"}:
            return True
        if child.dep_ in {"nsubj", "nsubjpass"} and child.lower_ in {"nobody", "none"}:
            return True
    return False


def _unreal_above(token: Token, head: Token) -> bool:
    if head.lemma_ in NOMINAL and token.dep_ in {"prep", "acl"}:
        return True
    if head.lemma_ not in UNREAL or head.pos_ not in {"VERB", "AUX"}:
        return False
    if token.dep_ == "prep" and token.lower_ in TEMPORAL:
        return False
    return token.dep_ in {"xcomp", "ccomp", "dobj", "prep", "pcomp"}
