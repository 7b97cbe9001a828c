"""Facts that careful readers found: JSON lines, one file a document, read with errors that name file and line."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from graph.model import WhoheldError
from ingest.evaluation.days import days

Kind = Literal["tenure", "inspection", "direction", "trust"]
KINDS: tuple[Kind, ...] = get_args(Kind)
REQUIRED: dict[Kind, tuple[str, ...]] = {
    "tenure": ("person", "role"),
    "inspection": ("org", "kind"),
    "direction": ("org", "kind"),
    "trust": ("status",),
}
DATES = ("start", "end", "date", "published")


class BadGold(WhoheldError):
    """A file or folder of gold that cannot be read as such."""


class GoldFact(BaseModel):
    """One fact of a document, in the fields of the claim that should tell it.

    Further fields are kept: `FIELD_alt` lists values as good as the one given; `FIELD_inferable`, `FIELD_canonical` and
    `FIELD_as_written` give one such value. `council` is the council behind a trust that was inspected.
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    type: Kind
    quote: str = ""
    person: str | None = None
    role: str | None = None
    org: str | None = None
    start: str | None = None
    end: str | None = None
    interim: bool | None = False
    status: str | None = None
    kind: str | None = None
    date: str | None = None
    published: str | None = None
    judgement: str | None = None
    council: str | None = None
    name: str | None = None
    councils: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _tells_enough(self) -> Self:
        missing = [field for field in REQUIRED[self.type] if not getattr(self, field)]
        if missing:
            raise ValueError(f"a fact of type “{self.type}” needs {' and '.join(missing)}")
        for field in DATES:
            value = getattr(self, field)
            if value and days(value) is None:
                raise ValueError(f"{field} “{value}” is no EDTF date: write 2019-07-01, 2019-07, 2019 or 2016/2020")
        return self


def read_gold(folder: Path) -> dict[str, tuple[GoldFact, ...]]:
    """The facts of every document, by its name: those of NAME.jsonl; raises `BadGold` when there is no such file."""
    files = sorted(folder.glob("*.jsonl"))
    if not files:
        raise BadGold(f"{folder} has no gold: put one NAME.jsonl in it for each document NAME, a fact a line")
    return {path.stem: read_facts(path) for path in files}


def read_facts(path: Path) -> tuple[GoldFact, ...]:
    """The facts of one file, none where there is no file; raises `BadGold` with the line that cannot be read."""
    if not path.exists():
        return ()
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    return tuple(_fact(path, number, line) for number, line in lines if line.strip())


def _fact(path: Path, number: int, line: str) -> GoldFact:
    try:
        return GoldFact.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"]))
        told = first["msg"].removeprefix("Value error, ")
        raise BadGold(f"{path}, line {number}: {f'{field}: ' if field else ''}{told}") from None
