"""Sampling: how a model picks its words, in whatever it is asked."""

from typing import Final

TEMPERATURE: Final = 0.3
"""Mixtral's own generation config holds none; hotter, its Korean drifts."""

TOP_P: Final = 0.9

SEED: Final = 20_240_111
"""The same question is answered the same again."""
