"""What force a clause has, and what limits it."""
