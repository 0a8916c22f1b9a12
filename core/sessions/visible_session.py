"""What may be seen of a session: with the kept items put back, or with everything masked."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from core.conversation.questions import Key
from core.conversation.session import Answer
from core.ports.stored_session import StoredSession
from core.privacy.anonymizer import Anonymizer
from core.privacy.labels import find_labels
from core.privacy.mask import mask_again
from core.privacy.text import MaskedText
from core.privacy.unmask import unmask
from core.privacy.vault import Vault
from core.values.locale import Locale

_Node = TypeVar("_Node")


def keep_shown(node: _Node, vault: Vault, anonymizer: Anonymizer | None = None) -> _Node:
    """Return `node` with the kept items put back into every masked text in it."""
    kept = vault.kept_only()
    if not kept.entries:
        return node
    return map_texts(node, lambda text: MaskedText(unmask(text, kept, anonymizer).reveal()))


def keep_hidden(node: _Node, vault: Vault, locale: Locale) -> _Node:
    """Return `node` as everybody may see it: masked, also where items that are kept as written stand in a prompt."""
    return map_texts(node, lambda text: mask_again(text, vault, locale).text) if vault.kept_only().entries else node


def seen_there(node: _Node, held: StoredSession) -> _Node:
    """Return `node` as a model may see it, and whoever reads where the conversation is held."""
    if held.place.private:
        return keep_shown(node, held.vault)
    return keep_hidden(node, held.vault, held.session.locale)


def kept_labels(answers: Mapping[Key, Answer], vault: Vault) -> tuple[str, ...]:
    """Return the labels of what is kept as written in answers: a model sees it so where nobody else reads."""
    said = " ".join(answer.text for answer in answers.values())
    return tuple(label for label in find_labels(said) if (entry := vault.get(label)) and entry.kept)


def texts_in(node: object) -> tuple[MaskedText, ...]:
    """Return the masked texts in a tree of data, in the order in which `with_texts` puts others in their places."""
    found: list[MaskedText] = []

    def note(text: MaskedText) -> MaskedText:
        found.append(text)
        return text

    map_texts(node, note)
    return tuple(found)


def with_texts(node: _Node, texts: Iterable[MaskedText]) -> _Node:
    """Return a tree of data with others in the places of its masked texts."""
    others = iter(texts)
    return map_texts(node, lambda _: next(others))


def map_texts(node: _Node, change: Callable[[MaskedText], MaskedText]) -> _Node:
    """Return a tree of data with every masked text in it changed."""
    result: object = node
    if isinstance(node, MaskedText):
        result = change(node)
    elif isinstance(node, Mapping):
        result = {key: map_texts(value, change) for key, value in node.items()}
    elif isinstance(node, tuple):
        result = tuple(map_texts(value, change) for value in node)
    elif is_dataclass(node) and not isinstance(node, type):
        result = replace(node, **{field.name: map_texts(getattr(node, field.name), change) for field in fields(node)})
    return result  # type: ignore[return-value]  # the same shape comes back, which the type system cannot say
