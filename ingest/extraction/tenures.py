"""Tenures: who holds, held or will hold which post. Links give the pairs, periods their dates, events the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.model import Claim, TenureStatus
from ingest.extraction.context import Context
from ingest.extraction.drafts import Draft
from ingest.extraction.events import happenings
from ingest.extraction.links import APPOINT, Link, links
from ingest.extraction.periods import Period, beside, of_clause, split
from ingest.extraction.posts import Post, posts

INTERIM = re.compile(r"\b(?:on an? (?:interim|acting|temporary) basis|temporarily|acting up|acts? up|act as interim|as (?:an )?interim)\b|\((?:acting|interim)\)", re.IGNORECASE)
LONGEST_QUOTE = 400


def claims(context: Context) -> Iterable[Claim]:
    """Every tenure that the document states."""
    for draft in drafts(context):
        yield context.claim(draft.statement(context.document.published), draft.begin, draft.finish, draft.confidence)


def drafts(context: Context) -> tuple[Draft, ...]:
    """Tenures as the document's places tell them, those told alike at one place once."""
    told = [draft for link in links(context, posts(context)) for draft in _drafts(context, link)]
    told += list(happenings(context, told))
    return tuple(dict.fromkeys(told))


def _drafts(context: Context, link: Link) -> Iterator[Draft]:
    post, mention = link.post, link.post.mention
    period = _period(context, link)
    interim = mention.interim or bool(INTERIM.search(context.text[link.begin : max(link.finish, post.end) + 40].split("\n")[0]) and link.verb is not None) or bool(
        re.match(r"\s?\((?:acting|interim)\)", context.text[max(link.finish, post.end) :])
    )
    for org in post.orgs or (None,):
        yield Draft(
            person=link.person,
            role=post.role,
            org=org,
            begin=link.begin,
            finish=max(link.finish, period.finish),
            confidence=link.confidence if post.is_explicit or post.role == "inspector" else link.confidence - 0.05,
            interim=interim,
            status=_status(link, period),
            start=period.start,
            end=period.end,
            role_as_written=mention.text,
            at=mention.start,
        )


def _status(link: Link, period: Period) -> TenureStatus:
    if link.post.mention.ended or link.ended:
        return "ended"
    if link.post.mention.coming or link.coming or (link.verb is not None and link.verb.lemma_ in APPOINT):
        return "appointed"
    return "held"


def _period(context: Context, link: Link) -> Period:
    limit = context.sentence(link.post.start).end_char
    near = beside(context, max(link.post.end, link.finish if link.verb is None else 0), limit)
    if near.start or near.end or link.verb is None:
        return near
    dates = of_clause(context, link.verb)
    start = next((split(each)[0] for each in dates if each.relation in {"since", "from"}), None)
    end = next((split(each)[1] for each in dates if each.relation == "until"), None)
    if start is None and link.verb.lemma_ in APPOINT | {"become", "start", "join", "begin", "take", "return", "arrive"}:
        start = next((split(each)[0] for each in dates if each.relation in {"at", "by", "after"}), None)
    elif end is None and link.verb.lemma_ in {"leave", "resign", "retire", "quit"}:
        end = next((split(each)[1] for each in dates if each.relation in {"at", "by"}), None)
    for each in dates:
        if each.relation == "between" or ("/" in each.edtf and each.precision == "year"):
            start, end = split(each)
    return Period(start, end, max((each.end for each in dates), default=0))
