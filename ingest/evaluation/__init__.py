"""How right claims are, measured against the facts that careful readers found in the same documents."""

from ingest.evaluation.evaluate import evaluate
from ingest.evaluation.figures import Evaluation
from ingest.evaluation.gold import BadGold, GoldFact, read_facts, read_gold

__all__ = ["BadGold", "Evaluation", "GoldFact", "evaluate", "read_facts", "read_gold"]
