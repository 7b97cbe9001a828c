"""The graph itself: ontology, database, loading, facts, queries, pictures and exports."""
