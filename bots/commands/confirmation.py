"""Asking whoever types a command whether it is meant, before it destroys something."""

import sys
from typing import Final

from core.errors import InputError

_YES: Final = frozenset({"y", "yes", "네", "예", "확인", "ㅛ"})  # ㅛ is the key Y of a Korean keyboard


def is_confirmed(question: str, *, yes: bool) -> bool:
    """Say whether it is meant: by `--yes`, or by what is typed to the question.

    Raises:
        InputError: Nobody is there to confirm it.
    """
    if yes:
        return True
    if not sys.stdin.isatty():
        raise InputError(reason="unconfirmed")
    sys.stderr.write(f"{question} ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().casefold() in _YES
