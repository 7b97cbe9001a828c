"""Words for what people do: the head nouns of titles, by how much they say alone."""

from __future__ import annotations

from functools import lru_cache

OFFICES = frozenset(
    """manager officer director coordinator co-ordinator secretary treasurer convenor convener president clerk governor
    trustee editor principal headteacher headmaster headmistress supervisor registrar coroner ombudsman superintendent
    commander warden bursar scrutineer controller administrator organiser chancellor vice-chancellor provost dean
    chaplain bishop vice-chair co-chair vice-president""".split()
)
PROFESSIONS = frozenset(
    """worker nurse doctor paediatrician psychologist psychiatrist therapist teacher lecturer professor researcher
    analyst accountant lawyer barrister solicitor judge magistrate constable sergeant consultant practitioner
    specialist planner engineer counsellor guardian midwife matron advocate auditor reader fellow
    advisor adviser steward visitor individual educator demographer economist archivist statistician partner vicar
    trainee""".split()
)
PARTS = frozenset("lead head leader chief boss representative rep assistant".split())
LEADERS = frozenset(
    """commissioner chair chairman chairwoman chairperson inspector leader mayor minister dcs ceo member
    holder""".split()
)
HEADS = OFFICES | PROFESSIONS | PARTS


@lru_cache(maxsize=20_000)
def singular(word: str) -> str:
    """The head noun of a title in lower case, its plural ending taken off: "Managers" → "manager"."""
    lower = word.lower()
    if lower in HEADS | LEADERS:
        return lower
    one = lower[:-3] + "y" if lower.endswith("ies") else lower[:-1] if lower.endswith("s") else lower
    return one if one in HEADS | LEADERS else lower
