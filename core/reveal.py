"""Putting values back into a reply, at the last moment before it is shown."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from core.conversation.replies import ShowRestored
from core.incoming import Outgoing, Revealed
from core.privacy.restore import restore
from core.privacy.text import MaskedText
from core.privacy.unmask import unmask
from core.privacy.vault import Vault

_Node = TypeVar("_Node")


def reveal(outgoing: Outgoing, vault: Vault) -> Revealed:
    """Return the reply as its reader may see it.

    Items the person keeps are put back for everybody. The values behind the labels come along only where the owner
    alone reads.
    """
    reply = keep_shown(outgoing.reply, vault)
    if not (outgoing.place.private or outgoing.only_to == outgoing.person):
        return Revealed(reply, {})
    values = {entry.label: entry.value for entry in vault if entry.value is not None and not entry.kept}
    if not isinstance(reply, ShowRestored):
        return Revealed(reply, values)
    restored = restore(reply.text, vault)
    return Revealed(reply, values, restored.text, restored.unknown + restored.ambiguous)


def keep_shown(node: _Node, vault: Vault) -> _Node:
    """Return `node` with the kept items put back into every masked text in it."""
    kept = vault.kept_only()
    return _put_back(node, kept) if kept.entries else node


def _put_back(node: _Node, kept: Vault) -> _Node:
    result: object = node
    if isinstance(node, MaskedText):
        result = MaskedText(unmask(node, kept).reveal())
    elif isinstance(node, Mapping):
        result = {key: _put_back(value, kept) for key, value in node.items()}
    elif isinstance(node, tuple):
        result = tuple(_put_back(value, kept) for value in node)
    elif is_dataclass(node) and not isinstance(node, type):
        result = replace(node, **{field.name: _put_back(getattr(node, field.name), kept) for field in fields(node)})
    return result  # type: ignore[return-value]  # the same shape comes back, which the type system cannot say
