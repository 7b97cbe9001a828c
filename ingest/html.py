"""The main text of a web page, with what the page tells of itself: title, address, publisher, day of publication."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import trafilatura

DATE_FIELDS = (
    '//meta[@property="article:published_time"]/@content',
    '//meta[@itemprop="datePublished"]/@content',
    '//*[@itemprop="datePublished"]/@datetime',
    '//meta[@name="dcterms.issued" or @name="DC.date.issued" or @name="dc.date"]/@content',
    '//meta[@name="date" or @name="pubdate" or @name="publish-date" or @name="article.published"]/@content',
    "//article//time[@pubdate]/@datetime",
)
TITLES = ('//meta[@property="og:title"]/@content', "//h1", "//title")
ADDRESSES = ('//link[@rel="canonical"]/@href', '//meta[@property="og:url"]/@content')
PUBLISHERS = ('//meta[@property="og:site_name"]/@content', '//meta[@name="publisher"]/@content')
PUBLISHED_IN_DATA = re.compile(r'"datePublished"\s*:\s*"([^"]+)"')


@dataclass(frozen=True, slots=True)
class WebPage:
    """A page's main text and what it tells of itself; `date` is EDTF to the day, `date_field` where it stands."""

    text: str
    title: str | None
    url: str | None
    publisher: str | None
    date: str | None
    date_field: str | None


def web_page(source: str) -> WebPage | None:
    """The page that this HTML makes; None where no text can be found in it."""
    tree = trafilatura.load_html(source)
    if tree is None:
        return None
    text = trafilatura.extract(source, include_comments=False, include_tables=True, favor_recall=True)
    if not text:
        text = trafilatura.html2txt(source)
    date, field = _date(tree, source)
    found = (_first(tree, queries) for queries in (TITLES, ADDRESSES, PUBLISHERS))
    title, url, publisher = found
    return WebPage(text.strip(), title, url, publisher, date, field) if text and text.strip() else None


def _first(tree: Any, queries: tuple[str, ...]) -> str | None:  # noqa: ANN401
    """The first of these places in the page that has words."""
    for query in queries:
        for value in tree.xpath(query):
            words = " ".join((value if isinstance(value, str) else value.text_content()).split())
            if words:
                return words
    return None


def _date(tree: Any, source: str) -> tuple[str | None, str | None]:  # noqa: ANN401
    for query in DATE_FIELDS:
        day = _day(_first(tree, (query,)))
        if day:
            name = re.search(r'="([\w:.-]+)"', query)
            return day, name.group(1) if name else "time"
    inside = PUBLISHED_IN_DATA.search(source)
    day = _day(inside.group(1)) if inside else None
    return (day, "datePublished") if day else (None, None)


def _day(value: str | None) -> str | None:
    match = re.match(r"((?:19|20)\d\d-\d\d-\d\d)", value or "")
    return match.group(1) if match else None
