"""An evaluation as Markdown tables, and the page that publishes them between two marks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from graph.model import WhoheldError
from ingest.evaluation.figures import Calibration, Evaluation, Figures, Share

BEGIN = "<!-- figures: written by `make accuracy` -->"
END = "<!-- end of figures -->"
HEAD = ("", "precision", "recall", "F1", "right", "claims", "facts")


class NoPlaceForFigures(WhoheldError):
    """A page that does not say where its figures are."""


def as_markdown(evaluation: Evaluation) -> str:
    """All figures, without the list of errors."""
    groups: dict[str, Mapping[str, Figures]] = {
        "": {"all": evaluation.total, **_named_halves(evaluation.halves)},
        "By kind of claim": evaluation.kinds,
        "By genre of document": evaluation.genres,
        "By post, of the tenures": evaluation.roles,
    }
    parts = [
        f"{evaluation.documents} documents, {evaluation.total.gold:,} facts.",
        *(_section(title, _figures(group)) for title, group in groups.items()),
        _section("Of the right claims, these details are right, too", _slots(evaluation)),
        _section("What a confidence means", _bins(evaluation.calibration)),
        above_in_words(evaluation.calibration),
    ]
    return "\n\n".join(parts) + "\n"


def above_in_words(calibration: Calibration) -> str:
    """How often claims at and above the threshold are right, in a sentence."""
    above = calibration.above
    if above.share is None:
        return f"No claim has a confidence of {calibration.threshold:g} or more."
    return (
        f"Claims with a confidence of {calibration.threshold:g} or more are right in "
        f"{100 * above.share:.1f} of 100 ({above.right} of {above.of})."
    )


def into_page(page: Path, evaluation: Evaluation) -> None:
    """Replace what stands between the page's two marks; raises `NoPlaceForFigures` where it has none."""
    text = page.read_text(encoding="utf-8") if page.exists() else ""
    before, begins, rest = text.partition(BEGIN)
    _, ends, after = rest.partition(END)
    if not begins or not ends:
        raise NoPlaceForFigures(f"{page} has no place for the figures: put the lines “{BEGIN}” and “{END}” in it")
    page.write_text(f"{before}{BEGIN}\n\n{as_markdown(evaluation)}\n{END}{after}", encoding="utf-8")


def _named_halves(halves: Mapping[str, Figures]) -> dict[str, Figures]:
    names = {"read": "read while the rules were written", "set aside": "set aside"}
    return {names[half]: halves[half] for half in names if half in halves}


def _section(title: str, table: str) -> str:
    return f"**{title}**\n\n{table}" if title else table


def _figures(group: Mapping[str, Figures]) -> str:
    return _table(HEAD, ((name, *_cells(figures)) for name, figures in group.items()))


def _cells(figures: Figures) -> tuple[str, ...]:
    shares = (figures.precision, figures.recall, figures.f1)
    return (*map(_short, shares), str(figures.hits), str(figures.claims), str(figures.gold))


def _slots(evaluation: Evaluation) -> str:
    shown: dict[str, Share] = {**evaluation.slots, "all dates": evaluation.dates, "quote verbatim": evaluation.quotes}
    return _table(("", "share", "right", "of"), ((name, *_share(share)) for name, share in shown.items()))


def _bins(calibration: Calibration) -> str:
    rows = (
        (f"{each.low:g} – {each.high:g}", *(_share(each.claims)), "–" if each.mean is None else _short(each.mean))
        for each in calibration.bins
    )
    return _table(("confidence", "share right", "right", "claims", "mean confidence"), rows)


def _share(share: Share) -> tuple[str, str, str]:
    return ("–" if share.share is None else _short(share.share), str(share.right), str(share.of))


def _short(share: float) -> str:
    return f"{share:.2f}"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    marks = ("---", *("--:" for _ in head[1:]))
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, marks, *rows))
