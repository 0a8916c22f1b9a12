"""A message as Discord takes it: text, rows of controls, at most one file.

One is laid out (Discord's Components V2) where it is looked at and pressed rather than copied: the clients copy what
stands in `content` as a whole.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any, Final

from bots.discord import limits
from bots.discord.components import (
    ACTION_ROW,
    BUTTON,
    CONTAINER,
    IS_LAID_OUT,
    SECTION,
    STRING_SELECT,
    TEXT_DISPLAY,
    shown_as,
)
from bots.discord.markup import shortened
from bots.shared.custom_ids import with_address
from core.messages import TextFile

Json = dict[str, Any]

_SUPPRESS_EMBEDS = 1 << 2
_EPHEMERAL = 1 << 6
_SILENT = 1 << 12
CHANGEABLE: Final = _SUPPRESS_EMBEDS | IS_LAID_OUT
"""The flags that an edit may set."""

EPHEMERAL: Json = {"flags": _EPHEMERAL}
"""What makes an answer that is still to come visible to one person alone."""


class ButtonStyle(IntEnum):
    """The colour of a button, by Discord's numbers."""

    PRIMARY = 1
    SECONDARY = 2
    SUCCESS = 3
    DANGER = 4
    LINK = 5


@dataclass(frozen=True, slots=True)
class Button:
    """A button; one with a `url` opens that, and Discord does not tell that it was pressed."""

    label: str
    custom_id: str
    style: ButtonStyle = ButtonStyle.SECONDARY
    url: str = ""

    def payload(self) -> Json:
        """Return the component."""
        carried = {"url": self.url} if self.url else {"custom_id": self.custom_id}
        style = ButtonStyle.LINK if self.url else self.style
        return {"type": BUTTON, "style": int(style), "label": shortened(self.label, limits.BUTTON_LABEL)} | carried


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a select or a radio group."""

    label: str
    value: str
    description: str = ""
    chosen: bool = False

    def payload(self) -> Json:
        """Return the option."""
        shape: Json = {"label": shortened(self.label, limits.OPTION_TEXT), "value": self.value}
        if self.description:
            shape["description"] = shortened(self.description, limits.OPTION_TEXT)
        if self.chosen:
            shape["default"] = True
        return shape


@dataclass(frozen=True, slots=True)
class Select:
    """A select of which one option is chosen; those beyond Discord's limit are left to be typed."""

    custom_id: str
    placeholder: str
    options: tuple[Option, ...]

    def payload(self) -> Json:
        """Return the component."""
        return {
            "type": STRING_SELECT,
            "custom_id": self.custom_id,
            "placeholder": self.placeholder,
            "options": [option.payload() for option in self.options[: limits.OPTIONS]],
        }


Row = tuple[Button, ...] | Select


@dataclass(frozen=True, slots=True)
class Section:
    """Lines with a button beside them."""

    text: str
    button: Button

    def payload(self) -> Json:
        """Return the component."""
        return {"type": SECTION, "components": [_text(self.text)], "accessory": self.button.payload()}


@dataclass(frozen=True, slots=True)
class Message:
    """What is posted; nobody is pinged by it, and no link in it unfolds. A `silent` one makes no sound either.

    One that is `laid_out` stands in a frame: its content, then its `sections`, then its rows.
    """

    content: str
    rows: tuple[Row, ...] = ()
    file: TextFile | None = None
    silent: bool = False
    laid_out: bool = False
    sections: tuple[str | Section, ...] = ()

    def payload(self, *, ephemeral: bool = False, laid_out: bool = False) -> Json:
        """Return the body of the request, without its file; `laid_out`: in the place of one that is."""
        flags = _SUPPRESS_EMBEDS | (_EPHEMERAL if ephemeral else 0) | (_SILENT if self.silent else 0)
        shape: Json = {"allowed_mentions": {"parse": []}}
        if self.laid_out or laid_out:
            shape |= {"components": self._laid_out(), "flags": flags | IS_LAID_OUT}
        else:
            shape |= {"content": self.content, "components": [_row(row) for row in self.rows], "flags": flags}
        if self.file is not None:
            shape["attachments"] = [{"id": 0, "filename": self.file.name}]
        return shape

    def replacing(self, *, laid_out: bool = False) -> Json:
        """Return the body that puts it in the place of a message; `laid_out`: of one that is."""
        shape = self.payload(laid_out=laid_out)
        return {"content": None} | shape | {"flags": shape["flags"] & CHANGEABLE}

    def of(self, session: str, serial: int = 0) -> "Message":
        """Return the same with controls that are about this interview, whatever is begun after it.

        The `serial` tells apart two showings in one message.
        """
        sections = (
            replace(each, button=_about(each.button, session)) if isinstance(each, Section) else each
            for each in self.sections
        )
        return replace(
            self, rows=tuple(_addressed(row, session, serial) for row in self.rows), sections=tuple(sections)
        )

    def headed(self, lines: str) -> "Message":
        """Return the message with lines before its words."""
        most = limits.LAID_OUT_HEAD if self.laid_out else limits.CONTENT
        return replace(self, content=shortened(f"{lines}\n{self.content}", most)) if lines else self

    def _laid_out(self) -> list[Json]:
        parts = (each.payload() if isinstance(each, Section) else _text(each) for each in self.sections)
        rows = (_row(row) for row in self.rows)
        return [{"type": CONTAINER, "components": [_text(self.content), *parts, *rows]}]


def menu(name: str, placeholder: str, options: Iterable[Option]) -> tuple[Select, ...]:
    """Return a select of these options, where there are any."""
    offered = tuple(options)
    return (Select(name, placeholder, offered),) if offered else ()


def in_rows(given: Sequence[Button]) -> tuple[tuple[Button, ...], ...]:
    """Return buttons in as many rows as they need."""
    size = limits.BUTTONS_PER_ROW
    return tuple(tuple(given[start : start + size]) for start in range(0, len(given), size))


def _addressed(row: Row, session: str, serial: int) -> Row:
    if isinstance(row, Select):
        options = (replace(option, value=with_address(option.value, session)) for option in row.options)
        return replace(row, custom_id=shown_as(row.custom_id, serial), options=tuple(options))
    return tuple(_about(each, session) for each in row)


def _about(button: Button, session: str) -> Button:
    return replace(button, custom_id=with_address(button.custom_id, session))


def _text(text: str) -> Json:
    return {"type": TEXT_DISPLAY, "content": text}


def _row(row: Row) -> Json:
    parts = [row.payload()] if isinstance(row, Select) else [button.payload() for button in row]
    return {"type": ACTION_ROW, "components": parts}
