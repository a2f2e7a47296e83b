"""Figures compared: sums, rates, ages, times and lines, one against another or against a floor or ceiling."""
