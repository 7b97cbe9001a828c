"""What names of bodies are made of, and which capitalised words are none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ingest.namewords import NO_NAME, PART

Kind = Literal["council", "trust", "organisation"]
WORD = r"[A-Z][\w’'-]*"
LINK = r"(?:and|upon|on|with|of|&|in|under|the|le|by)"
TOWN = (
    r"(?:Isle of |St |North |South |East |West )?"
    r"[A-Z][a-z]{2,}(?:-(?:[a-z]+-)*[A-Z][a-z]+)*(?: (?:(?:and|upon|on|&) (?:North |South |East |West )?)?[A-Z][a-z]+)?"
)
PLACE = rf"(?:{WORD}, (?={WORD} and ))?{WORD}(?: (?:{LINK} (?:{LINK} )?)?{WORD}){{0,5}}?"
PAPERS = r"(?:Echo|Gazette|Chronicle|Telegraph|Herald|Citizen|Observer|Mercury|Advertiser)"  # how newspapers are called
NOT_PLACE = re.compile(
    r"^(?:The|This|That|Our|Its|Their|Your|Her|His|A|An|In|At|For|From|As|By|And|But|When|Since|"
    r"After|Before|If|Cabinet|Lead|Former|"
    r"New|Council|Councillor|Cllr|Children|Ofsted|Both|Every|Each|Local|Unitary|Under|Meanwhile|"
    r"Instead|However|Although|While|Last|Once|Then|Now|Previously|Currently|Elsewhere|Today|"
    r"Yesterday|Also|Whether|Because|So|Yet|Despite|During|Until|Like|Unlike|Neighbouring|Nearby|"
    r"Leader|Chief|Executive|Full|"
    r"Member|Members|Director|Directors|Deputy|Interim|Acting|Conservative|Labour|Independent|"
    r"Youth|Care|District|County|City|Borough|"
    r"Parish|Town|Dear|To|Of|With|Following|Inspectors|Education|Services|Focused|Monitoring|"
    r"Visit|Government|Tory|Report|Other|Across|Inspection|Review|Social|Response|Update|"
    r"Progress|Improvement|Performance|Summary|Strategic|Statutory|Mayor|"
    r"Scrutiny|Yours|Of|Is|Has|Was|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|"
    r"Trust|Head|Chair|Note|Partnership|Level|Majesty|Island|Department|Company|Panel|Committee|"
    r"Commissioner|State|Service|Operations|Lords|Commons|Constabulary|Probation|"
    r"Together|Board|First|They|It|He|She|We|You|I|All|Some|Several|Most|Others|None|Neither|Either|Nobody|"
    r"Everyone|What|Which|Who|There|Here|"
    r"Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Safeguarding|Fostering|Adoption|Leadership|Practice|Schools|Homes|"
    r"January|February|March|April|May|June|July|August|September|"
    r"October|November|December|"
    r"How|Why|Royal|Ours|Theirs|Good|Outstanding|Inadequate|Magazine|Says|Requires|Rated|Judged|Graded|One|Relation|Annual|Councillors|Family|Families|Integrated|Sector-Led|"
    r"Finance|Nursing|Resources|Housing|Health|Adults?|Learning|Corporate|Quality|Prevention|Business|Legal|"
    r"Staff|Residents|Parents|Leaders|Officers|Workers|Teams|Critics|Bosses|Chiefs|Heads|Governors|People|Fellow|"
    r"Troubled|Beleaguered|Struggling|Failing|Outgoing|Incoming|Rival|Crisis)$"
)
OPENER = re.compile(
    r"^(?:The|This|That|Our|Its|Their|Your|Her|His|A|An|In|At|For|From|As|By|And|But|When|Since|Two|Three|Four|Five|Six|"
    r"Seven|Eight|Nine|Ten|All|Some|Several|Most|Others|What|Which|Who|Where|There|Here|They|It|He|She|We|After|Before|If|"
    r"Former|New|Both|Every|Each|Under|Meanwhile|Instead|However|Although|While|Last|Once|Then|Now|Previously|Currently|"
    r"Elsewhere|Today|Yesterday|Also|Whether|Because|So|Yet|Despite|During|Until|Like|Unlike|Of|With|To|Chief|Executive|"
    r"Director|Chair|Interim|Acting|Leader|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Dear|Is|Has|Was|"
    r"How|Why|Following|Neighbouring|Nearby|Councillors|Members|Says)$"
)
NO_COUNCIL = re.compile(
    r"^(?:England|Wales|Britain|UK|United Kingdom|London|Scotland|Ireland|Europe|West Midlands|North West|North East|"
    r"South West|South East|Yorkshire|West Yorkshire|South Yorkshire|Merseyside|Greater "
    r"Manchester|Whitehall|Westminster Hall|"
    r"Parliament|Unite|Unison|Australia|Bermuda|Guildhall|Ofsted|DfE|Town Hall|Council|Borough|County|City|District|"
    r"Authority|Town|Says|Annual|Family|One|Which|Any|Communities|People|Placements?|Resources|Facebook|Twitter|Children|"
    r"Street|House|Road|Piccadilly Gate|Pennines?)$|\b(?:Street|House|Road|Lane|Square|Way|Gate|"
    r"Hall|Centre|Hub|Office)$"
)

MEMBER = re.compile(rf"({PART}(?: {PART}){{1,2}}) of (?:the )?(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Found:
    """A name of a body at a place; a bare place is a town's or county's name without a word like "council"."""

    start: int
    end: int
    text: str
    name: str
    kind: Kind
    key: str
    is_bare_place: bool = False


def skip_openers(words: str, start: int, is_place: bool = True) -> int:
    """Where the name begins, after capitalised words that only open a sentence or name a post."""
    wrong = NOT_PLACE if is_place else OPENER
    offset = 0
    while True:
        match = re.match(r"[\w’'-]+,? +", words[offset:])
        word = re.sub(r"[’']s$", "", match.group().strip(" ,")) if match else ""
        if not match or not (wrong.match(word) or word.islower()):
            return start + offset + _behind_person(words[offset:])
        if re.match(r"(?:City|Borough|County|London Borough|Royal Borough|Council) of ", words[offset:]):
            return start + offset
        offset += match.end()


def _behind_person(words: str) -> int:
    """How many letters open a name that belong to a person of the body: "Ann Lee of Bury Council"."""
    match = MEMBER.match(words)
    return match.end() if match and not NO_NAME.search(match.group(1)) else 0


def slug(name: str) -> str:
    """The name in lower case with hyphens, as ids have it."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower().replace("’", "").replace("'", "")).strip("-")
