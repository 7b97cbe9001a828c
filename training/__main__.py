"""Make the models: `python -m training` cross-validates them by document, fits them and writes their files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from zipfile import ZIP_DEFLATED

import skops.io

from graph.model import Claim
from ingest.evaluation.evaluate import evaluate
from ingest.evaluation.figures import Figures
from ingest.extraction.deciding.confidence import Confidence
from ingest.extraction.deciding.subject import MODEL
from ingest.trained import FOLDER, NETWORK, Model
from ingest.trained.network import Network
from ingest.unregistered import MODEL as PLACES
from training.corpus import corpora
from training.examples import Lesson
from training.grammar import generated
from training.stages import fit
from training.unseen import Unseen, fit_confidence, fit_places, fit_subject, unseen


def main() -> None:
    """Tell how well models do on documents that they had not seen, then fit on all and write the files."""
    lessons = [Lesson(each) for each in (*corpora(), *generated())]
    print(f"{len(lessons)} documents, {sum(len(each.wanted) for each in lessons)} facts")
    places = fit_places(lessons, print)
    subject = fit_subject(lessons, print)
    read = unseen(lessons, print)
    check(read)
    confidence = fit_confidence([each for fold in read for each in fold])
    write({PLACES: places, MODEL: subject, **fit(lessons, print), **confidence})


def write(models: Mapping[str, Model]) -> None:
    """Put the models' files where extraction finds them."""
    for name, model in models.items():
        path = FOLDER / f"{name}{NETWORK if isinstance(model, Network) else '.skops'}"
        if isinstance(model, Network):
            path.write_bytes(model.to_bytes())
        else:
            skops.io.dump(model, path, compression=ZIP_DEFLATED, compresslevel=9)
        print(f"{path.name}: {path.stat().st_size // 1024} kB")


def check(read: Sequence[Sequence[Unseen]]) -> None:
    """Print precision, recall and F1 of the whole extraction on documents kept from its models, by corpus."""
    found: dict[str, tuple[Claim, ...]] = {}
    for fold in read:
        fit_confidence([each for other in read if other is not fold for each in other])
        found |= {each.lesson.annotated.name: Confidence(each.lesson.context, each.claims).weighed() for each in fold}
    documents = [each.lesson.annotated for fold in read for each in fold]
    for source in [*sorted({each.source for each in documents}), ""]:
        own = [each for each in documents if each.source.startswith(source)]
        gold, optional = {each.name: each.facts for each in own}, {each.name: each.optional for each in own}
        told = evaluate(gold, found, optional=optional)
        shares = " ".join(f"{kind} {_shown(figures)}" for kind, figures in told.kinds.items())
        print(f"{source or 'all':12} {_shown(told.total)} | {shares} | dates {told.dates.right}/{told.dates.of}")


def _shown(figures: Figures) -> str:
    return f"{figures.precision:.2f}/{figures.recall:.2f}/{figures.f1:.2f}"


if __name__ == "__main__":
    main()
