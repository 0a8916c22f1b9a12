"""Masking texts into a session: into its vault, its items, and what was said in it earlier."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from core.conversation.session import MaskedItem, Session
from core.privacy.mask import mask, mask_again
from core.privacy.policy import Policy
from core.privacy.spans import Span
from core.privacy.text import MaskedText, RawText
from core.privacy.vault import Vault
from core.reveal import map_texts

Texts = Mapping[str, tuple[RawText, tuple[Span, ...]]]
"""Texts by their name, each with what was found in it."""


@dataclass(frozen=True, slots=True)
class MaskedIn:
    """The masked texts by their name, and the session and the vault that know of them."""

    texts: Mapping[str, MaskedText]
    session: Session
    vault: Vault


def mask_into(session: Session, vault: Vault, texts: Texts, policy: Policy | None) -> MaskedIn:
    """Mask texts of one session; what was said earlier and only now turns out to be personal is masked again.

    Raises:
        ItemRefused: The policy blocks a kind of item that is in a text.
    """
    before = vault
    masked: dict[str, MaskedText] = {}
    ambiguous: frozenset[str] = frozenset()
    for name, (raw, spans) in texts.items():
        result = mask(raw, spans, vault, session.locale, policy)
        masked[name], vault = result.text, result.vault
        ambiguous |= frozenset(result.ambiguous)
    if len(vault.entries) > len(before.entries):
        session = masked_again(session, vault)
    return MaskedIn(masked, _with_items(session, vault, ambiguous), vault)


def masked_again(session: Session, vault: Vault) -> Session:
    """Mask what was said earlier and only now turned out to be personal."""
    return map_texts(session, lambda text: mask_again(text, vault, session.locale).text)


def with_switches(vault: Vault, session: Session) -> Vault:
    """Return the vault with its switches as the session's items have them."""
    for item in session.items:
        vault = vault.with_kept(item.label, item.kept)
    return vault


def _with_items(session: Session, vault: Vault, ambiguous: frozenset[str]) -> Session:
    before = {item.label: item for item in session.items}
    items = []
    for entry in vault:
        item = before.get(entry.label, MaskedItem(entry.label, entry.type))
        items.append(replace(item, ambiguous=item.ambiguous or entry.label in ambiguous))
    return replace(session, items=tuple(items))
