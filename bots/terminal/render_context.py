"""For whom a reply is printed, with the words and controls that follow from it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from rich.console import RenderableType
from rich.text import Text

from bots.shared.renderers import Row
from core.conversation.control_names import Control
from core.conversation.replies import Reply
from core.conversation.texts import t
from core.messages import Revealed, TextFile
from core.values.locale import Locale

_Kind = TypeVar("_Kind", bound=Reply)
Parts = Iterator[RenderableType]
Files = Mapping[type[Reply], Callable[[Any, Locale], Iterable[TextFile]]]
"""What replies hand over as files, in the language of the interface."""

HIDDEN: Final = frozenset({Control.ANSWER, Control.FORM, Control.SHARE})
"""Controls that make no sense where everything is typed."""


@dataclass(frozen=True, slots=True)
class RenderContext:
    """`retention_days` is told to the person with the prompt."""

    locale: Locale
    retention_days: int

    def t(self, text: str, **details: str | int) -> str:
        """Return a text that all platforms share."""
        return t(self.locale, text, **details)

    def controls(self, controls: Sequence[Control]) -> Parts:
        """Yield the line of controls that can be typed; nothing where there are none."""
        words = " · ".join(self.t(f"control.{control}") for control in controls if control not in HIDDEN)
        if words:
            yield Text(words, style="dim italic")


def shows(kind: type[_Kind], render: Callable[[_Kind, Revealed, RenderContext], Parts]) -> Row[RenderContext, Parts]:
    """Return how one class of replies looks."""
    return kind, render
