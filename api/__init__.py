"""From the graph to people: HTTP, pages and pictures."""
