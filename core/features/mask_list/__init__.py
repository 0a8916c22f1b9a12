"""The team's list: a word that is always masked, or never, for everybody."""

from core.features.mask_list.feature import MASK_LIST
from core.features.mask_list.replies import TellListed

__all__ = [
    "MASK_LIST",
    "TellListed",
]
