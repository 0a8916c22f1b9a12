"""A message as Discord takes it: text, rows of controls, at most one file."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any

from bots.discord import limits
from bots.discord.markdown import shortened
from bots.shared.custom_ids import with_address

Json = dict[str, Any]

_ACTION_ROW = 1
_BUTTON = 2
_STRING_SELECT = 3
_SUPPRESS_EMBEDS = 1 << 2
_EPHEMERAL = 1 << 6
_SILENT = 1 << 12
EPHEMERAL: Json = {"flags": _EPHEMERAL}
"""What makes an answer that is still to come visible to one person alone."""


class Style(IntEnum):
    """The colour of a button, by Discord's numbers."""

    PRIMARY = 1
    SECONDARY = 2
    SUCCESS = 3
    DANGER = 4
    LINK = 5


@dataclass(frozen=True, slots=True)
class Button:
    """A button."""

    label: str
    custom_id: str
    style: Style = Style.SECONDARY

    def payload(self) -> Json:
        """Return the component."""
        label = shortened(self.label, limits.BUTTON_LABEL)
        return {"type": _BUTTON, "style": int(self.style), "label": label, "custom_id": self.custom_id}


@dataclass(frozen=True, slots=True)
class LinkButton:
    """A button that opens an address; Discord does not tell that it was pressed."""

    label: str
    url: str

    def payload(self) -> Json:
        """Return the component."""
        label = shortened(self.label, limits.BUTTON_LABEL)
        return {"type": _BUTTON, "style": int(Style.LINK), "label": label, "url": self.url}


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
            "type": _STRING_SELECT,
            "custom_id": self.custom_id,
            "placeholder": self.placeholder,
            "options": [option.payload() for option in self.options[: limits.OPTIONS]],
        }


Row = tuple[Button | LinkButton, ...] | Select


@dataclass(frozen=True, slots=True)
class TextFile:
    """A text that travels as a file."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Message:
    """What is posted; nobody is pinged by it, and no link in it unfolds. A `silent` one makes no sound either."""

    content: str
    rows: tuple[Row, ...] = ()
    file: TextFile | None = None
    silent: bool = False

    def payload(self, *, ephemeral: bool = False) -> Json:
        """Return the body of the request, without its file."""
        shape: Json = {
            "content": self.content,
            "components": [_row(row) for row in self.rows],
            "allowed_mentions": {"parse": []},
            "flags": _SUPPRESS_EMBEDS | (_EPHEMERAL if ephemeral else 0) | (_SILENT if self.silent else 0),
        }
        if self.file is not None:
            shape["attachments"] = [{"id": 0, "filename": self.file.name}]
        return shape

    def of(self, session: str) -> "Message":
        """Return the same with controls that are about this interview, whatever is begun after it."""
        return replace(self, rows=tuple(_addressed(row, session) for row in self.rows))

    def headed(self, lines: str) -> "Message":
        """Return the message with lines before its words."""
        return replace(self, content=shortened(f"{lines}\n{self.content}", limits.CONTENT)) if lines else self


def in_rows(given: Sequence[Button | LinkButton]) -> tuple[tuple[Button | LinkButton, ...], ...]:
    """Return buttons in as many rows as they need."""
    size = limits.BUTTONS_PER_ROW
    return tuple(tuple(given[start : start + size]) for start in range(0, len(given), size))


def _addressed(row: Row, session: str) -> Row:
    if isinstance(row, Select):
        options = (replace(option, value=with_address(option.value, session)) for option in row.options)
        return replace(row, options=tuple(options))
    return tuple(
        replace(each, custom_id=with_address(each.custom_id, session)) if isinstance(each, Button) else each
        for each in row
    )


def _row(row: Row) -> Json:
    parts = [row.payload()] if isinstance(row, Select) else [button.payload() for button in row]
    return {"type": _ACTION_ROW, "components": parts}
