"""What the clause around a date tells of when it is: whether ahead or past, since then or until then."""

from __future__ import annotations

import re
from dataclasses import dataclass

FORCED = "".join(rf"(?<!\b{each} )(?<!\b{each} to )" for each in ("had", "made", "forced", "came"))  # to leave: past
AHEAD = re.compile(
    rf"\b{FORCED}(?:"
    r"will|shall|is to|are to|[’']ll|due|would(?! have)|expected|starts?|takes? (?:over|up|on)|joins?|begins|leaves|"
    r"retires?|moves? (?:up|on|to)|steps? (?:down|up)|stands? down|goes|becomes?|stays?|remains?|acts|continues?|"
    r"arrives|departs|passes|bows out|succeeds|serves out|is (?:off|away)|until further|next|hands? over|"
    r"finish(?:es)?|asked to|to (?:begin|start|join|leave|retire|return|become|succeed|replace|stand|step|stay|act)|"
    r"(?:is|are) (?:now |also )?(?:leaving|standing|stepping|retiring|joining|taking|moving|starting|returning|going|"
    r"coming|becoming|handing)|for [\w-]+ (?:months|years) from|"
    r"has (?:been )?(?:appointed|named|made|chosen)\b[^.;]*\bfrom|to [a-z]+ [^.;:]*\bby)\b(?! (?:was|were))",
    re.IGNORECASE,
)
COMES_WITHIN, STARTS_WITHIN, LASTS_WITHIN = 4, 6, 9  # months
STARTING = re.compile(
    r"\b(?:appointed|named|chosen|selected|picked|asked|agreed|hired|made|confirmed|recruited|promoted|successor)\b"
    r"[^.;\n]*\b(?:from|with effect|effective|starting|beginning)(?: on| from)?\s+$",
    re.IGNORECASE,
)
NO_VERB = r"(?:Ofsted|indeed|need|proceed|succeed|exceed|speed|hundred|looked[ -]after|fixed|(?-i:[A-Z]))"  # names, too
PAST = re.compile(
    rf"(?<!\bis )(?<!\bare )(?<!\bbe )(?<!\bbeing )\b(?:(?!{NO_VERB})\w+ed|beg[au]n|came|took|taken|was|were|been|"
    r"had|left|went|made|held|met|found|said|gave|given|got|saw|seen|"
    r"told|spoke|wrote|written|brought|ran|led|rose|fell|became|chose|chosen|knew|kept|lost|sent|stood|stepped|quit|won|"
    r"paid|set up|did|done|spent|ago|already|since|(?-i:(?:Appoint|Elect|Nam|Promot|Hir|Recruit|Inspect|Publish)ed))\b",
    re.IGNORECASE,
)
UNSTARTED = re.compile(
    r"\b(?:visit|inspection|inspected|report|letter|rating|review|judge?ment|survey|figures|since|after|following)\b",
    re.I,
)
UNTIL = re.compile(r"\b(?:until|till|by)\s+$", re.IGNORECASE)
SINCE = re.compile(r"\bsince\s+$", re.IGNORECASE)
HAD = re.compile(r"\bhad\b")
SENTENCE_ENDS = (". ", ".\n", "\n", "? ", "! ", ".” ", '." ')


@dataclass(frozen=True, slots=True)
class Clause:
    """The words before and behind a date, in its clause."""

    before: str
    behind: str

    @property
    def is_ahead(self) -> bool:
        """Whether it speaks of what is to come; a date that opens its clause is told by the words after it."""
        cues = list(AHEAD.finditer(self.before))
        if cues:
            return not PAST.search(self.before[cues[-1].end() :])
        cue = AHEAD.search(self.behind)
        return bool(cue) and not PAST.search(self.before + self.behind[: cue.start() if cue else 0])

    @property
    def is_past(self) -> bool:
        """Whether a verb is in the past."""
        return bool(PAST.search(self.words))

    @property
    def is_until(self) -> bool:
        """Whether it goes on until, or by, the date."""
        return bool(UNTIL.search(self.before))

    @property
    def is_since(self) -> bool:
        """Whether it has gone on since the date, and still does."""
        return bool(SINCE.search(self.before)) and not HAD.search(self.words)

    @property
    def likely(self) -> int:
        """The months within which a date that no tense places is rather to come than past; none where it is past."""
        if STARTING.search(self.before):
            return STARTS_WITHIN
        if self.is_past or UNSTARTED.search(self.words):
            return 0
        return LASTS_WITHIN if self.is_until else COMES_WITHIN

    @property
    def words(self) -> str:
        """All of it but the date."""
        return f"{self.before} {self.behind}"


def clause_of(text: str, start: int, end: int) -> Clause:
    """The clause around a date."""
    behind = re.split(r"[.;\n]|, (?:and|but|who|which)\b", text[end : end + 80], maxsplit=1)[0]
    return Clause(text[_clause_start(text, start) : start], behind)


def sentence_start(text: str, offset: int) -> int:
    """Where the sentence around a place begins."""
    ends = ((text.rfind(mark, 0, offset), len(mark)) for mark in SENTENCE_ENDS)
    return max((at + length for at, length in ends if at >= 0), default=0)


def _clause_start(text: str, offset: int) -> int:
    sentence = sentence_start(text, offset)
    marks = [
        text.rfind(mark, sentence, offset) for mark in (", and ", "; ", ", who ", ", which ", ", but ", ", having ")
    ]
    return max(sentence, *marks)
