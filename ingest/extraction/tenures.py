"""Tenures: who holds, held or will hold which post. Links give the pairs, periods their dates, events the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.model import TenureStatus
from ingest.extraction.beneath import since_beneath
from ingest.extraction.context import Context
from ingest.extraction.deciding.owners import Owners
from ingest.extraction.deciding.times import timed as with_times
from ingest.extraction.deciding.weighing import added, paired, weighed
from ingest.extraction.drafts import Draft
from ingest.extraction.employers import employer
from ingest.extraction.events import happenings
from ingest.extraction.joined import is_stated
from ingest.extraction.laidout import consistent, merged
from ingest.extraction.links import APPOINT, Link, links
from ingest.extraction.lists import listed
from ingest.extraction.periods import Period, beside, split, timed
from ingest.extraction.politicians import likely
from ingest.extraction.posts import Post, posts
from ingest.extraction.roleverbs import told_by_verbs
from ingest.extraction.seats import CABINET_CHILDREN
from ingest.extraction.settled import settled
from ingest.extraction.timelines import dated
from ingest.names import Mention
from ingest.trained import Offer

INTERIM = re.compile(
    r"\b(?:on an? (?:interim|acting|temporary) basis|temporarily|acting up|acts? up|act as "
    r"interim|as (?:an )?interim)\b|\((?:acting|interim)\)",
    re.IGNORECASE,
)
CABINET = "cabinet member"
STARTING = frozenset("become start join begin take return arrive".split())
LEAVING = frozenset("leave resign retire quit finish".split())
PORTFOLIO = re.compile(r"\s*\([^)]*(?:child|famil|young)[^)]*\)", re.IGNORECASE)


def offers(context: Context) -> Iterator[Offer]:
    """Every tenure that the document states."""
    for draft in drafts(context):
        statement = draft.statement(context.document.published)
        claim = context.claim(statement, draft.begin, draft.finish, draft.confidence)
        yield claim, {"paired": draft.paired, "owned": draft.owned, "ahead": draft.ahead}


def drafts(context: Context) -> tuple[Draft, ...]:
    """Tenures as the document's places tell them, those told alike at one place once."""
    found = posts(context)
    told = with_times(context, found, untimed(context, found))
    holders = {(each.person.key, each.org) for each in told if each.role == CABINET_CHILDREN}
    kept = [each for each in told if not (each.role == CABINET and (each.person.key, each.org) in holders)]
    return tuple(dict.fromkeys(settled(kept, context.document.published)))


def untimed(context: Context, posts: tuple[Post, ...]) -> list[Draft]:
    """Tenures with the dates that frames give them."""
    told = Owners(context, posts, unowned(context, posts, framed(context, posts))).settle()
    told = since_beneath(context, dated(context, told))
    return told + dated(context, likely(context, happenings(context, told)))


def unowned(context: Context, posts: tuple[Post, ...], told: list[Draft]) -> list[Draft]:
    """Tenures with the bodies that frames give them: those that frames told, and those that a model adds."""
    candidates = weighed(context, posts, told)
    links = [link for link in added(context, candidates, told) if is_stated(context, link)]
    more = likely(context, (draft for link in links for draft in _drafts(context, link)))
    return paired(candidates, told + consistent(context, posts, more, told))


def framed(context: Context, posts: tuple[Post, ...]) -> list[Draft]:
    """Tenures that frames find: appositions, verbs, lists and tables."""
    told = [draft for link in links(context, posts) for draft in _drafts(context, link)]
    rows = list(listed(context, posts))
    told = merged(consistent(context, posts, told, rows), rows)
    return likely(context, told + list(told_by_verbs(context, posts, told)))


def _drafts(context: Context, link: Link) -> Iterator[Draft]:
    post, mention = link.post, link.post.mention
    role = _role(context, link, owner := employer(context, link))
    period = _period(context, link)
    interim = mention.interim or _is_interim(context, link)
    for org in (owner.name,) if owner else post.orgs or (None,):
        yield Draft(
            person=link.person,
            role=role,
            org=org,
            begin=link.begin,
            finish=max(link.finish, period.finish),
            confidence=link.confidence if post.is_explicit or post.role == "inspector" else link.confidence - 0.1,
            interim=interim,
            status=_status(link, period),
            start=period.start,
            end=period.end,
            role_as_written=mention.text,
            at=mention.start,
        )


def _is_interim(context: Context, link: Link) -> bool:
    """Whether the words around the post, in its own clause, say that it is held for a time only."""
    post, end = link.post, max(link.post.end, link.finish if link.verb is None else 0)
    after = re.split(r"[,;.\n]", context.text[end : end + 60])[0]
    before = re.split(r"[,;.\n]", context.text[max(link.begin, post.start - 60) : post.start])[-1] if link.verb else ""
    return bool(INTERIM.search(before + " " + context.text[post.start : end] + " " + after))


def _role(context: Context, link: Link, owner: Mention | None) -> str:
    """The post's role, as the employer and a portfolio in brackets make it."""
    role = link.post.role
    if role == "chief executive" and owner and owner.kind == "trust":
        return "chief executive of trust"
    if role == CABINET and PORTFOLIO.match(context.text, max(link.finish, link.post.end)):
        return CABINET_CHILDREN
    return role


def _directly_after(context: Context, place: int, limit: int) -> str | None:
    """The date right behind a post that somebody came to: "became leader of the council in 2018"."""
    for date in context.dates_in(place, limit)[:1]:
        if re.fullmatch(
            r"[\s,]*(?:(?:in|on|from|the|at|last|this|start|of|beginning) ?)*"
            r"[\s,]*(?:(?:in|on|from|the|at|last|this|start|of|beginning) ?)*",
            context.text[place : date.start],
        ):
            return split(date)[0]
    return None


def _status(link: Link, period: Period) -> TenureStatus:
    if link.post.mention.ended or link.ended:
        return "ended"
    if link.post.mention.coming or link.coming or (link.verb is not None and link.verb.lemma_ in APPOINT):
        return "appointed"
    return "held"


def _period(context: Context, link: Link) -> Period:
    limit = context.sentence(link.post.start).end_char
    behind_post = link.verb is not None or link.frame == "introduced"
    near = beside(context, link.post.end if behind_post else max(link.post.end, link.finish), limit)
    if link.verb is None or (near.start and near.end):
        return near
    lemma = link.verb.lemma_
    kind = "start" if lemma in APPOINT | STARTING else "end" if lemma in LEAVING else "held"
    clause = timed(context, link.verb, kind)
    if kind == "start" and clause.start is None and near.start is None:
        clause = replace(clause, start=_directly_after(context, max(link.post.end, near.finish), limit))
    return Period(clause.start or near.start, clause.end or near.end, max(clause.finish, near.finish))
