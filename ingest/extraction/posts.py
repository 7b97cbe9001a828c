"""Posts in a text with whose they are: "Kent's chief executive", "leader of the council", "DCS at Leeds"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.extraction.context import Context
from ingest.extraction.lexicon import RoleMention, roles
from ingest.extraction.titles import titled
from ingest.names import Mention

MINISTRY = "Department for Education"
DEFINITE = (
    r"(?:the |this |that |our |its |their |your |my |her |his )?(?:(?:city|county|borough|same|local|"
    r"south London|new|unitary|then) )*"
)
CONTEXT_ORG = (
    rf"{DEFINITE}(?:council|authority|trust|company|city|borough|county|town|department|board|charity|"
    rf"corporation|force)"
)
RIGHT = r"^,? ?(?:\((?:DCS|DfE|shared|joint|interim|acting)\)\s*)?(?:at|of|for|in|with|to|on) (?:the )?"
RIGHT_NAME = re.compile(RIGHT, re.IGNORECASE)
RIGHT_ORG = re.compile(rf"{RIGHT}(?:{CONTEXT_ORG}\b)?", re.IGNORECASE)
LEFT_CONTEXT = re.compile(
    rf"\b(?:{CONTEXT_ORG})(?:[’']s|s[’'])? (?:own )?$|\b(?:its|their|our|your) (?:own )?$", re.IGNORECASE
)
ARTICLE = re.compile(r"\b(?:the|a|an|our|its|also|as|both) $", re.IGNORECASE)
OWNED = re.compile(
    r"(?:[’']s?|)\s(?:(?:own|city|county|borough|joint|then|now|statutory|current|two|latest) )*$", re.IGNORECASE
)
QUALIFIED = re.compile(
    r"\b(?:the |a |an )?(?:former|ex-|then|previous|interim|acting|current|new|outgoing|incoming|late)\s?$",
    re.IGNORECASE,
)
GOVERNMENT = frozenset(
    {"department for education", "ofsted", "care quality commission", "local government association"}
)


FORCE = re.compile(r"\b(?:Police|Constabulary)\b")
CHAIRS = frozenset({"chair", "deputy chair", "vice-chair", "co-chair"})
OF_COUNCILS = frozenset(
    (
        "commissioner",
        "adviser",
        "leader of the council",
        "cabinet member for children",
        "mayor",
        "deputy leader",
        "director of children's services",
    )
)


@dataclass(frozen=True, slots=True)
class Post:
    """A post at a place: the words from `start` to `end` name the post and its organisations."""

    start: int
    end: int
    mention: RoleMention
    role: str
    orgs: tuple[str, ...]
    is_explicit: bool


SHADOW = re.compile(r"(?:[\w’']+ )?shadow ", re.IGNORECASE)
POLITICAL = re.compile(r"minister\b|^education secretary|^cabinet member")  # whose shadows are the opposition's


def posts(context: Context) -> tuple[Post, ...]:
    """Every post that the text names, in order."""
    return tuple(_posts(context))


def _posts(context: Context) -> Iterator[Post]:
    names = [(each.start, each.end) for each in context.people]
    bodies = [each for each in context.orgs if each.kind != "council"]
    for mention in titled(context, roles(context.text)):
        if any(start < mention.start and mention.end <= end for start, end in names):
            continue
        inside = [each for each in bodies if each.start < mention.start and mention.end <= each.end]
        if inside or (SHADOW.match(mention.text) and POLITICAL.search(mention.role)):
            continue
        yield _post(context, mention)


def _post(context: Context, mention: RoleMention) -> Post:
    left, start = _left(context, mention.start)
    before = QUALIFIED.search(context.text[max(0, start - 30) : start]) if left else None
    if before:
        start -= len(before.group())
        ended = bool(re.search(r"former|ex-|then|previous", before.group(), re.IGNORECASE))
        interim = bool(re.search(r"interim|acting", before.group(), re.IGNORECASE))
        mention = replace(mention, ended=mention.ended or ended, interim=mention.interim or interim)
    right, end = _right(context, mention.end)
    found = (
        right or left or [each for each in context.orgs_in(mention.start, mention.end) if each.kind != "organisation"]
    )
    orgs, role = _owners(context, mention, found, start, end)
    return Post(start, end, mention, role, orgs, bool(found))


def _left(context: Context, start: int) -> tuple[list[Mention], int]:
    """The owner before a post, and where the phrase begins."""
    text = context.text
    article = ARTICLE.search(text[max(0, start - 8) : start])
    if article:
        return [], start - len(article.group())
    for org in reversed([each for each in context.orgs if start - 70 < each.end <= start]):
        gap = text[org.end : start]
        if OWNED.fullmatch(gap) and "\n" not in gap and not (org.kind == "council" and gap.strip() == "" and False):
            begin = org.start - (4 if text[max(0, org.start - 4) : org.start].lower() == "the " else 0)
            return [org], begin
    its = re.search(r"\b(?:its|their) (?:own )?$", text[max(0, start - 12) : start], re.IGNORECASE)
    near = [each for each in context.orgs_in(context.paragraph(start).start, start) if each.key not in GOVERNMENT]
    if its and near and near[-1].start >= context.sentence(start).start_char:
        return [near[-1]], start - len(its.group())
    words = LEFT_CONTEXT.search(text[max(0, start - 50) : start])
    if words:
        begin = start - len(words.group())
        found = context.org_at(begin, words.group())
        return ([found] if found else []), begin
    return [], start


def _right(context: Context, end: int) -> tuple[list[Mention], int]:
    """The owners after a post, and where the phrase ends."""
    text = context.text
    bracket = re.match(r" ?\((?:DCS|statutory DCS|the statutory DCS|HMIs?|shared post[^)]*)\)", text[end:])
    if bracket and "shared" not in bracket.group():
        end += len(bracket.group())
    named, match = RIGHT_NAME.match(text[end : end + 60]), RIGHT_ORG.match(text[end : end + 60])
    at = end + len(match.group()) if match else end
    starts = {end + len(named.group()) if named else end, at}
    following = [each for each in context.orgs if each.start in starts]
    if following:
        return _coordinated(context, following[0])
    if match and re.search(rf"{CONTEXT_ORG}$", match.group(), re.IGNORECASE):
        found = context.org_at(end, match.group())
        return ([found] if found else []), at
    close = re.match(r"(?:, the |,? | \| |\n[ \t]*| - | – )", text[end : end + 30])
    beside = [each for each in context.orgs if close and each.start == end + len(close.group())]
    if beside and _is_employer_line(text, beside[0], close.group() if close else ""):
        return _coordinated(context, beside[0])
    return [], end


def _is_employer_line(text: str, org: Mention, gap: str) -> bool:
    """Whether a body directly after a post ends its line or clause: "Chief Executive, Hull City Council"."""
    follows = text[org.end : org.end + 2]
    named = org.kind != "council" or bool(re.search(r"council|borough|city of", org.text, re.IGNORECASE))
    if "," in gap or "\n" in gap or "|" in gap or "-" in gap or "–" in gap:
        return named and not re.match(r"[’']s? ?\w|’s", follows)
    return named and bool(re.match(r"[,.;)\n]|$", follows)) and gap == " "


def _coordinated(context: Context, first: Mention) -> tuple[list[Mention], int]:
    found = [first]
    while True:
        joint = re.match(
            r"(?: council)?(?:,| and| &|, and) (?:the )?", context.text[found[-1].end : found[-1].end + 20]
        )
        following = [each for each in context.orgs if joint and each.start == found[-1].end + len(joint.group())]
        if not following or _starts_clause(context, following[0]):
            break
        found.append(following[0])
    plural = re.match(r" (?:councils|boroughs|authorities)\b", context.text[found[-1].end : found[-1].end + 12])
    return found, found[-1].end + (len(plural.group()) if plural else 0)


def _starts_clause(context: Context, org: Mention) -> bool:
    return bool(re.match(r"[’']s?\b|,? (?:is|was|has|said|will|had)\b", context.text[org.end : org.end + 8]))


def _owners(
    context: Context, mention: RoleMention, found: list[Mention], start: int, end: int
) -> tuple[tuple[str, ...], str]:
    """The organisations of a post and its role with them, by the kind of the post."""
    family, role = mention.family, mention.role
    bodies = [
        each for each in found if each.key not in GOVERNMENT or (family in {"director", "any"} and end > mention.end)
    ]
    forces = [each for each in found if FORCE.search(each.name)]
    if role == "commissioner" and forces:
        return _names(forces), "police commissioner"
    if family in {"ministry", "inspectorate", "police"}:
        return _of_state(context, mention, found), role
    if re.fullmatch(r"(?:(?:executive|strategic|corporate|statutory) )*director", role):
        is_any = context.text[start : mention.core].lower().strip() in {"a", "as a"}
        role = role if is_any else _bare_director(context, role)
    if role in OF_COUNCILS:
        councils = [each for each in bodies if each.kind == "council"] or _focus(context, start)
        return _names(councils), role
    if family == "board" or role in CHAIRS:
        return _of_board(context, role, bodies, start)
    employers = bodies or _employer(context, role, start)
    trusts = [each for each in employers if each.kind == "trust"]
    if role == "chief executive" and trusts:
        return _names(trusts), "chief executive of trust"
    return _names(employers), role


def _of_state(context: Context, mention: RoleMention, found: list[Mention]) -> tuple[str, ...]:
    """Ministers are at the ministry, inspectors at their inspectorate, officers at their force."""
    if mention.family == "ministry":
        return (MINISTRY,)
    if mention.family == "inspectorate":
        return (_inspectorate(context, mention, found),)
    near = [each for each in context.orgs if "Police" in each.name or "Constabulary" in each.name]
    return _names(found or near[:1])


def _bare_director(context: Context, role: str) -> str:
    """ "The director" is of children's services; "the executive director" where one has that longer title."""
    if role in {"director", "statutory director"} and not context.focus.is_of_trust:
        return "director of children's services"
    if context.focus.is_of_trust and role == "director":
        return role
    longer = re.search(rf"\b{role}(?: of|,| for) (?:the )?(?:children|people)", context.text, re.IGNORECASE)
    return "director of children's services" if longer else role


def _names(orgs: list[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.name for each in orgs))


def _focus(context: Context, offset: int) -> list[Mention]:
    found = context.org_at(offset, "the council")
    return [found] if found else []


def _employer(context: Context, role: str, offset: int) -> list[Mention]:
    """Who employs the holder of a post that names no body: the body its sentence or paragraph speaks of."""
    paragraph = context.paragraph(offset)
    near = [each for each in context.orgs_in(paragraph.start, offset) if not context.focus.is_aside(each)]
    if near and near[-1].kind == "trust":
        return [near[-1]]
    if context.focus.is_of_trust and context.focus.trust:
        return [context.focus.trust]
    return _focus(context, offset) or [each for each in (context.focus.trust,) if each]


def _of_board(context: Context, role: str, bodies: list[Mention], offset: int) -> tuple[tuple[str, ...], str]:
    trusts = [each for each in bodies if each.kind == "trust"]
    councils = [each for each in bodies if each.kind == "council"]
    if role == "chair of trust" or (role in CHAIRS and trusts):
        found = trusts or [each for each in (context.org_at(offset, "the trust"),) if each]
        return _names(found), role if role.endswith("of trust") else f"{role} of trust"
    if role == "chair of trustees":
        return _names(bodies or _employer(context, role, offset)), role
    if role == "chair" and not bodies:
        return _of_unnamed_board(context, offset)
    if role == "chair" and not councils:
        name = bodies[-1].name
        of_safeguarding = "chair of the safeguarding children board" if "Safeguarding" in name else role
        return (name,), "chair of the improvement board" if "Improvement Board" in name else of_safeguarding
    return _names(bodies or _focus(context, offset)), role


def _of_unnamed_board(context: Context, offset: int) -> tuple[tuple[str, ...], str]:
    """A chair without a board's name: of the board that the paragraph or the title speaks of, else of the trust."""
    paragraph = context.paragraph(offset)
    words = (context.text[paragraph.start : paragraph.end] + context.document.title).lower()
    boards = {
        "improvement board": "chair of the improvement board",
        "safeguarding": "chair of the safeguarding children board",
    }
    for board, role in boards.items():
        if board in words:
            return _names(_focus(context, offset)), role
    near = [each for each in context.orgs_in(paragraph.start, offset) if each.kind == "trust"]
    trusts = near[-1:] or [each for each in (context.focus.trust,) if each]
    return (_names(trusts), "chair of trust") if trusts else (_names(_focus(context, offset)), "chair")


def _inspectorate(context: Context, mention: RoleMention, found: list[Mention]) -> str:
    words = mention.text.lower() + context.text[mention.end : mention.end + 12].lower()
    if "cqc" in words or any(each.name == "Care Quality Commission" for each in found):
        return "Care Quality Commission"
    if "hmicfrs" in words or "constabulary" in words:
        return "HMICFRS"
    if "probation" in words or "hmip" in words:
        return "HMI Probation"
    police = [each for each in found if "Police" in each.name]
    return police[0].name if police else "Ofsted"
