"""What the models decide, as a reader of claims sees it."""

from pathlib import Path

import pytest
import skops.io
from sklearn.preprocessing import FunctionTransformer

from graph.model import Claim, Document, TenureStatement
from ingest import trained as model
from ingest.extraction import extract


def claims(text: str) -> tuple[Claim, ...]:
    document = Document(id="document/x", source="x.txt", sha256="", text=text, title="", media_type="text/plain")
    return extract(document)


def surest(text: str, person: str) -> float:
    return max(
        (
            claim.confidence
            for claim in claims(text)
            if isinstance(claim.statement, TenureStatement) and claim.statement.person == person
        ),
        default=0.0,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Ruth Ormerod is director of children’s services at Bexwick Council.",
        "Bexwick Council has appointed Ruth Ormerod as its director of children’s services. "
        "She comes from Leeds, where she ran early help.",
        "“We will improve,” said Ruth Ormerod, the director of children’s services at Bexwick Council.",
    ],
)
def test_what_is_plainly_told_is_held_for_sure(text: str) -> None:
    assert surest(text, "Ruth Ormerod") > 0.8


@pytest.mark.parametrize(
    "text",
    [
        "Ruth Ormerod wrote to the director of children’s services at Bexwick Council.",
        "Ruth Ormerod withdrew from the race to be director of children’s services at Bexwick Council.",
        "Bexwick Council denied that Ruth Ormerod would become director of children’s services.",
        "Ruth Ormerod, a foster carer, asked the director of children’s services at Bexwick Council for help.",
    ],
)
def test_what_only_brings_a_person_and_a_post_together_is_no_claim(text: str) -> None:
    assert surest(text, "Ruth Ormerod") == 0


def test_confidence_is_a_share_and_nothing_unlikely_is_claimed() -> None:
    text = "Bexwick Council was rated inadequate in May 2019. Its chief executive, Al Brand, left. Then came Bo Dale."
    found = claims(text)
    assert found
    assert all(0.5 <= claim.confidence <= 1 for claim in found)


def test_a_missing_model_says_how_to_make_it() -> None:
    with pytest.raises(model.NoModel, match="make models"):
        model.chances("unheard_of", [{"one": 1.0}])


def test_a_model_file_with_foreign_code_is_not_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    skops.io.dump(FunctionTransformer(func=print), tmp_path / "foreign.skops")
    monkeypatch.setattr(model, "FOLDER", tmp_path)
    with pytest.raises(Exception, match=r"[Uu]ntrusted"):
        model.chances("foreign", [{"one": 1.0}])
