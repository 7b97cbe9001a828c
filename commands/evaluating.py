"""The command that measures how right claims are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from commands.terminal import ExtractorName, out, progress_bar, reading_with
from graph.model import WhoheldError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graph.model import Claim, Document


class NothingToMeasure(WhoheldError):
    """A document of the gold, or a claim, that is not there or cannot be read."""


def evaluate(  # noqa: PLR0913 (a command's options are its parameters)
    gold: Annotated[Path, typer.Argument(help="Folder of NAME.jsonl, a fact a line.", exists=True, file_okay=False)],
    documents: Annotated[
        Path, typer.Argument(help="Folder of the documents NAME.txt, .html or .pdf.", exists=True, file_okay=False)
    ],
    *,
    optional: Annotated[
        Path | None,
        typer.Option(help="Folder of facts neither wanted nor wrong; else `optional` beside GOLD.", exists=True),
    ] = None,
    claims: Annotated[
        Path | None,
        typer.Option(help="Claims to measure, JSON lines, in place of reading anew.", exists=True, dir_okay=False),
    ] = None,
    extractor: ExtractorName = "spacy",
    set_aside: Annotated[
        Path | None, typer.Option(help="Names of documents to count apart, one a line.", exists=True, dir_okay=False)
    ] = None,
    output_format: Annotated[
        Literal["table", "json", "markdown"], typer.Option("--format", "-f", help="How to print the figures.")
    ] = "table",
    errors: Annotated[bool, typer.Option(help="List facts missed, claims too many, details wrong.")] = False,
    threshold: Annotated[float, typer.Option(min=0, max=1, help="Confidence to state the share right of.")] = 0.9,
    into: Annotated[
        Path | None, typer.Option(help="Markdown page between whose marks the figures are written.")
    ] = None,
) -> None:
    """Measure claims against the facts that careful readers found: precision, recall, dates, confidence."""
    from commands.figures import print_evaluation
    from ingest.evaluation import evaluate as measured
    from ingest.evaluation import read_facts, read_gold
    from ingest.evaluation.markdown import as_markdown, into_page

    facts = read_gold(gold)
    beside = optional or gold.parent / "optional"
    read = _documents(documents, facts)
    evaluation = measured(
        facts,
        _claims_in(claims) if claims else _extracted(read, extractor),
        optional={name: read_facts(beside / f"{name}.jsonl") for name in facts},
        texts={name: document.text for name, document in read.items()},
        set_aside=set_aside.read_text(encoding="utf-8").split() if set_aside else (),
        threshold=threshold,
    )
    if into:
        into_page(into, evaluation)
    elif output_format == "json":
        print(evaluation.model_dump_json(indent=2, exclude=None if errors else {"errors"}))
    elif output_format == "markdown":
        print(as_markdown(evaluation), end="")
    else:
        print_evaluation(out, evaluation, errors=errors)


def _documents(folder: Path, names: Mapping[str, object]) -> dict[str, Document]:
    from ingest.reading import documents_in, read

    paths = {path.stem: path for path in documents_in([folder])}
    missing = [name for name in names if name not in paths]
    if missing:
        raise NothingToMeasure(
            f"{folder} has no document {missing[0]}, of which there is gold ({len(missing)} missing)"
        )
    return {name: read(paths[name]) for name in names}


def _extracted(documents: Mapping[str, Document], extractor: str) -> dict[str, tuple[Claim, ...]]:
    from ingest.extractors import claims_of

    with reading_with(extractor) as reader, progress_bar() as bar:
        return {name: claims_of(reader, each) for name, each in bar.track(documents.items(), description="Reading")}


def _claims_in(path: Path) -> Mapping[str, Sequence[Claim]]:
    from ingest.wire import BadClaim, from_line

    found: dict[str, list[Claim]] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                claim = from_line(line)
            except BadClaim as error:
                raise NothingToMeasure(f"{path}, line {number}: {error}") from None
            found.setdefault(claim.document, []).append(claim)
    return found
