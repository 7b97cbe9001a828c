"""Posts in words: where a text names a post, its canonical label, and what qualifies it (interim, former, …)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

QUALIFIERS = {
    "interim": r"interim|acting|temporary|caretaker|stand-in|stopgap",
    "ended": r"former|formerly(?: the)?|ex-|ex|then|previous|previously|one-time|onetime|last|late|old|erstwhile|once",
    "coming": r"new|next|incoming|designate|first|future",
    "plain": r"current|currently|present|permanent|permanently|substantive|statutory|independent|outgoing|"
    r"departing|founding|now|long-serving|"
    r"lead|joint|full-time|part-time|shadow|substantive|newly appointed|recently appointed|"
    r"well-regarded|deputising|overall|senior|another|political|children[’']s",
}
TOPIC_WORD = (
    r"(?:(?:integrated |inclusive |targeted )?"
    r"(?:looked-after|children-in-care|well-being|child(?:ren)?(?:[’']s)?|childcare|young|"
    r"people(?:[’']s)?|youth|famil(?:y|ies)|parents|services?|education(?:al)?|skills|learning|"
    r"school(?:s|ing)?|social|care|work|adults?(?:[’']s?)?|early|help|intervention|years|"
    r"safeguarding|protection|prevention|place|"
    r"resources|finance|financial|corporate|practice|operations|operational|quality|assurance|"
    r"performance|improvement|partnerships?|"
    r"commissioning|inclusion|health|public|wellbeing|communit(?:y|ies)|housing|culture|transformation|governance|"
    r"legal|law|lifelong|support|integrated|justice|regeneration|human|strategy|strategic|looked|after|leaving|leavers|"
    r"assessment|permanence|fostering|adoption|SEND|virtual|HR|IT|development|business|policy|"
    r"customer|environment|economy|growth|"
    r"standards|opportunity|delivery|change|engagement|participation|communications|workforce|"
    r"disabled|disabilit(?:y|ies)|"
    r"specialist|vulnerable|citizens?|neighbourhoods|leisure|tackling|poverty|wider|jobs|"
    r"employment|enterprise|regional|internal|regulation|"
    r"external|central|office|planning|transport|property|digital|technology|data|insight|"
    r"programmes?|projects?|national|local|"
    r"area|locality|front|door|residential|placements?|sufficiency|home|homes|prosperity|sport|"
    r"libraries|interventions?|reform|residents|in\scare)\b)"
)
JOIN = r"(?:, and |, & | and | & |, | - | – |/| for | of | in (?=care\b)| )"
TOPIC = rf"{TOPIC_WORD}(?:{JOIN}(?:the )?{TOPIC_WORD})*"
PROPER = (
    r"(?-i:[A-Z][\w’'-]+(?: (?:and|of|for|in|the|&) )?(?:(?: |(?<= ))[A-Z][\w’'-]+(?: (?:and|of|for|"
    r"&) (?=[A-Z]))?){0,4})"
)
RANK = (
    r"(?:(?:corporate|executive|strategic|deputy|assistant|service|group|managing|operational|"
    r"divisional|non-executive|nonexecutive|"
    r"associate|joint|regional|senior|head|borough|city|county|council-nominated|independent|programme|national)[ -])*"
)


@dataclass(frozen=True, slots=True)
class RoleMention:
    """A post named at a place. `role` is canonical; `core` is where
    its name begins, after what qualifies it; `plural` posts are of several people."""

    start: int
    end: int
    text: str
    role: str
    family: str
    interim: bool = False
    ended: bool = False
    coming: bool = False
    plural: bool = False
    core: int = 0


@dataclass(frozen=True, slots=True)
class Post:
    """A pattern of posts: its family says whose they are (council, trust, ministry, inspectorate, police, any)."""

    family: str
    pattern: str


TAIL = (
    rf"(?: (?-i:(?=[A-Z])){TOPIC}|,? ?[(]{TOPIC}[)]|(?: (?:of|for) (?:the )?|, | ?- | – |: ){TOPIC}|"
    rf"(?: of | for )(?!the\b|a\b){PROPER})"
)
POSTS = (
    Post(
        "inspectorate",
        r"(?:(?:her|his) majesty[’']s )?(?:(?:senior|lead|deputy lead|team|ofsted|cqc|hmicfrs|"
        r"hmi|assistant|care|social care|"
        r"schools?|additional|hmip|probation|shadow|ofsted[’']s|cqc[’']s|registered) )*(?:(?:her|"
        r"his) majesty[’']s )?(?:lead )?inspectors?(?: of (?:schools|constabulary|"
        r"probation))?(?: \(HMIs?\))?|HMIs?(?: lead inspectors?)?(?![\w])",
    ),
    Post(
        "inspectorate",
        r"(?:senior )?data analysts?|quality assurance managers?|social care regulatory inspection managers?",
    ),
    Post(
        "inspectorate",
        r"(?:(?:her|his) majesty[’']s )?(?:detective )?chief inspector(?: of (?:schools|"
        r"(?-i:[A-Z]\w+(?:,? (?:and )?[A-Z]\w+)*)))?",
    ),
    Post(
        "inspectorate",
        r"regional directors?(?: for (?:the )?(?-i:(?:North|South|East|West|London|Midlands|"
        r"England|[A-Z]\w+)(?:[ -](?:North|South|East|West|of|and|England|Yorkshire|Humber|"
        r"the))*))?",
    ),
    Post(
        "ministry",
        r"(?:the )?(?:secretary of state for (?:education|children, schools and families)|"
        r"(?:education|children[’']s|schools) secretary|secretary of state)",
    ),
    Post(
        "ministry",
        r"(?:parliamentary under-secretary(?: of state)? for children[\w ]*|"
        r"(?:children(?:[’']s)?(?: and families)?|families|child protection) minister|minister "
        r"(?:of state )?for children(?:,? and (?:young people|families)|, young people and "
        r"families)?|minister for children, families and [\w ]+)",
    ),
    Post("ministry", r"(?:prime|schools|education|junior) minister|minister(?! for)"),
    Post(
        "council",
        rf"(?:(?:deputy|assistant) )?(?:cabinet|executive|lead|cabinet lead|executive lead)(?: "
        rf"support)? ?(?:members?|lead|councillors?|portfolio holders?)(?: \(?(?:with "
        rf"responsibility |responsible )?(?:for|-|–) ?(?:the )?{TOPIC}(?: portfolio)?\)?| [-–] "
        rf"{TOPIC})?",
    ),
    Post(
        "council",
        rf"portfolio[ -]holders?(?: (?:for|-|–) (?:the )?{TOPIC})?|cabinet leads? (?:for|on) "
        rf"{TOPIC}|lead members?(?: for {TOPIC})?|executive councillors? for {TOPIC}|spokes(?:man|"
        rf"woman|person) for {TOPIC}",
    ),
    Post(
        "council",
        r"(?:(?:deputy|majority|minority|joint|conservative|labour|tory|lib dem|liberal democrat|"
        r"opposition|group|green|party|civic|city council|county council|borough council|town "
        r"hall) )*(?:council )?leaders?(?: of (?:the )?(?:(?:city|county|borough|district|"
        r"metropolitan) )*(?:council|authority)(?![\w])| of (?:the )?(?:opposition|"
        r"(?-i:[A-Z])[\w ]{0,30}? group|conservatives?|labour|liberal democrats|lib "
        r"dems))?(?:[’'] group)?(?! group)",
    ),
    Post(
        "police",
        r"(?:police(?:, fire)?(?: and crime)?|crime) commissioners?|(?:(?:assistant|deputy|"
        r"temporary) )*chief constables?|area commander|(?:detective )?(?:chief )?superintendent|"
        r"detective (?:chief )?inspector",
    ),
    Post("any", r"children[’']s commissioner for england|information commissioner"),
    Post(
        "council",
        r"(?:(?:DfE|government|dfe[’']s|government-appointed|department for education|"
        r"ministerial|children[’']s services?|children[’']s social care|social work|social care|"
        r"improvement|lead|finance|statutory|education|managing|best value|non-executive) "
        r")*commissioners?(?: (?:for|of) (?:children[’']s (?:services|social care)|children|"
        r"finance))?",
    ),
    Post(
        "council",
        r"(?:(?:DfE|government|department for education|statutory|improvement|independent|expert|"
        r"sector-led|children[’']s services?|dfe[’']s|special) )*(?:advisers?|advisors?)(?: to "
        r"the (?:council|board))?",
    ),
    Post(
        "board",
        r"(?:independent |joint |vice-|vice |deputy |co-)*(?:chair(?:man|woman|person)?s?|"
        r"scrutineer)(?: designate|-designate)? (?:of|for) (?:the |its |[A-Z][\w’']+ |"
        r"[A-Z][\w’']+’s |Blackburn with Darwen[’']s )*(?:(?:local |children[’']s services |"
        r"children[’']s |independent |council[’']s )*(?:safeguarding (?:children |children[’']s "
        r")?(?:board|partnership)|improvement (?:and \w+ )?board|recovery board|[\w’']+ board|"
        r"scrutiny (?:committee|panel|board)|scrutiny|trust|[\w’']+ committee|governors|county "
        r"council|city council|council))",
    ),
    Post(
        "board",
        r"(?:local |children[’']s |independent )*(?:safeguarding (?:children[’']?s? )?(?:board|"
        r"partnership)|improvement board|recovery board)(?:[’']s)? (?:independent |then |former |"
        r"current )*chair(?:man|woman|person)?",
    ),
    Post(
        "board",
        r"(?:independent |joint |vice-|vice |deputy |co-|trust |board |non-executive "
        r")*chair(?:man|woman|person)?(?:[ -]designate)?(?! of )",
    ),
    Post("executive", r"(?:(?:deputy|assistant|joint) )?(?:chief executives?(?: officers?)?|CEO)(?:[ -]designate)?"),
    Post(
        "any",
        rf"chief (?:operating|finance|financial|information|nursing|nurse|education|medical|"
        rf"people|legal|social work|fire|officer)(?: officers?)?(?: [(]{TOPIC}[)]| for {TOPIC})?",
    ),
    Post("council", r"(?:(?:deputy|assistant|executive|elected|directly elected|lord|metro) )*mayors?"),
    Post(
        "director",
        r"(?:children[’']s (?:services |social care )?(?:boss|chief|supremo)|in charge of (?:its "
        r"|the |their )?children[’']s (?:services|social care))",
    ),
    Post(
        "director",
        rf"DCSs?(?![\w])|non-executives?(?! \w*director)(?! (?:member|chair))|"
        rf"(?:{RANK}directors?(?:[ -]general)?(?: designate)?{TAIL}?)",
    ),
    Post(
        "any",
        rf"(?:(?:interim|deputy|assistant|service|acting) )?heads?(?: of service)?(?: (?:of|for) "
        rf"(?:the )?{TOPIC}(?! \w+ board)|,? [(]{TOPIC}[)]|, {TOPIC})|heads? of service|"
        rf"head(?:teacher|master|mistress)s?",
    ),
    Post(
        "any",
        r"principal social workers?|(?:(?:area|deputy|assistant) )*(?:team|service|programme|"
        r"project|practice|locality|general|communications|policy|commissioning|improvement "
        r"programme|registered|press|media|governance|operations) managers?"
        r"|(?:borough|city|county|council|town|deputy|chief|assistant) (?:treasurer|solicitor|"
        r"clerk|secretary|auditor)|monitoring officer|company secretary|(?:committee|democratic) "
        r"services officer|senior independent director"
        r"|managing partner|(?:vice-)?president|vice-chancellor|dean of (?:social work|\w+)|"
        r"deputy editor|editor|professor of [\w ]+?(?= at)|general secretary|town clerk|"
        r"permanent secretary|lead consultant|managing editor|designated (?:doctor|nurse)[\w ]*|"
        r"accountable officer|section 151 officer|(?:lay|executive|independent) member",
    ),
)
ROLE = re.compile("|".join(f"(?P<p{index}>{post.pattern})" for index, post in enumerate(POSTS)), re.IGNORECASE)
LEAD = re.compile(
    r"(?:(?:" + "|".join(QUALIFIERS.values()) + r")(?: and |, | |(?<=-)))+$|\b(?:acting up as|acting as)\s+(?:the )?$",
    re.IGNORECASE,
)


def roles(text: str) -> tuple[RoleMention, ...]:
    """Every post that the text names, in order, with its qualifiers."""
    return tuple(_roles(text))


def _roles(text: str) -> Iterator[RoleMention]:
    for match in ROLE.finditer(text):
        start, end = match.span()
        if (
            start
            and (text[start - 1].isalnum() or text[start - 1] in "-’'")
            and not text[start - 4 : start].lower().endswith("ex-")
        ):
            continue
        if end < len(text) and (text[end].isalnum() or text[end] == "_"):
            continue
        words = match.group().strip(" ,")
        end = start + len(words)
        then = re.match(r" (?:of (?:the|that) (?:day|time)|at (?:the|that) time)\b", text[end:])
        lead = LEAD.search(text[max(0, start - 40) : start])
        opening = start - len(lead.group()) if lead else start
        before = text[opening:start].lower()
        family = POSTS[int((match.lastgroup or "p0")[1:])].family
        label = canonical(words, family)
        if label:
            yield RoleMention(
                opening,
                end + (len(then.group()) if then else 0),
                text[opening:end],
                label,
                family_of(label, family),
                interim=_has("interim", before) or bool(re.search(r"\b(?:interim|acting)\b", words, re.I)),
                ended=then is not None
                or (_has("ended", before) and not re.search(r"\blast (?:permanent )?$", before))
                or "last" in before.split(),
                core=start,
                coming=_has("coming", before) or "designate" in words.lower(),
                plural=bool(
                    re.search(
                        r"(?:director|inspector|commissioner|leader|member|HMI|executive|analyst|"
                        r"head|chair|adviser|manager)s\b",
                        words,
                        re.I,
                    )
                ),
            )


def _has(kind: str, words: str) -> bool:
    return bool(re.search(rf"(?<![\w-])(?:{QUALIFIERS[kind]})(?![\w])", words))


LASTING = frozenset(
    (
        "director of children's services",
        "chief executive",
        "chief executive of trust",
        "leader of the council",
        "chair of trust",
        "cabinet member for children",
    )
)
CHILDREN = r"child|famil|young|\byouth\b"


@cache
def canonical(words: str, family: str) -> str:
    """The canonical label of a post as written; the words in lower case where there is none; "" for no post."""
    plain = re.sub(r"\s+", " ", words.replace("’", "'")).strip(" ,").lower()
    plain = re.sub(r"^(?:the|interim|acting|former|new) ", "", plain)
    plain = re.sub(r"[ -]designate$", "", plain)
    for pattern, label in CANONICAL:
        if re.search(pattern, plain):
            return label
    return re.sub(
        r"\b(director|head|manager|officer|analyst|solicitor|chair|member|chief executive|inspector)s\b", r"\1", plain
    )


CANONICAL = (
    (
        r"^(?:opposition|group|conservative|labour|tory|lib dem|liberal democrat|green|party|minority|civic)\b.*leader",
        "",
    ),
    (r"leader of (?:the )?(?:opposition|conservative|labour|liberal|lib dem|.* group)|leaders$", ""),
    (r"^deputy (?:council )?leader", "deputy leader"),
    (r"leader", "leader of the council"),
    (r"data analyst", "senior data analyst"),
    (r"quality assurance manager", "quality assurance manager"),
    (r"chief inspector$|chief inspector of", "chief inspector"),
    (r"^detective", ""),
    (r"inspector|^hmis?\b", "inspector"),
    (r"regional director$", "regional director"),
    (r"^secretary of state$|secretary of state for|^education secretary|^children's secretary", "education secretary"),
    (r"prime minister|schools minister|education minister|junior minister", ""),
    (r"under-secretary|minister", "children's minister"),
    (r"^(?:deputy|assistant).*(?:cabinet|lead|executive) member", ""),
    (
        rf"(?:cabinet|executive|lead) (?:support )?(?:member|lead|councillor).*(?:{CHILDREN})",
        "cabinet member for children",
    ),
    (rf"^(?:portfolio.holder|cabinet lead|executive councillor|spokes).*(?:{CHILDREN})", "cabinet member for children"),
    (r"^(?:cabinet|executive|lead) (?:member|lead|councillor)s?$|^portfolio.holders?$", "cabinet member"),
    (r"police|crime commissioner", "police commissioner"),
    (r"children's commissioner for england|information commissioner", ""),
    (r"commissioners?\b", "commissioner"),
    (r"^special advis|^personal advis", ""),
    (r"advis[eo]rs?\b", "adviser"),
    (r"vice.chair|deputy chair|co-chair", "deputy chair"),
    (r"chair.*safeguarding|safeguarding.*chair|scrutineer", "chair of the safeguarding children board"),
    (r"chair.*improvement|improvement.*chair", "chair of the improvement board"),
    (r"chair.*recovery|recovery.*chair", "chair of the recovery board"),
    (r"chair.*(?:scrutiny|committee|governors)", ""),
    (r"chair\w* of the (?:county|city)? ?council", "chairman of the county council"),
    (r"chair.*trust|trust.*chair", "chair of trust"),
    (r"^(?:independent |board |non-executive |joint )*chair", "chair"),
    (r"^(?:joint )?chief executive|^ceo$", "chief executive"),
    (r"^deputy chief exec", "deputy chief executive"),
    (r"^assistant chief exec", "assistant chief executive"),
    (r"deputy.*mayor", "deputy mayor"),
    (r"lord mayor|metro mayor", ""),
    (r"mayor", "mayor"),
    (r"^non-?executive(?: director)?s?$", "non-executive director"),
    (r"^assistant director", "assistant director"),
    (
        r"^deputy (?:\w+ )?director (?:of|for) (?:the )?children(?:'s)?(?: (?:and family|social "
        r"care|and families))?(?: services?)?(?: and .*)?$",
        "deputy director of children's services",
    ),
    (
        r"^(?:corporate |executive |strategic |statutory |group |joint )*director(?:s)?(?: of| "
        r"for|,| -| –|:) (?:the )?(?:children's services|children services|children and family "
        r"services|children's and families services)\b",
        "director of children's services",
    ),
    (r"^head of children's services$|^director of social services$", "director of children's services"),
    (r"children's (?:services |social care )?(?:boss|chief|supremo)|in charge of", "director of children's services"),
    (r"^dcss?$", "director of children's services"),
    (
        r"^(?:corporate |executive |strategic |managing )*director(?:s)?(?: of| for|,| -| –|:)? "
        r"(?:the )?children(?:'s)?\b(?!.* (?:integrated|commissioning|early|partnership|quality|"
        r"practice|social work|social care|safeguarding|performance|health))",
        "director of children's services",
    ),
)


def family_of(label: str, family: str) -> str:
    """Whose post a label is, where the label says it better than the pattern that found it."""
    return "director" if label.startswith("director of children") else family
