"""Decisions that a trained model makes: which of the combinations that a text offers are told, and how surely."""
