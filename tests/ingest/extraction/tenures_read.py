"""A document made of a few words, and the tenures that are read out of it."""

from collections.abc import Sequence

from graph.model import Document, TenureStatement
from ingest.extraction.context import Context, read_context
from ingest.extraction.tenures import offers


def context_of(text: str, published: str | None = "2020-06-15") -> Context:
    return read_context(
        Document(
            id="document/sample",
            source="sample",
            sha256="0" * 64,
            text=text,
            title=text.split("\n", 1)[0],
            media_type="text/plain",
            published=published,
        )
    )


def tenures_in(text: str, published: str = "2020-06-15") -> list[TenureStatement]:
    statements = [claim.statement for claim, _ in offers(context_of(text, published))]
    return [each for each in statements if isinstance(each, TenureStatement)]


def bare(organisation: str | None) -> str:
    words = (organisation or "").lower().replace("’", "'").split()
    return " ".join(word for word in words if word not in {"the", "city", "borough", "county", "council", "of"})


def found_in(
    text: str, published: str = "2020-06-15"
) -> dict[tuple[str, str, str, bool], tuple[str | None, str | None]]:
    """Person, role, bare organisation and interim of each tenure, with the first start and end told of it."""
    found: dict[tuple[str, str, str, bool], tuple[str | None, str | None]] = {}
    for each in tenures_in(text, published):
        key = (each.person, each.role, bare(each.org), each.interim)
        start, end = found.get(key, (None, None))
        found[key] = (start or each.start, end or each.end)
    return found


Expected = tuple[str, str, str | None, str | None, bool]
"""A person and a post, when it began and ended, and whether it is held for a time only."""


def assert_tells(text: str, expected: Sequence[Expected]) -> None:
    """Whether a document of 15 June 2021 yields these tenures, and none at all where none is expected."""
    found = found_in(text, "2021-06-15")
    read = {(person, role, *found[person, role, org, interim], interim) for person, role, org, interim in found}
    for person, role, start, end, interim in expected:
        assert any(each[0] == person and role in each[1] and each[2:] == (start, end, interim) for each in read), (
            f"{person} as {role} is not among {sorted(map(str, read))}"
        )
    assert bool(read) == bool(expected)
