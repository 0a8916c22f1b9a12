"""What can happen to a finished prompt, and while it is made."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from core.conversation.events import Event
from core.conversation.questions import Key
from core.conversation.session import Answer, Improvement
from core.privacy.text import MaskedText
from core.values.choices import Variant
from core.values.locale import Locale


@dataclass(frozen=True, slots=True)
class GenerationRequested(Event):
    """A person wants the prompt made; `anew`: also where there is one of the same answers."""

    to_a_version: ClassVar[bool] = True
    anew: bool = False


@dataclass(frozen=True, slots=True)
class Generated(Event):
    """The prompt is finished; `model` names the model that was asked.

    `polished` and `unpolished` count what of its proposals was kept and dropped. `before` is the composer's own where
    the model has written the prompt as a whole. `changes` are the answers that an unread wish turned out to set;
    `task_type` is the intent that was seen in them. `kept` are the labels of items that were shown as written to
    whoever made it, `assumed` the lines for what nobody said, `prompt_language` is the language it is written in.
    """

    prompt: MaskedText
    improvements: tuple[Improvement, ...]
    notes: tuple[MaskedText, ...]
    model: str | None = None
    polished: int = 0
    unpolished: int = 0
    decisions: tuple[str, ...] = ()
    changes: Mapping[Key, Answer] = field(default_factory=dict)
    task_type: str | None = None
    kept: tuple[str, ...] = ()
    assumed: tuple[MaskedText, ...] = ()
    prompt_language: Locale | None = None
    before: "Generated | None" = None


@dataclass(frozen=True, slots=True)
class RequestNotUnderstood(Event):
    """Nothing could be made of a wish."""


@dataclass(frozen=True, slots=True)
class ReasonsRequested(Event):
    """A person wants to know what the prompt says that they did not, and why."""

    in_passing: ClassVar[bool] = True
    to_a_version: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class VersionsRequested(Event):
    """A person wants to see all versions of the prompt."""


@dataclass(frozen=True, slots=True)
class VersionChosen(Event):
    """A person brings a version back."""

    number: int


@dataclass(frozen=True, slots=True)
class VariantChosen(Event):
    """A person wants the prompt shorter or longer, its answers being the same."""

    to_a_version: ClassVar[bool] = True
    variant: Variant


@dataclass(frozen=True, slots=True)
class PromptLanguageChosen(Event):
    """A person wants the prompt written in a language of the interface; that of the AI's answer stays as it is."""

    to_a_version: ClassVar[bool] = True
    prompt_language: Locale


@dataclass(frozen=True, slots=True)
class RestoreRequested(Event):
    """A person wants to paste an AI's answer and see it with the real values."""

    to_a_version: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class AnswerPasted(Event):
    """A person pasted an AI's answer where nothing else is asked for; the interview stays where it is."""

    in_passing: ClassVar[bool] = True
    to_a_version: ClassVar[bool] = True
    text: MaskedText


@dataclass(frozen=True, slots=True)
class RefineRequested(Event):
    """A person wants to change the finished prompt but has not said how."""

    to_a_version: ClassVar[bool] = True
