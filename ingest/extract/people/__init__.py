"""People whom a text benefits: words about them, put together into an OR of ANDs."""
