"""What a control carries: a short code as its `custom_id` or value, read back though the process that wrote it is gone.

`choose:form:table`, `question:back`, `control:generate`, `edit:length`, `keep:{이름1}`, `version:2` are events of the
conversation. `answer:purpose` and `form:2` open an input and name what was sent in it; `dm`, `share`, `save`, `rate:up`
are Discord's own.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from core.conversation.controls import Control
from core.conversation.events import (
    Chosen,
    EditRequested,
    Event,
    FormRequested,
    ItemSwitched,
    LocaleChosen,
    VersionChosen,
)
from core.conversation.questions import QUESTIONS, Key
from core.conversation.typed import event_of
from core.locale import Locale
from core.privacy.labels import LABEL

DM: Final = "dm"
WISH: Final = "wish"
PASTE: Final = "paste"
"""An AI's answer, wherever the interview stands."""

REPLY: Final = "reply"
"""An AI's answer, when the interview has asked for it."""

_DIGITS: Final = 9


def code_of(event: Event) -> str:
    """Return the code of an event that a control can carry.

    Raises:
        TypeError: It holds what a person wrote, or is a control's own; `control_code` is for those.
    """
    match event:
        case Chosen(key=key, choice=choice):
            return f"choose:{key}:{choice}"
        case EditRequested(key=Key() as key):
            return f"edit:{key}"
        case ItemSwitched(label=label, kept=kept):
            return f"{'keep' if kept else 'mask'}:{label}"
        case VersionChosen(number=number):
            return f"version:{number}"
        case LocaleChosen(locale=locale):
            return f"locale:{locale}"
        case _:
            raise TypeError(type(event).__name__)


def control_code(control: Control, *, on_question: bool = False) -> str:
    """Return the code of a control; one on a question is spent when it was pressed."""
    return f"{'question' if on_question else 'control'}:{control}"


def answer_code(target: str) -> str:
    """Return the code that opens an input: for an answer by its key, a wish, an AI's answer, or any reply."""
    return f"answer:{target}"


def form_code(page: int) -> str:
    """Return the code of a page of the form, on the button that opens it as on the form itself."""
    return f"form:{page}"


def rest_of(code: str, kind: str) -> str:
    """Return what follows the kind in a code of that kind; empty for any other."""
    found, _, rest = code.partition(":")
    return rest if found == kind else ""


def control_of(code: str) -> Control | None:
    """Return the control a code names."""
    name = rest_of(code, "control") or rest_of(code, "question")
    return Control(name) if name in set(Control) else None


def is_spent(code: str) -> bool:
    """Say whether the controls beside it have served once it was pressed."""
    return code.startswith(("choose:", "question:"))


def read_code(code: str) -> Event | None:
    """Return the event of a code; None if it is not one of ours, or of a control that only Discord can carry out."""
    control = control_of(code)
    if control is not None:
        return event_of(control)
    kind, _, rest = code.partition(":")
    read = _READERS.get(kind)
    return read(rest) if read else None


def _chosen(rest: str) -> Event | None:
    key, _, choice = rest.partition(":")
    known = key in set(Key) and choice in QUESTIONS[Key(key)].choices
    return Chosen(Key(key), choice) if known else None


def _edit(rest: str) -> Event | None:
    return EditRequested(Key(rest)) if rest in set(Key) else None


def _switched(*, kept: bool) -> Callable[[str], Event | None]:
    return lambda rest: ItemSwitched(rest, kept) if LABEL.fullmatch(rest) else None


def _version(rest: str) -> Event | None:
    return VersionChosen(int(rest[:_DIGITS])) if rest.isascii() and rest.isdecimal() else None


def _locale(rest: str) -> Event | None:
    return LocaleChosen(Locale(rest)) if rest in set(Locale) else None


_READERS: Final[Mapping[str, Callable[[str], Event | None]]] = MappingProxyType(
    {
        "choose": _chosen,
        "edit": _edit,
        "keep": _switched(kept=True),
        "mask": _switched(kept=False),
        "version": _version,
        "locale": _locale,
        "form": lambda _rest: FormRequested(),
    }
)
