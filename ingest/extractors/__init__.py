"""Which extractor reads a document: each is an entry point, so that a package beside whoheld can bring its own.

An extractor is a function from a document to its claims. An entry point of the group `whoheld.extractors` names it, or
a class without parameters whose instances are such functions (for one that keeps something between documents).
"""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points
from typing import Protocol, cast, runtime_checkable

from graph.model import Claim, Document, WhoheldError

GROUP = "whoheld.extractors"
DEFAULT = "spacy"


class UnknownExtractor(WhoheldError):
    """No installed package brings an extractor of this name, or it can't be imported."""


class BadClaim(WhoheldError):
    """An extractor returned a claim that the document does not bear out."""


class Extractor(Protocol):
    """Reads a document's claims; raises `WhoheldError` for a document that it cannot read."""

    def __call__(self, document: Document, /) -> tuple[Claim, ...]:
        """Every claim of the document, each with `quote == document.text[start_offset:end_offset]`."""


@runtime_checkable
class Accounting(Protocol):
    """An extractor that can say at the end what its work took and what it left out."""

    def report(self) -> str:
        """Cost and failures since it was made, for people."""


def extractor(name: str = DEFAULT) -> Extractor:
    """The extractor of that name, ready for use; raises `UnknownExtractor` with the names there are."""
    known = {each.name: each for each in entry_points(group=GROUP)}
    if name not in known:
        raise UnknownExtractor(f"There is no extractor “{name}”. Installed are: {', '.join(sorted(known))}.")
    loaded = _loaded(known[name])
    return cast("Extractor", loaded() if isinstance(loaded, type) else loaded)


def _loaded(entry: EntryPoint) -> object:
    try:
        return cast("object", entry.load())
    except ImportError as error:
        raise UnknownExtractor(
            f"The extractor “{entry.name}” ({entry.value}) can't be imported: {error}. Install what it needs"
            + (": pip install 'whoheld[llm]'." if entry.name == "llm" else ".")
        ) from error


def claims_of(read: Extractor, document: Document) -> tuple[Claim, ...]:
    """The claims an extractor finds, each checked against the text; raises `BadClaim` for one that is not there."""
    claims = read(document)
    for claim in claims:
        if claim.document != document.id or claim.quote != document.text[claim.start_offset : claim.end_offset]:
            raise BadClaim(
                f"The extractor “{claim.method}” returned a claim whose quote is not at its place in "
                f"{document.id}: “{claim.quote[:80]}”. Its offsets must count in the document's text."
            )
    return claims
