"""Variables: the places in a kept prompt that are filled anew each time it is used."""

import re
from collections.abc import Mapping
from typing import Final

from core.privacy.korean.particles import carry
from core.privacy.labels import LABEL
from core.privacy.text import MaskedText, RawText

_OWN: Final = r"\{\{[^{}\n]{1,40}\}\}"
_VARIABLE: Final = re.compile(f"{_OWN}|{LABEL.pattern}")


def variables_in(prompt: MaskedText) -> tuple[str, ...]:
    """Return the labels and the person's own `{{…}}` of a prompt, each once, in their order."""
    return tuple(dict.fromkeys(match.group() for match in _VARIABLE.finditer(prompt)))


def fill(prompt: MaskedText, values: Mapping[str, RawText]) -> RawText:
    """Return the prompt with values in place of its variables; one without a value stays.

    All are put in at once, so that braces in a value are never taken for a variable. The particle behind one is fitted
    to its value.
    """
    pieces: list[str] = []
    variable, end = "", 0
    for match in _VARIABLE.finditer(prompt):
        if match.group() in values:
            pieces += _fit(prompt[end : match.start()], variable, values)
            variable, end = match.group(), match.end()
    pieces += _fit(prompt[end:], variable, values)
    return RawText("".join(pieces))


def _fit(following: str, variable: str, values: Mapping[str, RawText]) -> tuple[str, str]:
    if not variable:
        return "", following
    value = values[variable].reveal()
    return value, carry(following, variable, value)
