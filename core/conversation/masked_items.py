"""The masked items that stand somewhere: in answers, in a prompt, in whatever data there is."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache

from core.conversation.session import MaskedItem, Session, Version
from core.privacy.labels import find_labels


def labels_in(node: object) -> frozenset[str]:
    """Return the labels in all texts of a tree of data; a list of items is no text."""
    return frozenset(label for text in _texts(node) if "{" in text for label in find_labels(text))


def items_of_answers(session: Session) -> tuple[MaskedItem, ...]:
    """Return the items that stand in the session's answers: those of a text that was replaced are none of them."""
    labels = labels_in((session.answers, session.document))
    return tuple(item for item in session.items if item.label in labels)


def items_of_version(session: Session, version: Version) -> tuple[MaskedItem, ...]:
    """Return the items that stand in a prompt, or in the answers that it was made from."""
    labels = labels_in((version.answers, version.prompt))
    return tuple(item for item in session.items if item.label in labels)


def _texts(root: object) -> Iterator[str]:
    nodes = [root]
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif isinstance(node, tuple):
            nodes += node
        elif is_dataclass(node) and not isinstance(node, type | MaskedItem):
            nodes += (getattr(node, name) for name in _names(type(node)))
        elif isinstance(node, Mapping):
            nodes += node.values()


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
