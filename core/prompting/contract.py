"""The contract: what holds for every prompt, whoever worded it."""

from core.prompting.parsing import parse

__all__ = ["parse"]
