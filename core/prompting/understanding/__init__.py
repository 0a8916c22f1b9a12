"""What a brief asks for, read from all of its answers together."""
