"""How the models of `ingest.extraction.deciding` are made: `python -m training` makes them all from scratch."""
