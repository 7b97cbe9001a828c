"""Who holds a post that the text names: by apposition, by a verb that joins them, in lists and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from ingest.extraction.context import Context
from ingest.extraction.factuality import is_announced
from ingest.extraction.posts import Post
from ingest.extraction.syntax import is_future, is_passive, is_past, objects, person_at, subject
from ingest.names import Mention

POSTNOMINAL = (
    r"(?:,? (?:OBE|CBE|MBE|DBE|KBE|QPM|HMI|MP|KC|QC|[BM]Sc|[BM]A|MB|ChB|PhD|MBA|DCH|FRC[A-Z]+|"
    r"MRC[A-Z]+|DL|JP|CQSW))*"
)
ADVERB = (
    r"(?:now|currently|previously|formerly|also|once|already|still|both|himself|herself|then|only|at "
    r"present|today|until recently|until then|the then|recently|newly|therefore|presently)"
)
COPULA = (
    r"(?:is|was|has been|had been|remains|became|becomes|is to be|will be|will become|to be|served "
    r"as|serves as|works as|worked as|acted as|acts as|have been|were|are|as)"
)
PERSON_POST = re.compile(
    rf"^(?:[’']s)?{POSTNOMINAL}(?:,(?: aged)? \d\d(?=,))?"
    rf"(?:,|\s?[(]|\s?[-–—|]|:|;|\s{{2,}}|\s*\n[\s|]*| {COPULA}|,? who (?:{ADVERB} )?{COPULA}|, "
    rf"(?:having been|being)|, one of|[’']s (?:appointment|promotion|election|nomination) (?:as|to))?"
    rf"(?:\s{ADVERB},?)*(?:\s(?:the|a|an|its|our|their|her|his)(?: two| three| four)?)?(?: "
    rf"at)?\s*(?:(?:Role|Post|Position|Title|Job title):\s*)?$"
)
POST_PERSON = re.compile(
    rf"^(?: (?:since|from|until) [\w ]{{3,20}} (?:is|was|has been)| (?:appointed|named|sent|put "
    rf"in|brought in|chosen|installed|nominated|seconded) [^.;:\n,]{{3,60}},|,|:|;| {COPULA}|"
    rf"\s?[-–—]|\s?[(]|\s{{2,}}|\s*\n[\s|]*)?(?:\s{ADVERB})*\s*(?:by )?$"
)
INTRODUCING = re.compile(r"\W*(?:As|Now|Currently|Formerly|Previously|Once|Until recently)\b")
DATED_COMMA = re.compile(r"(?: (?:since|from|until|between) [\w /–-]{3,30})?, ")
AND_PERSON = re.compile(rf"^{POSTNOMINAL}(?:,|,? and|,? &|\s?/|;)\s*$")
WITH_REMARK = re.compile(r"^ \([^)]*\)(?:,| and|, and)\s*$|^, (?:Her|His) Majesty[’']s Inspectors?,? and $")
AND_POST = re.compile(
    r"^(?:,? and(?: also)?(?: the| a| its| as)?|,? &|,(?: the| a)?|, also| as well as)(?: (?:the|its|our))?\s*$"
)
MADE = re.compile(
    r"\b(?:appoint(?:s|ed|ing)?|nam(?:es|ed|ing)|ma(?:kes|de|king)|promot(?:es|ed|ing)|hir(?:es|"
    r"ed|ing)|recruit(?:s|ed|ing)|elect(?:s|ed|ing)|"
    r"confirm(?:s|ed|ing)?|ch(?:ose|osen|oosing)|pick(?:s|ed)|select(?:s|ed)|install(?:s|ed)|"
    r"bring(?:s|ing)? in|brought in|unveil(?:s|ed)|sen(?:ds?|t|ding)(?: in)?)\s+$"
)
MADE_GAP = re.compile(r"^(?: as| to(?: be| become)?)?(?: (?:its|the|their|our|a|an))?(?: \w+)? $")
APPOINT = frozenset(
    """appoint name make promote hire recruit elect confirm choose select install bring draft second parachute unveil
    reappoint designate announce nominate engage poach lure put""".split()
)
SERVE = frozenset(
    """serve work act spend join start begin finish return come arrive step take become remain stay continue be leave
    resign retire
    quit go move stand fill cover deputise double depart double serve succeed move rise""".split()
)
HOLD = frozenset("hold take fill occupy assume leave vacate relinquish quit resign combine cover".split())
JOB = frozenset(
    "post role job position title duty duties responsibility brief portfolio capacity place spell stint seat".split()
)


@dataclass(frozen=True, slots=True)
class Link:
    """A holder found for a post: the frame that found it, the verb that joins them where there is one."""

    person: Mention
    post: Post
    frame: str
    confidence: float
    begin: int
    finish: int
    verb: Token | None = None
    ended: bool = False
    coming: bool = False


def links(context: Context, posts: tuple[Post, ...]) -> Iterator[Link]:
    """Every pair of a post and a holder that the text states."""
    previous: list[Link] = []
    for index, post in enumerate(posts):
        found = (
            list(_beside(context, post, previous))
            or list(_introduced(context, post))
            or list(_fronted(context, post))
            or list(_instead_of_name(context, post))
            or list(_by_verb(context, post))
        )
        if not found and index and previous:
            found = list(_shared(context, previous, posts[index - 1], post))
        yield from found
        previous = found


def _shared(context: Context, previous: list[Link], before: Post, post: Post) -> Iterator[Link]:
    """The holder of a post is also of the one joined to it by "and"."""
    if AND_POST.match(context.text[before.end : post.start]):
        for link in previous:
            yield Link(
                link.person,
                post,
                "shared",
                0.8,
                link.begin,
                max(link.finish, post.end),
                link.verb,
                link.ended,
                link.coming,
            )


# Side by side


def _beside(context: Context, post: Post, previous: list[Link]) -> Iterator[Link]:
    before = _before(context, post)
    after = _after(context, post)
    taken = {link.person.start for link in previous if link.frame == "post-person"}
    if before and after and before[-1].start in taken:
        before = []
    if before and after:
        gap_after = context.text[post.end : after[0].start]
        if gap_after == " " or (
            "\n" in context.text[before[-1].end : post.start] and _names_first(context, post) is False
        ):
            before = []
    chosen, frame = (before, "person-post") if before else (after, "post-person")
    for person in chosen:
        begin, finish = min(person.start, post.start), max(person.end, post.end)
        gap = context.text[person.end : post.start] if before else context.text[post.end : person.start]
        if not _is_asserted(context, gap, person.end if before else post.end):
            continue
        if re.search(r"\b(?:was|had been)\b", gap):
            yield Link(person, post, frame, 0.9, begin, finish, ended=True)
        else:
            made = bool(before) and _is_made(context, person, gap)
            coming = made or "will" in gap or "to be" in gap
            yield Link(person, post, frame, 0.95, begin, finish, coming=coming)


def _is_asserted(context: Context, gap: str, start: int) -> bool:
    """Whether the verb between a name and a post, if there is one, tells a fact."""
    span = context.doc.char_span(start, start + len(gap), alignment_mode="contract")
    verbs = [token for token in span or () if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"}]
    return all(context.is_factual(verb) or is_announced(verb) for verb in verbs)


def _is_made(context: Context, person: Mention, gap: str) -> bool:
    """Whether a verb of appointing stands before the name: "named Ann Lee as its director"."""
    return bool(MADE_GAP.match(gap) and MADE.search(context.text[max(0, person.start - 70) : person.start]))


def _introduced(context: Context, post: Post) -> Iterator[Link]:
    """ "As director from 2013 to 2018, Ann Lee …", "Now chief executive of Hull, Lee …": the holder is the subject."""
    sentence = context.sentence(post.mention.start)
    if not INTRODUCING.match(context.text, sentence.start_char, post.mention.end):
        return
    after = DATED_COMMA.match(context.text, post.end)
    at = after.end() if after else -1
    person = next((each for each in context.people if each.start == at), None)
    if person:
        yield Link(person, post, "introduced", 0.85, post.start, person.end)


def _instead_of_name(context: Context, post: Post) -> Iterator[Link]:
    """ "The former head of fostering will start in May": a past post stands for the name of its holder."""
    sentence = context.sentence(post.mention.start)
    if post.mention.ended and re.fullmatch(r"\W*The ", context.text[sentence.start_char : post.mention.start]):
        verbs = [token for token in sentence if token.idx >= post.end and token.pos_ in {"VERB", "AUX"}]
        person = context.person_before(sentence.start_char, "she")
        if (
            person
            and verbs
            and context.paragraph(person.start) == context.paragraph(post.start)
            and verbs[0].idx < post.end + 8
        ):
            yield Link(person, post, "instead-of-name", 0.7, post.start, post.end)


def _fronted(context: Context, post: Post) -> Iterator[Link]:
    """ "Currently head of fostering in Hull, she will …": the post stands before the pronoun of its holder."""
    before = re.sub(r"(?:\b(?:the|a|an))? $", "", context.text[: post.start])
    if re.match(r", (?:she|he) ", context.text[post.end : post.end + 6]) and not re.search(
        r"\b(?:of|by|with|to)$", before
    ):
        person = context.person_before(post.start, context.text[post.end + 2 : post.end + 5].strip())
        if person:
            yield Link(person, post, "fronted", 0.8, post.start, post.end + 5)


def _before(context: Context, post: Post) -> list[Mention]:
    near = [each for each in context.people if post.start - 120 < each.end <= post.start]
    if not near:
        return []
    last = near[-1]
    gap = context.text[last.end : post.start]
    if _is_made(context, last, gap):
        return [last]
    if not PERSON_POST.match(gap) or _breaks_line(context, last.start, post.start, gap) or _is_other_clause(gap, post):
        return []
    found = [last]
    for each in reversed(near[:-1]):
        if not (post.mention.plural and AND_PERSON.match(context.text[each.end : found[0].start])):
            break
        found.insert(0, each)
    return found


def _after(context: Context, post: Post) -> list[Mention]:
    near = [each for each in context.people if post.end <= each.start < post.end + 400]
    if not near:
        return []
    gap = context.text[post.end : near[0].start]
    if not (
        POST_PERSON.match(gap)
        or (
            post.mention.plural
            and re.match(r"^ for (?:this|the) (?:visit|inspection) (?:were|was) $| were |: ", gap)
            and len(gap) < 45
        )
    ):
        return []
    line = context.paragraph(post.start)
    if "\n" in gap and context.people_in(line.start, post.start):
        return []
    if _breaks_line(context, post.start, near[0].start, gap) or _starts_own(context, gap, near[0]):
        return []
    found = [near[0]]
    for each in near[1:]:
        gap = context.text[found[-1].end : each.start]
        is_list = post.mention.plural or "/" in gap or ":" in context.text[post.end : near[0].start]
        if not (is_list and AND_PERSON.match(gap)) and not (post.mention.plural and WITH_REMARK.match(gap)):
            break
        found.append(each)
    return found


def _starts_own(context: Context, gap: str, person: Mention) -> bool:
    """After a comma the name must be an apposition, not the owner of something else."""
    if gap.strip() != ",":
        return False
    follows = context.text[person.end : person.end + 2]
    return bool(re.match(r"[’']s", follows))


def _is_other_clause(gap: str, post: Post) -> bool:
    """A mere space between a name and a post is no apposition ("told Smith director Jones")."""
    return gap.strip() == "" and "\n" not in gap and "  " not in gap


def _breaks_line(context: Context, start: int, other: int, gap: str) -> bool:
    """Over a line break only short lines of a list or address belong together, and no empty line between them."""
    if "\n" not in gap:
        return False
    if re.search(r"\n\s*\n", gap) or gap.count("\n") > 2:
        return True
    first, second = context.paragraph(min(start, other)), context.paragraph(max(start, other))
    return not (
        first.is_heading and second.end - second.start < 120 and context.text[first.start : first.end].count(" ") <= 12
    )


def _names_first(context: Context, post: Post) -> bool | None:
    """Whether the block of lines around a post opens with a name (then its post follows)."""
    block = context.text.rfind("\n\n", 0, post.start)
    opening = context.paragraph(max(block + 2, 0))
    people = context.people_in(opening.start, opening.end)
    return bool(people) and people[0].start == opening.start


# Joined by a verb


def _by_verb(context: Context, post: Post) -> Iterator[Link]:
    span = context.doc.char_span(post.mention.core, post.mention.end, alignment_mode="expand")
    if span is None:
        return
    for token, verb, role in _governors(span.root):
        people = [each for each in _holders(context, token, verb, role) if each]
        if people and (context.is_factual(verb) or is_announced(verb)):
            sentence = verb.sent
            for person in people:
                yield Link(
                    person,
                    post,
                    f"verb-{role}",
                    0.82,
                    sentence.start_char,
                    sentence.end_char,
                    verb,
                    ended=_is_ended(verb),
                    coming=is_future(verb),
                )
            return


def _is_ended(verb: Token) -> bool:
    return is_past(verb) and verb.lemma_ in {
        "be",
        "serve",
        "work",
        "act",
        "remain",
        "leave",
        "resign",
        "retire",
        "quit",
    }


def _governors(token: Token) -> Iterator[tuple[Token, Token, str]]:
    """The verbs above a post, each with the part that the post plays: what one is, becomes, is made, holds."""
    current = token
    for _ in range(7):
        head = current.head
        if head == current:
            return
        if head.pos_ in {"VERB", "AUX"}:
            part = _part(current, head)
            if part:
                yield current, head, part
            return
        if current.dep_ == "pobj" and head.lower_ in {"as", "to"} and head.head.pos_ in {"VERB", "AUX"}:
            yield current, head.head, "as"
            return
        if current.dep_ == "pobj" and head.lower_ in {"of", "as", "in"} and head.head.lemma_.lower() in JOB:
            current = head.head
            continue
        if (
            current.dep_ in {"conj", "appos", "compound", "pobj", "prep", "nmod", "poss"}
            or current.lemma_.lower() in JOB
        ):
            current = head
            continue
        return


def _part(current: Token, verb: Token) -> str | None:
    if current.dep_ in {"attr", "acomp"} and verb.lemma_ in {"be", "become", "remain", "stay"}:
        return "is"
    if current.dep_ == "nsubj" and current.i < verb.i:
        return None
    if verb.lemma_ in APPOINT and current.dep_ in {
        "oprd",
        "dobj",
        "attr",
        "ccomp",
        "xcomp",
        "nsubj",
        "pobj",
        "appos",
        "npadvmod",
    }:
        return "made"
    if verb.lemma_ in HOLD and current.dep_ == "dobj":
        return "holds"
    if current.dep_ == "prep" and current.lower_ == "as":
        return "as"
    return None


def _holders(context: Context, token: Token, verb: Token, part: str) -> list[Mention | None]:
    if verb.lemma_ in APPOINT:
        if is_passive(verb):
            return [person_at(context, subject(verb))]
        made = [person_at(context, each) for each in objects(verb) if each != token]
        return [each for each in made if each] or (
            [person_at(context, subject(verb))] if part == "as" and verb.lemma_ not in {"name", "appoint"} else []
        )
    if part == "as" and verb.lemma_ not in SERVE:
        return []
    return [person_at(context, subject(verb))]
