"""The words of overall grades: the four of today, "adequate" of before 2013, and "the lowest of its four ratings"."""

from __future__ import annotations

import re

from graph.model import Judgement

Grade = Judgement
SCORE = r"(?:grades?|gradings?|ratings?|marks?|verdicts?|judge?ments?|scores?|categor(?:y|ies)|rungs?)"
SUPERLATIVE = rf"(?: possible| available)? (?:(?:overall |Ofsted )?{SCORE}|of (?:[\w’']+ ){{0,3}}{SCORE})"
GRADES: tuple[tuple[Grade, str], ...] = (
    ("requires improvement", r"[Rr]equir(?:es?|ed|ing)[ -](?:[Ii]mprovement)(?:[’'”\"]? to be good)?"),
    ("inadequate", r"[Ii]nadequate"),
    ("adequate", r"[Aa]dequate|[Ss]atisfactory"),
    ("outstanding", r"[Oo]utstanding"),
    ("good", r"[Gg]ood"),
    ("outstanding", rf"(?:highest|top|best){SUPERLATIVE}"),
    ("inadequate", rf"(?:lowest|bottom|worst){SUPERLATIVE}"),
)
GRADE = re.compile("|".join(rf"\b(?P<g{index}>{words})\b" for index, (_, words) in enumerate(GRADES)))
ANY = "|".join(words for _, words in GRADES)
FIRM: frozenset[Grade] = frozenset({"inadequate", "requires improvement"})
QUOTES = frozenset("‘“\"'’")
COURSE = re.compile(
    rf"\bfrom (?:an? |being |the )?[‘“\"']?(?P<before>{ANY})[’”\"']?(?: [^.;,]{{0,40}}?)? "
    rf"(?:up |down |straight )?to (?:an? |being |the )?[‘“\"']?(?P<after>{ANY})\b"
)
LEFT = re.compile(
    r"\b(?:out of|lost (?:its|their|the|that)|stripped of (?:its|the|their)|shed (?:its|the)|shaken? off (?:its|the)|"
    r"no longer|ceased to be|stopped being) (?:an? )?[‘“\"']?$"
)
LOOSE = re.compile(
    r"[’'”\"]?\s*(?:or (?:better|outstanding|good)|enough|progress|practice|care\b|quality|work|links|"
    r"understanding|relationships?|use|news|reasons?|ideas?|faith|time|candidates?|debts?|to see|at\b|luck|deal\b)",
    re.IGNORECASE,
)


def grade_of(match: re.Match[str]) -> Grade:
    """The grade that a match of `GRADE` names."""
    return GRADES[int((match.lastgroup or "g0")[1:])][0]


def is_quoted(text: str, start: int) -> bool:
    """Whether a quotation mark opens right before an offset."""
    return text[max(0, start - 1) : start] in QUOTES and start > 0
