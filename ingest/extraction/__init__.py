"""Extraction of claims from a document's text, one file a kind of claim."""
