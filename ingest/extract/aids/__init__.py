"""Aid that a text names, and what its headings are about."""
