"""Comparers: two texts, or two places of one, laid side by side; each says one way in which they part."""
