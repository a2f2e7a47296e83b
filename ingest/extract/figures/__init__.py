"""Figures that a text sets: numbers with units, what they are for, and how they compare."""
