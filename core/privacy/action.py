"""What becomes of an item once it is found."""

from enum import StrEnum
from typing import Final


class Action(StrEnum):
    """What becomes of an item once it is found; what is not ours is one of Presidio's operators, by its name there."""

    RESTORE = "restore"
    """A label in the text, the value in the vault."""
    NEVER = "never"
    """A label in the text, the value nowhere."""
    BLOCK = "block"
    """The text is refused."""
    MASK = "mask"
    """An asterisk for each character."""
    REPLACE = "replace"
    """The name of the entity type in angle brackets."""
    REDACT = "redact"
    """Nothing."""
    HASH = "hash"
    """The SHA-256 of the value with a salt."""
    ENCRYPT = "encrypt"
    """The value under the operator's key (AES, base64)."""


LABELLED: Final = frozenset({Action.RESTORE, Action.NEVER})
"""The actions that leave a label, which has a number and may get a value back."""
