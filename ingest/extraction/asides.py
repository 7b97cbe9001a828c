"""Bodies named in passing: where somebody comes from, a neighbour, a former employer, one of a list."""

from __future__ import annotations

import re

from ingest.mention import Mention

ASIDE = re.compile(
    r"(?:\b(?:from|neighbouring|nearby|like|unlike|formerly|previously|than|left|leave|as in|"
    r"elsewhere|include|including|"
    r"joins|joined|moving to|for example|with|to|by)|\b(?:former|formerly|ex|previously|once|[Cc]urrently|"
    r"at present|now)\b[^.;\n]{0,60} (?:of|at|for|in)|\bdirector (?:of [\w’' ]+ )?(?:at|in|for)|"
    r"\b[Cc]urrently[\w ’',]* (?:at|in))\s+(?:the )?$"
)
LISTED, LISTED_BEFORE = re.compile(r"\s?[·|•]"), re.compile(r"[·|•]\s?$")
TITLED = re.compile(r" (?:director|DCS|assistant|deputy|chief|headteacher|MP)\b")


def is_aside(text: str, mention: Mention) -> bool:
    """Whether a body is named only in passing at this place of the text."""
    if TITLED.match(text, mention.end) or LISTED.match(text, mention.end):
        return True
    if LISTED_BEFORE.search(text, max(0, mention.start - 3), mention.start):
        return True
    return bool(ASIDE.search(text[max(0, mention.start - 60) : mention.start]))
