"""The commands, one file a purpose; `whoheld.py` puts them together."""
