"""What a cell of a table, a value of a form or an item of a list says: who, which post, whose, from when to when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.dates import date_mentions
from ingest.extraction.canonical import canonical
from ingest.extraction.cells import Cell
from ingest.extraction.context import Context
from ingest.extraction.drafts import Draft
from ingest.extraction.forms import PERSON
from ingest.extraction.periods import split
from ingest.extraction.posts import Post
from ingest.names import NO_NAME, TITLE, Mention

CHILDREN = r"child|famil|young|\byouth\b"
DCS = "director of children's services"
NOBODY = re.compile(
    r"\b(?:vacan\w+|t\.?b\.?[ac]|n/a|none|nobody|unfilled|to be (?:appointed|confirmed|recruited|filled|advised|"
    r"announced|decided)|not (?:yet )?(?:appointed|filled|known)|recruit\w*|advert\w*|frozen|"
    r"deleted|abolished|agency cover)\b",
    re.IGNORECASE,
)
STAND_IN = re.compile(r"\b(?:interim|acting|temporary|temporarily|covering|caretaker|acting up)\b", re.IGNORECASE)
LEFT = re.compile(  # before the date of a going; "To Leeds as deputy director, " tells of one, too
    r"\b(?:left|retired|resigned|ceased|ended|stood down|stepped down|until|till|to|died) (?:(?:on|in|at|by) )?"
    r"(?:the )?(?:end of )?$|[-–—] ?$|^\W*to (?-i:[A-Z])[^.;]*$",
    re.IGNORECASE,
)
ONGOING = re.compile(
    r"\b(?:present|to date|current\w*|now|ongoing|still|incumbent|today)\b|[-–—]\s*\)?$", re.IGNORECASE
)
CLAUSE = re.compile(r"\b(?:is|was|were|are|has|had|have|will|would|said|says|told|who|which|that)\b")
REMARK = re.compile(
    r"(?:[(,;:]| {2,}) *(?:(?:interim|acting|temporary|in post|re-?)[,;]? *)*(?=(?:appointed|elected|joined|started|"
    r"since|from|until|till|to|resigned|retired|left|ceased|stood down|stepped down)\b|"
    r"(?:\d{1,2} )?(?:[a-z]{3,9} )?(?:19|20)\d\d ?(?:[-–—]|to\b))",
    re.IGNORECASE,
)
AND_NAME = re.compile(r"\s*(?:\([^()]*\))?\s*(?:,? and|,? &|;|,|/)\s+")
BODY_WORD = re.compile(
    r"\b(?:CCG|ICB|NHS|Police|Constabulary|Council|Trust|Board|Hospitals?|Schools?|Academy|University|College|Ofsted|"
    r"Department|DfE|Primary|Partnership|Service|Diocese|Borough|Probation|CQC|Agency|Association|Union|Ltd|plc)\b"
)
JOINT = re.compile(r"\s*(?:,? and(?: also)?(?: the)?|,? &|,|/|;)\s*")
NO_PERSON = re.compile(
    r"\b(?:Key|Events?|Portfolio|Holder|Item|Agenda|Minutes|Section|Table|Annex|Appendix|Page|Part|Chapter|Line|Purpose|"
    r"Summary|Background|Contents|Foreword|Introduction|Recommendations?|Decisions?|Actions?|Apologies|Welcome|Notes?|"
    r"Next|Steps|Useful|Links|Career|History|Employment|Curriculum|Vitae|Structure|Chart|Who|Present|Attendance|"
    r"Attendees|Members|Officers|Directors|Corporate|Management|Leadership|Senior|Structure|Also|Yes|No|Good|Outstanding|"
    r"Inadequate|Requires|Overall|Last|First|Full|Total|Not|Contact|Details|Public|Private|Business|Finance|Resources|"
    r"Housing|Planning|Environment|Place|Communities|Regeneration|Economy|Growth|Culture|Leisure|Transport|Highways|"
    r"Adoption|Fostering|Safeguarding|Inclusion|Virtual|Vacant|Vacancy|Post|Job|Role|Title|Grade|Start|End|Date|Day|Time|"
    r"Annual|Monthly|Weekly|Daily|Statutory|Direction|Notice|Letter|Independent|Joint|Partners|Sent|Kind|Best|Regards|"
    r"Yours|Faithfully|Sincerely|Regulations|Guidance|Inspectors|Case|Lead|Research|Policy|Media|Press|Enquiries|Profile|Weekend|Interview|"
    r"Question|Answer|Update|Bulletin|Newsletter|Issue|Edition|Volume|Appointments?|Moves|People|Timeline)\b"
)
NOT_A_POST = re.compile(r"\d{3}|@|https?:|\b(?:is|was|were|has|had|will|see|contact|email|tel)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Seat:
    """A post that a cell names and whose it is; `is_told` says that the cell, its column or its heading tells that."""

    role: str
    orgs: tuple[str, ...]
    at: int
    interim: bool = False
    ended: bool = False
    coming: bool = False
    written: str = ""
    is_told: bool = False

    def of(self, orgs: Sequence[str]) -> Seat:
        """The same post as one of these bodies, where any is told."""
        return replace(self, orgs=tuple(orgs), is_told=True) if orgs else self


@dataclass(frozen=True, slots=True)
class Span:
    """When somebody held a post, as far as told; `closed` where the words say that it is over."""

    start: str | None = None
    end: str | None = None


def holders(context: Context, cell: Cell) -> list[Mention]:
    """The people whom a cell consists of, apart from remarks; empty where it names something else or says vacant."""
    found: list[Mention] = []
    at, words = 0, cell.words
    if NOBODY.match(words) or re.match(r"(?:the |a |an |former )", words):
        return []
    while match := PERSON.match(words, at):
        person = _holder(context, cell, match)
        if person is None:
            break
        found.append(person)
        gap = AND_NAME.match(words, match.end("name"))
        if gap is None:
            break
        at = gap.end()
    return found


def _holder(context: Context, cell: Cell, match: re.Match[str]) -> Mention | None:
    name = match["name"]
    start, end = cell.start + match.start(), cell.start + match.end("name")
    inside = end <= cell.end
    known = [
        each for each in context.people_in(start, cell.end) if each.start <= start + len(match.group()) - len(name)
    ]
    if inside and known and abs(known[0].end - end) <= 12:
        return known[0]
    titled = bool(re.match(TITLE, match.group()))
    bare = re.sub(r"^(?:Det|Supt|Insp|Ch|Sgt|DCI|DI|PC|Revd)\.? (?:(?:Supt|Insp|Con)\.? )?", "", name)
    rest = cell.words[match.end("name") :]
    if (
        NO_NAME.search(bare)
        or NO_PERSON.search(bare)
        or (" " not in bare and not titled)
        or not re.match(r"\s*(?:[,;(/&:.–—-]|and\b|since\b|from\b|$)", rest)
    ):
        return None
    if any(each.start < end and start < each.end for each in context.orgs):
        return None
    full = next((each for each in context.people if each.name.split()[-1] == bare), None) if titled else None
    return Mention(start, end, bare, full.name if full else bare, "person", (full.key if full else bare.lower()))


def remarks(cell: Cell, people: Sequence[Mention]) -> str:
    """What a cell says behind its names."""
    if not people:
        return cell.words
    place = cell.words.rfind(people[-1].text) if people[-1].text in cell.words else 0
    return cell.words[place + len(people[-1].text) :]


def asides(cell: Cell, people: Sequence[Mention]) -> list[str]:
    """What a cell says behind each of its names; the last remark is of all where no other has one."""
    places: list[tuple[int, int]] = []
    for person in people:
        at = max(0, cell.words.find(person.text, places[-1][1] if places else 0))
        places.append((at, at + len(person.text)))
    edges = [*places, (len(cell.words), 0)]
    told = [cell.words[one[1] : other[0]] for one, other in pairwise(edges)]
    return told if any(re.search(r"[(\d]", each) for each in told[:-1]) else told[-1:] * len(people)


def seats(context: Context, posts: Sequence[Post], cell: Cell, is_post: bool = False) -> list[Seat]:
    """The posts that a cell names; with `is_post` its words are one whatever they are."""
    inside = [each for each in posts if cell.start <= each.mention.start < max(cell.end, cell.start + len(cell.words))]
    inside = [each for each in inside if each.start < cell.end]
    if not inside or inside[0].mention.start - cell.start > 40:
        return _unknown(context, cell) if is_post else []
    found = [_seat(context, cell, inside[0])]
    for before, post in pairwise(inside):
        if not JOINT.fullmatch(context.text[before.mention.end : post.mention.start]):
            break
        found.append(_seat(context, cell, post))
    last = found[-1]
    bodies = last.orgs if last.is_told and inside[len(found) - 1].end <= cell.start + len(cell.words) else ()
    return [each if each.is_told or not bodies else replace(each, orgs=bodies, is_told=True) for each in found]


def _seat(context: Context, cell: Cell, post: Post) -> Seat:
    mention, role = post.mention, post.role
    rest = cell.words[max(0, mention.end - cell.start) :]
    if re.search(r"\bDCS\b", rest) and "deputy" not in role and "assistant" not in role:
        role = DCS
    elif role == "cabinet member" and re.search(CHILDREN, rest, re.IGNORECASE):
        role = portfolio(rest)
    elif role == mention.text.lower() or role == re.sub(r"^(?:interim|acting) ", "", mention.text.lower()):
        topic = re.match(r"(?:,| -| –|:)? (?!at\b|for the\b)([A-Z][\w’'&,/ -]+?)(?=$|\s*[(;]|, (?=[^,]*$))", rest)
        if topic and not BODY_WORD.search(topic.group(1)) and not _is_body(context, cell, mention.end, topic.end()):
            role = canonical(mention.text + topic.group(), mention.family)
    orgs, is_told = (post.orgs, True) if post.is_explicit else _body_behind(context, cell, post)
    return Seat(role, orgs, mention.start, mention.interim, mention.ended, mention.coming, mention.text, is_told)


def _is_body(context: Context, cell: Cell, start: int, length: int) -> bool:
    return bool(context.orgs_in(start, start + length + 1))


def _body_behind(context: Context, cell: Cell, post: Post) -> tuple[tuple[str, ...], bool]:
    """The body behind a post in its cell: "Chief Nurse, Melford Hospital"; else what the post is given elsewhere."""
    named = [
        each
        for each in context.orgs_in(post.mention.end, cell.end)
        if "," in context.text[post.mention.end : each.start]
    ]
    if named:
        return (named[-1].name,), True
    last = re.search(r"(?:, | at |\()([^,()]*)\)?$", cell.words[max(0, post.mention.end - cell.start) :])
    if last and BODY_WORD.search(last.group(1)):
        return (last.group(1).strip(),), True
    return post.orgs, False


def _unknown(context: Context, cell: Cell) -> list[Seat]:
    """A title that is no known kind of post."""
    words, _, body = cell.words.partition(", ")
    has_body = bool(body) and bool(BODY_WORD.search(body))
    title = words if has_body else cell.words
    if not 3 < len(title) < 60 or NOT_A_POST.search(title) or NOBODY.search(title) or BODY_WORD.search(title):
        return []
    if context.orgs_in(cell.start, cell.end) and not has_body:
        return []
    if holders(context, cell):
        return []
    title = re.sub(r"\s*\([^)]*\)", "", title).strip(" .:")
    found = canonical(title, "any")
    return [Seat(found, (body,) if has_body else (), cell.start, written=title, is_told=has_body)] if found else []


def portfolio(words: str) -> str:
    """The role of the cabinet member with a portfolio."""
    topic = re.sub(r"\s*\([^)]*\)", "", words).strip(" .:").lower()
    return "cabinet member for children" if re.search(CHILDREN, topic) else f"cabinet member for {topic}"


def span(context: Context, words: str, side: str = "") -> Span:
    """The time that words tell, of which `side` is known where a column says so ("start", "end")."""
    start = end = None
    for date in date_mentions(words, context.document.published):
        if date.relation == "before" and side != "end":
            continue
        first, last = split(date)
        before = words[: date.start]
        if side == "end" or date.relation == "until" or LEFT.search(before):
            end = end or last
        elif first != last:
            start, end = start or first, end or last
        else:
            start = start or first
    if start and not end and side == "" and re.search(r"\b(?:left|retired|resigned)\b", words, re.IGNORECASE):
        start, end = None, start
    return Span(start, None if ONGOING.search(words) and end == start else end)


def remarked(context: Context, words: str) -> Span:
    """The time that a remark behind a post tells: "Director of Finance (appointed May 2019, resigned June 2020)"."""
    remark = REMARK.search(words)
    if remark is None or CLAUSE.search(words, 0, remark.start()):
        return Span()
    return span(context, re.split(r"\. +(?=[A-Z])", words[remark.end() :])[0].rstrip(") ."))


def listing(posts: Sequence[Post]) -> Post:
    """Which of a heading's posts its list is of: the last, but not that of inspectors, to whom a list is given."""
    return next((each for each in reversed(posts) if each.role != "inspector"), posts[-1])


def bodies(context: Context, cell: Cell) -> tuple[str, ...]:
    """The bodies that a cell names, at least by its words."""
    found = context.orgs_in(cell.start, cell.end)
    if found:
        return tuple(dict.fromkeys(each.name for each in found))
    is_name = re.fullmatch(r"[A-Z][\w’'&-]*(?: (?:of|and|the|with|upon|[A-Z&][\w’'-]*))*", cell.words)
    return (cell.words,) if is_name and len(cell.words) > 2 else ()


def drafted(
    person: Mention, seat: Seat, reach: tuple[int, int], when: Span, note: str = "", confidence: float = 0.85
) -> Iterator[Draft]:
    """The tenures of one person in one seat, one for each body; `note` is what stands behind the name."""
    brief = re.match(r"\s*\(([A-Z][^()]*)\)", note)
    if seat.role == "cabinet member" and brief:
        seat = replace(seat, role=portfolio(brief.group(1)))
    ended = seat.ended or bool(when.end) or bool(re.match(r"\W*(?:former|previous|until)\b", note, re.IGNORECASE))
    for org in seat.orgs or (None,):
        is_of_trust = seat.role == "chief executive" and org and "Trust" in org and "NHS" not in org
        yield Draft(
            person=person,
            role="chief executive of trust" if is_of_trust else seat.role,
            org=org,
            begin=min(reach[0], person.start),
            finish=max(reach[1], person.end),
            confidence=confidence,
            interim=seat.interim or bool(STAND_IN.search(note)),
            status="ended" if ended else "appointed" if seat.coming else "held",
            start=when.start,
            end=when.end,
            role_as_written=seat.written or None,
            at=seat.at,
            is_owned=seat.is_told,
        )
