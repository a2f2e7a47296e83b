"""Bodies that a text names: in full, in lists that share an ending, by terms of its own, by what they do."""
