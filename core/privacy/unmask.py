"""Unmask: labels in, real values out, for their owner alone."""

from core.privacy.anonymizer import Anonymizer, Item, LabelAnonymizer, fitted
from core.privacy.korean.particles import carry
from core.privacy.labels import LABEL
from core.privacy.text import MaskedText, RawText
from core.privacy.vault import Vault


def unmask(text: MaskedText, vault: Vault, anonymizer: Anonymizer | None = None) -> RawText:
    """Replace each label that has a value in the vault; exact labels only, every other character stays.

    The particle behind a label is fitted to the value, as `mask` fitted it to the label.
    """
    items = [
        Item(*match.span(), entry.type, label=entry.label)
        for match in LABEL.finditer(text)
        if (entry := vault.get(match.group())) and entry.value is not None
    ]
    masked = RawText(text)
    if not items:
        return masked
    replaced = (anonymizer or LabelAnonymizer()).deanonymize(masked, items, vault.values)
    return RawText(fitted(masked, items, replaced, lambda _, gap, borders: carry(gap, *borders)))
