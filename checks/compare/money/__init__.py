"""Money compared: who pays, what is promised without a sum, which benefit comes first."""
