"""Sessions and replies as JSON."""

import json
from typing import Final, TypeVar, Union

import cattrs
from cattrs.preconf.json import make_converter
from cattrs.strategies import configure_tagged_union

from core.conversation import replies
from core.conversation.replies import Reply
from core.conversation.session import Session
from core.errors import DatabaseError
from core.privacy.text import MaskedText

_Shape = TypeVar("_Shape")


def dump_session(session: Session) -> str:
    """Return a session as JSON."""
    return _dump(session, Session)


def load_session(text: str) -> Session:
    """Read a session back; fields that are no longer known are left out, missing ones get their defaults.

    Raises:
        DatabaseError: It cannot be read.
    """
    return _load(text, Session)


def dump_reply(reply: Reply) -> str:
    """Return a reply as JSON, with the name of its class."""
    return _dump(reply, _ANY_REPLY)


def load_reply(text: str) -> Reply:
    """Read a reply back.

    Raises:
        DatabaseError: It cannot be read.
    """
    return _load(text, _ANY_REPLY)


def dump_labels(labels: frozenset[str]) -> str:
    """Return labels as JSON, sorted, so that the same set is the same text."""
    return _dump(sorted(labels), list[str])


def load_labels(text: str) -> frozenset[str]:
    """Read labels back.

    Raises:
        DatabaseError: They cannot be read.
    """
    return _load(text, frozenset[str])


def dump_tags(tags: tuple[MaskedText, ...]) -> str:
    """Return tags as JSON, in their order."""
    return _dump(list(tags), list[str])


def load_tags(text: str) -> list[MaskedText]:
    """Read tags back.

    Raises:
        DatabaseError: They cannot be read.
    """
    return _load(text, list[MaskedText])


def _dump(value: _Shape, shape: type[_Shape]) -> str:
    document = _CONVERTER.unstructure(value, shape)
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    # Hangul is stored as itself, in half the bytes of its escape. A lone surrogate has no UTF-8, only an escape.
    return text if _is_unicode(text) else json.dumps(document, separators=(",", ":"))


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _load(text: str, shape: type[_Shape]) -> _Shape:
    try:
        return _CONVERTER.structure(json.loads(text), shape)
    except (ValueError, LookupError, TypeError, cattrs.BaseValidationError):
        raise DatabaseError(reason="damaged") from None


_CONVERTER: Final = make_converter()
_CONVERTER.register_structure_hook(MaskedText, lambda value, _: MaskedText(value))
# Not `Reply.__subclasses__()`: it also lists what each class was before it got its slots.
_REPLIES: Final = tuple(kind for kind in vars(replies).values() if isinstance(kind, type) and issubclass(kind, Reply))
_ANY_REPLY: Final[type[Reply]] = Union[_REPLIES]  # type: ignore[assignment] # noqa: UP007 - made from a tuple
configure_tagged_union(_ANY_REPLY, _CONVERTER)
REPLY_KINDS: Final = frozenset(kind.__name__ for kind in _REPLIES)
"""The names of all replies that this program can read."""
