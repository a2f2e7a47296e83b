"""What a comparer hands on: a departure from a higher text, a double in one text, evidence, the smallest revision."""
