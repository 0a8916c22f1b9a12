"""Texts that belong together: each is masked with what any of them makes known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from core.privacy.mask import Masker
from core.privacy.policy import Policy
from core.privacy.spans import Span
from core.privacy.text import MaskedText, RawText
from core.privacy.vault import Vault
from core.values.locale import Locale

_Name = TypeVar("_Name")


@dataclass(frozen=True, slots=True)
class Together(Generic[_Name]):
    """The masked texts by their name, the vault as in `Masked`, and what masks with all that they made known."""

    texts: Mapping[_Name, MaskedText]
    vault: Vault
    masker: Masker


def mask_together(
    texts: Mapping[_Name, tuple[RawText, Sequence[Span]]], vault: Vault, locale: Locale, policy: Policy | None = None
) -> Together[_Name]:
    """Mask texts in their order, then again what only a later one makes known.

    Raises:
        ItemRefused: The policy blocks a kind of item that is in a text.
    """
    masker = Masker(vault, locale, policy)
    masked = {name: masker.replaced(raw, spans)[0] for name, (raw, spans) in texts.items()}
    if masker.has_found:
        masked = {name: masker.again(text) for name, text in masked.items()}
    return Together(masked, (policy or Policy()).kept(masker.seen, vault), masker)
