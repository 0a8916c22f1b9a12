"""Substance: what a model proposes for the answers, shown in the summary as ticks that a person can take away."""
