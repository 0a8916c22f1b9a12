"""What is shown while a model is waited for, and of what it answered."""

from dataclasses import dataclass
from typing import ClassVar

from core.conversation.control_names import Control
from core.conversation.model_answer import ModelAnswer
from core.conversation.replies import Reply
from core.privacy.text import MaskedText


@dataclass(frozen=True, slots=True)
class ShowProgress(Reply):
    """Say that the prompt is being made, or whatever else the sentence `text` says; an answer `grows` in its place.

    One that is `held_back` need not be shown to who waits for less than a second.
    """

    controls: tuple[Control, ...] = ()
    text: str = "progress"
    grows: bool = False
    held_back: bool = False


@dataclass(frozen=True, slots=True)
class ShowPartial(Reply):
    """Show what there is of an answer that is still being written, in the place of the progress. It is not kept.

    A `draft` is of the prompt itself, and still being checked: as in the prompt, its labels are not filled in.
    """

    text: MaskedText
    controls: tuple[Control, ...] = ()
    draft: bool = False


@dataclass(frozen=True, slots=True)
class ShowTrial(Reply):
    """Show what a model answered to the prompt, and how well it kept to it.

    With a `letter` it is one of several whose origin is hidden: the answer alone is shown. `version` is the prompt's.
    """

    ends: ClassVar[bool] = True
    trial: ModelAnswer
    controls: tuple[Control, ...] = ()
    letter: str = ""
    version: int = 0

    @property
    def about_version(self) -> int:
        """The number of the version that is shown."""
        return self.version
