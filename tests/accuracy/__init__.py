"""How well the detector masks texts with gold spans, beside what others offer."""
