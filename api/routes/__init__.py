"""One file a resource; each makes its router."""
