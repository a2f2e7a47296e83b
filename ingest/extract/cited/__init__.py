"""Acts and articles that a text cites, relative references resolved."""
