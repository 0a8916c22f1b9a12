"""Faults that an operator meets, put into a really started bot: who tells of them."""
