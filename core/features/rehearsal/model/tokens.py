"""Tokens: how much of a model's window a text takes, rather too much than too little."""

from collections.abc import Iterable
from math import ceil
from typing import Final

from core.prompting.dialogue import ChatMessage

_HANGUL: Final = 1.2  # measured on Mixtral: 1.06
_ASCII: Final = 0.5  # a quarter in running English, one for digits and code
_OTHER: Final = 3.0  # a character that the vocabulary lacks goes byte by byte
_MESSAGE: Final = 8  # what the chat template puts around one


def tokens(text: str) -> int:
    """Return how many tokens a text takes at most, as far as can be told without its tokenizer."""
    return ceil(sum(map(_weight, text)))


def tokens_of(messages: Iterable[ChatMessage]) -> int:
    """Return how many tokens messages take with what the template puts around them."""
    return sum(tokens(message.text) + _MESSAGE for message in messages)


def _weight(char: str) -> float:
    if char.isascii():
        return 1.0 if char.isdigit() else _ASCII
    return _HANGUL if "가" <= char <= "힣" else _OTHER
