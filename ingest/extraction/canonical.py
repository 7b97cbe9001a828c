"""Canonical labels of posts as written."""

from __future__ import annotations

import re
from functools import cache

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
    for short, full in SHORTENED:
        plain = re.sub(short, full, plain)
    for pattern, label in CANONICAL:
        if match := re.search(pattern, plain):
            return match.expand(label).strip()
    return re.sub(
        r"\b(director|head|manager|officer|analyst|solicitor|chair|member|chief executive|inspector)s\b", r"\1", plain
    )


SHORTENED = (
    (r"\bdci\b", "detective chief inspector"),
    (r"\bdet\b\.?", "detective"),
    (r"\bch\b\.?", "chief"),
    (r"\bsupt\b\.?", "superintendent"),
    (r"\binsp\b\.?", "inspector"),
)
CANONICAL = (
    (r"^(?:opposition|group|party|minority|civic)\b.*leader", ""),
    (
        r"^(?:conservative|labour|tory|lib dem|liberal democrat|green)\b"
        r"(?! leader of the (?:\w+ )?(?:council|authority|borough|county|city|town)\b).*leader",
        "",
    ),
    (r"leader of (?:the )?(?:opposition|conservative|labour|liberal|lib dem|.* group)|leaders$", ""),
    (r"^deputy (?:council )?leader", "deputy leader"),
    (r"leader", "leader of the council"),
    (
        r"^((?:detective )?chief (?:superintendent|inspector)|detective (?:superintendent|inspector|chief inspector))$",
        r"\1",
    ),
    (r"data analyst", "senior data analyst"),
    (r"quality assurance manager", "quality assurance manager"),
    (r"^(?:(deputy|assistant) )?.*?chief inspector(?:$| of)", r"\1 chief inspector"),
    (r"inspector|^hmis?\b", "inspector"),
    (r"regional director(?:$| for\b)", "regional director"),
    (rf"under-secretary(?: of state)?(?: responsible)? for (?:the )?(?:{CHILDREN})", "children's minister"),
    (r"^(parliamentary under-secretary(?: of state)?(?: for .*)?)$", r"\1"),
    (r"^secretary of state$|secretary of state for|^education secretary|^children's secretary", "education secretary"),
    (r"prime minister", ""),
    (r"^(schools|education) minister$", r"\1 minister"),
    (r"^(?!(?:children|families|child|junior)\b)[\w ]+ minister$|ministers$", ""),
    (r"under-secretary|minister", "children's minister"),
    (r"^(?:deputy|assistant).*(?:cabinet|lead|executive) member", ""),
    (
        rf"(?:cabinet|executive|lead) (?:support )?(?:member|lead|councillor).*(?:{CHILDREN})",
        "cabinet member for children",
    ),
    (
        rf"(?:{CHILDREN}).* (?:portfolio|brief)$|^(?:portfolio|brief) for .*(?:{CHILDREN})",
        "cabinet member for children",
    ),
    (
        rf"(?:responsibility|responsible|answers|in charge of).*(?:{CHILDREN}).*(?:cabinet|executive)$",
        "cabinet member for children",
    ),
    (rf"responsibility for .*(?:{CHILDREN})", "cabinet member for children"),
    (r"^(?:portfolio|brief) for|(?:portfolio|brief)$", "cabinet member"),
    (rf"^(?:cabinet )?members? for .*(?:{CHILDREN})", "cabinet member for children"),
    (rf"^(?:portfolio.holder|cabinet lead|executive councillor|spokes).*(?:{CHILDREN})", "cabinet member for children"),
    (r"^(?:cabinet|executive|lead) (?:member|lead|councillor)s?$|^portfolio.holders?$", "cabinet member"),
    (r"police|crime commissioner", "police commissioner"),
    (r"children's commissioner for england", "children's commissioner"),
    (r"information commissioner", ""),
    (
        rf"^(lead|senior|strategic|joint) commissioners?( (?:for|of) (?!.*(?:{CHILDREN}|finance)).+)$",
        r"\1 commissioner\2",
    ),
    (r"^(assistant|deputy|joint) commissioner$", r"\1 commissioner"),
    (r"commissioners?\b", "commissioner"),
    (r"^special advis", ""),
    (
        r"^(medical|personal|legal|political|clinical|professional|financial|media|principal|careers) advis[eo]r"
        r"( for .*)?$",
        r"\1 adviser\2",
    ),
    (r"advis[eo]rs?\b", "adviser"),
    (r"(?:vice|co)[- ]chair.*(?:trust)|trust.*vice[- ]chair", "vice-chair of trust"),
    (r"scrutineer$", "independent scrutineer"),
    (r"chair.*scrutineer|scrutineer.*(?:safeguarding)", "chair of the safeguarding children board"),
    (r"deputy chair", "deputy chair"),
    (r"vice[- ]chair", "vice-chair"),
    (r"co-chair", "co-chair"),
    (
        r"^(?:independent )?chair\w* (?:of|for) (?:(?:the|that|this|its|their) )?"
        r"([\w', ]*(?:scrutiny|committee|governors|panel|group|forum))$",
        r"chair of the \1",
    ),
    (r"chair.*safeguarding|safeguarding.*chair", "chair of the safeguarding children board"),
    (r"chair.*improvement|improvement.*chair", "chair of the improvement board"),
    (r"chair.*recovery|recovery.*chair", "chair of the recovery board"),
    (r"chair.*(?:scrutiny|committee|governors)", ""),
    (r"chair\w* of the (?:county|city)? ?council", "chairman of the county council"),
    (r"^(?:independent |vice-|deputy )*chair\w* of (?:the )?trustees", "chair of trustees"),
    (r"chair.*trust|trust.*chair", "chair of trust"),
    (r"^(?:independent |board |non-executive |joint )*chair", "chair"),
    (r"^(?:council|town hall|county hall|city hall|civic centre)(?:'s)? (?:boss|chief)", "chief executive"),
    (r"^trust(?:'s)? (?:boss|chief)", "chief executive of trust"),
    (r"^(?:executive )?heads?$", "head teacher"),
    (r"^(?:joint )?chief exec(?:utive)?\b|^ceo$", "chief executive"),
    (r"^deputy chief exec", "deputy chief executive"),
    (r"^assistant chief exec", "assistant chief executive"),
    (r"deputy.*mayor", "deputy mayor"),
    (r"lord mayor|metro mayor", ""),
    (r"mayor", "mayor"),
    (r"^non-?executive(?: director)?s?$", "non-executive director"),
    (r"^assistant (?:children(?:'s)? (?:services |social care )?)?director", "assistant director"),
    (r"^deputy children(?:'s)? (?:services )?director", "deputy director of children's services"),
    (
        r"^deputy (?:\w+ )?director (?:of|for) (?:the )?children(?:'s)?(?: (?:and family|social "
        r"care|and families))?(?: services?)?$",
        "deputy director of children's services",
    ),
    (
        r"^(?:corporate |executive |strategic |statutory |group |joint )*director(?:s)?(?: of| "
        r"for|,| -| –|:|(?= \()) \(?(?:the )?(?:children's services|children services|children and family "
        r"services|children's and families services)\b",
        "director of children's services",
    ),
    (r"^head of children's services$", "director of children's services"),
    (
        r"(?:children(?:'s)?|social) (?:services |social care |care )?(?:boss|chief|supremo|director)"
        r"|(?:boss|chief) of children's|in charge of",
        "director of children's services",
    ),
    (r"^dcss?$", "director of children's services"),
    (
        r"^managing director(?: of| for|,) (?:the )?(?:children's services|children and young people)$",
        "director of children's services",
    ),
    (
        r"^(?:corporate |executive |strategic )*director(?:s)?(?: of| for|,| -| –|:)? "
        r"(?:the )?children(?:'s)?\b(?!.* (?:integrated|commissioning|early|partnership|quality|"
        r"practice|social work|social care|safeguarding|performance|health))",
        "director of children's services",
    ),
)


def family_of(label: str, family: str) -> str:
    """Whose post a label is, where the label says it better than the pattern that found it."""
    return "director" if label.startswith("director of children") else family
