"""From documents into the graph: reading, dating, naming, extraction, RDF and the pipeline."""
