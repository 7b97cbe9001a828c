"""Bodies that only a post shows: "chief executive of Brightwater Children", "treasurer of the Golf Club"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.namewords import TITLES
from ingest.naming import NOT_PLACE, WORD, Found, slug

HEAD = (
    r"(?:chief (?:executive|(?:operating|financial|fire|nursing) officer)|managing director|finance director|"
    r"(?:vice-)?president|trustee|treasurer|general secretary|patron|"
    r"(?:non-executive|programme) director|governor|founder|partner)"
)
CHAIR = r"(?:vice[- ]|deputy )?chair(?:man|woman)?"
ANY_HEAD = r"(?:director|manager|headteacher|head teacher|head of [\w ]{3,30}|officer|consultant|adviser|nurse)"
NAME = rf"{WORD}(?: (?:(?:of|and|for|&) (?:the )?)?{WORD}){{1,5}}"
AFTER = re.compile(
    rf"\b(?i:{HEAD} (?:of|at|for|with)|{CHAIR} of|{ANY_HEAD} (?:at|with)) (?:the )?"
    rf"(?:\w+ (?:charity|firm|company|agency) )?(?P<name>{NAME})"
)
OF_COUNCIL = re.compile(
    r"\b(?:Council|Borough|Committee|Panel|Forum|Commission|Cabinet|Board|Authority|Services?|Scrutiny|Hall|City|County)$"
)


def of_posts(text: str) -> Iterator[Found]:
    """Bodies of at least two words right behind a post that is held at one."""
    for match in AFTER.finditer(text):
        name = re.sub(r"[’']s$", "", match["name"])
        is_other = NOT_PLACE.match(name.split()[0]) or OF_COUNCIL.search(name) or TITLES.match(name)
        if " " in name and not is_other:
            yield Found(match.start("name"), match.start("name") + len(name), name, name, "organisation", slug(name))
