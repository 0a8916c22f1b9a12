"""The README's pictures: real conversations, drawn from what the bots send."""
