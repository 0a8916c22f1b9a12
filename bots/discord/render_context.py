"""For whom and where a reply is rendered, with the words and controls that follow from it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeVar

from bots.discord import control_codes
from bots.discord.command_mentions import CommandMentions
from bots.discord.markup import plain
from bots.discord.message import Button, ButtonStyle, Message
from bots.discord.texts import TEXTS, t
from bots.shared.renderers import Row
from core.conversation.control_names import Control, Style
from core.conversation.inputs import InterviewInput
from core.conversation.replies import Reply
from core.features.registry import CONTROLS
from core.messages import Revealed
from core.values.locale import Locale

_STYLES: Final = {
    Style.PLAIN: ButtonStyle.SECONDARY,
    Style.PRIMARY: ButtonStyle.PRIMARY,
    Style.FINAL: ButtonStyle.SUCCESS,
    Style.DANGER: ButtonStyle.DANGER,
}


@dataclass(frozen=True, slots=True)
class RenderContext:
    """`readable` says that what is typed here reaches the bot; `retention_days` is told with the prompt.

    `session` is the interview that is spoken of, with the version of its prompt (see
    `bots.shared.custom_ids.address_of`): what is pressed or written there is about that one. `serial` is the reply's.
    """

    locale: Locale
    readable: bool = True
    retention_days: int = 30
    session: str = ""
    serial: int = 0
    mentions: CommandMentions = field(default_factory=CommandMentions)

    def t(self, text: str, **details: str | int) -> str:
        """Return a text: Discord's own, in which commands can be pressed, or one that all platforms share."""
        if not self.readable and f"{text}.pressed" in TEXTS[self.locale]:
            text = f"{text}.pressed"
        return t(self.locale, text, **(self.mentions.of(self.locale) | details))

    def sentence(self, text: str, details: Mapping[str, str | int]) -> str:
        """Return a text whose details may be what people wrote."""
        return self.t(text, **{name: plain(each) if isinstance(each, str) else each for name, each in details.items()})

    def controls(self, controls: Iterable[Control], *, on_question: bool = False) -> tuple[Button, ...]:
        """Return the buttons of controls; a wish or an AI's answer is best written into an input."""
        return tuple(self._control(control, on_question=on_question) for control in controls)

    def answer(self, target: str, style: ButtonStyle = ButtonStyle.PRIMARY) -> Button:
        """Return the button that opens an input."""
        return Button(self.t("control.answer"), control_codes.answer_code(target), style)

    @property
    def typing(self) -> tuple[Button, ...]:
        """The input for what would be typed, where that is not read."""
        return () if self.readable else (self.answer(control_codes.TYPED, ButtonStyle.SECONDARY),)

    def _control(self, control: Control, *, on_question: bool) -> Button:
        match CONTROLS.input(control):
            case None:
                code = control_codes.control_code(control, on_question=on_question)
            case InterviewInput.FORM:
                code = control_codes.form_code(1)
            case InterviewInput() as own:
                code = control_codes.answer_code(own)
            case _:
                code = control_codes.answer_code(control)
        return Button(self.t(f"control.{control}"), code, _STYLES[CONTROLS.style(control)])


_Kind = TypeVar("_Kind", bound=Reply)
Messages = tuple[Message, ...]


def shows(
    kind: type[_Kind], render: Callable[[_Kind, Revealed, RenderContext], Messages]
) -> Row[RenderContext, Messages]:
    """Return how one class of replies looks."""
    return kind, render
