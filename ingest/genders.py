"""Whether somebody is a "she" or a "he": by the title, else by how often women and men bear the given name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import names

TITLES = {
    "she": re.compile(r"(?:\w+ )?(?:Mrs|Ms|Miss|Dame|Lady|Baroness|Sister)\b"),
    "he": re.compile(r"(?:\w+ )?(?:Mr|Sir|Lord|Baron)\b"),
}
PRONOUNS = {"she": "she", "her": "she", "herself": "she", "he": "he", "his": "he", "him": "he", "himself": "he"}
CLEAR = 9  # times as often


def gender(forms: Iterable[str]) -> str | None:
    """ "she" or "he" for somebody who is written in these forms; None where they do not tell."""
    told = tuple(forms)
    for pronoun, title in TITLES.items():
        if any(title.match(each) for each in told):
            return pronoun
    return next((found for each in told if (found := _of_given_name(each))), None)


def fits(pronoun: str, forms: Iterable[str]) -> bool:
    """Whether a pronoun may mean somebody who is written in these forms."""
    wanted = PRONOUNS.get(pronoun.lower())
    return wanted is None or gender(forms) in {wanted, None}


def title_says(pronoun: str, form: str) -> bool:
    """Whether a title in a form says that a pronoun may mean its bearer."""
    wanted = PRONOUNS.get(pronoun.lower())
    return wanted is not None and bool(TITLES[wanted].match(form))


def _of_given_name(name: str) -> str | None:
    women, men = _bearers()
    given = name.split(maxsplit=1)[0].lower() if " " in name else ""
    she, he = women.get(given, 0.0), men.get(given, 0.0)
    return "she" if she > CLEAR * he else "he" if he > CLEAR * she else None


@cache
def _bearers() -> tuple[dict[str, float], dict[str, float]]:
    """How many in 100 women and men bear each given name, by the census of the United States of 1990."""
    women, men = (
        {
            name.lower(): float(share)
            for name, share, *_ in map(str.split, Path(names.FILES[key]).read_text().splitlines())
        }
        for key in ("first:female", "first:male")
    )
    return women, men
