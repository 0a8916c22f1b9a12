"""Masking texts into a session: into its vault, its items, and what was said in it earlier."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from core.conversation.masked_items import labels_in
from core.conversation.questions import Key
from core.conversation.replies import Reply
from core.conversation.session import MaskedItem, Session
from core.ports.stored_session import StoredSession
from core.privacy.batch_mask import mask_together
from core.privacy.mask import Masker
from core.privacy.policy import Policy
from core.privacy.spans import Span
from core.privacy.text import MaskedText, RawText
from core.privacy.vault import Vault
from core.sessions.kept_readable import with_matter_kept
from core.sessions.visible_session import map_texts
from core.values.locale import Locale

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
    together = mask_together(texts, vault, _language(session, texts), policy)
    masker = together.masker
    if masker.has_found:
        session = map_texts(session, masker.again)
    kept = with_matter_kept((policy or Policy()).kept(masker.seen, vault), vault, together.texts.values())
    return MaskedIn(together.texts, _with_items(session, kept, masker), kept)


def _language(session: Session, texts: Texts) -> Locale:
    """Return the language of the labels: the one in which the purpose is written, or the first text where none is."""
    purpose = session.answers.get(Key.PURPOSE)
    if purpose is not None:
        return Locale.written_in(purpose.text, session.locale)
    raw, _ = next(iter(texts.values()), (RawText(""), ()))
    return Locale.written_in(raw.reveal(), session.locale)


def masked_again(session: Session, vault: Vault) -> Session:
    """Mask what was said earlier and only now turned out to be personal."""
    return map_texts(session, Masker(vault, session.locale).again)


def pruned(held: StoredSession, replies: Sequence[Reply] = ()) -> StoredSession:
    """Return a session and its vault without the items of texts that were refused, replaced or only shown.

    What stays stands in an answer, the reference or a prompt, or in one of the replies that are now to be shown; the
    values of an answer that can be brought back stay until then, and are listed nowhere.
    """
    if not held.vault.entries:
        return held
    standing = labels_in(replace(held.session, former={}))
    shown = standing | labels_in((held.session.former, tuple(replies)))
    entries = tuple(entry for entry in held.vault if entry.label in shown)
    items = tuple(item for item in held.session.items if item.label in standing)
    return replace(held, session=replace(held.session, items=items), vault=replace(held.vault, entries=entries))


def with_switches(vault: Vault, session: Session) -> Vault:
    """Return the vault with its switches as the session's items have them."""
    return vault.with_switches({item.label: item.kept for item in session.items})


def _with_items(session: Session, vault: Vault, masker: Masker) -> Session:
    before = {item.label: item for item in session.items}
    items = []
    for entry in vault:
        new = MaskedItem(entry.label, entry.type, kept=entry.kept, found_by=masker.found_by.get(entry.label, ""))
        item = before.get(entry.label, new)
        is_ambiguous = item.ambiguous or entry.label in masker.ambiguous
        items.append(item if item.ambiguous == is_ambiguous else replace(item, ambiguous=is_ambiguous))
    return replace(session, items=tuple(items))
