"""The rules for dates: each a pattern and what its match means, a moment, two, or nothing.

Earlier rules win where two overlap. A group `lead` is a preposition that must stand before and is no part of the date.
"""

from __future__ import annotations

from ingest import date_relative as relative
from ingest import date_told as told
from ingest.date_told import Make
from ingest.feasts import NAMES
from ingest.moments import MONTHS, NUMBERS, SEASONS, WEEKDAYS

DAY = r"(?P<d>[0-3]?\d)(?:st|nd|rd|th)?"
MONTH_NAMES = "|".join((*MONTHS, *(f"{name[:3]}\\b\\.?" for name in MONTHS), "sept\\b\\.?"))
MONTH = rf"(?P<m>{MONTH_NAMES})"
YEAR = r"(?P<y>(?:19|20)\d\d)(?!\d)"
WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:the\s+)?)?"
TO = r"\s*(?:-|–|—|to|until|till|and|through)\s*(?:the\s+)?"
UP_TO = r"\s*(?:-|–|—|to|until|till|through)\s*"
COUNT = rf"(?P<n>\d{{1,2}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
SEASON = rf"(?P<s>{'|'.join(SEASONS)})"
PART = (
    r"(?:(?:the\s+)?(?P<part>very\s+end|end|close|start|most|much|whole|bulk|course|best\s+part|beginning|turn|middle|early|late|mid|latter\s+part|"
    r"(?:first|second|third|fourth|last|final)\s+(?:weeks?|days)|first\s+half|second\s+half)(?:\s+of|\s+in)?(?:\s+|-))"
)
COUNTED = "children|young|staff|cases|people|pupils|homes|families|words|social|referrals|pounds"
NOT_COUNTED = rf"(?!\d|[,.]\d|\s*(?:%|per\s?cent|{COUNTED})\b)"

YEARS = r"(?P<which>last|this|next|that|the\s+same|the\s+following|the\s+previous|the\s+next)\s+year\b"
TOLD = r"(?P<which>that(?:\s+same)?|the\s+same|the\s+following|the\s+next|the\s+previous)"
UNIT = r"(?P<unit>years?|months?|weeks?|days?|fortnight|decades?)"
KIND = r"(?P<kind>financial|municipal|academic|school|fiscal|civic|council|reporting)\s+year"
FEASTS = "|".join(each.replace("'", "[’']").replace(" ", r"\s+") for each in NAMES)
FESTIVAL = rf"(?P<word>{FEASTS})\b(?!(?:[’']s)?\s+honours|[’']s\s+(?:eve|day)\b)"
WHICH = r"(?P<which>last|this|next)"
BEFORE_LAST = r"(?P<which>before\s+last)\b"
NTH = r"(?:st|nd|rd|th)?"
DAY0 = rf"(?P<d0>\d{{1,2}}){NTH}"
DAYTH0, DAYTH = r"(?P<d0>\d{1,2})(?:st|nd|rd|th)", r"(?P<d>\d{1,2})(?:st|nd|rd|th)\b"
MONTH0 = rf"(?P<m0>{MONTH_NAMES})"
YEAR0 = r"(?P<y0>(?:19|20)\d\d)"
NO_AMOUNT = r"\b(?!\s*(?:%|per|of))"
WEEKDAY_NAME = rf"(?P<w>{'|'.join(WEEKDAYS)})\b"
ABOUT = (
    r"(?:in|by|since|until|till|during|before|after)"
    r"(?: (?:only|just|about|around|mid|as (?:recently|late|early) as))?"
)
AS_A_DAY = r"(?=\s*(?:[,.;)]|$|(?:and|as|by|that|after|before|when|he|she|they|the|to|with)\b))"
CLAUSE = r"\s+(?=(?:the|it|he|she|they|his|her|its|their|being|becoming|an?|\w+ing)\b|(?-i:[A-Z]))"
NO_CLAUSE = rf"\b(?!{CLAUSE}|\s+{COUNT.replace('?P<n>', '?:')}\b)"


def _lead(words: str) -> str:
    return rf"\b(?P<lead>(?:{words})\s+)"


RULES: tuple[tuple[str, Make], ...] = (
    # Several days and ranges of full dates
    (rf"{DAY0}\s+{MONTH0},?\s+{YEAR0}{TO}{WEEKDAY}{DAY}\s+{MONTH},?\s+{YEAR}", told.full_range),
    (rf"{DAY0}\s+{MONTH0}{TO}{WEEKDAY}{DAY}\s+{MONTH},?\s+{YEAR}", told.days_over_months),
    (rf"{DAY0}(?:,\s*\d{{1,2}}{NTH})*,?{TO}{WEEKDAY}{DAY}\s+(?:of\s+)?{MONTH},?\s+{YEAR}", told.days),
    (rf"{MONTH}\s+{DAY0}{TO}{DAY},?\s+{YEAR}", told.days),
    (rf"{MONTH0}\s+{DAY0}{UP_TO}{MONTH}\s+{DAY},?\s+{YEAR}", told.days_over_months),
    # One day
    (rf"{WEEKDAY}{DAY}\s+(?:of\s+)?{MONTH},?\s+{YEAR}", told.full),
    (rf"{WEEKDAY}{MONTH}\s+{DAY},?\s+{YEAR}", told.full),
    (r"(?P<y>(?:19|20)\d\d)-(?P<mm>[01]\d)-(?P<d>[0-3]\d)(?!\d)", told.figures),
    (r"(?<![\d/])(?P<d>[0-3]?\d)[/.](?P<mm>[01]?\d)[/.](?P<y>(?:19|20)\d\d|\d\d)(?![\d/])", told.figures),
    # Months of a row that tells its year at the end, then months from and to
    (
        rf"{MONTH}(?=,\s+(?:(?:{MONTH_NAMES}),\s+)*(?:{MONTH_NAMES}),?\s+and\s+(?:{MONTH_NAMES}),?\s+(?:of\s+)?{YEAR})",
        told.month,
    ),
    (rf"{MONTH0},?\s+{YEAR0}\s*(?:-|–|—|to|until|till)\s*{MONTH},?\s+{YEAR}", told.month_range),
    (rf"{_lead('between')}{MONTH0},?\s+{YEAR0}\s+and\s+{MONTH},?\s+{YEAR}", told.month_range),
    (rf"{MONTH0}(?P<y0>){TO}{MONTH},?\s+{YEAR}", told.month_range),
    (rf"{_lead('from')}(?:{MONTH}\s+)?{YEAR}\s+on(?:wards?)?\b(?=\s*[,.;)])", told.open_ended),
    (rf"(?:{MONTH}\s+)?{YEAR}\s*(?:-|–|—|to)\s*(?:the\s+)?(?:present|date|now|today)(?:\s+day)?\b", told.open_ended),
    (rf"(?:{DAY}\s+(?:of\s+)?)?{MONTH},?\s+(?:of\s+)?[’'](?P<yy>\d\d)(?!\d)", told.short_year),
    # "of last year", "that year"
    (rf"{DAY0}\s+{MONTH0}{TO}{DAY}\s+{MONTH},?\s+(?:of\s+)?{YEARS}", relative.in_year_of),
    (rf"{DAY0}{TO}{DAY}\s+(?:of\s+)?{MONTH},?\s+(?:of\s+)?{YEARS}", relative.in_year_of),
    (rf"{MONTH0}\s+{DAY0}{UP_TO}{MONTH}\s+{DAY},?\s+(?:of\s+)?{YEARS}", relative.in_year_of),
    (rf"{WEEKDAY}{DAY}\s+(?:of\s+)?{MONTH},?\s+(?:of\s+)?{YEARS}", relative.in_year_of),
    (rf"{MONTH}\s+{DAY0}{TO}{DAY},?\s+(?:of\s+)?{YEARS}", relative.in_year_of),
    (rf"{WEEKDAY}{MONTH}\s+{DAY},?\s+(?:of\s+)?{YEARS}", relative.in_year_of),
    (rf"{MONTH0}{TO}{MONTH},?\s+(?:of\s+)?{YEARS}", relative.in_year_of),
    (rf"{PART}?{MONTH},?\s+(?:of\s+)?{YEARS}", relative.in_year_of),
    (rf"(?:the\s+)?{SEASON},?\s+(?:of\s+)?{YEARS}", relative.in_year_of),
    # Months, seasons, quarters, parts of years
    (rf"{PART}?{MONTH},?\s+(?:of\s+)?{YEAR}", told.month),
    (rf"{PART}?(?:the\s+)?{SEASON}\s+(?:term\s+)?(?:of\s+)?{YEAR}", told.season),
    (rf"(?:the\s+)?(?P<q>first|second|third|fourth|final|last)\s+quarter\s+of\s+{YEAR}", told.quarter),
    (rf"\bQ(?P<q>[1-4])\s+(?:of\s+)?{YEAR}", told.quarter),
    (rf"(?:the\s+)?(?:early\s+|late\s+|mid-?)?{YEAR}s\b", told.decade),
    # Years from and to
    (rf"{KIND}\s+{YEAR}\s?[-–/]\s?(?P<y2>(?:20)?\d\d)(?![\d/])", told.financial_year),
    (rf"{YEAR}\s?[-–/]\s?(?P<y2>(?:20)?\d\d)\s+{KIND}\b", told.financial_year),
    (rf"{YEAR}\s?/\s?(?P<y2>(?:20)?\d\d)(?![\d/])", told.financial_year),
    (rf"{YEAR}\s?(?:-|–|—)\s?(?P<y2>(?:19|20)\d\d|\d\d)(?![\d-])", told.year_range),
    (rf"{_lead('from')}{YEAR}\s+(?:to|until|till)\s+(?P<y2>(?:19|20)\d\d|[’']\d\d)(?!\d)", told.year_range),
    (rf"{YEAR}\s+to\s+(?P<y2>(?:19|20)\d\d)(?!\d)", told.year_range),
    (rf"{_lead('between')}{YEAR}\s+(?:and|to)\s+(?P<y2>(?:19|20)\d\d)(?!\d)", told.year_range),
    (rf"{PART}{YEAR}", told.part_of_year),
    # Without a year
    (rf"\b{COUNT}\s+{UNIT}\s+ago,?\s+{WHICH}\s+(?P<grain>month|week)\b", relative.ago),
    (rf"\b{COUNT}\s+(?P<unit>years?)\s+ago,?\s+(?:(?:in|this|last)\s+){MONTH}\b", relative.ago),
    (rf"\b{COUNT}\s+(?P<unit>years?),?\s+(?P<which>this)\s+(?P<grain>month|week)\b", relative.ago),
    (rf"{DAY0}\s+{MONTH0}{TO}{WEEKDAY}{DAY}\s+{MONTH}\b", relative.nearest),
    (
        rf"{_lead('in|over|during|across')}{PART.replace('?P<part>', '?:')}?{MONTH0}\s+and\s+"
        rf"{PART}?{MONTH}\b(?!\s+\d|\s+respectively)",
        relative.adjacent,
    ),
    (rf"{_lead('between|from|over|during|throughout|across|spent')}{MONTH0}{TO}{MONTH}\b(?!\s+\d)", relative.nearest),
    (rf"{DAY0}{TO}{DAY}\s+(?:of\s+)?{MONTH}\b", relative.nearest),
    (rf"{_lead('between')}{MONTH0}\s+{DAY0}\s+and\s+{MONTH}\s+{DAY}{NO_AMOUNT}", relative.nearest),
    (rf"{MONTH0}\s+{DAY0}{UP_TO}{MONTH}\s+{DAY}{NO_AMOUNT}", relative.nearest),
    (rf"{MONTH}\s+{DAY0}{TO}{DAY}{NO_AMOUNT}", relative.nearest),
    (rf"{WEEKDAY}\b{DAY}\s+(?:of\s+)?{MONTH}\b", relative.nearest),
    (rf"{_lead('the')}{DAY}\s+of\s+(?P<which>this|last|next)\s+month\b", relative.this_month),
    (rf"{WEEKDAY}{MONTH}\s+{DAY}{NO_AMOUNT}", relative.nearest),
    (rf"{MONTH}\s+the\s+{DAYTH}", relative.nearest),
    (rf"\b(?P<which>last|this|next)\s+(?:{MONTH}|{SEASON})\b", relative.last_or_next),
    (rf"\b{TOLD}\s+(?:{MONTH}|{SEASON})\b", relative.told_month),
    (rf"\b(?:the\s+)?(?:{MONTH}|{SEASON})\s+{BEFORE_LAST}", relative.last_or_next),
    (rf"\bthe\s+(?:{MONTH}|{SEASON})\s+(?P<which>after|before|following){NO_CLAUSE}", relative.told_month),
    (
        rf"{_lead('(?:run|runs|ran|extended|prolonged|up|through|stay|contracted) to')}{PART}?{MONTH}\b(?!\s+\d)",
        relative.nearest,
    ),
    (
        rf"{_lead(ABOUT)}{PART}?{MONTH}\b(?!\s+(?:\d|Day\b))",
        relative.nearest,
    ),
    (rf"{_lead('from|and|for|the|every')}{PART}?{MONTH}\b(?=[\s.,;:)’'])(?!\s+(?:\d|(?-i:[A-Z])))", relative.nearest),
    (rf"{PART}(?:the\s+)?(?:{MONTH}|{SEASON})\b", relative.nearest),
    (
        rf"{_lead('in|by|since|until|till|after|before|during|over|from|for|throughout')}(?:the\s+)?{SEASON}\b(?!\s+of|\s+term)",
        relative.nearest,
    ),
    # Relative to the day of publication
    (rf"\b{WEEKDAY_NAME}\s+(?:of\s+)?{WHICH}\s+week\b", relative.week),
    (rf"\b(?:the\s+end\s+of\s+|earlier\s+|later\s+)?{WHICH}\s+week\b", relative.week),
    (rf"\bthe\s+week\s+{BEFORE_LAST}", relative.week),
    (rf"\bthe\s+month\s+{BEFORE_LAST}", relative.this_month),
    (rf"\bthe\s+year\s+{BEFORE_LAST}", relative.this_year),
    (rf"\b(?:the\s+)?{WHICH}\s+(?:financial|municipal)\s+year\b", relative.last_financial_year),
    (rf"\b(?<!\bthe ){PART}?(?:earlier\s+|later\s+)?{WHICH}\s+month\b", relative.this_month),
    (rf"\b{PART}?(?:earlier\s+|later\s+)?{YEARS}", relative.this_year),
    (r"\b(?:the\s+)turn\s+of\s+the\s+year\b", relative.turn_of_year),
    (r"(?:the\s+)end\s+of\s+the\s+(?P<unit>year|month)\b", relative.end_of_this),
    (r"\b(?:the\s+)?(?P<unit>year|month)(?:['’]s)?[\s-]end\b", relative.end_of_this),
    (rf"\b{WHICH}\s+{WEEKDAY_NAME}", relative.weekday),
    (rf"{_lead('on|was|from|since|until|till|by')}(?P<which>){WEEKDAY_NAME}", relative.weekday),
    (r"\b(?P<word>yesterday|today|tomorrow|tonight|this morning|this afternoon)\b", relative.day_word),
    (rf"\b{COUNT}\s+{UNIT}\s+ago\b", relative.ago),
    (rf"\b{TOLD}\s+{FESTIVAL}", relative.told_festival),
    (rf"\b(?:{WHICH}\s+)?{FESTIVAL}(?:,?\s+(?:of\s+|in\s+)?{YEAR})?", relative.festival),
    # Relative to the date told before
    (rf"\b{COUNT}\s+{UNIT}\s+(?P<way>later|earlier|previously)\b", relative.later),
    (rf"\b{COUNT}\s+{UNIT}\s+(?P<way>on)\b(?=[,.;])", relative.later),
    (rf"\b{COUNT}\s+{UNIT}\s+(?P<way>before|after)(?:\s+that\b)?{NO_CLAUSE}", relative.later),
    (rf"\b{COUNT}\s+{UNIT}\s+(?P<way>before|after)\b", relative.apart),
    (rf"{_lead('(?:from|on|between) the')}{DAYTH0}{TO}{DAYTH}", relative.told_days),
    (rf"{_lead('(?:on|since|from|until|till|by) the')}{DAYTH}(?:\s+of\s+that\s+month\b|{AS_A_DAY})", relative.told_day),
    (r"\b(?:that|the)\s+same\s+(?P<unit>year|month|week|day|date|evening)\b", relative.same),
    (r"\b(?:the\s+end\s+of\s+|later\s+|earlier\s+)?that\s+(?P<unit>year|month|week|day|evening)\b", relative.same),
    (r"\bthe\s+(?P<which>following|next|previous)\s+(?P<unit>month|week|day)\b", relative.next_unit),
    (rf"\bthe\s+(?P<unit>year|month|week|day)\s+(?P<which>before|after){NO_CLAUSE}", relative.next_unit),
    # A year alone
    (rf"(?<![\w£$€/.,-]){YEAR}{NOT_COUNTED}(?![-/]\d)", told.year),
)
