"""Bodies compared: who leads, decides, helps, waits for whom, and what has moved from one to another."""
