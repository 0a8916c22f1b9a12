"""Sessions and replies as JSON."""

import json
from collections.abc import Callable
from typing import Any, Final, TypeVar, Union

import cattrs
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override
from cattrs.preconf.json import make_converter
from cattrs.strategies import configure_tagged_union

from core.conversation.replies import Reply
from core.conversation.session import FeatureData, Session, State, Version
from core.errors import DatabaseError
from core.features.registry import DATA, MACHINE, REPLIES
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
    return _load(text, Session, _upgraded)


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


def _load(text: str, shape: type[_Shape], upgraded: Callable[[object], object] = lambda document: document) -> _Shape:
    try:
        return _CONVERTER.structure(upgraded(json.loads(text)), shape)
    except (ValueError, LookupError, TypeError, cattrs.BaseValidationError):
        raise DatabaseError(reason="damaged") from None


def _is_feature_data(shape: object) -> bool:
    return shape == tuple[FeatureData, ...]


def _read_data(value: list[dict[str, object]], _: object) -> tuple[FeatureData, ...]:
    """Read what features keep; what belongs to none of them any more is left out."""
    named = ({**each, "_type": _RENAMED_DATA.get(str(each.get("_type")), each.get("_type"))} for each in value)
    known = (each for each in named if each["_type"] in _DATA)
    return tuple(_CONVERTER.structure(each, _ANY_DATA) for each in known)


def _upgraded(document: object) -> object:
    """Return a session as it is stored today: some fields had other names, or lay elsewhere."""
    if not isinstance(document, dict):
        return document
    document = {_RENAMED.get(name, name): value for name, value in document.items()}
    if "data" in document:
        return document
    kept = [{"_type": kind, **document[field]} for field, kind in _FORMER.items() if document.get(field)]
    if comparisons := document.get("comparisons"):
        kept.append({"_type": "Comparisons", "open": comparisons})
    return {**document, "data": kept}


def _store_as(kind: type, **names: str) -> None:
    """Keep the names under which fields have always been stored."""
    fields: dict[str, Any] = {field: override(rename=name) for field, name in names.items()}
    _CONVERTER.register_unstructure_hook(kind, make_dict_unstructure_fn(kind, _CONVERTER, **fields))
    _CONVERTER.register_structure_hook(kind, make_dict_structure_fn(kind, _CONVERTER, **fields))


_RENAMED: Final = {"errand": "job", "errands": "job_seq"}
_RENAMED_DATA: Final = {"Filling": "TemplateForm"}
_FORMER: Final = {"confirming": "Confirming", "filling": "TemplateForm", "rehearsal": "Rehearsal"}
_CONVERTER: Final = make_converter()
_CONVERTER.register_structure_hook(MaskedText, lambda value, _: MaskedText(value))
_CONVERTER.register_structure_hook(State, lambda value, _: MACHINE.states[value])
_store_as(Version, prompt_language="tongue")
# Not `Reply.__subclasses__()`: it also lists what each class was before it got its slots.
_ANY_REPLY: Final[type[Reply]] = Union[REPLIES]  # type: ignore[assignment] # noqa: UP007 - made from a tuple
_ANY_DATA: Final[type[FeatureData]] = Union[DATA]  # type: ignore[assignment] # noqa: UP007 - the same
_DATA: Final = frozenset(kind.__name__ for kind in DATA)
configure_tagged_union(_ANY_REPLY, _CONVERTER)
configure_tagged_union(_ANY_DATA, _CONVERTER)
_CONVERTER.register_structure_hook_func(_is_feature_data, _read_data)
_CONVERTER.register_unstructure_hook_func(
    _is_feature_data, lambda value: [_CONVERTER.unstructure(each, _ANY_DATA) for each in value]
)
_store_as(Session, prompt_language="tongue", needs_model="unread")
REPLY_KINDS: Final = frozenset(kind.__name__ for kind in REPLIES)
"""The names of all replies that this program can read."""
