"""What reading with a model took, and what of its answers was not kept."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

SHOWN = 5


@dataclass(slots=True)
class Spent:
    """Requests sent (repeats included) and the tokens that the endpoint says it counted."""

    requests: int = 0
    input_tokens: int = 0
    output_tokens: int = 0


@dataclass(slots=True)
class Account:
    """Sums over all documents since the extractor was made; `dropped` counts by reason, `seconds` is wall time."""

    model: str
    spent: Spent = field(default_factory=Spent)
    seconds: float = 0
    parts: int = 0
    claims: int = 0
    dropped: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        """One line of cost, one of what was dropped, and the first failures, each on a line."""
        spent = self.spent
        lines = [
            f"llm {self.model}: {spent.requests:,} requests, {spent.input_tokens:,} input tokens, "
            f"{spent.output_tokens:,} output tokens, {self.seconds:.1f} s; {self.claims:,} claims kept"
        ]
        if self.dropped:
            lines.append("dropped: " + ", ".join(f"{count} {why}" for why, count in sorted(self.dropped.items())))
        if self.failures:
            more = f" (the first {SHOWN})" if len(self.failures) > SHOWN else ""
            lines.append(f"{len(self.failures)} of {self.parts} parts failed{more}:")
            lines += [f"  {failure}" for failure in self.failures[:SHOWN]]
        return "\n".join(lines)
