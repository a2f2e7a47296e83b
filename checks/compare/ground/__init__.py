"""Common ground: what is laid side by side, what it is about, and words that show two places speak of one thing."""
