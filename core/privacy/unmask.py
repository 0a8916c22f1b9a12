"""Unmask: labels in, real values out, for their owner alone."""

from core.privacy.labels import LABEL
from core.privacy.particles import carry
from core.privacy.text import MaskedText, RawText
from core.privacy.vault import Vault


def unmask(text: MaskedText, vault: Vault) -> RawText:
    """Replace each label that has a value in the vault; exact labels only, every other character stays.

    The particle behind a label is fitted to the value, as `mask` fitted it to the label.
    """
    values = {entry.label: entry.value.reveal() for entry in vault if entry.value is not None}
    pieces: list[str] = []
    label, end = "", 0
    for match in LABEL.finditer(text):
        if match.group() in values:
            pieces += _fit(text[end : match.start()], label, values)
            label, end = match.group(), match.end()
    pieces += _fit(text[end:], label, values)
    return RawText("".join(pieces))


def _fit(following: str, label: str, values: dict[str, str]) -> tuple[str, str]:
    if not label:
        return "", following
    return values[label], carry(following, label, values[label])
