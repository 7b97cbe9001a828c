"""Claims of what ministers impose: directions, improvement notices, commissioners, advisers, orders to set up a trust."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from graph.model import Claim, DirectionKind, DirectionStatement
from ingest.dates import DateMention
from ingest.extraction.attach import affected, body_in, dates_of, verb_of
from ingest.extraction.context import Context
from ingest.extraction.sightings import finer, overlap
from ingest.names import Mention

NOTICE = re.compile(
    r"\b(?:improvement notices?|notices? (?:to improve|of improvement|requiring improvement))\b", re.IGNORECASE
)
DIRECTION = re.compile(
    r"\b(?:(?P<firm>(?:(?:statutory|legal|formal|government|ministerial|revised|further|fresh|second|DfE|new) )+)|(?P<under>under )|"
    r"(?P<loose>the |this |a |an? original ))directions?(?: notice)?\b(?! of (?:travel|change|the (?:Secretary|Minister|Director)))"
    r"(?P<after> (?:of|dated|issued|given|made|sent|under section|appointing|requiring|in \d|in [A-Z]))?|\bdirections notice\b",
    re.IGNORECASE,
)
GOVERNMENT = re.compile(
    r"\b(?:[Ss]ecretary of [Ss]tate(?: for (?:Education|Levelling Up))?|education secretary|[Mm]inisters?|[Gg]overnment|Whitehall|DfE|"
    r"Department for Education|the Department)\b"
)
ISSUES = frozenset(
    "issue serve give impose send receive place make sign write hand appoint put slap name direct set get accept".split()
)
ENDS = frozenset(
    "lift revoke withdraw replace end supersede remove discharge rescind emerge exit escape cancel drop come get".split()
)
APPOINTS = frozenset(
    "appoint make name install send put bring parachute assign draft nominate second choose deploy announce recruit".split()
)
SENT = frozenset({"appoint", "send", "bring", "install", "parachute", "name", "assign"})
ORDERS = frozenset("direct order instruct tell decide require force compel".split())
TRUST = re.compile(
    r"\b(?:trust|company|arm[’']s[- ]length|alternative (?:delivery|provider)|independent (?:body|organisation)|"
    r"(?:transfer|hand(?:ed)? over|move|remove)\b[^.]{0,40}\bservices)\b",
    re.IGNORECASE,
)
COMMISSIONER = re.compile(r"\b(?<!police and crime )(?<!information )commissioners?\b(?! for england)", re.IGNORECASE)
ADVISER = re.compile(r"\b(?:improvement |independent |DfE |government )*advis[eo]rs?\b", re.IGNORECASE)
AGENTS: tuple[tuple[DirectionKind, re.Pattern[str]], ...] = (
    ("commissioner_appointment", COMMISSIONER),
    ("adviser_appointment", ADVISER),
)
PLACES = ("prep:to", "prep:on", "prep:in", "prep:into", "prep:at", "prep:for", "prep:against", "dative")


@dataclass(frozen=True, slots=True)
class Imposed:
    """One telling of one instrument; `begin` and `finish` are its quote's offsets."""

    org: Mention
    kind: DirectionKind
    begin: int
    finish: int
    date: str | None = None
    issuer: str | None = None
    person: str | None = None

    def statement(self) -> DirectionStatement:
        """The claim's statement."""
        return DirectionStatement(
            org=self.org.name, kind=self.kind, date=self.date, issuer=self.issuer, person=self.person
        )


def claims(context: Context) -> Iterable[Claim]:
    """Every direction, notice and appointment that the document tells of as made, each once."""
    told = [each for sentence in context.sentences for each in _in_sentence(context, sentence)]
    for each in _joined(told):
        certainty = 0.55 + 0.2 * bool(each.date) + 0.1 * bool(each.person or each.issuer)
        yield context.claim(each.statement(), each.begin, each.finish, certainty)


def _in_sentence(context: Context, sentence: Span) -> Iterator[Imposed]:
    instruments = [*_instruments(context, sentence, NOTICE, "improvement_notice"), *_directions(context, sentence)]
    date = next((each.date for each in instruments if each.date), None)
    yield from instruments
    appointed = [*_appointments(context, sentence)] or [*_known(context, sentence)]
    for each in (*appointed, *_orders(context, sentence)):
        yield replace(each, date=each.date or date)


def _joined(told: list[Imposed]) -> list[Imposed]:
    facts: list[Imposed] = []
    for each in sorted(told, key=lambda one: one.date is None):
        match = next((other for other in facts if _same(other, each)), None)
        if match is None:
            facts.append(each)
            continue
        facts[facts.index(match)] = replace(
            match,
            date=finer(match.date, each.date),
            issuer=match.issuer or each.issuer,
            person=match.person or each.person,
        )
    return facts


def _same(first: Imposed, second: Imposed) -> bool:
    alike = first.org.key == second.org.key and first.kind == second.kind and overlap(first.date, second.date)
    return alike and (not first.person or not second.person or first.person == second.person)


# Instruments


def _directions(context: Context, sentence: Span) -> Iterator[Imposed]:
    words = sentence.text
    for each in _instruments(context, sentence, DIRECTION, "statutory_direction"):
        after = re.split(r"\bdirections?\b", words, maxsplit=1, flags=re.IGNORECASE)[-1]
        following = context.text[sentence.end_char : sentence.end_char + 160]
        for_trust = TRUST.search(after) or (
            re.match(r"\s*(?:It|This) (?:requires|told|tells|directs)\b", following) and TRUST.search(following)
        )
        by_order = re.search(r"(?:set up|established|formed|created)\b[^.;]*\bdirection\b", words)
        if for_trust or by_order:
            yield replace(each, kind="trust_direction")
        if each.date or not (for_trust or by_order):
            yield each


def _is_of_government(context: Context, match: re.Match[str]) -> bool:
    """Whether "the direction" is an instrument: named so, dated or issued, or told of with those who give it."""
    groups = match.groupdict()
    if "loose" not in groups or not groups["loose"] or groups["after"]:
        return True
    sentence = context.sentence(match.start()).text
    return bool(GOVERNMENT.search(sentence)) or bool(
        re.search(r"\b(?:lifted|revoked|issued|accepted|in force)\b", sentence)
    )


def _instruments(context: Context, sentence: Span, pattern: re.Pattern[str], kind: DirectionKind) -> Iterator[Imposed]:
    for match in pattern.finditer(context.text, sentence.start_char, sentence.end_char):
        token = _head(context, match)
        if token is None or not _is_of_government(context, match) or not _is_told(context, token):
            continue
        org = _addressee(context, token)
        if org is None:
            continue
        dates = [each for each in dates_of(context, token) if not _is_end(context, token, each)] or _by_verb(
            context, token
        )
        plural = token.tag_ == "NNS"
        for date in [each.edtf for each in dates] if plural and dates else [dates[0].edtf if dates else None]:
            yield Imposed(org, kind, sentence.start_char, sentence.end_char, date, _issuer(context, verb_of(token)))


def _head(context: Context, match: re.Match[str]) -> Token | None:
    span = context.doc.char_span(match.start(), match.end(), alignment_mode="expand")
    if span is None:
        return None
    nouns = [each for each in span if each.lower_.startswith(("direction", "notice"))]
    return nouns[-1] if nouns else None


def _is_told(context: Context, token: Token) -> bool:
    """Whether the clause asserts: told as fact, and not as what is to come."""
    if token.dep_ == "pobj" and token.head.lower_ in {"under", "by", "in", "with"} and token.pos_ == "NOUN":
        return not any(child.dep_ == "det" and child.lower_ in {"no", "any"} for child in token.children)
    verb = verb_of(token)
    coming = any(child.dep_ in {"aux", "auxpass"} and child.lower_ in {"will", "'ll", "’ll"} for child in verb.children)
    likely = verb.dep_ == "xcomp" and verb.head.lower_ in {
        "likely",
        "set",
        "due",
        "ready",
        "expected",
        "able",
        "minded",
        "going",
    }
    return not coming and not likely and context.is_factual(token)


def _addressee(context: Context, token: Token) -> Mention | None:
    return _council(context, _addressed(context, token), token)


def _council(context: Context, found: Mention | None, token: Token) -> Mention | None:
    """The council: ministers direct councils, so where a trust is named it is the council that is spoken of."""
    if found is None or found.kind == "council":
        return found
    other = context.org_at(token.idx)
    return other if other and other.kind == "council" else None


def _addressed(context: Context, token: Token) -> Mention | None:
    for child in token.children:
        if child.dep_ == "poss" or (child.dep_ == "prep" and child.lower_ in {"to", "for", "on", "against"}):
            found = body_in(context, child)
            if found:
                return found
    verb = verb_of(token)
    participle = next((child for child in token.children if child.dep_ in {"acl", "relcl"}), None)
    if participle is not None:
        found = next((body for place in _places(participle) if (body := body_in(context, place))), None)
        if found:
            return found
    return affected(context, verb, "dative", "nsubjpass", *PLACES, "dobj", "nsubj")


def _places(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ in {"prep", "dative"} and child.lower_ in {"to", "on", "in", "into", "at", "for", "against"}:
            yield from (each for each in child.children if each.dep_ == "pobj")


def _is_end(context: Context, token: Token, date: DateMention) -> bool:
    """Whether a date tells when the instrument was lifted or replaced, not when it was issued."""
    verb = verb_of(token)
    before = context.text[max(token.sent.start_char, date.start - 40) : date.start]
    ended = re.search(
        r"\b(?:lifted|revoked|withdrawn|replaced|ended|until|remained|removed|superseded|out of|out from under)\b"
        r"(?![^,;]*\b(?:imposed|issued|given|served|made|sent|since)\b)[^,;]*$",
        before,
    )
    return (
        date.relation in {"by", "until", "before"}
        or bool(ended)
        or (
            verb.lemma_ in {"lift", "revoke", "withdraw", "replace", "supersede"}
            and date.relation not in {"since", "from"}
            and date.start > verb.idx
        )
    )


def _by_verb(context: Context, token: Token) -> list[DateMention]:
    """The date of the verb that issues, of “since” for what is in force."""
    verb = verb_of(token)
    if verb.lemma_ in ISSUES or re.search(r"\b(?:in force|under|subject to)\b", token.sent.text):
        return [each for each in dates_of(context, verb) if not _is_end(context, token, each)]
    return []


def _issuer(context: Context, verb: Token) -> str | None:
    """The minister or department that acts: the subject of an active verb, the agent of a passive."""
    agents = [child for child in verb.children if child.dep_ in {"nsubj", "agent"}]
    for participle in (child for child in verb.subtree if child.dep_ == "acl"):
        agents += [child for child in participle.children if child.dep_ == "agent"]
    for agent in agents:
        words = context.text[agent.left_edge.idx : agent.right_edge.idx + len(agent.right_edge)]
        office = GOVERNMENT.search(words)
        if office:
            people = context.people_in(agent.left_edge.idx, agent.right_edge.idx + len(agent.right_edge))
            return people[0].name if people else _full(office.group())
    return None


def _full(office: str) -> str:
    return "Department for Education" if office in {"DfE", "the Department"} else office


# Appointments


def _appointments(context: Context, sentence: Span) -> Iterator[Imposed]:
    for kind, pattern in AGENTS:
        for match in pattern.finditer(context.text, sentence.start_char, sentence.end_char):
            span = context.doc.char_span(match.start(), match.end(), alignment_mode="expand")
            verb = _appointing(span.root) if span is not None else None
            if span is not None and verb is not None:
                found = _appointment(context, kind, span.root, verb)
                if found:
                    yield found


def _known(context: Context, sentence: Span) -> Iterator[Imposed]:
    """“She was appointed in May 2019”, of one whom the document calls the commissioner or the department's adviser."""
    for token in sentence:
        if token.lemma_ not in SENT or token.tag_ != "VBN" or not _is_told(context, token):
            continue
        person = _appointee(context, token, token)
        kind = _post_of(context, person) if person else None
        elsewhere = re.search(
            r"\b(?:as|director|chief executive|chair|leader|member|head)\b(?! (?:the |a )?commissioner)",
            context.text[token.idx : token.sent.end_char],
        )
        org = _council(context, affected(context, token, *PLACES), token)
        if person and kind and org and (not elsewhere or "role" in token.sent.text):
            dates = [
                each for each in dates_of(context, token) if each.relation not in {"by", "until", "before", "after"}
            ]
            yield Imposed(
                org,
                kind,
                sentence.start_char,
                sentence.end_char,
                dates[0].edtf if dates else None,
                _issuer(context, token),
                person,
            )


def _post_of(context: Context, person: str) -> DirectionKind | None:
    """The ministers' appointment that the document gives a person beside the name."""
    for each in (one for one in context.people if one.name == person):
        beside = context.text[max(0, each.start - 45) : each.start] + "|" + context.text[each.end : each.end + 70]
        beside = ".".join([beside.split("|")[0].rsplit(". ", 1)[-1], beside.split("|")[1].split(". ")[0]])
        if re.search(r"(?<!police )\bcommissioner\b(?! for england)", beside, re.IGNORECASE):
            return "commissioner_appointment"
        if re.search(r"\b(?:DfE|Department)\b[^.]{0,25}\badviser\b", beside):
            return "adviser_appointment"
    return None


def _appointing(token: Token) -> Token | None:
    """The verb of appointing whose object, subject or complement the post is, or that modifies it."""
    for child in token.children:
        if child.dep_ in {"acl", "relcl"} and child.lemma_ in APPOINTS:
            return child
    current = token
    for _ in range(5):
        current = current.head
        if current.pos_ == "VERB":
            return current if current.lemma_ in APPOINTS else None
        for child in current.children:
            if (
                child.dep_ in {"acl", "relcl"}
                and child.lemma_ in APPOINTS
                and child.i > current.i
                and token.dep_ in {"appos", "compound"}
            ):
                return child
    before = token.doc.text[token.sent.start_char : token.idx]
    return token if re.search(r"\b(?:recently|newly)[ -]appointed\b[^,.;]{0,60}$", before) else None


def _appointment(context: Context, kind: DirectionKind, token: Token, verb: Token) -> Imposed | None:
    if not _is_told(context, verb) or not _is_imposed(context, kind, token, verb):
        return None
    org = next((body for place in _places(token) if (body := body_in(context, place))), None)
    org = _council(context, org or affected(context, verb, *PLACES), token)
    if org is None:
        return None
    dates = [each for each in dates_of(context, verb) if each.relation not in {"by", "until", "before", "after"}]
    person = _appointee(context, token, verb)
    sentence = token.sent
    return Imposed(
        org,
        kind,
        sentence.start_char,
        sentence.end_char,
        dates[0].edtf if dates else None,
        _issuer(context, verb),
        person,
    )


def _is_imposed(context: Context, kind: DirectionKind, token: Token, verb: Token) -> bool:
    """Whether ministers appoint: a commissioner always, an adviser where the sentence or the post says so."""
    words = token.sent.text
    if kind == "commissioner_appointment":
        return not re.search(
            r"\bpolice|crime commissioner|commissioners? for England|health commissioner|joint commissioner",
            words,
            re.IGNORECASE,
        )
    return bool(GOVERNMENT.search(words))


def _appointee(context: Context, token: Token, verb: Token) -> str | None:
    for child in (*verb.children, *token.children):
        if child.dep_ in {"dobj", "nsubjpass", "appos", "oprd", "nsubj", "ccomp"} and child.lower_ not in {"which"}:
            found = context.people_in(child.left_edge.idx, child.right_edge.idx + len(child.right_edge))
            minister = GOVERNMENT.search(context.text[child.left_edge.idx : child.right_edge.idx])
            if found and not (minister and child.dep_ == "nsubj"):
                return found[0].name
            if child.dep_ in {"nsubjpass", "dobj"} and (pronoun := context.person_of(child)):
                return pronoun.name
    antecedent = verb.head if verb.dep_ in {"relcl", "acl"} else None
    found_at = context.person_of(antecedent) if antecedent is not None else None
    return found_at.name if found_at else None


# Orders


def _orders(context: Context, sentence: Span) -> Iterator[Imposed]:
    """“The minister directed the council to set up a trust”, “set up on the order of the government”."""
    words = sentence.text
    if not TRUST.search(words):
        yield from _directs(context, sentence)
        return
    for token in sentence:
        if (
            token.pos_ == "VERB"
            and token.lemma_ in ORDERS
            and _is_told(context, token)
            and _ministers_act(context, token)
        ):
            subtree = " ".join(each.text for each in token.subtree)
            if TRUST.search(subtree):
                dates = dates_of(context, token)
                org = _council(context, affected(context, token, "dobj", "nsubjpass", "ccomp", *PLACES), token)
                if org:
                    yield Imposed(
                        org,
                        "trust_direction",
                        sentence.start_char,
                        sentence.end_char,
                        dates[0].edtf if dates else None,
                        _issuer(context, token),
                    )
                    return
    match = re.search(
        r"\b(?:at|on|under|by|following) (?:the|a) (?:formal )?(?:direction|order|instruction)s?\b[^,.;]{0,12}\b(?:of|from|with|by)\b",
        words,
    )
    if match and GOVERNMENT.search(words):
        org = _council(context, context.org_at(sentence.start_char + match.start()), sentence.root)
        office = GOVERNMENT.search(words)
        if org:
            yield Imposed(
                org,
                "trust_direction",
                sentence.start_char,
                sentence.end_char,
                None,
                _full(office.group()) if office else None,
            )


def _directs(context: Context, sentence: Span) -> Iterator[Imposed]:
    """The instrument's own words: “the Secretary of State directs the Council …”."""
    for token in sentence:
        if token.lemma_ == "direct" and token.tag_ in {"VBZ", "VBP"} and _ministers_act(context, token):
            org = _council(context, affected(context, token, "dobj"), token)
            if org:
                yield Imposed(
                    org, "statutory_direction", sentence.start_char, sentence.end_char, None, _issuer(context, token)
                )


def _ministers_act(context: Context, token: Token) -> bool:
    subject = next((child for child in token.children if child.dep_ in {"nsubj", "agent"}), None)
    if subject is None:
        return token.dep_ in {"conj", "xcomp"} or any(child.dep_ == "nsubjpass" for child in token.children)
    words = context.text[subject.left_edge.idx : subject.right_edge.idx + len(subject.right_edge)]
    return bool(GOVERNMENT.search(words)) or context.person_of(subject) is not None
