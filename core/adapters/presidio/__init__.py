"""Microsoft Presidio, told about Korean."""
