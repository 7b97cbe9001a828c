"""Names and posts side by side: in apposition, joined by a copula, on neighbouring lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extraction.context import Context
from ingest.extraction.factuality import is_announced
from ingest.extraction.link import Link
from ingest.extraction.posts import Post
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
    r"(?:is|was|has been|will (?:also |now |then |both )?be|had been|remains|became|becomes|is to be|will become|"
    r"to be|served as|serves as|works as|worked as|acted as|acts as|have been|were|are|as)"
)
PERSON_POST = re.compile(
    rf"^(?:[’']s)?{POSTNOMINAL}(?:,(?: aged)? \d\d(?=,))?"
    rf"(?:,|\s?[(]|\s?[-–—|]|:|;|\s{{2,}}|\s*\n[\s|]*| {COPULA}|,? who (?:{ADVERB} )?{COPULA}|, "
    rf"(?:having been|being)|, one of|[’']s (?:appointment|promotion|election|nomination) (?:as|to))?"
    rf"(?:(?<=was) (?:until|from|for) (?:the |last )?\w+(?: \d{{4}})?)?"
    rf"(?:\s{ADVERB},?)*(?:\s(?:the|a|an|its|our|their|her|his)(?: two| three| four)?)?(?: "
    rf"at)?\s*(?:(?:Role|Post|Position|Title|Job title):\s*)?$"
)
POST_PERSON = re.compile(
    rf"^(?: {COPULA}, (?:since|from|as of) [\w ]{{3,25}},"
    rf"| (?:since|from|until) [\w ]{{3,20}} (?:is|was|has been)| (?:appointed|named|sent|put "
    rf"in|brought in|chosen|installed|nominated|seconded) [^.;:\n,]{{3,60}},|,|:|;| {COPULA}|"
    rf"\s?[-–—]|\s?[(]|\s{{2,}}|\s*\n[\s|]*)?(?:\s{ADVERB})*\s*(?:by )?$"
)
AND_PERSON = re.compile(rf"^{POSTNOMINAL}(?:,|,? and|,? &|\s?/|;)\s*$")
WITH_REMARK = re.compile(r"^ \([^)]*\)(?:,| and|, and)\s*$|^, (?:Her|His) Majesty[’']s Inspectors?,? and $")
MADE = re.compile(
    r"\b(?:appoint(?:s|ed|ing)?|nam(?:es|ed|ing)|ma(?:kes|de|king)|promot(?:es|ed|ing)|hir(?:es|"
    r"ed|ing)|recruit(?:s|ed|ing)|elect(?:s|ed|ing)|"
    r"confirm(?:s|ed|ing)?|ch(?:ose|osen|oosing)|pick(?:s|ed)|select(?:s|ed)|install(?:s|ed)|"
    r"bring(?:s|ing)? in|brought in|unveil(?:s|ed)|sen(?:ds?|t|ding)(?: in)?)\s+$"
)
MADE_GAP = re.compile(r"^(?: as| to(?: be| become)?)?(?: (?:its|the|their|our|a|an))?(?: \w+)? $")


def beside(context: Context, post: Post, previous: list[Link]) -> Iterator[Link]:
    """The holder whose name stands directly before or after a post; `previous` are the links of the post before."""
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
