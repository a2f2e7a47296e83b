"""Acts compared: what is ordered, barred, allowed, made to wait or left vague, and what the other text says of it."""
