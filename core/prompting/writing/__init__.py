"""From an understanding to the text of the prompt."""
