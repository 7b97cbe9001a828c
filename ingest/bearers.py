"""Who bears a name: surnames and first names led back to the full name of a document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from spacy.tokens import Doc, Token

from ingest.genders import gender
from ingest.mention import Mention
from ingest.namewords import COUNCILLOR, FULL, INVERTED, NO_NAME, PLAIN_WORDS, TITLES
from ingest.people import acts, wrong_word
from ingest.registers import register

INITIALS = 2  # letters of a word in capitals that may be initials


def propagated(doc: Doc, text: str, spans: list[tuple[int, int]], blocked: list[tuple[int, int]]) -> Iterator[Mention]:
    """Every mention of the people whose names stand at the spans, under the fullest form of each name."""
    bare = {span: _small(TITLES.sub("", text[slice(*span)]).strip()) for span in spans}
    full = _full_names(bare.values())
    full += tuple(_ending_in({n for n in bare.values() if " " not in n}, full, text))
    reversed_names = list(_register_style(text))
    reversed_spans = [(each.start, each.end) for each in reversed_names]
    titled = {span: bool(TITLES.match(text[slice(*span)])) for span in spans}
    forms = {name: [text[slice(*span)] for span in spans if bare[span] == name] for name in full}
    known = [
        _person(text, match.span(), name)
        for name in full
        for match in re.finditer(rf"(?<!\w)(?:{re.escape(name)}|{re.escape(name.upper())})(?!\w)", text)
    ]
    for span in spans:
        within = [each for each in known if each.start < span[1] and span[0] < each.end]
        if within:
            known = [each for each in known if each not in within] + [_widened(text, span, each) for each in within[:1]]
            continue
        name = _resolve(bare[span], full, partial(by_title, text[slice(*span)], forms=forms))
        if name is None and titled[span]:
            name = bare[span]
        if name:
            known.append(_person(text, span, name))
    known = [
        each for each in known if not any(a < each.end and each.start < b for a, b in reversed_spans)
    ] + reversed_names
    taken = [(each.start, each.end) for each in known] + blocked
    known += [
        each for each in _bare_words(doc, text, full) if not any(a < each.end and each.start < b for a, b in taken)
    ]
    return iter(sorted(known, key=lambda each: each.start))


def _person(text: str, span: tuple[int, int], name: str) -> Mention:
    shown = _small(name)
    return Mention(*span, text[slice(*span)], shown, "person", shown.lower())


def _small(name: str) -> str:
    """A name written in capitals, or with its surname in them, as others are."""
    if name.isupper():
        return name.title().replace("’S", "’s")
    return " ".join(word.title() if len(word) > INITIALS and word.isupper() else word for word in name.split())


def _register_style(text: str) -> Iterator[Mention]:
    """A line like "WEIR, Rosemary Ann", as registers of companies have them."""
    for match in INVERTED.finditer(text):
        if NO_NAME.search(match["first"]):
            continue  # "ANN LEE, Chief Executive"
        yield _person(text, match.span("name"), f"{match['first'].strip()} {match['last'].title()}")


def _widened(text: str, span: tuple[int, int], mention: Mention) -> Mention:
    """The mention with the title that stands before it."""
    return _person(text, (min(span[0], mention.start), max(span[1], mention.end)), mention.name)


def _full_names(written: Iterable[str]) -> tuple[str, ...]:
    """Full names in order of appearance, a name inside a longer one left out."""
    names_ = list(dict.fromkeys(name for name in written if " " in name and not re.match(r"[A-Z]\.? ", name)))
    return tuple(n for n in names_ if not any(n != o and set(n.split()) < set(o.split()) for o in names_))


def _ending_in(surnames: set[str], full: tuple[str, ...], text: str) -> Iterator[str]:
    """Full names of people who are otherwise named by title and surname only."""
    missing = surnames - {each.split()[-1] for each in full}
    for match in FULL.finditer(text) if missing else ():
        name = match.group()
        is_name = not wrong_word(name) and not TITLES.match(name) and not _is_council(name)
        if name.split()[-1] in missing and len(name.split()) == 2 and is_name:
            yield name


def by_title(written: str, several: Sequence[str], forms: Mapping[str, Sequence[str]]) -> str:
    """Whom of several people with a surname a title and that surname mean; `forms` is how each is written in full.

    "Cllr Smith" is the one who is a councillor, "Mr Smith" the one who can be a man; else it is the first of them.
    """
    elected = [each for each in several if any(COUNCILLOR.match(form) for form in forms.get(each, ()))]
    left = (COUNCILLOR.match(written) and elected) or several
    wanted = gender([written])
    fit = [each for each in left if gender([*forms.get(each, ()), each]) in {wanted, None}]
    return (fit or left)[0] if wanted else left[0]


def _resolve(name: str, full: tuple[str, ...], choose: Callable[[Sequence[str]], str]) -> str | None:
    if name in full:
        return name
    parts = name.split()
    if len(parts) == 2 and re.fullmatch(r"[A-Z]\.?", parts[0]):
        return next((each for each in full if each.split()[-1] == parts[1] and each[0] == parts[0][0]), name)
    fits = [each for each in full if set(parts) <= set(each.split())]
    last = [each for each in fits if each.split()[-1] == parts[-1]] or [
        each for each in full if len(parts) == 1 and each.split()[-1].split("-")[-1] == parts[0]
    ]
    best = last or fits
    return choose(best) if best else name if len(parts) > 1 else None


def _bare_words(doc: Doc, text: str, full: tuple[str, ...]) -> Iterator[Mention]:
    """Surnames and first names alone, of people whose full name stands in the document."""
    surnames = {each.split()[-1]: each for each in reversed(full)}
    firsts = {each.split()[0]: each for each in full}
    common = [each.split()[0] for each in full]
    for token in doc:
        if not token.is_title and not token.text.isupper():
            continue
        name = surnames.get(token.text) or (firsts.get(token.text) if common.count(token.text) == 1 else None)
        if (
            name is None
            or (token.text in PLAIN_WORDS and not acts(token))
            or (_is_place(token.text) and _used_as_place(token, text))
        ):
            continue
        if token.pos_ in {"PROPN", "NOUN"} or token.ent_type_ == "PERSON":
            yield _person(text, (token.idx, token.idx + len(token)), name)


def _used_as_place(token: Token, text: str) -> bool:
    """Whether a surname that is a place too stands for the place: after "in", before "council"."""
    before = token.doc[token.i - 1].lower_ if token.i else ""
    after = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    if before in {"in", "at", "from", "to", "for", "of", "near", "across"} or after in {
        "council",
        "city",
        "borough",
        "county",
    }:
        return True
    named = re.search(rf"\b{token.text} (?:\w+ )?[Cc]ouncil", text)
    return bool(named) and not acts(token)


def _is_place(word: str) -> bool:
    return register().find(word) is not None


def _is_council(words: str) -> bool:
    """Whether words that could be a person's full name ("Cheshire West") are a council's of the register."""
    return " " in words and register().find(words) is not None
